// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/roc_auc/declarations.h"

#include "app/lab/class_column.h"
#include "app/topics/performance/roc_auc/sample.h"
#include "app/topics/performance/roc_auc/words.h"

#include <algorithm>
#include <limits>

namespace tangent::roc {

namespace {

/// A threshold may stand beside all scores: then everybody or nobody is called positive.
constexpr double farthest = 1e15;
constexpr double firstThreshold = 0.75;

const char* const classifierQuery = "source=classifier";
const char* const neighboursQuery = "source=classifier&model=nearest-neighbours";

Parameter sourceParameter()
{
    Parameter made =
        Parameter::choice(QStringLiteral("source"), tr("Scores from"), QStringLiteral("bells"),
            {{QStringLiteral("bells"), tr("two bells")}, {QStringLiteral("classifier"), tr("a classifier")},
                {QStringLiteral("two-classifiers"), tr("two classifiers")},
                {QStringLiteral("table"), tr("columns of a table")}})
            .withHelp(
                tr("Where the scores come from: two normal laws, classifiers on rows held out, or a column."))
            .asPrimary();
    made.structural = true;
    return made;
}

/// From the least to the greatest score that a threshold can part, where that is known.
struct ScoreRange {
    double least = 0;
    double most = 1;
    bool isKnown() const { return most > least && std::isfinite(most - least); }
};

ScoreRange scoreRange(const DeclarationContext& context, const QString& source)
{
    if (source == QLatin1String("bells"))
        return {-4, 6};
    if (source != QLatin1String("table") || !context.table)
        return {};
    const QString name = context.roles.value(QStringLiteral("score")).value(0);
    const Column* column = context.table->find(name);
    if (!column || !column->isNumeric())
        return {};
    ScoreRange range{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    constexpr size_t mostLookedAt = 1000; // declarations are read at every event
    const size_t stride = 1 + column->numbers.size() / mostLookedAt;
    for (size_t row = 0; row < column->numbers.size(); row += stride) {
        const double value = column->numbers[row];
        if (std::isfinite(value)) {
            range.least = std::min(range.least, value);
            range.most = std::max(range.most, value);
        }
    }
    return range;
}

Parameter thresholdParameter(const DeclarationContext& context, const QString& source)
{
    const bool bells = source == QLatin1String("bells");
    const ScoreRange range = scoreRange(context, source);
    // Small beside the scores of the table.
    const bool asTable = source == QLatin1String("table") && range.isKnown();
    const double step =
        asTable ? std::pow(10.0, std::floor(std::log10((range.most - range.least) / 100))) : 0.01;
    Parameter made =
        Parameter::real(QStringLiteral("threshold"), tr("Threshold"), firstThreshold, -farthest, farthest)
            .withStep(step)
            .withHelp(tr("A row is called positive when its score is at least this; drag the rule."))
            .asPrimary(!bells && source != QLatin1String("two-classifiers"));
    if (range.isKnown())
        made = made.usually(range.least, range.most);
    return bells ? made : made.automatic();
}

Parameter positiveParameter(const DeclarationContext& context, const QString& source)
{
    const QString key = QStringLiteral("positive");
    const QString label = tr("Positive class");
    const QString help = tr("The class that a high score should mean.");
    const Column* column =
        context.table ? context.table->find(context.roles.value(QStringLiteral("label")).value(0)) : nullptr;
    const QStringList levels = column ? classNames(*column, mostClasses) : QStringList();
    const bool isName = column && column->isNumeric() && levels.size() > mostClasses;
    if (levels.isEmpty() || isName)
        return Parameter::textOf(key, label, QString())
            .automatic()
            .withHelp(help)
            .shownWhen(false)
            .witnessedBy(QStringLiteral("source=table"));
    std::vector<Choice> choices;
    for (const QString& level : levels)
        choices.push_back({level, level});
    Parameter made = Parameter::choice(key, label, QString(), choices)
                         .automatic()
                         .withHelp(help)
                         .asPrimary(source == QLatin1String("table"))
                         .inGroup(source == QLatin1String("table") ? QString() : tr("Classifier"))
                         .witnessedBy(QStringLiteral("source=table"));
    return made;
}

/// How the bells stand and how many rows are taken from them.
Parameters bellParameters(bool usesBells)
{
    return {
        Parameter::real(QStringLiteral("separation"), tr("Separation"), 1.5, 0, 5)
            .withStep(0.05)
            .withHelp(tr("How far the mean of the positives stands above that of the negatives, in spreads "
                         "of the negatives."))
            .asPrimary()
            .shownWhen(usesBells),
        Parameter::real(QStringLiteral("spread-ratio"), tr("Spread ratio"), 1, 0.2, 5)
            .onLogScale()
            .withStep(0.05)
            .withHelp(tr("The spread of the positives divided by that of the negatives."))
            .asPrimary()
            .shownWhen(usesBells),
        Parameter::real(QStringLiteral("positive-share"), tr("Share of positives"), 0.5, 0.001, 0.999)
            .withStep(0.01)
            .withHelp(tr(
                "How many of all rows are positive: it enters counts, precision and cost, and neither rate."))
            .asPrimary()
            .shownWhen(usesBells),
        Parameter::integer(QStringLiteral("rows"), tr("Rows"), 1000, 20, 10000)
            .onLogScale()
            .withHelp(tr("How many rows the bells stand for, half of them from each."))
            .inGroup(tr("Rows"))
            .shownWhen(usesBells),
        Parameter::toggle(QStringLiteral("sampled"), tr("Draw at random"), false)
            .withHelp(tr("Draw the rows by chance instead of at even quantiles: the curve then wobbles from "
                         "seed to seed."))
            .inGroup(tr("Rows"))
            .shownWhen(usesBells),
    };
}

Parameters modelParameters(const DeclarationContext& context, const QString& source)
{
    const bool two = source == QLatin1String("two-classifiers");
    const bool one = two || source == QLatin1String("classifier");
    const QString nearest = QStringLiteral("nearest-neighbours");
    const bool asks = one
        && (context.choice("model", "logistic") == nearest
            || (two && context.choice("model-b", "logistic") == nearest));
    return {
        Parameter::choice(QStringLiteral("model"), two ? tr("Model A") : tr("Model"),
            QStringLiteral("logistic"), classifierChoices())
            .withHelp(tr("What scores the rows, each by a model that has not seen it."))
            .asPrimary(one)
            .shownWhen(one)
            .witnessedBy(QLatin1String(classifierQuery)),
        Parameter::choice(
            QStringLiteral("model-b"), tr("Model B"), QStringLiteral("logistic"), classifierChoices())
            .withHelp(tr("The second model, scored on the same rows."))
            .asPrimary(two)
            .shownWhen(two)
            .witnessedBy(QStringLiteral("source=two-classifiers")),
        Parameter::integer(QStringLiteral("neighbours"), tr("Neighbours"), 5, 1, 100)
            .withHelp(tr("How many nearest rows vote on a row."))
            .asPrimary(asks)
            .shownWhen(asks)
            .witnessedBy(QLatin1String(neighboursQuery)),
        Parameter::toggle(QStringLiteral("standardise"), tr("Standardise"), false)
            .withHelp(tr("Divide every column by its standard deviation before the model sees it."))
            .inGroup(tr("Classifier"))
            .shownWhen(one)
            .witnessedBy(QLatin1String(neighboursQuery)),
    };
}

} // namespace

Parameters declarations(const DeclarationContext& context)
{
    const QString source = context.choice("source", "bells");
    const bool usesBells = source == QLatin1String("bells");
    const bool usesModel =
        source == QLatin1String("classifier") || source == QLatin1String("two-classifiers");
    Parameters all{sourceParameter(), thresholdParameter(context, source)};
    for (const Parameter& bell : bellParameters(usesBells))
        all.push_back(bell);
    all.push_back(
        Parameter::integer(QStringLiteral("pairs"), tr("Sampled pairs"), 10, 0, 100)
            .withHelp(tr("Pairs of a positive and a negative drawn as lines: AUC is the share ranked right."))
            .inGroup(tr("Picture")));
    all.push_back(Parameter::real(QStringLiteral("cost-ratio"), tr("Cost ratio"), 1, 0.01, 100)
                      .onLogScale()
                      .withHelp(tr("The cost of a false alarm divided by the cost of a miss."))
                      .asPrimary());
    for (const Parameter& model : modelParameters(context, source))
        all.push_back(model);
    all.push_back(positiveParameter(context, source));
    all.push_back(
        Parameter::seedOf(tr("Seed"), 1)
            .withHelp(usesModel
                    ? tr("Decides which rows are held out together, and which pairs are drawn.")
                    : tr("Decides which pairs are drawn, and the rows where they are drawn at random."))
            .inGroup(tr("Picture")));
    return all;
}

} // namespace tangent::roc
