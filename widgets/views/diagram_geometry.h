// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"

#include <QFont>
#include <QPainterPath>
#include <QRectF>

namespace tangent {

/// Where the nodes of a diagram lie in a box. Nodes are as large as their text; rows of nodes are spread
/// until none overlap, and the text shrinks before anything is left out.
struct DiagramGeometry {
    struct Node {
        QRectF box;
        QStringList lines;  ///< those that found room
        double padding = 8; ///< beside the text
    };
    std::vector<Node> nodes; ///< in the diagram's order
    QFont font;
    QFont strongFont;
    QFont edgeFont;
    double padding = 8;  ///< above and below the text
    QStringList leftOut; ///< lines without room

    static DiagramGeometry of(const QRectF& box, const Diagram& diagram);

    static constexpr double barHeight = 5;
};

/// A smooth line from border to border of two boxes: out of the side that faces the other.
QPainterPath edgePath(const QRectF& from, const QRectF& to);

} // namespace tangent
