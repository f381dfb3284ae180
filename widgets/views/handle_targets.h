// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/figure_view.h"

#include <optional>

namespace tangent {

/// The two ways a handle can go. Rules and angles know only one of them.
enum class Coordinate : quint8 { X, Y };

/// The handle with all its targets named: one on a point parameter moves both ways, though only `x` says so.
Handle completed(const Handle& handle, const Values& values, const Parameters& parameters);
/// The ways a completed handle can go: those that have a target.
std::vector<Coordinate> coordinatesOf(const Handle& handle);

bool isPatch(const Target& target);
/// What one coordinate writes and how its axis values become parameter values. A rule or an angle may name
/// its one target in either place.
const Target& targetOf(const Handle& handle, Coordinate coordinate);
const Handle::Map& mapOf(const Handle& handle, Coordinate coordinate);
inline double toAxis(const Handle::Map& map, double value)
{
    return value * map.scale + map.offset;
}
inline double toParameter(const Handle::Map& map, double axisValue)
{
    return (axisValue - map.offset) / map.scale;
}

/// What its targets want written beside them.
Values alsoOf(const Handle& completed);

/// The declaration that a target writes to; null for the table and for unknown keys.
const Parameter* declarationOf(const Target& target, const Parameters& parameters);
/// The key of a point parameter that this handle writes whole; empty otherwise.
QString wholePointKey(const Handle& handle, const Values& values, const Parameters& parameters);
/// What the values hold for one coordinate, in the units of its parameter; of a Connect handle the number of
/// its end, of a box that of its first corner.
std::optional<double> heldCoordinate(const Handle& handle, Coordinate coordinate, const Values& values);

/// Where one coordinate may go, in the units of its parameter.
struct HandleBounds {
    double minimum = -1e300;
    double maximum = 1e300;
    double grid = 0; ///< 1: whole numbers, 0.5: half steps, 0: any number
    /// An angle whose range is a full or half turn has no ends.
    bool isCircular() const;
};
HandleBounds boundsOf(const Handle& handle, Coordinate coordinate, const Parameters& parameters);

/// The direction from one point to another, in degrees anticlockwise from the right.
double degreesTowards(QPointF from, QPointF to);
/// The place at an angle on the circle of an angle handle.
QPointF placeAtAngle(const Handle& handle, double degrees);

} // namespace tangent
