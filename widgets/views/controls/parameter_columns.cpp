// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/parameter_columns.h"

#include "widgets/views/controls/parameter_row.h"

#include <algorithm>

namespace tangent {

int ParameterColumns::neededWidth(const ParameterRow& row, int labelWidth, int fieldWidth)
{
    const int wider = row.fieldWidth() > 0 ? fieldWidth - row.fieldWidth() : 0;
    return labelWidth + ParameterRow::labelGap + row.editorWidth() + wider;
}

ParameterColumns ParameterColumns::of(const std::vector<ParameterRow*>& rows, int width)
{
    ParameterColumns two = measured(rows, 2);
    const int each = (width - gap) / 2;
    for (size_t i = 0; i < rows.size(); ++i)
        if (neededWidth(*rows[i], two.labels[i % 2], two.fields[i % 2]) > each)
            return measured(rows, 1);
    return rows.size() > 1 ? two : measured(rows, 1);
}

ParameterColumns ParameterColumns::measured(const std::vector<ParameterRow*>& rows, int count)
{
    ParameterColumns made;
    made.count = count;
    for (size_t i = 0; i < rows.size(); ++i) {
        const size_t column = i % size_t(count);
        made.labels[column] = std::max(made.labels[column], rows[i]->labelWidth());
        made.fields[column] = std::max(made.fields[column], rows[i]->fieldWidth());
    }
    return made;
}

} // namespace tangent
