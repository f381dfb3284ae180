// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/note/note_document.h"

#include <QStringList>

namespace tangent {

/// One line under the title: what to know before. Topics that have a lab are links to it, others stand as
/// plain words. To be called once the note is styled and before its links are looked for.
void addPrerequisites(NoteDocument* note, const QStringList& topics, const Theme& theme);

/// The sources, in small print at the end.
void addSources(QTextDocument* document, const QStringList& sources, const Theme& theme);

} // namespace tangent
