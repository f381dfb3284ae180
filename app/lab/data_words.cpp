// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data_words.h"

#include "app/lab/data/data_text.h"
#include "widgets/scene/number_text.h"

namespace tangent {

QString dataWords(const Table& table, qint64 rows, qint64 leftOut)
{
    const QString used = DataText::tr("%1, %2").arg(
        table.title, counted(rows, DataText::tr("1 row"), DataText::tr("%1 rows")));
    return leftOut > 0 ? DataText::tr("%1, %2 left out").arg(used, shownCount(leftOut)) : used;
}

bool showsSample(const Settled& state)
{
    if (!state.table || !state.original)
        return false;
    const Table& file = *state.original;
    return state.isSampled() || (!file.rowIds.empty() && file.rowIds.back() != file.rowCount());
}

} // namespace tangent
