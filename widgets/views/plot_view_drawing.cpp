// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/number_text.h"
#include "widgets/views/chip.h"
#include "widgets/views/mark_shapes.h"
#include "widgets/views/patch_items.h"
#include "widgets/views/plot_handles.h"
#include "widgets/views/plot_view.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

// The mode in which hands and keys draw rows of the table into the plot.
namespace tangent {

namespace {

constexpr double leastRadius = 6;
constexpr double greatestRadius = 90;
constexpr int mostDense = 12;
constexpr double radiusStep = 4;
constexpr double crosshairStep = 4; ///< pixels; with Shift ten times as many
constexpr double shapeShare = 0.7;  ///< of the plot, for a shape that is put into it

bool samePlane(const Drawing& a, const Drawing& b)
{
    return a.table == b.table && a.x == b.x && a.y == b.y;
}

double rowSize(const Plot& plot)
{
    for (const Layer& layer : plot.layers) {
        const Points* points = std::get_if<Points>(&layer);
        if (points && points->areRows)
            return points->size;
    }
    return 6;
}

} // namespace

const Drawing* PlotView::drawing() const
{
    return plot().drawing ? &*plot().drawing : nullptr;
}

void PlotView::setDrawing(bool on)
{
    on = on && drawing() && drawing()->refusal.isEmpty();
    if (on == drawn_.isOn)
        return;
    releasePen();
    drawn_.isOn = on;
    drawn_.crosshair.reset();
    drawn_.pointer.reset();
    if (on) {
        frozen_ = axes();
        drawn_.patch = patchIn(values());
        setPenClass(std::max(0, penClass()));
    } else {
        frozen_.reset();
        keepZoomOnlyForSameAxes();
    }
    setHovered(std::nullopt);
    setHoveredHandle(-1);
    updateCursor();
    describe();
    update();
    emit drawingChanged();
}

void PlotView::choosePen(const Pen& pen)
{
    if (pen == drawn_.pen)
        return;
    drawn_.pen = pen;
    updateCursor();
    describe();
    update();
    emit drawingChanged();
}

void PlotView::setTool(Pen::Tool tool)
{
    Pen pen = drawn_.pen;
    pen.tool = tool;
    choosePen(pen);
}

void PlotView::setPenRadius(double radius)
{
    Pen pen = drawn_.pen;
    pen.radius = std::clamp(radius, leastRadius, greatestRadius);
    choosePen(pen);
}

void PlotView::setPenDensity(int rows)
{
    Pen pen = drawn_.pen;
    pen.density = std::clamp(rows, 1, mostDense);
    choosePen(pen);
}

QStringList PlotView::penClasses() const
{
    if (!drawing() || drawing()->label.isEmpty())
        return {};
    QStringList classes = drawing()->classes;
    for (const QString& own : drawn_.ownClasses) {
        if (!classes.contains(own))
            classes << own;
    }
    while (classes.size() < 2)
        classes << nextClass(classes);
    return classes;
}

quint8 PlotView::penColour(int index) const
{
    const std::vector<quint8>& colours = drawing()->colours;
    if (index < 0 || colours.empty())
        return quint8(std::max(0, index));
    if (size_t(index) < colours.size())
        return colours[size_t(index)];
    // A class that the picture does not know yet: the first colours that are free.
    int free = 0;
    for (size_t left = size_t(index) - colours.size() + 1; left > 0; ++free)
        left -= std::find(colours.begin(), colours.end(), free) == colours.end() ? 1 : 0;
    return quint8(free - 1);
}

int PlotView::penClass() const
{
    return int(penClasses().indexOf(drawn_.pen.word));
}

void PlotView::setPenClass(int index)
{
    const QStringList classes = penClasses();
    Pen pen = drawn_.pen;
    const bool known = index >= 0 && index < classes.size();
    pen.word = known ? classes[index] : QString();
    pen.colour = known ? penColour(index) : quint8(0);
    choosePen(pen);
}

void PlotView::addPenClass()
{
    const QStringList classes = penClasses();
    if (classes.isEmpty())
        return;
    drawn_.ownClasses = classes;
    drawn_.ownClasses << nextClass(classes);
    setPenClass(int(classes.size()));
}

bool PlotView::addShape(const DrawnShape& shape)
{
    if (!drawing() || !drawing()->refusal.isEmpty() || shape.places.empty())
        return false;
    QStringList classes = penClasses();
    QStringList items;
    const QRectF& room = mapping().plot;
    const QSizeF size = room.size() * shapeShare;
    for (size_t i = 0; i < shape.places.size(); ++i) {
        const QPointF away = shape.places[i] - QPointF(0.5, 0.5);
        const QPointF pixel = room.center() + QPointF(away.x() * size.width(), -away.y() * size.height());
        const QPointF place = roundedToPixels(mapping().toAxis(pixel), mapping());
        QString word;
        if (!classes.isEmpty() && i < shape.classes.size()) {
            while (shape.classes[i] >= classes.size())
                classes << nextClass(classes);
            word = classes[shape.classes[i]];
        } else if (!classes.isEmpty()) {
            word = classes[std::max(0, penClass())];
        }
        QStringList cells;
        for (const QString& column : drawing()->columns)
            cells << (column == drawing()->x     ? exactNumber(place.x())
                    : column == drawing()->y     ? exactNumber(place.y())
                    : column == drawing()->label ? word
                                                 : QString());
        items << addedItem(cells);
    }
    send(patched(values(), items));
    return true;
}

/// A stroke's intent; what the values hold then is known to be this plot's own.
void PlotView::send(const std::optional<Intent>& stroke)
{
    if (stroke) {
        drawn_.isSending = true;
        emit intent(*stroke);
        drawn_.isSending = false;
        drawn_.patch = patchIn(values());
    }
    update();
}

void PlotView::penFollowsValues()
{
    if (drawn_.isSending || drawn_.stroke.fresh().empty() || patchIn(values()) == drawn_.patch)
        return;
    drawn_.patch = patchIn(values());
    drawn_.stroke.forget();
    update();
}

void PlotView::penFollowsFigure()
{
    drawn_.stroke.show(plot());
    if (drawn_.shown == plot().drawing)
        return;
    const std::optional<Drawing> before = std::exchange(drawn_.shown, plot().drawing);
    const bool isSame = before && drawing() && samePlane(*before, *drawing());
    if (!isSame)
        drawn_.ownClasses.clear();
    if (drawn_.isOn && (!drawing() || !drawing()->refusal.isEmpty()))
        setDrawing(false);
    if (drawn_.isOn && !isSame)
        frozen_ = Axes{plot().x, plot().y, plot().secondY};
    const bool sameTools = isSame && before->classes == drawing()->classes
        && before->label == drawing()->label && before->refusal == drawing()->refusal
        && before->colours == drawing()->colours;
    if (sameTools)
        return;
    if (drawn_.isOn)
        setPenClass(std::max(0, penClass()));
    emit drawingChanged();
}

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
    send(drawn_.stroke.press(drawn_.pen, pixel, plot(), mapping(), values()));
    return drawn_.stroke.isActive();
}

bool PlotView::movePen(QPointF pixel)
{
    if (!drawn_.isOn)
        return false;
    drawn_.pointer = pixel;
    if (drawn_.stroke.isActive()) {
        send(drawn_.stroke.move(pixel, plot(), mapping(), values()));
        return true;
    }
    if (drawn_.pen.tool == Pen::Tool::Move || drag_.isActive() || panFrom_)
        return false;
    updateCursor();
    update();
    return true;
}

bool PlotView::releasePen()
{
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
    const double size = rowSize(plot());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(shown.plot.adjusted(-1, -1, 1, 1), Qt::IntersectClip);
    for (const FreshMark& mark : drawn_.stroke.fresh()) {
        const bool isGone = mark.change == FreshMark::Change::Gone;
        const QColor colour = isGone ? theme().surface
            : mark.colour < 0        ? theme().muted
                                     : theme().colour(classRole(mark.colour));
        const QPainterPath shape = markShape(isGone ? 0 : std::max(0, mark.colour), size + (isGone ? 2 : 0));
        painter.fillPath(shape.translated(shown.toPixel(mark.at)), colour);
    }
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
