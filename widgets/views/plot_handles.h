// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/figure_view.h"
#include "widgets/views/plot_mapping.h"

#include <QPainter>

namespace tangent {

/// Which handle is pointed at, has the keyboard, is in the hand; −1: none.
struct HandleEmphasis {
    int hovered = -1;
    int focused = -1;
    int held = -1;
};

/// Draws handles where the values say, in logical pixels.
void paintHandles(QPainter& painter, const std::vector<Handle>& handles, const Values& values,
    const PlotMapping& mapping, const Theme& theme, const HandleEmphasis& emphasis);

/// The handle under a pixel, points before rules, the nearest first; −1: none. Each can be caught within at
/// least ten pixels.
int handleAt(
    const std::vector<Handle>& handles, const Values& values, const PlotMapping& mapping, QPointF pixel);

/// The part of a handle that is drawn thickest: its ring or grip.
QRectF handleBox(const Handle& handle, const Values& values, const PlotMapping& mapping);
std::vector<QRectF> handleBoxes(
    const std::vector<Handle>& handles, const Values& values, const PlotMapping& mapping);
/// All that handles cover, the lines of rules too: words stay off it.
std::vector<QRectF> handleGround(
    const std::vector<Handle>& handles, const Values& values, const PlotMapping& mapping);

Qt::CursorShape handleCursor(const Handle& handle, bool held);

} // namespace tangent
