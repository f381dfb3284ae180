// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/data/patch.h"

#include <optional>

namespace tangent {

/// A patch that only adds rows to one that was applied before: who draws does so many times a second, and
/// each time the work is that of the new rows.
struct GrownPatch {
    QString canonical;
    TablePointer made;
};

/// `before` is the canonical text of a patch of `base`, `made` the table with it. Nothing where `asked` is
/// not that text with added rows behind it, where a row of it does not fit its columns, or where its ids
/// would not follow those of `made`: then the whole patch has to be read.
std::optional<GrownPatch> grownPatch(
    const TablePointer& base, const QString& before, const TablePointer& made, const QString& asked);

} // namespace tangent
