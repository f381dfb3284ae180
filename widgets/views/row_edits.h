// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/handle.h"
#include "widgets/scene/intent.h"
#include "widgets/scene/parameter.h"

#include <optional>

namespace tangent {

/// The intent that adds a row at a place in axis units: the whole rows parameter, numbers within the ranges
/// of its columns, or the table's patch with one more row. Nothing when the parameter holds as many rows as
/// it may.
std::optional<Intent> addedRow(
    const Adding& adding, QPointF place, const Values& values, const Parameters& parameters);

/// The intent that takes away the row that a handle writes to. Nothing when the handle is not removable or
/// the parameter may hold no fewer rows.
std::optional<Intent> removedRow(const Handle& handle, const Values& values, const Parameters& parameters);

} // namespace tangent
