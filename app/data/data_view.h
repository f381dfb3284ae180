// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/table_model.h"

#include <QTableView>

namespace tangent {

/// A table on the screen: rows of one height, so that a million of them scroll at once; a click on a
/// column's head sorts, its menu (right click, or Alt+Down on a cell) also gives the column another type.
class DataView : public QTableView {
    Q_OBJECT

public:
    explicit DataView(QWidget* parent = nullptr);

    TableModel& tableModel() { return model_; }
    void showTable(const TablePointer& table, const Roles& roles);
    /// The menu of a column's head.
    QMenu* columnMenu(int column);
    /// Row ids of the selected cells' rows.
    std::vector<int> selectedRowIds() const;

signals:
    void typeChosen(const QString& column, tangent::Column::Type type);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void sortBy(int column);
    void openMenu(int column, const QPoint& at);

    TableModel model_;
};

} // namespace tangent
