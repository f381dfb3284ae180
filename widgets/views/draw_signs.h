// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/controls/buttons.h"

namespace tangent {

/// The signs of the pens, in the order of Pen::Tool: four arrows, a brush's ring of dots, a point, an eraser,
/// a tag.
std::vector<PlainButton::Sign> penSigns();

/// The ring, some dots: what the sliders beside them are about.
void paintRing(QPainter& painter, QPointF middle, const QColor& colour);
void paintDots(QPainter& painter, QPointF middle, const QColor& colour);
/// Three dots in a line: there is more.
void paintMore(QPainter& painter, QPointF middle, const QColor& colour);

/// What a slider without words is about.
class PenSign : public QWidget {
public:
    PenSign(PlainButton::Sign sign, QWidget* parent);

    void setTheme(const Theme& theme);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PlainButton::Sign sign_;
    QColor colour_;
};

} // namespace tangent
