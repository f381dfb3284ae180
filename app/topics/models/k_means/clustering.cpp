// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/k_means/clustering.h"

#include "algorithms/cluster/adjusted_rand.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tangent::kmeans {

namespace {

constexpr int longestCurve = 10;
/// Larger tables are announced before the slow parts are worked out.
constexpr int quickRows = 2'000;
/// Row visits that the strip of outcomes may cost; with more rows and restarts it compares fewer seeds.
constexpr double outcomeBudget = 3e6;

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

/// Identifies an assignment: stages that depend on it alone are found again.
QString fingerprint(const Eigen::VectorXi& assignment)
{
    const QByteArrayView bytes(reinterpret_cast<const char*>(assignment.data()), assignment.size() * qsizetype(sizeof(int)));
    QCryptographicHash hash(QCryptographicHash::Md5);
    hash.addData(bytes);
    return QString::fromLatin1(hash.result().toHex());
}

std::shared_ptr<const Eigen::MatrixXd> startOf(const Settled& state, const Shown& shown, Stages& stages,
                                               const Progress& progress)
{
    const RunSettings& settings = shown.settings;
    if (settings.rule == cluster::StartRule::ByHand)
        return std::make_shared<const Eigen::MatrixXd>(givenCentres(state, *shown.sample, settings.k));
    std::vector<Value> inputs = sampleInputs(state);
    inputs.insert(inputs.end(), {state.choice("start"), double(settings.k), double(settings.restarts), double(settings.seed)});
    return stages.get<Eigen::MatrixXd>(QStringLiteral("start"), inputs, state.table, [&] {
        Eigen::MatrixXd start
            = cluster::bestStart(shown.sample->rows, settings.options(), [&] { return progress.cancelled(); });
        if (progress.cancelled())
            throw Stopped();
        return start;
    });
}

std::shared_ptr<const cluster::KMeansRun> runOf(const Settled& state, const Shown& shown, Stages& stages,
                                                const Progress& progress)
{
    const RunSettings& settings = shown.settings;
    std::vector<cluster::Edit> edits;
    for (const HandEdit& edit : settings.edits)
        edits.push_back({edit.step, edit.centre, edit.used});
    const bool byHand = settings.rule == cluster::StartRule::ByHand;
    std::vector<Value> inputs = sampleInputs(state);
    inputs.insert(inputs.end(),
                  {state.choice("start"), double(settings.k), byHand ? state.values.value(QStringLiteral("centres")) : Value(),
                   double(settings.restarts), double(settings.seed), state.values.value(QStringLiteral("edits"))});
    const auto make = [&] {
        cluster::KMeansRun run = cluster::runFrom(shown.sample->rows, *shown.start, edits, maximumSteps,
                                                  [&] { return progress.cancelled(); });
        if (run.ending == cluster::Ending::Cancelled)
            throw Stopped();
        return run;
    };
    return stages.get<cluster::KMeansRun>(QStringLiteral("run"), inputs, state.table, make,
                                          (8 << 10) + size_t(shown.sample->count()) * sizeof(int));
}

Curve makeCurve(const Shown& shown, const Progress& progress)
{
    const Sample& sample = *shown.sample;
    cluster::KMeansOptions options = shown.settings.options();
    if (options.start == cluster::StartRule::ByHand)
        options.start = cluster::StartRule::KMeansPlusPlus;
    cluster::SilhouetteOptions sampled;
    sampled.exactRows = quickRows;
    const auto cancelled = [&] { return progress.cancelled(); };
    Curve curve;
    const int most = int(std::min<Eigen::Index>(longestCurve, sample.distinct));
    curve.inertia.resize(most);
    for (int k = 1; k <= most; ++k) {
        options.clusters = k;
        const cluster::KMeansRun run = cluster::kMeans(sample.rows, options, {}, cancelled);
        if (progress.cancelled())
            throw Stopped();
        curve.inertia(k - 1) = run.inertia.back();
        curve.silhouette.push_back(
            cluster::silhouette(sample.rows, run.assignment, sampled, cancelled).mean.value_or(std::nan("")));
        progress.report(double(k) / most);
    }
    curve.elbow = cluster::elbow(curve.inertia);
    return curve;
}

/// The block of seeds that this one belongs to: 1 to 30, 31 to 60, …
int firstOfBlock(int seed, int size)
{
    return seed < 1 ? 0 : (seed - 1) / size * size + 1;
}

Outcomes makeOutcomes(const Shown& shown, int seeds, const Progress& progress)
{
    Outcomes outcomes;
    outcomes.firstSeed = firstOfBlock(shown.settings.seed, seeds);
    cluster::KMeansOptions options = shown.settings.options();
    if (options.start == cluster::StartRule::ByHand)
        options.start = cluster::StartRule::KMeansPlusPlus;
    for (int i = 0; i < seeds; ++i) {
        options.seed = std::uint64_t(outcomes.firstSeed + i);
        const auto run = cluster::kMeans(shown.sample->rows, options, {}, [&] { return progress.cancelled(); });
        if (progress.cancelled())
            throw Stopped();
        outcomes.inertia.push_back(run.inertia.back());
    }
    return outcomes;
}

int seedsCompared(const Shown& shown)
{
    const double visits = double(shown.sample->count()) * shown.settings.restarts;
    return std::clamp(int(outcomeBudget / std::max(visits, 1.0)), 1, comparedSeeds);
}

Profile profileOf(const cluster::Silhouette& silhouette, const Shown& shown)
{
    Profile profile;
    profile.mean = silhouette.mean;
    profile.rows = int(silhouette.rows.size());
    profile.sampled = silhouette.sampled;
    if (!silhouette.mean)
        return profile;
    profile.lowest = silhouette.widths.minCoeff();
    profile.widths.resize(size_t(shown.settings.k));
    for (Eigen::Index i = 0; i < silhouette.widths.size(); ++i)
        profile.widths[size_t(shown.assignment(silhouette.rows[size_t(i)]))].push_back(silhouette.widths(i));
    for (std::vector<double>& widths : profile.widths)
        std::sort(widths.begin(), widths.end(), std::greater<>());
    return profile;
}

std::shared_ptr<const Profile> silhouetteOf(const Shown& shown, Stages& stages, const Progress& progress,
                                                        int exactRows, const std::function<void()>& onMiss)
{
    std::vector<Value> inputs = sampleInputs(shown.state);
    inputs.insert(inputs.end(), {double(exactRows), fingerprint(shown.assignment)});
    cluster::SilhouetteOptions options;
    options.exactRows = exactRows;
    const auto make = [&] {
        onMiss();
        const cluster::Silhouette made = cluster::silhouette(shown.sample->rows, shown.assignment, options,
                                                             [&] { return progress.cancelled(); });
        if (progress.cancelled())
            throw Stopped();
        return profileOf(made, shown);
    };
    return stages.get<Profile>(QStringLiteral("silhouette"), inputs, shown.state.table, make,
                                           size_t(shown.sample->count()) * sizeof(double));
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

int Curve::silhouetteBest() const
{
    int best = 0;
    for (int k = 2; k <= int(silhouette.size()); ++k) {
        const double value = silhouette[size_t(k - 1)];
        if (std::isfinite(value) && (best == 0 || value > silhouette[size_t(best - 1)]))
            best = k;
    }
    return best;
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
    return least && value <= *least * (1 + 1e-6) + 1e-12;
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
    shown.assignment = shown.half == shown.lastHalf() ? shown.run->assignment
                                                      : cluster::assignmentAt(shown.sample->rows, *shown.run, shown.half);
    if (shown.isAssigning() && shown.half > 1)
        shown.before = cluster::assignmentAt(shown.sample->rows, *shown.run, shown.half - 1);
    return shown;
}

void addSlowParts(Shown& shown, Stages& stages, const Progress& progress, const std::function<void()>& announce)
{
    const bool takesLong = double(shown.sample->count()) * shown.settings.restarts > quickRows;
    bool announced = false;
    const auto onMiss = [&] {
        if (announced || !takesLong || !progress.wantsPartial())
            return;
        announced = true;
        constexpr int roughRows = 1'000;
        shown.silhouette = silhouetteOf(shown, stages, progress, roughRows, [] {});
        announce();
    };
    const std::vector<Value> base = sampleInputs(shown.state);
    const auto with = [&](std::initializer_list<Value> more) {
        std::vector<Value> inputs = base;
        inputs.insert(inputs.end(), more);
        return inputs;
    };
    const RunSettings& settings = shown.settings;
    const auto& table = shown.state.table;
    const Value start = shown.state.choice("start");
    const double seed = settings.seed;
    const double restarts = settings.restarts;

    const auto makeLeast = [&] {
        onMiss();
        const double least = cluster::leastInertia(shown.sample->rows, settings.k, std::uint64_t(settings.seed), bestOfRuns,
                                                   [&] { return progress.cancelled(); });
        if (progress.cancelled())
            throw Stopped();
        return least;
    };
    shown.least = stages.get<double>(QStringLiteral("least"), with({double(settings.k), seed}), table, makeLeast, 256);
    const auto makeTheCurve = [&] {
        onMiss();
        return makeCurve(shown, progress);
    };
    shown.curve = stages.get<Curve>(QStringLiteral("curve"), with({start, restarts, seed}), table, makeTheCurve, 1024);
    const int seeds = seedsCompared(shown);
    const auto makeTheOutcomes = [&] {
        onMiss();
        return makeOutcomes(shown, seeds, progress);
    };
    const double block = firstOfBlock(settings.seed, seeds);
    shown.outcomes = stages.get<Outcomes>(QStringLiteral("outcomes"), with({start, double(settings.k), restarts, block, double(seeds)}),
                                          table, makeTheOutcomes, 1024);
    shown.silhouette = silhouetteOf(shown, stages, progress, int(cluster::SilhouetteOptions().exactRows), onMiss);
}

} // namespace tangent::kmeans
