// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/state.h"

namespace tangent {

/// What a lab's data line says of its rows: "four blobs, 200 rows", "penguins, 342 rows, 2 left out".
QString dataWords(const Table& table, qint64 rows, qint64 leftOut = 0);

/// True when the lab works on some of the rows only: on a sample for its sake, or of the file.
bool showsSample(const Settled& state);

} // namespace tangent
