// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/topics/concepts/gradient_descent/descent_run.h"
#include "widgets/scene/figure_parts.h"

#include <QCoreApplication>

#include <cmath>

/// What the files of figures share.
namespace tangent::descent {

inline QString tr(const char* text)
{
    return QCoreApplication::translate("GradientDescent", text);
}

/// Beyond this a number is only shown to be too large: nothing on the screen could hold it.
inline constexpr double tooFar = 1e12;

inline bool drawable(double value)
{
    return std::isfinite(value) && std::abs(value) < tooFar;
}

/// A chart; two of them stand beside the surface in a small window.
inline Figure plotFigure(
    const char* key, const QString& title, const QString& hint, Figure::Place place, Plot plot)
{
    return figureOf(key, title, hint, place, std::move(plot), place == Figure::Place::Side ? 108 : 140);
}

/// The surface from above with the path, and for a line fit the line on its data.
Figure plane(const Shown& shown, Stages& stages);
Figure fittedLine(const Shown& shown);

} // namespace tangent::descent
