// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/cell_value.h"
#include "app/lab/data/columns.h"
#include "app/lab/data/data_text.h"
#include "app/lab/data/patch.h"

#include <QHash>

#include <limits>
#include <numeric>

namespace tangent {

namespace {

/// Writes into a copy of one column; new words go behind the levels until finish() sorts them.
class ColumnEditor {
public:
    explicit ColumnEditor(Column* column)
        : column_(*column)
    {
    }

    void append()
    {
        if (column_.isNumeric())
            column_.numbers.push_back(std::numeric_limits<double>::quiet_NaN());
        else
            column_.codes.push_back(-1);
    }

    /// False when the text does not fit the column's type.
    bool set(int row, const QString& text)
    {
        if (column_.isNumeric()) {
            const auto value = numericCell(column_, text);
            if (value)
                column_.numbers[size_t(row)] = *value;
            return value.has_value();
        }
        isTouched_ = true;
        column_.codes[size_t(row)] = isMissingCell(text) ? -1 : code(text);
        return true;
    }

    void finish()
    {
        if (!isTouched_)
            return;
        const QString unit = column_.unit;
        column_ = codedColumn(column_.name, std::move(column_.codes), column_.levels, column_.type);
        column_.unit = unit;
    }

private:
    int code(const QString& word)
    {
        if (codes_.isEmpty()) {
            for (qsizetype i = 0; i < column_.levels.size(); ++i)
                codes_.insert(column_.levels[i], int(i));
        }
        const auto found = codes_.constFind(word);
        if (found != codes_.constEnd())
            return *found;
        column_.levels << word;
        codes_.insert(word, int(column_.levels.size()) - 1);
        return int(column_.levels.size()) - 1;
    }

    Column& column_;
    QHash<QString, int> codes_;
    bool isTouched_ = false;
};

/// Applies one patch to one copy of a table.
class PatchWriter {
public:
    PatchWriter(Table* table, QStringList* complaints)
        : table_(*table)
        , complaints_(complaints)
    {
        for (Column& column : table_.columns)
            editors_.emplace_back(&column);
    }

    void add(const QStringList& values)
    {
        table_.rowIds.push_back(table_.rowIds.empty() ? 1 : table_.rowIds.back() + 1);
        for (ColumnEditor& editor : editors_)
            editor.append();
        const int id = table_.rowIds.back();
        if (size_t(values.size()) > editors_.size())
            complain(DataText::tr(
                "patch: the added row %1 has %2 values for %3 columns; the last ones are left out.")
                         .arg(id)
                         .arg(values.size())
                         .arg(editors_.size()));
        for (size_t i = 0; i < editors_.size() && i < size_t(values.size()); ++i)
            write(int(i), table_.rowCount() - 1, values[qsizetype(i)]);
    }

    void change(int id, const std::map<QString, QString>& cells)
    {
        const int row = table_.rowWithId(id);
        if (row < 0) {
            complainAboutRow(id);
            return;
        }
        for (const auto& [name, value] : cells) {
            const int column = table_.columnIndex(name);
            if (column < 0)
                complain(DataText::tr("patch: %1 has no column “%2”; it is left as it is.")
                             .arg(table_.name, name));
            else
                write(column, row, value);
        }
    }

    void remove(const std::set<int>& ids)
    {
        for (ColumnEditor& editor : editors_)
            editor.finish();
        std::vector<int> kept;
        for (int row = 0; row < table_.rowCount(); ++row) {
            if (!ids.contains(table_.rowIds[size_t(row)]))
                kept.push_back(row);
        }
        for (const int id : ids) {
            if (table_.rowWithId(id) < 0)
                complainAboutRow(id);
        }
        if (int(kept.size()) == table_.rowCount())
            return;
        for (Column& column : table_.columns)
            column = takeRows(column, kept);
        for (size_t i = 0; i < kept.size(); ++i)
            table_.rowIds[i] = table_.rowIds[size_t(kept[i])];
        table_.rowIds.resize(kept.size());
    }

private:
    void write(int column, int row, const QString& value)
    {
        if (editors_[size_t(column)].set(row, value))
            return;
        const Column& target = table_.columns[size_t(column)];
        const QString place =
            DataText::tr("patch: row %1, %2").arg(table_.rowIds[size_t(row)]).arg(target.name);
        complain(target.type == Column::Type::Date
                ? DataText::tr("%1: “%2” is no date; write one as 2026-01-31.").arg(place, value.left(40))
                : DataText::tr("%1: “%2” is not a number; write one with a point, as 12.5.")
                      .arg(place, value.left(40)));
    }

    void complainAboutRow(int id)
    {
        complain(DataText::tr("patch: %1 has no row %2; its rows go from %3 to %4.")
                     .arg(table_.name)
                     .arg(id)
                     .arg(table_.rowIds.empty() ? 0 : table_.rowIds.front())
                     .arg(table_.rowIds.empty() ? 0 : table_.rowIds.back()));
    }

    void complain(const QString& sentence)
    {
        if (complaints_ && complaints_->size() < 20) // a patch for another table is wrong in every row
            *complaints_ << sentence;
    }

    Table& table_;
    QStringList* complaints_;
    std::vector<ColumnEditor> editors_;
};

} // namespace

TablePointer applyPatch(const TablePointer& base, const Patch& patch, QStringList* complaints)
{
    if (!base || patch.isEmpty())
        return base;
    auto table = std::make_shared<Table>(*base);
    PatchWriter writer(table.get(), complaints);
    for (const QStringList& row : patch.added)
        writer.add(row);
    for (const auto& [id, cells] : patch.changed)
        writer.change(id, cells);
    writer.remove(patch.removed);
    return table;
}

} // namespace tangent
