// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/held_out.h"
#include "app/topics/performance/roc_auc/scored_rows.h"

namespace tangent::roc {

/// Why these rows give no curve; nothing where they do.
std::optional<Unusable> whyUnusable(
    const Settled& state, const LabelledRows& sample, const QStringList& columns);

/// The class that counts as positive, by its number among the rows used; the last one unless the state
/// says otherwise.
int positiveCode(const Settled& state, const ClassLabels& labels);
void nameClasses(const ClassLabels& labels, int positive, Scoring* scoring);
evaluate::Flags flagsOf(const LabelledRows& sample, int positive);

/// Scored rows with a histogram from `low` to `high`; the axis is a little longer.
ScoredRows rowsWithin(Eigen::VectorXd scores, evaluate::Flags positive, double low, double high);
void addHistogram(ScoredRows* rows, double low, double high);
/// About what so many scored rows hold.
size_t bytesOf(Eigen::Index rows);

/// A label with more classes than this is a name for every row.
inline constexpr int mostClasses = 100;

/// The scores of one classifier or two on rows held out. `beforeFit` is called when a model has to be
/// fitted. Throws WorkStopped.
Scoring classifierScoring(
    const Settled& state, Stages& stages, const Progress& progress, const std::function<void()>& beforeFit);

} // namespace tangent::roc
