// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/code_edit.h"

#include "widgets/views/slim_scroll_bar.h"
#include "widgets/views/span_bar.h"
#include "widgets/views/text.h"
#include "widgets/views/text_sheet.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace tangent {

CodeEdit::CodeEdit(QWidget* parent)
    : QPlainTextEdit(parent)
    , colours_(new CodeColours(document()))
    , scroll_(new SlimScrollBar(Qt::Vertical))
    , gutter_(new QWidget(this))
{
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBar(scroll_);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(codeWrap);
    setTabChangesFocus(true);
    document()->setDocumentMargin(codeMargin);
    gutter_->installEventFilter(this);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect&, int) {
        placeBars();
        gutter_->update();
    });
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this] { placeGutter(); });
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (gutter_->width() != ownGutterWidth())
            placeGutter();
    });
}

void CodeEdit::setTheme(const Theme& theme)
{
    theme_ = &theme;
    QPalette colours = theme.palette();
    colours.setColor(QPalette::Base, Qt::transparent);
    setPalette(colours);
    viewport()->setAutoFillBackground(false);
    setFont(codeFont());
    scroll_->setTheme(theme);
    colours_->setUp(block_.language, theme);
    for (SpanBar* bar : bars_)
        bar->setTheme(theme);
    applyMarks();
    placeGutter();
}

void CodeEdit::showBlock(const TextFigure::Block& block)
{
    const bool sameMarks = block.spans == block_.spans && block.problems == block_.problems;
    block_ = block;
    setReadOnly(block.target.key.isEmpty());
    setPlaceholderText(block.placeholder);
    setAccessibleName(block.title);
    QStringList said(block.caption);
    for (const TextFigure::Problem& problem : block.problems)
        said << tr("line %1: %2").arg(problem.line).arg(problem.sentence);
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    colours_->setUp(block.language, *theme_);
    if (sameMarks)
        return;
    while (bars_.size() > block.spans.size()) {
        delete bars_.back();
        bars_.pop_back();
    }
    while (bars_.size() < block.spans.size()) {
        SpanBar* bar = new SpanBar(gutter_);
        bar->setTheme(*theme_);
        connect(bar, &SpanBar::intent, this, &CodeEdit::intent);
        connect(bar, &SpanBar::carryWanted, this, &CodeEdit::carryWanted);
        bars_.push_back(bar);
    }
    for (size_t span = 0; span < bars_.size(); ++span)
        bars_[span]->setSpan(block.spans[span]);
    applyMarks();
    placeBars();
}

void CodeEdit::adopt(const QString& text)
{
    const QString before = toPlainText();
    if (text == before)
        return;
    if (!hasFocus()) {
        setPlainText(text);
        applyMarks();
        return;
    }
    qsizetype head = 0;
    while (head < std::min(text.size(), before.size()) && text[head] == before[head])
        ++head;
    qsizetype tail = 0;
    while (tail < std::min(text.size(), before.size()) - head
        && text[text.size() - 1 - tail] == before[before.size() - 1 - tail])
        ++tail;
    QTextCursor cursor(document());
    cursor.setPosition(int(head));
    cursor.setPosition(int(before.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(head, text.size() - head - tail));
    applyMarks();
}

void CodeEdit::applyMarks()
{
    QList<QTextEdit::ExtraSelection> made;
    for (const CodeMark& mark : codeMarks(block_, *theme_)) {
        const QTextCursor cursor = markCursor(*document(), mark);
        if (!cursor.isNull())
            made.append({cursor, mark.format});
    }
    setExtraSelections(made);
}

void CodeEdit::showCurrent()
{
    const auto lit = std::find_if(
        block_.spans.begin(), block_.spans.end(), [](const TextFigure::Span& span) { return span.current; });
    if (lit == block_.spans.end())
        return;
    const QTextBlock first = document()->findBlockByNumber(lit->firstLine - 1);
    const QTextBlock last = document()->findBlockByNumber(lit->lastLine - 1);
    if (!first.isValid() || !last.isValid())
        return;
    const QPointF offset = contentOffset();
    const bool seen = blockBoundingGeometry(first).translated(offset).top() >= -1
        && blockBoundingGeometry(last).translated(offset).bottom() <= viewport()->height() + 1;
    if (!seen)
        scroll_->setValue(first.firstLineNumber());
}

SpanBar* CodeEdit::barAtCaret() const
{
    const int line = textCursor().blockNumber() + 1;
    for (SpanBar* bar : bars_)
        if (line >= bar->span().firstLine && line <= bar->span().lastLine)
            return bar;
    return nullptr;
}

int CodeEdit::ownGutterWidth() const
{
    return int(gutterWidth(document()->isEmpty() ? 0 : blockCount()));
}

void CodeEdit::placeGutter()
{
    const int width = ownGutterWidth();
    setViewportMargins(width, 0, 0, 0);
    gutter_->setGeometry(contentsRect().left(), contentsRect().top(), width, contentsRect().height());
    placeBars();
    gutter_->update();
}

void CodeEdit::placeBars()
{
    const QPointF offset = contentOffset();
    for (SpanBar* bar : bars_) {
        const QTextBlock first = document()->findBlockByNumber(bar->span().firstLine - 1);
        const QTextBlock last = document()->findBlockByNumber(bar->span().lastLine - 1);
        bar->setVisible(first.isValid() && last.isValid());
        if (!first.isValid() || !last.isValid())
            continue;
        const double top = blockBoundingGeometry(first).translated(offset).top();
        const double bottom = blockBoundingGeometry(last).translated(offset).bottom();
        bar->setGeometry(0, int(std::round(top)), int(spanBarRoom), int(std::round(bottom - top)));
    }
}

void CodeEdit::paintGutter()
{
    if (document()->isEmpty())
        return;
    QPainter painter(gutter_);
    painter.setFont(codeFont(10));
    painter.setPen(lineNumberColour(*theme_));
    const double height = QFontMetricsF(font()).lineSpacing();
    for (QTextBlock line = firstVisibleBlock(); line.isValid(); line = line.next()) {
        const QRectF box = blockBoundingGeometry(line).translated(contentOffset());
        if (box.top() > gutter_->height())
            break;
        painter.drawText(QRectF(0, box.top(), gutter_->width() - 4, height),
            Qt::AlignRight | Qt::AlignVCenter, QString::number(line.blockNumber() + 1));
    }
}

bool CodeEdit::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == gutter_ && event->type() == QEvent::Paint)
        paintGutter();
    return QPlainTextEdit::eventFilter(watched, event);
}

bool CodeEdit::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::viewportEvent(event);
    const QHelpEvent* help = static_cast<QHelpEvent*>(event);
    const int line = cursorForPosition(help->pos()).blockNumber() + 1;
    QStringList said;
    for (const TextFigure::Problem& problem : block_.problems)
        if (problem.line == line)
            said << problem.sentence;
    QToolTip::showText(help->globalPos(), said.join(QLatin1Char('\n')), viewport());
    return true;
}

void CodeEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    if (hasFocus())
        ensureCursorVisible(); // a complaint under the text has made it lower
    placeGutter();
}

void CodeEdit::mousePressEvent(QMouseEvent* event)
{
    held_ = true;
    QPlainTextEdit::mousePressEvent(event);
}

void CodeEdit::mouseReleaseEvent(QMouseEvent* event)
{
    held_ = false;
    QPlainTextEdit::mouseReleaseEvent(event);
}

void CodeEdit::keyPressEvent(QKeyEvent* event)
{
    SpanBar* bar = barAtCaret();
    if (bar && !bar->span().drops.empty() && opensActions(*event, false)) {
        bar->openActions();
        return;
    }
    const bool breaks = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!breaks || isReadOnly() || event->modifiers() != Qt::NoModifier) {
        QPlainTextEdit::keyPressEvent(event);
        return;
    }
    const QString line = textCursor().block().text().left(textCursor().positionInBlock());
    qsizetype indent = 0;
    while (indent < line.size() && line[indent] == QLatin1Char(' '))
        ++indent;
    textCursor().insertText(QLatin1Char('\n') + line.left(indent));
    ensureCursorVisible();
}

/// The menu key has opened the places of a span already.
void CodeEdit::contextMenuEvent(QContextMenuEvent* event)
{
    const SpanBar* bar = barAtCaret();
    if (event->reason() == QContextMenuEvent::Keyboard && bar && !bar->span().drops.empty())
        event->accept();
    else
        QPlainTextEdit::contextMenuEvent(event);
}

void CodeEdit::focusInEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusInEvent(event);
    emit focusMoved(true);
}

void CodeEdit::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    held_ = false;
    if (event->reason() != Qt::PopupFocusReason)
        emit focusMoved(false);
}

} // namespace tangent
