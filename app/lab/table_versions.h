// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/data/row_sample.h"

namespace tangent {

// What a state makes of its table. The same question gets the same object again, so that stages which
// depend on the table are found, and a drag does not copy a million rows. Safe for any thread.

/// The table with the types of `items` (readTypes), which become the canonical ones.
TablePointer retypedTable(const TablePointer& original, QStringList* items, QStringList* complaints);

/// The table with the patch applied; the patch becomes the canonical one.
TablePointer patchedTable(const TablePointer& base, QString* patch, QStringList* complaints);

/// sampledRows().
TablePointer sampledTable(const TablePointer& whole, int count, quint64 seed);

} // namespace tangent
