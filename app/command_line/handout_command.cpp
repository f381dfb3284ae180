// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/command_line.h"
#include "app/talk/handout.h"
#include "app/talk/talk.h"

#include <QFileInfo>

namespace tangent {

namespace {

/// The talk in a file: a talk, or the one that a note is.
Talk talkIn(const QString& text, const QString& path, std::vector<NoteComplaint>* complaints)
{
    if (!isNote(text))
        return parseTalk(text, complaints);
    Note note = parseNote(text, complaints);
    note.topic = QFileInfo(path).completeBaseName();
    return talkOf(note);
}

} // namespace

int runHandout(const QStringList& arguments, DataCatalogue& catalogue, Streams* streams)
{
    QCommandLineParser parser;
    parser.addOptions({
        {QStringLiteral("o"), QStringLiteral("The file to write."), QStringLiteral("OUT.pdf")},
        {QStringLiteral("lenient"), QStringLiteral("Go on with what could be understood.")},
    });
    parser.addPositionalArgument(QStringLiteral("TALK.md"), QStringLiteral("A talk, or a note."));
    int exitCode = exitDone;
    if (!parseCommand(&parser, arguments, 1, streams, &exitCode))
        return exitCode;
    const QString out = parser.value(QStringLiteral("o"));
    if (!out.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
        streams->err += QStringLiteral("Say where to: -o OUT.pdf.\n");
        return exitInput;
    }
    const QString path = parser.positionalArguments().first();
    const auto bytes = readFile(path, streams);
    if (!bytes)
        return exitInput;
    std::vector<NoteComplaint> complaints;
    const Talk talk = talkIn(QString::fromUtf8(*bytes), path, &complaints);
    const auto more = checkTalk(talk, catalogue);
    complaints.insert(complaints.end(), more.begin(), more.end());
    for (const NoteComplaint& one : complaints)
        streams->err += QStringLiteral("%1: Line %2: %3\n").arg(path).arg(one.line).arg(one.sentence);
    if (talk.stops.empty() || (!complaints.empty() && !parser.isSet(QStringLiteral("lenient"))))
        return exitInput;
    return writeFile(out, handoutOf(talk, catalogue), streams) ? exitDone : exitMachine;
}

} // namespace tangent
