// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

#include <cstdint>
#include <functional>

namespace tangent::decompose {

struct TANGENT_API RandomisedSvdOptions {
    Eigen::Index rank = 1;          ///< singular triplets wanted, 1 … min(rows, columns)
    Eigen::Index oversampling = 10; ///< random directions beyond the rank, 0 … 1000
    int powerIterations = 4;        ///< passes of A Aᵀ that separate the singular values, 0 … 100
    std::uint64_t seed = 1;

    /// Throws std::invalid_argument naming the field and the bound it broke.
    void check() const;
};

struct TANGENT_API RightSingularVectors {
    Eigen::VectorXd singularValues; ///< falling, at most `rank`
    Eigen::MatrixXd vectors;        ///< columns x rank, orthonormal columns
    bool converged = true;          ///< false when the small SVD gave up
    bool cancelled = false;         ///< true when stopped early: nothing else is set then
};

/// The leading right singular vectors of `a` (rows x columns): A is multiplied by a Gaussian matrix,
/// the range is sharpened by subspace iteration with a QR after each product, and the SVD of the
/// small projected matrix is taken. Halko, Martinsson and Tropp, "Finding structure with randomness",
/// SIAM Review 53 (2011): algorithm 4.4 (p. 244), then algorithm 5.1 (p. 247).
/// Throws std::invalid_argument when the rank exceeds min(rows, columns).
TANGENT_API RightSingularVectors randomisedSvd(const Eigen::Ref<const Eigen::MatrixXd>& a,
    const RandomisedSvdOptions& options, const std::function<bool()>& cancelled = {});

} // namespace tangent::decompose
