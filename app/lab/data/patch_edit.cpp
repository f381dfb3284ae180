// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/patch_edit.h"

#include "app/lab/data/cell_value.h"
#include "widgets/scene/number_text.h"

namespace tangent {

namespace {

int lastId(const Table& base)
{
    return base.rowIds.empty() ? 0 : base.rowIds.back();
}

/// Index into `added`; -1 for a row of the table itself.
int addedIndex(const Table& base, int rowId)
{
    return rowId > lastId(base) ? rowId - lastId(base) - 1 : -1;
}

bool exists(const Patch& patch, const Table& base, int rowId)
{
    if (patch.removed.contains(rowId))
        return false;
    const int added = addedIndex(base, rowId);
    return added >= 0 ? added < int(patch.added.size()) : base.rowWithId(rowId) >= 0;
}

void dropTrailingEmpty(QStringList* values)
{
    while (!values->isEmpty() && values->back().isEmpty())
        values->removeLast();
}

} // namespace

bool setCell(Patch* patch, const Table& base, int rowId, const QString& column, const QString& value)
{
    const int index = base.columnIndex(column);
    if (index < 0 || !exists(*patch, base, rowId))
        return false;
    const auto written = canonicalCell(base.columns[size_t(index)], value);
    if (!written)
        return false;
    if (const int added = addedIndex(base, rowId); added >= 0) {
        QStringList& row = patch->added[size_t(added)];
        while (row.size() <= index)
            row << QString();
        row[index] = *written;
        dropTrailingEmpty(&row);
        return true;
    }
    if (*written != base.columns[size_t(index)].text(base.rowWithId(rowId))) {
        patch->changed[rowId][column] = *written;
        return true;
    }
    const auto cells = patch->changed.find(rowId);
    if (cells != patch->changed.end()) {
        cells->second.erase(column);
        if (cells->second.empty())
            patch->changed.erase(cells);
    }
    return true;
}

bool setCell(Patch* patch, const Table& base, int rowId, const QString& column, double value)
{
    return setCell(patch, base, rowId, column, exactNumber(value));
}

bool removeRow(Patch* patch, const Table& base, int rowId)
{
    if (!exists(*patch, base, rowId))
        return false;
    patch->changed.erase(rowId);
    patch->removed.insert(rowId);
    const int added = addedIndex(base, rowId);
    if (added >= 0)
        patch->added[size_t(added)].clear();
    // Removed rows at the very end need not be added in the first place.
    while (!patch->added.empty() && patch->removed.erase(lastId(base) + int(patch->added.size())) > 0)
        patch->added.pop_back();
    return true;
}

int addRow(Patch* patch, const Table& base, const QStringList& values)
{
    QStringList row;
    for (qsizetype i = 0; i < values.size() && size_t(i) < base.columns.size(); ++i)
        row << canonicalCell(base.columns[size_t(i)], values[i]).value_or(QString());
    dropTrailingEmpty(&row);
    patch->added.push_back(row);
    return lastId(base) + int(patch->added.size());
}

Patch minimalPatch(const Patch& patch, const Table& base)
{
    Patch minimal;
    for (const QStringList& row : patch.added)
        addRow(&minimal, base, row);
    for (const auto& [id, cells] : patch.changed) {
        for (const auto& [column, value] : cells)
            setCell(&minimal, base, id, column, value);
    }
    for (const int id : patch.removed)
        removeRow(&minimal, base, id);
    return minimal;
}

} // namespace tangent
