// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/number_limits.h"
#include "widgets/views/theme.h"

#include <QLineEdit>

namespace tangent {

/// A field for one number, typed by the reader's locale. Return or leaving the field commits, Esc takes
/// the typing back, Up and Down step (Shift: ten steps). What is no number or out of range is marked,
/// explained in the tooltip and never committed. Setters never emit.
class NumberField : public QLineEdit {
    Q_OBJECT

public:
    explicit NumberField(QWidget* parent = nullptr);

    void setLimits(const NumberLimits& limits);
    /// The number to show; left alone while the reader is typing. `automatic` writes it muted.
    void setNumber(double value, bool automatic = false);
    double number() const { return number_; }
    void setTheme(const Theme& theme);
    void setHelp(const QString& help);
    /// Why what stands in the field cannot be used; empty when it can.
    QString complaint() const;
    /// Wide enough for the longest number of the range.
    int neededWidth() const;

signals:
    void committed(double value);
    /// Esc, or focus lost without a usable number.
    void cancelled();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    bool commit();
    void revert();
    void refreshMark();
    void applyColours();

    NumberLimits limits_;
    double number_ = 0;
    bool automatic_ = false;
    bool wrong_ = false;
    QString help_;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
