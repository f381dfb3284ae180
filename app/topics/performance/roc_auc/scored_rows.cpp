// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/roc_auc/scored_rows.h"

#include "app/topics/performance/roc_auc/sample.h"
#include "app/topics/performance/roc_auc/words.h"

namespace tangent::roc {

namespace {

/// A point of the curve closer than this to its neighbour cannot be seen in any window.
constexpr double lineTolerance = 0.001;
constexpr double trailTolerance = 0.004;
constexpr Eigen::Index mostExactPoints = 2000;

Scoring bellsScoring(const Settled& state, Stages& stages)
{
    const evaluate::TwoBells bells{state.real("separation"), state.real("spread-ratio")};
    const Eigen::Index rows = state.integer("rows");
    const bool sampled = state.toggle("sampled");
    const auto make = [&] {
        evaluate::BellRows made = sampled
            ? evaluate::drawnRows(bells, rows, std::uint64_t(state.real("seed")))
            : evaluate::rowsAtQuantiles(bells, rows);
        ScoredRows scored(std::move(made.scores), std::move(made.positive));
        scored.low = bellsLow;
        scored.high = bellsHigh;
        if (sampled)
            addHistogram(&scored, bellsLow, bellsHigh);
        return scored;
    };
    const Values& values = state.values;
    Scoring scoring;
    scoring.first = stages.get<ScoredRows>(QStringLiteral("bells"),
        {values[QStringLiteral("separation")], values[QStringLiteral("spread-ratio")],
            values[QStringLiteral("rows")], sampled, sampled ? values[QStringLiteral("seed")] : Value()},
        nullptr, make, bytesOf(rows));
    scoring.positiveName = tr("positive");
    scoring.negativeName = tr("negative");
    scoring.bells = bells;
    return scoring;
}

Scoring tableScoring(const Settled& state, Stages& stages)
{
    const QStringList columns = scoreColumns(state);
    Scoring scoring;
    if (columns.isEmpty()) {
        scoring.unusable =
            Unusable{QStringLiteral("score"), tr("The table has no column of numbers to rank by."),
                tr("Choose a table with a numeric column.")};
        return scoring;
    }
    const auto sample = labelledRows(state, stages, columns);
    scoring.leftOut = sample->matrix.leftOut;
    scoring.unusable = whyUnusable(state, *sample, columns);
    if (scoring.unusable)
        return scoring;
    const int positive = positiveCode(state, sample->labels);
    nameClasses(sample->labels, positive, &scoring);
    scoring.scoreWasGuessed = state.columns("score").isEmpty();
    const auto scored = [&](Eigen::Index column) {
        const auto make = [&] {
            const Eigen::VectorXd scores = sample->matrix.values.col(column);
            return rowsWithin(scores, flagsOf(*sample, positive), scores.minCoeff(), scores.maxCoeff());
        };
        return stages.get<ScoredRows>(QStringLiteral("column"),
            {columns, double(column), state.column("label"), scoring.positiveName}, state.table, make,
            bytesOf(sample->matrix.values.rows()));
    };
    scoring.first = scored(0);
    scoring.firstName = columns.front();
    if (columns.size() > 1) {
        scoring.second = scored(1);
        scoring.secondName = columns[1];
    }
    return scoring;
}

} // namespace

ScoredRows::ScoredRows(Eigen::VectorXd ofRows, evaluate::Flags isPositive)
    : scores(std::move(ofRows))
    , positive(std::move(isPositive))
    , curve(scores, positive)
    , line(evaluate::rocLine(curve, lineTolerance, mostExactPoints))
    , trail(evaluate::rocLine(curve, trailTolerance))
    , auc(curve.auc().value_or(0))
{
}

Source sourceOf(const Settled& state)
{
    const QString token = state.choice("source");
    return token == QLatin1String("classifier")     ? Source::Classifier
        : token == QLatin1String("two-classifiers") ? Source::TwoClassifiers
        : token == QLatin1String("table")           ? Source::Table
                                                    : Source::Bells;
}

QStringList scoreColumns(const Settled& state)
{
    const QStringList named = state.columns("score");
    return named.isEmpty() ? state.table->numericColumns().mid(0, 1) : named;
}

Scoring scoringOf(
    const Settled& state, Stages& stages, const Progress& progress, const std::function<void()>& beforeFit)
{
    const Source source = sourceOf(state);
    if (source == Source::Bells)
        return bellsScoring(state, stages);
    if (!state.table) {
        Scoring scoring;
        scoring.unusable =
            Unusable{QStringLiteral("data"), tr("There is no table to score."), tr("Choose a data set.")};
        return scoring;
    }
    return source == Source::Table ? tableScoring(state, stages)
                                   : classifierScoring(state, stages, progress, beforeFit);
}

} // namespace tangent::roc
