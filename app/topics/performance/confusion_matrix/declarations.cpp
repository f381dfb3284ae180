// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/confusion_matrix/declarations.h"

#include "app/lab/class_column.h"
#include "app/lab/data/columns.h"
#include "app/lab/held_out.h"
#include "app/topics/performance/confusion_matrix/words.h"

#include <algorithm>

namespace tangent::confusion {

namespace {

constexpr int mostTypedClasses = 10;
constexpr double mostRowsOfCell = 1e6;
constexpr int mostPrimary = 5;
const char* const nearest = "nearest-neighbours";

const Rows& firstCounts()
{
    static const Rows counts{{990.0, 0.0}, {10.0, 0.0}};
    return counts;
}

/// What a state asks for, before it is legal.
struct Asked {
    explicit Asked(const DeclarationContext& context)
        : source(context.choice("source", "classifier"))
        , counts(source == QLatin1String("counts"))
        , table(source == QLatin1String("table"))
        , two(source == QLatin1String("two-classifiers"))
        , fits(!counts && !table)
    {
        const bool votes = context.choice("model", nearest) == QLatin1String(nearest)
            || (two && context.choice("model-b", nearest) == QLatin1String(nearest));
        asksNeighbours = fits && votes;
        if (counts) {
            const QString key = QStringLiteral("counts");
            const size_t typed =
                context.values.contains(key) ? rows(context.values[key]).size() : firstCounts().size();
            for (size_t c = 1; c <= std::min(typed, size_t(mostTypedClasses)); ++c)
                classes << QString::number(c);
        } else if (context.table) {
            const ClassColumns columns = classColumns(*context.table, context.roles);
            classes = table
                ? unitedLevels(*context.table, QStringList(columns.actual) + columns.predicted)
                : unitedLevels(*context.table, {context.roles.value(QStringLiteral("label")).value(0)});
            classes = classes.mid(0, mostClasses);
        }
    }

    QString source;
    bool counts;
    bool table;
    bool two;
    bool fits;
    bool asksNeighbours = false;
    QStringList classes;
};

Parameter sourceParameter()
{
    return Parameter::choice(QStringLiteral("source"), tr("Source"), QStringLiteral("classifier"),
        {{QStringLiteral("classifier"), tr("a classifier")},
            {QStringLiteral("two-classifiers"), tr("two classifiers")},
            {QStringLiteral("counts"), tr("counts by hand")},
            {QStringLiteral("table"), tr("columns of a table")}})
        .withHelp(tr("Where the counts come from: classifiers on rows held out, your own numbers, or columns "
                     "of a table."))
        .asPrimary();
}

Parameter modelParameter(const char* key, const QString& label, const QString& help)
{
    return Parameter::choice(QLatin1String(key), label, QLatin1String(nearest), classifierChoices())
        .withHelp(help);
}

Parameter countsParameter()
{
    const RowColumn cell{QStringLiteral("count"), tr("count"), false, 0, mostRowsOfCell, true};
    Parameter made =
        Parameter::rowsOf(QStringLiteral("counts"), tr("Counts"), firstCounts(), {cell})
            .withHelp(tr("The matrix by hand: a row for each true class, a number for each predicted one."))
            .shownWhen(false)
            .witnessedBy(QStringLiteral("source=counts"));
    made.square = true;
    made.minimumRows = 2;
    made.maximumRows = mostTypedClasses;
    return made;
}

Parameter positiveParameter(const DeclarationContext& context, const QStringList& classes)
{
    const QString key = QStringLiteral("positive");
    const QString label = tr("Positive class");
    const QString help = tr("The class that precision, recall, specificity and F1 speak of.");
    if (classes.isEmpty())
        return Parameter::textOf(key, label, QString()).withHelp(help).shownWhen(false);
    const bool isPenguins = context.table && context.table->name == QLatin1String("penguins");
    const QString story = QStringLiteral("Chinstrap");
    std::vector<Choice> choices;
    for (const QString& name : classes)
        choices.push_back({name, name});
    return Parameter::choice(
        key, label, isPenguins && classes.contains(story) ? story : classes.back(), choices)
        .withHelp(help)
        .asPrimary();
}

Parameter cellParameter(const QStringList& classes)
{
    const QString key = QStringLiteral("cell");
    const QString help =
        tr("The cell whose rows are shown: its true class, then the predicted one. Click a cell to pin it.");
    if (classes.isEmpty())
        return Parameter::textOf(key, tr("Cell"), QString()).withHelp(help).shownWhen(false);
    std::vector<Choice> choices{{QString(), tr("none")}};
    for (const QString& actual : classes) {
        for (const QString& predicted : classes)
            choices.push_back({cellToken(actual, predicted), tr("%1 called %2").arg(actual, predicted)});
    }
    return Parameter::choice(key, tr("Cell"), QString(), std::move(choices)).withHelp(help).shownWhen(false);
}

/// The most important of the shown parameters stand in the open; the rest fold away.
void keepPrimary(Parameters* parameters)
{
    int primary = 0;
    for (Parameter& parameter : *parameters) {
        if (parameter.primary && parameter.shown)
            parameter.primary = ++primary <= mostPrimary;
    }
}

} // namespace

ClassColumns classColumns(const Table& table, const Roles& roles)
{
    ClassColumns columns;
    columns.actual = roles.value(QStringLiteral("actual")).value(0);
    columns.predicted = roles.value(QStringLiteral("predicted"));
    const QStringList categories = table.categoryColumns();
    if (columns.actual.isEmpty())
        columns.actual = categories.contains(table.label) && !columns.predicted.contains(table.label)
            ? table.label
            : QString();
    for (const QString& name : categories) {
        if (columns.actual.isEmpty() && !columns.predicted.contains(name))
            columns.actual = name;
    }
    if (columns.actual.isEmpty() || !columns.predicted.isEmpty())
        return columns;
    const Column* actual = table.find(columns.actual);
    const QStringList classes = actual ? classNames(*actual, mostClasses) : QStringList();
    for (const QString& name : categories) {
        const QStringList& words = table.find(name)->levels;
        const bool shares = std::any_of(
            words.begin(), words.end(), [&](const QString& word) { return classes.contains(word); });
        if (name != columns.actual && shares) {
            columns.predicted = {name};
            columns.wasGuessed = true;
            break;
        }
    }
    return columns;
}

QStringList unitedLevels(const Table& table, const QStringList& columns)
{
    QStringList united;
    for (const QString& name : columns) {
        const Column* column = table.find(name);
        if (column)
            united += classNames(*column, mostClasses);
    }
    if (columns.size() > 1) {
        std::sort(united.begin(), united.end(), levelLess);
        united.erase(std::unique(united.begin(), united.end()), united.end());
    }
    return united;
}

QString cellToken(const QString& actual, const QString& predicted)
{
    return actual + QLatin1Char(',') + predicted;
}

Parameters declarations(const DeclarationContext& context)
{
    const Asked asked(context);
    const bool twoClasses = asked.fits && asked.classes.size() == 2;
    const bool folds = context.choice("model", nearest) != QLatin1String(nearest)
        || (asked.two && context.choice("model-b", nearest) != QLatin1String(nearest));
    Parameters all{
        sourceParameter(),
        modelParameter("model", asked.two ? tr("Model A") : tr("Model"),
            tr("What predicts the rows, each by a model that has not seen it."))
            .asPrimary()
            .shownWhen(asked.fits),
        modelParameter("model-b", tr("Model B"), tr("The second model, tried on the same rows."))
            .asPrimary()
            .shownWhen(asked.two)
            .witnessedBy(QStringLiteral("source=two-classifiers")),
        Parameter::integer(QStringLiteral("neighbours"), tr("Neighbours"), 5, 1, 100)
            .withHelp(tr("How many nearest rows vote on a row."))
            .asPrimary()
            .shownWhen(asked.asksNeighbours),
        Parameter::toggle(QStringLiteral("standardise"), tr("Standardise"), false)
            .withHelp(tr("Divide every column by its standard deviation before the model sees it."))
            .asPrimary()
            .shownWhen(asked.fits),
        countsParameter(),
        Parameter::choice(QStringLiteral("normalise"), tr("Show"), QStringLiteral("counts"),
            {{QStringLiteral("counts"), tr("counts")}, {QStringLiteral("by-row"), tr("by row")},
                {QStringLiteral("by-column"), tr("by column")}})
            .withHelp(tr("Write counts, shares of each true class (the diagonal is recall) or of each "
                         "prediction (precision)."))
            .asPrimary(),
        positiveParameter(context, asked.classes),
        Parameter::real(QStringLiteral("threshold"), tr("Threshold"), 0.5, 0, 1)
            .automatic()
            .withStep(0.01)
            .withHelp(tr("Two classes: a row is called positive when the model gives that class at least "
                         "this probability."))
            .asPrimary()
            .shownWhen(twoClasses)
            .witnessedBy(QStringLiteral("source=classifier&data=breast-cancer")),
        cellParameter(asked.classes),
        Parameter::seedOf(tr("Seed"), 1)
            .withHelp(tr("Decides which rows are held out together; nearest neighbours need none."))
            .shownWhen(asked.fits && folds)
            .witnessedBy(QStringLiteral("model=tree")),
    };
    keepPrimary(&all);
    return all;
}

} // namespace tangent::confusion
