// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/evaluate/sampled_pairs.h"
#include "app/topics/performance/roc_auc/scored_rows.h"
#include "widgets/scene/scene.h"

namespace tangent::roc {

/// Everything a scene shows, computed once.
struct Shown {
    const Settled& state;
    Source source;
    Scoring scoring;
    evaluate::ClassWeights weights{}; ///< what a row of each class counts for
    double positiveShare = 0.5;       ///< of all rows, weighted
    double costRatio = 1;
    double slope = 1; ///< of the lines of equal cost
    /// Infinite where it is best to call nobody (∞) or everybody (−∞) positive.
    double youden = 0;
    double cheapest = 0;
    double threshold = 0;
    evaluate::ThresholdCounts counts{}; ///< at the threshold
    std::vector<evaluate::ScoredPair> pairs{};

    const ScoredRows& first() const { return *scoring.first; }
    const ScoredRows* second() const { return scoring.second.get(); }
    evaluate::ThresholdCounts countsAt(double at) const { return first().curve.countsAt(at, weights); }
    double costAt(double at) const { return countsAt(at).cost(costRatio).value_or(0); }
    double truePositiveRate() const { return counts.truePositiveRate().value_or(0); }
    double falsePositiveRate() const { return counts.falsePositiveRate().value_or(0); }
    bool callsNobody() const { return counts.truePositives + counts.falsePositives <= 0; }
    bool callsEverybody() const { return counts.falseNegatives + counts.trueNegatives <= 0; }
    /// Whether a threshold would do as well as the cheapest one, to the eye.
    bool isCheapest() const;
    /// The mean true-positive rate up to `lowRate`, of the first curve or of the second.
    double earlyRate(const ScoredRows& rows) const;
};

/// The false-positive rates that count as low where two curves are compared.
inline constexpr double lowRate = 0.05;

/// Works out a state whose scoring is usable.
Shown shownOf(const Settled& state, Scoring scoring);

/// The scores of both classes with the threshold: the shaded tails are the two rates.
Figure scoresFigure(const Shown& shown);
/// The curve with the point, its trail, the lines of equal cost and the area.
Figure rocFigure(const Shown& shown);
/// The four counts at the threshold.
Figure countsFigure(const Shown& shown);
/// This threshold beside Youden's and the cheapest; a click takes one.
Figure thresholdsFigure(const Shown& shown);

std::vector<Handle> handles(const Shown& shown);
std::vector<Readout> readouts(const Shown& shown);
/// Every readout without a value, and why.
std::vector<Readout> emptyReadouts(const QString& reason);
QString narration(const Shown& shown);
std::vector<Diagnostic> diagnostics(const Shown& shown);
std::vector<DataTable> tables(const Shown& shown);
QString dataLine(const Shown& shown);

} // namespace tangent::roc
