// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/decompose/column_scaling.h"

#include "algorithms/linear/column_mean.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace tangent::decompose {

namespace {

// A block of 16 columns stays in the second-level cache between centring and multiplying.
constexpr Eigen::Index blockRows = 512;

Eigen::RowVectorXd columnMeans(const Eigen::Ref<const Eigen::MatrixXd>& x)
{
    if (x.rows() < 2)
        throw std::invalid_argument("rows: a variance needs at least 2");
    if (x.cols() < 1)
        throw std::invalid_argument("features: at least 1 is needed");
    Eigen::RowVectorXd means(x.cols());
    for (Eigen::Index j = 0; j < x.cols(); ++j)
        means(j) = linear::columnMean(x.col(j));
    // A sum is finite only if every value is.
    if (!means.allFinite())
        throw std::invalid_argument("x: every value must be finite, and so must the column sums");
    return means;
}

/// Standard deviations with n from variances with n - 1; 1 for a column without spread.
Eigen::RowVectorXd standardDeviations(const Eigen::RowVectorXd& variances, double rows)
{
    return variances.unaryExpr([rows](double variance) {
        const double deviation = std::sqrt(variance * (rows - 1) / rows);
        return deviation > 0 ? deviation : 1.0;
    });
}

void requireFinite(const Eigen::Ref<const Eigen::MatrixXd>& variances)
{
    if (!variances.allFinite())
        throw std::invalid_argument("x: the values are too large, their variance is not finite");
}

} // namespace

Eigen::MatrixXd ColumnScaling::apply(const Eigen::Ref<const Eigen::MatrixXd>& x) const
{
    Eigen::MatrixXd scaled(x.rows(), x.cols());
    for (Eigen::Index j = 0; j < x.cols(); ++j)
        scaled.col(j) = (x.col(j).array() - mean(j)) / scale(j);
    return scaled;
}

ColumnScaling columnScaling(const Eigen::Ref<const Eigen::MatrixXd>& x, bool standardise)
{
    ColumnScaling scaling{columnMeans(x), Eigen::RowVectorXd::Ones(x.cols())};
    if (!standardise)
        return scaling;
    const auto rows = static_cast<double>(x.rows());
    Eigen::RowVectorXd variances(x.cols());
    for (Eigen::Index j = 0; j < x.cols(); ++j)
        variances(j) = (x.col(j).array() - scaling.mean(j)).square().sum() / (rows - 1);
    requireFinite(variances);
    scaling.scale = standardDeviations(variances, rows);
    return scaling;
}

Covariance covariance(
    const Eigen::Ref<const Eigen::MatrixXd>& x, bool standardise, const std::function<bool()>& cancelled)
{
    const Eigen::Index features = x.cols();
    Covariance result{{columnMeans(x), Eigen::RowVectorXd::Ones(features)}, {}};
    Eigen::MatrixXd products = Eigen::MatrixXd::Zero(features, features);
    Eigen::MatrixXd block(blockRows, features);
    for (Eigen::Index first = 0; first < x.rows(); first += blockRows) {
        if (cancelled && cancelled())
            return result;
        const Eigen::Index count = std::min(blockRows, x.rows() - first);
        auto centred = block.topRows(count);
        centred = x.middleRows(first, count).rowwise() - result.scaling.mean;
        products.selfadjointView<Eigen::Lower>().rankUpdate(centred.transpose());
    }
    const auto rows = static_cast<double>(x.rows());
    products /= rows - 1;
    result.matrix = products.selfadjointView<Eigen::Lower>();
    requireFinite(result.matrix);
    if (standardise) {
        result.scaling.scale = standardDeviations(result.matrix.diagonal().transpose(), rows);
        const Eigen::RowVectorXd inverse = result.scaling.scale.cwiseInverse();
        result.matrix = inverse.asDiagonal() * result.matrix * inverse.asDiagonal();
    }
    return result;
}

} // namespace tangent::decompose
