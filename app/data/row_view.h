// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/table.h"

#include <limits>

namespace tangent {

/// Which rows of a table are seen. What is not set lets every row through.
struct RowFilter {
    QString column;   ///< empty: the words may stand in any column
    QString contains; ///< in any case of letters
    double least =
        -std::numeric_limits<double>::infinity(); ///< number and date columns; dates in milliseconds
    double greatest = std::numeric_limits<double>::infinity();

    bool isEmpty() const;
    bool operator==(const RowFilter&) const = default;
};

/// In which order.
struct RowOrder {
    QString column; ///< empty, or gone: as the table has them
    bool descending = false;
    bool operator==(const RowOrder&) const = default;
};

/// Indices of the rows to show. Sorting is stable; missing values come last either way.
std::vector<int> rowsToShow(const Table& table, const RowFilter& filter, const RowOrder& order);

/// The same for another version of a table, of which `shown` were shown before: rows that both have stay in
/// their order and stay hidden or shown, whatever was changed in them, so that none runs away from the hand;
/// new ones come where they belong. Quick for a long table.
std::vector<int> rowsToShow(const Table& table, const RowFilter& filter, const RowOrder& order,
    const Table& before, const std::vector<int>& shown);

/// rowsWithMissing() of a table's versions, one after the other: the rows that a version shares with the
/// table it was made from are counted once.
class MissingRows {
public:
    int of(const TablePointer& table);

private:
    TablePointer base_;
    int ofBase_ = 0;
};

/// Rows that lack a value in at least one of the columns; in any of the table's where none is named.
int rowsWithMissing(const Table& table, const QStringList& columns = {});

} // namespace tangent
