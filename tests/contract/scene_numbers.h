// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/scene.h"

namespace tangent::tests {

/// Where a scene holds a number that is not finite, in words; empty when it holds none.
QStringList badNumbers(const Scene& scene);

} // namespace tangent::tests
