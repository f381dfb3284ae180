// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/decompose/randomised_svd.h"

#include "algorithms/random/random.h"

#include <Eigen/QR>
#include <Eigen/SVD>

#include <algorithm>
#include <stdexcept>

namespace tangent::decompose {

namespace {

Eigen::MatrixXd gaussianMatrix(Eigen::Index rows, Eigen::Index columns, std::uint64_t seed)
{
    Random random(seed);
    Eigen::MatrixXd matrix(rows, columns);
    for (Eigen::Index j = 0; j < columns; ++j) {
        for (Eigen::Index i = 0; i < rows; ++i)
            matrix(i, j) = random.normal();
    }
    return matrix;
}

/// An orthonormal basis of the columns, as many as there are.
Eigen::MatrixXd orthonormalised(const Eigen::MatrixXd& columns)
{
    const Eigen::HouseholderQR<Eigen::MatrixXd> qr(columns);
    return qr.householderQ() * Eigen::MatrixXd::Identity(columns.rows(), columns.cols());
}

} // namespace

void RandomisedSvdOptions::check() const
{
    if (rank < 1)
        throw std::invalid_argument("rank: at least 1");
    if (oversampling < 0 || oversampling > 1000)
        throw std::invalid_argument("oversampling: 0 to 1000");
    if (powerIterations < 0 || powerIterations > 100)
        throw std::invalid_argument("powerIterations: 0 to 100");
}

RightSingularVectors randomisedSvd(const Eigen::Ref<const Eigen::MatrixXd>& a,
    const RandomisedSvdOptions& options, const std::function<bool()>& cancelled)
{
    options.check();
    const Eigen::Index smaller = std::min(a.rows(), a.cols());
    if (options.rank > smaller)
        throw std::invalid_argument("rank: at most min(rows, columns)");
    const Eigen::Index width = std::min(options.rank + options.oversampling, smaller);

    RightSingularVectors result;
    Eigen::MatrixXd range = orthonormalised(a * gaussianMatrix(a.cols(), width, options.seed));
    for (int pass = 0; pass < options.powerIterations; ++pass) {
        if (cancelled && cancelled()) {
            result.cancelled = true;
            return result;
        }
        range = orthonormalised(a * orthonormalised(a.transpose() * range));
    }
    // The SVD of (range' A)' has the right singular vectors of A on its left.
    const Eigen::MatrixXd projected = a.transpose() * range;
    const Eigen::BDCSVD<Eigen::MatrixXd> svd(projected, Eigen::ComputeThinU);
    result.converged = svd.info() == Eigen::Success;
    result.singularValues = svd.singularValues().head(options.rank);
    result.vectors = svd.matrixU().leftCols(options.rank);
    return result;
}

} // namespace tangent::decompose
