// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

namespace tangent::cluster {

/// How well two groupings of the same rows agree, corrected for chance: 1 when they are the same up to
/// names, about 0 for groupings that have nothing to do with each other, and it can fall below 0 (Hubert,
/// Arabie, Journal of Classification 2, 1985, p. 193, eq. 5). Both hold one group number >= 0 for each row
/// and have the same length, otherwise std::invalid_argument. Two groupings that can only agree (all rows in
/// one group, or each in its own, in both) give 1.
TANGENT_API double adjustedRand(
    const Eigen::Ref<const Eigen::VectorXi>& first, const Eigen::Ref<const Eigen::VectorXi>& second);

} // namespace tangent::cluster
