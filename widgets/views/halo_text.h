// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainter>

namespace tangent {

/// Writes a text with a rim in the colour of the surface, so that it stays readable over data. The
/// letters and their rim are kept as a picture, since labels are drawn again with every frame; a painter
/// of vectors gets outlines.
void drawHaloText(
    QPainter& painter, QPointF topLeft, const QString& text, const QColor& colour, const QColor& rim);

} // namespace tangent
