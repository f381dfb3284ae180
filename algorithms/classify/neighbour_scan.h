// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"
#include "algorithms/classify/classifier.h"
#include "algorithms/classify/neighbour.h"

#include <Eigen/Core>

#include <functional>
#include <vector>

namespace tangent::classify {

/// Exact nearest rows under the Euclidean distance for many queries at once, where a tree cannot help
/// because the columns are many. Distances are first estimated in single precision as |a|² - 2ab + |b|²,
/// which is a product of matrices; a row whose estimate could be near enough is measured in double, so
/// that the answers are those of NeighbourSearch with weights 1.
/// Source of the expansion: Golub, Van Loan: Matrix Computations, 4th edition, 1.1; of the bound on its
/// rounding: Higham: Accuracy and Stability of Numerical Algorithms, 2nd edition, 3.5.
class TANGENT_API NeighbourScan {
public:
    /// From this many columns on a scan is faster than a tree.
    static constexpr Eigen::Index fewestColumns = 8;

    /// `x`: n × p, n >= 1, finite.
    explicit NeighbourScan(const Eigen::Ref<const Eigen::MatrixXd>& x);

    /// What is done with a query's nearest rows, nearest first.
    using Take = std::function<void(Eigen::Index query, const std::vector<Neighbour>& found)>;

    /// `queries`: m × p, finite. Each has its `count` (at least 1) nearest rows found, all if there are
    /// fewer. With `amongOthers` the queries are the n rows themselves and none is its own neighbour.
    /// False if cancelled.
    bool nearest(const Eigen::Ref<const Eigen::MatrixXd>& queries, Eigen::Index count, bool amongOthers,
        const Take& take, const Cancelled& cancelled = {}) const;

private:
    double squaredDistance(Eigen::Index row, const double* query) const;

    Eigen::MatrixXd points_; // p × n: a row's numbers side by side
    Eigen::VectorXd middle_;
    double reach_; // the greatest distance of a row from the middle
};

} // namespace tangent::classify
