// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

#include <optional>
#include <string>
#include <vector>

namespace tangent::tree {

/// A split taken at a node. Nodes are named by the way to them: "root", then a letter for each turn:
/// "L", "R", "LL", "LR", …
struct TANGENT_API TakenSplit {
    std::string node;
    Eigen::Index feature = 0;
    double threshold = 0; ///< value <= threshold goes left
};

/// Why a split was refused.
enum class SplitFault {
    BadName,       ///< the node is neither "root" nor letters L and R
    NoSuchNode,    ///< no split made this node
    AlreadySplit,  ///< an earlier split of the list took this node
    NoSuchFeature, ///< the feature is not a column
    NotFinite,     ///< the threshold is not a finite number
    EmptySide      ///< all the node's rows would go to one side
};

struct TANGENT_API RefusedSplit {
    std::size_t position = 0; ///< in the list given
    SplitFault fault = SplitFault::BadName;
};

struct TANGENT_API Node {
    std::string name;
    std::vector<Eigen::Index> rows;   ///< in rising order
    Eigen::VectorXd counts;           ///< of each class
    std::optional<std::size_t> split; ///< position in the list of the split taken here; none in a leaf
};

struct TANGENT_API Partition {
    /// By depth, left before right; the first is the root. A refused split adds none.
    std::vector<Node> nodes;
    std::vector<RefusedSplit> refused; ///< by position

    /// The node of that name, or nullptr.
    const Node* find(const std::string& name) const;
};

/// Routes the rows of `x` (rows x features) through the splits taken. The order of the list does not
/// matter, except that the first of two splits of one node holds. A split that makes no sense is
/// refused, and with it those below it. `labels` are 0 … classes - 1, one for each row; throws
/// std::invalid_argument when they are not, or when a value is NaN.
TANGENT_API Partition growBySplits(const Eigen::Ref<const Eigen::MatrixXd>& x,
    const Eigen::Ref<const Eigen::VectorXi>& labels, int classes, const std::vector<TakenSplit>& splits);

} // namespace tangent::tree
