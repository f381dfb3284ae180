// SPDX-License-Identifier: GPL-3.0-or-later
// What an item view does with the pointer, the wheel and the keyboard.
#include "widgets/views/item_view.h"

#include "widgets/views/item_editing.h"
#include "widgets/views/item_view_accessible.h"
#include "widgets/views/number_target.h"
#include "widgets/views/slim_scroll_bar.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <utility>

namespace tangent {

bool ItemView::event(QEvent* event)
{
    if (event->type() == QEvent::Leave && !editing_->isDragging())
        pointAt(-1);
    return FigureView::event(event);
}

void ItemView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    pressed_ = itemAt(event->position());
    showsFocus_ = false;
    if (pressed_ < 0)
        return;
    setFocusItem(pressed_);
    pressedAt_ = event->position();
    if (isNumberItem(pressed_))
        editing_->press(pressed_, event->position(), event->timestamp());
}

void ItemView::mouseMoveEvent(QMouseEvent* event)
{
    if ((event->buttons() & Qt::LeftButton) && pressed_ >= 0
        && editing_->move(event->position(), event->timestamp()))
        return;
    if ((event->buttons() & Qt::LeftButton) && startCarrying(*event))
        return;
    const int under = itemAt(event->position());
    setCursor(under < 0                         ? Qt::ArrowCursor
            : isNumberItem(under)               ? Qt::SizeVerCursor
            : isButtonTarget(itemTarget(under)) ? Qt::PointingHandCursor
            : !itemDrops(under).empty()         ? Qt::OpenHandCursor
            : isTypedItem(under)                ? Qt::IBeamCursor
                                                : Qt::ArrowCursor);
    pointAt(under);
}

void ItemView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int pressed = std::exchange(pressed_, -1);
    if (editing_->release() || pressed < 0 || pressed >= itemCount())
        return;
    if (pressed == itemAt(event->position()) && isButtonTarget(itemTarget(pressed)))
        activate(pressed);
}

void ItemView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int item = itemAt(event->position());
    if (item >= 0 && isNumberItem(item))
        activate(item);
    else if (item >= 0 && isTypedItem(item) && !isButtonTarget(itemTarget(item)))
        typeItem(item);
    else
        mousePressEvent(event);
}

void ItemView::wheelEvent(QWheelEvent* event)
{
    if (!horizontal_->isVisible() && !vertical_->isVisible()) {
        event->ignore();
        return;
    }
    const bool sideways = !vertical_->isVisible() || (event->modifiers() & Qt::ShiftModifier);
    const QPoint turned = event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
    const int along = sideways && turned.x() == 0 ? turned.y() : turned.x();
    horizontal_->setValue(horizontal_->value() - along);
    if (!sideways)
        vertical_->setValue(vertical_->value() - turned.y());
    event->accept();
}

bool ItemView::changeByKey(QKeyEvent* event, int item)
{
    if (event->key() == Qt::Key_F2 && isTypedItem(item)) {
        typeItem(item);
        return true;
    }
    if (!isNumberItem(item))
        return false;
    const bool control = event->modifiers() & Qt::ControlModifier;
    const int key = event->key();
    const int sign = (key == Qt::Key_Up && control) || key == Qt::Key_Plus || key == Qt::Key_Equal ? 1
        : (key == Qt::Key_Down && control) || key == Qt::Key_Minus                                 ? -1
                                                                                                   : 0;
    if (sign != 0) {
        const bool far = (event->modifiers() & Qt::ShiftModifier) && key != Qt::Key_Plus;
        writeItem(item, itemLimits(item).stepped(itemNumber(item), sign * (far ? 10 : 1)));
        return true;
    }
    const QString typed = event->text();
    const bool digit = !typed.isEmpty() && !control
        && (typed[0].isDigit() || typed[0] == QLatin1Char('.') || typed[0] == QLatin1Char(','));
    if (!digit && key != Qt::Key_F2)
        return false;
    editing_->open(item, digit ? typed : QString());
    return true;
}

bool ItemView::walkByKey(QKeyEvent* event)
{
    int right = 0;
    int down = 0;
    switch (event->key()) {
    case Qt::Key_Left:
        right = -1;
        break;
    case Qt::Key_Right:
        right = 1;
        break;
    case Qt::Key_Up:
        down = -1;
        break;
    case Qt::Key_Down:
        down = 1;
        break;
    default:
        return false;
    }
    setFocusItem(focusItem_ < 0 ? firstItem() : neighbour(focusItem_, right, down));
    pointAt(focusItem_);
    return true;
}

void ItemView::keyPressEvent(QKeyEvent* event)
{
    if (itemCount() == 0) {
        event->ignore();
        return;
    }
    showsFocus_ = true;
    update();
    if (focusItem_ < 0)
        setFocusItem(firstItem());
    if (changeByKey(event, focusItem_) || walkByKey(event))
        return;
    const bool pressed =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    const bool acts =
        !itemTarget(focusItem_).key.isEmpty() || (isTypedItem(focusItem_) && itemDrops(focusItem_).empty());
    const bool offers = opensActions(*event, !acts) && !itemActions(focusItem_).empty();
    if (pressed && acts)
        activate(focusItem_);
    else if (offers)
        openActions(focusItem_);
    else
        event->ignore();
}

void ItemView::focusInEvent(QFocusEvent* event)
{
    // A window that comes to the front shows the ring only where keys were in use before.
    if (event->reason() != Qt::ActiveWindowFocusReason)
        showsFocus_ = event->reason() != Qt::MouseFocusReason;
    if (focusItem_ < 0 && itemCount() > 0)
        focusItem_ = firstItem();
    announceItemFocus(*this, focusItem_);
    FigureView::focusInEvent(event);
    update();
}

void ItemView::focusOutEvent(QFocusEvent* event)
{
    if (!underMouse())
        pointAt(-1);
    FigureView::focusOutEvent(event);
    update();
}

} // namespace tangent
