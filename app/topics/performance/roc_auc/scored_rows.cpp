// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/roc_auc/scored_rows.h"

#include "algorithms/classify/held_out_scores.h"
#include "app/lab/numeric_matrix.h"
#include "app/topics/performance/roc_auc/words.h"

#include <algorithm>
#include <cmath>

namespace tangent::roc {

namespace {

/// A point of the curve closer than this to its neighbour cannot be seen in any window.
constexpr double lineTolerance = 0.001;
constexpr double trailTolerance = 0.004;
constexpr Eigen::Index mostExactPoints = 2000;

/// Bins for so many rows: enough to show the shape, few enough to be tall.
Eigen::Index binsFor(Eigen::Index rows)
{
    return std::clamp<Eigen::Index>(std::lround(4 * std::cbrt(double(rows))), 12, 60);
}

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

/// The rows of a table that can be used, before any score.
struct Sample {
    NumericMatrix matrix;
    ClassLabels labels;
};

using SamplePointer = std::shared_ptr<const Sample>;

SamplePointer sampleOf(const Settled& state, Stages& stages, const QStringList& columns)
{
    const QString label = state.column("label");
    const auto make = [&] {
        Sample sample;
        sample.matrix = numericMatrix(*state.table, columns, {label});
        sample.labels = classLabels(*state.table, label, sample.matrix.rows);
        return sample;
    };
    const size_t bytes = size_t(state.table->rowCount()) * size_t(columns.size() + 2) * sizeof(double);
    return stages.get<Sample>(QStringLiteral("sample"), {columns, label}, state.table, make, bytes);
}

evaluate::Flags flagsOf(const Sample& sample, int positive)
{
    evaluate::Flags flags(Eigen::Index(sample.labels.codes.size()));
    for (Eigen::Index i = 0; i < flags.size(); ++i)
        flags(i) = sample.labels.codes[size_t(i)] == positive;
    return flags;
}

std::optional<Unusable> whyUnusable(const Settled& state, const Sample& sample, const QStringList& columns)
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
    if (!sample.matrix.values.allFinite())
        return Unusable{usesModel(sourceOf(state)) ? QStringLiteral("features") : QStringLiteral("score"),
            tr("%1 holds an infinite number.").arg(columns.join(QStringLiteral(", "))), otherColumns};
    return std::nullopt;
}

/// The class that counts as positive, by its name in the rows used; the last one unless the state says
/// otherwise.
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

/// `histogramLow`…`histogramHigh` are where bins lie; the axis is a little longer.
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
    const SamplePointer sample = sampleOf(state, stages, columns);
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

Scoring scoringOf(const Settled& state, Stages& stages, const Progress& progress)
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
    return source == Source::Table ? tableScoring(state, stages) : classifierScoring(state, stages, progress);
}

} // namespace tangent::roc
