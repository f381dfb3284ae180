// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

namespace tangent::linear {

/// The triangle R of a QR decomposition that takes in rows block by block: after every block RᵀR is
/// the sum of the products of all rows so far.
class BlockedQr {
public:
    explicit BlockedQr(Eigen::Index columns)
        : triangle_(Eigen::MatrixXd::Zero(columns, columns))
    {
    }

    /// Takes in `block` (rows x columns), which is used up as working space.
    void absorb(Eigen::Ref<Eigen::MatrixXd> block);

    /// Upper triangular, columns x columns; diagonal entries may have either sign.
    const Eigen::MatrixXd& triangle() const { return triangle_; }

private:
    Eigen::MatrixXd triangle_;
};

/// The columns of a least-squares problem that matter, and its answer.
struct EchelonSolution {
    Eigen::VectorXd coefficients; ///< 0 where `independent` is false
    Eigen::Array<bool, Eigen::Dynamic, 1> independent;
};

/// Solves min |A b - c| for the triangle [A c] of a BlockedQr, leaving out each column of which less
/// than `tolerance` of its length lies outside the span of those before it. A column of length 0 is
/// left out too.
EchelonSolution solveTriangle(const Eigen::MatrixXd& triangle, double tolerance);

} // namespace tangent::linear
