// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/item_view_accessible.h"

#include "widgets/views/accessible_parts.h"
#include "widgets/views/item_view.h"
#include "widgets/views/number_target.h"
#include "widgets/views/text_target.h"

#include <QAccessibleWidget>

namespace tangent {

namespace {

/// One cell, line, node or picture.
class ItemInterface final : public PartInterface,
                            public QAccessibleValueInterface,
                            public QAccessibleActionInterface {
public:
    ItemInterface(ItemView& view, int item)
        : view_(view)
        , item_(item)
    {
    }

    bool isValid() const override { return item_ < view_.itemCount(); }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(&view_); }
    void setText(QAccessible::Text kind, const QString& text) override
    {
        if (kind == QAccessible::Value && isTyped())
            emit view_.intent(writeText(view_.itemTyped(item_), text));
    }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Name)
            return view_.itemName(item_);
        return kind == QAccessible::Value ? view_.itemText(item_) : QString();
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = view_.itemBox(item_).toAlignedRect();
        return {view_.mapToGlobal(box.topLeft()), box.size()};
    }

    QAccessible::Role role() const override
    {
        if (isNumber())
            return QAccessible::SpinBox;
        if (isTyped())
            return QAccessible::EditableText;
        return isButton() ? QAccessible::Button : QAccessible::StaticText;
    }

    QAccessible::State state() const override
    {
        QAccessible::State made;
        made.focusable = true;
        made.focused = view_.hasFocus() && view_.focusItem() == item_;
        made.editable = isNumber() || isTyped();
        made.invisible = !view_.isVisible();
        return made;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface && isNumber())
            return static_cast<QAccessibleValueInterface*>(this);
        if (type == QAccessible::ActionInterface)
            return static_cast<QAccessibleActionInterface*>(this);
        return nullptr;
    }

    QVariant currentValue() const override { return view_.itemNumber(item_); }
    QVariant minimumValue() const override { return view_.itemLimits(item_).minimum; }
    QVariant maximumValue() const override { return view_.itemLimits(item_).maximum; }
    QVariant minimumStepSize() const override { return view_.itemLimits(item_).step; }
    void setCurrentValue(const QVariant& value) override { view_.writeItem(item_, value.toDouble()); }

    QStringList actionNames() const override
    {
        QStringList names{setFocusAction()};
        if (isNumber())
            names << increaseAction() << decreaseAction();
        if (isButton() || isTyped())
            names << pressAction();
        if (isValid())
            for (const ItemAction& action : view_.itemActions(item_))
                names << action.spoken;
        return names;
    }

    void doAction(const QString& name) override
    {
        if (name == setFocusAction()) {
            view_.setFocus(Qt::OtherFocusReason);
            view_.setFocusItem(item_);
        } else if (name == pressAction() && (isButton() || isTyped())) {
            view_.activate(item_);
        } else if ((name == increaseAction() || name == decreaseAction()) && isNumber()) {
            const double by = name == increaseAction() ? 1 : -1;
            view_.writeItem(item_, view_.itemLimits(item_).stepped(view_.itemNumber(item_), by));
        } else if (isValid()) {
            for (const ItemAction& action : view_.itemActions(item_))
                if (action.spoken == name) {
                    emit view_.intent(action.intent);
                    return;
                }
        }
    }

    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    bool isNumber() const { return isValid() && view_.isNumberItem(item_); }
    bool isTyped() const { return isValid() && view_.isTypedItem(item_) && !isButton(); }
    bool isButton() const { return isValid() && isButtonTarget(view_.itemTarget(item_)); }

    ItemView& view_;
    int item_;
};

/// The view itself: its items are its children.
class ItemViewInterface final : public QAccessibleWidget {
public:
    explicit ItemViewInterface(ItemView& view)
        : QAccessibleWidget(&view, QAccessible::Grouping)
        , view_(view)
    {
    }

    int childCount() const override { return view_.itemCount(); }

    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= view_.itemCount())
            return nullptr;
        return items_.at(index, [this](int item) { return new ItemInterface(view_, item); });
    }

    int indexOfChild(const QAccessibleInterface* child) const override { return items_.indexOf(child); }

    QAccessibleInterface* childAt(int x, int y) const override
    {
        return child(view_.itemAt(view_.mapFromGlobal(QPoint(x, y))));
    }

    QAccessibleInterface* focusChild() const override
    {
        return view_.hasFocus() ? child(view_.focusItem()) : nullptr;
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Name && view_.accessibleName().isEmpty())
            return view_.figure().title;
        return QAccessibleWidget::text(kind);
    }

private:
    ItemView& view_;
    mutable PartInterfaces items_;
};

} // namespace

void announceItemViews()
{
    installInterface<ItemView, ItemViewInterface>();
}

void announceItemFocus(ItemView& view, int item)
{
    announcePartFocus(view, item);
}

void announceItemValue(ItemView& view, int item)
{
    if (item >= 0)
        announceValue(view, view.itemNumber(item), item);
}

} // namespace tangent
