// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/line_field.h"

#include "widgets/views/text.h"

#include <QFontMetrics>
#include <QPainter>

namespace tangent {

namespace {

constexpr int sideMargin = 6;

} // namespace

LineField::LineField(QWidget* parent)
    : QLineEdit(parent)
{
    setFrame(false);
    setUnit({});
    setFont(uiFont(13));
    applyColours();
}

void LineField::setTheme(const Theme& theme)
{
    theme_ = &theme;
    setFont(uiFont(13));
    setUnit(unit_);
    applyColours();
}

void LineField::setHelp(const QString& help)
{
    help_ = help;
    explain();
}

void LineField::setWhole(const QString& whole)
{
    if (whole == whole_)
        return;
    whole_ = whole;
    explain();
}

void LineField::setComplaint(const QString& sentence)
{
    complaint_ = sentence;
    explain();
    applyColours();
    update();
}

void LineField::explain()
{
    const QString said = complaint_.isEmpty() ? help_ : complaint_;
    const bool both = !whole_.isEmpty() && !said.isEmpty();
    setToolTip(both ? whole_ + QLatin1Char('\n') + said : whole_ + said);
    setAccessibleDescription(said);
}

void LineField::setMutedText(bool muted)
{
    muted_ = muted;
    applyColours();
}

void LineField::setUnit(const QString& unit)
{
    unit_ = unit;
    setTextMargins(sideMargin - 2, 0, sideMargin - 2 + unitWidth(), 0);
    update();
}

int LineField::unitWidth() const
{
    return unit_.isEmpty() ? 0 : QFontMetrics(font()).horizontalAdvance(unit_) + 3;
}

void LineField::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool strong = isWrong() || hasFocus();
    const double width = strong ? 1.6 : 1;
    painter.setPen(QPen(isWrong() ? theme_->bad : hasFocus() ? theme_->accent : theme_->hairline, width));
    painter.setBrush(theme_->field);
    painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), 5, 5);
    if (!unit_.isEmpty()) {
        painter.setFont(font());
        painter.setPen(theme_->muted);
        drawText(
            painter, QRectF(rect()).adjusted(0, 0, -sideMargin, 0), Qt::AlignRight | Qt::AlignVCenter, unit_);
    }
    painter.end();
    QLineEdit::paintEvent(event);
}

void LineField::applyColours()
{
    QPalette colours = theme_->palette();
    colours.setColor(QPalette::Base, Qt::transparent);
    colours.setColor(QPalette::Text, isWrong() ? theme_->bad : muted_ ? theme_->muted : theme_->ink);
    if (colours != palette())
        setPalette(colours);
}

} // namespace tangent
