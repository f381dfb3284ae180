// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/cells.h"
#include "app/lab/table_facts.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <memory>
#include <vector>

namespace tangent {

/// One column of a table. Numbers are held as doubles, words as codes into sorted levels.
struct Column {
    enum class Type { Number, Category, Text, Date, Missing };

    QString name;
    Type type = Type::Number;
    QString unit;
    Cells<double> numbers; ///< Number, Date (milliseconds since 1970, UTC); NaN is missing
    Cells<int> codes;      ///< Category, Text, Missing: index into levels; -1 is missing
    QStringList levels;    ///< distinct words in sorted order: numbers by value, text by code point

    bool isNumeric() const { return type == Type::Number || type == Type::Date; }
    bool isMissing(int row) const;
    /// A cell as files and links write it: the shortest number, an ISO date, the word; empty when missing.
    QString text(int row) const;
    /// Equal in all parts; a missing number equals a missing number.
    bool operator==(const Column& other) const;
};

struct Table;
using TablePointer = std::shared_ptr<const Table>;

/// How a version of a table differs from the table that it was made from: for those who know that one.
struct TableEdits {
    TablePointer base;
    std::shared_ptr<const std::vector<int>> removed; ///< rows of the base, ascending; null: none
    std::vector<int> changed;                        ///< rows of the base that were written to, ascending
    int added = 0;                                   ///< rows behind those of the base
};

/// A table with typed columns. Row ids start at 1 and survive deletion, so a row keeps its mark.
struct Table {
    QString name;  ///< as links write it: `penguins`, `blobs`, `file:NAME@HASH`
    QString title; ///< as a person reads it: `Palmer penguins`, `four blobs`
    QString label; ///< the column that is the label by default; empty: none
    std::vector<Column> columns;
    Cells<int> rowIds;                       ///< ascending
    int lastGivenId = 0;                     ///< of a patched table: the last id given, its row may be gone
    std::shared_ptr<const TableEdits> edits; ///< of a patched table; null: it is no version of another one
    TableFacts facts;                        ///< of cells that change no more

    int rowCount() const { return int(rowIds.size()); }
    /// A new row gets the id after this one; 0 where there never was a row.
    int lastId() const { return std::max(lastGivenId, rowIds.empty() ? 0 : rowIds.back()); }
    /// Index of a column; -1 when there is none of that name.
    int columnIndex(const QString& column) const;
    const Column* find(const QString& column) const;
    /// Names of the numeric columns (Type::Number), in order.
    QStringList numericColumns() const;
    /// Names of the category columns, in order.
    QStringList categoryColumns() const;
    /// Index of the row with an id; -1 when it is gone or never was.
    int rowWithId(int id) const;
    /// Equal in all that they show, whatever they were made from.
    bool operator==(const Table& other) const;
};

} // namespace tangent
