// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/field_image.h"

#include <algorithm>

namespace tangent {

QImage imageOf(const Field& field, const Theme& theme)
{
    if (field.columns <= 0 || field.rows <= 0
        || field.values.size() < size_t(field.columns) * size_t(field.rows))
        return {};
    QImage image(field.columns, field.rows, QImage::Format_RGB32);
    const QRgb* ramp = theme.ramp(field.map);
    // Categories are their own numbers; all other maps run from low to high.
    const bool classes = field.map == ColourMap::Classes;
    const float low = classes ? 0 : field.low;
    const float span = classes ? 255 : field.high - field.low;
    for (int y = 0; y < field.rows; ++y) {
        QRgb* line = reinterpret_cast<QRgb*>(image.scanLine(field.rows - 1 - y));
        for (int x = 0; x < field.columns; ++x) {
            const float share =
                span != 0 ? (field.values[size_t(y) * size_t(field.columns) + size_t(x)] - low) / span : 0;
            line[x] = ramp[share > 0 ? int(std::min(share, 1.0f) * 255) : 0];
        }
    }
    return image;
}

QRectF fitted(const QSize& picture, const QRectF& box)
{
    if (picture.isEmpty())
        return box;
    QRectF made(QPointF(), QSizeF(picture).scaled(box.size(), Qt::KeepAspectRatio));
    made.moveCenter(box.center());
    return made;
}

} // namespace tangent
