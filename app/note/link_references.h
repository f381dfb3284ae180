// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/note/note_text.h"

namespace tangent {

/// Markdown's reference links, `[text][name]` with a line `[name]: href` anywhere, written out as
/// `[text](href)`, so that a note stays readable where its states are long. Lines keep their numbers:
/// a definition leaves an empty one. Code and formulas are left alone; capitals do not count in names.
/// A name without a definition, a definition nobody uses and one that stands twice are complaints;
/// lines are counted from `firstLine`.
QString withLinksInline(const QString& body, int firstLine, std::vector<NoteComplaint>* complaints);

} // namespace tangent
