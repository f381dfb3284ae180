// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/scene.h"

#include <initializer_list>

/// Small pieces that the figures of many labs are made of.
namespace tangent {

/// An axis from `low` to `high`. Where that has no length the axis is given one, so that a figure can be
/// drawn on it: 1, or a decade on a logarithmic axis.
Axis axisOf(const QString& label, double low, double high, Axis::Scale scale = Axis::Scale::Linear);

/// The end of an axis that begins at zero: the least round number that is not below the value, up to
/// rounding. It is one of `leads` (rising, the first of them 1) times a power of ten; above the last of them
/// comes the next power. 1 where the value is no number above zero.
double roundedUp(
    double value, std::initializer_list<double> leads = {1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0});

/// A figure with its place; the content is moved in. The height is in logical pixels.
Figure figureOf(const char* key, const QString& title, const QString& hint, Figure::Place place,
    FigureContent content, int minimumHeight = Figure().minimumHeight);

/// Words at a place of a plot; `anchor` says which way they lie from it.
Words wordsAt(double x, double y, const QString& text, Role role, Qt::Alignment anchor, bool strong = false);
void addWords(Plot* plot, double x, double y, const QString& text, Role role, Qt::Alignment anchor,
    bool strong = false);

/// A sentence in the middle of a figure that has nothing else to show: no axes, nothing to zoom into.
Figure sentenceFigure(const char* key, const QString& title, const QString& sentence);

Diagnostic diagnosticOf(
    Diagnostic::Severity severity, const QString& key, const QString& sentence, const QString& cure);

/// Why a state has nothing to show, with its cure.
struct Unusable {
    QString key; ///< the parameter or role it is about; may be empty
    QString sentence;
    QString cure;
};

/// The scene of such a state: the sentence stands where the main figure would be, and an error names the
/// cure. Readouts, narration and tables are the lab's to add.
Scene errorScene(const char* key, const QString& title, const Unusable& reason);

/// Readouts without a value, each under its key, that say why.
std::vector<Readout> undefinedReadouts(std::initializer_list<const char*> keys, const QString& reason);

} // namespace tangent
