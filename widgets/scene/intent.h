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
    Values values; ///< a monostate takes the key back to its default
    /// Cells of rows parameters and of the table: written into whatever the state holds by then.
    struct CellWrite {
        QString key; ///< a rows parameter, or "patch"
        int row = 0; ///< index, or row id for "patch"
        int column = 0;
        QString columnName; ///< "patch"
        Cell value;
    };
    std::vector<CellWrite> cells;
    Phase phase = Phase::Whole;
};

} // namespace tangent

Q_DECLARE_METATYPE(tangent::Intent)
