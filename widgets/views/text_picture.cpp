// SPDX-License-Identifier: GPL-3.0-or-later
// Longer texts in pictures, SVG and PDF: what the editors show, drawn without widgets.
#include "widgets/views/span_bar.h"
#include "widgets/views/text.h"
#include "widgets/views/text_arrangement.h"
#include "widgets/views/text_sheet.h"
#include "widgets/views/text_view.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

int linesOf(const TextFigure::Block& block)
{
    return block.text.isEmpty() ? 0 : int(block.text.count(QLatin1Char('\n'))) + 1;
}

void paintCode(QPainter& painter, const QRectF& box, const TextFigure::Block& block, const Theme& theme)
{
    const double gutter = gutterWidth(linesOf(block));
    QTextDocument document;
    document.setDocumentMargin(codeMargin);
    document.setDefaultFont(codeFont());
    QTextOption option;
    option.setWrapMode(codeWrap);
    document.setDefaultTextOption(option);
    document.setPlainText(block.text.isEmpty() ? block.placeholder : block.text);
    document.setTextWidth(box.width() - gutter);
    CodeColours colours(&document);
    if (!block.text.isEmpty())
        colours.setUp(block.language, theme);

    const QAbstractTextDocumentLayout* layout = document.documentLayout();
    // The lit lines come first where not all lines fit.
    double scrolled = 0;
    for (const TextFigure::Span& span : block.spans) {
        const QTextBlock first = document.findBlockByNumber(span.firstLine - 1);
        const QTextBlock last = document.findBlockByNumber(span.lastLine - 1);
        const double hidden = layout->documentSize().height() - box.height();
        if (span.current && first.isValid() && last.isValid() && hidden > 1
            && layout->blockBoundingRect(last).bottom() > box.height())
            scrolled = std::min(hidden, layout->blockBoundingRect(first).top());
    }

    painter.save();
    painter.setClipRect(box.adjusted(1, 1, -1, -1), Qt::IntersectClip);
    painter.translate(box.left() + gutter, box.top() - scrolled);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, block.text.isEmpty() ? theme.muted : theme.ink);
    context.clip = QRectF(0, scrolled, box.width() - gutter, box.height());
    for (const CodeMark& mark : codeMarks(block, theme)) {
        QAbstractTextDocumentLayout::Selection selection;
        selection.cursor = markCursor(document, mark);
        selection.format = mark.format;
        if (!selection.cursor.isNull() && !block.text.isEmpty())
            context.selections.append(selection);
    }
    document.documentLayout()->draw(&painter, context);
    painter.translate(-gutter, 0);
    painter.setFont(codeFont(10));
    painter.setPen(lineNumberColour(theme));
    const double line = QFontMetricsF(codeFont()).lineSpacing();
    for (QTextBlock one = document.begin(); one.isValid() && !block.text.isEmpty(); one = one.next())
        painter.drawText(QRectF(0, layout->blockBoundingRect(one).top(), gutter - 4, line),
            Qt::AlignRight | Qt::AlignVCenter, QString::number(one.blockNumber() + 1));
    for (const TextFigure::Span& span : block.spans) {
        const QTextBlock first = document.findBlockByNumber(span.firstLine - 1);
        const QTextBlock last = document.findBlockByNumber(span.lastLine - 1);
        if (!first.isValid() || !last.isValid())
            continue;
        const double top = layout->blockBoundingRect(first).top();
        paintSpanBar(painter, QRectF(0, top, spanBarRoom, layout->blockBoundingRect(last).bottom() - top),
            span, theme, false);
    }
    painter.restore();
}

} // namespace

void paintTexts(QPainter& painter, const QRectF& box, const TextFigure& figure, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto isIdle = [](const TextFigure::Block& block) {
        return block.text.isEmpty() && block.problems.empty();
    };
    double titles = 0;
    for (const TextFigure::Block& block : figure.blocks)
        titles = isIdle(block) ? std::max(titles, blockTitleWidth(block)) : titles;
    std::vector<TextNeed> needs;
    int lit = -1;
    for (size_t i = 0; i < figure.blocks.size(); ++i) {
        const TextFigure::Block& block = figure.blocks[i];
        TextNeed need;
        need.head = [&block](double width) {
            return blockHeadHeight(block, width) + problemsHeight(block, width);
        };
        need.text = [&block](double width) {
            const QString& text = block.text.isEmpty() ? block.placeholder : block.text;
            return codeHeight(text, width - 2 - gutterWidth(linesOf(block))) + 2;
        };
        need.lineWidth = isIdle(block) ? oneLineWidth(block, titles) : 0;
        needs.push_back(std::move(need));
        for (const TextFigure::Span& span : block.spans)
            if (span.current && lit < 0)
                lit = int(i);
    }
    const std::vector<TextPlace> places = arrangeTexts(needs, box.size(), lit);
    for (size_t i = 0; i < figure.blocks.size(); ++i) {
        const TextFigure::Block& block = figure.blocks[i];
        const QRectF own = places[i].box.translated(box.topLeft());
        if (own.bottom() > box.bottom() + 1) {
            TextFitRecord::note(block.title);
            continue;
        }
        const double head = places[i].onOneLine ? 0 : blockHeadHeight(block, own.width());
        const double left = places[i].onOneLine ? std::ceil(oneLineTextLeft(titles)) : 0;
        const QRectF text(own.left() + left, own.top() + head, own.width() - left, places[i].textHeight);
        paintTextFrame(painter, text, block, theme, false);
        if (places[i].onOneLine)
            paintBlockTitle(painter, QRectF(own.left(), text.top(), left, text.height()), block, theme);
        else
            paintBlockHead(painter, QRectF(own.left(), own.top(), own.width(), head), block, theme);
        paintCode(painter, text.adjusted(1, 1, -1, -1), block, theme);
        paintProblems(painter, QRectF(own.left(), text.bottom(), own.width(), own.bottom() - text.bottom()),
            block, theme);
    }
    painter.restore();
}

} // namespace tangent
