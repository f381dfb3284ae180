// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/k_means/clustering.h"

#include "algorithms/cluster/adjusted_rand.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tangent::kmeans {

namespace {

cluster::StartRule ruleOf(const QString& token)
{
    using cluster::StartRule;
    for (const StartRule rule : {StartRule::RandomRows, StartRule::FirstRows, StartRule::ByHand}) {
        const std::string_view name = cluster::name(rule);
        if (token == QLatin1String(name.data(), qsizetype(name.size())))
            return rule;
    }
    return StartRule::KMeansPlusPlus;
}

Eigen::VectorXd featuresOf(const Row& row, size_t first, const Sample& sample)
{
    Eigen::VectorXd data(sample.dimension());
    for (int f = 0; f < sample.dimension(); ++f)
        data(f) = cellNumber(row[first + size_t(f)]);
    return sample.toUsed(data);
}

RunSettings settingsOf(const Settled& state, const Sample& sample)
{
    RunSettings settings;
    settings.k = std::min(state.integer("k"), sample.count());
    settings.rule = ruleOf(state.choice("start"));
    settings.restarts = state.integer("restarts");
    settings.seed = state.integer("seed");
    const Rows& edits = state.rowsOf("edits");
    for (int row = 0; row < int(edits.size()); ++row) {
        const Row& cells = edits[size_t(row)];
        const int centre = int(cellNumber(cells[1])) - 1;
        if (centre >= settings.k) {
            ++settings.ignoredEdits;
            continue;
        }
        settings.edits.push_back({row, int(cellNumber(cells[0])), centre, featuresOf(cells, 2, sample)});
    }
    return settings;
}

/// Centres given by hand, completed or cut to k of them.
Eigen::MatrixXd givenCentres(const Settled& state, const Sample& sample, int k)
{
    Eigen::MatrixXd centres = centresOnEllipse(sample, k);
    const Rows& given = state.rowsOf("centres");
    for (int c = 0; c < std::min(k, int(given.size())); ++c)
        centres.row(c) = featuresOf(given[size_t(c)], 0, sample).transpose();
    return centres;
}

std::shared_ptr<const Eigen::MatrixXd> startOf(
    const Settled& state, const Shown& shown, Stages& stages, const Progress& progress)
{
    const RunSettings& settings = shown.settings;
    if (settings.rule == cluster::StartRule::ByHand)
        return std::make_shared<const Eigen::MatrixXd>(givenCentres(state, *shown.sample, settings.k));
    std::vector<Value> inputs = sampleInputs(state);
    inputs.insert(inputs.end(),
        {state.choice("start"), double(settings.k), double(settings.restarts), double(settings.seed)});
    return stages.get<Eigen::MatrixXd>(QStringLiteral("start"), inputs, state.table, [&] {
        Eigen::MatrixXd start =
            cluster::bestStart(shown.sample->rows, settings.options(), [&] { return progress.cancelled(); });
        if (progress.cancelled())
            throw Stopped();
        return start;
    });
}

std::shared_ptr<const cluster::KMeansRun> runOf(
    const Settled& state, const Shown& shown, Stages& stages, const Progress& progress)
{
    const RunSettings& settings = shown.settings;
    std::vector<cluster::Edit> edits;
    for (const HandEdit& edit : settings.edits)
        edits.push_back({edit.step, edit.centre, edit.used});
    const bool byHand = settings.rule == cluster::StartRule::ByHand;
    std::vector<Value> inputs = sampleInputs(state);
    inputs.insert(inputs.end(),
        {state.choice("start"), double(settings.k),
            byHand ? state.values.value(QStringLiteral("centres")) : Value(), double(settings.restarts),
            double(settings.seed), state.values.value(QStringLiteral("edits"))});
    const auto make = [&] {
        cluster::KMeansRun run = cluster::runFrom(
            shown.sample->rows, *shown.start, edits, maximumSteps, [&] { return progress.cancelled(); });
        if (run.ending == cluster::Ending::Cancelled)
            throw Stopped();
        return run;
    };
    return stages.get<cluster::KMeansRun>(QStringLiteral("run"), inputs, state.table, make,
        (8 << 10) + size_t(shown.sample->count()) * sizeof(int));
}

} // namespace

cluster::KMeansOptions RunSettings::options() const
{
    cluster::KMeansOptions options;
    options.clusters = k;
    options.start = rule;
    options.restarts = restarts;
    options.seed = std::uint64_t(seed);
    options.maximumSteps = maximumSteps;
    return options;
}

int lastEditStep(const RunSettings& settings)
{
    int last = -1;
    for (const HandEdit& edit : settings.edits)
        last = std::max(last, edit.step);
    return last;
}

Eigen::MatrixXd centresOnEllipse(const Sample& sample, int k)
{
    const Eigen::RowVectorXd mean = sample.used.colwise().mean();
    const Eigen::RowVectorXd reach = sample.spread.array() / sample.scale.array();
    Eigen::MatrixXd centres = mean.replicate(k, 1);
    for (int c = 0; c < k && k > 1; ++c) {
        const double turn = 2 * std::numbers::pi * (c + 0.5) / k;
        centres(c, 0) += reach(0) * (sample.dimension() > 1 ? std::cos(turn) : 2.0 * c / (k - 1) - 1);
        if (sample.dimension() > 1)
            centres(c, 1) += reach(1) * std::sin(turn);
    }
    return centres;
}

int Shown::changedRows() const
{
    return before.size() == assignment.size() ? int((assignment.array() != before.array()).count()) : 0;
}

std::optional<double> Shown::overBest() const
{
    return least && *least > 0 ? std::optional<double>(inertia() / *least) : std::nullopt;
}

std::optional<double> Shown::adjustedRand() const
{
    if (sample->labelled.empty())
        return std::nullopt;
    Eigen::VectorXi groups(Eigen::Index(sample->labelled.size()));
    for (Eigen::Index i = 0; i < groups.size(); ++i)
        groups(i) = assignment(sample->labelled[size_t(i)]);
    const Eigen::Map<const Eigen::VectorXi> labels(sample->labels.codes.data(), groups.size());
    return cluster::adjustedRand(groups, labels);
}

bool Shown::isBest(double value) const
{
    return least && value <= *least * (1 + sameInertia) + 1e-12;
}

Shown shownOf(const Settled& state, Stages& stages, const Progress& progress)
{
    Shown shown{state, {}, sampleOf(state, stages), {}, {}, {}, false, 0, {}, {}, {}, {}, {}, {}};
    shown.settings = settingsOf(state, *shown.sample);
    shown.plane = planeOf(state, shown.sample, stages);
    shown.start = startOf(state, shown, stages, progress);
    shown.run = runOf(state, shown, stages, progress);
    const double wanted = state.real("step");
    shown.atEnd = wanted == endStep || wanted > shown.run->iterations();
    shown.half = shown.atEnd ? shown.lastHalf() : int(std::lround(2 * wanted));
    shown.assignment = shown.half == shown.lastHalf()
        ? shown.run->assignment
        : cluster::assignmentAt(shown.sample->rows, *shown.run, shown.half);
    if (shown.isAssigning() && shown.half > 1)
        shown.before = cluster::assignmentAt(shown.sample->rows, *shown.run, shown.half - 1);
    return shown;
}

} // namespace tangent::kmeans
