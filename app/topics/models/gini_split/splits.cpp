// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/gini_split/splits.h"

#include <algorithm>

namespace tangent::gini {

namespace {

const QString rootName = QStringLiteral("root");

/// Rows come from links: one may lack cells.
QString nodeOf(const Row& split)
{
    return split.empty() ? QString() : cellText(split.front());
}

int depthOf(const QString& node)
{
    return node == rootName ? 0 : int(node.size());
}

} // namespace

QString childName(const QString& node, char side)
{
    return (node == rootName ? QString() : node) + QLatin1Char(side);
}

QStringList nodeNames(const Rows& splits)
{
    QStringList asked;
    for (const Row& split : splits)
        asked << nodeOf(split);
    std::stable_sort(asked.begin(), asked.end(),
        [](const QString& a, const QString& b) { return depthOf(a) < depthOf(b); });
    QStringList names{rootName};
    for (const QString& node : std::as_const(asked)) {
        const QString left = childName(node, 'L');
        if (names.contains(node) && !names.contains(left))
            names << left << childName(node, 'R');
    }
    std::sort(names.begin(), names.end(), [](const QString& a, const QString& b) {
        return std::pair(depthOf(a), a) < std::pair(depthOf(b), b);
    });
    return names;
}

std::vector<tree::TakenSplit> takenSplits(const Rows& splits, const QStringList& features)
{
    std::vector<tree::TakenSplit> taken;
    for (const Row& split : splits) {
        const bool whole = split.size() == 3;
        taken.push_back({nodeOf(split).toStdString(), whole ? features.indexOf(cellText(split[1])) : -1,
            whole ? cellNumber(split[2]) : 0});
    }
    return taken;
}

Rows withSplit(const Rows& splits, const QString& node, const QString& feature, double threshold)
{
    Rows more = withoutSplit(splits, node);
    more.push_back({node, feature, threshold});
    return more;
}

Rows withoutSplit(const Rows& splits, const QString& node)
{
    Rows kept;
    for (const Row& split : splits) {
        const QString name = nodeOf(split);
        if (node != rootName && !name.startsWith(node))
            kept.push_back(split);
    }
    return kept;
}

} // namespace tangent::gini
