// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"
#include "algorithms/tree/division.h"
#include "algorithms/tree/sorted_column.h"

#include <Eigen/Core>

#include <functional>
#include <optional>
#include <vector>

namespace tangent::tree {

/// Impurities closer than this are ties, so that rounding never chooses between equal splits.
inline constexpr double impurityTie = 1e-12;

/// A feature's best split: the least weighted impurity, at the lowest threshold that reaches it.
struct TANGENT_API Split {
    double threshold = 0;
    double weighted = 0; ///< impurity of both sides, weighted by their rows
    double gain = 0;     ///< parent - weighted
    Division division;
    /// Every threshold that does as well, rising; the first is `threshold`.
    std::vector<double> tiedThresholds;
};

/// Every best cut of a sorted feature whose rows have the class counts `total`, lowest first (all
/// within impurityTie of the least): the number of rows that go left, 1 … rows - 1. None when the
/// feature is constant. One pass; for Gini a constant number of steps a row whatever the number of
/// classes. Labels are not checked: they must be 0 … total.size() - 1.
TANGENT_API std::vector<std::size_t> bestCuts(
    const SortedColumn& sorted, const Eigen::Ref<const Eigen::VectorXd>& total, Criterion criterion);

/// The best split of one feature, or nothing when it is constant. `labels` are 0 … classes - 1, one
/// for each value. Thresholds lie midway between neighbouring distinct values; value <= threshold
/// goes left. Breiman, Friedman, Olshen and Stone, "Classification and Regression Trees" (1984),
/// section 2.4. Throws std::invalid_argument when lengths, labels or values do not fit.
TANGENT_API std::optional<Split> bestSplit(const Eigen::Ref<const Eigen::VectorXd>& values,
    const Eigen::Ref<const Eigen::VectorXi>& labels, int classes, Criterion criterion);

/// The best split of each feature and which of them is the best of all.
struct TANGENT_API BestSplits {
    std::vector<std::optional<Split>> ofFeature; ///< nothing for a constant feature
    std::optional<Eigen::Index> best;            ///< the first feature of the least impurity
    std::vector<Eigen::Index> tiedFeatures;      ///< every feature that does as well, `best` first
    bool cancelled = false;                      ///< true when stopped early: nothing else is set then
};

/// Searches all columns of `x` (rows x features). Ties go to the first column and the lower
/// threshold. Throws as bestSplit does; `cancelled` is asked before each column.
TANGENT_API BestSplits bestSplits(const Eigen::Ref<const Eigen::MatrixXd>& x,
    const Eigen::Ref<const Eigen::VectorXi>& labels, int classes, Criterion criterion,
    const std::function<bool()>& cancelled = {});

} // namespace tangent::tree
