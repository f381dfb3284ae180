// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/scene.h"
#include "widgets/views/theme.h"

#include <QPainter>
#include <QSet>

namespace tangent {

/// Draws a plot with its handles once. On pictures with an upright painter it is the very picture that the
/// view shows; elsewhere it is drawn with vectors, except for fields.
void paintPlot(QPainter& painter, const QRectF& box, const Plot& plot, const std::vector<Handle>& handles,
    const Values& values, const Theme& theme, const QSet<int>& marked);

} // namespace tangent
