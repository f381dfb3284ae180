// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/draw_stroke.h"

#include "widgets/scene/number_text.h"
#include "widgets/views/handle_drag.h"
#include "widgets/views/patch_items.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tangent {

namespace {

/// The brush touches the plane anew after so much of its radius.
constexpr double touchShare = 0.5;
constexpr double leastTouch = 5;
/// A row is caught by the moving pen so far from its middle.
constexpr double catchReach = 12;
/// A single stroke of a busy hand stays below this.
constexpr size_t mostFresh = 20'000;

template <class Visit>
void eachRow(const Plot& plot, const PlotMapping& mapping, const Visit& visit)
{
    for (const Layer& layer : plot.layers) {
        const Points* points = std::get_if<Points>(&layer);
        if (!points || !points->areRows)
            continue;
        const size_t count = std::min({points->x.size(), points->y.size(), points->rowIds.size()});
        for (size_t i = 0; i < count; ++i)
            visit(points->rowIds[i], mapping.toPixel({points->x[i], points->y[i]}));
    }
}

double squaredLength(QPointF way)
{
    return QPointF::dotProduct(way, way);
}

/// Squared distance of a pixel from the way of the ring's middle.
double squaredDistance(QPointF pixel, QPointF from, QPointF to)
{
    const QPointF way = to - from;
    const double length = squaredLength(way);
    const double share =
        length > 0 ? std::clamp(QPointF::dotProduct(pixel - from, way) / length, 0.0, 1.0) : 0;
    return squaredLength(pixel - (from + share * way));
}

/// Where the row of this id falls under a ring of radius 1: normal from the middle, cut at two spreads. Two
/// numbers from 0 to 1 by the mixing of SplitMix64 (Steele, Lea and Flood, 2014): a regular sequence would
/// show arms where the brush is held still.
QPointF scattered(int id)
{
    quint64 mixed = quint64(id) * 0x9e3779b97f4a7c15;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    mixed ^= mixed >> 31;
    constexpr double parts = 1 << 24;
    const double turn = double(mixed >> 40) / parts;
    const double depth = double((mixed >> 8) & 0xffffff) / parts;
    const double cut = 1 - std::exp(-2.0);
    const double distance = std::sqrt(-2 * std::log1p(-cut * depth)) / 2;
    const double angle = 2 * std::numbers::pi * turn;
    return distance * QPointF(std::cos(angle), std::sin(angle));
}

} // namespace

std::optional<Intent> DrawStroke::press(
    const Pen& pen, QPointF pixel, const Plot& plot, const PlotMapping& mapping, const Values& values)
{
    active_ = true;
    begun_ = false;
    pen_ = pen;
    last_ = pixel;
    walked_ = 0;
    held_ = 0;
    touched_.clear();
    original_ = patchIn(values);
    QStringList items;
    switch (pen.tool) {
    case Pen::Tool::Move: {
        QPointF at;
        held_ = rowNear(plot, mapping, pixel, catchReach, &at);
        offset_ = at - pixel;
        active_ = held_ > 0;
        break;
    }
    case Pen::Tool::Brush:
        scatter(pixel, *plot.drawing, mapping, &items);
        break;
    case Pen::Tool::Point:
        putRow(pixel, *plot.drawing, mapping, &items);
        break;
    case Pen::Tool::Erase:
    case Pen::Tool::Relabel:
        sweep(pixel, pixel, plot, mapping, &items);
        break;
    }
    return sent(items, values);
}

std::optional<Intent> DrawStroke::move(
    QPointF pixel, const Plot& plot, const PlotMapping& mapping, const Values& values)
{
    if (!active_ || !plot.drawing || pixel == last_)
        return std::nullopt;
    QStringList items;
    switch (pen_.tool) {
    case Pen::Tool::Move:
        carry(pixel, plot, mapping, &items);
        break;
    case Pen::Tool::Brush: {
        const double every = std::max(leastTouch, touchShare * pen_.radius);
        const QPointF way = pixel - last_;
        const double length = std::sqrt(squaredLength(way));
        double next = every - walked_;
        for (; next <= length; next += every)
            scatter(last_ + next / length * way, *plot.drawing, mapping, &items);
        walked_ = length - (next - every);
        break;
    }
    case Pen::Tool::Point:
        break; // one row a press
    case Pen::Tool::Erase:
    case Pen::Tool::Relabel:
        sweep(last_, pixel, plot, mapping, &items);
        break;
    }
    last_ = pixel;
    return sent(items, values);
}

std::optional<Intent> DrawStroke::dwell(const Plot& plot, const PlotMapping& mapping, const Values& values)
{
    if (!active_ || !plot.drawing || pen_.tool != Pen::Tool::Brush)
        return std::nullopt;
    QStringList items;
    scatter(last_, *plot.drawing, mapping, &items);
    return sent(items, values);
}

std::optional<Intent> DrawStroke::sent(const QStringList& items, const Values& values)
{
    if (items.isEmpty())
        return std::nullopt;
    Intent intent = patched(values, items, begun_ ? Intent::Phase::Move : Intent::Phase::Begin);
    begun_ = true;
    return intent;
}

std::optional<Intent> DrawStroke::release()
{
    active_ = false;
    if (!begun_)
        return std::nullopt;
    Intent intent;
    intent.phase = Intent::Phase::End;
    return intent;
}

std::optional<Intent> DrawStroke::cancel()
{
    std::optional<Intent> intent = release();
    if (intent)
        intent->values.insert(QStringLiteral("patch"), original_.isEmpty() ? Value() : Value(original_));
    forget();
    return intent;
}

int DrawStroke::nextId(const Drawing& drawing) const
{
    int last = drawing.lastId;
    for (const FreshMark& mark : fresh_)
        last = std::max(last, mark.rowId);
    return last + 1;
}

void DrawStroke::scatter(
    QPointF pixel, const Drawing& drawing, const PlotMapping& mapping, QStringList* items)
{
    const int first = nextId(drawing);
    for (int i = 0; i < pen_.density; ++i)
        putRow(pixel + pen_.radius * scattered(first + i), drawing, mapping, items);
}

void DrawStroke::putRow(QPointF pixel, const Drawing& drawing, const PlotMapping& mapping, QStringList* items)
{
    const int id = nextId(drawing);
    if (!holds(mapping.plot, pixel) || fresh_.size() >= mostFresh || id - drawing.lastId > drawing.room)
        return;
    const QPointF place = roundedToPixels(mapping.toAxis(pixel), mapping);
    QStringList cells;
    for (const QString& column : drawing.columns)
        cells << (column == drawing.x     ? exactNumber(place.x())
                : column == drawing.y     ? exactNumber(place.y())
                : column == drawing.label ? pen_.word
                                          : QString());
    *items << addedItem(cells);
    const int colour = drawing.label.isEmpty() ? -1 : int(pen_.colour);
    fresh_.push_back({FreshMark::Change::Added, id, place, colour});
}

void DrawStroke::sweep(
    QPointF from, QPointF to, const Plot& plot, const PlotMapping& mapping, QStringList* items)
{
    if (pen_.tool == Pen::Tool::Relabel && plot.drawing->label.isEmpty())
        return;
    const double reach = pen_.radius * pen_.radius;
    eachRow(plot, mapping, [&](int id, QPointF at) {
        if (squaredDistance(at, from, to) > reach || touched_.contains(id) || !holds(mapping.plot, at))
            return;
        touched_.insert(id);
        const QPointF place = mapping.toAxis(at);
        if (pen_.tool == Pen::Tool::Erase) {
            *items << removedItem(id);
            fresh_.push_back({FreshMark::Change::Gone, id, place, -1});
        } else {
            *items << changedItem(id, {plot.drawing->label}, {pen_.word});
            fresh_.push_back({FreshMark::Change::Changed, id, place, int(pen_.colour)});
        }
    });
}

void DrawStroke::carry(QPointF pixel, const Plot& plot, const PlotMapping& mapping, QStringList* items)
{
    const QRectF& room = mapping.plot;
    const QPointF wanted = pixel + offset_;
    const QPointF inside(
        std::clamp(wanted.x(), room.left(), room.right()), std::clamp(wanted.y(), room.top(), room.bottom()));
    const QPointF place = roundedToPixels(mapping.toAxis(inside), mapping);
    const Drawing& drawing = *plot.drawing;
    *items << changedItem(held_, {drawing.x, drawing.y}, {exactNumber(place.x()), exactNumber(place.y())});
    fresh_ = {{FreshMark::Change::Changed, held_, place, -1}};
}

void DrawStroke::show(const Plot& plot)
{
    if (!plot.drawing) {
        forget();
        return;
    }
    QSet<int> gone;
    for (const FreshMark& mark : fresh_) {
        if (mark.change == FreshMark::Change::Gone)
            gone.insert(mark.rowId);
    }
    QSet<int> stillThere;
    if (!gone.isEmpty()) {
        for (const Layer& layer : plot.layers) {
            const Points* points = std::get_if<Points>(&layer);
            for (size_t i = 0; points && points->areRows && i < points->rowIds.size(); ++i) {
                if (gone.contains(points->rowIds[i]))
                    stillThere.insert(points->rowIds[i]);
            }
        }
    }
    // Whether a scene knows of another place or class it does not say: those marks end with the stroke.
    std::erase_if(fresh_, [&](const FreshMark& mark) {
        switch (mark.change) {
        case FreshMark::Change::Added:
            return mark.rowId <= plot.drawing->lastId;
        case FreshMark::Change::Gone:
            return !stillThere.contains(mark.rowId);
        case FreshMark::Change::Changed:
            break;
        }
        return !active_;
    });
}

int rowNear(const Plot& plot, const PlotMapping& mapping, QPointF pixel, double reach, QPointF* at)
{
    int nearest = 0;
    double least = reach * reach;
    eachRow(plot, mapping, [&](int id, QPointF place) {
        const double away = squaredLength(place - pixel);
        if (away <= least && holds(mapping.plot, place)) {
            least = away;
            nearest = id;
            *at = place;
        }
    });
    return nearest;
}

QString nextClass(const QStringList& classes)
{
    if (classes.isEmpty())
        return QStringLiteral("A");
    const QString& last = classes.back();
    if (last.size() == 1 && last.front() >= QLatin1Char('A') && last.front() < QLatin1Char('Z'))
        return QString(QChar(char16_t(last.front().unicode() + 1)));
    bool isNumber = false;
    const int number = last.toInt(&isNumber);
    if (isNumber)
        return QString::number(number + 1);
    const auto space = last.lastIndexOf(QLatin1Char(' '));
    const int again = space > 0 ? last.mid(space + 1).toInt(&isNumber) : 0;
    return isNumber ? last.left(space + 1) + QString::number(again + 1) : last + QStringLiteral(" 2");
}

} // namespace tangent
