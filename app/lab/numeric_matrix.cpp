// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/numeric_matrix.h"

#include <algorithm>
#include <cmath>
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

    const auto count = size_t(table.rowCount());
    std::vector<char> isComplete(count, 1);
    for (const Column* column : present) {
        if (column->isNumeric()) {
            const std::vector<double>& numbers = column->numbers;
            for (size_t row = 0; row < count; ++row)
                isComplete[row] &= char(!std::isnan(numbers[row]));
        } else {
            const std::vector<int>& codes = column->codes;
            for (size_t row = 0; row < count; ++row)
                isComplete[row] &= char(codes[row] >= 0);
        }
    }
    NumericMatrix matrix;
    const auto complete = size_t(std::count(isComplete.begin(), isComplete.end(), 1));
    matrix.leftOut = int(count - complete);
    matrix.rows.reserve(complete);
    matrix.rowIds.reserve(complete);
    const std::vector<int>& ids = table.rowIds;
    for (size_t row = 0; row < count; ++row) {
        if (isComplete[row]) {
            matrix.rows.push_back(int(row));
            matrix.rowIds.push_back(ids[row]);
        }
    }
    matrix.values.resize(Eigen::Index(complete), Eigen::Index(wanted.size()));
    for (size_t c = 0; c < wanted.size(); ++c) {
        const std::vector<double>& numbers = wanted[c]->numbers;
        for (size_t r = 0; r < complete; ++r)
            matrix.values(Eigen::Index(r), Eigen::Index(c)) = numbers[size_t(matrix.rows[r])];
    }
    return matrix;
}

ClassLabels classLabels(const Table& table, const QString& column, const std::vector<int>& rows)
{
    const Column& words = columnOf(table, column);
    const std::vector<int>& codes = words.codes;
    std::vector<int> renumbered(size_t(words.levels.size()), -1);
    for (const int row : rows)
        renumbered[size_t(codes[size_t(row)])] = 0;
    ClassLabels labels;
    for (size_t level = 0; level < renumbered.size(); ++level) {
        if (renumbered[level] == 0) {
            renumbered[level] = int(labels.levels.size());
            labels.levels << words.levels[qsizetype(level)];
        }
    }
    labels.codes.reserve(rows.size());
    for (const int row : rows)
        labels.codes.push_back(renumbered[size_t(codes[size_t(row)])]);
    return labels;
}

} // namespace tangent
