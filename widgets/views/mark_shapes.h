// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/pixel_buffer.h"

#include <QPainter>
#include <QPainterPath>

namespace tangent {

/// The shape that goes with a category's colour: circle, square, triangle, diamond, plus, star, inverted
/// triangle, cross, hexagon, ring; about equally heavy at the same size. More than ten repeat.
QPainterPath markShape(int index, double size);

/// One mark as coverages, ready to be laid on pixels at any quarter of a pixel.
class MarkSprite {
public:
    /// `size` in device pixels; a hollow mark is an outline `outline` wide (0: filled).
    MarkSprite(int shape, double size, double outline);

    /// Lays the mark on a picture with its centre at a device pixel position.
    void blit(const PixelBuffer& target, double x, double y, QRgb colour, quint32 weight) const;
    /// The same without smooth edges, by runs of pixels: for tens of thousands.
    void blitRuns(const PixelBuffer& target, double x, double y, QRgb colour, quint32 weight) const;

    /// The sprite for these properties, made at its first use and kept.
    static const MarkSprite& cached(int shape, double size, double outline);

private:
    static constexpr int phases = 4; ///< places inside a pixel, along each axis
    struct Run {
        int y;
        int first;
        int last; ///< included
    };

    int side_ = 0; ///< the coverages of a phase are square
    std::vector<quint8> coverage_[phases * phases];
    std::vector<Run> runs_; ///< from the phase in the middle of a pixel, relative to that pixel
};

} // namespace tangent
