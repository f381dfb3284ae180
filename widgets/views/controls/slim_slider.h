// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/intent.h"
#include "widgets/views/number_limits.h"
#include "widgets/views/theme.h"

#include <QWidget>

#include <vector>

namespace tangent {

/// A thin slider, linear or logarithmic. A press on the groove takes the knob there; a drag is one
/// gesture, and so is a key held down. Setters never emit.
class SlimSlider : public QWidget {
    Q_OBJECT

public:
    explicit SlimSlider(QWidget* parent = nullptr);

    void setLimits(const NumberLimits& limits);
    const NumberLimits& limits() const { return limits_; }
    void setNumber(double value);
    double number() const { return number_; }
    /// Small ticks on the groove.
    void setMarks(const std::vector<double>& marks);
    void setTheme(const Theme& theme);
    /// The number lies beyond an end: the knob stands there as an arrow.
    bool isBeyond() const;
    bool isDragging() const { return dragging_; }
    /// Moves as a hand would, for keys and screen readers.
    void moveTo(double value, Intent::Phase phase);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void moved(double value, tangent::Intent::Phase phase);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QRectF groove() const;
    double numberAt(double x) const;
    void endHeldKey();
    double steppedBy(double count) const;

    NumberLimits limits_;
    double number_ = 0;
    double wheel_ = 0;
    bool dragging_ = false;
    bool keyHeld_ = false;
    std::vector<double> marks_;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
