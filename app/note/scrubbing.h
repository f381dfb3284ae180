// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/parameter.h"

namespace tangent {

/// Whether a number of this parameter can be dragged in the text.
bool isScrubbable(const Parameter& parameter);

/// The value after a hand has moved `pixels` sideways from where the value was `from`. The whole range
/// takes about 400 pixels, but a step never less than 1 or more than 12; a logarithmic parameter is
/// multiplied by the same factor for each pixel. The result lies on the steps and in the range.
double scrubbed(const Parameter& parameter, double from, double pixels);

/// The value some key presses further: a step each, a twentieth of a decade on a logarithmic scale.
double nudged(const Parameter& parameter, double from, int presses);

} // namespace tangent
