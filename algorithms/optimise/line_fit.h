// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/optimise/quadratic.h"

namespace tangent::optimise {

/// A line in the units of the data: response = intercept + slope * predictor.
struct Line {
    double intercept = 0;
    double slope = 0;
};

/// The loss of a straight line as a surface over its two coefficients (a, b): the mean over n rows of
/// (response - a - b * predictor)^2. The mean, not half of it or the sum, so its Hessian is
/// 2 [1, m; m, s] with m the mean and s the mean square of the predictor.
///
/// `standardise` centres the predictor and divides it by its standard deviation (with n); the response
/// keeps its units. A constant predictor then becomes 0. When the predictor is constant the best line is not
/// unique and the minimum given is the one with slope 0.
class TANGENT_API LineFit final : public Quadratic {
public:
    /// Two columns of equal length n >= 1, finite; otherwise std::invalid_argument.
    static std::unique_ptr<LineFit> make(const Eigen::Ref<const Eigen::VectorXd>& predictor,
        const Eigen::Ref<const Eigen::VectorXd>& response, bool standardise);

    /// The line that the coefficients (a, b) stand for, in the units of the data.
    Line inDataUnits(const Eigen::Vector2d& coefficients) const;

private:
    LineFit(const Eigen::Matrix2d& hessian, const Minimum& minimum, double shift, double scale);

    double shift_; // the predictor enters as (predictor - shift) * scale
    double scale_;
};

} // namespace tangent::optimise
