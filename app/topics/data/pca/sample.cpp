// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/data/pca/sample.h"

#include <algorithm>

namespace tangent::components {

namespace {

/// Below this gap between the two variances rounding would choose the direction.
constexpr double noGap = 1e-9;

Sample readSample(const Settled& state)
{
    Sample sample;
    sample.features = state.columns("features");
    const Table& table = *state.table;
    for (const QString& feature : std::as_const(sample.features))
        sample.units << table.find(feature)->unit;
    sample.matrix = numericMatrix(table, sample.features);
    if (sample.count() > 0)
        sample.highest = std::max(1.0, sample.matrix.values.maxCoeff());
    const Column* label = table.find(state.column("label"));
    if (!label)
        return sample;
    std::vector<int> labelled;
    std::vector<size_t> places;
    for (size_t i = 0; i < sample.matrix.rows.size(); ++i) {
        if (label->isMissing(sample.matrix.rows[i]))
            continue;
        labelled.push_back(sample.matrix.rows[i]);
        places.push_back(i);
    }
    const ClassLabels found = classLabels(table, label->name, labelled);
    sample.levels = found.levels;
    sample.classes.assign(sample.matrix.rows.size(), quint8(std::min<qsizetype>(found.levels.size(), 255)));
    for (size_t i = 0; i < places.size(); ++i)
        sample.classes[places[i]] = quint8(std::min(found.codes[i], 255));
    return sample;
}

decompose::PcaOptions optionsOf(const Settled& state, const Sample& sample)
{
    decompose::PcaOptions options;
    options.standardise = state.toggle("standardise");
    if (state.choice("solver") != QLatin1String("randomised"))
        return options;
    const int most = std::min(sample.count(), sample.dimension());
    options.solver = decompose::PcaSolver::Randomised;
    options.components = std::min(most, std::max(3, state.integer("components")));
    options.seed = std::uint64_t(state.real("seed"));
    return options;
}

Fit fit(const Sample& sample, const decompose::PcaOptions& options, const Progress& progress)
{
    Fit made;
    made.pca = decompose::pca(sample.matrix.values, options, [&] { return progress.cancelled(); });
    if (made.pca.cancelled)
        throw Stopped();
    made.shares = made.pca.shares();
    made.cumulative = made.pca.cumulativeShares();
    made.equality = made.pca.leadingEquality();
    made.isUndecided = sample.dimension() == 2 && made.pca.leadingGap() < noGap;
    if (made.isUndecided && made.components() == 2)
        made.pca.loadings = Eigen::MatrixXd::Identity(2, 2);
    return made;
}

std::vector<Value> fitInputs(const Settled& state)
{
    std::vector<Value> inputs{state.columns("features"), state.toggle("standardise"), state.choice("solver")};
    if (state.choice("solver") == QLatin1String("randomised")) {
        inputs.emplace_back(state.real("seed"));
        inputs.emplace_back(state.real("components"));
    }
    return inputs;
}

} // namespace

bool arePixels(const QStringList& features)
{
    return features.size() == pictureSide * pictureSide
        && std::all_of(features.begin(), features.end(),
            [](const QString& name) { return name.startsWith(QLatin1String("pixel")); });
}

std::shared_ptr<const Sample> sampleOf(const Settled& state, Stages& stages)
{
    const auto make = [&] { return readSample(state); };
    const size_t cells = size_t(state.table->rowCount()) * size_t(state.columns("features").size() + 2);
    return stages.get<Sample>(QStringLiteral("sample"), {state.columns("features"), state.column("label")},
        state.table, make, cells * sizeof(double));
}

std::shared_ptr<const Fit> fitOf(const Settled& state, const std::shared_ptr<const Sample>& sample,
    Stages& stages, const Progress& progress)
{
    const auto make = [&] { return fit(*sample, optionsOf(state, *sample), progress); };
    const size_t cells = size_t(sample->dimension()) * size_t(sample->dimension());
    return stages.get<Fit>(
        QStringLiteral("fit"), fitInputs(state), state.table, make, cells * sizeof(double) + 1024);
}

std::shared_ptr<const Eigen::MatrixXd> scoresOf(const Settled& state,
    const std::shared_ptr<const Sample>& sample, const std::shared_ptr<const Fit>& fit, int most,
    Stages& stages)
{
    const int count = std::min(most, fit->components());
    const auto make = [&] { return fit->pca.scores(sample->matrix.values, count); };
    std::vector<Value> inputs = fitInputs(state);
    inputs.emplace_back(double(count));
    return stages.get<Eigen::MatrixXd>(QStringLiteral("scores"), inputs, state.table, make,
        size_t(sample->count()) * size_t(count) * sizeof(double));
}

bool Plane::isUndecided() const
{
    return spread.gap() < noGap;
}

} // namespace tangent::components
