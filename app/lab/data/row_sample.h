// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/table.h"
#include "widgets/scene/parameter.h"

namespace tangent {

/// `count` rows of a table, drawn without replacement and kept in their order, with their ids. The table
/// itself when it has no more. The same table, count and seed give the same rows.
TablePointer sampledRows(const TablePointer& table, int count, quint64 seed);

/// The reserved parameters of a lab whose row limit is `limit`: `all-rows` and `sample-seed`.
Parameters rowLimitParameters(int limit);

/// "10,000 of 1,000,000 rows": what a sample says of itself.
QString sampleWords(int count, int whole);

} // namespace tangent
