// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/number_text.h"
#include "widgets/views/chip.h"
#include "widgets/views/mark_shapes.h"
#include "widgets/views/plot_handles.h"
#include "widgets/views/plot_view.h"

#include <QKeyEvent>
#include <QPixmap>

#include <algorithm>
#include <cmath>
#include <map>

// What the mouse and the keys do with the pen, and how it is seen.
namespace tangent {

namespace {

constexpr double radiusStep = 4;
constexpr double crosshairStep = 4;         ///< pixels; with Shift ten times as many
constexpr int firstTouchMilliseconds = 250; ///< a click is one touch
constexpr int nextTouchMilliseconds = 80;

double rowSize(const Plot& plot)
{
    for (const Layer& layer : plot.layers) {
        const Points* points = std::get_if<Points>(&layer);
        if (points && points->areRows)
            return points->size;
    }
    return 6;
}

/// A mark as a picture of its own: a stroke over a full sheet leaves thousands to paint with every event.
QPixmap stampOf(const FreshMark& mark, double size, double ratio, const Theme& theme)
{
    const bool isGone = mark.change == FreshMark::Change::Gone;
    const double side = std::ceil(size) + 6;
    QPixmap stamp((QSizeF(side, side) * ratio).toSize());
    stamp.setDevicePixelRatio(ratio);
    stamp.fill(Qt::transparent);
    QPainter painter(&stamp);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = isGone ? theme.surface
        : mark.colour < 0        ? theme.muted
                                 : theme.colour(classRole(mark.colour));
    const QPainterPath shape = markShape(isGone ? 0 : std::max(0, mark.colour), size + (isGone ? 2 : 0));
    painter.fillPath(shape.translated(side / 2, side / 2), colour);
    return stamp;
}

void paintFresh(QPainter& painter, const std::vector<FreshMark>& marks, const PlotMapping& mapping,
    double size, const Theme& theme)
{
    const double ratio = painter.device()->devicePixelRatioF();
    std::map<std::pair<bool, int>, QPixmap> stamps;
    for (const FreshMark& mark : marks) {
        QPixmap& stamp = stamps[{mark.change == FreshMark::Change::Gone, mark.colour}];
        if (stamp.isNull())
            stamp = stampOf(mark, size, ratio, theme);
        const double half = stamp.width() / ratio / 2;
        painter.drawPixmap(mapping.toPixel(mark.at) - QPointF(half, half), stamp);
    }
}

} // namespace

bool PlotView::pressPen(QPointF pixel)
{
    if (!drawn_.isOn || !holds(mapping().plot, pixel))
        return false;
    if (drawn_.pen.tool == Pen::Tool::Move && handleAt(handles(), values(), mapping(), pixel) >= 0)
        return false;
    setFocus(Qt::MouseFocusReason);
    focusHandle(-1);
    drawn_.crosshair.reset();
    drawn_.pointer = pixel;
    setHovered(std::nullopt); // the row may move away, or go
    send(drawn_.stroke.press(drawn_.pen, pixel, plot(), mapping(), values()));
    if (drawn_.stroke.isActive() && drawn_.pen.tool == Pen::Tool::Brush)
        drawn_.clock.start(firstTouchMilliseconds);
    return drawn_.stroke.isActive();
}

bool PlotView::movePen(QPointF pixel)
{
    if (!drawn_.isOn)
        return false;
    drawn_.pointer = pixel;
    if (drawn_.stroke.isActive()) {
        const std::optional<Intent> left = drawn_.stroke.move(pixel, plot(), mapping(), values());
        send(left);
        if (left
            && drawn_.clock.isActive()) // a hand on its way leaves rows by that; one that trembles is still
            drawn_.clock.start(nextTouchMilliseconds);
        return true;
    }
    if (drawn_.pen.tool == Pen::Tool::Move || drag_.isActive() || panFrom_)
        return false;
    updateCursor();
    update();
    return true;
}

void PlotView::keepPainting()
{
    drawn_.clock.start(nextTouchMilliseconds);
    send(drawn_.stroke.dwell(plot(), mapping(), values()));
}

bool PlotView::releasePen()
{
    drawn_.clock.stop();
    if (!drawn_.stroke.isActive())
        return false;
    send(drawn_.stroke.release());
    emit strokeEnded();
    return true;
}

bool PlotView::penKey(QKeyEvent* event)
{
    if (!drawn_.isOn || event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_Escape:
        if (drawn_.stroke.isActive()) {
            drawn_.clock.stop();
            send(drawn_.stroke.cancel());
            emit strokeEnded();
        } else
            setDrawing(false);
        return true;
    case Qt::Key_M:
        setTool(Pen::Tool::Move);
        return true;
    case Qt::Key_U:
        setTool(Pen::Tool::Brush);
        return true;
    case Qt::Key_P:
        setTool(Pen::Tool::Point);
        return true;
    case Qt::Key_E:
        setTool(Pen::Tool::Erase);
        return true;
    case Qt::Key_R:
        if (!drawing()->label.isEmpty())
            setTool(Pen::Tool::Relabel);
        return true;
    case Qt::Key_F2:
        emit namingWanted();
        return true;
    case Qt::Key_BracketLeft:
        setPenRadius(drawn_.pen.radius - radiusStep);
        return true;
    case Qt::Key_BracketRight:
        setPenRadius(drawn_.pen.radius + radiusStep);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        touchAtCrosshair();
        return true;
    default:
        break;
    }
    if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9) {
        if (event->key() - Qt::Key_1 < penClasses().size())
            setPenClass(event->key() - Qt::Key_1);
        return true;
    }
    const bool handleHasKeys = drawn_.pen.tool == Pen::Tool::Move && focusedHandle() >= 0;
    return !handleHasKeys && moveCrosshair(event);
}

bool PlotView::moveCrosshair(QKeyEvent* event)
{
    const double step = crosshairStep * (event->modifiers() & Qt::ShiftModifier ? 10 : 1);
    QPointF way;
    switch (event->key()) {
    case Qt::Key_Left:
        way = {-step, 0};
        break;
    case Qt::Key_Right:
        way = {step, 0};
        break;
    case Qt::Key_Up:
        way = {0, -step};
        break;
    case Qt::Key_Down:
        way = {0, step};
        break;
    default:
        return false;
    }
    const QRectF& room = mapping().plot;
    const QPointF wanted = drawn_.crosshair.value_or(room.center()) + (drawn_.crosshair ? way : QPointF());
    drawn_.crosshair = QPointF(
        std::clamp(wanted.x(), room.left(), room.right()), std::clamp(wanted.y(), room.top(), room.bottom()));
    drawn_.pointer.reset();
    if (drawn_.stroke.isActive()) // a row that Enter has picked up
        send(drawn_.stroke.move(*drawn_.crosshair, plot(), mapping(), values()));
    describe();
    update();
    return true;
}

/// One touch of the pen where the keys have led it. The moving pen takes a row up, and puts it down again.
void PlotView::touchAtCrosshair()
{
    if (!drawn_.crosshair) {
        drawn_.crosshair = mapping().plot.center();
        describe();
        update();
        return;
    }
    if (drawn_.stroke.isActive()) {
        releasePen();
        return;
    }
    send(drawn_.stroke.press(drawn_.pen, *drawn_.crosshair, plot(), mapping(), values()));
    if (drawn_.pen.tool != Pen::Tool::Move)
        releasePen();
}

QString PlotView::penDescription() const
{
    if (!drawn_.isOn)
        return {};
    const QString tools[]{tr("move rows"), tr("brush"), tr("single points"), tr("erase"), tr("relabel")};
    QString words = tr("Drawing: %1").arg(tools[size_t(drawn_.pen.tool)]);
    if (!drawn_.pen.word.isEmpty())
        words += tr(", class %1").arg(drawn_.pen.word);
    if (drawn_.crosshair) {
        const QPointF at = roundedToPixels(mapping().toAxis(*drawn_.crosshair), mapping());
        words += tr(", at %1, %2").arg(shownNumber(at.x()), shownNumber(at.y()));
    }
    return words;
}

void PlotView::paintPen(QPainter& painter)
{
    if (!drawn_.isOn && drawn_.stroke.fresh().empty())
        return;
    const PlotMapping& shown = mapping();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(shown.plot.adjusted(-1, -1, 1, 1), Qt::IntersectClip);
    paintFresh(painter, drawn_.stroke.fresh(), shown, rowSize(plot()), theme());
    const std::optional<QPointF> at = drawn_.crosshair ? drawn_.crosshair : drawn_.pointer;
    if (drawn_.isOn && at) {
        const bool paints = drawn_.pen.tool == Pen::Tool::Brush || drawn_.pen.tool == Pen::Tool::Point
            || drawn_.pen.tool == Pen::Tool::Relabel;
        const QColor colour =
            paints && !drawn_.pen.word.isEmpty() ? theme().strong(classRole(drawn_.pen.colour)) : theme().ink;
        const auto ring = [&](const QColor& line, double width) {
            painter.setPen(QPen(line, width));
            painter.setBrush(Qt::NoBrush);
            if (drawn_.pen.hasRing())
                painter.drawEllipse(*at, drawn_.pen.radius, drawn_.pen.radius);
            if (drawn_.crosshair) {
                painter.drawLine(*at - QPointF(9, 0), *at + QPointF(9, 0));
                painter.drawLine(*at - QPointF(0, 9), *at + QPointF(0, 9));
            }
        };
        ring(theme().surface, 3.5); // lifts it off the marks under it
        ring(colour, 1.6);
    }
    painter.restore();
    if (drawn_.isOn && drawn_.crosshair && hasFocus()) {
        const QPointF place = roundedToPixels(shown.toAxis(*drawn_.crosshair), shown);
        paintChip(painter, rect(), *drawn_.crosshair, 16,
            {tr("%1, %2").arg(shownNumber(place.x()), shownNumber(place.y()))}, theme());
    }
}

} // namespace tangent
