// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"
#include "widgets/views/theme.h"

#include <QPainter>
#include <QRectF>

namespace tangent {

/// Where the figures of a scene lie: the main ones left and largest, the side ones stacked on the right,
/// strips below, side by side where they stay readable. Figures that find no room share one place as tabs; in
/// a narrow box only the main ones are sure to be seen.
struct FigureArrangement {
    struct Group {
        std::vector<size_t> figures; ///< more than one: tabs
        QRectF box;                  ///< with the line of the title or the tabs
    };
    std::vector<Group> groups;

    /// With `tabs` false everything is shown, however small.
    static FigureArrangement of(const QRectF& box, const std::vector<Figure>& figures, bool tabs);

    /// The line of the title, and what is left of a group's box below it.
    static double titleHeight();
    static QRectF titleBox(const QRectF& group);
    static QRectF bodyBox(const QRectF& group);
};

/// Writes a figure's title, strong, and its hint behind it.
void paintFigureTitle(QPainter& painter, const QRectF& box, const Figure& figure, const Theme& theme);

} // namespace tangent
