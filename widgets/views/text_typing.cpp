// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/text_typing.h"

#include "widgets/views/item_view.h"
#include "widgets/views/slim_scroll_bar.h"
#include "widgets/views/text_target.h"

#include <QKeyEvent>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr int frame = 1;
constexpr int margin = 4;

} // namespace

InPlaceText::InPlaceText(QWidget* parent)
    : QPlainTextEdit(parent)
    , bar_(new SlimScrollBar(Qt::Vertical))
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setVerticalScrollBar(bar_);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(margin);
}

void InPlaceText::setTheme(const Theme& theme)
{
    QPalette colours = theme.palette();
    colours.setColor(QPalette::Window, theme.accent);
    setPalette(colours);
    setFont(uiFont(13));
    setAutoFillBackground(true);
    // The accent shows as a frame around the viewport.
    setViewportMargins(frame, frame, frame, frame);
    bar_->setTheme(theme);
}

int InPlaceText::neededHeight(int width) const
{
    double height = 0;
    for (const QString& line : toPlainText().split(QLatin1Char('\n'))) {
        QTextLayout layout(line, font());
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        int lines = 0;
        for (QTextLine one = layout.createLine(); one.isValid(); one = layout.createLine(), ++lines)
            one.setLineWidth(std::max(1, width - 2 * (frame + margin)));
        layout.endLayout();
        height += std::max(1, lines) * QFontMetricsF(font()).lineSpacing();
    }
    return int(std::ceil(height)) + 2 * (frame + margin) + 2;
}

void InPlaceText::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit committed();
        return;
    case Qt::Key_Escape:
        emit cancelled();
        return;
    default:
        QPlainTextEdit::keyPressEvent(event);
    }
}

void InPlaceText::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        emit committed();
}

TextTyping::TextTyping(ItemView& view)
    : view_(view)
{
}

void TextTyping::open(int item)
{
    commit();
    if (!field_) {
        field_ = new InPlaceText(&view_);
        field_->setTheme(view_.theme());
        connect(field_, &InPlaceText::committed, this, &TextTyping::commit);
        connect(field_, &InPlaceText::cancelled, this, &TextTyping::close);
        connect(field_, &QPlainTextEdit::textChanged, this, &TextTyping::follow);
    }
    const Target wanted = view_.itemTyped(item);
    before_ = heldText(wanted, view_.values()).value_or(view_.itemText(item));
    field_->setPlainText(before_);
    field_->setAccessibleName(view_.itemName(item));
    target_ = wanted;
    place(item);
    field_->show();
    field_->setFocus(Qt::OtherFocusReason);
    field_->selectAll();
}

void TextTyping::place(int item)
{
    const QRectF box = view_.typingBox(item);
    const int width = std::min(view_.width(), std::max(int(box.width()), std::min(view_.width(), 160)));
    const int height =
        std::min(view_.height(), std::max(field_->neededHeight(width), int(std::min(box.height(), 26.0))));
    const int left = std::clamp(int(box.left()), 0, std::max(0, view_.width() - width));
    const int top = std::clamp(int(box.top()), 0, std::max(0, view_.height() - height));
    field_->setGeometry(left, top, width, height);
}

void TextTyping::follow()
{
    if (!isOpen())
        return;
    // Other items may have come or gone before it: it is known by what it writes.
    for (int item = 0; item < view_.itemCount(); ++item) {
        if (view_.itemTyped(item) == target_) {
            place(item);
            return;
        }
    }
    close();
}

void TextTyping::setTheme(const Theme& theme)
{
    if (field_)
        field_->setTheme(theme);
}

void TextTyping::commit()
{
    if (!isOpen())
        return;
    const Target written = target_;
    QString typed = field_->toPlainText();
    typed.replace(QLatin1Char('\n'), QLatin1Char(' '));
    close();
    if (typed != before_)
        emit view_.intent(writeText(written, typed));
}

void TextTyping::close()
{
    if (!isOpen())
        return;
    target_ = Target();
    const bool held = field_->hasFocus();
    field_->hide();
    if (held)
        view_.setFocus(Qt::OtherFocusReason);
    view_.update();
}

} // namespace tangent
