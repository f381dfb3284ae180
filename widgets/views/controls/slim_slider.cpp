// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/slim_slider.h"

#include "widgets/views/controls/slider_accessible.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace tangent {

namespace {

constexpr double knobRadius = 6;
constexpr double grooveHeight = 4;

} // namespace

SlimSlider::SlimSlider(QWidget* parent)
    : QWidget(parent)
{
    announceSliders();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void SlimSlider::setLimits(const NumberLimits& limits)
{
    limits_ = limits;
    update();
}

void SlimSlider::setNumber(double value)
{
    if (value == number_)
        return;
    number_ = value;
    announceSliderValue(*this);
    update();
}

void SlimSlider::setMarks(const std::vector<double>& marks)
{
    marks_ = marks;
    update();
}

void SlimSlider::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

void SlimSlider::moveTo(double value, Intent::Phase phase)
{
    const double wanted = limits_.clamped(value);
    setNumber(wanted);
    emit moved(wanted, phase);
}

bool SlimSlider::isBeyond() const
{
    return number_ < limits_.minimum || number_ > limits_.maximum;
}

/// A key never leads back to an end that the number lies beyond, but from there inwards.
double SlimSlider::steppedBy(double count) const
{
    const bool outwards = count < 0 ? number_ < limits_.minimum : number_ > limits_.maximum;
    return outwards ? number_ : limits_.stepped(number_, count);
}

QSize SlimSlider::sizeHint() const
{
    return {160, 24};
}

QSize SlimSlider::minimumSizeHint() const
{
    return {52, 20};
}

QRectF SlimSlider::groove() const
{
    const double inset = knobRadius + 2;
    return {inset, (height() - grooveHeight) / 2, std::max(1.0, width() - 2 * inset), grooveHeight};
}

double SlimSlider::numberAt(double x) const
{
    const QRectF box = groove();
    return limits_.onGrid(limits_.atShare((x - box.left()) / box.width()));
}

void SlimSlider::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = groove();
    const double knob = box.left() + limits_.share(number_) * box.width();
    QColor rest = theme_->muted;
    rest.setAlphaF(theme_->dark ? 0.4f : 0.28f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(rest);
    painter.drawRoundedRect(box, grooveHeight / 2, grooveHeight / 2);
    const QColor live = isEnabled() ? theme_->accent : theme_->muted;
    painter.setBrush(live);
    painter.drawRoundedRect(
        QRectF(box.topLeft(), QPointF(knob, box.bottom())), grooveHeight / 2, grooveHeight / 2);
    painter.setPen(QPen(theme_->muted, 1.4));
    for (const double mark : marks_) {
        const double x = box.left() + limits_.share(mark) * box.width();
        painter.drawLine(QPointF(x, box.center().y() - 5), QPointF(x, box.center().y() + 5));
    }
    const QPointF middle(knob, box.center().y());
    if (hasFocus()) {
        QColor halo = live;
        halo.setAlphaF(0.3f);
        painter.setPen(Qt::NoPen);
        painter.setBrush(halo);
        painter.drawEllipse(middle, knobRadius + 3.5, knobRadius + 3.5);
    }
    painter.setPen(QPen(live, 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(theme_->surface);
    if (isBeyond()) {
        const double way = number_ > limits_.maximum ? 1 : -1;
        painter.setBrush(live);
        painter.drawPolygon(QPolygonF{middle + QPointF(way * knobRadius, 0),
            middle + QPointF(-way * 3, -knobRadius + 1), middle + QPointF(-way * 3, knobRadius - 1)});
        return;
    }
    painter.drawEllipse(middle, knobRadius - 1.2, knobRadius - 1.2);
}

void SlimSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    endHeldKey();
    dragging_ = true;
    moveTo(numberAt(event->position().x()), Intent::Phase::Begin);
}

void SlimSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (!dragging_)
        return;
    const double wanted = numberAt(event->position().x());
    if (wanted != number_)
        moveTo(wanted, Intent::Phase::Move);
}

void SlimSlider::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !dragging_)
        return;
    dragging_ = false;
    moveTo(numberAt(event->position().x()), Intent::Phase::End);
}

void SlimSlider::keyPressEvent(QKeyEvent* event)
{
    const double many = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    double wanted = number_;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        wanted = steppedBy(-many);
        break;
    case Qt::Key_Right:
    case Qt::Key_Up:
        wanted = steppedBy(many);
        break;
    case Qt::Key_PageDown:
        wanted = steppedBy(-10);
        break;
    case Qt::Key_PageUp:
        wanted = steppedBy(10);
        break;
    case Qt::Key_Home:
        wanted = limits_.minimum;
        break;
    case Qt::Key_End:
        wanted = limits_.maximum;
        break;
    default:
        event->ignore();
        return;
    }
    if (wanted == number_ && isBeyond())
        return;
    if (!event->isAutoRepeat()) {
        endHeldKey();
        moveTo(wanted, Intent::Phase::Whole);
        return;
    }
    moveTo(wanted, keyHeld_ ? Intent::Phase::Move : Intent::Phase::Begin);
    keyHeld_ = true;
}

void SlimSlider::keyReleaseEvent(QKeyEvent* event)
{
    if (!event->isAutoRepeat())
        endHeldKey();
    QWidget::keyReleaseEvent(event);
}

void SlimSlider::endHeldKey()
{
    if (std::exchange(keyHeld_, false))
        moveTo(number_, Intent::Phase::End);
}

void SlimSlider::wheelEvent(QWheelEvent* event)
{
    if (!hasFocus()) {
        event->ignore();
        return;
    }
    wheel_ += event->angleDelta().y() / 120.0;
    const double turned = std::trunc(wheel_);
    wheel_ -= turned;
    const double wanted = steppedBy(turned);
    if (turned != 0 && !(wanted == number_ && isBeyond()))
        moveTo(wanted, Intent::Phase::Whole);
}

void SlimSlider::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void SlimSlider::focusOutEvent(QFocusEvent* event)
{
    endHeldKey();
    QWidget::focusOutEvent(event);
    update();
}

} // namespace tangent
