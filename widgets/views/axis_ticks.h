// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"

#include <functional>

namespace tangent {

/// One labelled place on an axis.
struct Tick {
    double at = 0;
    QString label;
    bool operator==(const Tick&) const = default;
};

/// How much room a label takes along its axis, in pixels.
using LabelLength = std::function<double(const QString&)>;

/// Round places for labels on a settled axis that is `length` pixels long: steps of 1, 2 or 5 on linear
/// axes; decades, then 1-2-5, on logarithmic ones; the names of categories, with line breaks where they
/// are too wide; seconds to years on time axes (milliseconds since 1970, UTC). Labels keep `gap` pixels
/// between them. A hidden axis has none.
std::vector<Tick> axisTicks(const Axis& axis, double length, double gap, const LabelLength& labelLength);

/// A number with as many digits after the point as `resolution` can tell apart; whole ones have none.
QString numberAtResolution(double value, double resolution);

/// A value of this axis as it is written beside a mark: a number as fine as the axis shows it, a
/// category's name or a time.
QString axisValueText(const Axis& axis, double value);

/// The label of an axis with its unit: "flipper length, mm".
QString axisTitle(const Axis& axis);

} // namespace tangent
