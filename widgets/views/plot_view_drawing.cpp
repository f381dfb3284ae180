// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/number_text.h"
#include "widgets/views/patch_items.h"
#include "widgets/views/plot_view.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>

// The mode in which hands and keys draw rows of the table into the plot.
namespace tangent {

namespace {

constexpr double leastRadius = 6;
constexpr double greatestRadius = 90;
constexpr int mostDense = 12;
constexpr double shapeShare = 0.7; ///< of the plot, for a shape that is put into it

bool samePlane(const Drawing& a, const Drawing& b)
{
    return a.table == b.table && a.x == b.x && a.y == b.y;
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

bool PlotView::renamePenClass(int index, const QString& name)
{
    const QStringList classes = penClasses();
    bool isNumber = false;
    name.toDouble(&isNumber);
    if (index < 0 || index >= classes.size() || name.isEmpty() || (drawing()->takesNumbersOnly && !isNumber))
        return false;
    const QString word = classes[index];
    if (name == word)
        return true;
    if (classes.contains(name))
        return false;
    const bool isInTable = drawing()->classes.contains(word);
    drawn_.ownClasses = classes; // the others keep their names, too, where the table does not know them yet
    if (isInTable)
        drawn_.ownClasses.removeAt(index);
    else
        drawn_.ownClasses[index] = name;
    if (isInTable)
        emit classRenamed(drawing()->label, word, name);
    if (drawn_.pen.word == word) {
        Pen pen = drawn_.pen;
        pen.word = name;
        choosePen(pen);
    } else {
        emit drawingChanged();
    }
    return true;
}

bool PlotView::addShape(const DrawnShape& shape)
{
    if (!drawing() || !drawing()->refusal.isEmpty() || shape.places.empty())
        return false;
    QStringList classes = penClasses();
    QStringList items;
    const QRectF& room = mapping().plot;
    QPolygonF all(QList<QPointF>(shape.places.begin(), shape.places.end()));
    const QRectF box = all.boundingRect();
    double across = shapeShare * room.width() / std::max(box.width(), 1e-9);
    double upwards = shapeShare * room.height() / std::max(box.height(), 1e-9);
    if (plot().equalAspect)
        across = upwards = std::min(across, upwards);
    const size_t count = std::min(shape.places.size(), size_t(std::max(0, drawing()->room)));
    for (size_t i = 0; i < count; ++i) {
        const QPointF away = shape.places[i] - box.center();
        const QPointF pixel = room.center() + QPointF(away.x() * across, -away.y() * upwards);
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
    if (items.isEmpty())
        return false;
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
    forgetShownMarks();
    update();
}

void PlotView::penFollowsValues()
{
    if (drawn_.isSending || drawn_.stroke.fresh().empty())
        return;
    if (patchIn(values()) != drawn_.patch) {
        drawn_.patch = patchIn(values());
        drawn_.stroke.forget();
        update();
    }
    forgetShownMarks();
}

/// Between strokes no mark is fresh once the scene shows every change that the values hold, whatever the ids:
/// a press on a scene from before an undo has numbered its rows by that scene.
void PlotView::forgetShownMarks()
{
    const bool isShown = !drawn_.stroke.isActive() && drawing() && drawing()->patch == patchIn(values());
    if (isShown && !drawn_.stroke.fresh().empty()) {
        drawn_.stroke.forget();
        update();
    }
}

void PlotView::penFollowsFigure()
{
    drawn_.stroke.show(plot());
    forgetShownMarks();
    if (drawn_.shown == plot().drawing)
        return;
    const std::optional<Drawing> before = std::exchange(drawn_.shown, plot().drawing);
    const bool isSame = before && drawing() && samePlane(*before, *drawing());
    if (!isSame)
        drawn_.ownClasses.clear();
    if (drawn_.isOn && (!drawing() || !drawing()->refusal.isEmpty()))
        setDrawing(false);
    if (drawn_.isOn && !isSame)
        frozen_ = Axes{plot().x, plot().y, plot().secondY, plot().equalAspect};
    const bool sameTools = isSame && before->classes == drawing()->classes
        && before->label == drawing()->label && before->refusal == drawing()->refusal
        && before->colours == drawing()->colours && before->remark == drawing()->remark;
    if (sameTools)
        return;
    if (drawn_.isOn)
        setPenClass(std::max(0, penClass()));
    emit drawingChanged();
}

} // namespace tangent
