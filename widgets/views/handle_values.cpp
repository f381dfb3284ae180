// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/handle_values.h"

#include "widgets/scene/number_text.h"
#include "widgets/views/axis_ticks.h"
#include "widgets/views/handle_connects.h"

#include <algorithm>
#include <cmath>

namespace tangent {

using Geometry = Handle::Geometry;

namespace {

/// The next smaller of 1, 2 and 5 times a power of ten.
double roundStep(double size)
{
    if (!(size > 0) || !std::isfinite(size))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(size)));
    const double lead = size / power;
    return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
}

} // namespace

HandleRange handleRange(
    const Handle& given, Coordinate coordinate, const Parameters& parameters, const PlotMapping& mapping)
{
    const Handle handle = completed(given, {}, parameters);
    const HandleBounds bounds = boundsOf(handle, coordinate, parameters);
    const Axis& axis = coordinate == Coordinate::X ? mapping.xAxis : mapping.yAxis;
    const Handle::Map& map = mapOf(handle, coordinate);
    const double low = toParameter(map, axis.minimum);
    const double high = toParameter(map, axis.maximum);
    HandleRange range;
    range.minimum = bounds.minimum > -1e11 ? bounds.minimum : std::min(low, high);
    range.maximum = bounds.maximum < 1e11 ? bounds.maximum : std::max(low, high);
    if (handle.geometry == Geometry::Angle && bounds.maximum > 1e11) {
        range.minimum = -180;
        range.maximum = 180;
    }
    const Target& target = targetOf(handle, coordinate);
    const Parameter* parameter = declarationOf(target, parameters);
    const bool declared = parameter && parameter->kind != Parameter::Kind::Rows && parameter->step > 0;
    range.step = declared ? parameter->step : roundStep((range.maximum - range.minimum) / 100);
    if (bounds.grid > 0)
        range.step = std::max(bounds.grid, std::round(declared ? range.step / bounds.grid : 1) * bounds.grid);
    range.logarithmic = declared && parameter->logarithmic && range.minimum > 0;
    return range;
}

double handleValue(const Handle& given, Coordinate coordinate, const Values& values)
{
    const Handle handle = completed(given, values, {});
    const bool box = handle.geometry == Geometry::Box; // its middle counts
    if (handle.geometry == Geometry::Connect)
        return connectedEnd(handle, values);
    if (const std::optional<double> held = box ? std::nullopt : heldCoordinate(handle, coordinate, values))
        return *held;
    const QPointF at = handlePosition(handle, values);
    const double onAxis = handle.geometry == Geometry::Angle ? degreesTowards(handle.centre, at)
        : coordinate == Coordinate::X                        ? at.x()
                                                             : at.y();
    return toParameter(mapOf(handle, coordinate), onAxis);
}

QPointF placeWithValue(const Handle& given, Coordinate coordinate, double value, const Values& values)
{
    const Handle handle = completed(given, values, {});
    QPointF place = handlePosition(handle, values);
    if (handle.geometry == Geometry::Connect) {
        const int last = int(handle.ends.size()) - 1;
        return last < 0 ? place : handle.ends[size_t(std::clamp(int(std::lround(value)), 0, last))].at;
    }
    const double onAxis = toAxis(mapOf(handle, coordinate), value);
    if (handle.geometry == Geometry::Angle)
        return placeAtAngle(handle, onAxis);
    if (coordinate == Coordinate::X)
        place.setX(onAxis);
    else
        place.setY(onAxis);
    return place;
}

QString handleValueText(
    const Handle& given, const Values& values, const Parameters& parameters, const PlotMapping& mapping)
{
    const Handle handle = completed(given, values, parameters);
    if (handle.geometry == Geometry::Connect) {
        const int end = connectedEnd(handle, values);
        return end < 0 ? QString() : handle.ends[size_t(end)].label;
    }
    QStringList parts;
    for (const Coordinate coordinate : coordinatesOf(handle)) {
        const Parameter* parameter = declarationOf(targetOf(handle, coordinate), parameters);
        const double value = handleValue(handle, coordinate, values);
        const bool plain = parameter && parameter->kind != Parameter::Kind::Rows;
        const AxisMapping& along = coordinate == Coordinate::X ? mapping.x : mapping.y;
        const Handle::Map& map = mapOf(handle, coordinate);
        QString text = numberAtResolution(value, along.resolution(toAxis(map, value)) / std::abs(map.scale));
        if (handle.geometry == Geometry::Angle)
            text = shownNumber(value, 1) + QChar(0x00b0);
        else if (plain && !parameter->unit.isEmpty())
            text += QChar(0x00a0) + parameter->unit;
        else if (!plain && map == Handle::Map())
            text = axisValueText(coordinate == Coordinate::X ? mapping.xAxis : mapping.yAxis, value);
        parts << text;
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace tangent
