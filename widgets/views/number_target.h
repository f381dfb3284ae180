// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"
#include "widgets/scene/intent.h"
#include "widgets/views/number_limits.h"

namespace tangent {

/// A number that can be typed or dragged: a key, and no value that a click would write.
bool isNumberTarget(const Target& target);
/// A mark that a click acts on: a key and the value to write.
bool isButtonTarget(const Target& target);

/// The number that the target stands for now; nothing when the values do not hold it (a cell of the
/// table, or a value left to the lab).
std::optional<double> heldNumber(const Target& target, const Values& values);

/// The same or, while the state holds no such cell yet, what the scene says stands there.
std::optional<double> standingNumber(const Target& target, const Values& values);

/// Its range: from the column of a rows parameter, or from the parameter itself; unbounded for the table.
NumberLimits limitsOf(const Target& target, const Parameters& parameters);

/// The intent that writes it, after `also` where a gesture begins or is whole.
Intent writeNumber(const Target& target, double value, Intent::Phase phase);

/// The intent of a click: the target's value after `also` (into its cell when it names one), or with
/// `release` the parameter's default.
Intent writeButton(const Target& target, bool release = false);

} // namespace tangent
