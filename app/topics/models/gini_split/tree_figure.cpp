// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/gini_split/figures.h"
#include "app/topics/models/gini_split/splits.h"
#include "app/topics/models/gini_split/words.h"

#include <algorithm>

namespace tangent::gini {

namespace {

constexpr int mostSplits = 30; // as many as the parameter takes
/// Marks of so many rows in the other figures cost more than they show.
constexpr size_t mostMarkedRows = 5000;

std::vector<double> sharesOf(const Eigen::VectorXd& counts)
{
    const double rows = counts.sum();
    std::vector<double> shares;
    for (Eigen::Index c = 0; c < counts.size() && rows > 0; ++c)
        shares.push_back(counts(c) / rows);
    return shares;
}

QString questionText(const QString& feature, double threshold)
{
    return QStringLiteral("%1 ≤ %2").arg(feature, shownThreshold(threshold));
}

/// The side that a person asks about next, as it is what keeps the weighted impurity up; empty when both are
/// pure.
QString nextToAsk(const QString& node, const tree::Division& division, tree::Criterion criterion)
{
    const double left = division.rowsLeft() * division.leftImpurity(criterion);
    const double right = division.rowsRight() * division.rightImpurity(criterion);
    return left <= 0 && right <= 0 ? QString() : childName(node, left >= right ? 'L' : 'R');
}

/// Draws the tree from the root down, leaves side by side.
class Planter {
public:
    explicit Planter(const Shown& shown)
        : shown_(shown)
        , partition_(shown.grown->partition)
    {
        for (const tree::Node& node : partition_.nodes) {
            const bool proposes = &node == shown.node && !node.split;
            deepest_ = std::max(deepest_, depthOf(node) + (proposes ? 1 : 0));
            leaves_ += proposes ? 2 : node.split ? 0 : 1;
        }
    }

    Diagram planted()
    {
        plant(partition_.nodes.front());
        return std::move(diagram_);
    }

private:
    static int depthOf(const tree::Node& node) { return node.name == "root" ? 0 : int(node.name.size()); }

    double nextLeaf() { return (nextLeaf_++ + 0.5) / leaves_; }
    double heightOf(int depth) const { return deepest_ > 0 ? double(depth) / deepest_ : 0.5; }

    void join(const QString& from, const QString& to, bool isLeft)
    {
        Diagram::Edge edge;
        edge.from = from;
        edge.to = to;
        edge.label = isLeft ? tr("yes") : tr("no");
        diagram_.edges.push_back(edge);
    }

    /// Adds a node and what hangs below it; gives its place across.
    double plant(const tree::Node& node)
    {
        const size_t index = diagram_.nodes.size();
        diagram_.nodes.push_back(drawn(node));
        const QString id = diagram_.nodes[index].id;
        double across = 0;
        if (node.split) {
            const double left = plant(*partition_.find(childName(id, 'L').toStdString()));
            const double right = plant(*partition_.find(childName(id, 'R').toStdString()));
            join(id, childName(id, 'L'), true);
            join(id, childName(id, 'R'), false);
            across = (left + right) / 2;
        } else if (&node == shown_.node) {
            const double left = propose(node, true);
            const double right = propose(node, false);
            across = (left + right) / 2;
        } else {
            across = nextLeaf();
        }
        diagram_.nodes[index].at = QPointF(across, heightOf(depthOf(node)));
        return across;
    }

    Diagram::Node drawn(const tree::Node& node) const
    {
        Diagram::Node made;
        made.id = QString::fromStdString(node.name);
        made.shares = sharesOf(node.counts);
        made.current = &node == shown_.node;
        if (node.rows.size() <= mostMarkedRows) {
            for (const Eigen::Index row : node.rows)
                made.rowIds.push_back(shown_.sample->matrix.rowIds[size_t(row)]);
        }
        const QString count = rowsText(node.counts.sum());
        if (node.split) {
            const tree::TakenSplit& split = shown_.splits[*node.split];
            made.lines = {questionText(shown_.sample->features[split.feature], split.threshold), count};
            if (made.current)
                made.lines << tr("undo this split");
        } else if (made.current) {
            made.lines = {questionText(shown_.featureName(), shown_.threshold) + QLatin1Char('?'), count};
        } else {
            Eigen::Index majority = 0;
            node.counts.maxCoeff(&majority);
            made.lines = {shown_.sample->classes.value(majority), count};
        }
        if (!made.current) {
            made.target.key = QStringLiteral("node");
            made.target.value = made.id;
        } else if (node.split) {
            made.target.key = QStringLiteral("splits");
            made.target.value = withoutSplit(shown_.state.rowsOf("splits"), made.id);
        }
        return made;
    }

    /// One side of the split in the hand, dashed: a click takes the split and opens the side to ask next.
    double propose(const tree::Node& node, bool isLeft)
    {
        const QString parent = QString::fromStdString(node.name);
        const Eigen::VectorXd& counts = isLeft ? shown_.division.left : shown_.division.right;
        const Rows& splits = shown_.state.rowsOf("splits");
        Diagram::Node made;
        made.id = childName(parent, isLeft ? 'L' : 'R');
        made.open = true;
        made.shares = sharesOf(counts);
        made.lines = {rowsText(counts.sum())};
        if (!shown_.isSplit()) {
            made.lines << (counts.sum() > 0 ? tr("no split") : tr("empty"));
        } else if (splits.size() < mostSplits) {
            made.lines << tr("take this split");
            made.target.key = QStringLiteral("splits");
            made.target.value = withSplit(splits, parent, shown_.featureName(), shown_.threshold);
            const QString next = nextToAsk(parent, shown_.division, shown_.criterion);
            if (!next.isEmpty())
                made.target.also.insert(QStringLiteral("node"), next);
        }
        const double across = nextLeaf();
        made.at = QPointF(across, heightOf(depthOf(node) + 1));
        join(parent, made.id, isLeft);
        diagram_.nodes.push_back(std::move(made));
        return across;
    }

    const Shown& shown_;
    const tree::Partition& partition_;
    Diagram diagram_;
    int deepest_ = 0;
    int leaves_ = 0;
    int nextLeaf_ = 0;
};

} // namespace

Figure treeFigure(const Shown& shown)
{
    Figure figure;
    figure.key = QStringLiteral("tree");
    figure.title = tr("The tree");
    figure.hint =
        shown.state.rowsOf("splits").empty() ? tr("click to take the split") : tr("click a node to open it");
    figure.place = Figure::Place::Side;
    figure.weight = 1.3;
    figure.minimumHeight = 128;
    figure.content = Planter(shown).planted();
    return figure;
}

} // namespace tangent::gini
