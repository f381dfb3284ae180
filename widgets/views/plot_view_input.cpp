// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/number_limits.h"
#include "widgets/views/plot_accessible.h"
#include "widgets/views/plot_handles.h"
#include "widgets/views/plot_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include <cmath>

namespace tangent {

QRectF PlotView::handleRectangle(int index) const
{
    return handleBox(handles()[size_t(index)], values(), mapping());
}

int PlotView::focusedHandle() const
{
    for (int i = 0; i < int(handles().size()); ++i) {
        if (handles()[size_t(i)].id == focusedId_)
            return i;
    }
    return -1;
}

void PlotView::focusHandle(int index)
{
    focusedId_ = index >= 0 && index < int(handles().size()) ? handles()[size_t(index)].id : QString();
    update();
    if (focusedHandle() >= 0)
        announceHandleFocus(this, focusedHandle());
}

HandleRange PlotView::rangeOf(int index, Coordinate coordinate) const
{
    return handleRange(handles()[size_t(index)], coordinate, parameters(), mapping());
}

void PlotView::setHandleValue(int index, Coordinate coordinate, double value)
{
    const Handle& handle = handles()[size_t(index)];
    const QPointF place = placeWithValue(handle, coordinate, value, values());
    emit intent(moveHandle(handle, place, values(), parameters(), Intent::Phase::Whole));
}

void PlotView::stepHandle(int index, Coordinate coordinate, double steps)
{
    const Handle& handle = handles()[size_t(index)];
    const HandleRange range = rangeOf(index, coordinate);
    const double value = handleValue(handle, coordinate, values());
    const NumberLimits limits{range.minimum, range.maximum, range.step, false, range.logarithmic};
    const bool angle = handle.geometry == Handle::Geometry::Angle;
    setHandleValue(index, coordinate, angle ? value + steps * range.step : limits.stepped(value, steps));
}

bool PlotView::moveByKey(int index, QKeyEvent* event)
{
    const Handle handle = completed(handles()[size_t(index)], values(), parameters());
    double steps = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    bool upright = false;
    switch (event->key()) {
    case Qt::Key_Left:
        steps = -steps;
        break;
    case Qt::Key_Right:
        break;
    case Qt::Key_Down:
        steps = -steps;
        upright = true;
        break;
    case Qt::Key_Up:
        upright = true;
        break;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        steps = event->key() == Qt::Key_PageUp ? 10 : -10;
        upright = coordinatesOf(handle).back() == Coordinate::Y;
        break;
    default:
        return false;
    }
    if (handle.geometry == Handle::Geometry::Angle || handle.geometry == Handle::Geometry::Connect) {
        stepHandle(index, Coordinate::X, steps);
        return true;
    }
    const Coordinate wanted = upright ? Coordinate::Y : Coordinate::X;
    for (const Coordinate coordinate : coordinatesOf(handle)) {
        if (coordinate != wanted)
            continue;
        // Right is right on the screen, whichever way the axis and the parameter run.
        const bool reversed = upright ? mapping().yAxis.reversed : mapping().xAxis.reversed;
        const bool falling = mapOf(handle, coordinate).scale < 0;
        stepHandle(index, coordinate, reversed != falling ? -steps : steps);
    }
    return true;
}

void PlotView::emitAll(const std::vector<Intent>& intents)
{
    for (const Intent& wanted : intents)
        emit intent(wanted);
}

void PlotView::endDrag()
{
    if (!isDrawing())
        frozen_.reset();
    keepZoomOnlyForSameAxes();
    updateCursor();
    update();
}

void PlotView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    const QPointF pixel = event->position();
    if (pressPen(pixel))
        return;
    const int index = handleAt(handles(), values(), mapping(), pixel);
    setHovered(std::nullopt);
    setHoveredHandle(index);
    if (index >= 0) {
        frozen_ = axes();
        drag_.press(handles()[size_t(index)], pixel, values(), parameters(), mapping());
        focusHandle(index);
    } else if (isZoomed() && mapping().plot.contains(pixel)) {
        panFrom_ = pixel;
    }
    updateCursor();
}

void PlotView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF pixel = event->position();
    if (movePen(pixel))
        return;
    if (drag_.isActive()) {
        if (const std::optional<Intent> wanted = drag_.move(pixel, values(), parameters(), mapping()))
            emit intent(*wanted);
        else
            update(); // an arrow follows the pointer between its ends
    } else if (panFrom_) {
        zoom_.pan(mapping(), pixel - *panFrom_);
        panFrom_ = pixel;
        zoomChanged();
    } else if (event->buttons() == Qt::NoButton) {
        hover(pixel);
    }
}

void PlotView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    panFrom_.reset();
    if (releasePen())
        return;
    if (drag_.isActive()) {
        const std::optional<Intent> last = drag_.release();
        endDrag();
        if (last)
            emit intent(*last);
    }
    hover(event->position());
}

void PlotView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const bool free =
        event->button() == Qt::LeftButton && handleAt(handles(), values(), mapping(), event->position()) < 0;
    if (isDrawing())
        mousePressEvent(event);
    else if (free && plot().adding)
        addRowAt(event->position());
    else if (free && isZoomed())
        resetZoom();
    else
        mousePressEvent(event);
}

void PlotView::leaveEvent(QEvent*)
{
    setHovered(std::nullopt);
    setHoveredHandle(-1);
    if (drawn_.pointer && !drawn_.stroke.isActive()) {
        drawn_.pointer.reset();
        update();
    }
}

void PlotView::wheelEvent(QWheelEvent* event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (event->modifiers() & Qt::ControlModifier && plot().zoomable) {
        zoomAt(event->position(), std::pow(0.8, notches));
        return;
    }
    // Scrolling past a plot never edits: the wheel moves only the handle that has the keyboard and the
    // pointer.
    const int index = hasFocus() ? focusedHandle() : -1;
    if (index < 0 || drag_.isActive() || notches == 0
        || handleAt(handles(), values(), mapping(), event->position()) != index) {
        event->ignore();
        return;
    }
    const Handle handle = completed(handles()[size_t(index)], values(), parameters());
    stepHandle(index, coordinatesOf(handle).back(), notches);
}

void PlotView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && drag_.isActive()) {
        const std::vector<Intent> back = drag_.cancel();
        endDrag();
        emitAll(back);
        return;
    }
    if (penKey(event))
        return;
    const bool zooms = plot().zoomable && !(event->modifiers() & Qt::ControlModifier);
    if (zooms && (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Minus)) {
        zoomAt(mapping().plot.center(), event->key() == Qt::Key_Plus ? 0.8 : 1.25);
        return;
    }
    if (zooms && event->key() == Qt::Key_0) {
        resetZoom();
        return;
    }
    const int index = focusedHandle();
    const bool deletes = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    if ((event->key() == Qt::Key_Insert && addRowInTheMiddle()) || (deletes && removeRowOf(index)))
        return;
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!plain || index < 0 || drag_.isActive() || !moveByKey(index, event))
        FigureView::keyPressEvent(event);
}

void PlotView::focusInEvent(QFocusEvent* event)
{
    FigureView::focusInEvent(event);
    const int last = int(handles().size()) - 1;
    if (event->reason() == Qt::TabFocusReason)
        focusHandle(0);
    else if (event->reason() == Qt::BacktabFocusReason)
        focusHandle(last);
    else if (focusedHandle() < 0
        && (event->reason() == Qt::OtherFocusReason || event->reason() == Qt::ShortcutFocusReason))
        focusHandle(0);
    update();
}

void PlotView::focusOutEvent(QFocusEvent* event)
{
    FigureView::focusOutEvent(event);
    update();
}

void PlotView::hideEvent(QHideEvent* event)
{
    FigureView::hideEvent(event);
    releasePen();
    if (!drag_.isActive())
        return;
    const std::optional<Intent> last = drag_.release();
    endDrag();
    if (last)
        emit intent(*last);
}

bool PlotView::focusNextPrevChild(bool next)
{
    // With the focus but on no handle, the walk begins at the first one.
    const int index = focusedHandle() + (next ? 1 : -1);
    if (hasFocus() && index >= 0 && index < int(handles().size())) {
        focusHandle(index);
        return true;
    }
    return FigureView::focusNextPrevChild(next);
}

bool PlotView::event(QEvent* event)
{
    // The window's own Escape comes after the one that lays the pen down.
    if (event->type() == QEvent::ShortcutOverride && isDrawing()
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::NativeGesture) {
        auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomAt(gesture->position(), 1 / std::max(0.2, 1 + gesture->value()));
            return true;
        }
    }
    return FigureView::event(event);
}

} // namespace tangent
