// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/pixel_buffer.h"

#include <QPointF>
#include <QRectF>

#include <vector>

namespace tangent {

/// Fills a polygon with smooth edges straight into pixels, inside `clip`; all in device pixels. The exact
/// share of each pixel that the polygon covers is summed along its edges, as font rasterisers do, and the
/// inside is filled in whole runs: QPainter's smooth fills take ten times as long over large surfaces.
/// Points must be finite; parts that the outline runs around twice count once.
void fillPolygon(const PixelBuffer& target, const QRectF& clip, const std::vector<QPointF>& corners,
    const QColor& colour, double opacity);

} // namespace tangent
