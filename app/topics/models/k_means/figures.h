// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/topics/models/k_means/clustering.h"
#include "widgets/scene/scene.h"

namespace tangent::kmeans {

Figure planeFigure(const Shown& shown);
Figure elbowFigure(const Shown& shown);
Figure silhouetteFigure(const Shown& shown);
Figure inertiaStrip(const Shown& shown);
Figure outcomeStrip(const Shown& shown);

std::vector<Handle> handles(const Shown& shown);
/// Where the centres begin, in data units; rows given by hand as they were given.
Rows startCentres(const Shown& shown);
std::vector<Readout> readouts(const Shown& shown);
QString narration(const Shown& shown);
std::vector<Diagnostic> diagnostics(const Shown& shown);
std::vector<DataTable> tables(const Shown& shown);

} // namespace tangent::kmeans
