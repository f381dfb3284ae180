// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/table.h"

#include <optional>

namespace tangent {

/// True for the words that stand for a missing value (isMissingWord).
bool isMissingCell(const QString& text);

/// The number that a text stands for in a numeric column: NaN when missing, milliseconds in a date
/// column. Nothing when it is neither.
std::optional<double> numericCell(const Column& column, const QString& text);

/// The text as Column::text would write it once it stands in the column; nothing when it does not fit.
std::optional<QString> canonicalCell(const Column& column, const QString& text);

} // namespace tangent
