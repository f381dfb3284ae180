// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/gallery_view.h"

#include "widgets/views/field_image.h"
#include "widgets/views/item_paint.h"
#include "widgets/views/text.h"

#include <algorithm>

namespace tangent {

namespace {

constexpr QMarginsF rim(4, 4, 4, 4);
constexpr double smallestPicture = 40;

void paintGalleryItem(QPainter& painter, int index, const GalleryGeometry& geometry,
    const Gallery::Item& item, const Theme& theme, bool marked, bool hovered)
{
    const QImage image = imageOf(item.picture, theme);
    const QRectF box = fitted(image.size(), geometry.pictureBox(index));
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, item.picture.smooth);
    painter.drawImage(box, image);
    painter.restore();
    drawFrame(painter, box.adjusted(-1, -1, 1, 1), mixed(theme.hairline, theme.muted, 0.35), 1, 1.5);
    if (item.current)
        drawFrame(painter, box.adjusted(-3, -3, 3, 3), theme.accent, 2, 3);
    else if (marked || hovered)
        drawFrame(painter, box.adjusted(-2, -2, 2, 2), theme.ink, 1.6, 2);
    painter.setFont(geometry.font);
    painter.setPen(theme.strong(item.captionRole));
    drawText(painter, geometry.captionBox(index), Qt::AlignCenter, item.caption);
}

void paintGalleryAt(QPainter& painter, const GalleryGeometry& geometry, const Gallery& gallery,
    const Theme& theme, const QSet<int>& marked, const ItemEmphasis& emphasis)
{
    if (gallery.items.empty()) {
        painter.setFont(uiFont(13));
        painter.setPen(theme.muted);
        drawWrappedText(painter, geometry.window, Qt::AlignCenter, gallery.empty);
        return;
    }
    painter.save();
    painter.setClipRect(geometry.window.marginsAdded(rim), Qt::IntersectClip);
    for (int index = 0; index < int(gallery.items.size()); ++index) {
        if (!geometry.cellBox(index).intersects(geometry.window))
            continue;
        const Gallery::Item& item = gallery.items[size_t(index)];
        paintGalleryItem(
            painter, index, geometry, item, theme, marked.contains(item.rowId), emphasis.hovered == index);
    }
    if (emphasis.focused >= 0)
        drawFocusRing(painter, geometry.pictureBox(emphasis.focused).adjusted(-2, -2, 2, 2), theme, 3);
    painter.restore();
}

} // namespace

const Gallery& GalleryView::gallery() const
{
    static const Gallery none;
    const Gallery* held = std::get_if<Gallery>(&figure().content);
    return held ? *held : none;
}

int GalleryView::itemCount() const
{
    return int(gallery().items.size());
}

QRectF GalleryView::itemBox(int item) const
{
    return geometry_.cellBox(item);
}

QString GalleryView::itemName(int item) const
{
    return gallery().items[size_t(item)].caption;
}

QString GalleryView::itemText(int) const
{
    return {};
}

Target GalleryView::itemTarget(int item) const
{
    return gallery().items[size_t(item)].target;
}

std::vector<int> GalleryView::itemRows(int item) const
{
    const int row = gallery().items[size_t(item)].rowId;
    return row < 0 ? std::vector<int>() : std::vector<int>{row};
}

int GalleryView::firstItem() const
{
    for (int item = 0; item < itemCount(); ++item)
        if (gallery().items[size_t(item)].current)
            return item;
    return 0;
}

ItemView::Extent GalleryView::layOut(const QRectF& box)
{
    const QPointF kept = geometry_.offset;
    geometry_ = GalleryGeometry::of(box.marginsRemoved(rim), gallery(), smallestPicture);
    geometry_.offset = kept;
    return {geometry_.window, geometry_.content};
}

void GalleryView::scrolled(QPointF offset)
{
    geometry_.offset = offset;
}

void GalleryView::paintItems(QPainter& painter, const ItemEmphasis& emphasis)
{
    paintGalleryAt(painter, geometry_, gallery(), theme(), markedRows(), emphasis);
}

int GalleryView::neighbour(int item, int right, int down) const
{
    const int wanted = item + right + down * geometry_.columns;
    return wanted >= 0 && wanted < itemCount() ? wanted : item;
}

void paintGallery(
    QPainter& painter, const QRectF& box, const Gallery& gallery, const Theme& theme, const QSet<int>& marked)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintGalleryAt(
        painter, GalleryGeometry::of(box.marginsRemoved(rim), gallery, 10), gallery, theme, marked, {});
    painter.restore();
}

} // namespace tangent
