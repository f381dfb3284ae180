// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/table.h"

namespace tangent {

/// Makes the names of a file's columns unique and not empty, and notes what was changed.
void nameColumns(QStringList* names, QStringList* notes);

/// Turns the columns of a file that hold codes of classes into categories, drops nameless columns at the
/// end that hold nothing, and chooses the label column.
void chooseCategories(Table* table);

} // namespace tangent
