// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"
#include "algorithms/decompose/column_scaling.h"

#include <Eigen/Core>

#include <cstdint>
#include <functional>
#include <optional>

namespace tangent::decompose {

enum class PcaSolver {
    Exact,     ///< eigenvectors of the covariance; QR and SVD where there are more columns than rows
    Randomised ///< a random projection first; for many rows and columns and few components
};

struct TANGENT_API PcaOptions {
    /// Components kept, 0 for all. 0 … min(rows, features).
    Eigen::Index components = 0;
    /// Divide every column by its standard deviation (with n) first.
    bool standardise = false;
    PcaSolver solver = PcaSolver::Exact;
    /// Randomised: random directions beyond the components kept. 0 … 1000.
    Eigen::Index oversampling = 10;
    /// Randomised: passes that sharpen the projection. 0 … 100.
    int powerIterations = 4;
    /// Randomised: the seed of the random directions.
    std::uint64_t seed = 1;

    /// Throws std::invalid_argument naming the field and the bound it broke.
    void check() const;
};

/// Principal components: orthonormal directions of greatest variance, each at right angles to those
/// before. With C the covariance of the scaled table, C v = λ v for every kept pair.
///
/// Signs: the largest loading of each component (by size; the first on a tie) is positive.
struct TANGENT_API Pca {
    ColumnScaling scaling;
    Eigen::MatrixXd loadings;  ///< features x components, orthonormal columns
    Eigen::VectorXd variances; ///< of each component, falling, divided by rows - 1
    double totalVariance = 0;  ///< over all features after scaling, whatever number is kept
    Eigen::Index rows = 0;     ///< of the table it was fitted to
    bool converged = true;     ///< false when the eigensolver or the SVD gave up
    bool cancelled = false;    ///< true when stopped early: the components are empty then

    Eigen::Index components() const { return variances.size(); }

    /// Share of the total variance of each component; 0 throughout for a table without variance.
    Eigen::VectorXd shares() const;

    /// Running sums of the shares.
    Eigen::VectorXd cumulativeShares() const;

    /// The least number of components whose shares reach `share` (0 … 1, to a rounding error of
    /// 1e-12): 0 when the table has no variance, nothing when those kept do not reach it. Throws
    /// std::invalid_argument outside the range.
    std::optional<Eigen::Index> componentsFor(double share) const;

    /// Coordinates of the rows of `x` (rows x features) on the first `count` components: rows x count.
    /// `count` 0 means all that are kept. Throws std::invalid_argument when the shapes do not fit.
    Eigen::MatrixXd scores(const Eigen::Ref<const Eigen::MatrixXd>& x, Eigen::Index count = 0) const;

    /// Rows in the units of the table from scores on the first components (as many as there are
    /// columns): scaled back, with the mean added. rows x features.
    Eigen::MatrixXd reconstruct(const Eigen::Ref<const Eigen::MatrixXd>& scores) const;

    /// (λ1 - λ2) / λ1 in 0 … 1: near 0 the first two variances are equal and the first direction is
    /// a matter of chance. 1 when a single component is kept, 0 without variance.
    double leadingGap() const;

    /// How likely a gap at least this wide is, 0 … 1, when the first two variances are equal in truth
    /// and only sampling parts them (normal data, many rows): small means that the first direction can
    /// be trusted. With m their mean, (rows - 1) ln(m² / (λ1 λ2)) follows the chi-squared law with 2
    /// degrees of freedom: Anderson, "Asymptotic theory for principal component analysis", Annals of
    /// Mathematical Statistics 34 (1963), p. 122. 1 without variance, 0 when λ2 is 0 or not kept.
    double leadingEquality() const;
};

/// Fits to `x`, rows x features. Throws std::invalid_argument for fewer than two rows, no column,
/// values that are not finite, or more components than min(rows, features). `cancelled` is asked
/// between blocks of rows and between passes.
TANGENT_API Pca pca(const Eigen::Ref<const Eigen::MatrixXd>& x, const PcaOptions& options = {},
    const std::function<bool()>& cancelled = {});

} // namespace tangent::decompose
