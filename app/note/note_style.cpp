// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/note_style.h"

#include <QFontDatabase>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextList>
#include <QTextTable>

namespace tangent {

namespace {

double scaled(double pixels)
{
    return pixels * textScale();
}

QFont codeFont(double pixels)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(uiFont(pixels).pixelSize());
    return font;
}

bool isCode(const QTextBlock& block)
{
    return block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage)
        || block.blockFormat().hasProperty(QTextFormat::BlockCodeFence);
}

bool isQuote(const QTextBlock& block)
{
    return block.blockFormat().hasProperty(QTextFormat::BlockQuoteLevel);
}

QFont headingFont(int level)
{
    return level <= 1 ? uiFont(18.5, QFont::DemiBold) : uiFont(level == 2 ? 15.5 : 15, QFont::DemiBold);
}

QTextBlockFormat blockFormat(const QTextBlock& block, bool inCard, const Theme& theme)
{
    const QTextBlockFormat was = block.blockFormat();
    QTextBlockFormat format = was;
    format.setNonBreakableLines(false);
    format.setLineHeight(scaled(NoteMeasures::line), QTextBlockFormat::FixedHeight);
    format.setTopMargin(0);
    format.setBottomMargin(scaled(10));
    if (const int level = was.headingLevel()) {
        format.setLineHeight(scaled(level == 1 ? 26 : 22), QTextBlockFormat::FixedHeight);
        format.setTopMargin(level == 1 ? 0 : scaled(20));
        format.setBottomMargin(scaled(level == 1 ? 8 : 5));
    } else if (isCode(block)) {
        const bool last = !block.next().isValid() || !isCode(block.next());
        const bool first = !block.previous().isValid() || !isCode(block.previous());
        format.setLineHeight(scaled(19), QTextBlockFormat::FixedHeight);
        format.setLeftMargin(scaled(10));
        format.setRightMargin(scaled(10));
        format.setTopMargin(first ? scaled(16) : 0);
        format.setBottomMargin(last ? scaled(20) : 0);
    } else if (isQuote(block)) {
        format.setLeftMargin(scaled(16));
        format.setRightMargin(0);
    } else if (block.textList()) {
        format.setBottomMargin(scaled(5));
    } else if (was.hasProperty(QTextFormat::BlockTrailingHorizontalRulerWidth)) {
        format.setLineHeight(scaled(8), QTextBlockFormat::FixedHeight);
        format.setBackground(theme.hairline); // the colour of the rule
    } else if (block.length() == 1) {
        // setMarkdown leaves an empty paragraph behind every table.
        format.setLineHeight(1, QTextBlockFormat::FixedHeight);
        format.setBottomMargin(0);
    }
    if (inCard) {
        format.setLeftMargin(format.leftMargin() + scaled(14));
        format.setRightMargin(format.rightMargin() + scaled(14));
        if (was.headingLevel()) {
            format.setTopMargin(scaled(28));
            format.setBottomMargin(scaled(4));
        }
    }
    return format;
}

QTextCharFormat textFormat(const QTextBlock& block, const QTextCharFormat& was, const Theme& theme)
{
    const int level = block.blockFormat().headingLevel();
    QFont font = level ? headingFont(level) : uiFont(NoteMeasures::body);
    if (isCode(block))
        font = codeFont(13);
    else if (was.fontFixedPitch())
        font = codeFont(13.5);
    if (!level && was.fontWeight() > QFont::Normal)
        font.setWeight(QFont::DemiBold);
    font.setItalic(was.fontItalic());
    font.setStrikeOut(was.fontStrikeOut());
    QTextCharFormat format;
    format.setFont(font);
    format.setForeground(theme.ink);
    if (was.fontUnderline() && !was.isAnchor())
        format.setFontUnderline(true);
    if (was.verticalAlignment() == QTextCharFormat::AlignSuperScript
        || was.verticalAlignment() == QTextCharFormat::AlignSubScript)
        format.setVerticalAlignment(was.verticalAlignment());
    if (was.fontFixedPitch() && !isCode(block))
        format.setBackground(theme.dark ? theme.surface.lighter(125) : theme.hairline);
    if (was.isAnchor()) {
        QString sentence;
        if (const auto link = parseLiveLink(was.anchorHref(), &sentence)) {
            format = linkFormat(*link, format, theme);
            format.setAnchor(true);
            format.setAnchorHref(was.anchorHref());
        }
    }
    return format;
}

void restyleText(const QTextBlock& block, const Theme& theme)
{
    struct Piece {
        int begin;
        int length;
        QTextCharFormat format;
    };
    std::vector<Piece> pieces;
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        pieces.push_back(
            {fragment.position(), fragment.length(), textFormat(block, fragment.charFormat(), theme)});
    }
    QTextCursor cursor(block);
    for (const Piece& piece : pieces) {
        cursor.setPosition(piece.begin);
        cursor.setPosition(piece.begin + piece.length, QTextCursor::KeepAnchor);
        cursor.setCharFormat(piece.format);
    }
    cursor.setPosition(block.position());
    cursor.setBlockCharFormat(textFormat(block, QTextCharFormat(), theme));
}

/// setMarkdown puts an empty paragraph into the first cell, and its header is neither bold nor aligned.
void repairHeader(QTextTable* table)
{
    QTextCursor cursor = table->cellAt(0, 0).firstCursorPosition();
    if (cursor.block().length() == 1 && table->cellAt(0, 0).lastCursorPosition() != cursor)
        cursor.deleteChar();
    QTextCharFormat bold;
    bold.setFontWeight(QFont::DemiBold);
    for (int column = 0; column < table->columns(); ++column) {
        cursor = table->cellAt(0, column).firstCursorPosition();
        cursor.setPosition(table->cellAt(0, column).lastCursorPosition().position(), QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(bold);
        if (table->rows() > 1) {
            QTextBlockFormat aligned;
            aligned.setAlignment(table->cellAt(1, column).firstCursorPosition().blockFormat().alignment());
            cursor.mergeBlockFormat(aligned);
        }
    }
}

void restyleTable(QTextTable* table, const Theme& theme)
{
    QTextTableFormat format = table->format();
    format.setBorder(0);
    format.setBorderCollapse(true);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_None);
    format.setCellSpacing(0);
    format.setCellPadding(0);
    format.setTopMargin(scaled(16));
    format.setBottomMargin(scaled(14));
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    table->setFormat(format);
    for (int row = 0; row < table->rows(); ++row) {
        for (int column = 0; column < table->columns(); ++column) {
            QTextTableCell cell = table->cellAt(row, column);
            QTextTableCellFormat inner = cell.format().toTableCellFormat();
            inner.setTopPadding(scaled(3));
            inner.setBottomPadding(scaled(5));
            inner.setLeftPadding(column == 0 ? 0 : scaled(8));
            inner.setRightPadding(column + 1 == table->columns() ? 0 : scaled(4));
            inner.setBottomBorder(1);
            inner.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            inner.setBottomBorderBrush(row == 0 ? theme.muted : theme.hairline);
            cell.setFormat(inner);
            for (auto it = cell.begin(); !it.atEnd(); ++it) {
                QTextCursor cursor(it.currentBlock());
                QTextBlockFormat block = it.currentBlock().blockFormat();
                block.setBottomMargin(0);
                block.setLineHeight(scaled(20), QTextBlockFormat::FixedHeight);
                cursor.setBlockFormat(block);
            }
        }
    }
}

/// From the heading “Challenge” to the next heading, and runs of code and quotes.
std::vector<NoteCard> findCards(const QTextDocument& document)
{
    std::vector<NoteCard> cards;
    const auto grow = [&](NoteCard::Kind kind, int block) {
        if (!cards.empty() && cards.back().kind == kind && cards.back().lastBlock + 1 == block)
            cards.back().lastBlock = block;
        else
            cards.push_back({kind, block, block});
    };
    bool inChallenge = false;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel())
            inChallenge =
                block.text().trimmed().compare(QLatin1String("challenge"), Qt::CaseInsensitive) == 0;
        if (inChallenge)
            grow(NoteCard::Kind::Challenge, block.blockNumber());
        else if (isCode(block))
            grow(NoteCard::Kind::Code, block.blockNumber());
        else if (isQuote(block))
            grow(NoteCard::Kind::Quote, block.blockNumber());
    }
    return cards;
}

} // namespace

QTextCharFormat linkFormat(const LiveLink& link, const QTextCharFormat& around, const Theme& theme)
{
    QTextCharFormat format = around;
    QFont font = around.font();
    format.setForeground(theme.accent);
    switch (link.kind) {
    case LiveLink::Kind::Lab:
    case LiveLink::Kind::Topic:
        format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        break;
    case LiveLink::Kind::Drag:
        font.setWeight(QFont::DemiBold);
        format.setFont(font, QTextCharFormat::FontPropertiesSpecifiedOnly);
        format.setUnderlineStyle(QTextCharFormat::DashUnderline);
        break;
    case LiveLink::Kind::Show:
        font.setWeight(QFont::DemiBold);
        format.setFont(font, QTextCharFormat::FontPropertiesSpecifiedOnly);
        format.setForeground(theme.ink);
        break;
    case LiveLink::Kind::Goal:
        font.setWeight(QFont::DemiBold);
        format.setFont(font, QTextCharFormat::FontPropertiesSpecifiedOnly);
        break;
    case LiveLink::Kind::Web:
        format.setForeground(theme.muted);
        format.setUnderlineStyle(QTextCharFormat::DotLine);
        break;
    }
    return format;
}

QTextCharFormat smallFormat(const Theme& theme)
{
    QTextCharFormat format;
    format.setFont(uiFont(12.5));
    format.setForeground(theme.muted);
    return format;
}

QTextBlockFormat smallBlockFormat(bool first)
{
    QTextBlockFormat format;
    format.setLineHeight(scaled(18), QTextBlockFormat::FixedHeight);
    format.setTopMargin(first ? scaled(24) : 0);
    format.setBottomMargin(scaled(4));
    return format;
}

void restyle(NoteDocument* note, const Theme& theme)
{
    QTextDocument& document = *note->document;
    document.setDefaultFont(uiFont(NoteMeasures::body));
    document.setIndentWidth(scaled(22));
    document.setDocumentMargin(0);
    std::vector<QTextTable*> tables;
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        if (auto* table = qobject_cast<QTextTable*>(frame))
            tables.push_back(table);
    }
    for (QTextTable* table : tables)
        repairHeader(table);
    note->cards = findCards(document);
    const auto inChallenge = [&](int block) {
        for (const NoteCard& card : note->cards) {
            if (card.kind == NoteCard::Kind::Challenge && card.firstBlock <= block && block <= card.lastBlock)
                return true;
        }
        return false;
    };
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor(block).setBlockFormat(blockFormat(block, inChallenge(block.blockNumber()), theme));
        restyleText(block, theme);
    }
    for (QTextTable* table : tables)
        restyleTable(table, theme);
    for (const NoteCard& card : note->cards) {
        QTextCursor last(document.findBlockByNumber(card.lastBlock));
        QTextBlockFormat format = last.blockFormat();
        if (card.kind == NoteCard::Kind::Challenge)
            format.setBottomMargin(scaled(34)); // the card's edge, and air below it
        last.setBlockFormat(format);
    }
}

} // namespace tangent
