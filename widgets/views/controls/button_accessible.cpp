// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/button_accessible.h"

#include "widgets/views/accessible_parts.h"
#include "widgets/views/controls/buttons.h"

#include <QAccessibleWidget>

namespace tangent {

namespace {

QAccessible::Role roleOf(const PlainButton& button)
{
    switch (button.look()) {
    case PlainButton::Look::Segment:
        return QAccessible::RadioButton;
    case PlainButton::Look::Tab:
        return QAccessible::PageTab;
    case PlainButton::Look::Chip:
    case PlainButton::Look::Switch:
        return QAccessible::CheckBox;
    case PlainButton::Look::Fold:
    case PlainButton::Look::Framed:
        break;
    }
    return QAccessible::Button;
}

class ButtonInterface final : public QAccessibleWidget {
public:
    explicit ButtonInterface(PlainButton& button)
        : QAccessibleWidget(&button, roleOf(button))
        , button_(button)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        const QString own = QAccessibleWidget::text(kind);
        return kind == QAccessible::Name && own.isEmpty() ? button_.text() : own;
    }

    QAccessible::State state() const override
    {
        QAccessible::State made = QAccessibleWidget::state();
        const bool fold = button_.look() == PlainButton::Look::Fold;
        made.checkable = button_.isCheckable() && !fold;
        made.checked = button_.isChecked() && !fold;
        made.expandable = fold;
        made.expanded = fold && button_.isChecked();
        made.collapsed = fold && !button_.isChecked();
        made.selected = role() == QAccessible::PageTab && button_.isChecked();
        return made;
    }

    QStringList actionNames() const override
    {
        const QString act = button_.isCheckable() ? toggleAction() : pressAction();
        return QStringList{act} + QAccessibleWidget::actionNames();
    }

    void doAction(const QString& name) override
    {
        if (name == toggleAction() || name == pressAction())
            button_.click();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    PlainButton& button_;
};

} // namespace

void announceButtons()
{
    installInterface<PlainButton, ButtonInterface>();
}

} // namespace tangent
