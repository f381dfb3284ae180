// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/numeric_matrix.h"

namespace tangent {

/// Classes may be words or numbers: 0 and 1 in a short table are read as numbers.

/// The classes of a column in sorted order, at most `most` + 1 of them: one more says that there are more.
/// Quick for columns of measurements, too.
QStringList classNames(const Column& column, int most);

/// The column as a category; the column itself where it is one.
Column asClasses(const Column& column);

/// classLabels() for a column of any type. None of the rows may lack a value in it.
ClassLabels classesOfRows(const Table& table, const QString& column, const std::vector<int>& rows);

} // namespace tangent
