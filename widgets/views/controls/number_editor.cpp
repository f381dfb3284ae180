// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/number_editor.h"

#include "widgets/views/controls/number_field.h"
#include "widgets/views/controls/slim_slider.h"

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr int gap = 8;
constexpr double leastField = 58;

} // namespace

NumberEditor::NumberEditor(QWidget* parent)
    : ValueEditor(parent)
    , slider_(new SlimSlider(this))
    , field_(new NumberField(this))
{
    connect(slider_, &SlimSlider::moved, this, [this](double value, Intent::Phase phase) {
        field_->setNumber(value);
        emit edited(value, phase);
    });
    connect(field_, &NumberField::committed, this, [this](double value) {
        slider_->setNumber(value);
        emit edited(value, Intent::Phase::Whole);
    });
}

void NumberEditor::declare(const Parameter& parameter)
{
    const NumberLimits limits = NumberLimits::of(parameter);
    slider_->setLimits(NumberLimits::usualOf(parameter));
    slider_->setAccessibleName(parameter.label);
    slider_->setAccessibleDescription(parameter.help);
    slider_->setToolTip(parameter.help);
    field_->setLimits(limits);
    field_->setUnit(parameter.unit);
    field_->setAccessibleName(parameter.label);
    field_->setHelp(parameter.help);
}

void NumberEditor::showValue(const Value& value, bool automatic)
{
    const double shown = number(value, slider_->limits().minimum);
    slider_->setNumber(shown);
    field_->setNumber(shown, automatic);
}

void NumberEditor::setTheme(const Theme& theme)
{
    slider_->setTheme(theme);
    field_->setTheme(theme);
}

int NumberEditor::neededWidth() const
{
    return slider_->minimumSizeHint().width() + gap + fieldWidth();
}

int NumberEditor::heightFor(int) const
{
    return controlHeight();
}

int NumberEditor::fieldWidth() const
{
    return std::max(int(std::lround(leastField * textScale())), field_->neededWidth());
}

void NumberEditor::setFieldWidth(int width)
{
    fieldWidth_ = width;
    arrange();
}

void NumberEditor::resizeEvent(QResizeEvent*)
{
    arrange();
}

void NumberEditor::arrange()
{
    const int fieldNow = std::max(fieldWidth(), fieldWidth_);
    slider_->setGeometry(0, 0, std::max(0, width() - fieldNow - gap), height());
    field_->setGeometry(width() - fieldNow, 1, fieldNow, height() - 2);
}

} // namespace tangent
