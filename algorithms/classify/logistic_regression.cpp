// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/classify/logistic_regression.h"

#include "algorithms/classify/logistic_loss.h"
#include "algorithms/classify/newton.h"
#include "algorithms/classify/standardiser.h"

#include <cmath>
#include <stdexcept>

namespace tangent::classify {

namespace {

/// A cheap point near the answer for a large table: the answer for every sixteenth row.
void startFromFewRows(const Eigen::Ref<const Eigen::MatrixXd>& x, const Eigen::Ref<const Eigen::VectorXi>& y,
    int classes, double c, const Standardiser& standardiser, Eigen::VectorXd& point,
    const Cancelled& cancelled)
{
    constexpr Eigen::Index stride = 16;
    constexpr Eigen::Index rowsPerParameter = 200;
    if (x.rows() < rowsPerParameter * point.size())
        return;
    LogisticLoss few(x, y, classes, c, standardiser, stride);
    const double roughly = 1e-3 * c * static_cast<double>(x.rows() / stride);
    constexpr int fewIterations = 10;
    minimise(few, point, roughly, fewIterations, cancelled);
}

} // namespace

void LogisticOptions::check() const
{
    if (!(c > 0 && std::isfinite(c)))
        throw std::invalid_argument("LogisticOptions: c must be finite and above 0");
    if (!(tolerance > 0))
        throw std::invalid_argument("LogisticOptions: tolerance must be above 0");
    if (maxIterations < 1)
        throw std::invalid_argument("LogisticOptions: maxIterations must be at least 1");
}

LogisticRegression::LogisticRegression(const Eigen::Ref<const Eigen::MatrixXd>& x,
    const Eigen::Ref<const Eigen::VectorXi>& y, int classes, const LogisticOptions& options,
    const Cancelled& cancelled)
{
    options.check();
    checkTrainingRows(x, y, classes);
    const Standardiser standardiser(x);
    LogisticLoss loss(x, y, classes, options.c, standardiser, 1);
    Eigen::VectorXd point = Eigen::VectorXd::Zero(loss.parameters());
    startFromFewRows(x, y, classes, options.c, standardiser, point, cancelled);
    report_ = minimise(loss, point, options.tolerance, options.maxIterations, cancelled);

    const Eigen::Map<const Eigen::MatrixXd> found(point.data(), x.cols() + 1, loss.outputs());
    const auto& deviations = standardiser.deviations();
    coefficients_ = found.bottomRows(x.cols());
    for (Eigen::Index j = 0; j < x.cols(); ++j)
        coefficients_.row(j) *= deviations(j) > 0 ? 1 / deviations(j) : 0;
    intercepts_ = found.row(0) - standardiser.means() * coefficients_;
    if (loss.outputs() > 1)
        intercepts_.array() -= intercepts_.mean();
}

Eigen::MatrixXd LogisticRegression::probabilities(const Eigen::Ref<const Eigen::MatrixXd>& x) const
{
    checkColumns(x, coefficients_.rows());
    Eigen::MatrixXd margins = x * coefficients_;
    margins.rowwise() += intercepts_;
    if (margins.cols() == 1) {
        margins.conservativeResize(Eigen::NoChange, 2);
        // Each from its own exponential: 1 - p would lose a small p.
        margins.col(1) = 1 / (1 + (-margins.col(0).array()).exp());
        margins.col(0) = 1 / (1 + margins.col(0).array().exp());
        return margins;
    }
    const Eigen::VectorXd largest = margins.rowwise().maxCoeff();
    margins = (margins.colwise() - largest).array().exp().matrix();
    const Eigen::ArrayXd totals = margins.rowwise().sum();
    return margins.array().colwise() / totals;
}

} // namespace tangent::classify
