// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/cluster/k_means.h"

#include <optional>

namespace tangent::cluster {

/// The inertia that k-means ends with for k = 1 ... `most`, at most the number of different rows; entry i
/// belongs to k = i + 1. Start rule, restarts and seed are those of `options`, ByHand counts as k-means++;
/// its clusters and centres are not read. When cancelled, the entries done so far.
TANGENT_API Eigen::VectorXd elbowCurve(
    const Rows& rows, KMeansOptions options, int most = 10, const Cancelled& cancelled = {});

/// Where an inertia curve bends most.
struct Elbow {
    int clusters = 0;
    double strength = 0; // 0 ... 1: how far the bend lies below the chord; near 0 there is none to speak of
};

/// The point of a curve over k = 1, 2, ... with the greatest vertical distance below the straight line from
/// its first point to its last, both axes scaled to 0 ... 1; the lowest k on ties (the offline form without
/// smoothing of Satopaa et al., ICDCS Workshops 2011, p. 166). None when no point lies below that line, as
/// with fewer than three points.
TANGENT_API std::optional<Elbow> elbow(const Eigen::Ref<const Eigen::VectorXd>& inertia);

} // namespace tangent::cluster
