// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/diagram_geometry.h"
#include "widgets/views/item_view.h"

#include <QImage>

namespace tangent {

/// Nodes and edges, for example a tree or a network. Nodes can be hovered and clicked, or hold a number to
/// drag or type; so can edges that have a target. The nodes come first among the items, then the edges that
/// have a target or a name.
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
    int itemAt(QPointF place) const override;
    /// The item of an edge, by its place in the diagram; −1: it is none.
    int itemOfEdge(int edge) const;

protected:
    Extent layOut(const QRectF& box) override;
    void scrolled(QPointF) override { }
    void paintItems(QPainter& painter, const ItemEmphasis& emphasis) override;
    int neighbour(int item, int right, int down) const override;
    std::vector<int> itemRows(int item) const override;
    int firstItem() const override;
    void figureChanged() override;
    void marksChanged() override;
    void themeChanged() override;

private:
    const Diagram& diagram() const;
    /// The edge of an item; −1: it is a node.
    int edgeOf(int item) const;
    const Diagram::Node& node(int item) const { return diagram().nodes[size_t(item)]; }
    int nearestNode(int item, int right, int down) const;
    int edgeBeside(int node, bool leaving) const;
    int siblingOf(int edge, int way) const;
    void paintLit(QPainter& painter, int item);
    void paintNote(QPainter& painter, int item);

    DiagramGeometry geometry_;
    Diagram laid_; ///< what the geometry was made for, without the pictures' values
    QRectF laidIn_;
    double laidScale_ = 0;
    std::vector<int> edgeItems_;
    std::vector<QImage> pictures_;
    std::vector<QRectF> labels_;
    QImage layer_; ///< everything as it is while nothing is pointed at
};

/// Draws a diagram once.
void paintDiagram(QPainter& painter, const QRectF& box, const Diagram& diagram, const Theme& theme,
    const QSet<int>& marked = {});

} // namespace tangent
