// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

namespace tangent {

class ParameterRow;

/// How rows of parameters are shared out to one column or two, row by row, as one reads. Widths in pixels.
struct ParameterColumns {
    static constexpr int gap = 22; ///< between two columns

    int count = 1;
    std::array<int, 2> labels{}; ///< the widest label of each column
    std::array<int, 2> fields{}; ///< the widest number field

    /// Two columns where every row fits into half of the width.
    static ParameterColumns of(const std::vector<ParameterRow*>& rows, int width);
    static ParameterColumns measured(const std::vector<ParameterRow*>& rows, int count);
    /// The least width of a row in a column with such labels and number fields.
    static int neededWidth(const ParameterRow& row, int labelWidth, int fieldWidth);
};

} // namespace tangent
