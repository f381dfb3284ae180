// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QWidget>

#include <functional>
#include <vector>

/// What the accessible objects of many views share.
namespace tangent {

/// From now on a `View` is spoken of by an `Interface`, which is made from a reference to it. Safe to call
/// again.
template <class View, class Interface>
void installInterface()
{
    const auto make = [](const QString& className, QObject* object) -> QAccessibleInterface* {
        // Qt asks for the class of an object and then for those it descends from.
        if (className != QLatin1String(View::staticMetaObject.className()))
            return nullptr;
        View* view = qobject_cast<View*>(object);
        return view ? new Interface(*view) : nullptr;
    };
    [[maybe_unused]] static const bool once = (QAccessible::installFactory(make), true);
}

/// A part of a view that is no widget and has no parts of its own.
class PartInterface : public QAccessibleInterface {
public:
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override { }
};

/// The parts of a view by number: each is made when it is first asked for, and deleted with this object.
class PartInterfaces {
public:
    PartInterfaces() = default;
    ~PartInterfaces();
    PartInterfaces(const PartInterfaces&) = delete;
    PartInterfaces& operator=(const PartInterfaces&) = delete;

    /// `index` from 0; `make` makes the part of a number.
    QAccessibleInterface* at(int index, const std::function<QAccessibleInterface*(int)>& make);
    /// -1: none of these.
    int indexOf(const QAccessibleInterface* part) const;

private:
    std::vector<QAccessible::Id> ids_;
};

/// Tells assistive programs that the keyboard is on a part of a view now; below 0: on none, and nothing is
/// said.
void announcePartFocus(QWidget& view, int part);

/// Tells them that a view has another value, or, from 0, one of its parts.
void announceValue(QWidget& view, const QVariant& value, int part = -1);

} // namespace tangent
