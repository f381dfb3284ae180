// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/lab.h"

namespace tangent {

/// Adds to the scene's data line how many rows of how many a sample has. computeScene() has done it.
void sayWhichRows(const Settled& state, Scene* scene);

/// Lab::compute with the promise that it never throws: what goes wrong inside becomes a scene that
/// says so. Also adds the state's complaints to the diagnostics.
Scene computeScene(const Lab& lab, const Settled& state, Stages& stages, const Progress& progress = {});

} // namespace tangent
