// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/note/note_document.h"

#include <QPainter>

namespace tangent {

/// What stands out in a note.
struct NoteEmphasis {
    int hovered = -1; ///< the span under the pointer
    int focused = -1; ///< the span that has the keyboard
    QString readout;  ///< all numbers of this readout; empty: none

    bool lights(const NoteDocument& note, int span) const;
};

/// What lies under the text of a note, in document coordinates: cards, chips, the bar beside quotes.
void paintUnderNote(
    QPainter& painter, const NoteDocument& note, const Theme& theme, const NoteEmphasis& emphasis);

} // namespace tangent
