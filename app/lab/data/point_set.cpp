// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/point_set.h"

#include "app/lab/data/columns.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <numeric>
#include <utility>

namespace tangent {

namespace {

/// Points that are added when they are first asked for.
struct LaterPoints {
    QStringList words;
    int rows = 0;
    std::function<void(PointSet&)> fill;
    std::once_flag once;
    Table table;

    const Table& filled()
    {
        std::call_once(once, [this] {
            PointSet points(words);
            points.reserve(rows);
            std::exchange(fill, nullptr)(points);
            table = std::move(points).table();
        });
        return table;
    }
};

} // namespace

void PointSet::reserve(int rows)
{
    x_.reserve(size_t(rows));
    y_.reserve(size_t(rows));
    labels_.reserve(size_t(rows));
}

Table PointSet::table() &&
{
    Table table;
    table.rowIds = rowIdsUpTo(int(x_.size()));
    table.columns.push_back(numberColumn(QStringLiteral("x"), std::move(x_)));
    table.columns.push_back(numberColumn(QStringLiteral("y"), std::move(y_)));
    if (words_.isEmpty())
        return table;
    table.label = QStringLiteral("label");
    table.columns.push_back(codedColumn(table.label, std::move(labels_), words_, Column::Type::Category));
    return table;
}

Table pointTable(const QStringList& words, int rows, std::function<void(PointSet&)> fill)
{
    // A point of each word has the form of all points.
    PointSet one(words);
    for (int word = 0; word < std::max(1, int(words.size())); ++word)
        one.add(0, 0, word);
    Table table = std::move(one).table();
    const auto points = std::make_shared<LaterPoints>();
    points->words = words;
    points->rows = rows;
    points->fill = std::move(fill);
    table.rowIds = rowIdsUpTo(rows);
    for (size_t i = 0; i < table.columns.size(); ++i) {
        Column& column = table.columns[i];
        if (column.isNumeric())
            column.numbers = Cells<double>::later(
                size_t(rows), [points, i] { return points->filled().columns[i].numbers.all(); });
        else
            column.codes = Cells<int>::later(
                size_t(rows), [points, i] { return points->filled().columns[i].codes.all(); });
    }
    return table;
}

std::vector<int> rowIdsUpTo(int rows)
{
    std::vector<int> ids(static_cast<size_t>(rows));
    std::iota(ids.begin(), ids.end(), 1);
    return ids;
}

} // namespace tangent
