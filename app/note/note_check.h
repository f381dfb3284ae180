// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/lab.h"
#include "app/note/note.h"

namespace tangent {

class DataCatalogue;

/// Everything that is wrong with a note of a lab, by line: its own text, and every link, live number and
/// challenge that names something the lab does not have.
std::vector<NoteComplaint> checkNote(const Note& note, const Lab& lab, DataCatalogue& catalogue);

} // namespace tangent
