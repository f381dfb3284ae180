// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/talk/prediction.h"
#include "widgets/views/plot_view.h"

namespace tangent {

/// Lies over a plot while a guess is asked for: a click, or the arrow keys and Return, give a place; a stroke
/// from left to right gives a curve, and so do the arrow keys: Right draws on, Up and Down set the height,
/// Left takes back, Return gives the guess. Its accessible name says where the keyboard stands.
class PredictionPad : public QWidget {
    Q_OBJECT

public:
    /// Covers `plot`, and goes with it.
    PredictionPad(PlotView& plot, Prediction::Kind kind);

signals:
    /// In axis units; a curve's points rise in x.
    void given(const std::vector<QPointF>& points);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QString hint() const;
    void draw(QPointF pixel);
    void moveBy(QPointF pixels);
    void give();
    void describe();

    PlotView& plot_;
    Prediction::Kind kind_;
    std::vector<QPointF> stroke_; ///< pixels, rising in x
    QPointF cross_;               ///< where the keyboard stands
};

} // namespace tangent
