// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/note.h"

#include "app/note/link_references.h"
#include "app/note/live_link.h"
#include "app/note/numbered_items.h"

#include <QRegularExpression>

#include <algorithm>

namespace tangent {

namespace {

const QStringList knownKeys{QStringLiteral("title"), QStringLiteral("chapter"), QStringLiteral("topic"),
    QStringLiteral("rows"), QStringLiteral("sources"), QStringLiteral("prerequisites"),
    QStringLiteral("solution"), QStringLiteral("challenge")};

struct Entry {
    QStringList values;
    int line = 0;
};

QString unquoted(const QString& text)
{
    const QString value = text.trimmed();
    const bool quoted = value.size() >= 2 && value.front() == value.back()
        && (value.front() == QLatin1Char('"') || value.front() == QLatin1Char('\''));
    return quoted ? value.mid(1, value.size() - 2) : value;
}

/// Reads the lines between the two `---`; `first` is the number of the first of them.
QMap<QString, Entry> readFrontMatter(
    const QStringList& lines, int first, std::vector<NoteComplaint>* complaints)
{
    static const QRegularExpression pair(QStringLiteral("^([A-Za-z][A-Za-z0-9_-]*):(?:\\s+(.*))?$"));
    static const QRegularExpression item(QStringLiteral("^\\s+-\\s+(.*)$"));
    QMap<QString, Entry> entries;
    QString open;
    for (int i = 0; i < lines.size(); ++i) {
        const int line = first + i;
        const QString& text = lines[i];
        if (text.trimmed().isEmpty() || text.startsWith(QLatin1Char('#')))
            continue;
        if (const auto match = item.match(text); match.hasMatch()) {
            if (open.isEmpty())
                complaints->push_back({line, QStringLiteral("This list item belongs to no key.")});
            else
                entries[open].values << unquoted(match.captured(1));
            continue;
        }
        const auto match = pair.match(text);
        if (!match.hasMatch()) {
            complaints->push_back(
                {line, QStringLiteral("“%1” is not of the form “key: value”.").arg(text.left(60))});
            open.clear();
            continue;
        }
        const QString key = match.captured(1);
        const QString value = match.captured(2).trimmed();
        if (!knownKeys.contains(key))
            complaints->push_back({line,
                QStringLiteral("Unknown key “%1”; known are %2.")
                    .arg(key, knownKeys.join(QStringLiteral(", ")))});
        if (entries.contains(key))
            complaints->push_back(
                {line, QStringLiteral("The key “%1” stands twice; the last one counts.").arg(key)});
        entries[key] = {value.isEmpty() ? QStringList() : QStringList{unquoted(value)}, line};
        open = value.isEmpty() ? key : QString();
    }
    return entries;
}

/// `71, 210` and `[71, 210]` as well as list items.
QStringList pieces(const QStringList& values)
{
    QStringList result;
    for (QString value : values) {
        if (value.startsWith(QLatin1Char('[')) && value.endsWith(QLatin1Char(']')))
            value = value.mid(1, value.size() - 2);
        const QStringList parts = value.split(QLatin1Char(','), Qt::SkipEmptyParts);
        for (const QString& part : parts)
            result << unquoted(part);
    }
    return result;
}

void fill(Note* note, const QMap<QString, Entry>& entries, std::vector<NoteComplaint>* complaints)
{
    const auto single = [&](const char* key) { return entries.value(QLatin1String(key)).values.value(0); };
    note->title = single("title");
    note->chapter = single("chapter");
    note->topic = single("topic");
    note->sources = entries.value(QStringLiteral("sources")).values;
    note->prerequisites = pieces(entries.value(QStringLiteral("prerequisites")).values);
    const Entry rows = entries.value(QStringLiteral("rows"));
    for (const QString& piece : pieces(rows.values)) {
        bool isNumber = false;
        const int row = piece.toInt(&isNumber);
        if (isNumber && row > 0)
            note->rows.push_back(row);
        else
            complaints->push_back(
                {rows.line, QStringLiteral("“%1” is no row of the syllabus.").arg(piece.left(40))});
    }
    const Entry challenge = entries.value(QStringLiteral("challenge"));
    note->challenge = challenge.values.value(0);
    if (note->challenge.startsWith(QLatin1String("goal:")))
        note->challenge.remove(0, 5);
    QString sentence;
    if (!note->challenge.isEmpty() && !parseGoal(note->challenge, &sentence))
        complaints->push_back({challenge.line, sentence});
    const Entry solution = entries.value(QStringLiteral("solution"));
    note->solution = solution.values.value(0);
    if (const auto mark = note->solution.indexOf(QLatin1Char('?')); mark >= 0)
        note->solution.remove(0, mark + 1);
    if (!note->solution.isEmpty() && !parseLiveLink(QStringLiteral("lab:?") + note->solution, &sentence))
        complaints->push_back({solution.line, sentence});
}

/// The items of the numbered list under “Try it”, each with the lines it takes.
void readTryIt(Note* note, const QStringList& lines, const std::vector<NoteLink>& links)
{
    static const QRegularExpression heading(
        QStringLiteral("^#{1,6}\\s+try it\\s*#*\\s*$"), QRegularExpression::CaseInsensitiveOption);
    int at = 0;
    while (at < lines.size() && !heading.match(lines[at]).hasMatch())
        ++at;
    for (const NumberedItem& item : numberedItems(lines, at + 1, int(lines.size()))) {
        Note::TryIt entry;
        entry.source = item.lines.join(QLatin1Char('\n'));
        entry.line = note->bodyLine + item.firstLine;
        entry.text = plainText(entry.source);
        for (const NoteLink& link : links) {
            const int line = link.line - note->bodyLine;
            QString sentence;
            const bool isHere = line >= item.firstLine && line < item.lastLine;
            const auto live = isHere ? parseLiveLink(link.href, &sentence) : std::nullopt;
            if (live && live->kind == LiveLink::Kind::Lab)
                entry.steps.push_back({plainText(link.text), live->query, live->fromDefaults});
        }
        if (!entry.steps.empty()) {
            entry.query = entry.steps.front().query;
            entry.fromDefaults = entry.steps.front().fromDefaults;
        }
        note->tryIt.push_back(entry);
    }
}

/// The paragraph around a line, plain.
QString paragraphAt(const QStringList& lines, int line)
{
    const auto ends = [&](int i) {
        return i < 0 || i >= lines.size() || lines[i].trimmed().isEmpty() || isHeading(lines[i]);
    };
    int first = line;
    while (!ends(first - 1))
        --first;
    int last = line;
    while (!ends(last + 1))
        ++last;
    return plainText(lines.mid(first, last + 1 - first).join(QLatin1Char('\n')));
}

void checkLinks(Note* note, const QStringList& lines, const std::vector<NoteLink>& links,
    std::vector<NoteComplaint>* complaints)
{
    for (const NoteLink& link : links) {
        QString sentence;
        const auto live = parseLiveLink(link.href, &sentence);
        if (!live) {
            complaints->push_back({link.line, sentence});
        } else if (live->kind == LiveLink::Kind::Goal) {
            const QString conditions = link.href.mid(5);
            if (note->challenge.isEmpty())
                note->challenge = conditions;
            else if (note->challenge != conditions)
                complaints->push_back({link.line,
                    QStringLiteral("This goal is not the challenge that was named before: %1.")
                        .arg(note->challenge)});
            if (note->challengeText.isEmpty())
                note->challengeText = paragraphAt(lines, link.line - note->bodyLine);
        }
    }
}

} // namespace

Note parseNote(const QString& source, std::vector<NoteComplaint>* complaints)
{
    std::vector<NoteComplaint> found;
    QString text = source;
    text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    const QStringList all = text.split(QLatin1Char('\n'));
    Note note;
    const auto end = all.value(0) == QLatin1String("---") ? all.indexOf(QStringLiteral("---"), 1) : -1;
    if (end > 0) {
        fill(&note, readFrontMatter(all.mid(1, end - 1), 2, &found), &found);
        note.bodyLine = int(end) + 2;
    } else if (all.value(0) == QLatin1String("---")) {
        found.push_back({1, QStringLiteral("The front matter has no second line ---.")});
    } else {
        found.push_back({1,
            QStringLiteral(
                "The note has no front matter: it begins with a line --- and ends it with another.")});
    }
    if (note.title.isEmpty())
        found.push_back({1, QStringLiteral("The note has no title.")});
    note.body = withLinksInline(all.mid(note.bodyLine - 1).join(QLatin1Char('\n')), note.bodyLine, &found);
    const QStringList lines = note.body.split(QLatin1Char('\n'));
    const NoteText lifted = liftFormulas(note.body, note.bodyLine);
    found.insert(found.end(), lifted.complaints.begin(), lifted.complaints.end());
    const std::vector<NoteLink> links = findLinks(note.body, lifted, note.bodyLine);
    checkLinks(&note, lines, links, &found);
    readTryIt(&note, lines, links);
    note.words = countWords(note.body);
    std::stable_sort(
        found.begin(), found.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
    if (complaints)
        complaints->insert(complaints->end(), found.begin(), found.end());
    return note;
}

QString mergedQuery(const QString& before, const QString& query, bool fromDefaults)
{
    const QStringList added = query.split(QLatin1Char('&'), Qt::SkipEmptyParts);
    const bool hasPreset = std::any_of(added.begin(), added.end(),
        [](const QString& pair) { return pair.startsWith(QLatin1String("preset=")); });
    QStringList pairs;
    if (!fromDefaults && !hasPreset)
        pairs = before.split(QLatin1Char('&'), Qt::SkipEmptyParts);
    for (const QString& pair : added) {
        const QString key = pair.section(QLatin1Char('='), 0, 0) + QLatin1Char('=');
        pairs.removeIf([&](const QString& other) { return other.startsWith(key); });
        pairs << pair;
    }
    return pairs.join(QLatin1Char('&'));
}

QString queryOfItem(const Note& note, int index, int step)
{
    QString query;
    for (int i = 0; i <= index && i < int(note.tryIt.size()); ++i) {
        const auto& steps = note.tryIt[size_t(i)].steps;
        const size_t count = i < index ? steps.size() : std::min(steps.size(), size_t(step) + 1);
        for (size_t at = 0; at < count; ++at)
            query = mergedQuery(query, steps[at].query, steps[at].fromDefaults);
    }
    return query;
}

} // namespace tangent
