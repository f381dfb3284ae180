// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/handle_targets.h"
#include "widgets/views/plot_mapping.h"

namespace tangent {

/// What keys and screen readers need of one coordinate, in the units of its parameter.
struct HandleRange {
    double minimum = 0;
    double maximum = 1;
    double step = 0.01;
    bool logarithmic = false;
};

/// From the parameter, the column of its rows, the handle's own bounds or, failing all, the axis; where no
/// step is declared, about a hundredth of the range.
HandleRange handleRange(
    const Handle& handle, Coordinate coordinate, const Parameters& parameters, const PlotMapping& mapping);
/// The value of one coordinate in the units of its parameter; degrees for an angle.
double handleValue(const Handle& handle, Coordinate coordinate, const Values& values);
/// The place in axis units at which one coordinate has this value and the other one stays.
QPointF placeWithValue(const Handle& handle, Coordinate coordinate, double value, const Values& values);
/// The value as it is shown beside the handle: "0.42 kg", or both coordinates of a point.
QString handleValueText(
    const Handle& handle, const Values& values, const Parameters& parameters, const PlotMapping& mapping);

/// An intent that takes back all that moving this handle writes: the state's values as they are now.
Intent restoringIntent(
    const Handle& handle, const Values& values, const Parameters& parameters, Intent::Phase phase);

} // namespace tangent
