// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/controls/value_editor.h"

namespace tangent {

class NumberField;
class SlimSlider;

/// A slider and a number.
class NumberEditor : public ValueEditor {
    Q_OBJECT

public:
    explicit NumberEditor(QWidget* parent = nullptr);

    void declare(const Parameter& parameter) override;
    void showValue(const Value& value, bool automatic) override;
    void setTheme(const Theme& theme) override;
    int neededWidth() const override;
    int heightFor(int width) const override;
    int fieldWidth() const override;
    void setFieldWidth(int width) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    SlimSlider* slider_;
    NumberField* field_;
    int fieldWidth_ = 0;
};

} // namespace tangent
