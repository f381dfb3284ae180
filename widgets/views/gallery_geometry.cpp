// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/gallery_geometry.h"

#include "widgets/views/item_paint.h"

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr double largest = 96;
constexpr double gap = 10;
constexpr double captionGap = 3;

/// Pictures of a gallery are usually alike: the widest shape decides.
double widestShape(const Gallery& gallery)
{
    double widest = 0.25;
    for (const Gallery::Item& item : gallery.items)
        if (item.picture.rows > 0)
            widest = std::max(widest, double(item.picture.columns) / item.picture.rows);
    return std::min(widest, 4.0);
}

} // namespace

GalleryGeometry GalleryGeometry::of(const QRectF& box, const Gallery& gallery, double smallest)
{
    GalleryGeometry made;
    made.font = uiFont(11);
    double captionWidth = 0;
    for (const Gallery::Item& item : gallery.items)
        captionWidth = std::max(captionWidth, textWidth(made.font, item.caption));
    made.captionHeight = captionWidth > 0 ? lineHeight(made.font) + captionGap : 0;
    const double shape = widestShape(gallery);
    const int count = int(gallery.items.size());
    for (double height = largest;; height -= 4) {
        made.picture = QSizeF(std::round(height * shape), height);
        made.cell = QSizeF(std::max(made.picture.width(), std::ceil(captionWidth) + 2) + gap,
            height + made.captionHeight + gap);
        made.columns = std::clamp(int((box.width() + gap) / made.cell.width()), 1, std::max(1, count));
        const int rows = (count + made.columns - 1) / made.columns;
        made.content =
            QSizeF(made.columns * made.cell.width() - gap, std::max(0.0, rows * made.cell.height() - gap));
        if (height - 4 < smallest
            || (made.content.height() <= box.height() && made.content.width() <= box.width()))
            break;
    }
    made.window = box;
    return made;
}

QRectF GalleryGeometry::cellBox(int item) const
{
    return {window.left() + (item % columns) * cell.width() - offset.x(),
        window.top() + (item / columns) * cell.height() - offset.y(), cell.width() - gap,
        cell.height() - gap};
}

QRectF GalleryGeometry::pictureBox(int item) const
{
    const QRectF box = cellBox(item);
    return {box.left() + (box.width() - picture.width()) / 2, box.top(), picture.width(), picture.height()};
}

QRectF GalleryGeometry::captionBox(int item) const
{
    const QRectF box = cellBox(item);
    return {box.left() - gap / 2, box.bottom() - captionHeight + captionGap, box.width() + gap,
        captionHeight - captionGap};
}

} // namespace tangent
