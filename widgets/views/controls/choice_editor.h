// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/controls/value_editor.h"

namespace tangent {

class SegmentedControl;
class SlimCombo;

/// One of several choices: side by side where their labels fit, otherwise in a combo box.
class ChoiceEditor : public ValueEditor {
    Q_OBJECT

public:
    explicit ChoiceEditor(QWidget* parent = nullptr);

    void declare(const Parameter& parameter) override;
    void showValue(const Value& value, bool automatic) override;
    void setTheme(const Theme& theme) override;
    int neededWidth() const override;
    int heightFor(int width) const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void select();
    void choose(int index);

    std::vector<Choice> choices_;
    QString token_;
    SegmentedControl* segments_;
    SlimCombo* combo_;
};

} // namespace tangent
