// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/point_set.h"

#include "app/lab/data/columns.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <numeric>
#include <utility>

namespace tangent {

/// Points that are added when they are first asked for. Each column takes its own away.
struct LaterPoints {
    QStringList words;
    int rows = 0;
    std::function<void(PointSet&)> fill;
    std::once_flag once;
    PointSet points;

    PointSet& filled()
    {
        std::call_once(once, [this] {
            points.reserve(rows);
            std::exchange(fill, nullptr)(points);
        });
        return points;
    }

    std::vector<double> x() { return std::move(filled().x_); }
    std::vector<double> y() { return std::move(filled().y_); }
    std::vector<int> codes()
    {
        return codedColumn({}, std::move(filled().labels_), words, Column::Type::Category).codes.all();
    }
};

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
    const auto count = size_t(rows);
    table.columns[0].numbers = Cells<double>::later(count, [points] { return points->x(); });
    table.columns[1].numbers = Cells<double>::later(count, [points] { return points->y(); });
    if (!words.isEmpty())
        table.columns[2].codes = Cells<int>::later(count, [points] { return points->codes(); });
    return table;
}

std::vector<int> rowIdsUpTo(int rows)
{
    std::vector<int> ids(static_cast<size_t>(rows));
    std::iota(ids.begin(), ids.end(), 1);
    return ids;
}

} // namespace tangent
