// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/draw_stroke.h"

#include <QTimer>

namespace tangent {

/// Points that are drawn at once, in a square from (0, 0) at the bottom left to (1, 1).
struct DrawnShape {
    QString title; ///< "Two moons"
    std::vector<QPointF> places;
    std::vector<int> classes; ///< one each, from 0, or empty
};

/// What a plot keeps of the hand that draws in it.
struct PlotDrawing {
    bool isOn = false;
    Pen pen;
    DrawStroke stroke;
    QTimer clock;                     ///< by which the brush goes on where a hand holds it still
    QStringList ownClasses;           ///< added here, and perhaps not in the table yet
    std::optional<QPointF> pointer;   ///< in pixels, while it is over the plot
    std::optional<QPointF> crosshair; ///< in pixels, where the keys draw
    QString patch;                    ///< as this plot left it: another one is another hand's
    bool isSending = false;
    std::optional<Drawing> shown; ///< what the strip of tools knows
};

} // namespace tangent
