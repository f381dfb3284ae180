// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/numeric_matrix.h"

#include <algorithm>
#include <stdexcept>

namespace tangent {

namespace {

const Column& columnOf(const Table& table, const QString& name)
{
    const Column* column = table.find(name);
    if (!column)
        throw std::invalid_argument("the table has no column " + name.toStdString());
    return *column;
}

} // namespace

NumericMatrix numericMatrix(const Table& table, const QStringList& columns, const QStringList& alsoPresent)
{
    std::vector<const Column*> wanted;
    for (const QString& name : columns) {
        wanted.push_back(&columnOf(table, name));
        if (!wanted.back()->isNumeric())
            throw std::invalid_argument("the column " + name.toStdString() + " holds no numbers");
    }
    std::vector<const Column*> present = wanted;
    for (const QString& name : alsoPresent)
        present.push_back(&columnOf(table, name));

    NumericMatrix matrix;
    const int count = table.rowCount();
    for (int row = 0; row < count; ++row) {
        const bool complete = std::none_of(
            present.begin(), present.end(), [&](const Column* column) { return column->isMissing(row); });
        if (!complete) {
            ++matrix.leftOut;
            continue;
        }
        matrix.rows.push_back(row);
        matrix.rowIds.push_back(table.rowIds[size_t(row)]);
    }
    matrix.values.resize(Eigen::Index(matrix.rows.size()), Eigen::Index(wanted.size()));
    for (size_t c = 0; c < wanted.size(); ++c) {
        for (size_t r = 0; r < matrix.rows.size(); ++r)
            matrix.values(Eigen::Index(r), Eigen::Index(c)) = wanted[c]->numbers[size_t(matrix.rows[r])];
    }
    return matrix;
}

ClassLabels classLabels(const Table& table, const QString& column, const std::vector<int>& rows)
{
    const Column& words = columnOf(table, column);
    std::vector<int> renumbered(size_t(words.levels.size()), -1);
    for (const int row : rows)
        renumbered[size_t(words.codes[size_t(row)])] = 0;
    ClassLabels labels;
    for (size_t level = 0; level < renumbered.size(); ++level) {
        if (renumbered[level] == 0) {
            renumbered[level] = int(labels.levels.size());
            labels.levels << words.levels[qsizetype(level)];
        }
    }
    for (const int row : rows)
        labels.codes.push_back(renumbered[size_t(words.codes[size_t(row)])]);
    return labels;
}

} // namespace tangent
