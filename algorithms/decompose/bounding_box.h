// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

namespace tangent::decompose {

/// A rectangle round a planar point set.
struct TANGENT_API BoundingBox {
    /// Corners in counter-clockwise order, one a row; the first side is a longer one.
    Eigen::Matrix<double, 4, 2> corners = Eigen::Matrix<double, 4, 2>::Zero();
    double angle = 0;  ///< of the longer side, degrees, 0 ≤ angle < 180
    double length = 0; ///< the longer side
    double width = 0;  ///< the shorter side

    double area() const { return length * width; }
};

/// The convex hull of `points` (points x 2), counter-clockwise from the point furthest left (the
/// lowest of several), without points on its edges: h x 2. Fewer than three rows when all points lie
/// on one line. Andrew's monotone chain, Information Processing Letters 9 (1979), p. 216.
/// Throws std::invalid_argument for no point or values that are not finite.
TANGENT_API Eigen::MatrixX2d convexHull(const Eigen::Ref<const Eigen::MatrixX2d>& points);

/// The rectangle of least area round `points` (points x 2). One of its sides lies along an edge of
/// the hull (Freeman and Shapira, Communications of the ACM 18 (1975), p. 409), so the calipers of
/// Toussaint ("Solving geometric problems with the rotating calipers", MELECON 1983) visit each edge
/// once. Points on one line give a box of width 0 along it; of several least ones the first round the
/// hull is taken. Throws as convexHull does.
TANGENT_API BoundingBox smallestBox(const Eigen::Ref<const Eigen::MatrixX2d>& points);

} // namespace tangent::decompose
