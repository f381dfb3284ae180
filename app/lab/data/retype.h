// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/table.h"

namespace tangent {

/// A type that a person chose for a column, in place of the one that was found.
struct ChosenType {
    QString column;
    Column::Type type = Column::Type::Number;
    bool operator==(const ChosenType&) const = default;
};

/// `number`, `category`, `date`, `text`: as links write a type.
QString typeToken(Column::Type type);
/// "numbers", "categories", …: as a person reads it.
QString typeWords(Column::Type type);

/// One item of the reserved key `types`: `COLUMN:TYPE`, the last colon parts them.
QString typeItem(const ChosenType& chosen);

/// Reads `types` for a table. What is no item, names no column or no type is left out, with one sentence
/// each.
std::vector<ChosenType> readTypes(
    const QStringList& items, const Table& table, QStringList* complaints = nullptr);

/// The items that change something: in the order of the columns, the last of a repeated column.
std::vector<ChosenType> minimalTypes(const std::vector<ChosenType>& types, const Table& table);

/// The column with another type. Words become numbers or dates where they are some, and are missing where
/// not: `lost` counts those cells. Numbers become words as Column::text writes them.
Column retyped(const Column& column, Column::Type type, int* lost = nullptr);

/// The table with the chosen types; the table itself where that changes nothing. One sentence for each
/// column that loses cells.
TablePointer withTypes(
    const TablePointer& table, const std::vector<ChosenType>& types, QStringList* notes = nullptr);

} // namespace tangent
