// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/linear/blocked_qr.h"

#include <cmath>
#include <vector>

namespace tangent::linear {

namespace {

/// A Householder reflection that takes (head, tail) to (image, 0): with v = (1, essential) it is
/// I - weight v vᵀ. The tail is overwritten by the essential part (Golub and Van Loan, alg. 5.1.1).
struct Reflection {
    double image = 0;
    double weight = 0;
};

template <class Tail>
Reflection reflect(double head, Tail&& tail)
{
    const double tailSquares = tail.squaredNorm();
    if (tailSquares == 0)
        return {head, 0};
    const double length = std::sqrt(head * head + tailSquares);
    // The sign away from the head avoids cancellation.
    const double image = head >= 0 ? -length : length;
    tail /= head - image;
    return {image, (image - head) / image};
}

} // namespace

void BlockedQr::absorb(Eigen::Ref<Eigen::MatrixXd> block)
{
    const Eigen::Index columns = triangle_.cols();
    Eigen::RowVectorXd projections(columns);
    for (Eigen::Index j = 0; j < columns; ++j) {
        auto tail = block.col(j);
        // The rows of the triangle below j hold 0 in column j: only row j and the block take part.
        const Reflection reflection = reflect(triangle_(j, j), tail);
        triangle_(j, j) = reflection.image;
        const Eigen::Index rest = columns - j - 1;
        if (reflection.weight == 0 || rest == 0)
            continue;
        auto others = block.rightCols(rest);
        auto head = triangle_.row(j).tail(rest);
        auto projection = projections.head(rest);
        projection.noalias() = tail.transpose() * others;
        projection = reflection.weight * (projection + head);
        head -= projection;
        others.noalias() -= tail * projection;
    }
}

EchelonSolution solveTriangle(const Eigen::MatrixXd& triangle, double tolerance)
{
    const Eigen::Index columns = triangle.cols() - 1;
    Eigen::MatrixXd work = triangle.triangularView<Eigen::Upper>();
    EchelonSolution solution{
        Eigen::VectorXd::Zero(columns), Eigen::Array<bool, Eigen::Dynamic, 1>::Constant(columns, false)};
    std::vector<Eigen::Index> kept;
    for (Eigen::Index j = 0; j < columns; ++j) {
        const auto row = static_cast<Eigen::Index>(kept.size());
        const double left = work.col(j).tail(work.rows() - row).norm();
        if (!(left > tolerance * work.col(j).norm()))
            continue;
        auto tail = work.col(j).tail(work.rows() - row - 1);
        const Reflection reflection = reflect(work(row, j), tail);
        for (Eigen::Index k = j + 1; k <= columns && reflection.weight != 0; ++k) {
            auto other = work.col(k).tail(tail.size());
            const double projection = reflection.weight * (work(row, k) + tail.dot(other));
            work(row, k) -= projection;
            other -= projection * tail;
        }
        work(row, j) = reflection.image;
        solution.independent(j) = true;
        kept.push_back(j);
    }
    for (std::size_t i = kept.size(); i-- > 0;) {
        const auto row = static_cast<Eigen::Index>(i);
        double value = work(row, columns);
        for (std::size_t k = i + 1; k < kept.size(); ++k)
            value -= work(row, kept[k]) * solution.coefficients(kept[k]);
        solution.coefficients(kept[i]) = value / work(row, kept[i]);
    }
    return solution;
}

} // namespace tangent::linear
