// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/command_line.h"
#include "app/lab/registry.h"
#include "app/lab/state_json.h"
#include "app/note/note_check.h"
#include "app/talk/talk.h"

#include <QFileInfo>

#include <algorithm>

namespace tangent {

namespace {

/// Complaints of a state file, one sentence each.
QStringList checkState(const QByteArray& bytes, DataCatalogue& catalogue)
{
    QString complaint;
    const auto request = readStateFile(bytes, catalogue, &complaint);
    if (!request)
        return {complaint};
    const Lab* lab = findLab(request->topic, &complaint);
    if (!lab)
        return {complaint};
    QStringList sentences;
    for (const Complaint& one : settle(*lab, *request, catalogue).complaints) {
        const auto place = bytes.indexOf('"' + one.key.toUtf8() + '"');
        const auto line = place < 0 ? 1 : bytes.left(place).count('\n') + 1;
        sentences << QStringLiteral("Line %1: %2").arg(line).arg(one.sentence);
    }
    return sentences;
}

QStringList sentencesOf(const std::vector<NoteComplaint>& complaints)
{
    QStringList sentences;
    for (const NoteComplaint& one : complaints)
        sentences << QStringLiteral("Line %1: %2").arg(one.line).arg(one.sentence);
    return sentences;
}

QStringList checkTalkFile(const QString& text, DataCatalogue& catalogue)
{
    std::vector<NoteComplaint> complaints;
    const Talk talk = parseTalk(text, &complaints);
    const auto more = checkTalk(talk, catalogue);
    complaints.insert(complaints.end(), more.begin(), more.end());
    std::stable_sort(complaints.begin(), complaints.end(),
        [](const NoteComplaint& a, const NoteComplaint& b) { return a.line < b.line; });
    return sentencesOf(complaints);
}

QStringList checkNoteFile(const QString& text, const QString& path, DataCatalogue& catalogue)
{
    std::vector<NoteComplaint> complaints;
    Note note = parseNote(text, &complaints);
    note.topic = QFileInfo(path).completeBaseName();
    if (const Lab* lab = findLab(note.topic)) {
        const auto more = checkNote(note, *lab, catalogue);
        complaints.insert(complaints.end(), more.begin(), more.end());
    } else {
        complaints.push_back(
            {1, QStringLiteral("There is no lab “%1”: a note carries its lab's name.").arg(note.topic)});
    }
    return sentencesOf(complaints);
}

} // namespace

int runCheck(const QStringList& arguments, DataCatalogue& catalogue, Streams* streams)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(
        QStringLiteral("FILE"), QStringLiteral("A state file (.tangent), a note or a talk (.md)."));
    int exitCode = exitDone;
    if (!parseCommand(&parser, arguments, 1, streams, &exitCode))
        return exitCode;
    const QString path = parser.positionalArguments().first();
    const auto bytes = readFile(path, streams);
    if (!bytes)
        return exitInput;
    QStringList sentences;
    if (path.endsWith(QLatin1String(".md"))) {
        const QString text = QString::fromUtf8(*bytes);
        sentences = isNote(text) ? checkNoteFile(text, path, catalogue) : checkTalkFile(text, catalogue);
    } else {
        sentences = checkState(*bytes, catalogue);
    }
    for (const QString& sentence : sentences)
        streams->err += path + QStringLiteral(": ") + sentence + QLatin1Char('\n');
    return sentences.isEmpty() ? exitDone : exitInput;
}

} // namespace tangent
