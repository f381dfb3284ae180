// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/handle_connects.h"

#include "widgets/views/number_target.h"

#include <cmath>

namespace tangent {

namespace {

constexpr double reach = 24;

/// What the values hold: the parameter, or one cell of its rows.
Value heldValue(const Target& target, const Values& values)
{
    const Value whole = values.value(target.key);
    if (target.row < 0)
        return whole;
    const Rows& held = rows(whole);
    if (target.row >= int(held.size()) || target.column < 0
        || target.column >= int(held[size_t(target.row)].size()))
        return target.number ? Value(*target.number) : Value();
    const Cell& cell = held[size_t(target.row)][size_t(target.column)];
    const double* value = std::get_if<double>(&cell);
    return value ? Value(*value) : Value(cellText(cell));
}

template <class Distance>
int nearest(const Handle& handle, double within, const Distance& distance)
{
    int best = -1;
    for (int i = 0; i < int(handle.ends.size()); ++i) {
        const double away = distance(handle.ends[size_t(i)].at);
        if (away <= within) {
            within = away;
            best = i;
        }
    }
    return best;
}

} // namespace

int connectedEnd(const Handle& handle, const Values& values)
{
    const Value held = heldValue(targetOf(handle, Coordinate::X), values);
    for (int i = 0; i < int(handle.ends.size()); ++i)
        if (handle.ends[size_t(i)].value == held)
            return i;
    return -1;
}

int endAt(const Handle& handle, QPointF place)
{
    return nearest(
        handle, 1e300, [&](QPointF at) { return std::hypot(at.x() - place.x(), at.y() - place.y()); });
}

int endUnder(const Handle& handle, const PlotMapping& mapping, QPointF pixel)
{
    return nearest(handle, reach, [&](QPointF at) {
        const QPointF away = mapping.toPixel(at) - pixel;
        return std::hypot(away.x(), away.y());
    });
}

Handle heldAt(const Handle& handle, QPointF place, const Values& values)
{
    Handle drawn = handle;
    const int under = endAt(handle, place);
    const bool caught = under >= 0 && handle.ends[size_t(under)].at == place;
    const QString label = caught ? handle.ends[size_t(under)].label : QString();
    drawn.ends = {{place, label, heldValue(targetOf(handle, Coordinate::X), values)}};
    return drawn;
}

Intent connectTo(const Handle& handle, QPointF place, Intent::Phase phase)
{
    Target target = targetOf(handle, Coordinate::X);
    const int end = endAt(handle, place);
    Intent intent;
    if (end >= 0) {
        target.value = handle.ends[size_t(end)].value;
        const bool first = phase == Intent::Phase::Begin || phase == Intent::Phase::Whole;
        if (first)
            target.also.insert(handle.onGrab);
        else
            target.also.clear();
        intent = writeButton(target);
    }
    intent.phase = phase;
    return intent;
}

} // namespace tangent
