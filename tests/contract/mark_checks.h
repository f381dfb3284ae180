// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/parameter.h"
#include "widgets/scene/scene.h"

namespace tangent::tests {

/// What is wrong with words, texts and carried marks of a scene: places that no figure has, keys that no
/// parameter has, marks that have no name, lines that a text does not have.
QStringList markProblems(const Scene& scene, const Parameters& parameters);

} // namespace tangent::tests
