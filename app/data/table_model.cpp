// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/table_model.h"

#include "app/lab/data/retype.h"

#include <algorithm>
#include <utility>

namespace tangent {

namespace {

bool holdsNothing(const Column& column, int rows)
{
    for (int row = 0; row < rows && column.type != Column::Type::Missing; ++row) {
        if (!column.isMissing(row))
            return false;
    }
    return true;
}

/// True for versions of one table that were taken and given the same rows: quick, whatever its length.
bool areEditedAlike(const Table& a, const Table& b)
{
    if (!a.edits || !b.edits || a.edits->base != b.edits->base || a.edits->added != b.edits->added)
        return false;
    static const std::vector<int> none;
    if ((a.edits->removed ? *a.edits->removed : none) != (b.edits->removed ? *b.edits->removed : none))
        return false;
    for (auto row = size_t(a.rowCount() - a.edits->added); row < a.rowIds.size(); ++row) {
        if (a.rowIds[row] != b.rowIds[row])
            return false;
    }
    return true;
}

/// Row ids of long tables are not compared one by one.
bool haveSameRows(const Table& a, const Table& b)
{
    constexpr int mostCompared = 50'000;
    return a.rowIds.isSharedWith(b.rowIds)
        || (a.rowCount() == b.rowCount()
            && (areEditedAlike(a, b) || (a.rowCount() <= mostCompared && a.rowIds == b.rowIds)));
}

} // namespace

TableModel::TableModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void TableModel::setTable(const TablePointer& table, const Roles& roles)
{
    const bool sameRows =
        table_ && table && haveSameRows(*table_, *table) && table_->columns.size() == table->columns.size();
    if (table == table_ && roles == roles_)
        return;
    roles_ = roles;
    empty_.clear();
    for (const Column& column : table ? table->columns : std::vector<Column>())
        empty_.push_back(holdsNothing(column, table->rowCount()));
    if (sameRows && table_->name == table->name) {
        table_ = table;
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        return;
    }
    beginResetModel();
    const bool other = !table_ || !table || table_->name != table->name;
    if (other) {
        filter_ = {};
        order_ = {};
    }
    const TablePointer before = std::exchange(table_, table);
    const bool follows = !other && !isEveryRow_ && before->columns.size() == table->columns.size();
    if (follows)
        rows_ = rowsToShow(*table_, filter_, order_, *before, rows_);
    else
        workOut();
    endResetModel();
}

void TableModel::setFilter(const RowFilter& filter)
{
    beginResetModel();
    filter_ = filter;
    workOut();
    endResetModel();
}

void TableModel::setOrder(const RowOrder& order)
{
    beginResetModel();
    order_ = order;
    workOut();
    endResetModel();
}

void TableModel::workOut()
{
    isEveryRow_ = !table_ || (filter_.isEmpty() && !table_->find(order_.column));
    rows_ = isEveryRow_ ? std::vector<int>() : rowsToShow(*table_, filter_, order_);
}

Column::Type TableModel::shownType(int column) const
{
    return empty_[size_t(column)] ? Column::Type::Missing : table_->columns[size_t(column)].type;
}

int TableModel::shownRow(int rowId) const
{
    const int row = table_ ? table_->rowWithId(rowId) : -1;
    if (isEveryRow_)
        return row;
    const auto found = std::find(rows_.begin(), rows_.end(), row);
    return row < 0 || found == rows_.end() ? -1 : int(found - rows_.begin());
}

int TableModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() || !table_)
        return 0;
    return isEveryRow_ ? table_->rowCount() : int(rows_.size());
}

int TableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || !table_ ? 0 : int(table_->columns.size());
}

QVariant TableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Column& column = table_->columns[size_t(index.column())];
    const int row = rowOf(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return column.isMissing(row) ? QStringLiteral("–") : column.text(row);
    case Qt::EditRole:
        return column.text(row);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter
            | (column.isMissing(row)     ? Qt::AlignHCenter
                    : column.isNumeric() ? Qt::AlignRight
                                         : Qt::AlignLeft));
    case Qt::AccessibleTextRole:
        return column.isMissing(row) ? tr("%1: missing").arg(column.name)
                                     : QStringLiteral("%1: %2").arg(column.name, column.text(row));
    default:
        return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!table_ || role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section < rowCount() ? QVariant(rowId(section)) : QVariant();
    const Column& column = table_->columns[size_t(section)];
    QStringList uses{typeWords(shownType(section))};
    for (auto used = roles_.constBegin(); used != roles_.constEnd(); ++used) {
        if (used.value().contains(column.name))
            uses << used.key();
    }
    const QString sorted = order_.column != column.name ? QString()
        : order_.descending                             ? QStringLiteral(" ↓")
                                                        : QStringLiteral(" ↑");
    return QString(column.name + sorted + QLatin1Char('\n') + uses.join(QStringLiteral(" · ")));
}

Qt::ItemFlags TableModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return editable_ && index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

bool TableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || !editable_)
        return false;
    const QString typed = value.toString().trimmed();
    if (typed == data(index, Qt::EditRole).toString())
        return true;
    emit cellTyped(rowId(index.row()), table_->columns[size_t(index.column())].name, typed);
    return true;
}

} // namespace tangent
