// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

#include <vector>

namespace tangent::geometry {

/// A piece of a contour: a chain of points, closed when its last point joins its first.
struct ContourLine {
    int level = 0; // index into the levels asked for
    bool closed = false;
    std::vector<Eigen::Vector2d> points; // at least two; a closed line does not repeat its first point
};

/// Contour lines of a field on a grid, by marching squares with linear interpolation along the grid's
/// edges (after Lorensen, Cline, SIGGRAPH 1987, p. 163, in two dimensions).
///
/// `values(j, i)` is the field at (x(i), y(j)); x and y ascend and have at least two entries each. Lines come
/// level by level, inside a level first the open ones, and the higher side lies to the left of each line. A
/// saddle in a cell is parted by the mean of its four corners. A corner at the very level counts as above it.
/// Cells with a corner that is not finite are left out, so lines end at their border. Same input, same lines
/// in the same order. Throws std::invalid_argument when the sizes do not fit.
TANGENT_API std::vector<ContourLine> contours(const Eigen::Ref<const Eigen::MatrixXd>& values,
    const Eigen::Ref<const Eigen::VectorXd>& x, const Eigen::Ref<const Eigen::VectorXd>& y,
    const Eigen::Ref<const Eigen::VectorXd>& levels);

} // namespace tangent::geometry
