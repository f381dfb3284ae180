// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/note/note_document.h"

#include <QPainter>

namespace tangent {

/// What lies under the text of a note, in document coordinates: cards, chips, the bar beside quotes.
/// `width` is the document's. Spans `hovered` and `focused` stand out; -1: none.
void paintUnderNote(
    QPainter& painter, const NoteDocument& note, const Theme& theme, int hovered, int focused);

} // namespace tangent
