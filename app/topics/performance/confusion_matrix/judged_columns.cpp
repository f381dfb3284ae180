// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/class_column.h"
#include "app/lab/data/columns.h"
#include "app/topics/performance/confusion_matrix/declarations.h"
#include "app/topics/performance/confusion_matrix/judged_parts.h"
#include "app/topics/performance/confusion_matrix/words.h"

#include <algorithm>

namespace tangent::confusion {

namespace {

/// The rows of a table that have a class in every column, and their judgements.
struct ReadTable {
    QStringList classes;
    std::shared_ptr<JudgedRows> rows = std::make_shared<JudgedRows>();
    std::vector<std::shared_ptr<Judgement>> judgements;
};

/// The first two columns of measurements, for the rows that are kept.
void takeValues(
    const Table& table, const std::vector<int>& kept, const QStringList& classColumns, JudgedRows* rows)
{
    for (const QString& name : table.numericColumns()) {
        if (!classColumns.contains(name) && rows->columns.size() < 2)
            rows->columns << name;
    }
    auto values =
        std::make_shared<Eigen::MatrixXd>(Eigen::Index(kept.size()), Eigen::Index(rows->columns.size()));
    for (qsizetype c = 0; c < rows->columns.size(); ++c) {
        const Column& column = *table.find(rows->columns[c]);
        for (size_t i = 0; i < kept.size(); ++i)
            (*values)(Eigen::Index(i), c) = column.numbers[size_t(kept[i])];
    }
    rows->values = values;
}

/// Rows of the table with a class in every one of the columns.
std::vector<int> completeRows(const Table& table, const QStringList& columns)
{
    std::vector<int> kept;
    for (int row = 0; row < table.rowCount(); ++row) {
        const bool isComplete = std::none_of(columns.begin(), columns.end(),
            [&](const QString& name) { return table.find(name)->isMissing(row); });
        if (isComplete)
            kept.push_back(row);
    }
    return kept;
}

/// The codes of labels in the wider order of `classes`.
Eigen::VectorXi recoded(const ClassLabels& labels, const QStringList& classes)
{
    std::vector<int> codes;
    for (const QString& level : labels.levels)
        codes.push_back(int(classes.indexOf(level)));
    Eigen::VectorXi made(Eigen::Index(labels.codes.size()));
    for (size_t i = 0; i < labels.codes.size(); ++i)
        made(Eigen::Index(i)) = codes[size_t(labels.codes[i])];
    return made;
}

ReadTable readTable(const Table& table, const ClassColumns& names)
{
    const QStringList columns = QStringList(names.actual) + names.predicted;
    const std::vector<int> kept = completeRows(table, columns);
    ReadTable read;
    std::vector<ClassLabels> labels;
    for (const QString& name : columns) {
        labels.push_back(classesOfRows(table, name, kept));
        read.classes += labels.back().levels;
    }
    std::sort(read.classes.begin(), read.classes.end(), levelLess);
    read.classes.erase(std::unique(read.classes.begin(), read.classes.end()), read.classes.end());
    read.rows->leftOut = table.rowCount() - int(kept.size());
    for (const int row : kept)
        read.rows->rowIds.push_back(table.rowIds[size_t(row)]);
    takeValues(table, kept, columns, read.rows.get());
    if (read.classes.size() > mostClasses)
        return read; // refused by whoever asked
    read.rows->actual = recoded(labels.front(), read.classes);
    for (size_t c = 1; c < labels.size(); ++c) {
        auto judgement = std::make_shared<Judgement>();
        judgement->name = columns[qsizetype(c)];
        judgement->predicted = recoded(labels[c], read.classes);
        if (!kept.empty())
            fillCells(*read.rows, int(read.classes.size()), judgement.get());
        read.judgements.push_back(std::move(judgement));
    }
    return read;
}

} // namespace

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
    for (const QString& name : QStringList(columns.actual) + columns.predicted) {
        const bool isActual = name == columns.actual;
        judged.unusable = whyNoClasses(
            *state.table, name, isActual ? QStringLiteral("actual") : QStringLiteral("predicted"));
        if (judged.unusable)
            return judged;
    }
    const auto read = stages.get<ReadTable>(
        QStringLiteral("columns"), {columns.actual, columns.predicted}, state.table,
        [&] { return readTable(*state.table, columns); }, size_t(state.table->rowCount()) * 48);
    judged.unusable =
        whyUnusable(read->classes, Eigen::Index(read->rows->rowIds.size()), QStringLiteral("actual"));
    if (judged.unusable)
        return judged;
    judged.classes = read->classes;
    judged.rows = read->rows;
    judged.judgements.assign(read->judgements.begin(), read->judgements.end());
    judged.columnWasGuessed = columns.wasGuessed;
    choosePositive(state, &judged);
    return judged;
}

} // namespace tangent::confusion
