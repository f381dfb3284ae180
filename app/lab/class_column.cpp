// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/class_column.h"

#include "app/lab/data/columns.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace tangent {

QStringList classNames(const Column& column, int most)
{
    if (!column.isNumeric())
        return column.levels.mid(0, most + 1);
    std::vector<double> found;
    double last = std::nan("");
    for (const double value : column.numbers) {
        if (std::isnan(value) || value == last)
            continue;
        last = value;
        if (std::find(found.begin(), found.end(), value) == found.end())
            found.push_back(value);
        if (int(found.size()) > most)
            break;
    }
    Column few;
    few.name = column.name;
    few.type = column.type;
    few.numbers = std::move(found);
    return asCategory(few).levels;
}

Column asClasses(const Column& column)
{
    return column.isNumeric() ? asCategory(column) : column;
}

ClassLabels classesOfRows(const Table& table, const QString& column, const std::vector<int>& rows)
{
    const Column* found = table.find(column);
    if (!found)
        throw std::invalid_argument("the table has no column " + column.toStdString());
    if (!found->isNumeric())
        return classLabels(table, column, rows);
    Table words;
    words.columns = {asCategory(*found)};
    return classLabels(words, column, rows);
}

} // namespace tangent
