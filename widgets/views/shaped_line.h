// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPainter>
#include <QString>

namespace tangent {

/// Lines of text, shaped once. Finding the letters of a line and their places takes longer than drawing them,
/// and most of what a window says stays the same from one change to the next: the last few thousand lines are
/// kept with the font that they were shaped for.

/// The width of a line on the screen.
double lineAdvance(const QFont& font, const QString& line);

/// Draws a line from the left end of its baseline as QPainter::drawText does, to the pixel. Pictures in
/// vectors keep their text as text.
void drawLine(QPainter& painter, QPointF baseline, const QString& line);

} // namespace tangent
