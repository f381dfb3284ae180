// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/decompose/rotation.h"

#include <cmath>
#include <numbers>

namespace tangent::decompose {

Eigen::Matrix3d viewRotation(double turn, double tilt)
{
    constexpr double radiansPerDegree = std::numbers::pi / 180;
    const double ct = std::cos(turn * radiansPerDegree);
    const double st = std::sin(turn * radiansPerDegree);
    const double cp = std::cos(tilt * radiansPerDegree);
    const double sp = std::sin(tilt * radiansPerDegree);
    Eigen::Matrix3d aboutUpright;
    aboutUpright << ct, 0, st, 0, 1, 0, -st, 0, ct;
    Eigen::Matrix3d aboutAcross;
    aboutAcross << 1, 0, 0, 0, cp, -sp, 0, sp, cp;
    return aboutAcross * aboutUpright;
}

Eigen::MatrixX3d viewed(const Eigen::Ref<const Eigen::MatrixX3d>& points, double turn, double tilt)
{
    return points * viewRotation(turn, tilt).transpose();
}

} // namespace tangent::decompose
