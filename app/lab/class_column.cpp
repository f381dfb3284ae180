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
    Column few;
    few.name = column.name;
    few.type = column.type;
    double last = std::nan("");
    for (const double value : column.numbers) {
        if (std::isnan(value) || value == last)
            continue;
        last = value;
        if (std::find(few.numbers.begin(), few.numbers.end(), value) == few.numbers.end())
            few.numbers.push_back(value);
        if (int(few.numbers.size()) > most)
            break;
    }
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
