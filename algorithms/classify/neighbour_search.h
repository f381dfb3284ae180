// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"
#include "algorithms/classify/neighbour.h"

#include <Eigen/Core>

#include <vector>

namespace tangent::classify {

/// Exact nearest rows under a weighted Euclidean distance Σ w_c (a_c - b_c)²; the weights may differ from
/// query to query. A k-d tree with bounding boxes whose leaves are scanned column by column.
/// Source: Friedman, Bentley, Finkel: An algorithm for finding best matches in logarithmic expected time,
/// ACM Transactions on Mathematical Software 3 (1977) 209-226.
class TANGENT_API NeighbourSearch {
public:
    static constexpr Eigen::Index nobody = -1;

    /// `x`: n × p, finite. `weights`: p numbers >= 0, those that queries will roughly use; they choose
    /// where the tree is cut and change no answer.
    NeighbourSearch(
        const Eigen::Ref<const Eigen::MatrixXd>& x, const Eigen::Ref<const Eigen::VectorXd>& weights);

    /// The `count` nearest rows (all if there are fewer), nearest first, without row `except`, into
    /// `found`. `query`, `weights`: p numbers each; count at least 1.
    void nearest(const Eigen::Ref<const Eigen::VectorXd>& query,
        const Eigen::Ref<const Eigen::VectorXd>& weights, Eigen::Index count, Eigen::Index except,
        std::vector<Neighbour>& found) const;

    Eigen::Index rows() const { return points_.rows(); }
    Eigen::Index columns() const { return points_.cols(); }

private:
    struct Node {
        Eigen::Index begin;
        Eigen::Index end;
        int left = -1; // no child: a leaf
        int right = -1;
    };
    struct Query;

    int grow(const Eigen::Ref<const Eigen::MatrixXd>& x, const Eigen::Ref<const Eigen::VectorXd>& weights,
        Eigen::Index begin, Eigen::Index end);
    double distanceToBox(int node, const Query& query) const;
    void visit(int node, Query& query) const;
    void scan(const Node& leaf, Query& query) const;

    Eigen::MatrixXd points_;          // the rows in the order of the leaves
    std::vector<Eigen::Index> order_; // the original number of each of them
    std::vector<Node> nodes_;
    std::vector<double> boxes_; // for each node and column: least, greatest
};

} // namespace tangent::classify
