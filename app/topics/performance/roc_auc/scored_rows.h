// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/evaluate/roc_curve.h"
#include "algorithms/evaluate/roc_line.h"
#include "algorithms/evaluate/score_histogram.h"
#include "algorithms/evaluate/two_bells.h"
#include "app/lab/lab.h"
#include "widgets/scene/figure_parts.h"

namespace tangent::roc {

enum class Source { Bells, Classifier, TwoClassifiers, Table };

Source sourceOf(const Settled& state);
inline bool usesModel(Source source)
{
    return source == Source::Classifier || source == Source::TwoClassifiers;
}

/// Rows with a score and a class, and all that follows from them whatever the threshold.
struct ScoredRows {
    ScoredRows(Eigen::VectorXd scores, evaluate::Flags positive);

    Eigen::VectorXd scores;
    evaluate::Flags positive;
    evaluate::RocCurve curve;
    evaluate::RocLine line;  ///< as the picture draws it
    evaluate::RocLine trail; ///< the same with fewer points: a fading line costs by its corners
    double auc = 0;
    double low = 0; ///< ends of the score axis
    double high = 1;
    std::optional<evaluate::ScoreHistogram> histogram;
    int notConverged = 0; ///< folds whose logistic regression stopped early
};

/// One curve or two, over the same rows.
struct Scoring {
    std::shared_ptr<const ScoredRows> first;
    std::shared_ptr<const ScoredRows> second; ///< null where there is one curve
    QString firstName;                        ///< "mean-radius", "logistic regression"; empty for bells
    QString secondName;
    QString positiveName;
    QString negativeName;
    int levels = 2;               ///< classes of the label
    int leftOut = 0;              ///< rows of the table with a missing value
    bool scoreWasGuessed = false; ///< no score column was named
    std::optional<evaluate::TwoBells> bells;
    std::optional<Unusable> unusable; ///< then nothing else is filled
};

/// The axis of bells stands still while they are moved.
inline constexpr double bellsLow = -4;
inline constexpr double bellsHigh = 7;

/// The rows of a state with their scores. `beforeFit` is called when a model has to be fitted first.
/// Throws WorkStopped when progress says that nobody waits.
Scoring scoringOf(
    const Settled& state, Stages& stages, const Progress& progress, const std::function<void()>& beforeFit);

/// The columns that hold the scores of a table: those of the role, or the first numeric one.
QStringList scoreColumns(const Settled& state);

} // namespace tangent::roc
