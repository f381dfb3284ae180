// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/evaluate/confusion_matrix.h"

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>
#include <vector>

namespace tangent::evaluate {

namespace {

constexpr int mostClasses = 1000;
constexpr int fewClasses = 8;

/// False when a code lies outside 0…classes - 1.
bool allInside(const int* actual, const int* predicted, Eigen::Index rows, unsigned classes)
{
    unsigned outside = 0;
    for (Eigen::Index i = 0; i < rows; ++i)
        outside |= static_cast<unsigned>(static_cast<unsigned>(actual[i]) >= classes)
            | static_cast<unsigned>(static_cast<unsigned>(predicted[i]) >= classes);
    return outside == 0;
}

[[noreturn]] void throwOutside()
{
    throw std::invalid_argument("confusionMatrix: actual and predicted must lie in 0…classes - 1");
}

/// Counts rows two at a time in a table with one cell for each pair of cells: half the increments, and
/// neighbouring rows that fall into the same cell do not wait for each other's.
CountMatrix countPairs(const int* actual, const int* predicted, Eigen::Index rows, int classes)
{
    constexpr Eigen::Index block = 1024;
    const int cells = classes * classes;
    std::vector<std::uint32_t> evenPairs(static_cast<std::size_t>(cells) * cells);
    std::vector<std::uint32_t> oddPairs(evenPairs.size());
    std::array<std::int32_t, block> cell{};
    CountMatrix counts = CountMatrix::Zero(classes, classes);
    for (Eigen::Index start = 0; start < rows; start += block) {
        const Eigen::Index length = std::min(block, rows - start);
        if (!allInside(actual + start, predicted + start, length, static_cast<unsigned>(classes)))
            throwOutside();
        for (Eigen::Index i = 0; i < length; ++i)
            cell[i] = actual[start + i] * classes + predicted[start + i];
        Eigen::Index i = 0;
        for (; i + 4 <= length; i += 4) {
            ++evenPairs[cell[i] * cells + cell[i + 1]];
            ++oddPairs[cell[i + 2] * cells + cell[i + 3]];
        }
        for (; i < length; ++i)
            ++counts(cell[i] / classes, cell[i] % classes);
    }
    for (int first = 0; first < cells; ++first) {
        for (int second = 0; second < cells; ++second) {
            const std::size_t pair = static_cast<std::size_t>(first) * cells + second;
            const std::int64_t times = std::int64_t{evenPairs[pair]} + oddPairs[pair];
            counts(first / classes, first % classes) += times;
            counts(second / classes, second % classes) += times;
        }
    }
    return counts;
}

} // namespace

CountMatrix confusionMatrix(const Eigen::Ref<const Eigen::VectorXi>& actual,
    const Eigen::Ref<const Eigen::VectorXi>& predicted, int classes)
{
    if (classes < 1 || classes > mostClasses)
        throw std::invalid_argument("confusionMatrix: classes must lie in 1…1000");
    if (actual.size() != predicted.size())
        throw std::invalid_argument("confusionMatrix: actual and predicted must have the same length");
    const Eigen::Index rows = actual.size();
    const Eigen::Index manyRows = 4096; // fewer do not repay the table of pairs
    if (classes <= fewClasses && rows >= manyRows && rows < std::numeric_limits<std::uint32_t>::max())
        return countPairs(actual.data(), predicted.data(), rows, classes);
    if (!allInside(actual.data(), predicted.data(), rows, static_cast<unsigned>(classes)))
        throwOutside();
    CountMatrix counts = CountMatrix::Zero(classes, classes);
    for (Eigen::Index i = 0; i < rows; ++i)
        ++counts(actual(i), predicted(i));
    return counts;
}

Eigen::MatrixXd normalised(const CountMatrix& counts, Normalise how)
{
    Eigen::MatrixXd shares = counts.cast<double>();
    if (how == Normalise::ByRow) {
        const Eigen::VectorXd totals = shares.rowwise().sum();
        shares = shares.cwiseQuotient(totals.replicate(1, shares.cols()));
    } else if (how == Normalise::ByColumn) {
        const Eigen::RowVectorXd totals = shares.colwise().sum();
        shares = shares.cwiseQuotient(totals.replicate(shares.rows(), 1));
    }
    return shares;
}

} // namespace tangent::evaluate
