// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/note/note_document.h"

#include <QTextBlockFormat>
#include <QTextCharFormat>

namespace tangent {

/// Turns what setMarkdown made into the look of the program: fonts, spacing, lists, tables, links, cards.
void restyle(NoteDocument* note, const Theme& theme);

/// The format of a link's text, over the format of the text around it.
QTextCharFormat linkFormat(const LiveLink& link, const QTextCharFormat& around, const Theme& theme);

/// Small print at the end of a note.
QTextCharFormat smallFormat(const Theme& theme);
QTextBlockFormat smallBlockFormat(bool first);

} // namespace tangent
