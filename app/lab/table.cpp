// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/table.h"

#include "app/lab/data/dates.h"
#include "widgets/scene/number_text.h"

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

bool sameNumbers(const Cells<double>& a, const Cells<double>& b)
{
    return a.isSharedWith(b) || std::equal(a.begin(), a.end(), b.begin(), b.end(), [](double x, double y) {
        return x == y || (std::isnan(x) && std::isnan(y));
    });
}

} // namespace

bool Column::isMissing(int row) const
{
    return isNumeric() ? std::isnan(numbers[size_t(row)]) : codes[size_t(row)] < 0;
}

QString Column::text(int row) const
{
    if (isMissing(row))
        return {};
    if (type == Type::Number)
        return exactNumber(numbers[size_t(row)]);
    return type == Type::Date ? dateText(numbers[size_t(row)]) : levels[codes[size_t(row)]];
}

bool Column::operator==(const Column& other) const
{
    return name == other.name && type == other.type && unit == other.unit && codes == other.codes
        && levels == other.levels && sameNumbers(numbers, other.numbers);
}

int Table::columnIndex(const QString& column) const
{
    for (size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == column)
            return int(i);
    }
    return -1;
}

const Column* Table::find(const QString& column) const
{
    const int index = columnIndex(column);
    return index < 0 ? nullptr : &columns[size_t(index)];
}

QStringList Table::numericColumns() const
{
    QStringList names;
    for (const Column& column : columns) {
        if (column.type == Column::Type::Number)
            names << column.name;
    }
    return names;
}

QStringList Table::categoryColumns() const
{
    QStringList names;
    for (const Column& column : columns) {
        if (column.type == Column::Type::Category)
            names << column.name;
    }
    return names;
}

bool Table::operator==(const Table& other) const
{
    return name == other.name && title == other.title && label == other.label && columns == other.columns
        && rowIds == other.rowIds;
}

int Table::rowWithId(int id) const
{
    size_t first = 0;
    for (size_t end = rowIds.size(); first < end;) {
        const size_t middle = (first + end) / 2;
        if (rowIds[middle] < id)
            first = middle + 1;
        else
            end = middle;
    }
    return first == rowIds.size() || rowIds[first] != id ? -1 : int(first);
}

} // namespace tangent
