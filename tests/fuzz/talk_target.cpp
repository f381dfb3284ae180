// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/link.h"
#include "app/talk/talk.h"
#include "tests/fuzz/target.h"

namespace tangent::fuzz {

namespace {

void readTalk(const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes);
    std::vector<NoteComplaint> complaints;
    const Talk talk = parseTalk(text, &complaints);
    require(!talk.stops.empty() || !complaints.empty(), "stops or a sentence");
    const auto lines = text.count(QLatin1Char('\n')) + text.count(QLatin1Char('\r')) + 1;
    for (const NoteComplaint& complaint : complaints)
        require(complaint.line >= 1 && complaint.line <= lines, "a complaint has a line of the file");
    for (const TalkStop& stop : talk.stops) {
        require(stop.line >= 1 && stop.line <= lines, "a stop has a line of the file");
        QString sentence;
        require(stop.topic.isEmpty() || readLink(stop.link(), &sentence).has_value()
                || stop.link().toUtf8().size() > 64 << 10,
            "a stop is a link");
    }
    isNote(text);
}

} // namespace

} // namespace tangent::fuzz

TANGENT_FUZZ_TARGET("talk", tangent::fuzz::readTalk)
