// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/neural/training.h"
#include "app/lab/lab.h"

namespace tangent::network {

/// The furthest epoch of the timeline.
inline constexpr int lastEpoch = 10'000;
inline constexpr int mostLayers = 6; ///< hidden ones
inline constexpr int mostUnits = 16; ///< of a layer

Parameters parameters(const DeclarationContext& context);
std::vector<Preset> presets();

/// The layers that the text of `hidden` asks for. What cannot be used is left out and named in `unusable`.
std::vector<int> hiddenLayers(const QString& text, QString* unusable = nullptr);

neural::Activation activationOf(const QString& token);
neural::Optimiser optimiserOf(const QString& token);

} // namespace tangent::network
