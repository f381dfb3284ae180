// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/accessible_parts.h"

#include <algorithm>

namespace tangent {

PartInterfaces::~PartInterfaces()
{
    for (const QAccessible::Id id : ids_)
        QAccessible::deleteAccessibleInterface(id);
}

QAccessibleInterface* PartInterfaces::at(int index, const std::function<QAccessibleInterface*(int)>& make)
{
    while (int(ids_.size()) <= index)
        ids_.push_back(QAccessible::registerAccessibleInterface(make(int(ids_.size()))));
    return QAccessible::accessibleInterface(ids_[size_t(index)]);
}

int PartInterfaces::indexOf(const QAccessibleInterface* part) const
{
    const auto found = std::find_if(ids_.begin(), ids_.end(),
        [&](QAccessible::Id id) { return QAccessible::accessibleInterface(id) == part; });
    return found == ids_.end() ? -1 : int(found - ids_.begin());
}

void announcePartFocus(QWidget& view, int part)
{
    if (!QAccessible::isActive() || part < 0)
        return;
    QAccessibleEvent focused(&view, QAccessible::Focus);
    focused.setChild(part);
    QAccessible::updateAccessibility(&focused);
}

void announceValue(QWidget& view, const QVariant& value, int part)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleValueChangeEvent changed(&view, value);
    changed.setChild(part);
    QAccessible::updateAccessibility(&changed);
}

} // namespace tangent
