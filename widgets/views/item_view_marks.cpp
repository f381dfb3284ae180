// SPDX-License-Identifier: GPL-3.0-or-later
// What an item view does with marks that are not numbers: words that are typed, marks that are carried.
#include "widgets/views/item_view.h"

#include "widgets/views/number_target.h"
#include "widgets/views/text_target.h"
#include "widgets/views/text_typing.h"

#include <QMouseEvent>

#include <cmath>
#include <utility>

namespace tangent {

namespace {

constexpr double carryThreshold = 5;

} // namespace

bool ItemView::isNumberItem(int item) const
{
    return isNumberTarget(itemTarget(item)) && !isTextTarget(itemTarget(item), parameters());
}

bool ItemView::isTypedItem(int item) const
{
    return !itemTyped(item).key.isEmpty();
}

Target ItemView::itemTyped(int item) const
{
    const Target target = itemTarget(item);
    return isTextTarget(target, parameters()) ? target : Target();
}

std::vector<ItemAction> ItemView::itemActions(int item) const
{
    return dropActions(itemDrops(item));
}

void ItemView::typeItem(int item)
{
    if (item >= 0 && item < itemCount() && isTypedItem(item))
        typing_->open(item);
}

void ItemView::openActions(int item)
{
    if (item < 0 || item >= itemCount())
        return;
    const QPoint below = itemBox(item).bottomLeft().toPoint();
    showActions(*this, below, carriedName(item), itemActions(item), theme(),
        [this](const Intent& wanted) { emit intent(wanted); });
}

bool ItemView::startCarrying(const QMouseEvent& event)
{
    if (pressed_ < 0 || pressed_ >= itemCount() || isNumberItem(pressed_))
        return false;
    const QPointF way = event.position() - pressedAt_;
    if (std::abs(way.x()) + std::abs(way.y()) < carryThreshold)
        return false;
    const std::vector<Drop> drops = itemDrops(pressed_);
    if (drops.empty())
        return false;
    const int item = std::exchange(pressed_, -1);
    pointAt(-1);
    emit carryWanted(drops, carriedName(item), event.globalPosition().toPoint());
    return true;
}

} // namespace tangent
