// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/confusion_matrix/judged_parts.h"

#include "app/lab/class_column.h"
#include "app/topics/performance/confusion_matrix/declarations.h"
#include "app/topics/performance/confusion_matrix/words.h"

namespace tangent::confusion {

QString otherColumns()
{
    return tr("Choose other columns.");
}

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

std::optional<Unusable> whyNoClasses(const Table& table, const QString& column, const QString& key)
{
    const Column* found = table.find(column);
    if (!found || !found->isNumeric() || classNames(*found, mostClasses).size() <= mostClasses)
        return std::nullopt;
    return Unusable{key, tr("%1 holds more than %2 different numbers.").arg(column).arg(mostClasses),
        tr("Choose a column of at most %1 classes.").arg(mostClasses)};
}

} // namespace tangent::confusion
