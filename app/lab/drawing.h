// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/state.h"
#include "widgets/scene/intent.h"
#include "widgets/scene/scene.h"

namespace tangent {

/// The name of the empty table that a person draws on: columns x, y and label, no rows.
inline const QString drawnTable = QStringLiteral("drawn");

/// What a plot says whose axes are the columns `x` and `y` of the state's table, so that rows can be drawn on
/// it. `used` are the columns in which a row needs a value to count in this state: with more than those two
/// the drawing says why it refuses. `label` may be empty; a label of
/// measurements has no classes to draw with, and is refused as well.
Drawing drawingOn(const Settled& state, const QString& x, const QString& y, const QStringList& used,
    const QString& label = {});

/// Why drawing is refused on axes that are not in the units of the table.
QString refusalWhileStandardised();

/// Takes the axis' range out to the sheet that a person draws on, where the table is drawnTable. So the first
/// points lie on it where they were put, and the plane stays while they become more.
void widenToSheet(const Settled& state, Qt::Orientation orientation, double* low, double* high);

/// The change of the table that gives all its rows with one word in a column another one.
Intent classRenamed(const Settled& state, const QString& column, const QString& word, const QString& name);

/// Makes a figure of a scene that has nothing to show a plane to draw on, with the rows that there are. Of
/// drawnTable this is no error: it has a sentence of its own. Nothing changes where the drawing is refused.
void offerSheet(const Settled& state, const Drawing& drawing, const char* figure, Scene* scene);

} // namespace tangent
