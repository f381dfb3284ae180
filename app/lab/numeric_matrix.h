// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/table.h"

#include <Eigen/Core>

namespace tangent {

/// Columns of a table as numbers, rows with a missing value in any of them left out.
struct NumericMatrix {
    Eigen::MatrixXd values;  ///< rows kept × columns asked for
    std::vector<int> rows;   ///< index in the table of each kept row
    std::vector<int> rowIds; ///< id of each kept row
    int leftOut = 0;         ///< rows with a missing value
};

/// Rows must also have a value in the columns `alsoPresent` (a label, say) to be kept. Every name must
/// be a column of the table; numbers must be Number or Date columns.
NumericMatrix numericMatrix(
    const Table& table, const QStringList& columns, const QStringList& alsoPresent = {});

/// The codes of a category column for the given rows, renumbered so that only levels that occur are
/// counted; `levels` are their names in sorted order.
struct ClassLabels {
    std::vector<int> codes;
    QStringList levels;
};
ClassLabels classLabels(const Table& table, const QString& column, const std::vector<int>& rows);

} // namespace tangent
