// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/random/random.h"
#include "app/lab/lab.h"
#include "app/lab/settle.h"

namespace tangent::tests {

/// A random legal value of a parameter; the default for kinds that chance cannot fill sensibly (texts).
Value randomValue(const Parameter& parameter, Random& random);

/// A request with some parameters of a state at random values; now and then other data.
Request randomRequest(const Lab& lab, const Settled& from, Random& random);

} // namespace tangent::tests
