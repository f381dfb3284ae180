// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/value.h"

#include <QMetaType>

namespace tangent {

/// What a hand, a key, a link or a clock wants: some values, and where in a gesture this is.
struct Intent {
    enum class Phase {
        Whole,  ///< complete in itself: one undo step
        Begin,  ///< first of a gesture
        Move,   ///< joins the gesture's undo step
        End,    ///< last of the gesture
        Follow, ///< transient: the pointer went there; no undo, no link
    };
    Values values;                ///< a monostate takes the key back to its default
    std::vector<CellWrite> cells; ///< after the values
    Phase phase = Phase::Whole;
};

} // namespace tangent

Q_DECLARE_METATYPE(tangent::Intent)
