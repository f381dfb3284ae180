// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/roc_auc/label_column.h"

#include "app/lab/data/columns.h"

#include <algorithm>
#include <cmath>

namespace tangent::roc {

namespace {

/// The numbers that occur; more than mostClasses are not all collected.
std::vector<double> distinctNumbers(const Column& column)
{
    std::vector<double> found;
    double last = std::nan("");
    for (const double value : column.numbers) {
        if (std::isnan(value) || value == last)
            continue;
        last = value;
        if (std::find(found.begin(), found.end(), value) == found.end())
            found.push_back(value);
        if (int(found.size()) > mostClasses)
            break;
    }
    return found;
}

} // namespace

QStringList labelLevels(const Column& column)
{
    if (!column.isNumeric())
        return column.levels;
    Column few;
    few.name = column.name;
    few.type = column.type;
    few.numbers = distinctNumbers(column);
    return int(few.numbers.size()) > mostClasses ? QStringList() : asCategory(few).levels;
}

ClassLabels labelsOf(const Table& table, const QString& label, const std::vector<int>& rows)
{
    const Column* column = table.find(label);
    if (!column->isNumeric())
        return classLabels(table, label, rows);
    Table words;
    words.columns = {asCategory(*column)};
    return classLabels(words, label, rows);
}

} // namespace tangent::roc
