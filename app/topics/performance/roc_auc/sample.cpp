// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/roc_auc/sample.h"

#include "app/topics/performance/roc_auc/words.h"

#include <algorithm>
#include <cmath>

namespace tangent::roc {

namespace {

/// Bins for so many rows: enough to show the shape, few enough to be tall.
Eigen::Index binsFor(Eigen::Index rows)
{
    return std::clamp<Eigen::Index>(std::lround(4 * std::cbrt(double(rows))), 12, 60);
}

} // namespace

void addHistogram(ScoredRows* rows, double low, double high)
{
    if (low < high && std::isfinite(high - low))
        rows->histogram =
            evaluate::scoreHistogram(rows->scores, rows->positive, binsFor(rows->scores.size()), low, high);
}

size_t bytesOf(Eigen::Index rows)
{
    constexpr size_t perRow = 80; // a score, a step of the curve, a point of each line
    return size_t(rows) * perRow + (size_t(16) << 10);
}

evaluate::Flags flagsOf(const LabelledRows& sample, int positive)
{
    evaluate::Flags flags(Eigen::Index(sample.labels.codes.size()));
    for (Eigen::Index i = 0; i < flags.size(); ++i)
        flags(i) = sample.labels.codes[size_t(i)] == positive;
    return flags;
}

std::optional<Unusable> whyUnusable(
    const Settled& state, const LabelledRows& sample, const QStringList& columns)
{
    const QString label = state.column("label");
    const QString otherColumns = tr("Choose other columns.");
    if (sample.labels.codes.empty())
        return Unusable{
            QStringLiteral("label"), tr("No row has a value in every column used."), otherColumns};
    if (sample.labels.levels.size() < 2)
        return Unusable{QStringLiteral("label"),
            tr("All rows used have the class %1.").arg(sample.labels.levels.front()),
            tr("Choose a label with at least two classes.")};
    if (sample.labels.levels.size() > mostClasses)
        return Unusable{QStringLiteral("label"),
            tr("The label %1 has %2 classes.").arg(label).arg(sample.labels.levels.size()),
            tr("Choose a column of at most %1 classes.").arg(mostClasses)};
    if (!sample.matrix.values.allFinite())
        return Unusable{usesModel(sourceOf(state)) ? QStringLiteral("features") : QStringLiteral("score"),
            tr("%1 holds an infinite number.").arg(columns.join(QStringLiteral(", "))), otherColumns};
    return std::nullopt;
}

int positiveCode(const Settled& state, const ClassLabels& labels)
{
    const int last = int(labels.levels.size()) - 1;
    const int named = int(labels.levels.indexOf(state.choice("positive")));
    return named < 0 ? last : named;
}

void nameClasses(const ClassLabels& labels, int positive, Scoring* scoring)
{
    scoring->levels = int(labels.levels.size());
    scoring->positiveName = labels.levels[positive];
    scoring->negativeName =
        scoring->levels == 2 ? labels.levels[1 - positive] : tr("not %1").arg(labels.levels[positive]);
}

ScoredRows rowsWithin(
    Eigen::VectorXd scores, evaluate::Flags positive, double histogramLow, double histogramHigh)
{
    ScoredRows rows(std::move(scores), std::move(positive));
    double span = histogramHigh - histogramLow;
    if (!(span > 0)) { // one value for all
        const double half = std::max(0.5, 0.1 * std::abs(histogramLow));
        histogramLow -= half;
        histogramHigh += half;
        span = histogramHigh - histogramLow;
    }
    addHistogram(&rows, histogramLow, histogramHigh);
    const double margin = 0.03 * span;
    rows.low = histogramLow - margin;
    rows.high = histogramHigh + margin;
    if (!std::isfinite(rows.high - rows.low)) { // numbers near the end of what a double holds
        rows.low = -1;
        rows.high = 1;
        rows.histogram.reset();
    }
    return rows;
}

} // namespace tangent::roc
