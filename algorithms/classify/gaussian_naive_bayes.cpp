// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/classify/gaussian_naive_bayes.h"

#include <cmath>
#include <numbers>

namespace tangent::classify {

GaussianNaiveBayes::GaussianNaiveBayes(
    const Eigen::Ref<const Eigen::MatrixXd>& x, const Eigen::Ref<const Eigen::VectorXi>& y, int classes)
{
    checkTrainingRows(x, y, classes);
    const Eigen::Index columns = x.cols();
    Eigen::VectorXd rows = Eigen::VectorXd::Zero(classes);
    for (const int label : y)
        rows(label) += 1;
    means_ = Eigen::MatrixXd::Zero(classes, columns);
    variances_ = Eigen::MatrixXd::Zero(classes, columns);
    double largestVariance = 0;
    for (Eigen::Index c = 0; c < columns; ++c) {
        for (Eigen::Index i = 0; i < x.rows(); ++i)
            means_(y(i), c) += x(i, c);
        means_.col(c) = (rows.array() > 0).select(means_.col(c).array() / rows.array(), 0.0);
        for (Eigen::Index i = 0; i < x.rows(); ++i)
            variances_(y(i), c) += (x(i, c) - means_(y(i), c)) * (x(i, c) - means_(y(i), c));
        variances_.col(c) = (rows.array() > 0).select(variances_.col(c).array() / rows.array(), 0.0);
        const double variance = (x.col(c).array() - x.col(c).mean()).square().mean();
        largestVariance = std::max(largestVariance, variance);
    }
    constexpr double smoothing = 1e-9;
    variances_.array() += largestVariance > 0 ? smoothing * largestVariance : smoothing;
    shares_ = rows / static_cast<double>(x.rows());
}

Eigen::MatrixXd GaussianNaiveBayes::probabilities(const Eigen::Ref<const Eigen::MatrixXd>& x) const
{
    checkColumns(x, means_.cols());
    Eigen::MatrixXd logs(x.rows(), means_.rows());
    for (Eigen::Index label = 0; label < means_.rows(); ++label) {
        const auto variances = variances_.row(label).array();
        const double constant =
            std::log(shares_(label)) - 0.5 * (2 * std::numbers::pi * variances).log().sum();
        logs.col(label).setConstant(constant);
        for (Eigen::Index c = 0; c < x.cols(); ++c)
            logs.col(label).array() -=
                (x.col(c).array() - means_(label, c)).square() / (2 * variances_(label, c));
    }
    const Eigen::VectorXd largest = logs.rowwise().maxCoeff();
    Eigen::MatrixXd shares = (logs.colwise() - largest).array().exp().matrix();
    const Eigen::VectorXd totals = shares.rowwise().sum();
    return shares.array().colwise() / totals.array();
}

} // namespace tangent::classify
