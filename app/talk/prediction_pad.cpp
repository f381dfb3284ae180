// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/talk/prediction_pad.h"

#include "widgets/scene/number_text.h"
#include "widgets/views/halo_text.h"
#include "widgets/views/item_paint.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace tangent {

namespace {

constexpr double keyStep = 8; // pixels
constexpr double ring = 7;

/// "Clusters k 3", or the number alone where the axis has no name.
QString placeOn(const Axis& axis, double value)
{
    const QString number = shownNumber(value);
    return axis.label.isEmpty() ? number : QStringLiteral("%1 %2").arg(axis.label, number);
}

} // namespace

PredictionPad::PredictionPad(PlotView& plot, Prediction::Kind kind)
    : QWidget(&plot)
    , plot_(plot)
    , kind_(kind)
    , cross_(kind == Prediction::Kind::Curve
              ? QPointF(plot.mapping().plot.left(), plot.mapping().plot.center().y())
              : plot.mapping().plot.center())
{
    setGeometry(plot.rect());
    setCursor(Qt::CrossCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleDescription(hint());
    describe();
    plot.installEventFilter(this);
    show();
    raise();
    setFocus();
}

void PredictionPad::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF room = plot_.mapping().plot;
    painter.setPen(QPen(plot_.theme().accent, 2, Qt::DashLine));
    painter.drawRect(room);
    painter.setFont(uiFont(12));
    // Where there is no room for it, the hint is heard only.
    if (textWidth(painter.font(), hint()) + 16 <= room.width())
        drawHaloText(
            painter, room.topLeft() + QPointF(8, 6), hint(), plot_.theme().accent, plot_.theme().surface);
    painter.setPen(QPen(plot_.theme().warning, 2.4));
    if (kind_ == Prediction::Kind::Curve)
        painter.drawPolyline(stroke_.data(), int(stroke_.size()));
    if (kind_ == Prediction::Kind::Curve && !hasFocus())
        return;
    painter.drawEllipse(cross_, ring, ring);
    painter.drawLine(cross_ - QPointF(ring, 0), cross_ + QPointF(ring, 0));
    painter.drawLine(cross_ - QPointF(0, ring), cross_ + QPointF(0, ring));
}

/// A stroke never goes back: drawing over a stretch again replaces it.
void PredictionPad::draw(QPointF pixel)
{
    const QRectF room = plot_.mapping().plot;
    const QPointF at(
        std::clamp(pixel.x(), room.left(), room.right()), std::clamp(pixel.y(), room.top(), room.bottom()));
    std::erase_if(stroke_, [&](const QPointF& point) { return point.x() >= at.x(); });
    stroke_.push_back(at);
    update();
}

void PredictionPad::moveBy(QPointF pixels)
{
    const QRectF room = plot_.mapping().plot;
    cross_ += pixels;
    cross_ = {
        std::clamp(cross_.x(), room.left(), room.right()), std::clamp(cross_.y(), room.top(), room.bottom())};
    if (kind_ == Prediction::Kind::Curve && pixels.x() < 0) {
        std::erase_if(stroke_, [&](const QPointF& point) { return point.x() > cross_.x(); });
        if (!stroke_.empty())
            cross_ = stroke_.back();
    } else if (kind_ == Prediction::Kind::Curve) {
        draw(cross_);
    }
    describe();
    update();
}

/// Nothing while a curve has no length yet.
void PredictionPad::give()
{
    if (kind_ == Prediction::Kind::Place) {
        emit given({plot_.mapping().toAxis(cross_)});
        return;
    }
    if (stroke_.size() < 2)
        return;
    std::vector<QPointF> points;
    for (const QPointF& pixel : stroke_)
        points.push_back(plot_.mapping().toAxis(pixel));
    emit given(points);
}

QString PredictionPad::hint() const
{
    return kind_ == Prediction::Kind::Curve
        ? tr("Draw from left to right, or press the arrow keys; Return is the guess.")
        : tr("Click, or press the arrow keys; Return is the guess.");
}

void PredictionPad::describe()
{
    const auto& plot = std::get<Plot>(plot_.figure().content);
    const QPointF at = plot_.mapping().toAxis(cross_);
    setAccessibleName(tr("Guess in %1: %2, %3")
                          .arg(plot_.figure().title, placeOn(plot.x, at.x()), placeOn(plot.y, at.y())));
}

void PredictionPad::mousePressEvent(QMouseEvent* event)
{
    if (kind_ == Prediction::Kind::Curve) {
        stroke_.clear();
        cross_ = event->position();
        draw(event->position());
        return;
    }
    cross_ = event->position();
    give();
}

void PredictionPad::mouseMoveEvent(QMouseEvent* event)
{
    if (kind_ != Prediction::Kind::Curve || !event->buttons().testFlag(Qt::LeftButton))
        return;
    draw(event->position());
    cross_ = stroke_.back();
}

void PredictionPad::mouseReleaseEvent(QMouseEvent*)
{
    if (kind_ == Prediction::Kind::Curve)
        give();
}

void PredictionPad::keyPressEvent(QKeyEvent* event)
{
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? 5 * keyStep : keyStep;
    switch (event->key()) {
    case Qt::Key_Left:
        moveBy({-step, 0});
        return;
    case Qt::Key_Right:
        moveBy({step, 0});
        return;
    case Qt::Key_Up:
        moveBy({0, -step});
        return;
    case Qt::Key_Down:
        moveBy({0, step});
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        give();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PredictionPad::focusInEvent(QFocusEvent*)
{
    update();
}

void PredictionPad::focusOutEvent(QFocusEvent*)
{
    update();
}

bool PredictionPad::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(plot_.rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace tangent
