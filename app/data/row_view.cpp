// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/row_view.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tangent {

namespace {

/// Says of each row whether a text stands in one column; words are compared once for each level.
class TextMatch {
public:
    TextMatch(const Column& column, const QString& text)
        : column_(column)
        , text_(text)
    {
        for (const QString& level : column.levels)
            levels_.push_back(level.contains(text, Qt::CaseInsensitive));
    }

    bool operator()(int row) const
    {
        if (column_.isNumeric())
            return column_.text(row).contains(text_, Qt::CaseInsensitive);
        const int code = column_.codes[size_t(row)];
        return code >= 0 && levels_[size_t(code)];
    }

private:
    const Column& column_;
    QString text_;
    std::vector<char> levels_;
};

void keepMatches(const Table& table, const RowFilter& filter, std::vector<int>* rows)
{
    const Column* column = table.find(filter.column);
    std::vector<TextMatch> matches;
    if (!filter.contains.isEmpty()) {
        for (const Column& one : table.columns) {
            if (!column || &one == column)
                matches.emplace_back(one, filter.contains);
        }
    }
    const bool hasRange =
        column && column->isNumeric() && (std::isfinite(filter.least) || std::isfinite(filter.greatest));
    const auto isOut = [&](int row) {
        if (hasRange) {
            const double value = column->numbers[size_t(row)];
            if (!(value >= filter.least && value <= filter.greatest))
                return true;
        }
        return !matches.empty()
            && std::none_of(
                matches.begin(), matches.end(), [row](const TextMatch& match) { return match(row); });
    };
    rows->erase(std::remove_if(rows->begin(), rows->end(), isOut), rows->end());
}

} // namespace

bool RowFilter::isEmpty() const
{
    return contains.isEmpty() && !std::isfinite(least) && !std::isfinite(greatest);
}

std::vector<int> rowsToShow(const Table& table, const RowFilter& filter, const RowOrder& order)
{
    std::vector<int> rows(size_t(table.rowCount()));
    std::iota(rows.begin(), rows.end(), 0);
    if (!filter.isEmpty())
        keepMatches(table, filter, &rows);
    const Column* column = table.find(order.column);
    if (!column)
        return rows;
    const auto present =
        std::stable_partition(rows.begin(), rows.end(), [&](int row) { return !column->isMissing(row); });
    const auto sortBy = [&](const auto& keys) {
        std::stable_sort(rows.begin(), present, [&](int a, int b) {
            return order.descending ? keys[size_t(b)] < keys[size_t(a)] : keys[size_t(a)] < keys[size_t(b)];
        });
    };
    if (column->isNumeric())
        sortBy(column->numbers);
    else
        sortBy(column->codes); // levels are sorted
    return rows;
}

int rowsWithMissing(const Table& table, const QStringList& columns)
{
    std::vector<const Column*> wanted;
    for (const Column& column : table.columns) {
        if (columns.isEmpty() || columns.contains(column.name))
            wanted.push_back(&column);
    }
    int count = 0;
    for (int row = 0; row < table.rowCount(); ++row)
        count += std::any_of(
            wanted.begin(), wanted.end(), [row](const Column* column) { return column->isMissing(row); });
    return count;
}

} // namespace tangent
