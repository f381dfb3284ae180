// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/roc_auc/sample.h"
#include "app/topics/performance/roc_auc/words.h"

namespace tangent::roc {

Scoring classifierScoring(
    const Settled& state, Stages& stages, const Progress& progress, const std::function<void()>& beforeFit)
{
    const QStringList features = state.columns("features");
    const auto sample = labelledRows(state, stages);
    Scoring scoring;
    scoring.leftOut = sample->matrix.leftOut;
    scoring.unusable = whyUnusable(state, *sample, features);
    if (scoring.unusable)
        return scoring;
    const int positive = positiveCode(state, sample->labels);
    nameClasses(sample->labels, positive, &scoring);
    const int neighbours = state.integer("neighbours");
    const auto scored = [&](const QString& token) -> std::shared_ptr<const ScoredRows> {
        const auto scores = heldOutScores(state, *sample, token, stages, progress, beforeFit);
        if (!scores->probabilities.allFinite()) {
            scoring.unusable = Unusable{QStringLiteral("features"),
                tr("The numbers are too large for %1.").arg(classifierName(token, neighbours)),
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
    scoring.firstName = classifierName(state.choice("model"), neighbours);
    if (sourceOf(state) == Source::TwoClassifiers) {
        scoring.second = scored(state.choice("model-b"));
        scoring.secondName = classifierName(state.choice("model-b"), neighbours);
    }
    return scoring;
}

} // namespace tangent::roc
