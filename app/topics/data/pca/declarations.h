// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/lab.h"

namespace tangent::components {

/// Everything that can be set, in the order of links.
Parameters declaredParameters(const DeclarationContext& context);

/// So many columns are taken at most: the time for their eigenvectors grows with the third power.
inline constexpr int mostFeatures = 256;

} // namespace tangent::components
