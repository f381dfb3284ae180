// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/lab.h"

namespace tangent {

/// A state with its final scene: what pictures, tables and hand-outs are made of.
struct Subject {
    const Lab* lab = nullptr;
    Settled settled;
    Scene scene;
};

} // namespace tangent
