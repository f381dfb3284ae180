// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/plot_view.h"

#include "widgets/views/axis_ticks.h"
#include "widgets/views/chip.h"
#include "widgets/views/handle_connects.h"
#include "widgets/views/plot_accessible.h"
#include "widgets/views/plot_handles.h"
#include "widgets/views/text.h"

#include <QPaintEvent>

#include <algorithm>

namespace tangent {

PlotView::PlotView(QWidget* parent)
    : FigureView(parent)
{
    installPlotAccessibility();
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&drawn_.clock, &QTimer::timeout, this, &PlotView::keepPainting);
}

PlotView::~PlotView() = default;

const Plot& PlotView::plot() const
{
    static const Plot none;
    const Plot* shown = std::get_if<Plot>(&figure().content);
    return shown ? *shown : none;
}

PlotView::Axes PlotView::axes() const
{
    return frozen_ ? *frozen_ : Axes{plot().x, plot().y, plot().secondY, plot().equalAspect};
}

const PlotMapping& PlotView::mapping() const
{
    const Axes shown = axes();
    FrameRequest request{shown.x, shown.y, shown.secondY, shown.equalAspect, size(), devicePixelRatioF()};
    zoom_.applyTo(request.x, request.y);
    return picture_.layOut(request, theme());
}

QSize PlotView::sizeHint() const
{
    return {480, 320};
}

QSize PlotView::minimumSizeHint() const
{
    return {160, figure().minimumHeight};
}

void PlotView::figureChanged()
{
    picture_.discard();
    drag_.refresh(handles());
    penFollowsFigure();
    keepZoomOnlyForSameAxes();
    const bool takesRows = plot().drawing && plot().drawing->refusal.isEmpty();
    const bool takesKeys = !handles().empty() || plot().adding || takesRows;
    setFocusPolicy(takesKeys ? Qt::StrongFocus : Qt::ClickFocus);
    focusAdded();
    if (hovered_ && !drag_.isActive())
        setHovered(markAt(plot(), mapping(), hovered_->at, 8));
    if (hoveredHandle_ >= int(handles().size()))
        setHoveredHandle(-1);
    describe();
}

/// The words of the picture keep off the handles: they are placed anew where a handle has moved.
void PlotView::figureRepeated()
{
    if (handlePlaces() == places_)
        return;
    picture_.discard();
    update();
}

std::vector<QPointF> PlotView::handlePlaces() const
{
    std::vector<QPointF> places;
    for (const Handle& handle : handles())
        places.push_back(handlePosition(handle, values()));
    return places;
}

/// Of the values only the handles and the chip of the one that is named are shown.
void PlotView::valuesChanged()
{
    penFollowsValues();
    if (drag_.isActive() || hoveredHandle_ >= 0 || focusedHandle() >= 0 || handlePlaces() != places_)
        update();
    if (focusedHandle() >= 0)
        announceHandleValue(this, focusedHandle());
}

std::vector<QRectF> PlotView::placesWriting(const QSet<QString>& keys) const
{
    std::vector<Handle> writing;
    std::copy_if(handles().begin(), handles().end(), std::back_inserter(writing),
        [&](const Handle& handle) { return keys.contains(handle.x.key) || keys.contains(handle.y.key); });
    return handleBoxes(writing, values(), mapping());
}

void PlotView::marksChanged()
{
    picture_.discard();
    update();
}

void PlotView::describe()
{
    QStringList parts;
    for (const auto& [axis, name] :
        {std::pair(&plot().x, QStringLiteral("x")), std::pair(&plot().y, QStringLiteral("y"))}) {
        if (axis->hidden)
            continue;
        const Axis shown = settledAxis(*axis);
        const QString title = axisTitle(shown).isEmpty() ? name : axisTitle(shown);
        parts << tr("%1 from %2 to %3")
                     .arg(title, axisValueText(shown, shown.minimum), axisValueText(shown, shown.maximum));
    }
    if (isDrawing())
        parts << penDescription();
    setAccessibleDescription((QStringList(figure().title) + parts).join(QStringLiteral("; ")));
}

void PlotView::paintEvent(QPaintEvent*)
{
    const PlotMapping& shown = mapping();
    places_ = handlePlaces();
    QPainter painter(this);
    painter.drawImage(
        QPointF(), picture_.compose(plot(), markedRows(), handleGround(handles(), values(), shown)));
    paintOverlay(painter);
}

/// What changes without the data: handles, notes on what is pointed at, the hint on zooming back.
void PlotView::paintOverlay(QPainter& painter)
{
    const PlotMapping& shown = mapping();
    const int focused = hasFocus() ? focusedHandle() : -1;
    int held = -1;
    for (int i = 0; i < int(handles().size()) && drag_.isActive(); ++i) {
        if (handles()[size_t(i)].id == drag_.handleId())
            held = i;
    }
    std::vector<Handle> drawn = handles();
    // The values know nothing of the table's cells: until the next scene such a handle stands under the hand.
    if (held >= 0 && (isPatch(drawn[size_t(held)].x) || isPatch(drawn[size_t(held)].y)))
        drawn[size_t(held)].at = drag_.place();
    if (held >= 0 && drawn[size_t(held)].geometry == Handle::Geometry::Connect)
        drawn[size_t(held)] = heldAt(drawn[size_t(held)], drag_.place(), values());
    paintHandles(painter, drawn, values(), shown, theme(), {hoveredHandle_, focused, held});
    paintPen(painter);
    if (isZoomed()) {
        painter.setFont(uiFont(10.5));
        painter.setPen(theme().muted);
        drawText(painter, shown.plot.adjusted(6, 4, -6, -4), Qt::AlignRight | Qt::AlignTop,
            plot().adding ? tr("0: reset zoom") : tr("double-click: reset zoom"));
    }
    const int named = held >= 0 ? held : hoveredHandle_ >= 0 ? hoveredHandle_ : focused;
    if (named >= 0) {
        const Handle& handle = drawn[size_t(named)];
        const QString value = handleValueText(handle, values(), parameters(), shown);
        const QString text = handle.label.isEmpty() ? value : handle.label + QStringLiteral("  ") + value;
        paintChip(painter, rect(), handleBox(handle, values(), shown).center(), 14, {text}, theme());
    } else if (hovered_) {
        if (hovered_->size > 0) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme().ink, 1.6));
            const double radius = std::max(7.0, hovered_->size * 0.75 + 3);
            painter.drawEllipse(hovered_->at, radius, radius);
        }
        paintChip(painter, rect(), hovered_->at, 10, hovered_->lines, theme());
    }
}

void PlotView::hover(QPointF pixel)
{
    const PlotMapping& shown = mapping();
    setHoveredHandle(handleAt(handles(), values(), shown, pixel));
    setHovered(hoveredHandle_ >= 0 ? std::nullopt : markAt(plot(), shown, pixel, 8));
    updateCursor();
}

void PlotView::setHovered(const std::optional<HoveredMark>& mark)
{
    if (mark == hovered_)
        return;
    const std::vector<int> before = hovered_ ? hovered_->rowIds : std::vector<int>();
    const std::vector<int> after = mark ? mark->rowIds : std::vector<int>();
    hovered_ = mark;
    update();
    if (before != after)
        emit rowsHovered(after);
}

void PlotView::setHoveredHandle(int index)
{
    if (index == hoveredHandle_)
        return;
    hoveredHandle_ = index;
    update();
}

void PlotView::updateCursor()
{
    if (hoveredHandle_ >= 0 && hoveredHandle_ < int(handles().size()))
        setCursor(handleCursor(handles()[size_t(hoveredHandle_)], drag_.isActive()));
    else if (panFrom_)
        setCursor(Qt::ClosedHandCursor);
    else if (isDrawing() && pen().tool != Pen::Tool::Move && drawn_.pointer
        && holds(mapping().plot, *drawn_.pointer))
        setCursor(Qt::CrossCursor);
    else
        unsetCursor();
}

void PlotView::zoomAt(QPointF pixel, double factor)
{
    if (!plot().zoomable || drag_.isActive())
        return;
    zoomedAxes_ = axes();
    zoom_.scale(mapping(), pixel, factor);
    zoomChanged();
}

void PlotView::resetZoom()
{
    if (!zoom_.isActive())
        return;
    zoom_.reset();
    zoomChanged();
}

/// Plots of one window whose x axes are linked look at the same stretch.
void PlotView::zoomChanged()
{
    setHovered(std::nullopt);
    update();
    if (plot().linkedX.isEmpty())
        return;
    for (PlotView* other : window()->findChildren<PlotView*>()) {
        if (other == this || other->plot().linkedX != plot().linkedX)
            continue;
        other->zoomedAxes_ = other->axes();
        other->zoom_.followX(other->mapping(), zoom_.x());
        other->update();
    }
}

void PlotView::keepZoomOnlyForSameAxes()
{
    if (!frozen_ && zoom_.isActive() && axes() != zoomedAxes_)
        zoom_.reset();
}

} // namespace tangent
