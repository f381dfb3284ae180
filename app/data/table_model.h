// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/row_view.h"
#include "app/lab/state.h"

#include <QAbstractTableModel>

namespace tangent {

/// A table as item views show it: one row of the view is one row of the table, by filter and order.
/// Nothing is copied but the row numbers. It changes nothing itself: what a hand types comes out as
/// cellTyped().
class TableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit TableModel(QObject* parent = nullptr);

    /// Shows a table. With the same rows as before, filter and order stay as they were worked out, so
    /// that an edited row does not run away from the hand.
    void setTable(const TablePointer& table, const Roles& roles);
    void setEditable(bool editable) { editable_ = editable; }
    void setFilter(const RowFilter& filter);
    void setOrder(const RowOrder& order);
    const RowFilter& filter() const { return filter_; }
    const RowOrder& order() const { return order_; }
    const TablePointer& table() const { return table_; }
    /// The type that a column's head names: Missing for one that holds no value at all.
    Column::Type shownType(int column) const;
    /// The id of a shown row.
    int rowId(int shown) const { return table_->rowIds[size_t(rowOf(shown))]; }
    /// Where a row of the table is shown; -1 when the filter hides it.
    int shownRow(int rowId) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

signals:
    void cellTyped(int rowId, const QString& column, const QString& text);

private:
    void workOut();
    /// The row of the table that is shown there.
    int rowOf(int shown) const { return isEveryRow_ ? shown : rows_[size_t(shown)]; }

    TablePointer table_;
    Roles roles_;
    RowFilter filter_;
    RowOrder order_;
    bool isEveryRow_ = true;  ///< without filter and order: nothing has to be worked out
    std::vector<int> rows_;   ///< rows of the table, as they are shown
    std::vector<char> empty_; ///< of each column: it holds no value at all
    bool editable_ = true;
};

} // namespace tangent
