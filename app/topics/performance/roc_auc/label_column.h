// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/numeric_matrix.h"

namespace tangent::roc {

/// A label with more classes than this is a name for every row.
inline constexpr int mostClasses = 100;

/// The classes of a label in sorted order. Labels may be words or numbers: 0 and 1 in a short table are
/// read as numbers. Empty where there are more than mostClasses numbers.
QStringList labelLevels(const Column& column);

/// The classes of some rows of a label, none of which is missing.
ClassLabels labelsOf(const Table& table, const QString& label, const std::vector<int>& rows);

} // namespace tangent::roc
