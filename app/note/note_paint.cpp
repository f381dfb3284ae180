// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/note_paint.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextFrame>
#include <QTextLayout>

namespace tangent {

namespace {

constexpr double chipRadius = 5;
constexpr double cardRadius = 9;

/// From the first line's top to the last line's bottom.
QRectF cardRect(const NoteDocument& note, const NoteCard& card)
{
    const QTextDocument& document = *note.document;
    const QAbstractTextDocumentLayout* layout = document.documentLayout();
    const QTextBlock first = document.findBlockByNumber(card.firstBlock);
    const QTextBlock last = document.findBlockByNumber(card.lastBlock);
    const QTextFrameFormat frame = document.rootFrame()->frameFormat();
    const double top = layout->blockBoundingRect(first).top();
    const double bottom = layout->blockBoundingRect(last).top() + last.layout()->boundingRect().bottom();
    return {QPointF(frame.leftMargin(), top), QPointF(document.textWidth() - frame.rightMargin(), bottom)};
}

void paintCard(QPainter& painter, const NoteDocument& note, const NoteCard& card, const Theme& theme)
{
    const QRectF text = cardRect(note, card);
    const double scale = textScale();
    switch (card.kind) {
    case NoteCard::Kind::Challenge:
        painter.setPen(theme.hairline);
        painter.setBrush(theme.surface);
        painter.drawRoundedRect(
            text.adjusted(0.5, -11.5 * scale, -0.5, 13.5 * scale), cardRadius, cardRadius);
        break;
    case NoteCard::Kind::Code:
        painter.setPen(theme.hairline);
        painter.setBrush(theme.surface);
        painter.drawRoundedRect(text.adjusted(0.5, -5.5 * scale, -0.5, 8.5 * scale), chipRadius, chipRadius);
        break;
    case NoteCard::Kind::Quote:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.hairline);
        painter.drawRect(QRectF(text.left(), text.top() + 3, 3, text.height()));
        break;
    }
}

void paintChip(QPainter& painter, const QRectF& rect, const LiveSpan& span, const Theme& theme, bool hovered)
{
    if (span.link.kind == LiveLink::Kind::Goal) {
        painter.setPen(theme.accent);
        painter.setBrush(hovered ? theme.accentSoft.darker(theme.dark ? 80 : 106) : theme.accentSoft);
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), chipRadius, chipRadius);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(hovered ? theme.accentSoft.darker(theme.dark ? 75 : 108) : theme.accentSoft);
        painter.drawRoundedRect(rect, chipRadius, chipRadius);
    }
}

} // namespace

bool NoteEmphasis::lights(const NoteDocument& note, int span) const
{
    const LiveLink& link = note.spans[size_t(span)].link;
    return span == hovered
        || (link.kind == LiveLink::Kind::Show && !readout.isEmpty() && link.key == readout);
}

void paintUnderNote(
    QPainter& painter, const NoteDocument& note, const Theme& theme, const NoteEmphasis& emphasis)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF seen = painter.clipBoundingRect();
    const auto isSeen = [&](const QRectF& rect, double around) {
        return seen.isEmpty() || seen.intersects(rect.adjusted(-around, -around, around, around));
    };
    const QAbstractTextDocumentLayout* layout = note.document->documentLayout();
    for (const NoteCard& card : note.cards)
        paintCard(painter, note, card, theme);
    for (size_t i = 0; i < note.spans.size(); ++i) {
        const LiveSpan& span = note.spans[i];
        const bool isHovered = emphasis.lights(note, int(i));
        if (!span.isChip() && !isHovered && int(i) != emphasis.focused)
            continue;
        // Most paragraphs lie outside; where in its lines a link stands takes long to find.
        if (!isSeen(layout->blockBoundingRect(note.document->findBlock(span.begin)), 16))
            continue;
        for (const QRectF& rect : spanRects(*note.document, span)) {
            if (!isSeen(rect, 4))
                continue;
            if (span.isChip()) {
                paintChip(painter, rect, span, theme, isHovered);
            } else if (isHovered) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(theme.accentSoft);
                painter.drawRoundedRect(rect.adjusted(-2, 0, 2, 0), chipRadius, chipRadius);
            }
            if (int(i) == emphasis.focused) {
                painter.setPen(QPen(theme.accent, 2));
                painter.setBrush(Qt::NoBrush);
                painter.drawRoundedRect(rect.adjusted(-2, -1, 2, 1), chipRadius, chipRadius);
            }
        }
    }
}

} // namespace tangent
