// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/held_out.h"
#include "app/topics/performance/confusion_matrix/judged_parts.h"
#include "app/topics/performance/confusion_matrix/words.h"

namespace tangent::confusion {

namespace {

/// Whether a fit takes so long that the picture should not wait for it.
bool isLongWork(const LabelledRows& rows, const QString& token)
{
    constexpr double manyNumbers = 200000; // a tenth of a second or more
    const bool climbs = classifierOf(token) == classify::Model::Logistic;
    return double(rows.matrix.values.size()) * (climbs ? rows.classCount() : 1) > manyNumbers;
}

/// The code of the class that each row is called.
Eigen::VectorXi predictionsOf(
    const classify::HeldOutScores& scores, const std::optional<double>& threshold, int positive)
{
    if (!threshold)
        return scores.predicted;
    Eigen::VectorXi predicted(scores.probabilities.rows());
    for (Eigen::Index i = 0; i < predicted.size(); ++i)
        predicted(i) = scores.probabilities(i, positive) >= *threshold ? positive : 1 - positive;
    return predicted;
}

std::shared_ptr<const JudgedRows> rowsOfModel(
    const Settled& state, const std::shared_ptr<const LabelledRows>& labelled, Stages& stages)
{
    const auto make = [&] {
        JudgedRows rows;
        rows.actual = labelled->codes();
        rows.rowIds = labelled->matrix.rowIds;
        rows.values = {labelled, &labelled->matrix.values};
        rows.columns = state.columns("features");
        rows.leftOut = labelled->matrix.leftOut;
        return rows;
    };
    return stages.get<JudgedRows>(QStringLiteral("rows"), {state.columns("features"), state.column("label")},
        state.table, make, labelled->matrix.rowIds.size() * 2 * sizeof(int));
}

std::shared_ptr<const Judgement> judgementOfModel(const Settled& state, const Judged& judged,
    const std::shared_ptr<const classify::HeldOutScores>& scores, const QString& token, Stages& stages)
{
    const bool twoClasses = judged.classCount() == 2;
    const bool cuts = twoClasses && state.isDecided("threshold");
    const std::optional<double> threshold = cuts ? std::optional(state.real("threshold")) : std::nullopt;
    const auto make = [&] {
        Judgement made;
        made.name = classifierName(token, state.integer("neighbours"));
        made.notConverged = scores->notConverged;
        made.predicted = predictionsOf(*scores, threshold, judged.positive);
        if (twoClasses)
            made.positiveShare = scores->probabilities.col(judged.positive);
        fillCells(*judged.rows, judged.classCount(), &made);
        return made;
    };
    const Values& values = state.values;
    return stages.get<Judgement>(QStringLiteral("judgement"),
        {token, state.columns("features"), state.column("label"), values[QStringLiteral("standardise")],
            values[QStringLiteral("neighbours")], values[QStringLiteral("seed")],
            twoClasses ? Value(judged.classes[judged.positive]) : Value(),
            cuts ? Value(*threshold) : Value()},
        state.table, make, bytesOf(*judged.rows));
}

} // namespace

Judged judgedByModels(
    const Settled& state, Stages& stages, const Progress& progress, const BeforeWork& beforeWork)
{
    Judged judged;
    judged.unusable = whyNoClasses(*state.table, state.column("label"), QStringLiteral("label"));
    if (judged.unusable)
        return judged;
    const auto labelled = labelledRows(state, stages);
    judged.classes = labelled->labels.levels;
    judged.unusable = whyUnusable(judged.classes, labelled->matrix.values.rows(), QStringLiteral("label"));
    if (!judged.unusable && !labelled->matrix.values.allFinite())
        judged.unusable = Unusable{
            QStringLiteral("features"), tr("A column used holds an infinite number."), otherColumns()};
    if (judged.unusable)
        return judged;
    choosePositive(state, &judged);
    judged.rows = rowsOfModel(state, labelled, stages);
    QStringList tokens{state.choice("model")};
    if (sourceOf(state) == Source::TwoClassifiers)
        tokens << state.choice("model-b");
    for (const QString& token : std::as_const(tokens)) {
        const Judged known = judged;
        const auto scores = heldOutScores(state, *labelled, token, stages, progress, [&] {
            if (beforeWork && isLongWork(*labelled, token))
                beforeWork(known);
        });
        if (!scores->probabilities.allFinite()) {
            judged.unusable = Unusable{QStringLiteral("features"),
                tr("The numbers are too large for %1.")
                    .arg(classifierName(token, state.integer("neighbours"))),
                tr("Standardise, or choose other columns.")};
            return judged;
        }
        judged.judgements.push_back(judgementOfModel(state, judged, scores, token, stages));
    }
    return judged;
}

} // namespace tangent::confusion
