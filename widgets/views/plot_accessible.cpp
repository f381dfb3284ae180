// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/plot_accessible.h"

#include "widgets/scene/number_text.h"
#include "widgets/views/accessible_parts.h"
#include "widgets/views/plot_handles.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <cmath>

#include <map>

namespace tangent {

namespace {

/// One way that one handle can go, found again by the handle's id in every scene.
class HandleAccessible : public PartInterface, public QAccessibleValueInterface {
public:
    HandleAccessible(PlotView* view, QString id, Coordinate coordinate)
        : view_(view)
        , id_(std::move(id))
        , coordinate_(coordinate)
    {
    }

    int index() const
    {
        for (int i = 0; view_ && i < int(view_->handles().size()); ++i) {
            if (view_->handles()[size_t(i)].id == id_)
                return i;
        }
        return -1;
    }

    bool isValid() const override { return index() >= 0; }
    QWindow* window() const override { return view_ ? view_->window()->windowHandle() : nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(view_); }
    QAccessible::Role role() const override { return QAccessible::Slider; }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        const Handle handle =
            completed(view_->handles()[size_t(index())], view_->values(), view_->parameters());
        if (kind == QAccessible::Name) {
            if (coordinatesOf(handle).size() < 2)
                return handle.label;
            return handle.label
                + (coordinate_ == Coordinate::X ? QStringLiteral(", x") : QStringLiteral(", y"));
        }
        if (kind == QAccessible::Value && handle.geometry == Handle::Geometry::Connect)
            return handleValueText(handle, view_->values(), view_->parameters(), view_->mapping());
        if (kind == QAccessible::Value)
            return shownNumber(handleValue(handle, coordinate_, view_->values()));
        return {};
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        // What is seen of it: a handle far outside the axes lies where no whole number reaches.
        const QRectF box = view_->handleRectangle(index()).intersected(view_->rect());
        if (!std::isfinite(box.x()) || !std::isfinite(box.y()) || box.isEmpty())
            return {};
        const QRect seen = box.toAlignedRect();
        return {view_->mapToGlobal(seen.topLeft()), seen.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.focused = isValid() && view_->hasFocus() && view_->focusedHandle() == index();
        state.invisible = !view_ || !view_->isVisible();
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this) : nullptr;
    }

    QVariant currentValue() const override
    {
        return isValid() ? handleValue(view_->handles()[size_t(index())], coordinate_, view_->values()) : 0.0;
    }
    void setCurrentValue(const QVariant& value) override
    {
        bool isNumber = false;
        const double wanted = value.toDouble(&isNumber);
        if (isValid() && isNumber)
            view_->setHandleValue(index(), coordinate_, wanted);
    }
    QVariant minimumValue() const override { return isValid() ? range().minimum : 0.0; }
    QVariant maximumValue() const override { return isValid() ? range().maximum : 0.0; }
    QVariant minimumStepSize() const override { return isValid() ? range().step : 0.0; }

private:
    HandleRange range() const { return view_->rangeOf(index(), coordinate_); }

    QPointer<PlotView> view_;
    QString id_;
    Coordinate coordinate_;
};

class PlotAccessible : public QAccessibleWidget {
public:
    explicit PlotAccessible(PlotView& view)
        : QAccessibleWidget(&view, QAccessible::Chart)
    {
    }

    ~PlotAccessible() override
    {
        for (const auto& [key, id] : children_)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return int(keys().size()); }

    QAccessibleInterface* child(int index) const override
    {
        const std::vector<Key> all = keys();
        if (index < 0 || index >= int(all.size()))
            return nullptr;
        const Key& key = all[size_t(index)];
        const auto known = children_.find(key);
        if (known != children_.end())
            return QAccessible::accessibleInterface(known->second);
        auto* made = new HandleAccessible(view(), key.first, key.second);
        children_[key] = QAccessible::registerAccessibleInterface(made);
        return made;
    }

    int indexOfChild(const QAccessibleInterface* wanted) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i) == wanted)
                return i;
        }
        return -1;
    }

    QAccessibleInterface* childAt(int x, int y) const override
    {
        for (int i = childCount() - 1; i >= 0; --i) {
            QAccessibleInterface* tried = child(i);
            if (tried->rect().contains(x, y))
                return tried;
        }
        return nullptr;
    }

    QAccessibleInterface* focusChild() const override
    {
        const int focused = view()->hasFocus() ? view()->focusedHandle() : -1;
        return focused < 0 ? nullptr : childOf(focused);
    }

    QStringList actionNames() const override
    {
        const QString adding = view()->addingLabel();
        return QAccessibleWidget::actionNames() + (adding.isEmpty() ? QStringList() : QStringList(adding));
    }

    void doAction(const QString& name) override
    {
        if (!name.isEmpty() && name == view()->addingLabel())
            view()->addRowInTheMiddle();
        else
            QAccessibleWidget::doAction(name);
    }

    /// The first slider of a handle.
    QAccessibleInterface* childOf(int handle) const
    {
        const std::vector<Key> all = keys();
        for (int i = 0; i < int(all.size()); ++i) {
            if (all[size_t(i)].first == view()->handles()[size_t(handle)].id)
                return child(i);
        }
        return nullptr;
    }

private:
    using Key = std::pair<QString, Coordinate>;

    PlotView* view() const { return static_cast<PlotView*>(widget()); }

    std::vector<Key> keys() const
    {
        std::vector<Key> all;
        for (const Handle& handle : view()->handles()) {
            for (const Coordinate way :
                coordinatesOf(completed(handle, view()->values(), view()->parameters())))
                all.emplace_back(handle.id, way);
        }
        return all;
    }

    mutable std::map<Key, QAccessible::Id> children_;
};

QAccessibleInterface* childOf(PlotView* view, int index)
{
    if (!QAccessible::isActive())
        return nullptr;
    auto* plot = dynamic_cast<PlotAccessible*>(QAccessible::queryAccessibleInterface(view));
    return plot ? plot->childOf(index) : nullptr;
}

} // namespace

void installPlotAccessibility()
{
    installInterface<PlotView, PlotAccessible>();
}

void announceHandleFocus(PlotView* view, int index)
{
    if (QAccessibleInterface* child = childOf(view, index)) {
        QAccessibleEvent event(child, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

void announceHandleValue(PlotView* view, int index)
{
    if (QAccessibleInterface* child = childOf(view, index)) {
        QAccessibleValueChangeEvent event(child, child->valueInterface()->currentValue());
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace tangent
