// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/gini_split/cut.h"

#include "algorithms/random/random.h"
#include "app/topics/models/gini_split/splits.h"
#include "app/topics/models/gini_split/words.h"

#include <algorithm>

namespace tangent::gini {

namespace {

/// What the labels depend on, beside the table.
std::vector<Value> labelInputs(const Settled& state)
{
    const bool shuffle = state.toggle("shuffle");
    return {state.columns("features"), state.column("label"), shuffle, shuffle ? state.real("seed") : 0};
}

std::vector<Value> operator+(std::vector<Value> inputs, const Value& more)
{
    inputs.push_back(more);
    return inputs;
}

Grown grow(const Settled& state, const Sample& sample)
{
    Grown grown;
    grown.labels = sample.labels;
    if (state.toggle("shuffle")) {
        Random random(std::uint64_t(state.real("seed")));
        random.shuffle(grown.labels);
    }
    grown.partition = tree::growBySplits(sample.matrix.values, grown.labels, sample.classCount(),
        takenSplits(state.rowsOf("splits"), sample.features));
    return grown;
}

/// The node asked for, or the nearest one above it that the splits really made.
const tree::Node* openNode(const tree::Partition& partition, QString name)
{
    for (;;) {
        if (const tree::Node* found = partition.find(name.toStdString()))
            return found;
        name.chop(1);
        if (name.isEmpty() || name == QLatin1String("roo"))
            return &partition.nodes.front();
    }
}

NodeRows rowsOfNode(const Sample& sample, const Grown& grown, const tree::Node& node)
{
    NodeRows made;
    const auto count = Eigen::Index(node.rows.size());
    made.x.resize(count, sample.matrix.values.cols());
    made.labels.resize(count);
    made.rowIds.reserve(node.rows.size());
    for (Eigen::Index i = 0; i < count; ++i) {
        const Eigen::Index row = node.rows[size_t(i)];
        made.x.row(i) = sample.matrix.values.row(row);
        made.labels(i) = grown.labels(row);
        made.rowIds.push_back(sample.matrix.rowIds[size_t(row)]);
    }
    return made;
}

FeatureView viewOf(const NodeRows& rows, int feature, int classes)
{
    FeatureView view;
    const auto values = rows.x.col(feature);
    view.values.assign(values.begin(), values.end());
    std::sort(view.values.begin(), view.values.end());
    view.values.erase(std::unique(view.values.begin(), view.values.end()), view.values.end());
    for (const tree::Criterion criterion : allCriteria)
        view.curves[size_t(criterion)] = tree::thresholdCurve(values, rows.labels, classes, criterion);
    const double range = view.values.back() - view.values.front();
    const double margin = range > 0 ? range : std::max(1.0, std::abs(view.values.front()) * 0.01);
    view.low = view.values.front() - 0.05 * margin;
    view.high = view.values.back() + 0.05 * margin;
    for (const tree::Criterion criterion : allCriteria)
        view.lines[size_t(criterion)] =
            stepsOf(view, view.curves[size_t(criterion)], mostImpure(criterion, classes));
    const Eigen::VectorXd& thresholds = view.curves.front().thresholds;
    view.middle = thresholds.size() > 0 ? thresholds((thresholds.size() - 1) / 2) : view.values.front();
    stackRows(values, rows, classes, &view);
    return view;
}

} // namespace

QString Shown::featureUnit() const
{
    const Column* column = state.table->find(featureName());
    return column ? column->unit : QString();
}

const tree::Split* Shown::bestOfAll() const
{
    return best->best ? &*best->ofFeature[size_t(*best->best)] : nullptr;
}

const tree::TakenSplit* Shown::taken() const
{
    return node->split ? &splits[*node->split] : nullptr;
}

double Shown::scale() const
{
    return mostImpure(criterion, sample->classCount());
}

std::shared_ptr<const Sample> usedSample(const Settled& state, Stages& stages)
{
    const auto make = [&] {
        return sampleOf(*state.table, state.columns("features"), state.column("label"));
    };
    const size_t bytes =
        size_t(state.table->rowCount()) * size_t(state.columns("features").size() + 2) * sizeof(double);
    return stages.get<Sample>(QStringLiteral("sample"), {state.columns("features"), state.column("label")},
        state.table, make, bytes);
}

Shown shownOf(const Settled& state, Stages& stages, const Progress& progress)
{
    Shown shown(state);
    shown.sample = usedSample(state, stages);
    const Sample& sample = *shown.sample;
    const int classes = sample.classCount();
    const size_t tableBytes = size_t(sample.matrix.values.size()) * sizeof(double);
    const std::vector<Value> forTree = labelInputs(state) + state.values.value(QStringLiteral("splits"));
    shown.grown = stages.get<Grown>(
        QStringLiteral("tree"), forTree, state.table, [&] { return grow(state, sample); },
        size_t(sample.rowCount()) * 64);
    shown.splits = takenSplits(state.rowsOf("splits"), sample.features);
    shown.node = openNode(shown.grown->partition, state.choice("node"));
    shown.nodeName = QString::fromStdString(shown.node->name);
    shown.isShuffled = state.toggle("shuffle");
    shown.criterion = criterionOf(state.choice("criterion"));
    shown.feature = std::max(0, int(sample.features.indexOf(state.choice("feature"))));

    const std::vector<Value> forNode = forTree + shown.nodeName;
    shown.rows = stages.get<NodeRows>(
        QStringLiteral("node"), forNode, state.table,
        [&] { return rowsOfNode(sample, *shown.grown, *shown.node); }, tableBytes);
    const NodeRows& rows = *shown.rows;
    shown.best = stages.get<tree::BestSplits>(
        QStringLiteral("search"), forNode + criterionToken(shown.criterion), state.table, [&] {
            auto found = tree::bestSplits(
                rows.x, rows.labels, classes, shown.criterion, [&] { return progress.cancelled(); });
            if (found.cancelled)
                throw Stopped();
            return found;
        });
    shown.view = stages.get<FeatureView>(
        QStringLiteral("feature"), forNode + sample.features[shown.feature], state.table,
        [&] { return viewOf(rows, shown.feature, classes); },
        size_t(rows.labels.size()) * (64 + 24 * size_t(classes)));
    shown.threshold = state.isDecided("threshold") ? state.real("threshold") : shown.view->middle;
    shown.division = tree::divide(rows.x.col(shown.feature), rows.labels, classes, shown.threshold);
    return shown;
}

} // namespace tangent::gini
