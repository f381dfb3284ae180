// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

#include <vector>

namespace tangent::geometry {

/// A rectangle with sides along the axes.
struct Rectangle {
    Eigen::Vector2d least{0, 0};
    Eigen::Vector2d greatest{1, 1};
};

/// The corners of a convex polygon, counter-clockwise; empty when there is none.
using Polygon = std::vector<Eigen::Vector2d>;

/// The part of a convex polygon where normal . p <= offset.
TANGENT_API Polygon clipByHalfPlane(const Polygon& polygon, const Eigen::Vector2d& normal, double offset);

/// Voronoi cells: for each site the points of the rectangle that lie nearer to it than to any other, found by
/// clipping the rectangle at the perpendicular bisectors. Of sites at one place the first has the cell and
/// the others have none. Sites may lie outside; k sites cost k^2. Throws std::invalid_argument for a
/// rectangle without area or values that are not finite.
TANGENT_API std::vector<Polygon> voronoi(
    const std::vector<Eigen::Vector2d>& sites, const Rectangle& rectangle);

} // namespace tangent::geometry
