// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/controls/value_editor.h"

namespace tangent {

class PlainButton;

/// Any of several choices, each a chip; the chips wrap.
class SetEditor : public ValueEditor {
    Q_OBJECT

public:
    explicit SetEditor(QWidget* parent = nullptr);

    void declare(const Parameter& parameter) override;
    void showValue(const Value& value, bool automatic) override;
    void setTheme(const Theme& theme) override;
    int neededWidth() const override;
    int heightFor(int width) const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    int arrange(int width, bool apply) const;
    void emitChosen();

    std::vector<Choice> choices_;
    std::vector<PlainButton*> chips_;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
