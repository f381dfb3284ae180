// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/buttons.h"

#include "widgets/views/controls/button_accessible.h"
#include "widgets/views/item_paint.h"
#include "widgets/views/text.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace tangent {

namespace {

constexpr double arrowRoom = 21;
constexpr double signWidth = 28;
const QSizeF switchSize(34, 19);

double pixelsOf(PlainButton::Look look)
{
    if (look == PlainButton::Look::Segment)
        return 11.5;
    return look == PlainButton::Look::Chip ? 12 : 12.5;
}

} // namespace

PlainButton::PlainButton(Look look, const QString& text, QWidget* parent)
    : QAbstractButton(parent)
    , look_(look)
{
    announceButtons();
    setText(text);
    setCheckable(look != Look::Framed);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setFont(uiFont(pixelsOf(look)));
}

void PlainButton::setTheme(const Theme& theme)
{
    theme_ = &theme;
    setFont(uiFont(pixelsOf(look_)));
    updateGeometry();
    update();
}

void PlainButton::setSign(Sign sign)
{
    sign_ = sign;
    updateGeometry();
    update();
}

void PlainButton::paintWords(QPainter& painter) const
{
    if (sign_)
        sign_(painter, QRectF(rect()).center(), painter.pen().color());
    else
        drawText(painter, QRectF(rect()), Qt::AlignCenter, text());
}

QFont PlainButton::fontNow() const
{
    QFont made = font();
    const bool heading = look_ == Look::Tab || look_ == Look::Segment || look_ == Look::Chip;
    if (heading && isChecked())
        made.setWeight(QFont::DemiBold);
    return made;
}

QSize PlainButton::sizeHint() const
{
    if (look_ == Look::Switch)
        return QSizeF(switchSize * textScale() + QSizeF(4, 4)).toSize();
    QFont widest = font();
    widest.setWeight(QFont::DemiBold);
    const double width = sign_ ? signWidth : textWidth(widest, text());
    const double height = lineHeight(widest);
    const double sides = sign_   ? 0
        : look_ == Look::Tab     ? 2
        : look_ == Look::Fold    ? arrowRoom + 4
        : look_ == Look::Segment ? 8
                                 : 18;
    return QSize(int(std::ceil(width + sides)), int(std::ceil(height + (look_ == Look::Tab ? 8 : 9))));
}

void PlainButton::paintSwitch(QPainter& painter) const
{
    const QSizeF size = switchSize * textScale();
    const QRectF pill(2, (height() - size.height()) / 2, size.width(), size.height());
    const double radius = size.height() / 2;
    if (showsFocus())
        drawFocusRing(painter, pill.adjusted(-1, -1, 1, 1), *theme_, radius + 1);
    QColor off = theme_->muted;
    off.setAlphaF(theme_->dark ? 0.55f : 0.45f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? theme_->accent : off);
    painter.drawRoundedRect(pill, radius, radius);
    painter.setBrush(isChecked() ? theme_->onAccent : QColor(Qt::white));
    const double x = isChecked() ? pill.right() - radius : pill.left() + radius;
    painter.drawEllipse(QPointF(x, pill.center().y()), radius - 2.5, radius - 2.5);
}

void PlainButton::paintFold(QPainter& painter) const
{
    const QPointF middle(12, height() / 2.0);
    QPolygonF arrow;
    if (isChecked())
        arrow << middle + QPointF(-4, -2) << middle + QPointF(4, -2) << middle + QPointF(0, 3);
    else
        arrow << middle + QPointF(-2, -4) << middle + QPointF(3, 0) << middle + QPointF(-2, 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_->muted);
    painter.drawPolygon(arrow);
    painter.setPen(underMouse() ? theme_->ink : theme_->muted);
    drawText(painter, QRectF(rect()).adjusted(arrowRoom, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    if (showsFocus())
        drawFrame(painter, QRectF(rect()), theme_->accent, 1.6, 4);
}

void PlainButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontNow());
    const QRectF box(rect());
    switch (look_) {
    case Look::Switch:
        paintSwitch(painter);
        return;
    case Look::Fold:
        paintFold(painter);
        return;
    case Look::Tab:
        painter.setPen(isChecked() || underMouse() ? theme_->ink : theme_->muted);
        drawText(painter, box, Qt::AlignLeft | Qt::AlignVCenter, text());
        if (isChecked()) {
            painter.setPen(QPen(theme_->accent, 2));
            painter.drawLine(QPointF(0, box.bottom() - 1), QPointF(box.right(), box.bottom() - 1));
        }
        break;
    case Look::Segment:
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? theme_->accentSoft
                : underMouse()       ? mixed(theme_->field, theme_->muted, 0.08)
                                     : theme_->field);
        painter.drawRect(box);
        painter.setPen(isChecked() ? theme_->accent : theme_->ink);
        paintWords(painter);
        break;
    case Look::Chip:
    case Look::Framed: {
        const bool on = isChecked();
        painter.setPen(QPen(on ? theme_->accent : underMouse() ? theme_->muted : theme_->hairline, 1));
        painter.setBrush(on ? theme_->accentSoft : theme_->field);
        const double radius = look_ == Look::Chip ? (box.height() - 2) / 2 : 6;
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        painter.setPen(on ? theme_->accent : theme_->ink);
        paintWords(painter);
        if (showsFocus())
            drawFrame(painter, box, theme_->accent, 2, radius);
        return;
    }
    }
    if (showsFocus())
        drawFrame(painter, box, theme_->accent, 1.8, 4);
}

void PlainButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void PlainButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void PlainButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void PlainButton::focusInEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::ActiveWindowFocusReason)
        byKeyboard_ = event->reason() != Qt::MouseFocusReason;
    QAbstractButton::focusInEvent(event);
    update();
}

} // namespace tangent
