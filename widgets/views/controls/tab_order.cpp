// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/tab_order.h"

namespace tangent {

void orderTabs(QWidget& container, const std::vector<QWidget*>& widgets)
{
    // QWidget::setTabOrder() leaves widgets alone that take no focus, so the container takes it meanwhile.
    const Qt::FocusPolicy policy = container.focusPolicy();
    container.setFocusPolicy(Qt::TabFocus);
    QWidget* before = &container;
    for (QWidget* widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus)
            continue;
        QWidget::setTabOrder(before, widget);
        before = widget;
    }
    container.setFocusPolicy(policy);
}

} // namespace tangent
