// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/optimise/surface.h"

#include <Eigen/Eigenvalues>

#include <algorithm>

namespace tangent::optimise {

Surface::~Surface() = default;

const Minimum& nearestMinimum(const Surface& surface, const Eigen::Vector2d& point)
{
    const std::vector<Minimum>& minima = surface.minima();
    return *std::min_element(minima.begin(), minima.end(), [&](const Minimum& a, const Minimum& b) {
        return (a.position - point).squaredNorm() < (b.position - point).squaredNorm();
    });
}

Curvatures curvatures(const Eigen::Matrix2d& hessian)
{
    const Eigen::SelfAdjointEigenSolver<Eigen::Matrix2d> solver(hessian);
    return {solver.eigenvalues(), solver.eigenvectors()};
}

} // namespace tangent::optimise
