// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"
#include "widgets/scene/intent.h"
#include "widgets/views/theme.h"

#include <QWidget>

#include <functional>

namespace tangent {

/// Something that can be done with a mark without dragging it: a line of its menu, an action of its
/// accessible object.
struct ItemAction {
    QString label;  ///< in the menu: "Document 2"
    QString spoken; ///< by itself: "Put onto Document 2"
    Intent intent;
};

/// The places where a mark can be put.
std::vector<ItemAction> dropActions(const std::vector<Drop>& drops);

/// Opens the menu of a mark at a place of a widget. It is not modal, and goes when it is left.
void showActions(QWidget& over, QPoint place, const QString& title, const std::vector<ItemAction>& actions,
    const Theme& theme, const std::function<void(const Intent&)>& chosen);

/// Return, Enter, the menu key or Ctrl+M: the keys that open it.
bool opensActions(const QKeyEvent& event, bool returnIsFree);

} // namespace tangent
