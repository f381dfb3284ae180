// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/diagram_geometry.h"
#include "widgets/views/item_view.h"

namespace tangent {

/// Nodes and edges, for example a tree; nodes can be hovered and clicked.
class DiagramView : public ItemView {
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
    void scrolled(QPointF) override { }
    void paintItems(QPainter& painter, const ItemEmphasis& emphasis) override;
    int neighbour(int item, int right, int down) const override;
    std::vector<int> itemRows(int item) const override;
    int firstItem() const override;

private:
    const Diagram& diagram() const;

    DiagramGeometry geometry_;
};

/// Draws a diagram once.
void paintDiagram(QPainter& painter, const QRectF& box, const Diagram& diagram, const Theme& theme,
    const QSet<int>& marked = {});

} // namespace tangent
