// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"

#include <QFont>
#include <QPainterPath>
#include <QPolygonF>
#include <QRectF>

namespace tangent {

/// Where the nodes and edges of a diagram lie in a box. Nodes are as large as their text and picture.
/// They stand in rows (sideways: in columns) that are spread until none overlap; pictures and text
/// shrink before anything is left out, and where edges go sideways lines break at words first. Pictures stand
/// under the first line or, in low nodes whose edges go sideways, beside it.
struct DiagramGeometry {
    struct Node {
        QRectF box;
        QStringList lines;   ///< those that found room
        int strongLines = 0; ///< how many of them are the node's first line
        double padding = 8;  ///< beside the text
        double top = 5;      ///< above it
        QRectF picture;      ///< empty: none
        QRectF text;         ///< where the lines stand: all of the box, or what is left beside the picture
    };
    struct Edge {
        int from = -1; ///< indices of nodes; -1: there is none of that id, the edge is not drawn
        int to = -1;
        QPainterPath path;
        QPolygonF points; ///< the path in straight pieces, to find the edge under a hand
        QPointF tip;      ///< where an arrow ends
        QPointF anchor;   ///< a place on the edge that crossing edges seldom share
    };
    std::vector<Node> nodes; ///< in the diagram's order
    std::vector<Edge> edges; ///< in the diagram's order
    QFont font;
    QFont strongFont;
    QFont edgeFont;
    double padding = 8;  ///< above and below the text
    QStringList leftOut; ///< lines without room

    static DiagramGeometry of(const QRectF& box, const Diagram& diagram);

    static constexpr double barHeight = 5;
    static constexpr double pictureGap = 2; ///< between a picture and the lines
};

/// Whether two diagrams of the same box have the same geometry: only numbers, colours and pictures'
/// values differ.
bool haveSameGeometry(const Diagram& one, const Diagram& other);

/// A smooth line from border to border of two boxes: out of the side that faces the other or, `sideways`,
/// from the right of the one to the left of the other. It stops `before` pixels before the border.
QPainterPath edgePath(const QRectF& from, const QRectF& to, bool sideways = false, double before = 0);

} // namespace tangent
