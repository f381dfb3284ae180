// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/number_field.h"

#include <QFocusEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tangent {

NumberField::NumberField(QWidget* parent)
    : QLineEdit(parent)
{
    setFrame(false);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setTextMargins(5, 0, 5, 0);
    setMaxLength(32);
    connect(this, &QLineEdit::textEdited, this, [this] { refreshMark(); });
    setTheme(Theme::light());
}

void NumberField::setLimits(const NumberLimits& limits)
{
    limits_ = limits;
}

void NumberField::setNumber(double value, bool automatic)
{
    number_ = value;
    automatic_ = automatic;
    if (hasFocus() && isModified())
        return;
    if (const QString shown = fieldNumber(value); shown != text())
        setText(shown);
    refreshMark();
}

void NumberField::setTheme(const Theme& theme)
{
    theme_ = &theme;
    setFont(uiFont(13));
    applyColours();
}

void NumberField::setHelp(const QString& help)
{
    help_ = help;
    refreshMark();
}

QString NumberField::complaint() const
{
    const std::optional<double> typed = readNumber(text());
    if (!typed)
        return tr("“%1” is not a number.").arg(text());
    if (*typed < limits_.minimum || *typed > limits_.maximum)
        return tr("Out of range: type a number %1.").arg(limits_.rangeText());
    if (limits_.whole && *typed != std::round(*typed))
        return tr("Type a whole number %1.").arg(limits_.rangeText());
    return {};
}

int NumberField::neededWidth() const
{
    const QFontMetrics metrics(font());
    int widest = metrics.horizontalAdvance(QStringLiteral("0.000"));
    for (const double end : { limits_.minimum, limits_.maximum })
        if (std::abs(end) < 1e7)
            widest = std::max(widest, metrics.horizontalAdvance(fieldNumber(end)));
    return widest + 20;
}

void NumberField::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor border = wrong_ ? theme_->bad : hasFocus() ? theme_->accent : theme_->hairline;
    const double width = wrong_ || hasFocus() ? 1.6 : 1;
    painter.setPen(QPen(border, width));
    painter.setBrush(theme_->field);
    const QRectF box = QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter.drawRoundedRect(box, 5, 5);
    painter.end();
    QLineEdit::paintEvent(event);
}

void NumberField::keyPressEvent(QKeyEvent* event)
{
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        commit();
        return;
    case Qt::Key_Escape:
        revert();
        emit cancelled();
        return;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const double from = complaint().isEmpty() ? readNumber(text()).value_or(number_) : number_;
        const double to = limits_.stepped(from, (event->key() == Qt::Key_Up ? 1 : -1) * (shift ? 10 : 1));
        setText(fieldNumber(to));
        setModified(true);
        commit();
        return;
    }
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void NumberField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason)
        return;
    if (isModified() && complaint().isEmpty()) {
        commit();
        return;
    }
    revert();
    emit cancelled();
}

bool NumberField::commit()
{
    refreshMark();
    if (wrong_)
        return false;
    const bool changed = isModified();
    const double value = changed ? readNumber(text()).value_or(number_) : number_;
    setModified(false);
    if (changed) {
        number_ = value;
        emit committed(value);
    } else {
        emit cancelled();
    }
    return true;
}

void NumberField::revert()
{
    setText(fieldNumber(number_));
    setModified(false);
    refreshMark();
}

void NumberField::refreshMark()
{
    const QString why = isModified() ? complaint() : QString();
    wrong_ = !why.isEmpty();
    setToolTip(wrong_ ? why : help_);
    setAccessibleDescription(wrong_ ? why : help_);
    applyColours();
    update();
}

void NumberField::applyColours()
{
    QPalette colours = theme_->palette();
    colours.setColor(QPalette::Base, Qt::transparent);
    colours.setColor(QPalette::Text, wrong_ ? theme_->bad : automatic_ ? theme_->muted : theme_->ink);
    if (colours != palette())
        setPalette(colours);
}

} // namespace tangent
