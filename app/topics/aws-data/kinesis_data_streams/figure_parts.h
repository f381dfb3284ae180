// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"

namespace tangent::kinesis {

/// A linear axis; one without length gets the length 1.
Axis axisOf(const QString& label, double low, double high);

Figure plotFigure(const char* key, const QString& title, const QString& hint, Figure::Place place, Plot plot);

/// The end of an axis that begins at zero: a round number not far above the value.
double roundedUp(double value);

/// The seconds of a run that are drawn: every one, or of a long run so many that they can be told apart.
std::vector<int> drawnSeconds(int last);

void addWords(Plot* plot, double x, double y, const QString& text, Role role, Qt::Alignment anchor);

} // namespace tangent::kinesis
