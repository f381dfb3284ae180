// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/slider_accessible.h"

#include "widgets/views/controls/slim_slider.h"

#include <QAccessibleWidget>

namespace tangent {

namespace {

class SliderInterface final : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit SliderInterface(SlimSlider& slider)
        : QAccessibleWidget(&slider, QAccessible::Slider)
        , slider_(slider)
    {
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? fieldNumber(slider_.number()) : QAccessibleWidget::text(kind);
    }

    QVariant currentValue() const override { return slider_.number(); }
    QVariant minimumValue() const override { return slider_.limits().minimum; }
    QVariant maximumValue() const override { return slider_.limits().maximum; }
    QVariant minimumStepSize() const override { return slider_.limits().step; }
    void setCurrentValue(const QVariant& value) override
    {
        slider_.moveTo(value.toDouble(), Intent::Phase::Whole);
    }

private:
    SlimSlider& slider_;
};

QAccessibleInterface* makeInterface(const QString& className, QObject* object)
{
    if (className != QLatin1String("tangent::SlimSlider"))
        return nullptr;
    SlimSlider* slider = qobject_cast<SlimSlider*>(object);
    return slider ? new SliderInterface(*slider) : nullptr;
}

} // namespace

void announceSliders()
{
    [[maybe_unused]] static const bool once = (QAccessible::installFactory(makeInterface), true);
}

void announceSliderValue(SlimSlider& slider)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleValueChangeEvent changed(&slider, slider.number());
    QAccessible::updateAccessibility(&changed);
}

} // namespace tangent
