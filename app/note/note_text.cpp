// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/note_text.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace tangent {

namespace {

/// Which lines belong to fenced code, the fences themselves included.
std::vector<bool> fencedLines(const QStringList& lines)
{
    static const QRegularExpression form(QStringLiteral("^\\s*(`{3,}|~{3,})(.*)$"));
    std::vector<bool> fenced(size_t(lines.size()), false);
    QString fence;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto match = form.match(lines[i]);
        const QString mark = match.captured(1);
        const QString rest = match.captured(2);
        if (!fence.isEmpty()) {
            fenced[size_t(i)] = true;
            if (match.hasMatch() && mark[0] == fence[0] && mark.size() >= fence.size()
                && rest.trimmed().isEmpty())
                fence.clear();
        } else if (match.hasMatch() && !(mark[0] == QLatin1Char('`') && rest.contains(QLatin1Char('`')))) {
            fence = mark;
            fenced[size_t(i)] = true;
        }
    }
    return fenced;
}

/// Headings, list items, quotes and table rows begin a paragraph of their own.
bool beginsParagraph(const QString& line)
{
    static const QRegularExpression form(QStringLiteral("^\\s*(#{1,6}\\s|[-*+]\\s|\\d+[.)]\\s|>|\\|)"));
    return form.match(line).hasMatch();
}

void blank(QString* text, qsizetype from, qsizetype length)
{
    for (qsizetype i = from; i < from + length; ++i) {
        if ((*text)[i] != QLatin1Char('\n'))
            (*text)[i] = QLatin1Char(' ');
    }
}

/// Reads paragraphs and collects what they hold.
class Lifter {
public:
    explicit Lifter(NoteText* result)
        : result_(result)
    {
    }

    /// One paragraph that starts on `line`; returns its Markdown and writes its masked form.
    QString lift(const QString& text, int line, QString* masked)
    {
        *masked = text;
        line_ = line;
        counted_ = 0;
        text_ = text;
        readRuns();
        static const QRegularExpression whole(QStringLiteral("^\\s*\\$\\$([\\s\\S]*)\\$\\$\\s*$"));
        static const QRegularExpression freeDollar(QStringLiteral("(^|[^\\\\])\\$"));
        if (const auto match = whole.match(text);
            match.hasMatch() && !freeDollar.match(match.captured(1)).hasMatch()) {
            blank(masked, 0, text.size());
            const auto indent = std::find_if(text.begin(), text.end(), [](QChar c) { return !c.isSpace(); });
            return text.left(indent - text.begin()) + placeholder(match.captured(1), true, 0);
        }
        QString out;
        qsizetype i = 0;
        while (i < text.size()) {
            const QChar c = text[i];
            if (c == QLatin1Char('\\')) {
                out += text.mid(i, 2);
                i += 2;
            } else if (c == QLatin1Char('`')) {
                const qsizetype end = afterCode(i);
                out += text.mid(i, end - i);
                blank(masked, i, end - i);
                i = end;
            } else if (text.mid(i, 2) == QLatin1String("$$")) {
                complain(
                    i, QStringLiteral("A display formula needs a paragraph of its own, $$ at both ends."));
                return out + text.mid(i);
            } else if (c == QLatin1Char('$')) {
                const qsizetype close = nextDollar(i + 1);
                const QString tex = text.mid(i + 1, close - i - 1);
                if (close >= text.size()) {
                    complain(
                        i, QStringLiteral("This $ has no partner in its paragraph (a dollar sign is \\$)."));
                    return out + text.mid(i);
                }
                out += placeholder(tex, false, i);
                blank(masked, i, close + 1 - i);
                i = close + 1;
            } else {
                out += c;
                ++i;
            }
        }
        return out;
    }

private:
    /// Where runs of back-ticks begin, by their length: a span is closed by the next run as long as its own.
    void readRuns()
    {
        runs_.clear();
        for (qsizetype i = 0; i < text_.size();) {
            qsizetype end = i;
            while (end < text_.size() && text_[end] == QLatin1Char('`'))
                ++end;
            if (end > i)
                runs_[end - i].push_back(i);
            i = end > i ? end : i + 1;
        }
    }

    /// The place behind a code span that begins at `at`; behind its back-ticks when it never ends.
    qsizetype afterCode(qsizetype at) const
    {
        qsizetype run = 0;
        while (at + run < text_.size() && text_[at + run] == QLatin1Char('`'))
            ++run;
        const auto same = runs_.constFind(run);
        if (same == runs_.constEnd())
            return at + run; // part of a longer run whose first tick is escaped
        const auto next = std::lower_bound(same->begin(), same->end(), at + run);
        return next == same->end() ? at + run : *next + run;
    }

    /// The next dollar sign that is not escaped; the end of the text when there is none.
    qsizetype nextDollar(qsizetype from) const
    {
        qsizetype i = from;
        while (i < text_.size() && text_[i] != QLatin1Char('$'))
            i += text_[i] == QLatin1Char('\\') && i + 1 < text_.size() ? 2 : 1;
        return std::min(i, text_.size());
    }

    void complain(qsizetype at, const QString& sentence)
    {
        result_->complaints.push_back({lineAt(at), sentence});
    }

    /// Asked for places in ascending order: what was counted is not counted again.
    int lineAt(qsizetype at)
    {
        line_ += int(QStringView(text_).mid(counted_, at - counted_).count(QLatin1Char('\n')));
        counted_ = at;
        return line_;
    }

    QString placeholder(const QString& tex, bool display, qsizetype at)
    {
        const QString folded = foldTex(tex);
        if (folded.isEmpty()) {
            complain(at, QStringLiteral("This formula is empty."));
            return {};
        }
        if (int(result_->formulas.size()) == maximumFormulas) {
            complain(at, QStringLiteral("The note holds more than %1 formulas.").arg(maximumFormulas));
            return {};
        }
        result_->formulas.push_back({folded, display, lineAt(at)});
        return QChar(char16_t(firstPlaceholder + result_->formulas.size() - 1));
    }

    NoteText* result_;
    QString text_;
    QHash<qsizetype, std::vector<qsizetype>> runs_;
    int line_ = 1; ///< of the place `counted_`
    qsizetype counted_ = 0;
};

const QRegularExpression& linkForm()
{
    // Behind a "!" it would be a picture. Link text may hold one pair of brackets, as in [w[0]](show:w).
    static const QRegularExpression form(QStringLiteral("(?<![!\\\\])\\[((?:[^\\[\\]]|\\[[^\\[\\]]*\\])*)\\]"
                                                        "\\(([^()\\s]*(?:\\([^()\\s]*\\)[^()\\s]*)*)\\)"));
    return form;
}

} // namespace

QString foldTex(const QString& tex)
{
    return tex.simplified();
}

NoteText liftFormulas(const QString& source, int firstLine)
{
    NoteText result;
    QString body = source;
    int line = firstLine;
    for (QChar& c : body) {
        if (c == QLatin1Char('\n'))
            ++line;
        if (c.unicode() >= firstPlaceholder && c.unicode() < firstPlaceholder + maximumFormulas) {
            c = QChar(QChar::ReplacementCharacter);
            result.complaints.push_back(
                {line, QStringLiteral("A private-use character stands here; no font has it.")});
        }
    }
    const QStringList lines = body.split(QLatin1Char('\n'));
    const std::vector<bool> fenced = fencedLines(lines);
    Lifter lifter(&result);
    QStringList markdown;
    QStringList masked;
    for (qsizetype i = 0; i < lines.size();) {
        if (fenced[size_t(i)] || lines[i].trimmed().isEmpty()) {
            markdown << lines[i];
            masked << (fenced[size_t(i)] ? QString(lines[i].size(), QLatin1Char(' ')) : lines[i]);
            ++i;
            continue;
        }
        qsizetype end = i + 1;
        while (end < lines.size() && !fenced[size_t(end)] && !lines[end].trimmed().isEmpty()
            && !beginsParagraph(lines[end]))
            ++end;
        QString mask;
        markdown << lifter.lift(lines.mid(i, end - i).join(QLatin1Char('\n')), firstLine + int(i), &mask);
        masked << mask;
        i = end;
    }
    result.markdown = markdown.join(QLatin1Char('\n'));
    result.masked = masked.join(QLatin1Char('\n'));
    return result;
}

std::vector<NoteLink> findLinks(const QString& body, const NoteText& text, int firstLine)
{
    std::vector<NoteLink> links;
    int line = firstLine;
    qsizetype counted = 0; // line breaks are counted once, not anew from the beginning for each link
    for (auto match = linkForm().globalMatch(text.masked); match.hasNext();) {
        const auto link = match.next();
        const QStringView between = QStringView(text.masked).mid(counted, link.capturedStart() - counted);
        line += int(between.count(QLatin1Char('\n')));
        counted = link.capturedStart();
        links.push_back({body.mid(link.capturedStart(1), link.capturedLength(1)), link.captured(2), line});
    }
    return links;
}

QString plainText(const QString& body)
{
    static const QRegularExpression codeTicks(QStringLiteral("`+"));
    static const QRegularExpression lineSigns(
        QStringLiteral("^\\s*(?:#{1,6}\\s+|>\\s?|[-*+]\\s+|\\d+[.)]\\s+)"),
        QRegularExpression::MultilineOption);
    static const QRegularExpression tableRule(
        QStringLiteral("^[\\s|:-]+$"), QRegularExpression::MultilineOption);
    static const QRegularExpression emphasis(QStringLiteral("(?<![\\w\\\\])[*_~]+|(?<!\\\\)[*_~]+(?!\\w)"));
    static const QRegularExpression escape(QStringLiteral("\\\\([!-/:-@\\[-`{-~])"));
    const NoteText text = liftFormulas(body);
    QString plain = text.markdown;
    const QStringList lines = plain.split(QLatin1Char('\n'));
    const std::vector<bool> fenced = fencedLines(lines);
    QStringList kept;
    for (qsizetype i = 0; i < lines.size(); ++i)
        kept << (fenced[size_t(i)] ? QString() : lines[i]);
    plain = kept.join(QLatin1Char('\n'));
    for (QChar& c : plain) {
        if (c.unicode() >= firstPlaceholder && c.unicode() < firstPlaceholder + maximumFormulas)
            c = QLatin1Char(' ');
    }
    plain.replace(linkForm(), QStringLiteral("\\1"));
    plain.remove(tableRule);
    plain.remove(lineSigns);
    plain.replace(QLatin1Char('|'), QLatin1Char(' '));
    plain.remove(codeTicks);
    plain.remove(emphasis);
    plain.replace(escape, QStringLiteral("\\1"));
    return plain.simplified();
}

int countWords(const QString& body)
{
    const QStringList runs = plainText(body).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return int(std::count_if(runs.begin(), runs.end(), [](const QString& run) {
        return std::any_of(run.begin(), run.end(), [](QChar c) { return c.isLetterOrNumber(); });
    }));
}

} // namespace tangent
