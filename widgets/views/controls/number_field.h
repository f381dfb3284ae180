// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/controls/line_field.h"
#include "widgets/views/number_limits.h"

namespace tangent {

/// A field for one number, typed by the reader's locale. Return or leaving the field commits, Esc takes
/// the typing back, Up and Down step (Shift: ten steps). What is no number or out of range is marked,
/// explained in the tooltip and never committed. Of a number that is too long for the field its first digits
/// are seen, all of them in the tooltip. Setters never emit.
class NumberField : public LineField {
    Q_OBJECT

public:
    explicit NumberField(QWidget* parent = nullptr);

    void setLimits(const NumberLimits& limits);
    /// The number to show; left alone while the reader is typing. `automatic` writes it muted.
    void setNumber(double value, bool automatic = false);
    double number() const { return number_; }
    /// Why what stands in the field cannot be used; empty when it can.
    QString complaint() const;
    /// Wide enough for the longest number of the range.
    int neededWidth() const;

signals:
    void committed(double value);
    /// Esc, Return on an unchanged number, or focus lost without a usable number.
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void write(double value);
    void showWhole();
    void commit();
    void revert();
    void refreshMark();

    NumberLimits limits_;
    double number_ = 0;
    bool automatic_ = false;
};

} // namespace tangent
