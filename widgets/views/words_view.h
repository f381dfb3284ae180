// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/figure_view.h"

namespace tangent {

/// Paragraphs of words that carry marks.
class WordsView : public FigureView {
    Q_OBJECT

public:
    using FigureView::FigureView;

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// Draws it once.
void paintWords(QPainter& painter, const QRectF& box, const WordsFigure& figure, const Theme& theme);

} // namespace tangent
