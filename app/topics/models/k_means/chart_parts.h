// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure_parts.h"

namespace tangent::kmeans {

/// A chart beside or below the plane.
Figure plotFigure(const char* key, const QString& title, const QString& hint, Figure::Place place, Plot plot);

/// Words in the middle of a plot that has nothing to show.
void addWaiting(Plot* plot, const QString& text);

void addDot(Plot* plot, double x, double y, Role role, double size);

/// The end of an axis that begins at zero: a round number not far above the value.
double chartEnd(double value);

} // namespace tangent::kmeans
