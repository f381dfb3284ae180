// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/decompose/pca.h"

#include "algorithms/decompose/randomised_svd.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>
#include <Eigen/SVD>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace tangent::decompose {

namespace {

// Loadings closer than this count as equal in size, so that rounding does not choose the sign.
constexpr double signTie = 1e-10;
constexpr double shareRounding = 1e-12;

void fixSigns(Eigen::MatrixXd& loadings)
{
    for (Eigen::Index j = 0; j < loadings.cols(); ++j) {
        auto component = loadings.col(j);
        const double largest = component.cwiseAbs().maxCoeff() * (1 - signTie);
        Eigen::Index first = 0;
        while (std::abs(component(first)) < largest)
            ++first;
        if (component(first) < 0)
            component = -component;
    }
}

void fitCovariance(Pca& result, const Eigen::Ref<const Eigen::MatrixXd>& x, bool standardise,
    Eigen::Index count, const std::function<bool()>& cancelled)
{
    Covariance measured = covariance(x, standardise, cancelled);
    result.scaling = std::move(measured.scaling);
    if (measured.matrix.size() == 0) {
        result.cancelled = true;
        return;
    }
    result.totalVariance = measured.matrix.trace();
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(measured.matrix);
    result.converged = solver.info() == Eigen::Success;
    // Eigen sorts upwards; rounding can leave a zero variance slightly negative.
    result.variances = solver.eigenvalues().reverse().head(count).cwiseMax(0.0);
    result.loadings = solver.eigenvectors().rowwise().reverse().leftCols(count);
}

/// Fewer rows than columns: with Z' = Q R the small SVD of R gives the right singular vectors of Z,
/// and the features x features covariance is never formed.
void fitWide(Pca& result, const Eigen::MatrixXd& scaled, Eigen::Index count)
{
    const Eigen::Index rows = scaled.rows();
    const Eigen::HouseholderQR<Eigen::MatrixXd> qr(scaled.transpose());
    const Eigen::MatrixXd triangle = qr.matrixQR().topRows(rows).triangularView<Eigen::Upper>();
    const Eigen::BDCSVD<Eigen::MatrixXd> svd(triangle, Eigen::ComputeFullU);
    result.converged = svd.info() == Eigen::Success;
    result.variances = svd.singularValues().head(count).array().square() / static_cast<double>(rows - 1);
    Eigen::MatrixXd padded = Eigen::MatrixXd::Zero(scaled.cols(), count);
    padded.topRows(rows) = svd.matrixU().leftCols(count);
    result.loadings = qr.householderQ() * padded;
}

void fitRandomised(Pca& result, const Eigen::MatrixXd& scaled, Eigen::Index count, const PcaOptions& options,
    const std::function<bool()>& cancelled)
{
    const RandomisedSvdOptions svdOptions{count, options.oversampling, options.powerIterations, options.seed};
    RightSingularVectors svd = randomisedSvd(scaled, svdOptions, cancelled);
    result.converged = svd.converged;
    result.cancelled = svd.cancelled;
    result.variances = svd.singularValues.array().square() / static_cast<double>(scaled.rows() - 1);
    result.loadings = std::move(svd.vectors);
}

} // namespace

void PcaOptions::check() const
{
    if (components < 0)
        throw std::invalid_argument("components: 0 (all) or more");
    if (oversampling < 0 || oversampling > 1000)
        throw std::invalid_argument("oversampling: 0 to 1000");
    if (powerIterations < 0 || powerIterations > 100)
        throw std::invalid_argument("powerIterations: 0 to 100");
}

Pca pca(const Eigen::Ref<const Eigen::MatrixXd>& x, const PcaOptions& options,
    const std::function<bool()>& cancelled)
{
    options.check();
    const Eigen::Index most = std::min(x.rows(), x.cols());
    if (options.components > most)
        throw std::invalid_argument("components: at most min(rows, features)");
    const Eigen::Index count = options.components == 0 ? most : options.components;

    Pca result;
    result.rows = x.rows();
    const bool wide = x.cols() > x.rows();
    if (options.solver == PcaSolver::Exact && !wide) {
        fitCovariance(result, x, options.standardise, count, cancelled);
    } else {
        result.scaling = columnScaling(x, options.standardise);
        const Eigen::MatrixXd scaled = result.scaling.apply(x);
        result.totalVariance = scaled.squaredNorm() / static_cast<double>(x.rows() - 1);
        if (!std::isfinite(result.totalVariance))
            throw std::invalid_argument("x: the values are too large, their variance is not finite");
        if (options.solver == PcaSolver::Randomised)
            fitRandomised(result, scaled, count, options, cancelled);
        else
            fitWide(result, scaled, count);
    }
    fixSigns(result.loadings);
    return result;
}

Eigen::VectorXd Pca::shares() const
{
    if (!(totalVariance > 0))
        return Eigen::VectorXd::Zero(components());
    return variances / totalVariance;
}

Eigen::VectorXd Pca::cumulativeShares() const
{
    Eigen::VectorXd sums = shares();
    for (Eigen::Index i = 1; i < sums.size(); ++i)
        sums(i) += sums(i - 1);
    return sums;
}

std::optional<Eigen::Index> Pca::componentsFor(double share) const
{
    if (!(share >= 0 && share <= 1))
        throw std::invalid_argument("share: 0 to 1");
    if (!(totalVariance > 0) || share == 0)
        return 0;
    const Eigen::VectorXd sums = cumulativeShares();
    Eigen::Index count = 0;
    while (count < sums.size() && sums(count) < share - shareRounding)
        ++count;
    if (count == sums.size())
        return std::nullopt;
    return count + 1;
}

Eigen::MatrixXd Pca::scores(const Eigen::Ref<const Eigen::MatrixXd>& x, Eigen::Index count) const
{
    if (x.cols() != loadings.rows())
        throw std::invalid_argument("x: as many columns as the table that was fitted");
    if (count < 0 || count > components())
        throw std::invalid_argument("count: 0 (all) to the components kept");
    return scaling.apply(x) * loadings.leftCols(count == 0 ? components() : count);
}

Eigen::MatrixXd Pca::reconstruct(const Eigen::Ref<const Eigen::MatrixXd>& scores) const
{
    if (scores.cols() > components())
        throw std::invalid_argument("scores: at most as many columns as components kept");
    Eigen::MatrixXd rebuilt = scores * loadings.leftCols(scores.cols()).transpose();
    for (Eigen::Index j = 0; j < rebuilt.cols(); ++j)
        rebuilt.col(j) = rebuilt.col(j).array() * scaling.scale(j) + scaling.mean(j);
    return rebuilt;
}

double Pca::leadingGap() const
{
    if (components() == 0 || !(variances(0) > 0))
        return 0;
    return components() == 1 ? 1 : (variances(0) - variances(1)) / variances(0);
}

double Pca::leadingEquality() const
{
    if (components() == 0 || !(variances(0) > 0))
        return 1;
    if (components() == 1)
        return 0;
    // The upper tail of chi-squared with 2 degrees of freedom is exp(-x / 2).
    const double second = variances(1) / variances(0);
    const double mean = (1 + second) / 2;
    return std::pow(second / (mean * mean), static_cast<double>(rows - 1) / 2);
}

} // namespace tangent::decompose
