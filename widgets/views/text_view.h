// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/figure_view.h"

namespace tangent {

/// Longer texts that are edited in place.
class TextView : public FigureView {
    Q_OBJECT

public:
    using FigureView::FigureView;

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// Draws it once.
void paintTexts(QPainter& painter, const QRectF& box, const TextFigure& figure, const Theme& theme);

} // namespace tangent
