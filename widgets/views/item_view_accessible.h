// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tangent {

class ItemView;

/// Makes item views speak: each item is an accessible child with a name, a value and, where it can be
/// clicked or edited, an action or a value interface. Called by every view; does its work once.
void announceItemViews();

/// Tells assistive programs that the focus went to an item, or that an item's number changed.
void announceItemFocus(ItemView& view, int item);
void announceItemValue(ItemView& view, int item);

} // namespace tangent
