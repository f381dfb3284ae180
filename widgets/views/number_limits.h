// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/parameter.h"

#include <optional>

namespace tangent {

/// Where a number may stand and how it moves: shared by sliders, number fields and editable cells.
struct NumberLimits {
    double minimum = 0;
    double maximum = 1;
    double step = 0.01;
    bool whole = false;
    bool logarithmic = false; ///< only where minimum > 0
    bool operator==(const NumberLimits&) const = default;

    /// The limits of a Real, Integer, Seed or Step parameter; of a Point's first coordinate.
    static NumberLimits of(const Parameter& parameter);
    /// The part of them that a slider spans: the whole, or what the parameter usually is.
    static NumberLimits usualOf(const Parameter& parameter);

    /// Inside the range, whole where it must be.
    double clamped(double value) const;
    /// The same, on the grid of steps (three significant digits on a logarithmic scale): where a slider
    /// stops.
    double onGrid(double value) const;
    /// `count` steps further, for keys and wheels; on a logarithmic scale a step is a hundredth of its
    /// length.
    double stepped(double value, double count) const;
    /// Where a value lies along the scale, 0…1, and back.
    double share(double value) const;
    double atShare(double share) const;
    /// "from 0 to 1", for explanations.
    QString rangeText() const;
};

/// A number as it is written in a field: the shortest text up to seven digits, through the locale.
QString fieldNumber(double value);

/// What a person typed, by the locale or with a point; nothing when it is no number.
std::optional<double> readNumber(const QString& typed);

} // namespace tangent
