// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/note.h"
#include "app/talk/talk.h"
#include "tests/fuzz/target.h"

namespace tangent::fuzz {

namespace {

void readNote(const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes);
    std::vector<NoteComplaint> complaints;
    const Note note = parseNote(text, &complaints);
    const auto lines = text.count(QLatin1Char('\n')) + text.count(QLatin1Char('\r')) + 1;
    for (const NoteComplaint& complaint : complaints)
        require(complaint.line >= 1 && complaint.line <= lines, "a complaint has a line of the file");
    const NoteText lifted = liftFormulas(note.body, note.bodyLine);
    require(lifted.masked.size() == note.body.size(), "the masked text is as long as the source");
    require(lifted.formulas.size() <= size_t(maximumFormulas), "every formula has a sign of its own");
    require(note.words >= 0, "words are counted");
    for (int item = 0; item < int(note.tryIt.size()); ++item)
        queryOfItem(note, item);
    talkOf(note);
}

} // namespace

} // namespace tangent::fuzz

TANGENT_FUZZ_TARGET("note", tangent::fuzz::readNote)
