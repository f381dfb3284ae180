// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/draw_strip.h"

namespace tangent {

/// The generators of points in a plane as shapes to draw with, each at its defaults but for a size that a
/// hand can still follow, and as wide as it is high in its own units.
std::vector<ShapeOffer> shapeOffers();

} // namespace tangent
