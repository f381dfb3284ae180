// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/topics/concepts/gradient_descent/descent_run.h"

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

inline Axis axis(const QString& label, double low, double high, Axis::Scale scale = Axis::Scale::Linear)
{
    Axis made;
    made.label = label;
    made.minimum = low;
    made.maximum = high;
    made.scale = scale;
    return made;
}

inline Figure plotFigure(
    const char* key, const QString& title, const QString& hint, Figure::Place place, Plot plot)
{
    Figure figure;
    figure.key = QLatin1String(key);
    figure.title = title;
    figure.hint = hint;
    figure.place = place;
    figure.minimumHeight =
        place == Figure::Place::Side ? 108 : 140; // two of them beside the surface in a small window
    figure.content = std::move(plot);
    return figure;
}

/// The surface from above with the path, and for a line fit the line on its data.
Figure plane(const Shown& shown, Stages& stages);
Figure fittedLine(const Shown& shown);

} // namespace tangent::descent
