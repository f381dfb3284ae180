// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/classify/classifier.h"

#include <vector>

namespace tangent::classify {

struct TANGENT_API TreeOptions {
    int maxDepth = 5;    ///< splits on the way from the root to a leaf, 0…60
    int minLeafRows = 5; ///< rows that every leaf keeps, at least 1

    /// Throws std::invalid_argument naming the field and its bound.
    void check() const;
};

/// A classification tree grown by the largest drop of the Gini impurity. A row goes left when its value is
/// at most the threshold; thresholds are midpoints of neighbouring values; equal drops (within 1e-12) go to
/// the first column and the lower threshold. A node with more than one class is split as long as the
/// options allow, even at a drop of 0: in an exclusive-or the gain comes one level later. The probability
/// of a class is its share in the leaf. Source: Breiman, Friedman, Olshen, Stone: Classification and
/// Regression Trees (1984), ch. 2 and 4.
class TANGENT_API DecisionTree : public Classifier {
public:
    struct Node {
        int left = -1; ///< -1 in a leaf; nodes are numbered parent first
        int right = -1;
        int column = -1;
        double threshold = 0;
        Eigen::Index rows = 0;
    };

    /// Input as checkTrainingRows(). When cancelled, the tree stays as far as it has grown.
    DecisionTree(const Eigen::Ref<const Eigen::MatrixXd>& x, const Eigen::Ref<const Eigen::VectorXi>& y,
        int classes, const TreeOptions& options = {}, const Cancelled& cancelled = {});

    Eigen::MatrixXd probabilities(const Eigen::Ref<const Eigen::MatrixXd>& x) const override;

    const std::vector<Node>& nodes() const { return nodes_; }
    int leaves() const { return static_cast<int>(nodes_.size() + 1) / 2; }

private:
    Eigen::Index columns_;
    int classes_;
    std::vector<Node> nodes_;
    std::vector<double> shares_; // for each node, the share of each class
};

} // namespace tangent::classify
