// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/patch_edit.h"

#include "app/lab/data/cell_value.h"
#include "widgets/scene/number_text.h"

namespace tangent {

namespace {

/// Index into `added`; -1 for a row of the table itself.
int addedIndex(const Table& base, int rowId)
{
    return rowId > base.lastId() ? rowId - base.lastId() - 1 : -1;
}

bool exists(const Patch& patch, const Table& base, int rowId)
{
    if (patch.removed.contains(rowId))
        return false;
    const int added = addedIndex(base, rowId);
    if (added >= 0)
        return size_t(added) < patch.added.size() && patch.added[size_t(added)].has_value();
    return base.rowWithId(rowId) >= 0;
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
        QStringList& row = *patch->added[size_t(added)];
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
    const int added = addedIndex(base, rowId);
    if (added >= 0) {
        patch->added[size_t(added)].reset();
        return true;
    }
    patch->changed.erase(rowId);
    patch->removed.insert(rowId);
    return true;
}

int addRow(Patch* patch, const Table& base, const QStringList& values)
{
    QStringList row;
    for (qsizetype i = 0; i < values.size() && size_t(i) < base.columns.size(); ++i)
        row << canonicalCell(base.columns[size_t(i)], values[i]).value_or(QString());
    dropTrailingEmpty(&row);
    patch->added.emplace_back(std::move(row));
    return base.lastId() + int(patch->added.size());
}

void addItems(Patch* patch, const Table& base, const Patch& items)
{
    patch->added.reserve(patch->added.size() + items.added.size());
    for (const std::optional<QStringList>& row : items.added) {
        if (row)
            addRow(patch, base, *row);
        else
            patch->added.emplace_back();
    }
    for (const auto& [id, cells] : items.changed) {
        for (const auto& [column, value] : cells)
            setCell(patch, base, id, column, value);
    }
    for (const int id : items.removed)
        removeRow(patch, base, id);
}

Patch minimalPatch(const Patch& patch, const Table& base)
{
    Patch minimal;
    addItems(&minimal, base, patch);
    return minimal;
}

} // namespace tangent
