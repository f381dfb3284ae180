// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/data/column_edits.h"
#include "app/lab/data/patch.h"

namespace tangent {

/// Gathers what patches do to the columns of one table, one behind the other, and makes the table from it. A
/// copy can be written on while the first goes on as it was.
class PatchWriter {
public:
    explicit PatchWriter(TablePointer base);

    /// Does what the patch asks for behind all that was done before. What does not fit (no such row or
    /// column, a word where a number belongs) is left out, with one sentence each.
    void write(const Patch& patch, QStringList* complaints = nullptr);

    /// The table as it is now, made of the base and of nothing between.
    TablePointer table() const;

private:
    void add(const std::optional<QStringList>& values);
    void change(int id, const std::map<QString, QString>& cells);
    void remove(int id);
    int rowWithId(int id) const;
    int idOf(int row) const;
    void writeCell(size_t column, int row, const QString& value);
    void complainAboutRow(int id);
    void complain(const QString& sentence);
    Cells<int> rowIds(const RemovedRows& gone) const;

    TablePointer base_;
    std::vector<ColumnEdits> edits_;
    std::vector<char> isAddedKept_; ///< one for each row behind those of the base
    std::set<int> changed_;         ///< rows of the base
    std::set<int> removed_;         ///< rows of the base
    QStringList* complaints_ = nullptr;
};

} // namespace tangent
