// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/parameter_row.h"

#include "widgets/views/item_paint.h"
#include "widgets/views/text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr int dotRoom = 9;

} // namespace

RowLabel::RowLabel(QWidget* parent)
    : QWidget(parent)
{
    setFont(uiFont(13));
}

void RowLabel::setName(const QString& name, const QString& help)
{
    name_ = name;
    setAccessibleName(name);
    setAccessibleDescription(help);
    const QString reset = tr("Double-click resets it.");
    setToolTip(help.isEmpty() ? reset : tr("%1 %2").arg(help, reset));
    update();
}

void RowLabel::setDiffers(bool differs)
{
    if (differs == differs_)
        return;
    differs_ = differs;
    update();
}

void RowLabel::setTheme(const Theme& theme)
{
    theme_ = &theme;
    setFont(uiFont(13));
    update();
}

int RowLabel::neededWidth() const
{
    return int(std::ceil(textWidth(font(), name_))) + dotRoom + 1;
}

void RowLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (differs_) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme_->accent);
        painter.drawEllipse(QPointF(2.5, height() / 2.0), 2.5, 2.5);
    }
    painter.setFont(font());
    painter.setPen(theme_->ink);
    drawText(painter, QRectF(rect()).adjusted(dotRoom, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, name_);
}

void RowLabel::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        emit resetWanted();
}

ParameterRow::ParameterRow(const Parameter& parameter, QWidget* parent)
    : QWidget(parent)
    , label_(new RowLabel(this))
    , editor_(ValueEditor::make(parameter.kind, this).release())
{
    connect(editor_, &ValueEditor::edited, this, &ParameterRow::write);
    connect(label_, &RowLabel::resetWanted, this, [this] { write({}, Intent::Phase::Whole); });
    declare(parameter);
}

bool ParameterRow::hasRow(const Parameter& parameter)
{
    const Parameter::Kind kind = parameter.kind;
    return parameter.shown && kind != Parameter::Kind::Step && kind != Parameter::Kind::Rows
        && kind != Parameter::Kind::Grid;
}

void ParameterRow::declare(const Parameter& parameter)
{
    parameter_ = parameter;
    label_->setName(parameter.label, parameter.help);
    editor_->declare(parameter);
}

void ParameterRow::follow(const Value& value, bool automatic, bool differs)
{
    editor_->showValue(value, automatic);
    label_->setDiffers(differs);
}

void ParameterRow::setLit(bool lit)
{
    if (lit == lit_)
        return;
    lit_ = lit;
    update();
}

void ParameterRow::paintEvent(QPaintEvent*)
{
    if (!lit_)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_->accentSoft);
    painter.drawRoundedRect(QRectF(rect()), 5, 5);
}

void ParameterRow::setTheme(const Theme& theme)
{
    theme_ = &theme;
    label_->setTheme(theme);
    editor_->setTheme(theme);
}

int ParameterRow::heightFor(int width, int labelWidth) const
{
    return editor_->heightFor(width - labelWidth - labelGap) + 4;
}

void ParameterRow::setColumns(int labelWidth, int fieldWidth)
{
    labelWidth_ = labelWidth;
    editor_->setFieldWidth(fieldWidth);
    arrange();
}

void ParameterRow::resizeEvent(QResizeEvent*)
{
    arrange();
}

void ParameterRow::arrange()
{
    const int line = controlHeight();
    label_->setGeometry(0, 2, labelWidth_, line);
    editor_->setGeometry(labelWidth_ + labelGap, 2, std::max(0, width() - labelWidth_ - labelGap),
        std::max(line, height() - 4));
}

void ParameterRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        write({}, Intent::Phase::Whole);
    else
        QWidget::keyPressEvent(event);
}

void ParameterRow::write(const Value& value, Intent::Phase phase)
{
    Intent wanted;
    wanted.phase = phase;
    wanted.values.insert(parameter_.key, value);
    emit intent(wanted);
}

} // namespace tangent
