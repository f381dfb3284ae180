// SPDX-License-Identifier: GPL-3.0-or-later
// Longer texts in pictures, SVG and PDF: what the editors show, drawn without widgets.
#include "widgets/views/span_bar.h"
#include "widgets/views/text.h"
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

void paintCode(QPainter& painter, const QRectF& box, const TextFigure::Block& block, const Theme& theme)
{
    const double gutter = gutterWidth(int(block.text.count(QLatin1Char('\n'))) + 1);
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
    for (QTextBlock one = document.begin(); one.isValid(); one = one.next())
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
    double fixed = textGap * std::max(0.0, double(figure.blocks.size()) - 1);
    std::vector<double> natural;
    int lit = -1;
    for (size_t i = 0; i < figure.blocks.size(); ++i) {
        const TextFigure::Block& block = figure.blocks[i];
        fixed += blockHeadHeight(block, box.width()) + problemsHeight(block, box.width());
        const double room = box.width() - 2 - gutterWidth(int(block.text.count(QLatin1Char('\n'))) + 1);
        natural.push_back(codeHeight(block.text.isEmpty() ? block.placeholder : block.text, room) + 2);
        for (const TextFigure::Span& span : block.spans)
            if (span.current && lit < 0)
                lit = int(i);
    }
    const std::vector<double> heights = shareHeights(natural, box.height() - fixed, lit);
    double y = box.top();
    bool isFull = false;
    for (size_t i = 0; i < figure.blocks.size(); ++i) {
        const TextFigure::Block& block = figure.blocks[i];
        const double head = blockHeadHeight(block, box.width());
        const double problems = problemsHeight(block, box.width());
        isFull = isFull || y + head + heights[i] > box.bottom() + 1;
        if (isFull) {
            TextFitRecord::note(block.title);
            continue;
        }
        paintBlockHead(painter, QRectF(box.left(), y, box.width(), head), block, theme);
        const QRectF text(box.left(), y + head, box.width(), heights[i]);
        paintTextFrame(painter, text, block, theme, false);
        paintCode(painter, text.adjusted(1, 1, -1, -1), block, theme);
        paintProblems(painter, QRectF(box.left(), text.bottom(), box.width(), problems), block, theme);
        y = text.bottom() + problems + textGap;
    }
    painter.restore();
}

} // namespace tangent
