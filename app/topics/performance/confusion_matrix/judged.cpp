// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/confusion_matrix/judged.h"

#include "app/lab/held_out.h"
#include "app/topics/performance/confusion_matrix/declarations.h"
#include "app/topics/performance/confusion_matrix/words.h"

#include <algorithm>

namespace tangent::confusion {

namespace {

/// Whether a fit takes so long that the picture should not wait for it.
bool isLongWork(const LabelledRows& rows, const QString& token)
{
    constexpr double manyNumbers = 200000; // a tenth of a second or more
    const bool climbs = classifierOf(token) == classify::Model::Logistic;
    return double(rows.matrix.values.size()) * (climbs ? rows.classCount() : 1) > manyNumbers;
}

QString otherColumns()
{
    return tr("Choose other columns.");
}

/// Counts the rows and notes which of them lie in which cell.
void fillCells(const JudgedRows& rows, int classes, Judgement* judgement)
{
    judgement->counts = evaluate::confusionMatrix(rows.actual, judgement->predicted, classes);
    judgement->cellRows.resize(size_t(classes) * size_t(classes));
    for (int a = 0; a < classes; ++a) {
        for (int p = 0; p < classes; ++p)
            judgement->cellRows[size_t(a * classes + p)].reserve(size_t(judgement->counts(a, p)));
    }
    for (Eigen::Index i = 0; i < rows.actual.size(); ++i)
        judgement->cellRows[size_t(rows.actual(i) * classes + judgement->predicted(i))].push_back(
            rows.rowIds[size_t(i)]);
}

size_t bytesOf(const JudgedRows& rows)
{
    constexpr size_t perRow = 24; // a score, a code, an id in a cell
    return rows.rowIds.size() * perRow + (size_t(8) << 10);
}

void choosePositive(const Settled& state, Judged* judged)
{
    const int named = int(judged->classes.indexOf(state.choice("positive")));
    judged->positiveIsMissing = named < 0;
    judged->positive = named < 0 ? judged->classCount() - 1 : named;
}

Judged typedCounts(const Settled& state)
{
    const Rows& typed = state.rowsOf("counts");
    const auto size = Eigen::Index(typed.size());
    auto judgement = std::make_shared<Judgement>();
    judgement->name = tr("Counts by hand");
    judgement->counts = evaluate::CountMatrix::Zero(size, size);
    Judged judged;
    for (Eigen::Index a = 0; a < size; ++a) {
        judged.classes << QString::number(a + 1);
        for (Eigen::Index p = 0; p < std::min(size, Eigen::Index(typed[size_t(a)].size())); ++p)
            judgement->counts(a, p) = std::int64_t(cellNumber(typed[size_t(a)][size_t(p)]));
    }
    judged.judgements = {judgement};
    choosePositive(state, &judged);
    return judged;
}

std::optional<Unusable> whyUnusable(const QStringList& classes, Eigen::Index rows, const QString& key)
{
    if (rows == 0)
        return Unusable{key, tr("No row has a value in every column used."), otherColumns()};
    if (classes.size() < 2)
        return Unusable{key, tr("All rows used have the class %1.").arg(classes.value(0)),
            tr("Choose a label with at least two classes.")};
    if (classes.size() > mostClasses)
        return Unusable{key, tr("There are %1 classes.").arg(classes.size()),
            tr("Choose a column of at most %1 classes.").arg(mostClasses)};
    return std::nullopt;
}

/// The code of the class that each row is called.
Eigen::VectorXi predictionsOf(
    const classify::HeldOutScores& scores, const std::optional<double>& threshold, int positive)
{
    if (!threshold)
        return scores.predicted;
    Eigen::VectorXi predicted(scores.probabilities.rows());
    for (Eigen::Index i = 0; i < predicted.size(); ++i)
        predicted(i) = scores.probabilities(i, positive) >= *threshold ? positive : 1 - positive;
    return predicted;
}

std::shared_ptr<const JudgedRows> rowsOfModel(
    const Settled& state, const std::shared_ptr<const LabelledRows>& labelled, Stages& stages)
{
    const auto make = [&] {
        JudgedRows rows;
        rows.actual = labelled->codes();
        rows.rowIds = labelled->matrix.rowIds;
        rows.values = {labelled, &labelled->matrix.values};
        rows.columns = state.columns("features");
        rows.leftOut = labelled->matrix.leftOut;
        return rows;
    };
    return stages.get<JudgedRows>(QStringLiteral("rows"), {state.columns("features"), state.column("label")},
        state.table, make, labelled->matrix.rowIds.size() * 2 * sizeof(int));
}

std::shared_ptr<const Judgement> judgementOfModel(const Settled& state, const Judged& judged,
    const std::shared_ptr<const classify::HeldOutScores>& scores, const QString& token, Stages& stages)
{
    const bool twoClasses = judged.classCount() == 2;
    const bool cuts = twoClasses && state.isDecided("threshold");
    const std::optional<double> threshold = cuts ? std::optional(state.real("threshold")) : std::nullopt;
    const auto make = [&] {
        Judgement made;
        made.name = classifierName(token, state.integer("neighbours"));
        made.notConverged = scores->notConverged;
        made.predicted = predictionsOf(*scores, threshold, judged.positive);
        if (twoClasses)
            made.positiveShare = scores->probabilities.col(judged.positive);
        fillCells(*judged.rows, judged.classCount(), &made);
        return made;
    };
    const Values& values = state.values;
    return stages.get<Judgement>(QStringLiteral("judgement"),
        {token, state.columns("features"), state.column("label"), values[QStringLiteral("standardise")],
            values[QStringLiteral("neighbours")], values[QStringLiteral("seed")],
            twoClasses ? Value(judged.classes[judged.positive]) : Value(),
            cuts ? Value(*threshold) : Value()},
        state.table, make, bytesOf(*judged.rows));
}

Judged judgedByModels(
    const Settled& state, Stages& stages, const Progress& progress, const BeforeWork& beforeWork)
{
    const auto labelled = labelledRows(state, stages);
    Judged judged;
    judged.classes = labelled->labels.levels;
    judged.unusable = whyUnusable(judged.classes, labelled->matrix.values.rows(), QStringLiteral("label"));
    if (!judged.unusable && !labelled->matrix.values.allFinite())
        judged.unusable = Unusable{
            QStringLiteral("features"), tr("A column used holds an infinite number."), otherColumns()};
    if (judged.unusable)
        return judged;
    choosePositive(state, &judged);
    judged.rows = rowsOfModel(state, labelled, stages);
    QStringList tokens{state.choice("model")};
    if (sourceOf(state) == Source::TwoClassifiers)
        tokens << state.choice("model-b");
    for (const QString& token : std::as_const(tokens)) {
        const Judged known = judged;
        const auto scores = heldOutScores(state, *labelled, token, stages, progress, [&] {
            if (beforeWork && isLongWork(*labelled, token))
                beforeWork(known);
        });
        if (!scores->probabilities.allFinite()) {
            judged.unusable = Unusable{QStringLiteral("features"),
                tr("The numbers are too large for %1.")
                    .arg(classifierName(token, state.integer("neighbours"))),
                tr("Standardise, or choose other columns.")};
            return judged;
        }
        judged.judgements.push_back(judgementOfModel(state, judged, scores, token, stages));
    }
    return judged;
}

/// The rows of a table that have a class in every column, and their judgements.
struct ReadTable {
    QStringList classes;
    std::shared_ptr<JudgedRows> rows = std::make_shared<JudgedRows>();
    std::vector<std::shared_ptr<Judgement>> judgements;
};

/// The first two columns of numbers, for the rows that are kept.
void takeValues(const Table& table, const std::vector<int>& kept, JudgedRows* rows)
{
    rows->columns = table.numericColumns().mid(0, 2);
    auto values =
        std::make_shared<Eigen::MatrixXd>(Eigen::Index(kept.size()), Eigen::Index(rows->columns.size()));
    for (qsizetype c = 0; c < rows->columns.size(); ++c) {
        const Column& column = *table.find(rows->columns[c]);
        for (size_t i = 0; i < kept.size(); ++i)
            (*values)(Eigen::Index(i), c) = column.numbers[size_t(kept[i])];
    }
    rows->values = values;
}

ReadTable readTable(const Table& table, const ClassColumns& names)
{
    const QStringList all = QStringList(names.actual) + names.predicted;
    const QStringList united = unitedLevels(table, all);
    std::vector<const Column*> columns;
    std::vector<std::vector<int>> unitedCodes; // for each column, of each of its levels
    for (const QString& name : all) {
        columns.push_back(table.find(name));
        std::vector<int>& codes = unitedCodes.emplace_back();
        for (const QString& level : columns.back()->levels)
            codes.push_back(int(united.indexOf(level)));
    }
    ReadTable read;
    std::vector<int> kept;
    for (int row = 0; row < table.rowCount(); ++row) {
        if (std::none_of(
                columns.begin(), columns.end(), [&](const Column* column) { return column->isMissing(row); }))
            kept.push_back(row);
    }
    std::vector<int> renumbered(size_t(united.size()), -1);
    for (size_t c = 0; c < columns.size(); ++c) {
        for (const int row : kept)
            renumbered[size_t(unitedCodes[c][size_t(columns[c]->codes[size_t(row)])])] = 0;
    }
    for (size_t level = 0; level < renumbered.size(); ++level) {
        if (renumbered[level] == 0) {
            renumbered[level] = int(read.classes.size());
            read.classes << united[qsizetype(level)];
        }
    }
    const auto codesOf = [&](size_t c) {
        Eigen::VectorXi codes(Eigen::Index(kept.size()));
        for (size_t i = 0; i < kept.size(); ++i)
            codes(Eigen::Index(i)) =
                renumbered[size_t(unitedCodes[c][size_t(columns[c]->codes[size_t(kept[i])])])];
        return codes;
    };
    read.rows->actual = codesOf(0);
    read.rows->leftOut = table.rowCount() - int(kept.size());
    for (const int row : kept)
        read.rows->rowIds.push_back(table.rowIds[size_t(row)]);
    takeValues(table, kept, read.rows.get());
    for (size_t c = 1; c < columns.size(); ++c) {
        auto judgement = std::make_shared<Judgement>();
        judgement->name = all[qsizetype(c)];
        judgement->predicted = codesOf(c);
        if (!read.classes.isEmpty() && read.classes.size() <= mostClasses)
            fillCells(*read.rows, int(read.classes.size()), judgement.get());
        read.judgements.push_back(std::move(judgement));
    }
    return read;
}

Judged judgedByColumns(const Settled& state, Stages& stages)
{
    Judged judged;
    const ClassColumns columns = classColumns(*state.table, state.roles);
    if (columns.actual.isEmpty() || columns.predicted.isEmpty()) {
        judged.unusable = Unusable{
            columns.actual.isEmpty() ? QStringLiteral("actual") : QStringLiteral("predicted"),
            columns.actual.isEmpty()
                ? tr("%1 has no column of classes.").arg(state.table->title)
                : tr("No column of %1 holds predictions of “%2”.").arg(state.table->title, columns.actual),
            tr("Open a table with a column of true and one of predicted classes, or take a classifier as the "
               "source.")};
        return judged;
    }
    const auto read = stages.get<ReadTable>(
        QStringLiteral("columns"), {columns.actual, columns.predicted}, state.table,
        [&] { return readTable(*state.table, columns); }, size_t(state.table->rowCount()) * 48);
    judged.unusable = whyUnusable(read->classes, read->rows->actual.size(), QStringLiteral("actual"));
    if (judged.unusable)
        return judged;
    judged.classes = read->classes;
    judged.rows = read->rows;
    judged.judgements.assign(read->judgements.begin(), read->judgements.end());
    judged.columnWasGuessed = columns.wasGuessed;
    choosePositive(state, &judged);
    return judged;
}

} // namespace

Source sourceOf(const Settled& state)
{
    const QString token = state.choice("source");
    return token == QLatin1String("two-classifiers") ? Source::TwoClassifiers
        : token == QLatin1String("counts")           ? Source::Counts
        : token == QLatin1String("table")            ? Source::Table
                                                     : Source::Classifier;
}

Judged judgedOf(const Settled& state, Stages& stages, const Progress& progress, const BeforeWork& beforeWork)
{
    const Source source = sourceOf(state);
    if (source == Source::Counts)
        return typedCounts(state);
    if (!state.table) {
        Judged judged;
        judged.unusable =
            Unusable{QStringLiteral("data"), tr("There is no table to work on."), tr("Choose a data set.")};
        return judged;
    }
    return source == Source::Table ? judgedByColumns(state, stages)
                                   : judgedByModels(state, stages, progress, beforeWork);
}

} // namespace tangent::confusion
