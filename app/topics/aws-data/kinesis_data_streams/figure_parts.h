// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure_parts.h"

namespace tangent::kinesis {

/// A chart that stands still, as high as its place asks for.
Figure plotFigure(const char* key, const QString& title, const QString& hint, Figure::Place place, Plot plot);

/// The seconds of a run that are drawn: every one, or of a long run so many that they can be told apart.
std::vector<int> drawnSeconds(int last);

} // namespace tangent::kinesis
