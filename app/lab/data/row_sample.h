// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/table.h"
#include "widgets/scene/parameter.h"

namespace tangent {

/// Some rows of a table, by index and in the order given, with their ids. Copies no cell until one is wanted.
TablePointer withRows(const Table& table, const std::shared_ptr<const std::vector<int>>& rows);

/// `count` rows of a table, drawn without replacement and kept in their order, with their ids. The table
/// itself when it has no more. A row is drawn by its id and the seed alone: where rows are changed, removed
/// or added, the others that were drawn stay. Quick for a version of a table that was drawn from before.
TablePointer sampledRows(const TablePointer& table, int count, quint64 seed);

/// The reserved parameters of a lab whose row limit is `limit`: `all-rows` and `sample-seed`.
Parameters rowLimitParameters(int limit);

/// "10,000 of 1,000,000 rows": what a sample says of itself.
QString sampleWords(int count, int whole);

} // namespace tangent
