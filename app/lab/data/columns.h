// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/table.h"

#include <optional>
#include <string_view>

namespace tangent {

/// How the words of a column are ordered: numbers first, by value, then text by code point. Numbers of
/// equal value ("1", "1.0") by code point.
bool levelLess(const QString& a, const QString& b);

/// A plain finite number with a decimal point and an optional exponent, and nothing else beside it.
std::optional<double> readNumber(std::string_view text);

/// What stands for a missing value in a file: empty, NA, NaN, null (in any case), ?, -
bool isMissingWord(std::string_view text);

/// A column of numbers; NaN is missing.
Column numberColumn(const QString& name, std::vector<double> numbers, const QString& unit = {});

/// A column of type Missing: no row has a value in it.
Column missingColumn(const QString& name, size_t rows);

/// A Category or Text column of words; an empty word is missing. Sorts the levels.
Column wordColumn(const QString& name, const QStringList& words, Column::Type type = Column::Type::Category);

/// A Category or Text column from codes into unsorted, perhaps repeated or unused words (code -1 is
/// missing): sorts and recodes them and drops what no row uses.
Column codedColumn(const QString& name, std::vector<int> codes, const QStringList& words, Column::Type type);

/// The same column as a category: numbers and dates become words as Column::text writes them.
Column asCategory(const Column& column);

/// The same column as numbers, where every word of it is one; nothing otherwise. Dates stay as they are.
std::optional<Column> asNumbers(const Column& column);

/// The table with one column turned into a Category or into Numbers. The table itself when it is that
/// already; null when there is no such column or it holds words that are no numbers.
TablePointer withColumnAs(const TablePointer& table, const QString& column, Column::Type type);

/// Some rows of a column, by index and in the order given. The levels stay: what can be chosen in a sample
/// can be chosen in all of it.
Column takeRows(const Column& column, const std::shared_ptr<const std::vector<int>>& rows);

} // namespace tangent
