// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/gallery_geometry.h"
#include "widgets/views/item_view.h"

namespace tangent {

/// Small pictures with captions in a grid that wraps.
class GalleryView : public ItemView {
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
    int firstItem() const override;

private:
    const Gallery& gallery() const;

    GalleryGeometry geometry_;
};

/// Draws a gallery once, all of it, however small its pictures become.
void paintGallery(QPainter& painter, const QRectF& box, const Gallery& gallery, const Theme& theme,
    const QSet<int>& marked = {});

} // namespace tangent
