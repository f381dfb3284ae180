// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/topics/models/gini_split/cut.h"
#include "widgets/scene/scene.h"

namespace tangent::gini {

/// The rows on the feature's axis with the threshold, and over them what every cut would achieve.
Figure cutFigure(const Shown& shown);
/// Classes of the node and of both sides as stacked bars with their impurity.
Figure sidesFigure(const tree::Division& division, const QStringList& classes, tree::Criterion criterion);
/// The best split of every feature; a click chooses the feature.
Figure featuresFigure(const Shown& shown);
/// The splits taken, and the one that could be taken next.
Figure treeFigure(const Shown& shown);

/// Two features have a plane: the rows in it, the cut across it, and rows can be drawn.
bool hasPlane(const QStringList& features);
Drawing planeDrawing(const Settled& state);
Figure planeFigure(const Shown& shown);
/// The handle of the threshold, as it stands in the plane.
Handle planeHandle(const Shown& shown, const Handle& threshold);

std::vector<Handle> handles(const Shown& shown);
std::vector<Readout> readouts(const Shown& shown);
QString narration(const Shown& shown);
std::vector<Diagnostic> diagnostics(const Shown& shown);
std::vector<DataTable> tables(const Shown& shown);

/// The scene of the source `counts`.
Scene countsScene(const Settled& state);

/// The readouts that both sources have: impurities, gain, rows on both sides.
std::vector<Readout> divisionReadouts(const tree::Division& division, tree::Criterion criterion);
/// `best-gain`, `best-threshold`, `best-feature`, of no value and with the reason.
std::vector<Readout> withoutBest(const QString& reason);
/// Every readout without a value: nothing can be computed, and why.
std::vector<Readout> emptyReadouts(const QString& reason);

} // namespace tangent::gini
