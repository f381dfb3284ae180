// SPDX-License-Identifier: GPL-3.0-or-later
// What hands and keys do in a note.
#include "app/note/note_view.h"

#include "app/note/note_view_accessible.h"
#include "app/note/scrubbing.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr double dragThreshold = 3; // pixels before a press is a drag
constexpr int pageOfPresses = 10;

} // namespace

int NoteView::spanAt(const QPoint& place) const
{
    const QPointF at = place + scrolled();
    for (size_t i = 0; i < current_.spans.size(); ++i) {
        for (const QRectF& rect : spanRects(*current_.document, current_.spans[i])) {
            if (rect.adjusted(-1, -1, 1, 1).contains(at))
                return int(i);
        }
    }
    return -1;
}

const NoteView::Writable* NoteView::writable(int span) const
{
    if (span < 0 || span >= int(current_.spans.size())
        || current_.spans[size_t(span)].link.kind != LiveLink::Kind::Drag)
        return nullptr;
    const auto found = writable_.constFind(current_.spans[size_t(span)].link.key);
    return found == writable_.constEnd() ? nullptr : &*found;
}

void NoteView::activate(int index)
{
    const LiveSpan span = current_.spans[size_t(index)]; // a slot may set another note
    switch (span.link.kind) {
    case LiveLink::Kind::Lab:
        emit labLink(span.link.query, span.link.fromDefaults);
        break;
    case LiveLink::Kind::Show:
        emit showReadout(span.link.key);
        break;
    case LiveLink::Kind::Goal:
        emit challengeStarted();
        break;
    case LiveLink::Kind::Topic:
        emit openTopic(span.link.address);
        break;
    case LiveLink::Kind::Web:
        QGuiApplication::clipboard()->setText(span.link.address);
        QToolTip::showText(viewport()->mapToGlobal(spanRect(index).bottomLeft()),
            tr("Address copied: %1").arg(span.link.address), viewport());
        emit addressCopied(span.link.address);
        break;
    case LiveLink::Kind::Drag:
        break;
    }
}

void NoteView::setHovered(int span)
{
    if (span == hovered_)
        return;
    const auto key = [&](int index) {
        const bool shows = index >= 0 && index < int(current_.spans.size())
            && current_.spans[size_t(index)].link.kind == LiveLink::Kind::Show;
        return shows ? current_.spans[size_t(index)].link.key : QString();
    };
    const QString before = key(hovered_);
    hovered_ = span;
    QString tip;
    Qt::CursorShape shape = Qt::IBeamCursor;
    if (span >= 0) {
        const LiveLink& link = current_.spans[size_t(span)].link;
        shape = Qt::PointingHandCursor;
        if (link.kind == LiveLink::Kind::Drag) {
            shape = writable(span) ? Qt::SplitHCursor : Qt::ArrowCursor;
            tip = writable(span) ? tr("Drag sideways, or use the arrow keys")
                                 : tr("This number has no effect in the current state");
        } else if (link.kind == LiveLink::Kind::Web) {
            tip = tr("%1 (a click copies the address)").arg(link.address);
        }
    }
    viewport()->setCursor(shape);
    viewport()->setToolTip(tip);
    viewport()->update();
    if (const QString now = key(span); now != before)
        emit showReadout(now);
}

void NoteView::want(const QString& key, double value, Intent::Phase phase)
{
    Intent wanted;
    wanted.values[key] = value;
    wanted.phase = phase;
    emit scrub(wanted);
}

void NoteView::finishDrag()
{
    if (!drag_)
        return;
    const Drag done = *drag_;
    drag_.reset();
    if (done.moved)
        want(done.key, done.last, Intent::Phase::End);
}

void NoteView::mousePressEvent(QMouseEvent* event)
{
    const int span = event->button() == Qt::LeftButton ? spanAt(event->position().toPoint()) : -1;
    if (span < 0) {
        focusSpan(-1);
        QTextBrowser::mousePressEvent(event);
        return;
    }
    pressed_ = span;
    if (const Writable* held = writable(span))
        drag_ = Drag{held->parameter, current_.spans[size_t(span)].link.key, event->position().x(),
            held->value, held->value, false};
    event->accept();
}

void NoteView::mouseMoveEvent(QMouseEvent* event)
{
    if (drag_) {
        const double pixels = event->position().x() - drag_->startX;
        if (!drag_->moved && std::abs(pixels) < dragThreshold)
            return;
        const double value = scrubbed(drag_->parameter, drag_->from, pixels);
        if (value == drag_->last)
            return;
        const Intent::Phase phase = drag_->moved ? Intent::Phase::Move : Intent::Phase::Begin;
        drag_->moved = true;
        drag_->last = value;
        want(drag_->key, value, phase);
        return;
    }
    if (pressed_ >= 0)
        return;
    if (event->buttons() == Qt::NoButton)
        setHovered(spanAt(event->position().toPoint()));
    QTextBrowser::mouseMoveEvent(event);
}

void NoteView::mouseReleaseEvent(QMouseEvent* event)
{
    if (pressed_ < 0 || event->button() != Qt::LeftButton) {
        QTextBrowser::mouseReleaseEvent(event);
        return;
    }
    const int pressed = pressed_;
    pressed_ = -1;
    const bool dragged = drag_ && drag_->moved;
    finishDrag();
    if (dragged || spanAt(event->position().toPoint()) != pressed)
        return;
    if (writable(pressed))
        focusSpan(pressed); // the arrow keys go on from here
    else
        activate(pressed);
}

void NoteView::writeSpan(int span, double value)
{
    if (!writable(span))
        return;
    const Writable held = *writable(span);
    const double legal = std::clamp(value, held.parameter.minimum, held.parameter.maximum);
    if (legal != held.value)
        want(held.parameter.key, legal, Intent::Phase::Whole);
}

void NoteView::nudge(int presses)
{
    if (!writable(focused_))
        return;
    const Writable held = *writable(focused_);
    const double value = nudged(held.parameter, held.value, presses);
    if (value != held.value)
        want(held.parameter.key, value, Intent::Phase::Whole);
}

/// While a number is in the hand, Esc is no shortcut of the window: it gives the drag up.
bool NoteView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && drag_
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QTextBrowser::event(event);
}

void NoteView::keyPressEvent(QKeyEvent* event)
{
    if (drag_ && event->key() == Qt::Key_Escape) {
        drag_->last = drag_->from;
        finishDrag();
        return;
    }
    const bool plain = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    if (focused_ < 0 || !plain) {
        QTextBrowser::keyPressEvent(event);
        return;
    }
    const bool writes = writable(focused_);
    const int size = event->modifiers() & Qt::ShiftModifier ? pageOfPresses : 1;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        activate(focused_);
        return;
    case Qt::Key_Escape:
        focusSpan(-1);
        return;
    case Qt::Key_Left:
    case Qt::Key_Down:
        if (writes)
            return nudge(-size);
        break;
    case Qt::Key_Right:
    case Qt::Key_Up:
        if (writes)
            return nudge(size);
        break;
    case Qt::Key_PageUp:
        if (writes)
            return nudge(pageOfPresses);
        break;
    case Qt::Key_PageDown:
        if (writes)
            return nudge(-pageOfPresses);
        break;
    default:
        break;
    }
    QTextBrowser::keyPressEvent(event);
}

void NoteView::focusSpan(int span)
{
    if (span == focused_)
        return;
    const auto shownKey = [&] {
        return focused_ >= 0 && current_.spans[size_t(focused_)].link.kind == LiveLink::Kind::Show
            ? current_.spans[size_t(focused_)].link.key
            : QString();
    };
    const QString before = shownKey();
    focused_ = span;
    if (span >= 0) {
        layOut();
        const std::vector<QRectF> rects = spanRects(*current_.document, current_.spans[size_t(span)]);
        if (!rects.empty())
            showBand(rects.front().top(), rects.back().bottom());
    }
    viewport()->update();
    describeFocus();
    announceNoteFocus(*this, span);
    if (const QString now = shownKey(); now != before)
        emit showReadout(now);
}

/// Says what the keyboard is on, for screen readers.
void NoteView::describeFocus()
{
    QString words;
    if (focused_ >= 0) {
        words = spanText(focused_);
        if (const Writable* held = writable(focused_))
            words = tr("%1 %2, arrow keys change it").arg(held->parameter.label, words);
    }
    setAccessibleDescription(words);
}

bool NoteView::focusNextPrevChild(bool next)
{
    const int count = int(current_.spans.size());
    const int wanted = focused_ < 0 ? (next ? 0 : count - 1) : focused_ + (next ? 1 : -1);
    if (wanted >= 0 && wanted < count) {
        focusSpan(wanted);
        return true;
    }
    focusSpan(-1);
    return QTextEdit::focusNextPrevChild(next);
}

void NoteView::focusInEvent(QFocusEvent* event)
{
    QTextBrowser::focusInEvent(event);
    if (current_.spans.empty())
        return;
    if (event->reason() == Qt::TabFocusReason)
        focusSpan(0);
    else if (event->reason() == Qt::BacktabFocusReason)
        focusSpan(int(current_.spans.size()) - 1);
}

void NoteView::focusOutEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        focusSpan(-1);
    QTextBrowser::focusOutEvent(event);
}

void NoteView::leaveEvent(QEvent* event)
{
    setHovered(-1);
    QTextBrowser::leaveEvent(event);
}

void NoteView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.setAttribute(Qt::WA_WindowPropagation); // the palette of the window
    QAction* copySelection = menu.addAction(tr("Copy"), this, &NoteView::copy);
    copySelection->setEnabled(textCursor().hasSelection());
    menu.addAction(tr("Select all"), this, &NoteView::selectAll);
    const int span = spanAt(event->pos());
    if (span >= 0 && !current_.spans[size_t(span)].link.address.isEmpty()) {
        const QString address = current_.spans[size_t(span)].link.address;
        menu.addAction(
            tr("Copy address"), this, [address] { QGuiApplication::clipboard()->setText(address); });
    }
    menu.exec(event->globalPos());
}

} // namespace tangent
