// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/k_means/clustering.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>

namespace tangent::kmeans {

namespace {

constexpr int longestCurve = 10;
/// Larger tables are announced before the slow parts are worked out.
constexpr int quickRows = 2'000;
/// Row visits that the strip of outcomes may cost; with more rows and restarts it compares fewer seeds.
constexpr double outcomeBudget = 3e6;

/// All that is worked out here refines a scene that may be shown already.
bool isUnwanted(const Progress& progress)
{
    return progress.cancelled() || progress.givesWay();
}

/// Identifies an assignment: stages that depend on it alone are found again.
QString fingerprint(const Eigen::VectorXi& assignment)
{
    const QByteArrayView bytes(
        reinterpret_cast<const char*>(assignment.data()), assignment.size() * qsizetype(sizeof(int)));
    QCryptographicHash hash(QCryptographicHash::Md5);
    hash.addData(bytes);
    return QString::fromLatin1(hash.result().toHex());
}

Curve makeCurve(const Shown& shown, const Progress& progress)
{
    const Sample& sample = *shown.sample;
    cluster::KMeansOptions options = shown.settings.options();
    if (options.start == cluster::StartRule::ByHand)
        options.start = cluster::StartRule::KMeansPlusPlus;
    cluster::SilhouetteOptions sampled;
    sampled.exactRows = quickRows;
    const auto cancelled = [&] { return isUnwanted(progress); };
    Curve curve;
    const int most = int(std::min<Eigen::Index>(longestCurve, sample.distinct));
    curve.inertia.resize(most);
    for (int k = 1; k <= most; ++k) {
        options.clusters = k;
        const cluster::KMeansRun run = cluster::kMeans(sample.rows, options, {}, cancelled);
        if (isUnwanted(progress))
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
        const auto run =
            cluster::kMeans(shown.sample->rows, options, {}, [&] { return isUnwanted(progress); });
        if (isUnwanted(progress))
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
        const cluster::Silhouette made = cluster::silhouette(
            shown.sample->rows, shown.assignment, options, [&] { return isUnwanted(progress); });
        if (isUnwanted(progress))
            throw Stopped();
        return profileOf(made, shown);
    };
    return stages.get<Profile>(QStringLiteral("silhouette"), inputs, shown.state.table, make,
        size_t(shown.sample->count()) * sizeof(double));
}

} // namespace

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

void addSlowParts(
    Shown& shown, Stages& stages, const Progress& progress, const std::function<void()>& announce)
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
        const double least = cluster::leastInertia(shown.sample->rows, settings.k,
            std::uint64_t(settings.seed), bestOfRuns, [&] { return isUnwanted(progress); });
        if (isUnwanted(progress))
            throw Stopped();
        return least;
    };
    shown.least =
        stages.get<double>(QStringLiteral("least"), with({double(settings.k), seed}), table, makeLeast, 256);
    const auto makeTheCurve = [&] {
        onMiss();
        return makeCurve(shown, progress);
    };
    shown.curve =
        stages.get<Curve>(QStringLiteral("curve"), with({start, restarts, seed}), table, makeTheCurve, 1024);
    const int seeds = seedsCompared(shown);
    const auto makeTheOutcomes = [&] {
        onMiss();
        return makeOutcomes(shown, seeds, progress);
    };
    const double block = firstOfBlock(settings.seed, seeds);
    shown.outcomes = stages.get<Outcomes>(QStringLiteral("outcomes"),
        with({start, double(settings.k), restarts, block, double(seeds)}), table, makeTheOutcomes, 1024);
    shown.silhouette =
        silhouetteOf(shown, stages, progress, int(cluster::SilhouetteOptions().exactRows), onMiss);
}

} // namespace tangent::kmeans
