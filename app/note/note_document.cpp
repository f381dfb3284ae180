// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/note_document.h"

#include "app/note/formula_object.h"
#include "app/note/note_front_matter.h"
#include "app/note/note_style.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextLayout>
#include <QTextList>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

QTextCharFormat formatAt(const QTextDocument& document, int position)
{
    QTextCursor cursor(const_cast<QTextDocument*>(&document));
    cursor.setPosition(position + 1);
    return cursor.charFormat();
}

void replaceText(
    QTextDocument* document, int position, int length, const QString& text, const QTextCharFormat& format)
{
    QTextCursor cursor(document);
    cursor.setPosition(position);
    cursor.setPosition(position + length, QTextCursor::KeepAnchor);
    cursor.insertText(text, format);
}

/// The distance of baselines that keeps a formula in a line clear of the lines above and below. Baselines
/// are set at equal distances: a line as tall as its formula would make the paragraph uneven.
double lineHeightFor(const FormulaObject& object, const QTextDocument& document, int position)
{
    const QTextCharFormat format = formatAt(document, position);
    if (format.objectType() != FormulaObject::objectType)
        return 0;
    const double pixels = format.font().pixelSize();
    const FormulaBox box = object.box(format);
    return std::ceil(std::max(box.ascent + 0.35 * pixels, box.descent + 0.95 * pixels));
}

/// Whether a line may not end between a formula and this character behind it.
bool clings(QChar c)
{
    return QStringLiteral(".,;:!?)]}”’").contains(c);
}

bool opens(QChar c)
{
    return QStringLiteral("([{“‘").contains(c);
}

/// Puts the formulas where their placeholders stand, last first so that positions hold.
void placeFormulas(QTextDocument* document, const std::vector<NoteFormula>& formulas, FormulaLibrary* library,
    const FormulaObject* object)
{
    const QString text = document->toRawText();
    for (qsizetype at = text.size() - 1; at >= 0; --at) {
        const int index = int(text[at].unicode()) - int(firstPlaceholder);
        if (index < 0 || index >= int(formulas.size()))
            continue;
        const NoteFormula& formula = formulas[size_t(index)];
        const QTextCharFormat around = formatAt(*document, int(at));
        int place = int(at);
        if (library->size(formula.tex, formula.display)) {
            replaceText(document, place, 1, QString(QChar(QChar::ObjectReplacementCharacter)),
                FormulaObject::format(formula.tex, formula.display, around));
            // Qt may end a line on either side of an object.
            if (at + 1 < text.size() && clings(text[at + 1]))
                replaceText(document, place + 1, 0, QString(wordJoiner), around);
            if (at > 0 && opens(text[at - 1]))
                replaceText(document, place++, 0, QString(wordJoiner), around);
        } else {
            replaceText(document, place, 1, formula.tex, around);
        }
        QTextCursor cursor(document->findBlock(int(at)));
        QTextBlockFormat lines = cursor.blockFormat();
        if (formula.display) {
            lines.setAlignment(Qt::AlignHCenter);
            lines.setLineHeight(0, QTextBlockFormat::SingleHeight);
            lines.setTopMargin(6 * textScale());
            lines.setBottomMargin(14 * textScale());
        } else {
            lines.setLineHeight(std::max(lines.lineHeight(), lineHeightFor(*object, *document, place)),
                QTextBlockFormat::FixedHeight);
        }
        cursor.setBlockFormat(lines);
    }
}

/// The links of a document in reading order; neighbours with one target are one link.
std::vector<LiveSpan> findSpans(const QTextDocument& document)
{
    std::vector<LiveSpan> spans;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            const QString href = fragment.charFormat().anchorHref();
            if (!fragment.charFormat().isAnchor() || href.isEmpty())
                continue;
            if (!spans.empty() && spans.back().href == href
                && spans.back().begin + spans.back().length == fragment.position()) {
                spans.back().length += fragment.length();
                continue;
            }
            QString sentence;
            if (const auto link = parseLiveLink(href, &sentence))
                spans.push_back({fragment.position(), fragment.length(), *link, href, {}});
        }
    }
    return spans;
}

QString textAt(const QTextDocument& document, int begin, int length)
{
    const QTextBlock block = document.findBlock(begin);
    return block.text().mid(begin - block.position(), length);
}

/// Finds the numbers of live spans, keeps short ones on one line, and pads chips.
void prepareSpans(NoteDocument* note)
{
    QTextDocument* document = note->document.get();
    int moved = 0;
    for (LiveSpan& span : note->spans) {
        span.begin += moved;
        const LiveLink::Kind kind = span.link.kind;
        if (kind != LiveLink::Kind::Show && kind != LiveLink::Kind::Drag && kind != LiveLink::Kind::Goal)
            continue;
        const QString text = textAt(*document, span.begin, span.length);
        if (kind != LiveLink::Kind::Goal && text.size() <= 20) {
            for (qsizetype i = 0; i < text.size(); ++i) {
                if (text[i] == QLatin1Char(' '))
                    replaceText(document, span.begin + int(i), 1, QString(QChar(QChar::Nbsp)),
                        formatAt(*document, span.begin + int(i)));
            }
        }
        span.number = findNumber(text);
        if (span.isChip()) {
            QTextCharFormat edge = formatAt(*document, span.begin);
            edge.setFontLetterSpacingType(QFont::AbsoluteSpacing);
            edge.setFontLetterSpacing((span.link.kind == LiveLink::Kind::Goal ? 3 : 1.5) * textScale());
            replaceText(document, span.begin + span.length, 0, QString(chipPadding), edge);
            replaceText(document, span.begin, 0, QString(chipPadding), edge);
            span.length += 2;
            span.number.begin += 1;
            moved += 2;
        }
    }
}

void findTryIt(NoteDocument* note)
{
    bool inside = false;
    for (QTextBlock block = note->document->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel()) {
            inside = block.text().trimmed().compare(QLatin1String("try it"), Qt::CaseInsensitive) == 0;
            continue;
        }
        if (!inside)
            continue;
        const bool begins =
            block.textList() && block.textList()->format().style() == QTextListFormat::ListDecimal;
        if (begins)
            note->tryIt.emplace_back(block.blockNumber(), block.blockNumber());
        else if (!note->tryIt.empty())
            note->tryIt.back().second = block.blockNumber();
    }
}

} // namespace

NoteDocument makeNoteDocument(
    const Note& note, const std::shared_ptr<FormulaLibrary>& formulas, const Theme& theme)
{
    NoteDocument made;
    made.document = std::make_unique<QTextDocument>();
    QTextDocument* document = made.document.get();
    document->setUndoRedoEnabled(false);
    auto* object = new FormulaObject(formulas, document);
    static const QRegularExpression title(QStringLiteral("^\\s*# "));
    const bool titled = note.title.isEmpty() || title.match(note.body).hasMatch();
    const NoteText lifted = liftFormulas(note.body);
    document->setMarkdown(
        titled ? lifted.markdown : QStringLiteral("# %1\n\n").arg(note.title) + lifted.markdown);
    restyle(&made, theme);
    addPrerequisites(&made, note.prerequisites, theme);
    placeFormulas(document, lifted.formulas, formulas.get(), object);
    made.spans = findSpans(*document);
    prepareSpans(&made);
    findTryIt(&made);
    addSources(document, note.sources, theme);
    QTextFrameFormat frame = document->rootFrame()->frameFormat();
    frame.setLeftMargin(NoteMeasures::left);
    frame.setRightMargin(NoteMeasures::right);
    frame.setTopMargin(20);
    frame.setBottomMargin(32);
    document->rootFrame()->setFrameFormat(frame);
    // The layout comes last: with one, every edit above would lay the text out again.
    document->documentLayout()->registerHandler(FormulaObject::objectType, object);
    // Letters that were found while a paragraph was laid out are drawn without finding them again.
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next())
        block.layout()->setCacheEnabled(true);
    return made;
}

QString spanText(const NoteDocument& note, int index)
{
    const LiveSpan& span = note.spans[size_t(index)];
    return textAt(*note.document, span.begin, span.length).remove(chipPadding);
}

QString numberText(const NoteDocument& note, int index)
{
    const LiveSpan& span = note.spans[size_t(index)];
    return textAt(*note.document, span.begin + int(span.number.begin), int(span.number.length));
}

bool showNumber(NoteDocument* note, int index, const QString& text)
{
    LiveSpan& span = note->spans[size_t(index)];
    const int begin = span.begin + int(span.number.begin);
    if (numberText(*note, index) == text)
        return false;
    replaceText(note->document.get(), begin, int(span.number.length), text, formatAt(*note->document, begin));
    const int longer = int(text.size() - span.number.length);
    span.length += longer;
    span.number.length = text.size();
    for (size_t i = size_t(index) + 1; i < note->spans.size(); ++i)
        note->spans[i].begin += longer;
    return true;
}

void emphasiseItem(NoteDocument* note, int current, const Theme& theme)
{
    QTextCursor whole(note->document.get());
    whole.beginEditBlock(); // one layout for all items
    for (size_t item = 0; item < note->tryIt.size(); ++item) {
        const bool stands = current < 0 || int(item) == current;
        QTextCharFormat format;
        format.setForeground(stands ? theme.ink : theme.muted);
        for (int number = note->tryIt[item].first; number <= note->tryIt[item].second; ++number) {
            const QTextBlock block = note->document->findBlockByNumber(number);
            std::vector<std::pair<int, int>> plain;
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                if (!it.fragment().charFormat().isAnchor())
                    plain.emplace_back(it.fragment().position(), it.fragment().length());
            }
            QTextCursor cursor(block);
            for (const auto& [begin, length] : plain) {
                cursor.setPosition(begin);
                cursor.setPosition(begin + length, QTextCursor::KeepAnchor);
                cursor.mergeCharFormat(format);
            }
            cursor.setPosition(block.position());
            QTextCharFormat marker = block.charFormat();
            marker.setForeground(int(item) == current ? theme.accent : stands ? theme.ink : theme.muted);
            marker.setFontWeight(int(item) == current ? QFont::Bold : QFont::Normal);
            cursor.setBlockCharFormat(marker);
        }
    }
    whole.endEditBlock();
}

std::vector<QRectF> spanRects(const QTextDocument& document, const LiveSpan& span)
{
    std::vector<QRectF> rects;
    const QTextBlock block = document.findBlock(span.begin);
    const QPointF origin = document.documentLayout()->blockBoundingRect(block).topLeft();
    const QTextLayout* layout = block.layout();
    const int first = span.begin - block.position();
    const int last = first + span.length;
    const double pixels = formatAt(document, span.begin).font().pixelSize();
    for (int i = 0; i < layout->lineCount(); ++i) {
        const QTextLine line = layout->lineAt(i);
        const int from = std::max(first, line.textStart());
        const int to = std::min(last, line.textStart() + line.textLength());
        if (from >= to)
            continue;
        const double left = line.cursorToX(from);
        const double right = line.cursorToX(to);
        const double baseline = line.y() + line.ascent();
        const double rise = 1.08 * pixels;
        const double fall = 0.38 * pixels;
        rects.emplace_back(origin.x() + std::min(left, right), origin.y() + baseline - rise,
            std::abs(right - left), rise + fall);
    }
    return rects;
}

} // namespace tangent
