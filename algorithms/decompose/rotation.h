// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

namespace tangent::decompose {

/// The rotation of a cloud in front of the viewer: first by `turn` degrees about the upright axis
/// (the second coordinate), then by `tilt` degrees about the axis across the screen. At 0 and 0 the
/// first coordinate runs to the right, the second up and the third towards the viewer. A positive
/// turn brings the near side to the right, a positive tilt brings the upper side nearer.
TANGENT_API Eigen::Matrix3d viewRotation(double turn, double tilt);

/// Points (n x 3) as the viewer sees them: to the right, up, and depth (larger is nearer), n x 3.
/// Parallel projection: the picture is the first two columns. Turns about the origin.
TANGENT_API Eigen::MatrixX3d viewed(
    const Eigen::Ref<const Eigen::MatrixX3d>& points, double turn, double tilt);

} // namespace tangent::decompose
