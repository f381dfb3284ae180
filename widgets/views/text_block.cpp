// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/text_block.h"

#include "widgets/views/code_edit.h"
#include "widgets/views/slim_scroll_bar.h"
#include "widgets/views/text_sheet.h"
#include "widgets/views/text_target.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tangent {

namespace {

constexpr int linesWhileTyped = 4; ///< an empty text that has the focus is this tall

} // namespace

TextBlock::TextBlock(QWidget* parent)
    : QWidget(parent)
    , editor_(new CodeEdit(this))
{
    later_.setSingleShot(true);
    later_.setInterval(writeAfter);
    connect(&later_, &QTimer::timeout, this, &TextBlock::write);
    connect(editor_, &QPlainTextEdit::textChanged, this, &TextBlock::typed);
    connect(editor_, &CodeEdit::intent, this, &TextBlock::intent);
    connect(editor_, &CodeEdit::carryWanted, this, &TextBlock::carryWanted);
    connect(editor_, &CodeEdit::focusMoved, this, [this](bool here) {
        if (!here)
            leave();
        update();
        emit roomChanged();
    });
}

TextBlock::~TextBlock()
{
    editor_->disconnect(this);
}

void TextBlock::showBlock(const TextFigure::Block& block, const Values& values)
{
    block_ = block;
    editor_->showBlock(block);
    followValues(values);
    update();
}

void TextBlock::followValues(const Values& values)
{
    const QString held = heldText(block_.target, values).value_or(block_.text);
    if (seen_ == held)
        return;
    seen_ = held;
    if (unwritten_ || editor_->toPlainText() == held)
        return;
    // Undo, a preset, a drop: what is typed after it is another gesture.
    inGesture_ = false;
    adopting_ = true;
    editor_->adopt(held);
    adopting_ = false;
    emit roomChanged();
}

void TextBlock::setTheme(const Theme& theme)
{
    theme_ = &theme;
    editor_->setTheme(theme);
    update();
}

bool TextBlock::hasCurrent() const
{
    return std::any_of(
        block_.spans.begin(), block_.spans.end(), [](const TextFigure::Span& span) { return span.current; });
}

void TextBlock::typed()
{
    // Colours of the language count as changes too; they change no letter.
    const QString now = editor_->toPlainText();
    if (std::exchange(text_, now) == now || adopting_)
        return;
    unwritten_ = true;
    later_.start();
    emit roomChanged();
}

void TextBlock::write()
{
    later_.stop();
    if (!unwritten_)
        return;
    unwritten_ = false;
    const Intent::Phase phase = inGesture_ ? Intent::Phase::Move : Intent::Phase::Begin;
    inGesture_ = true;
    emit intent(writeText(block_.target, editor_->toPlainText(), phase));
}

void TextBlock::leave()
{
    write();
    if (std::exchange(inGesture_, false))
        emit intent(writeText(block_.target, editor_->toPlainText(), Intent::Phase::End));
    // A text that was refused gives way to the one that stands.
    if (seen_ && *seen_ != editor_->toPlainText()) {
        adopting_ = true;
        editor_->adopt(*seen_);
        adopting_ = false;
    }
}

double TextBlock::headHeight(int width) const
{
    return blockHeadHeight(block_, width) + problemsHeight(block_, width);
}

double TextBlock::textHeight(int width) const
{
    const QString text = editor_->toPlainText();
    const int lines = text.isEmpty() ? 0 : int(text.count(QLatin1Char('\n'))) + 1;
    const int least = editor_->hasFocus() ? linesWhileTyped : 1;
    return codeHeight(text.isEmpty() ? block_.placeholder : text, width - 2 - gutterWidth(lines), least) + 2;
}

bool TextBlock::isIdle() const
{
    return editor_->toPlainText().isEmpty() && !editor_->hasFocus() && block_.problems.empty();
}

void TextBlock::arrange(const QRect& box, double textHeight, double titleWidth)
{
    titleWidth_ = titleWidth;
    setGeometry(box);
    if (titleWidth > 0) {
        const int left = int(std::ceil(oneLineTextLeft(titleWidth)));
        editor_->setGeometry(left + 1, 1, width() - left - 2, int(textHeight) - 2);
    } else {
        const double head = blockHeadHeight(block_, width());
        editor_->setGeometry(1, int(head) + 1, width() - 2, int(textHeight) - 2);
    }
    update();
}

void TextBlock::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF text = QRectF(editor_->geometry()).adjusted(-1, -1, 1, 1);
    paintTextFrame(painter, text, block_, *theme_, editor_->hasFocus());
    if (titleWidth_ > 0) {
        paintBlockTitle(painter, QRectF(0, text.top(), text.left(), text.height()), block_, *theme_);
        return;
    }
    paintBlockHead(painter, QRectF(0, 0, width(), blockHeadHeight(block_, width())), block_, *theme_);
    const double below = editor_->geometry().bottom() + 2;
    paintProblems(painter, QRectF(0, below, width(), height() - below), block_, *theme_);
}

} // namespace tangent
