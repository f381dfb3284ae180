// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/colour.h"

#include <QColor>

#include <array>

namespace tangent {

/// The 256 colours of a map, for a light or a dark background; `classes` says how categories look.
/// Except for categories, equal steps of the value are equal steps of
/// seen difference: the control points are joined in the Oklab space (Ottosson, "A perceptual color
/// space for image processing", 2020) and walked at constant speed.
std::array<QRgb, 256> colourRamp(ColourMap map, bool dark, const std::array<QColor, 10>& classes);

/// Ratio of luminances by WCAG 2.1, 1 to 21.
double contrast(const QColor& one, const QColor& other);

/// The colour moved towards `ink` until its contrast on `background` is at least `ratio`.
QColor readable(const QColor& colour, const QColor& ink, const QColor& background, double ratio);

/// Lightness and the two hue directions of Oklab, for measuring how far apart colours look.
std::array<double, 3> toOklab(const QColor& colour);

} // namespace tangent
