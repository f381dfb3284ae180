// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/row_view.h"

#include <algorithm>
#include <cmath>
#include <iterator>
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

/// Of rows in the table's order.
void sortRows(const Table& table, const RowOrder& order, std::vector<int>* rows)
{
    const Column* column = table.find(order.column);
    if (!column)
        return;
    const auto present =
        std::stable_partition(rows->begin(), rows->end(), [&](int row) { return !column->isMissing(row); });
    const auto sortBy = [&](const auto& keys) {
        std::stable_sort(rows->begin(), present, [&](int a, int b) {
            return order.descending ? keys[size_t(b)] < keys[size_t(a)] : keys[size_t(a)] < keys[size_t(b)];
        });
    };
    if (column->isNumeric())
        sortBy(column->numbers.all());
    else
        sortBy(column->codes.all()); // levels are sorted
}

/// Whether sortRows() puts one row before another.
bool comesBefore(const Table& table, const RowOrder& order, int a, int b)
{
    const Column* column = table.find(order.column);
    if (!column)
        return a < b;
    const bool aMissing = column->isMissing(a);
    const bool bMissing = column->isMissing(b);
    if (aMissing || bMissing)
        return aMissing == bMissing ? a < b : bMissing;
    const auto key = [&](int row) {
        return column->isNumeric() ? column->numbers[size_t(row)] : double(column->codes[size_t(row)]);
    };
    const double first = key(order.descending ? b : a);
    const double second = key(order.descending ? a : b);
    return first != second ? first < second : a < b;
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
    sortRows(table, order, &rows);
    return rows;
}

std::vector<int> rowsToShow(const Table& table, const RowFilter& filter, const RowOrder& order,
    const Table& before, const std::vector<int>& shown)
{
    const std::vector<int>& oldIds = before.rowIds;
    const std::vector<int>& ids = table.rowIds;
    std::vector<int> place(oldIds.size(), -1); // of the old rows among the new ones
    std::vector<int> fresh;
    for (size_t row = 0, old = 0; row < ids.size(); ++row) {
        while (old < oldIds.size() && oldIds[old] < ids[row])
            ++old;
        if (old < oldIds.size() && oldIds[old] == ids[row])
            place[old++] = int(row);
        else
            fresh.push_back(int(row));
    }
    std::vector<int> kept;
    kept.reserve(shown.size());
    for (const int row : shown) {
        if (place[size_t(row)] >= 0)
            kept.push_back(place[size_t(row)]);
    }
    if (!filter.isEmpty())
        keepMatches(table, filter, &fresh);
    if (fresh.empty())
        return kept;
    sortRows(table, order, &fresh);
    std::vector<int> rows;
    rows.reserve(kept.size() + fresh.size());
    std::merge(kept.begin(), kept.end(), fresh.begin(), fresh.end(), std::back_inserter(rows),
        [&](int a, int b) { return comesBefore(table, order, a, b); });
    return rows;
}

int MissingRows::of(const TablePointer& table)
{
    const TablePointer base = table->edits ? table->edits->base : table;
    if (base != base_) {
        base_ = base;
        ofBase_ = rowsWithMissing(*base);
    }
    if (base == table)
        return ofBase_;
    const auto lacks = [](const Table& one, int row) {
        return row >= 0 && std::any_of(one.columns.begin(), one.columns.end(), [row](const Column& column) {
            return column.isMissing(row);
        });
    };
    static const std::vector<int> none;
    const std::vector<int>& removed = table->edits->removed ? *table->edits->removed : none;
    int count = ofBase_;
    for (const int row : removed)
        count -= lacks(*base, row);
    for (const int row : table->edits->changed) {
        if (!std::binary_search(removed.begin(), removed.end(), row))
            count += int(lacks(*table, table->rowWithId(base->rowIds[size_t(row)]))) - int(lacks(*base, row));
    }
    for (int row = table->rowCount() - table->edits->added; row < table->rowCount(); ++row)
        count += lacks(*table, row);
    return count;
}

int rowsWithMissing(const Table& table, const QStringList& columns)
{
    std::vector<const Column*> wanted;
    for (const Column& column : table.columns) {
        if (columns.isEmpty() || columns.contains(column.name))
            wanted.push_back(&column);
    }
    std::vector<char> lacks(size_t(table.rowCount()), 0);
    for (const Column* column : wanted) {
        if (column->isNumeric()) {
            const std::vector<double>& numbers = column->numbers;
            for (size_t row = 0; row < lacks.size(); ++row)
                lacks[row] |= char(std::isnan(numbers[row]));
        } else {
            const std::vector<int>& codes = column->codes;
            for (size_t row = 0; row < lacks.size(); ++row)
                lacks[row] |= char(codes[row] < 0);
        }
    }
    return int(std::count(lacks.begin(), lacks.end(), 1));
}

} // namespace tangent
