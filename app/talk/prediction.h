// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/scene.h"

namespace tangent {

/// What somebody said before the truth was shown: a number, a place, or a curve.
struct Prediction {
    enum class Kind { Number, Place, Curve };
    Kind kind = Kind::Number;
    QString key;    ///< of the readout, the handle or the figure that it is about
    QString figure; ///< in which it is drawn; empty for numbers
    QString label;  ///< "Inertia", "Centre 2", the figure's title
    double number = 0;
    std::vector<QPointF> points; ///< in axis units: one for a place, several for a curve
    bool operator==(const Prediction&) const = default;
};

/// The guess that a key asks for in this scene, still to be filled in: a readout asks for a number, a handle
/// for a place, a plot for a curve. Nothing when the scene has none of that key.
std::optional<Prediction> questionAt(const Scene& scene, const QString& key);

/// All that can be guessed in this scene: the prominent numbers, the handles that lie in a plane, and the
/// plots that are about a curve.
std::vector<Prediction> questionsIn(const Scene& scene);

/// "Inertia: what will it be?"
QString questionText(const Prediction& asked);

/// How far a guess lies from what this scene shows: the difference of numbers; the distance of places, in
/// axis units; for a curve the mean vertical distance from the figure's main line, over the stretch that was
/// drawn. Nothing where the scene has no truth to compare with.
std::optional<double> errorOf(const Prediction& guess, const Scene& scene);

/// "Inertia: guessed 90, it is 76.99: 13.01 off."
QString verdict(const Prediction& guess, const Scene& scene);

/// The scene with the guess left standing in it: a ring, a dashed curve, or a note on the readout.
Scene withPrediction(Scene scene, const Prediction& guess);

} // namespace tangent
