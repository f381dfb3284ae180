// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/data/patch.h"

namespace tangent {

/// The editors keep a patch canonical and minimal: what equals the table below it is not in it. `base` is
/// the table before the patch. Row ids of added rows work like any other; the id of a row that was taken away
/// is never given again, so that whoever remembers a row does not find another one under its id.

/// Puts a value into a cell. False, and nothing changed, when there is no such row or column or the value
/// does not fit the column.
bool setCell(Patch* patch, const Table& base, int rowId, const QString& column, const QString& value);
bool setCell(Patch* patch, const Table& base, int rowId, const QString& column, double value);

/// Takes a row out. False when there is none of that id.
bool removeRow(Patch* patch, const Table& base, int rowId);

/// Adds a row behind the last and returns its id. Values in column order; missing ones may be left out at the
/// end, and those that do not fit their column become missing.
int addRow(Patch* patch, const Table& base, const QStringList& values);

/// Does to the patch what a link with these items behind it asks for. What does not fit is left out.
void addItems(Patch* patch, const Table& base, const Patch& items);

/// The smallest patch that does to `base` what `patch` does.
Patch minimalPatch(const Patch& patch, const Table& base);

} // namespace tangent
