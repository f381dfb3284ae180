// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/classify/held_out_scores.h"
#include "app/topics/performance/roc_auc/sample.h"
#include "app/topics/performance/roc_auc/words.h"

namespace tangent::roc {

namespace {

classify::Model modelOf(const QString& token)
{
    using classify::Model;
    return token == QLatin1String("nearest-neighbours") ? Model::NearestNeighbours
        : token == QLatin1String("tree")                ? Model::Tree
        : token == QLatin1String("naive-bayes")         ? Model::NaiveBayes
                                                        : Model::Logistic;
}

QString modelName(const Settled& state, const QString& token)
{
    switch (modelOf(token)) {
    case classify::Model::NearestNeighbours:
        return tr("%1 nearest neighbours").arg(state.integer("neighbours"));
    case classify::Model::Tree:
        return tr("tree");
    case classify::Model::NaiveBayes:
        return tr("naive Bayes");
    case classify::Model::Logistic:
        break;
    }
    return tr("logistic regression");
}

/// What a model says of rows that it has not seen: it does not depend on which class is positive.
std::shared_ptr<const classify::HeldOutScores> heldOut(const Settled& state, const Sample& sample,
    const QString& token, Stages& stages, const Progress& progress)
{
    const classify::Model model = modelOf(token);
    const bool votes = model == classify::Model::NearestNeighbours;
    const auto make = [&] {
        classify::HeldOutOptions options;
        options.standardise = state.toggle("standardise");
        options.neighbours = state.integer("neighbours");
        options.seed = std::uint64_t(state.real("seed"));
        const Eigen::Map<const Eigen::VectorXi> codes(
            sample.labels.codes.data(), Eigen::Index(sample.labels.codes.size()));
        classify::HeldOutScores scores = classify::heldOutScores(sample.matrix.values, codes,
            int(sample.labels.levels.size()), model, options, [&] { return progress.cancelled(); });
        if (scores.cancelled)
            throw Stopped();
        return scores;
    };
    const Values& values = state.values;
    return stages.get<classify::HeldOutScores>(QStringLiteral("held-out"),
        {token, state.columns("features"), state.column("label"), values[QStringLiteral("standardise")],
            votes ? values[QStringLiteral("neighbours")] : Value(),
            votes ? Value() : values[QStringLiteral("seed")]},
        state.table, make,
        size_t(sample.matrix.values.rows()) * size_t(sample.labels.levels.size() + 1) * sizeof(double));
}

} // namespace

Scoring classifierScoring(const Settled& state, Stages& stages, const Progress& progress)
{
    const QStringList features = state.columns("features");
    const SamplePointer sample = sampleOf(state, stages, features);
    Scoring scoring;
    scoring.leftOut = sample->matrix.leftOut;
    scoring.unusable = whyUnusable(state, *sample, features);
    if (scoring.unusable)
        return scoring;
    const int positive = positiveCode(state, sample->labels);
    nameClasses(sample->labels, positive, &scoring);
    const auto scored = [&](const QString& token) -> std::shared_ptr<const ScoredRows> {
        const auto scores = heldOut(state, *sample, token, stages, progress);
        if (!scores->probabilities.allFinite()) {
            scoring.unusable = Unusable{QStringLiteral("features"),
                tr("The numbers are too large for %1.").arg(modelName(state, token)),
                tr("Standardise, or choose other columns.")};
            return nullptr;
        }
        const auto make = [&] {
            ScoredRows rows =
                rowsWithin(scores->probabilities.col(positive), flagsOf(*sample, positive), 0, 1);
            rows.notConverged = scores->notConverged;
            return rows;
        };
        const Values& values = state.values;
        return stages.get<ScoredRows>(QStringLiteral("model"),
            {token, features, state.column("label"), scoring.positiveName,
                values[QStringLiteral("standardise")], values[QStringLiteral("neighbours")],
                values[QStringLiteral("seed")]},
            state.table, make, bytesOf(sample->matrix.values.rows()));
    };
    scoring.first = scored(state.choice("model"));
    scoring.firstName = modelName(state, state.choice("model"));
    if (sourceOf(state) == Source::TwoClassifiers) {
        scoring.second = scored(state.choice("model-b"));
        scoring.secondName = modelName(state, state.choice("model-b"));
    }
    return scoring;
}

} // namespace tangent::roc
