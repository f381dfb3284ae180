// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/linear/least_squares.h"

#include "algorithms/linear/blocked_qr.h"
#include "algorithms/linear/column_mean.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace tangent::linear {

namespace {

// A block of 17 columns stays in the second-level cache through all its reflections.
constexpr Eigen::Index blockRows = 256;

double residualSum(const LeastSquares& fit, const Eigen::Ref<const Eigen::MatrixXd>& x,
    const Eigen::Ref<const Eigen::VectorXd>& y)
{
    double sum = 0;
    for (Eigen::Index first = 0; first < x.rows(); first += blockRows) {
        const Eigen::Index count = std::min(blockRows, x.rows() - first);
        sum += (y.segment(first, count) - fit.predict(x.middleRows(first, count))).squaredNorm();
    }
    return sum;
}

} // namespace

void LeastSquaresOptions::check() const
{
    if (!(rankTolerance >= 1e-14 && rankTolerance <= 0.1))
        throw std::invalid_argument("rankTolerance: 1e-14 to 0.1");
}

LeastSquares leastSquares(const Eigen::Ref<const Eigen::MatrixXd>& x,
    const Eigen::Ref<const Eigen::VectorXd>& y, const LeastSquaresOptions& options,
    const std::function<bool()>& cancelled)
{
    options.check();
    const Eigen::Index columns = x.cols();
    if (x.rows() < 1)
        throw std::invalid_argument("rows: at least 1 is needed");
    if (y.size() != x.rows())
        throw std::invalid_argument("y: one value for each row of x");
    Eigen::RowVectorXd means(columns + 1);
    for (Eigen::Index j = 0; j < columns; ++j)
        means(j) = columnMean(x.col(j));
    means(columns) = columnMean(y);
    // A sum is finite only if every value is.
    if (!means.allFinite())
        throw std::invalid_argument("x, y: every value must be finite, and so must the column sums");
    if (!options.intercept)
        means.setZero();

    BlockedQr qr(columns + 1);
    Eigen::MatrixXd block(blockRows, columns + 1);
    LeastSquares fit;
    fit.rows = x.rows();
    for (Eigen::Index first = 0; first < x.rows(); first += blockRows) {
        if (cancelled && cancelled()) {
            fit.cancelled = true;
            return fit;
        }
        const Eigen::Index count = std::min(blockRows, x.rows() - first);
        auto rows = block.topRows(count);
        rows.leftCols(columns) = x.middleRows(first, count);
        rows.col(columns) = y.segment(first, count);
        rows.rowwise() -= means;
        fit.totalSum += rows.col(columns).squaredNorm();
        qr.absorb(rows);
    }
    if (!qr.triangle().allFinite())
        throw std::invalid_argument("x, y: the values are too large, their squares are not finite");
    EchelonSolution solution = solveTriangle(qr.triangle(), options.rankTolerance);
    for (Eigen::Index j = 0; j < columns; ++j) {
        if (!solution.independent(j))
            fit.dependent.push_back(j);
    }
    fit.rank = columns - static_cast<Eigen::Index>(fit.dependent.size());
    fit.coefficients = std::move(solution.coefficients);
    fit.intercept = means(columns) - means.head(columns).dot(fit.coefficients);
    fit.residualSum = residualSum(fit, x, y);
    return fit;
}

double LeastSquares::rSquared() const
{
    return totalSum > 0 ? 1 - residualSum / totalSum : std::numeric_limits<double>::quiet_NaN();
}

Eigen::VectorXd LeastSquares::predict(const Eigen::Ref<const Eigen::MatrixXd>& x) const
{
    if (x.cols() != coefficients.size())
        throw std::invalid_argument("x: as many columns as were fitted");
    Eigen::VectorXd fitted = x * coefficients;
    fitted.array() += intercept;
    return fitted;
}

} // namespace tangent::linear
