// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/talk/talk.h"

#include "app/lab/link.h"
#include "app/note/link_references.h"
#include "app/note/live_link.h"
#include "app/note/numbered_items.h"

#include <QRegularExpression>

#include <algorithm>

namespace tangent {

namespace {

constexpr int mostStops = 1000; ///< of a talk from a file
const QString predictScheme = QStringLiteral("predict:");

/// An item cut at its links.
struct ItemPiece {
    QString text; ///< plain
    QString href; ///< empty: words between links
    int line = 0;
};

std::vector<ItemPiece> piecesOf(const QString& source, int firstLine)
{
    std::vector<ItemPiece> pieces;
    qsizetype at = 0;
    const auto addWords = [&](qsizetype end) {
        // Between two marks neither the blanks at the ends nor a lone colon are taken for Markdown.
        const QChar mark(u'§');
        const QString marked = plainText(mark + source.mid(at, end - at) + mark);
        const QString words = marked.mid(1, marked.size() - 2);
        if (!words.isEmpty())
            pieces.push_back({words, {}, firstLine});
    };
    for (const NoteLink& link : findLinks(source, liftFormulas(source, firstLine), firstLine)) {
        const QString written = QStringLiteral("[%1](%2)").arg(link.text, link.href);
        const qsizetype begin = source.indexOf(written, at);
        addWords(begin);
        pieces.push_back({plainText(link.text), link.href, link.line});
        at = begin + written.size();
    }
    addWords(source.size());
    return pieces;
}

/// Walks the links of items and keeps where they lead.
class TalkReader {
public:
    TalkReader(Talk* talk, std::vector<NoteComplaint>* complaints)
        : talk_(talk)
        , complaints_(complaints)
    {
    }

    void setTopic(const QString& topic) { topic_ = topic; }

    void read(const QString& source, const QString& remarks, int number, int line)
    {
        const std::vector<ItemPiece> pieces = piecesOf(source, line);
        const size_t first = talk_->stops.size();
        std::vector<CaptionPart> caption;
        std::vector<size_t> partOfStop;
        QString ask;
        QString question;
        for (const ItemPiece& piece : pieces) {
            caption.push_back({piece.text, {}, false});
            if (piece.href.isEmpty())
                continue;
            if (piece.href.startsWith(predictScheme)) {
                ask = piece.href.mid(predictScheme.size());
                question = piece.text;
                continue;
            }
            QString sentence;
            const auto link = parseLiveLink(piece.href, &sentence);
            if (!link)
                complain(piece.line, sentence);
            else if (link->kind == LiveLink::Kind::Show)
                caption.back().show = link->key;
            else if (follow(*link, piece.line)) {
                talk_->stops.push_back({topic_, query_, number, {}, ask, question, remarks, piece.line});
                partOfStop.push_back(caption.size() - 1);
                ask.clear();
                question.clear();
            }
        }
        if (!ask.isEmpty())
            complain(
                line, QStringLiteral("The question “%1” is followed by no link in its item.").arg(question));
        if (talk_->stops.size() == first && !topic_.isEmpty()) { // words alone: the picture stays
            talk_->stops.push_back({topic_, query_, number, {}, {}, {}, remarks, line});
            partOfStop.push_back(caption.size());
        }
        for (size_t stop = 0; stop < partOfStop.size(); ++stop) {
            std::vector<CaptionPart> own = caption;
            if (partOfStop[stop] < own.size())
                own[partOfStop[stop]].here = true;
            talk_->stops[first + stop].caption = std::move(own);
        }
    }

private:
    void complain(int line, const QString& sentence)
    {
        if (complaints_)
            complaints_->push_back({line, sentence});
    }

    /// Goes where a link leads; false for links that lead nowhere.
    bool follow(const LiveLink& link, int line)
    {
        if (link.kind == LiveLink::Kind::Topic) {
            const QString address = link.address.mid(link.address.indexOf(QLatin1Char(':')) + 1);
            topic_ = address.section(QLatin1Char('?'), 0, 0);
            query_ = address.section(QLatin1Char('?'), 1);
            return true;
        }
        if (link.kind != LiveLink::Kind::Lab)
            return false;
        if (topic_.isEmpty()) {
            complain(line,
                QStringLiteral("No lab is open here: the first link of a talk is tangent:TOPIC or "
                               "tangent:TOPIC?key=value."));
            return false;
        }
        query_ = mergedQuery(query_, link.query, link.fromDefaults);
        return true;
    }

    Talk* talk_;
    std::vector<NoteComplaint>* complaints_;
    QString topic_;
    QString query_;
};

/// The first paragraph of an item is its caption, the others are remarks.
std::pair<QString, QString> captionAndRemarks(const QStringList& lines)
{
    const auto blank = std::find_if(
        lines.begin(), lines.end(), [](const QString& line) { return line.trimmed().isEmpty(); });
    const qsizetype split = blank - lines.begin();
    return {lines.mid(0, split).join(QLatin1Char('\n')), plainText(lines.mid(split).join(QLatin1Char('\n')))};
}

} // namespace

QString TalkStop::link() const
{
    return QStringLiteral("tangent:") + topic + (query.isEmpty() ? QString() : QLatin1Char('?') + query);
}

QString TalkStop::plainCaption() const
{
    QString all;
    for (const CaptionPart& part : caption)
        all += part.text;
    return all.simplified();
}

Talk talkOf(const Note& note)
{
    Talk talk{note.title, {}};
    TalkReader reader(&talk, nullptr);
    reader.setTopic(note.topic);
    int number = 0;
    for (const Note::TryIt& item : note.tryIt)
        reader.read(item.source, {}, ++number, item.line);
    return talk;
}

Talk parseTalk(const QString& source, std::vector<NoteComplaint>* complaints)
{
    QString text = source;
    text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    Talk talk;
    std::vector<NoteComplaint> found;
    const QStringList lines = withLinksInline(text, 1, &found).split(QLatin1Char('\n'));
    TalkReader reader(&talk, &found);
    int number = 0;
    for (int at = 0; at < lines.size() && int(talk.stops.size()) <= mostStops;) {
        if (isHeading(lines[at])) {
            if (talk.title.isEmpty())
                talk.title = plainText(lines[at]);
            ++at;
            continue;
        }
        const auto heading = std::find_if(lines.begin() + at, lines.end(), isHeading);
        const int end = int(heading - lines.begin());
        for (const NumberedItem& item : numberedItems(lines, at, end)) {
            if (int(talk.stops.size()) > mostStops)
                break;
            const auto [caption, remarks] = captionAndRemarks(item.lines);
            reader.read(caption, remarks, ++number, item.firstLine + 1);
        }
        at = end;
    }
    if (int(talk.stops.size()) > mostStops) {
        found.push_back({talk.stops[mostStops].line,
            QStringLiteral("The talk has more than %1 stops; those from here on are left out.")
                .arg(mostStops)});
        talk.stops.resize(mostStops);
    }
    if (talk.title.isEmpty())
        found.push_back({1, QStringLiteral("The talk has no title: begin it with a line “# Title”.")});
    if (talk.stops.empty())
        found.push_back({1,
            QStringLiteral(
                "The talk has no stops: they are the links of a numbered list, 1. [words](tangent:TOPIC).")});
    if (complaints)
        complaints->insert(complaints->end(), found.begin(), found.end());
    return talk;
}

bool isNote(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("\\A---\\r?\\n(?:(?!---).*\\n)*?chapter:"));
    return form.match(text).hasMatch();
}

} // namespace tangent
