// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/optimise/surface.h"

#include <memory>

namespace tangent::optimise {

/// (1 - x)^2 + 100 (y - x^2)^2: a curved valley with its minimum 0 at (1, 1)
/// (Rosenbrock, The Computer Journal 3, 1960, p. 176).
TANGENT_API std::unique_ptr<Surface> rosenbrock();

/// (x^2 + y - 11)^2 + (x + y^2 - 7)^2: four minima of value 0
/// (Himmelblau, Applied Nonlinear Programming, 1972).
TANGENT_API std::unique_ptr<Surface> himmelblau();

/// x^2 / 2 + y^4 / 4 - y^2 / 2: a saddle at the origin between two minima of value -1/4 at (0, -1) and
/// (0, 1). The quartic term bounds it below, so that a run which leaves the saddle arrives somewhere.
TANGENT_API std::unique_ptr<Surface> saddle();

} // namespace tangent::optimise
