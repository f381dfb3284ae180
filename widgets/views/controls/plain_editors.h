// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/controls/value_editor.h"

namespace tangent {

class LineField;
class NumberField;
class PlainButton;

/// A switch.
class ToggleEditor : public ValueEditor {
    Q_OBJECT

public:
    explicit ToggleEditor(QWidget* parent = nullptr);

    void declare(const Parameter& parameter) override;
    void showValue(const Value& value, bool automatic) override;
    void setTheme(const Theme& theme) override;
    int neededWidth() const override;
    int heightFor(int width) const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    PlainButton* switch_;
};

/// Two numbers: a place in the plane.
class PointEditor : public ValueEditor {
    Q_OBJECT

public:
    explicit PointEditor(QWidget* parent = nullptr);

    void declare(const Parameter& parameter) override;
    void showValue(const Value& value, bool automatic) override;
    void setTheme(const Theme& theme) override;
    int neededWidth() const override;
    int heightFor(int width) const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    NumberField* x_;
    NumberField* y_;
};

/// One line of text, committed by Return or by leaving it. A text in a language is edited in its figure;
/// here stands how long it is.
class TextEditor : public ValueEditor {
    Q_OBJECT

public:
    explicit TextEditor(QWidget* parent = nullptr);

    void declare(const Parameter& parameter) override;
    void showValue(const Value& value, bool automatic) override;
    void setTheme(const Theme& theme) override;
    int neededWidth() const override;
    int heightFor(int width) const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitLetters();

    LineField* field_;
    bool elsewhere_ = false;
};

} // namespace tangent
