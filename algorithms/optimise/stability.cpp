// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/optimise/stability.h"

#include <cmath>
#include <tuple>
#include <utility>

namespace tangent::optimise {

namespace {

/// The roots of z^2 - sum z + product, the larger modulus first.
std::pair<std::complex<double>, std::complex<double>> roots(double sum, double product)
{
    const double discriminant = sum * sum / 4 - product;
    if (discriminant < 0) {
        const double height = std::sqrt(-discriminant);
        return {{sum / 2, height}, {sum / 2, -height}};
    }
    // Adding terms of one sign loses no digits; the other root follows from the product.
    const double large = sum / 2 + std::copysign(std::sqrt(discriminant), sum);
    return {large, large != 0 ? product / large : 0};
}

} // namespace

std::optional<AxisFactor> axisFactor(Method method, double learningRate, double momentum, double curvature)
{
    const double shrink = 1 - learningRate * curvature;
    AxisFactor factor;
    factor.curvature = curvature;
    switch (method) {
    case Method::Plain:
        factor.first = shrink;
        return factor;
    case Method::Momentum:
        std::tie(factor.first, factor.second) = roots(shrink + momentum, momentum);
        return factor;
    case Method::Nesterov:
        std::tie(factor.first, factor.second) = roots((1 + momentum) * shrink, momentum * shrink);
        return factor;
    case Method::RmsProp:
    case Method::Adam:
        break;
    }
    return std::nullopt;
}

std::optional<double> criticalRate(
    const Surface& surface, Method method, double momentum, const Eigen::Vector2d& point)
{
    const Eigen::Vector2d minimum = nearestMinimum(surface, point).position;
    const double largest = curvatures(surface.hessian(minimum)).values(1);
    if (!(largest > 0))
        return std::nullopt;
    switch (method) {
    case Method::Plain:
        return 2 / largest;
    case Method::Momentum:
        return 2 * (1 + momentum) / largest;
    case Method::Nesterov:
        return 2 * (1 + momentum) / ((1 + 2 * momentum) * largest);
    case Method::RmsProp:
    case Method::Adam:
        break;
    }
    return std::nullopt;
}

} // namespace tangent::optimise
