// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/optimise/quadratic.h"

#include <cmath>
#include <stdexcept>
#include <utility>

namespace tangent::optimise {

Quadratic::Quadratic(std::string name, const Eigen::Matrix2d& hessian, const Minimum& minimum)
    : name_(std::move(name))
    , hessian_(hessian)
    , minima_{minimum}
{
}

double Quadratic::value(const Eigen::Vector2d& at) const
{
    const Eigen::Vector2d offset = at - minima_.front().position;
    return minima_.front().value + offset.dot(hessian_ * offset) / 2;
}

Eigen::Vector2d Quadratic::gradient(const Eigen::Vector2d& at) const
{
    return hessian_ * (at - minima_.front().position);
}

Eigen::Matrix2d Quadratic::hessian(const Eigen::Vector2d&) const
{
    return hessian_;
}

std::unique_ptr<Surface> bowl()
{
    return std::make_unique<Quadratic>("bowl", Eigen::Matrix2d::Identity(), Minimum{{0, 0}, 0});
}

std::unique_ptr<Surface> ravine(double condition)
{
    if (!std::isfinite(condition) || condition < 1)
        throw std::invalid_argument("ravine: condition must be finite and at least 1");
    const Eigen::Matrix2d hessian = Eigen::Vector2d(1, condition).asDiagonal();
    return std::make_unique<Quadratic>("ravine", hessian, Minimum{{0, 0}, 0});
}

} // namespace tangent::optimise
