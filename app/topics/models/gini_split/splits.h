// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/tree/partition.h"
#include "widgets/scene/value.h"

namespace tangent::gini {

/// The splits taken are rows of node, feature, threshold. Nodes are named by the way to them: root, then
/// a letter for every turn: L, R, LL, LR, …

/// "L" of the root, "LR" of L: the node on one side of another.
QString childName(const QString& node, char side);

/// Every node that these splits make, by depth, left before right; the root is always there.
QStringList nodeNames(const Rows& splits);

/// As the tree wants them; a feature that is none of these gets the index -1.
std::vector<tree::TakenSplit> takenSplits(const Rows& splits, const QStringList& features);

/// With this split of a node, in place of any that it had.
Rows withSplit(const Rows& splits, const QString& node, const QString& feature, double threshold);
/// Without the split of a node and all below it.
Rows withoutSplit(const Rows& splits, const QString& node);

} // namespace tangent::gini
