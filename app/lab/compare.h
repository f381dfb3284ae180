// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/state.h"
#include "widgets/scene/scene.h"

namespace tangent {

/// Two states of one lab beside each other.

/// The keys that twins have in common: the table with its roles and changes, the seed and the step.
bool isShared(const QString& key, const Roles& roles);

/// One parameter that stands otherwise in the other state.
struct Difference {
    QString key;
    QString label;
    QString here; ///< the value as a person reads it
    QString there;
    bool operator==(const Difference&) const = default;
};

/// The parameters in which two states differ, in declared order; what twins share is left out. `sceneHere`
/// and `sceneThere` say what the lab decided where it was left to it.
std::vector<Difference> differences(
    const Settled& here, const Scene& sceneHere, const Settled& there, const Scene& sceneThere);

/// The readouts with a note on each number that differs: how far it lies above or below the other's.
std::vector<Readout> comparedWith(std::vector<Readout> readouts, const std::vector<Readout>& others);

} // namespace tangent
