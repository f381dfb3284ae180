// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

namespace tangent::evaluate {

/// Density of the standard normal law at x.
TANGENT_API double normalDensity(double x);

/// Φ(x), the probability that a standard normal value is at most x. Accurate in relative terms in the
/// lower tail too; for the upper tail take normalCdf(-x) instead of 1 - normalCdf(x).
TANGENT_API double normalCdf(double x);

/// The x with Φ(x) = p, for p in [0, 1]; 0 gives -infinity and 1 gives +infinity. Relative error about
/// 1e-16. Throws std::invalid_argument outside [0, 1].
/// Source: Wichura, Algorithm AS 241: The percentage points of the normal distribution, Applied
/// Statistics 37 (1988) 477-484, routine PPND16.
TANGENT_API double normalQuantile(double p);

} // namespace tangent::evaluate
