// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/controls/value_editor.h"

namespace tangent {

/// The name of a parameter with a dot when it differs from its default; a double click resets it.
class RowLabel : public QWidget {
    Q_OBJECT

public:
    explicit RowLabel(QWidget* parent = nullptr);

    void setName(const QString& name, const QString& help);
    void setDiffers(bool differs);
    void setTheme(const Theme& theme);
    int neededWidth() const;

signals:
    void resetWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    QString name_;
    bool differs_ = false;
    const Theme* theme_ = &Theme::light();
};

/// One parameter: name, control, number. Delete or Backspace in a control that does not type resets it,
/// as a double click on the name does. Setters never emit.
class ParameterRow : public QWidget {
    Q_OBJECT

public:
    explicit ParameterRow(const Parameter& parameter, QWidget* parent = nullptr);

    static constexpr int labelGap = 8; ///< between name and control

    const Parameter& parameter() const { return parameter_; }
    void declare(const Parameter& parameter);
    void follow(const Value& value, bool automatic, bool differs);
    void setTheme(const Theme& theme);
    /// Stands out while its number in a text is pointed at.
    void setLit(bool lit);
    /// Whether there is a row for such a parameter.
    static bool hasRow(const Parameter& parameter);

    int labelWidth() const { return label_->neededWidth(); }
    int editorWidth() const { return editor_->neededWidth(); }
    int fieldWidth() const { return editor_->fieldWidth(); }
    int heightFor(int width, int labelWidth) const;
    void setColumns(int labelWidth, int fieldWidth);

signals:
    void intent(const tangent::Intent& wanted);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void write(const Value& value, Intent::Phase phase);
    void arrange();

    Parameter parameter_;
    RowLabel* label_;
    ValueEditor* editor_;
    int labelWidth_ = 100;
    bool lit_ = false;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
