// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/layer.h"
#include "widgets/views/pixel_buffer.h"

#include <vector>

namespace tangent {

/// Draws lines of any width with smooth edges straight into pixels. A coverage is summed for each pixel
/// up to a full one and laid over the picture once, so that joints and crossings of a pale line are no
/// darker than the rest. QPainter's own wide smooth polylines take a hundred times as long.
class LineRaster {
public:
    /// Draws nothing outside `clip`, in device pixels.
    LineRaster(const PixelBuffer& target, const QRectF& clip);

    /// Adds a straight piece between device pixels, `width` wide; `strength` 0…1 is its opacity.
    void addPiece(QPointF from, QPointF to, double width, double strength = 1);
    /// Adds a line through points; a point that is not finite breaks it. Older pieces are paler if `fading`.
    void addLine(const std::vector<QPointF>& points, double width, Line::Style style, bool fading);
    /// Lays what was added over the picture and starts afresh.
    void flush(const QColor& colour, double opacity);

private:
    quint8* cellAt(int x, int y);
    void cover(int x, int y, double share, double strength);
    void addDisc(QPointF centre, double radius, double strength);
    void addDashed(const std::vector<QPointF>& points, double width, Line::Style style);

    PixelBuffer target_;
    QRectF clip_;
    QRect cells_; ///< the pixels of the clip
    std::vector<quint8>& coverage_;
    std::vector<std::pair<int, int>> touched_; ///< first and last column touched, for each row
};

/// Cuts a straight piece to a rectangle (Liang and Barsky, 1984). False if nothing is left.
bool cutToBox(const QRectF& box, QPointF& from, QPointF& to);

/// Leaves out points of a long line that no pixel would show: where x never falls, the first, lowest,
/// highest and last point of each column; elsewhere points closer than a third of a pixel to the one
/// kept before.
std::vector<QPointF> reducedToPixels(const std::vector<QPointF>& points, double pixelWidth);

} // namespace tangent
