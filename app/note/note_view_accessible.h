// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tangent {

class NoteView;

/// Gives note views an accessible object: the text of the note, and every live link as a child with role,
/// name and value; links can be pressed there, numbers that are dragged can be set. Idempotent.
void announceNoteViews();

/// Tells screen readers that the keyboard is on a link now.
void announceNoteFocus(NoteView& view, int span);

} // namespace tangent
