// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/go_on.h"
#include "app/lab/table.h"
#include "widgets/scene/scene.h"

namespace tangent {

/// The tables behind a scene's figures, and its readouts as the last one.
std::vector<DataTable> tablesOf(const Scene& scene);

/// A table as CSV: UTF-8, comma, the header first, quotes where a cell needs them.
QByteArray csvOf(const DataTable& table);
/// A table of rows, every cell as files write it. Empty when `goOn` ended it.
QByteArray csvOf(const Table& table, const GoOn& goOn = {});

} // namespace tangent
