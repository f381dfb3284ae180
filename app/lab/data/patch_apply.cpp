// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/cell_value.h"
#include "app/lab/data/column_edits.h"
#include "app/lab/data/data_text.h"
#include "app/lab/data/patch.h"

namespace tangent {

namespace {

/// Gathers what one patch does to the columns of one table.
class PatchWriter {
public:
    PatchWriter(const Table& base, int addedRows, QStringList* complaints)
        : base_(base)
        , lastId_(base.rowIds.empty() ? 0 : base.rowIds.back())
        , addedRows_(addedRows)
        , complaints_(complaints)
    {
        edits_.reserve(base.columns.size());
        for (const Column& column : base.columns)
            edits_.emplace_back(column, addedRows);
    }

    void add(int index, const QStringList& values)
    {
        if (size_t(values.size()) > edits_.size())
            complain(DataText::tr(
                "patch: the added row %1 has %2 values for %3 columns; the last ones are left out.")
                         .arg(lastId_ + 1 + index)
                         .arg(values.size())
                         .arg(edits_.size()));
        for (size_t i = 0; i < edits_.size() && i < size_t(values.size()); ++i)
            write(i, base_.rowCount() + index, values[qsizetype(i)]);
    }

    void change(int id, const std::map<QString, QString>& cells)
    {
        const int row = rowWithId(id);
        if (row < 0) {
            complainAboutRow(id);
            return;
        }
        if (row < base_.rowCount())
            changed_.push_back(row);
        for (const auto& [name, value] : cells) {
            const int column = base_.columnIndex(name);
            if (column < 0)
                complain(
                    DataText::tr("patch: %1 has no column “%2”; it is left as it is.").arg(base_.name, name));
            else
                write(size_t(column), row, value);
        }
    }

    TablePointer without(const std::set<int>& ids, const TablePointer& base)
    {
        std::vector<int> removed;
        std::vector<char> isAddedKept(size_t(addedRows_), 1);
        for (const int id : ids) {
            const int row = rowWithId(id);
            if (row < 0)
                complainAboutRow(id);
            else if (row < base_.rowCount())
                removed.push_back(row);
            else
                isAddedKept[size_t(row - base_.rowCount())] = 0;
        }
        const RemovedRows gone{
            removed.empty() ? nullptr : std::make_shared<const std::vector<int>>(std::move(removed)),
            std::move(isAddedKept)};
        auto table = std::make_shared<Table>();
        table->name = base_.name;
        table->title = base_.title;
        table->label = base_.label;
        table->rowIds = rowIds(gone);
        TableEdits edits{base, gone.ofBase, std::move(changed_), 0};
        edits.added = table->rowCount() - base_.rowCount() + int(gone.ofBase ? gone.ofBase->size() : 0);
        table->edits = std::make_shared<const TableEdits>(std::move(edits));
        for (const ColumnEdits& column : edits_)
            table->columns.push_back(column.edited(gone));
        return table;
    }

private:
    Cells<int> rowIds(const RemovedRows& gone) const
    {
        if (!gone.ofBase && addedRows_ == 0)
            return base_.rowIds;
        CellEdits<int> edits;
        edits.removed = gone.ofBase;
        for (int i = 0; i < addedRows_; ++i) {
            if (gone.isAddedKept[size_t(i)])
                edits.appended.push_back(lastId_ + 1 + i);
        }
        return Cells<int>::edited(base_.rowIds, std::move(edits));
    }

    /// Added rows stand behind those of the table.
    int rowWithId(int id) const
    {
        if (id <= lastId_)
            return base_.rowWithId(id);
        return id - lastId_ <= addedRows_ ? base_.rowCount() + id - lastId_ - 1 : -1;
    }

    int idOf(int row) const
    {
        return row < base_.rowCount() ? base_.rowIds[size_t(row)] : lastId_ + 1 + row - base_.rowCount();
    }

    void write(size_t column, int row, const QString& value)
    {
        if (edits_[column].set(row, value))
            return;
        const Column& target = base_.columns[column];
        const QString place = DataText::tr("patch: row %1, %2").arg(idOf(row)).arg(target.name);
        complain(target.type == Column::Type::Date
                ? DataText::tr("%1: “%2” is no date; write one as 2026-01-31.").arg(place, value.left(40))
                : DataText::tr("%1: “%2” is not a number; write one with a point, as 12.5.")
                      .arg(place, value.left(40)));
    }

    void complainAboutRow(int id)
    {
        complain(DataText::tr("patch: %1 has no row %2; its rows go from %3 to %4.")
                     .arg(base_.name)
                     .arg(id)
                     .arg(lastId_ + addedRows_ == 0 ? 0 : idOf(0))
                     .arg(lastId_ + addedRows_));
    }

    void complain(const QString& sentence)
    {
        if (complaints_ && complaints_->size() < 20) // a patch for another table is wrong in every row
            *complaints_ << sentence;
    }

    const Table& base_;
    int lastId_;
    int addedRows_;
    QStringList* complaints_;
    std::vector<ColumnEdits> edits_;
    std::vector<int> changed_; ///< rows of the base, ascending
};

} // namespace

TablePointer applyPatch(const TablePointer& base, const Patch& patch, QStringList* complaints)
{
    if (!base || patch.isEmpty())
        return base;
    PatchWriter writer(*base, int(patch.added.size()), complaints);
    for (size_t i = 0; i < patch.added.size(); ++i)
        writer.add(int(i), patch.added[i]);
    for (const auto& [id, cells] : patch.changed)
        writer.change(id, cells);
    return writer.without(patch.removed, base);
}

} // namespace tangent
