// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/patch_writer.h"

#include "app/lab/data/data_text.h"

namespace tangent {

PatchWriter::PatchWriter(TablePointer base)
    : base_(std::move(base))
{
    edits_.reserve(base_->columns.size());
    for (const Column& column : base_->columns)
        edits_.emplace_back(column);
}

void PatchWriter::write(const Patch& patch, QStringList* complaints)
{
    complaints_ = complaints;
    for (const std::optional<QStringList>& row : patch.added)
        add(row);
    for (const auto& [id, cells] : patch.changed)
        change(id, cells);
    for (const int id : patch.removed)
        remove(id);
    complaints_ = nullptr;
}

void PatchWriter::add(const std::optional<QStringList>& values)
{
    const int row = base_->rowCount() + int(isAddedKept_.size());
    isAddedKept_.push_back(values ? 1 : 0);
    for (ColumnEdits& column : edits_)
        column.addRow();
    if (!values)
        return;
    if (size_t(values->size()) > edits_.size())
        complain(
            DataText::tr("patch: the added row %1 has %2 values for %3 columns; the last ones are left out.")
                .arg(idOf(row))
                .arg(values->size())
                .arg(edits_.size()));
    for (size_t i = 0; i < edits_.size() && i < size_t(values->size()); ++i)
        writeCell(i, row, (*values)[qsizetype(i)]);
}

void PatchWriter::change(int id, const std::map<QString, QString>& cells)
{
    const int row = rowWithId(id);
    if (row < 0) {
        complainAboutRow(id);
        return;
    }
    if (removed_.contains(row))
        return;
    if (row < base_->rowCount())
        changed_.insert(row);
    for (const auto& [name, value] : cells) {
        const int column = base_->columnIndex(name);
        if (column < 0)
            complain(
                DataText::tr("patch: %1 has no column “%2”; it is left as it is.").arg(base_->name, name));
        else
            writeCell(size_t(column), row, value);
    }
}

void PatchWriter::remove(int id)
{
    const int row = rowWithId(id);
    if (row < 0) {
        complainAboutRow(id);
    } else if (row < base_->rowCount()) {
        removed_.insert(row);
        changed_.erase(row);
    } else {
        isAddedKept_[size_t(row - base_->rowCount())] = 0;
    }
}

TablePointer PatchWriter::table() const
{
    const RemovedRows gone{removed_.empty()
            ? nullptr
            : std::make_shared<const std::vector<int>>(removed_.begin(), removed_.end()),
        isAddedKept_};
    auto table = std::make_shared<Table>();
    table->name = base_->name;
    table->title = base_->title;
    table->label = base_->label;
    table->rowIds = rowIds(gone);
    table->lastGivenId = base_->lastId() + int(isAddedKept_.size());
    TableEdits edits{base_, gone.ofBase, {changed_.begin(), changed_.end()}, 0};
    edits.added = table->rowCount() - base_->rowCount() + int(removed_.size());
    table->edits = std::make_shared<const TableEdits>(std::move(edits));
    for (const ColumnEdits& column : edits_)
        table->columns.push_back(column.edited(gone));
    return table;
}

Cells<int> PatchWriter::rowIds(const RemovedRows& gone) const
{
    if (!gone.ofBase && isAddedKept_.empty())
        return base_->rowIds;
    CellEdits<int> edits;
    edits.removed = gone.ofBase;
    for (size_t i = 0; i < isAddedKept_.size(); ++i) {
        if (isAddedKept_[i])
            edits.appended.push_back(base_->lastId() + 1 + int(i));
    }
    return Cells<int>::edited(base_->rowIds, std::move(edits));
}

/// Added rows stand behind those of the table.
int PatchWriter::rowWithId(int id) const
{
    if (id <= base_->lastId())
        return base_->rowWithId(id);
    const auto added = size_t(id - base_->lastId() - 1);
    return added < isAddedKept_.size() ? base_->rowCount() + int(added) : -1;
}

int PatchWriter::idOf(int row) const
{
    return row < base_->rowCount() ? base_->rowIds[size_t(row)]
                                   : base_->lastId() + 1 + row - base_->rowCount();
}

void PatchWriter::writeCell(size_t column, int row, const QString& value)
{
    if (edits_[column].set(row, value))
        return;
    const Column& target = base_->columns[column];
    const QString place = DataText::tr("patch: row %1, %2").arg(idOf(row)).arg(target.name);
    complain(target.type == Column::Type::Date
            ? DataText::tr("%1: “%2” is no date; write one as 2026-01-31.").arg(place, value.left(40))
            : DataText::tr("%1: “%2” is not a number; write one with a point, as 12.5.")
                  .arg(place, value.left(40)));
}

void PatchWriter::complainAboutRow(int id)
{
    const int last = base_->lastId() + int(isAddedKept_.size());
    if (last == 0) {
        complain(DataText::tr("patch: %1 has no row %2; it has none yet.").arg(base_->name).arg(id));
        return;
    }
    complain(DataText::tr("patch: %1 has no row %2; its rows go from %3 to %4.")
                 .arg(base_->name)
                 .arg(id)
                 .arg(idOf(0))
                 .arg(last));
}

void PatchWriter::complain(const QString& sentence)
{
    if (complaints_ && complaints_->size() < 20) // a patch for another table is wrong in every row
        *complaints_ << sentence;
}

TablePointer applyPatch(const TablePointer& base, const Patch& patch, QStringList* complaints)
{
    if (!base || patch.isEmpty())
        return base;
    PatchWriter writer(base);
    writer.write(patch, complaints);
    return writer.table();
}

} // namespace tangent
