// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/item_view.h"
#include "widgets/views/table_geometry.h"

namespace tangent {

/// Lines of words and numbers. Every line is an item; so is every cell that can be clicked or edited.
class TableView : public ItemView {
    Q_OBJECT

public:
    using ItemView::ItemView;

    int itemCount() const override;
    QRectF itemBox(int item) const override;
    QString itemName(int item) const override;
    QString itemText(int item) const override;
    Target itemTarget(int item) const override;
    std::vector<Drop> itemDrops(int item) const override;
    QRectF dropBox(const QString& id) const override;

protected:
    Extent layOut(const QRectF& box) override;
    void scrolled(QPointF offset) override;
    void paintItems(QPainter& painter, const ItemEmphasis& emphasis) override;
    int neighbour(int item, int right, int down) const override;
    std::vector<int> itemRows(int item) const override;
    int firstItem() const override;

private:
    const TableFigure& table() const;

    TableGeometry geometry_;
    std::vector<TablePlace> items_;
};

/// Draws a table once; lines that find no room are noted as unfitting.
void paintTable(QPainter& painter, const QRectF& box, const TableFigure& table, const Theme& theme,
    const QSet<int>& marked = {});

} // namespace tangent
