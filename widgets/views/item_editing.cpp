// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/item_editing.h"

#include "widgets/views/controls/number_field.h"
#include "widgets/views/item_view.h"

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr double pixelsPerStep = 4;
constexpr double dragThreshold = 3;
constexpr double widestField = 110;

/// How many steps four pixels count for a hand of this speed (pixels per millisecond). A slow hand
/// counts single steps; a fast one strides, further where the number is large.
double stride(double speed, double value, double step)
{
    const double haste = std::pow(std::clamp(speed - 0.3, 0.0, 3.0), 1.5);
    return 1 + 12 * haste * std::max(1.0, std::abs(value) / (100 * step));
}

} // namespace

ItemEditing::ItemEditing(ItemView& view)
    : view_(view)
{
}

void ItemEditing::open(int item, const QString& typed)
{
    if (!field_) {
        field_ = new NumberField(&view_);
        field_->setAlignment(Qt::AlignCenter);
        field_->setTheme(view_.theme());
        connect(field_, &NumberField::committed, this, [this](double value) {
            const int written = edited_;
            close();
            view_.writeItem(written, value);
        });
        connect(field_, &NumberField::cancelled, this, [this] { close(); });
    }
    edited_ = item;
    field_->setLimits(view_.itemLimits(item));
    field_->setModified(false);
    field_->setNumber(view_.itemNumber(item));
    field_->setAccessibleName(view_.itemName(item));
    follow();
    field_->show();
    field_->setFocus(Qt::OtherFocusReason);
    field_->selectAll();
    if (!typed.isEmpty())
        field_->insert(typed);
}

bool ItemEditing::isOpen() const
{
    return edited_ >= 0;
}

void ItemEditing::follow()
{
    if (edited_ < 0)
        return;
    if (edited_ >= view_.itemCount()) {
        close();
        return;
    }
    const QRectF box = view_.itemBox(edited_);
    const double usual = std::max(double(field_->neededWidth()), std::min(box.width() - 6, widestField));
    const double width = std::min(usual, double(view_.width()));
    const double height = std::max(22.0, std::min(box.height(), 30.0));
    QRectF place(0, 0, width, height);
    place.moveCenter(box.center());
    place.moveLeft(std::clamp(place.left(), 0.0, std::max(0.0, view_.width() - width)));
    place.moveTop(std::clamp(place.top(), 0.0, std::max(0.0, view_.height() - height)));
    field_->setGeometry(place.toRect());
}

void ItemEditing::setTheme(const Theme& theme)
{
    if (field_)
        field_->setTheme(theme);
}

void ItemEditing::close()
{
    if (edited_ < 0)
        return;
    edited_ = -1;
    const bool held = field_->hasFocus();
    field_->hide();
    if (held)
        view_.setFocus(Qt::OtherFocusReason);
    view_.update();
}

void ItemEditing::press(int item, QPointF place, quint64 milliseconds)
{
    dragged_ = item;
    dragging_ = false;
    from_ = place;
    at_ = milliseconds;
    exact_ = written_ = view_.itemNumber(item);
}

bool ItemEditing::move(QPointF place, quint64 milliseconds)
{
    if (dragged_ < 0 || dragged_ >= view_.itemCount())
        return false;
    const double up = from_.y() - place.y();
    if (!dragging_ && std::abs(up) < dragThreshold)
        return false;
    const NumberLimits limits = view_.itemLimits(dragged_);
    const double passed = milliseconds > at_ ? double(milliseconds - at_) : 0;
    const double speed = passed > 0 && dragging_ ? std::abs(up) / passed : 0;
    from_ = place;
    at_ = milliseconds;
    exact_ += up / pixelsPerStep * limits.step * stride(speed, exact_, limits.step);
    exact_ = std::clamp(exact_, limits.minimum, limits.maximum);
    const double value = limits.onGrid(exact_);
    if (!dragging_ || value != written_) {
        written_ = value;
        view_.writeItem(dragged_, value, dragging_ ? Intent::Phase::Move : Intent::Phase::Begin);
    }
    dragging_ = true;
    return true;
}

bool ItemEditing::release()
{
    const bool was = dragging_;
    const int item = dragged_;
    dragged_ = -1;
    dragging_ = false;
    if (was && item < view_.itemCount())
        view_.writeItem(item, written_, Intent::Phase::End);
    return was;
}

} // namespace tangent
