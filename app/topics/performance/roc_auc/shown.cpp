// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/roc_auc/shown.h"

#include "app/lab/data_words.h"
#include "app/topics/performance/roc_auc/words.h"
#include "widgets/scene/figure_parts.h"
#include "widgets/scene/number_text.h"

#include <cmath>
#include <limits>

namespace tangent::roc {

bool Shown::isCheapest() const
{
    constexpr double sameCost = 1.005;
    return costAt(threshold) <= sameCost * costAt(cheapest);
}

double Shown::earlyRate(const ScoredRows& rows) const
{
    return evaluate::meanTruePositiveRate(rows.curve, lowRate).value_or(0);
}

Shown shownOf(const Settled& state, Scoring scoring)
{
    Shown shown{state, sourceOf(state), std::move(scoring)};
    const evaluate::RocCurve& curve = shown.first().curve;
    shown.costRatio = state.real("cost-ratio");
    if (shown.scoring.bells) {
        const evaluate::TwoBells& bells = *shown.scoring.bells;
        shown.positiveShare = state.real("positive-share");
        shown.weights = evaluate::weightsForShare(shown.positiveShare, curve.positives(), curve.negatives());
        shown.youden = bells.youdenThreshold();
        shown.cheapest = bells.cheapestThreshold(shown.costRatio, shown.positiveShare);
    } else {
        shown.positiveShare = curve.positives() / (curve.positives() + curve.negatives());
        shown.youden = curve.youdenThreshold().value_or(0);
        shown.cheapest = curve.cheapestThreshold(shown.costRatio).value_or(0);
    }
    shown.slope = evaluate::equalCostSlope(shown.costRatio, shown.positiveShare);
    shown.threshold = state.isDecided("threshold") ? state.real("threshold") : shown.youden;
    shown.counts = shown.countsAt(shown.threshold);
    shown.pairs = evaluate::samplePairs(shown.first().scores, shown.first().positive, state.integer("pairs"),
        std::uint64_t(state.real("seed")));
    return shown;
}

std::vector<DataTable> tables(const Shown& shown)
{
    // Every score has its point; of very long curves those that a line needs.
    constexpr Eigen::Index mostPoints = 2000;
    const auto table = [&](const char* key, const ScoredRows& rows) {
        DataTable made{QLatin1String(key),
            {QStringLiteral("fpr"), QStringLiteral("tpr"), QStringLiteral("threshold")}, {}};
        const auto add = [&](double falsePositives, double truePositives, double threshold) {
            made.rows.push_back({falsePositives, truePositives, threshold});
        };
        if (rows.curve.size() <= mostPoints) {
            made.rows.reserve(size_t(rows.curve.size()));
            for (Eigen::Index i = 0; i < rows.curve.size(); ++i) {
                const evaluate::RocPoint point = rows.curve.point(i);
                add(point.falsePositiveRate, point.truePositiveRate, point.threshold);
            }
            return made;
        }
        made.rows.reserve(rows.line.size());
        for (size_t i = 0; i < rows.line.size(); ++i)
            add(rows.line.falsePositiveRate[i], rows.line.truePositiveRate[i], rows.line.threshold[i]);
        return made;
    };
    std::vector<DataTable> all{table("roc", shown.first())};
    if (shown.second())
        all.push_back(table("roc-b", *shown.second()));
    return all;
}

std::vector<Diagnostic> diagnostics(const Shown& shown)
{
    std::vector<Diagnostic> all;
    const auto add = [&](Diagnostic::Severity severity, const char* key, const QString& sentence,
                         const QString& cure) {
        all.push_back(diagnosticOf(severity, QLatin1String(key), sentence, cure));
    };
    const Scoring& scoring = shown.scoring;
    if (scoring.scoreWasGuessed)
        add(Diagnostic::Severity::Note, "score",
            tr("No score column was named: %1 is taken.").arg(scoring.firstName),
            tr("Choose the columns that hold scores."));
    if (scoring.levels > 2)
        add(Diagnostic::Severity::Note, "positive",
            tr("The label has %1 classes: %2 counts as positive, all others as negative.")
                .arg(scoring.levels)
                .arg(scoring.positiveName),
            {});
    const bool isBeside = shown.threshold < shown.first().low || shown.threshold > shown.first().high;
    if (isBeside && std::isfinite(shown.threshold))
        add(Diagnostic::Severity::Note, "threshold",
            tr("The threshold %1 lies beside the picture.").arg(shownScore(shown.threshold)),
            tr("Click one in the table of thresholds."));
    for (const ScoredRows* rows : {&shown.first(), shown.second()}) {
        if (rows && rows->notConverged > 0)
            add(Diagnostic::Severity::Warning, "model",
                tr("Logistic regression did not converge in %1 of its folds.").arg(rows->notConverged),
                tr("Standardise the columns."));
    }
    return all;
}

QString dataLine(const Shown& shown)
{
    const auto rows = qint64(shown.first().scores.size());
    const QString count = shownCount(rows);
    if (shown.scoring.bells) {
        return shown.state.toggle("sampled")
            ? tr("two bells, %1 rows drawn with seed %2").arg(count).arg(shown.state.integer("seed"))
            : tr("two bells, %1 rows at even quantiles").arg(count);
    }
    return dataWords(*shown.state.table, rows, shown.scoring.leftOut);
}

} // namespace tangent::roc
