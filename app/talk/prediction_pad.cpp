// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/talk/prediction_pad.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace tangent {

namespace {

constexpr double keyStep = 8; // pixels
constexpr double ring = 7;

} // namespace

PredictionPad::PredictionPad(PlotView& plot, Prediction::Kind kind)
    : QWidget(&plot)
    , plot_(plot)
    , kind_(kind)
    , cross_(plot.mapping().plot.center())
{
    setGeometry(plot.rect());
    setCursor(Qt::CrossCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Guess in %1").arg(plot.figure().title));
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
    painter.setPen(QPen(plot_.theme().warning, 2.4));
    if (kind_ == Prediction::Kind::Curve) {
        painter.drawPolyline(stroke_.data(), int(stroke_.size()));
        return;
    }
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

void PredictionPad::mousePressEvent(QMouseEvent* event)
{
    if (kind_ == Prediction::Kind::Curve) {
        stroke_.clear();
        draw(event->position());
        return;
    }
    cross_ = event->position();
    emit given({plot_.mapping().toAxis(cross_)});
}

void PredictionPad::mouseMoveEvent(QMouseEvent* event)
{
    if (kind_ == Prediction::Kind::Curve && event->buttons().testFlag(Qt::LeftButton))
        draw(event->position());
}

void PredictionPad::mouseReleaseEvent(QMouseEvent*)
{
    if (kind_ != Prediction::Kind::Curve || stroke_.size() < 2)
        return;
    std::vector<QPointF> points;
    for (const QPointF& pixel : stroke_)
        points.push_back(plot_.mapping().toAxis(pixel));
    emit given(points);
}

void PredictionPad::keyPressEvent(QKeyEvent* event)
{
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? 5 * keyStep : keyStep;
    QPointF by;
    switch (event->key()) {
    case Qt::Key_Left:
        by = {-step, 0};
        break;
    case Qt::Key_Right:
        by = {step, 0};
        break;
    case Qt::Key_Up:
        by = {0, -step};
        break;
    case Qt::Key_Down:
        by = {0, step};
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (kind_ == Prediction::Kind::Place)
            emit given({plot_.mapping().toAxis(cross_)});
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    cross_ += by;
    update();
}

bool PredictionPad::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(plot_.rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace tangent
