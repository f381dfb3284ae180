// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/point_set.h"

#include "app/lab/data/columns.h"

#include <numeric>

namespace tangent {

Table PointSet::table() const
{
    Table table;
    table.rowIds = rowIdsUpTo(int(x_.size()));
    table.columns.push_back(numberColumn(QStringLiteral("x"), x_));
    table.columns.push_back(numberColumn(QStringLiteral("y"), y_));
    if (words_.isEmpty())
        return table;
    table.label = QStringLiteral("label");
    table.columns.push_back(codedColumn(table.label, labels_, words_, Column::Type::Category));
    return table;
}

std::vector<int> rowIdsUpTo(int rows)
{
    std::vector<int> ids(static_cast<size_t>(rows));
    std::iota(ids.begin(), ids.end(), 1);
    return ids;
}

} // namespace tangent
