// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/text_sheet.h"

#include "widgets/views/item_paint.h"
#include "widgets/views/text.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr double gapBehindTitle = 8;
constexpr double headPadding = 4;

QFont titleFont()
{
    return uiFont(12.5, QFont::DemiBold);
}

QFont captionFont()
{
    return uiFont(12);
}

double wrappedHeight(const QFont& font, const QString& text, double width)
{
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e6), Qt::TextWordWrap, text).height();
}

bool captionFits(const TextFigure::Block& block, double width)
{
    return textWidth(titleFont(), block.title) + gapBehindTitle + textWidth(captionFont(), block.caption)
        <= width;
}

QString problemText(const TextFigure::Problem& problem)
{
    return QCoreApplication::translate("tangent::TextView", "Line %1: %2")
        .arg(problem.line)
        .arg(problem.sentence);
}

} // namespace

QFont codeFont(double pixels)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(uiFont(pixels).pixelSize());
    return font;
}

double gutterWidth(int lines)
{
    if (lines == 0)
        return codeMargin;
    const int digits = std::max(2, int(QString::number(std::max(1, lines)).size()));
    return std::ceil(spanBarRoom + textWidth(codeFont(10), QString(digits, QLatin1Char('0'))) + 5);
}

double codeHeight(const QString& text, double width, int least)
{
    const QFont font = codeFont();
    QTextOption option;
    option.setWrapMode(codeWrap);
    int lines = 0;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        QTextLayout layout(line, font);
        layout.setTextOption(option);
        layout.beginLayout();
        int own = 0;
        for (QTextLine one = layout.createLine(); one.isValid(); one = layout.createLine(), ++own)
            one.setLineWidth(std::max(8.0, width - 2 * codeMargin));
        layout.endLayout();
        lines += std::max(1, own);
    }
    return std::ceil(std::max(lines, least) * QFontMetricsF(font).lineSpacing() + 2 * codeMargin) + 2;
}

double blockTitleWidth(const TextFigure::Block& block)
{
    return textWidth(titleFont(), block.title);
}

double oneLineWidth(const TextFigure::Block& block, double titleWidth)
{
    return titleWidth + gapBehindTitle + gutterWidth(0) + textWidth(codeFont(), block.placeholder)
        + 2 * codeMargin + 4;
}

double oneLineTextLeft(double titleWidth)
{
    return titleWidth + gapBehindTitle;
}

double blockHeadHeight(const TextFigure::Block& block, double width)
{
    double height = lineHeight(titleFont()) + headPadding;
    if (!block.caption.isEmpty() && !captionFits(block, width))
        height += wrappedHeight(captionFont(), block.caption, width);
    return std::ceil(height);
}

void paintBlockTitle(QPainter& painter, const QRectF& box, const TextFigure::Block& block, const Theme& theme)
{
    painter.setFont(titleFont());
    painter.setPen(theme.ink);
    drawText(painter, box, Qt::AlignLeft | Qt::AlignVCenter, block.title);
}

void paintBlockHead(QPainter& painter, const QRectF& box, const TextFigure::Block& block, const Theme& theme)
{
    const double line = lineHeight(titleFont()) + headPadding;
    painter.setFont(titleFont());
    painter.setPen(theme.ink);
    const QRectF written = drawText(painter, QRectF(box.left(), box.top(), box.width(), line),
        Qt::AlignLeft | Qt::AlignVCenter, block.title);
    if (block.caption.isEmpty())
        return;
    painter.setFont(captionFont());
    painter.setPen(theme.strong(block.captionRole));
    if (captionFits(block, box.width()))
        drawText(painter,
            QRectF(written.right() + gapBehindTitle, box.top(),
                box.right() - written.right() - gapBehindTitle, line),
            Qt::AlignLeft | Qt::AlignVCenter, block.caption);
    else
        drawWrappedText(painter, box.adjusted(0, line - 1, 0, 1), Qt::AlignLeft, block.caption);
}

double problemsHeight(const TextFigure::Block& block, double width)
{
    double height = 0;
    for (const TextFigure::Problem& problem : block.problems)
        height += std::ceil(wrappedHeight(uiFont(11.5), problemText(problem), width)) + 1;
    return height > 0 ? height + 3 : 0;
}

void paintProblems(QPainter& painter, const QRectF& box, const TextFigure::Block& block, const Theme& theme)
{
    double y = box.top() + 3;
    painter.setFont(uiFont(11.5));
    painter.setPen(theme.strong(Role::Bad));
    for (const TextFigure::Problem& problem : block.problems) {
        const QString sentence = problemText(problem);
        const double height = std::ceil(wrappedHeight(uiFont(11.5), sentence, box.width())) + 1;
        drawWrappedText(painter, QRectF(box.left(), y, box.width(), height), Qt::AlignLeft, sentence);
        y += height;
    }
}

QColor lineNumberColour(const Theme& theme)
{
    return mixed(theme.muted, theme.field, 0.3);
}

void paintTextFrame(
    QPainter& painter, const QRectF& box, const TextFigure::Block& block, const Theme& theme, bool focused)
{
    const bool wrong = !block.problems.empty();
    const double width = focused || wrong ? 1.4 : 1;
    painter.setPen(QPen(focused ? theme.accent : wrong ? theme.bad : theme.hairline, width));
    painter.setBrush(theme.field);
    const double inset = width / 2;
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 5, 5);
}

std::vector<CodeMark> codeMarks(const TextFigure::Block& block, const Theme& theme)
{
    std::vector<CodeMark> made;
    for (const TextFigure::Span& span : block.spans) {
        if (!span.current)
            continue;
        CodeMark mark;
        mark.format.setBackground(mixed(theme.field, theme.colour(span.role), theme.dark ? 0.28 : 0.16));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        for (mark.line = span.firstLine; mark.line <= span.lastLine; ++mark.line)
            made.push_back(mark);
    }
    for (const TextFigure::Problem& problem : block.problems) {
        CodeMark mark{problem.line, problem.column, {}};
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(theme.bad);
        made.push_back(mark);
    }
    return made;
}

QTextCursor markCursor(QTextDocument& document, const CodeMark& mark)
{
    const QTextBlock line = document.findBlockByNumber(mark.line - 1);
    if (!line.isValid())
        return {};
    QTextCursor cursor(line);
    if (mark.format.hasProperty(QTextFormat::FullWidthSelection)) {
        // With a selection all lines that it wraps into are marked, not only its first one.
        if (!cursor.movePosition(QTextCursor::NextBlock, QTextCursor::KeepAnchor))
            cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        return cursor;
    }
    const QString text = line.text();
    int from = mark.column >= 1 ? std::min(mark.column - 1, int(text.size())) : 0;
    while (mark.column < 1 && from < text.size() && text[from].isSpace())
        ++from;
    cursor.setPosition(line.position() + std::max(0, std::min(from, int(text.size()) - 1)));
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    return cursor;
}

CodeColours::CodeColours(QTextDocument* document)
    : QSyntaxHighlighter(document)
{
}

void CodeColours::setUp(const QString& language, const Theme& theme)
{
    if (language == language_ && theme_ == &theme)
        return;
    language_ = language;
    theme_ = &theme;
    rehighlight();
}

void CodeColours::highlightBlock(const QString& text)
{
    if (!theme_ || language_ != QLatin1String("json"))
        return;
    static const QRegularExpression token(QStringLiteral(
        R"re("(?:\\.|[^"\\])*"?(\s*:)?|-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b|\b(?:true|false|null)\b|[{}\[\],:])re"));
    for (auto found = token.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QChar first = match.captured()[0];
        if (first == QLatin1Char('"')) {
            const bool isName = match.capturedLength(1) > 0;
            setFormat(int(match.capturedStart()), int(match.capturedLength() - match.capturedLength(1)),
                isName ? theme_->strong(Role::Class0) : theme_->strong(Role::Class2));
        } else if (QStringLiteral("{}[],:").contains(first)) {
            setFormat(int(match.capturedStart()), 1, theme_->muted);
        } else {
            setFormat(int(match.capturedStart()), int(match.capturedLength()), theme_->strong(Role::Class1));
        }
    }
}

} // namespace tangent
