// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/item_view.h"
#include "widgets/views/matrix_geometry.h"

namespace tangent {

/// A matrix as a heat map whose cells can be hovered, pinned, typed into and dragged.
class MatrixView : public ItemView {
    Q_OBJECT

public:
    using ItemView::ItemView;

    int itemCount() const override;
    QRectF itemBox(int item) const override;
    QString itemName(int item) const override;
    QString itemText(int item) const override;
    Target itemTarget(int item) const override;

protected:
    Extent layOut(const QRectF& box) override;
    void scrolled(QPointF offset) override;
    void paintItems(QPainter& painter, const ItemEmphasis& emphasis) override;
    int neighbour(int item, int right, int down) const override;
    std::vector<int> itemRows(int item) const override;
    Target itemHover(int item) const override;
    bool itemPinned(int item) const override;

private:
    const Matrix& matrix() const;

    MatrixGeometry geometry_;
};

/// Draws a matrix once, all of it, however small its cells become.
void paintMatrix(QPainter& painter, const QRectF& box, const Matrix& matrix, const Theme& theme,
    const QSet<int>& marked = {});

} // namespace tangent
