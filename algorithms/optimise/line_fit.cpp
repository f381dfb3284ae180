// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/optimise/line_fit.h"

#include <cmath>
#include <stdexcept>

namespace tangent::optimise {

LineFit::LineFit(const Eigen::Matrix2d& hessian, const Minimum& minimum, double shift, double scale)
    : Quadratic("line-fit", hessian, minimum)
    , shift_(shift)
    , scale_(scale)
{
}

std::unique_ptr<LineFit> LineFit::make(const Eigen::Ref<const Eigen::VectorXd>& predictor,
    const Eigen::Ref<const Eigen::VectorXd>& response, bool standardise)
{
    if (predictor.size() == 0 || predictor.size() != response.size())
        throw std::invalid_argument("LineFit: predictor and response must have the same length, at least 1");
    if (!predictor.allFinite() || !response.allFinite())
        throw std::invalid_argument("LineFit: predictor and response must be finite");

    const double mean = predictor.mean();
    const Eigen::ArrayXd centred = predictor.array() - mean;
    const double variance = centred.square().mean();
    const double meanResponse = response.mean();
    // Centred sums keep the slope exact where the plain normal equations would cancel.
    const double slope = variance > 0 ? (centred * (response.array() - meanResponse)).mean() / variance : 0;
    const double least = (response.array() - meanResponse - slope * centred).square().mean();

    Eigen::Matrix2d hessian;
    Minimum minimum;
    minimum.value = least;
    double shift = 0;
    double scale = 1;
    if (standardise) {
        const double deviation = std::sqrt(variance);
        shift = mean;
        scale = variance > 0 ? 1 / deviation : 0;
        hessian << 2, 0, 0, variance > 0 ? 2 : 0;
        minimum.position = {meanResponse, slope * deviation};
    } else {
        hessian << 2, 2 * mean, 2 * mean, 2 * (variance + mean * mean);
        minimum.position = {meanResponse - slope * mean, slope};
    }
    return std::unique_ptr<LineFit>(new LineFit(hessian, minimum, shift, scale));
}

Line LineFit::inDataUnits(const Eigen::Vector2d& coefficients) const
{
    const double slope = coefficients.y() * scale_;
    return {coefficients.x() - slope * shift_, slope};
}

} // namespace tangent::optimise
