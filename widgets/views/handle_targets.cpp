// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/handle_targets.h"

#include "widgets/views/handle_connects.h"
#include "widgets/views/number_target.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tangent {

namespace {

using Geometry = Handle::Geometry;

bool usesY(const Handle& handle, Coordinate coordinate)
{
    switch (handle.geometry) {
    case Geometry::XRule:
    case Geometry::Angle:
    case Geometry::Connect:
        return handle.x.key.isEmpty();
    case Geometry::YRule:
        return !handle.y.key.isEmpty();
    default:
        return coordinate == Coordinate::Y;
    }
}

} // namespace

bool isPatch(const Target& target)
{
    return target.key == QLatin1String("patch");
}

const Target& targetOf(const Handle& handle, Coordinate coordinate)
{
    return usesY(handle, coordinate) ? handle.y : handle.x;
}

const Handle::Map& mapOf(const Handle& handle, Coordinate coordinate)
{
    return usesY(handle, coordinate) ? handle.mapY : handle.mapX;
}

const Parameter* declarationOf(const Target& target, const Parameters& parameters)
{
    return isPatch(target) ? nullptr : findParameter(parameters, target.key);
}

QString wholePointKey(const Handle& handle, const Values& values, const Parameters& parameters)
{
    const QString& key = handle.x.key.isEmpty() ? handle.y.key : handle.x.key;
    const Parameter* parameter = findParameter(parameters, key);
    const bool isPoint = (parameter && parameter->kind == Parameter::Kind::Point)
        || std::holds_alternative<QPointF>(values.value(key));
    return isPoint ? key : QString();
}

Handle completed(const Handle& handle, const Values& values, const Parameters& parameters)
{
    Handle whole = handle;
    const bool inPlane = handle.geometry == Geometry::Point || handle.geometry == Geometry::Vertex;
    if (inPlane && handle.y.key.isEmpty())
        whole.y.key = wholePointKey(handle, values, parameters);
    return whole;
}

std::vector<Coordinate> coordinatesOf(const Handle& handle)
{
    switch (handle.geometry) {
    case Geometry::XRule:
    case Geometry::Angle:
    case Geometry::Connect:
        return {Coordinate::X};
    case Geometry::YRule:
        return {Coordinate::Y};
    default:
        break;
    }
    std::vector<Coordinate> both;
    if (!handle.x.key.isEmpty())
        both.push_back(Coordinate::X);
    if (!handle.y.key.isEmpty())
        both.push_back(Coordinate::Y);
    return both;
}

Values alsoOf(const Handle& completed)
{
    Values both;
    for (const Coordinate coordinate : coordinatesOf(completed))
        both.insert(targetOf(completed, coordinate).also);
    both.insert(completed.x2.also);
    both.insert(completed.y2.also);
    return both;
}

std::optional<double> heldCoordinate(const Handle& handle, Coordinate coordinate, const Values& values)
{
    if (handle.geometry == Geometry::Connect) {
        const int end = connectedEnd(handle, values);
        return end < 0 ? std::nullopt : std::optional<double>(end);
    }
    const Target& target = targetOf(handle, coordinate);
    const auto found = values.find(target.key);
    const QPointF* whole = found == values.end() ? nullptr : std::get_if<QPointF>(&*found);
    if (whole)
        return coordinate == Coordinate::X ? whole->x() : whole->y();
    // A cell of the table stands where the scene or the hand says.
    return isPatch(target) ? std::nullopt : standingNumber(target, values);
}

bool HandleBounds::isCircular() const
{
    const double period = maximum - minimum;
    return std::abs(period - 360) < 1e-9 || std::abs(period - 180) < 1e-9;
}

HandleBounds boundsOf(const Handle& handle, Coordinate coordinate, const Parameters& parameters)
{
    HandleBounds bounds;
    if (handle.geometry == Geometry::Connect)
        return {0, std::max(0.0, double(handle.ends.size()) - 1), 1};
    const Target& target = targetOf(handle, coordinate);
    const Parameter* parameter = declarationOf(target, parameters);
    if (parameter && parameter->kind == Parameter::Kind::Point && coordinate == Coordinate::Y) {
        bounds.minimum = parameter->minimumY;
        bounds.maximum = parameter->maximumY;
    } else if (parameter) {
        const NumberLimits limits = limitsOf(target, parameters);
        bounds.minimum = limits.minimum;
        bounds.maximum = limits.maximum;
        bounds.grid = limits.whole ? 1 : 0;
        if (parameter->kind == Parameter::Kind::Step) {
            bounds.grid = parameter->halfSteps ? 0.5 : 1;
            if (parameter->endless)
                bounds.maximum = HandleBounds().maximum;
        }
    }
    if (handle.minimum < handle.maximum && coordinatesOf(handle).size() == 1) {
        bounds.minimum = std::max(bounds.minimum, handle.minimum);
        bounds.maximum = std::min(bounds.maximum, handle.maximum);
    }
    return bounds;
}

double degreesTowards(QPointF from, QPointF to)
{
    return std::atan2(to.y() - from.y(), to.x() - from.x()) * 180 / std::numbers::pi;
}

QPointF placeAtAngle(const Handle& handle, double degrees)
{
    const double angle = degrees * std::numbers::pi / 180;
    const double radius = handle.radius > 0 ? handle.radius : 1;
    return handle.centre + radius * QPointF(std::cos(angle), std::sin(angle));
}

} // namespace tangent
