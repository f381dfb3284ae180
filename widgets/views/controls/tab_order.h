// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace tangent {

/// The Tab key visits these widgets of a container one after the other, at the container's own turn,
/// whenever they were made. Those that take no focus are passed over.
void orderTabs(QWidget& container, const std::vector<QWidget*>& widgets);

} // namespace tangent
