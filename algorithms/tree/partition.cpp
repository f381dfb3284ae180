// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/tree/partition.h"

#include "algorithms/tree/impurity.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace tangent::tree {

namespace {

const std::string rootName = "root";

bool validName(const std::string& name)
{
    return name == rootName || (!name.empty() && name.find_first_not_of("LR") == std::string::npos);
}

std::size_t depth(const std::string& name)
{
    return name == rootName ? 0 : name.size();
}

std::string childName(const std::string& name, char side)
{
    return (name == rootName ? std::string() : name) + side;
}

std::size_t findNode(const std::vector<Node>& nodes, const std::string& name)
{
    const auto found =
        std::find_if(nodes.begin(), nodes.end(), [&](const Node& node) { return node.name == name; });
    return static_cast<std::size_t>(found - nodes.begin());
}

/// Builds the nodes, one accepted split after another.
class Grower {
public:
    Grower(const Eigen::Ref<const Eigen::MatrixXd>& x, const Eigen::Ref<const Eigen::VectorXi>& labels,
        int classes)
        : x_(x)
        , labels_(labels)
        , classes_(classes)
    {
        Node root{rootName, std::vector<Eigen::Index>(static_cast<std::size_t>(x.rows())),
            classCounts(labels, classes), {}};
        std::iota(root.rows.begin(), root.rows.end(), Eigen::Index{0});
        nodes.push_back(std::move(root));
    }

    /// Takes the split, or says why not.
    std::optional<SplitFault> take(const TakenSplit& split, std::size_t position)
    {
        if (!validName(split.node))
            return SplitFault::BadName;
        const std::size_t parent = findNode(nodes, split.node);
        if (parent == nodes.size())
            return SplitFault::NoSuchNode;
        if (nodes[parent].split)
            return SplitFault::AlreadySplit;
        if (split.feature < 0 || split.feature >= x_.cols())
            return SplitFault::NoSuchFeature;
        if (!std::isfinite(split.threshold))
            return SplitFault::NotFinite;

        Node left{childName(split.node, 'L'), {}, Eigen::VectorXd::Zero(classes_), {}};
        Node right{childName(split.node, 'R'), {}, Eigen::VectorXd::Zero(classes_), {}};
        for (const Eigen::Index row : nodes[parent].rows) {
            Node& side = x_(row, split.feature) <= split.threshold ? left : right;
            side.rows.push_back(row);
            side.counts(labels_(row)) += 1;
        }
        if (left.rows.empty() || right.rows.empty())
            return SplitFault::EmptySide;
        nodes[parent].split = position;
        nodes.push_back(std::move(left));
        nodes.push_back(std::move(right));
        return std::nullopt;
    }

    std::vector<Node> nodes;

private:
    const Eigen::Ref<const Eigen::MatrixXd>& x_;
    const Eigen::Ref<const Eigen::VectorXi>& labels_;
    int classes_;
};

} // namespace

const Node* Partition::find(const std::string& name) const
{
    const std::size_t index = findNode(nodes, name);
    return index < nodes.size() ? &nodes[index] : nullptr;
}

Partition growBySplits(const Eigen::Ref<const Eigen::MatrixXd>& x,
    const Eigen::Ref<const Eigen::VectorXi>& labels, int classes, const std::vector<TakenSplit>& splits)
{
    if (x.rows() != labels.size())
        throw std::invalid_argument("labels: one for each row");
    if (x.hasNaN())
        throw std::invalid_argument("x: every value must be a number");
    // A node can only be split once the one above it has been: go by depth, then by position.
    std::vector<std::size_t> order(splits.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return depth(splits[a].node) < depth(splits[b].node); });

    Grower grower(x, labels, classes);
    Partition partition;
    for (const std::size_t position : order) {
        if (const auto fault = grower.take(splits[position], position))
            partition.refused.push_back({position, *fault});
    }
    partition.nodes = std::move(grower.nodes);
    std::sort(partition.nodes.begin(), partition.nodes.end(), [](const Node& a, const Node& b) {
        return std::pair(depth(a.name), a.name) < std::pair(depth(b.name), b.name);
    });
    std::sort(partition.refused.begin(), partition.refused.end(),
        [](const RefusedSplit& a, const RefusedSplit& b) { return a.position < b.position; });
    return partition;
}

} // namespace tangent::tree
