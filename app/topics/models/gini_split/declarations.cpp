// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/gini_split/declarations.h"

#include "algorithms/tree/partition.h"
#include "app/lab/data/row_sample.h"
#include "app/lab/link_text.h"
#include "app/topics/models/gini_split/sample.h"
#include "app/topics/models/gini_split/splits.h"
#include "app/topics/models/gini_split/words.h"

#include <algorithm>

namespace tangent::gini {

namespace {

/// A threshold may stand anywhere: beside all rows it splits nothing, which is worth seeing.
constexpr double farthest = 1e12;
constexpr int mostSplits = 30;
constexpr double mostRows = 1e6; ///< of one class on one side
constexpr int mostClasses = 10;  ///< in counts
constexpr int shuffleSeed = 1;

const QString penguins = QStringLiteral("penguins");
const QString flipperLength = QStringLiteral("flipper-length");

QStringList featuresOf(const DeclarationContext& context)
{
    return context.roles.value(QStringLiteral("features"));
}

Rows splitsOf(const DeclarationContext& context)
{
    const Value given = context.values.value(QStringLiteral("splits"));
    return rows(given);
}

QString defaultFeature(const DeclarationContext& context)
{
    const QStringList features = featuresOf(context);
    const bool isPenguins = !context.table || context.table->name == penguins;
    if (isPenguins && (features.isEmpty() || features.contains(flipperLength)))
        return flipperLength;
    return features.value(0);
}

/// Rows that stand for a long table here: declarations are read at every event.
TablePointer someRows(const Table& table)
{
    constexpr int mostLookedAt = 1000;
    std::vector<int> rows;
    for (int row = 0; row < table.rowCount(); row += 1 + table.rowCount() / mostLookedAt)
        rows.push_back(row);
    return withRows(table, std::make_shared<const std::vector<int>>(std::move(rows)));
}

/// The values of a feature in a node, in rows of this table.
Eigen::VectorXd valuesInNode(
    const DeclarationContext& context, const Table& table, const QString& feature, const QString& node)
{
    const QStringList features = featuresOf(context);
    const QString label = context.roles.value(QStringLiteral("label")).value(0);
    const NumericMatrix matrix = numericMatrix(table, features, {label});
    const auto column = std::max<Eigen::Index>(0, features.indexOf(feature));
    const Rows splits = splitsOf(context);
    if (node == QLatin1String("root") || splits.empty())
        return matrix.values.col(column);
    const Eigen::VectorXi noLabels = Eigen::VectorXi::Zero(matrix.values.rows());
    const tree::Partition grown =
        tree::growBySplits(matrix.values, noLabels, 1, takenSplits(splits, features));
    const tree::Node* found = grown.find(node.toStdString());
    if (!found)
        return matrix.values.col(column);
    Eigen::VectorXd values(Eigen::Index(found->rows.size()));
    for (size_t i = 0; i < found->rows.size(); ++i)
        values(Eigen::Index(i)) = matrix.values(found->rows[i], column);
    return values;
}

bool varies(const Eigen::VectorXd& values)
{
    return values.size() > 0 && values.minCoeff() < values.maxCoeff();
}

ThresholdDeclaration declaredFrom(
    const DeclarationContext& context, const QString& feature, const QString& node)
{
    const bool isFirst =
        context.table->name == penguins && feature == flipperLength && node == QLatin1String("root");
    const bool isLong = context.table->rowCount() > mostRowsForDefault;
    const TablePointer some = isLong ? someRows(*context.table) : nullptr;
    Eigen::VectorXd values = valuesInNode(context, isLong ? *some : *context.table, feature, node);
    if (isLong && !varies(values))
        values = valuesInNode(context, *context.table, feature, node);
    return declareThreshold(values, isFirst, isLong);
}

/// The same, found once for a table: declarations are read several times at every event.
ThresholdDeclaration declaredIn(
    const DeclarationContext& context, const QString& feature, const QString& node)
{
    const QString label = context.roles.value(QStringLiteral("label")).value(0);
    const QString splits = encodeValue(Value(splitsOf(context)));
    const QStringList all = featuresOf(context) << label << feature << node << splits;
    const QString key = QStringLiteral("gini-threshold\n") + all.join(QLatin1Char('\n'));
    return context.table->facts.get(key, [&] { return declaredFrom(context, feature, node); });
}

Parameter sourceParameter()
{
    return Parameter::choice(QStringLiteral("source"), tr("Source"), QStringLiteral("rows"),
        {{QStringLiteral("rows"), tr("rows")}, {QStringLiteral("counts"), tr("counts")}})
        .withHelp(tr("Split the rows of a table, or type the counts of both sides by hand."))
        .asPrimary();
}

Parameter featureParameter(const DeclarationContext& context, bool usesRows)
{
    const QString help = tr("The column that the rows stand along.");
    const QString byDefault = defaultFeature(context);
    if (!context.table) // a link may name any column here: there is none to check it against
        return Parameter::textOf(QStringLiteral("feature"), tr("Feature"), byDefault)
            .withHelp(help)
            .shownWhen(false);
    std::vector<Choice> choices;
    for (const QString& feature : featuresOf(context))
        choices.push_back({feature, feature});
    Parameter made = Parameter::choice(QStringLiteral("feature"), tr("Feature"), byDefault, choices)
                         .withHelp(help)
                         .asPrimary()
                         .shownWhen(usesRows);
    made.structural = true;
    return made;
}

Parameter thresholdParameter(const DeclarationContext& context, const QString& feature, const QString& node)
{
    Parameter made =
        Parameter::real(QStringLiteral("threshold"), tr("Threshold"), firstThreshold, -farthest, farthest)
            .withHelp(tr("A row goes left when its value is at most this."))
            .asPrimary()
            .shownWhen(false);
    made.step = 0.5;
    if (!context.table)
        return made;
    const ThresholdDeclaration declared = declaredIn(context, feature, node);
    made.step = declared.step;
    if (declared.least < declared.greatest) {
        made = made.usually(std::clamp(declared.least, -farthest, farthest),
            std::clamp(declared.greatest, -farthest, farthest));
        made.shown = context.choice("source", "rows") == QLatin1String("rows");
    }
    made.unit = context.table->find(feature) ? context.table->find(feature)->unit : QString();
    if (declared.threshold)
        made.defaultValue = std::clamp(*declared.threshold, -farthest, farthest);
    else
        made.defaultValue = Value(); // a constant column, or one too long to sort here
    return made;
}

Parameter nodeParameter(const DeclarationContext& context, bool usesRows)
{
    const QString help = tr("The node of the tree whose rows are shown and split.");
    const QString root = QStringLiteral("root");
    if (!context.table)
        return Parameter::textOf(QStringLiteral("node"), tr("Node"), root).withHelp(help).shownWhen(false);
    std::vector<Choice> choices;
    for (const QString& node : nodeNames(splitsOf(context)))
        choices.push_back({node, node});
    const bool hasChoice = choices.size() > 1;
    Parameter made = Parameter::choice(QStringLiteral("node"), tr("Node"), root, std::move(choices))
                         .withHelp(help)
                         .asPrimary()
                         .shownWhen(usesRows && hasChoice)
                         .witnessedBy(QStringLiteral("splits=root,flipper-length,206.5"));
    made.structural = true;
    return made;
}

Parameter splitsParameter()
{
    Parameter made = Parameter::rowsOf(QStringLiteral("splits"), tr("Splits taken"), Rows(),
        {{QStringLiteral("node"), tr("node"), true, 0, 1, false},
            {QStringLiteral("feature"), tr("feature"), true, 0, 1, false},
            {QStringLiteral("threshold"), tr("threshold"), false, -farthest, farthest,
                false}}).withHelp(tr("The splits that made the tree: node, feature and threshold of each."));
    made.maximumRows = mostSplits;
    made.structural = true;
    return made;
}

Parameter countsParameter(bool usesCounts)
{
    const RowColumn first{QStringLiteral("class-1"), tr("class 1"), false, 0, mostRows, true};
    const RowColumn second{QStringLiteral("class-2"), tr("class 2"), false, 0, mostRows, true};
    Parameter made = Parameter::rowsOf(
        QStringLiteral("counts"), tr("Counts"), Rows{{300.0, 100.0}, {100.0, 300.0}}, {first, second})
                         .withHelp(tr("How many rows of each class stand left and right of the cut."))
                         .witnessedBy(QStringLiteral("source=counts"));
    made.minimumRows = 2;
    made.maximumRows = 2;
    made.mostColumns = mostClasses;
    made.structural = usesCounts;
    return made;
}

} // namespace

Parameters declarations(const DeclarationContext& context)
{
    const bool usesRows = context.choice("source", "rows") == QLatin1String("rows");
    const QString key = QStringLiteral("feature");
    const QString feature =
        context.values.contains(key) ? text(context.values[key]) : defaultFeature(context);
    const QString node = context.choice("node", "root");
    const bool shuffles = context.toggle("shuffle");
    return {
        sourceParameter(),
        featureParameter(context, usesRows),
        thresholdParameter(context, feature, node),
        Parameter::choice(QStringLiteral("criterion"), tr("Criterion"), QStringLiteral("gini"),
            {{QStringLiteral("gini"), tr("Gini")}, {QStringLiteral("entropy"), tr("entropy")},
                {QStringLiteral("error"), tr("error rate")}})
            .withHelp(tr("How mixed a side is: what a cut is chosen by."))
            .asPrimary(),
        splitsParameter(),
        nodeParameter(context, usesRows),
        Parameter::toggle(QStringLiteral("shuffle"), tr("Shuffle the labels"), false)
            .withHelp(tr("Deal the labels out at random: whatever gain is left was found in noise."))
            .asPrimary()
            .shownWhen(usesRows),
        Parameter::seedOf(tr("Seed"), shuffleSeed)
            .withHelp(tr("Decides how the labels are dealt out."))
            .shownWhen(usesRows && shuffles)
            .witnessedBy(QStringLiteral("shuffle=true")),
        countsParameter(!usesRows),
    };
}

} // namespace tangent::gini
