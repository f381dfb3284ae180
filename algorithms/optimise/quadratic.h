// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/optimise/surface.h"

#include <memory>
#include <string>

namespace tangent::optimise {

/// f(p) = least + (p - centre)' H (p - centre) / 2 with a symmetric, positive semi-definite H.
class TANGENT_API Quadratic : public Surface {
public:
    Quadratic(std::string name, const Eigen::Matrix2d& hessian, const Minimum& minimum);

    std::string_view name() const final { return name_; }
    double value(const Eigen::Vector2d& at) const final;
    Eigen::Vector2d gradient(const Eigen::Vector2d& at) const final;
    Eigen::Matrix2d hessian(const Eigen::Vector2d& at) const final;
    const std::vector<Minimum>& minima() const final { return minima_; }
    bool quadratic() const final { return true; }

private:
    std::string name_;
    Eigen::Matrix2d hessian_;
    std::vector<Minimum> minima_;
};

/// (x^2 + y^2) / 2: curvature 1 in every direction.
TANGENT_API std::unique_ptr<Surface> bowl();

/// (x^2 + condition y^2) / 2: curvatures 1 and `condition`, finite and at least 1; otherwise
/// std::invalid_argument.
TANGENT_API std::unique_ptr<Surface> ravine(double condition);

} // namespace tangent::optimise
