// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"

#include <QFont>
#include <QRectF>

namespace tangent {

/// A grid of pictures with captions that wraps in a box and scrolls when it is full.
struct GalleryGeometry {
    QRectF window;
    QSizeF content;
    QPointF offset;
    QSizeF picture; ///< of one picture
    QSizeF cell;    ///< picture, caption and gap
    QFont font;
    double captionHeight = 0;
    int columns = 1;

    /// Pictures are between `smallest` and 96 pixels high, as large as lets all be seen at once.
    static GalleryGeometry of(const QRectF& box, const Gallery& gallery, double smallest);

    QRectF cellBox(int item) const;
    QRectF pictureBox(int item) const;
    QRectF captionBox(int item) const;
};

} // namespace tangent
