// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/player_button.h"

#include "widgets/views/item_paint.h"

#include <QKeyEvent>
#include <QPainter>

namespace tangent {

PlayerButton::PlayerButton(Sign sign, const QString& name, QWidget* parent)
    : QAbstractButton(parent)
    , sign_(sign)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSign(sign, name);
}

void PlayerButton::setSign(Sign sign, const QString& name)
{
    sign_ = sign;
    setAccessibleName(name);
    setToolTip(name);
    update();
}

void PlayerButton::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

QSize PlayerButton::sizeHint() const
{
    const bool wide = sign_ == Sign::Play || sign_ == Sign::Pause;
    return QSizeF(QSizeF(wide ? 36 : 29, 27) * textScale()).toSize();
}

void PlayerButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool strong = sign_ == Sign::Play || sign_ == Sign::Pause;
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (strong) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(theme_->ink, theme_->surface, underMouse() ? 0.15 : 0));
    } else {
        painter.setPen(QPen(underMouse() ? theme_->muted : theme_->hairline, 1));
        painter.setBrush(theme_->field);
    }
    painter.drawRoundedRect(box, 6, 6);

    const QColor ink = strong ? theme_->surface
        : isEnabled()         ? theme_->ink
                              : mixed(theme_->hairline, theme_->muted, 0.4);
    const double size = 4.2 * textScale();
    const QPointF middle = box.center();
    const auto triangle = [&](double x, double direction) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawPolygon(QPolygonF() << middle + QPointF(x + direction * size * 0.8, 0)
                                        << middle + QPointF(x - direction * size * 0.6, -size)
                                        << middle + QPointF(x - direction * size * 0.6, size));
    };
    const auto bar = [&](double x, double width) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawRect(QRectF(middle.x() + x - width / 2, middle.y() - size, width, 2 * size));
    };
    switch (sign_) {
    case Sign::First:
        bar(-size, 1.4);
        triangle(size * 0.4, -1);
        break;
    case Sign::Back:
        triangle(0, -1);
        break;
    case Sign::Play:
        triangle(0, 1);
        break;
    case Sign::Pause:
        bar(-size * 0.6, 2.6);
        bar(size * 0.6, 2.6);
        break;
    case Sign::Forward:
        triangle(0, 1);
        break;
    case Sign::Last:
        triangle(-size * 0.4, 1);
        bar(size, 1.4);
        break;
    }
    if (hasFocus())
        drawFrame(painter, QRectF(rect()), theme_->accent, 2, 6);
}

void PlayerButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void PlayerButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void PlayerButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace tangent
