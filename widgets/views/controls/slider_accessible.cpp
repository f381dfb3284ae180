// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/slider_accessible.h"

#include "widgets/views/accessible_parts.h"
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

} // namespace

void announceSliders()
{
    installInterface<SlimSlider, SliderInterface>();
}

void announceSliderValue(SlimSlider& slider)
{
    announceValue(slider, slider.number());
}

} // namespace tangent
