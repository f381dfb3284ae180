// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/classify/held_out_scores.h"
#include "app/lab/numeric_matrix.h"
#include "app/lab/progress.h"
#include "app/lab/stages.h"
#include "app/lab/state.h"

#include <optional>

namespace tangent {

/// The rows that can be used: those with a value in every one of some columns and in that of the role
/// `label`.
struct LabelledRows {
    NumericMatrix matrix;
    ClassLabels labels;

    Eigen::Map<const Eigen::VectorXi> codes() const
    {
        return {labels.codes.data(), Eigen::Index(labels.codes.size())};
    }
    int classCount() const { return int(labels.levels.size()); }
};

/// Kept as a stage. The state must have a table and a label; without `columns` those of the role `features`.
std::shared_ptr<const LabelledRows> labelledRows(
    const Settled& state, Stages& stages, const std::optional<QStringList>& columns = std::nullopt);

/// The classifiers on offer, by token: `logistic`, `nearest-neighbours`, `tree`, `naive-bayes`.
std::vector<Choice> classifierChoices();
classify::Model classifierOf(const QString& token);
/// "5 nearest neighbours", "tree": its name in a sentence.
QString classifierName(const QString& token, int neighbours);

/// Thrown inside a stage when nobody waits for its result any more: half a result must not be kept.
struct WorkStopped { };

/// What the classifier `token` says of each row while that row is held out, with the values of
/// `neighbours`, `standardise` and `seed`: kept as a stage that depends on nothing else, so that thresholds
/// and positive classes never fit anything again. `beforeFit` is called only when the work has to be done.
/// Throws WorkStopped when progress says that nobody waits.
std::shared_ptr<const classify::HeldOutScores> heldOutScores(const Settled& state, const LabelledRows& rows,
    const QString& token, Stages& stages, const Progress& progress,
    const std::function<void()>& beforeFit = {});

} // namespace tangent
