// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/intent.h"
#include "widgets/scene/parameter.h"
#include "widgets/views/theme.h"

#include <QWidget>

#include <memory>

namespace tangent {

/// The controls of one parameter's value, whatever its kind. Setters never emit.
class ValueEditor : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// The editor for this kind; null for kinds that have no row (step, rows, grid).
    static std::unique_ptr<ValueEditor> make(Parameter::Kind kind, QWidget* parent = nullptr);

    /// Range, choices, help: may change while the control is in use.
    virtual void declare(const Parameter& parameter) = 0;
    /// `automatic`: the lab decided this value.
    virtual void showValue(const Value& value, bool automatic) = 0;
    virtual void setTheme(const Theme& theme) = 0;
    /// The least width in which nothing is cut, and the height in a given width.
    virtual int neededWidth() const = 0;
    virtual int heightFor(int width) const = 0;
    /// The width of its number fields, to line them up; 0 when it has none.
    virtual int fieldWidth() const { return 0; }
    virtual void setFieldWidth(int) { }

signals:
    void edited(const tangent::Value& value, tangent::Intent::Phase phase);
};

/// The height of one row of controls.
int controlHeight();

} // namespace tangent
