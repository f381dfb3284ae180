// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/handle_boxes.h"
#include "widgets/views/handle_connects.h"
#include "widgets/views/handle_targets.h"
#include "widgets/views/handle_values.h"
#include "widgets/views/number_target.h"

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

/// The angle brought into a circular range by whole periods.
double wrapped(double angle, const HandleBounds& bounds)
{
    const double period = bounds.maximum - bounds.minimum;
    const double turned = angle - period * std::floor((angle - bounds.minimum) / period);
    return turned >= bounds.maximum ? bounds.minimum : turned;
}

double caughtBySnap(const Handle& handle, double value, const HandleBounds& bounds, bool circular)
{
    const double period = bounds.maximum - bounds.minimum;
    double nearest = handle.snapDistance;
    double caught = value;
    for (const double snap : handle.snaps) {
        double away = std::abs(value - snap);
        if (circular)
            away = std::min(std::fmod(away, period), period - std::fmod(away, period));
        if (away <= nearest) {
            nearest = away;
            caught = snap;
        }
    }
    return caught;
}

/// Inside the range and on its grid.
double settledValue(
    const Handle& handle, Coordinate coordinate, double value, const Parameters& parameters, bool snapping)
{
    const HandleBounds bounds = boundsOf(handle, coordinate, parameters);
    const bool circular = handle.geometry == Handle::Geometry::Angle && bounds.isCircular();
    if (circular)
        value = wrapped(value, bounds);
    if (snapping && coordinatesOf(handle).size() == 1)
        value = caughtBySnap(handle, value, bounds, circular);
    if (bounds.grid > 0)
        value = std::round(value / bounds.grid) * bounds.grid;
    return std::clamp(value, bounds.minimum, std::max(bounds.minimum, bounds.maximum));
}

void write(Intent& intent, const Target& target, double value)
{
    const Intent written = writeNumber(target, value, Intent::Phase::Move);
    intent.values.insert(written.values);
    intent.cells.insert(intent.cells.end(), written.cells.begin(), written.cells.end());
}

} // namespace

QPointF handlePosition(const Handle& given, const Values& values)
{
    const Handle handle = completed(given, values, {});
    if (handle.geometry == Handle::Geometry::Box)
        return boxRectangle(handle, values).center();
    QPointF at = handle.at;
    if (handle.geometry == Handle::Geometry::Connect) {
        const int end = connectedEnd(handle, values);
        return end < 0 ? at : handle.ends[size_t(end)].at;
    }
    for (const Coordinate coordinate : coordinatesOf(handle)) {
        const std::optional<double> held = heldCoordinate(handle, coordinate, values);
        if (!held || !std::isfinite(*held))
            continue;
        const double onAxis = toAxis(mapOf(handle, coordinate), *held);
        if (handle.geometry == Handle::Geometry::Angle)
            at = placeAtAngle(handle, onAxis);
        else if (coordinate == Coordinate::X)
            at.setX(onAxis);
        else
            at.setY(onAxis);
    }
    return at;
}

Intent moveHandle(const Handle& given, QPointF place, const Values& values, const Parameters& parameters,
    Intent::Phase phase)
{
    if (given.geometry == Handle::Geometry::Box)
        return moveBox(given, place, values, parameters, phase);
    if (given.geometry == Handle::Geometry::Connect)
        return connectTo(given, place, phase);
    const Handle handle = completed(given, values, parameters);
    Intent intent;
    intent.phase = phase;
    if (phase == Intent::Phase::Begin || phase == Intent::Phase::Whole)
        intent.values = handle.onGrab;
    // A key that steps off a snap must not be pulled back onto it.
    const bool snapping = phase != Intent::Phase::Whole;
    const auto wanted = [&](Coordinate coordinate) {
        const double onAxis = handle.geometry == Handle::Geometry::Angle
            ? degreesTowards(handle.centre, place)
            : coordinate == Coordinate::X ? place.x()
                                          : place.y();
        const double value = toParameter(mapOf(handle, coordinate), onAxis);
        if (!std::isfinite(value)) // beside the places that an axis has
            return handleValue(handle, coordinate, values);
        return settledValue(handle, coordinate, value, parameters, snapping);
    };
    if (phase == Intent::Phase::Begin || phase == Intent::Phase::Whole)
        intent.values.insert(alsoOf(handle));
    const QString whole = wholePointKey(handle, values, parameters);
    if (whole.isEmpty()) {
        for (const Coordinate coordinate : coordinatesOf(handle)) {
            const Target& target = targetOf(handle, coordinate);
            if (!target.key.isEmpty())
                write(intent, target, wanted(coordinate));
        }
        return intent;
    }
    const Value held = values.value(whole);
    QPointF moved(handleValue(handle, Coordinate::X, values), handleValue(handle, Coordinate::Y, values));
    if (const QPointF* now = std::get_if<QPointF>(&held))
        moved = *now;
    for (const Coordinate coordinate : coordinatesOf(handle)) {
        if (coordinate == Coordinate::X)
            moved.setX(wanted(coordinate));
        else
            moved.setY(wanted(coordinate));
    }
    intent.values.insert(whole, moved);
    return intent;
}

Intent restoringIntent(
    const Handle& given, const Values& values, const Parameters& parameters, Intent::Phase phase)
{
    if (given.geometry == Handle::Geometry::Box) {
        const auto [one, other] = cornersOf(given);
        Intent both = restoringIntent(one, values, parameters, phase);
        const Intent rest = restoringIntent(other, values, parameters, phase);
        both.values.insert(rest.values);
        both.cells.insert(both.cells.end(), rest.cells.begin(), rest.cells.end());
        return both;
    }
    const Handle handle = completed(given, values, parameters);
    Intent intent;
    intent.phase = phase;
    Values touched = handle.onGrab;
    touched.insert(alsoOf(handle));
    for (auto changed = touched.begin(); changed != touched.end(); ++changed)
        intent.values.insert(changed.key(), values.value(changed.key()));
    for (const Coordinate coordinate : coordinatesOf(handle)) {
        const Target& target = targetOf(handle, coordinate);
        if (isPatch(target))
            write(intent, target, handleValue(handle, coordinate, values));
        else if (!target.key.isEmpty())
            intent.values.insert(target.key, values.value(target.key));
    }
    return intent;
}

} // namespace tangent
