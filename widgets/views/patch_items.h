// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/intent.h"

#include <QStringList>

namespace tangent {

// Changes of the table as views write them: items behind the patch that stands, encoded for a link. Whoever
// takes them makes one canonical patch of all.

/// One row more, its cells in the order of the columns; empty ones at the end may be left out.
QString addedItem(const QStringList& cells);
QString removedItem(int rowId);
/// Some cells of a row: columns and what stands in them then.
QString changedItem(int rowId, const QStringList& columns, const QStringList& cells);

/// The intent that puts items behind the patch of these values.
Intent patched(const Values& values, const QStringList& items, Intent::Phase phase = Intent::Phase::Whole);

/// The patch that stands; empty: none.
QString patchIn(const Values& values);

} // namespace tangent
