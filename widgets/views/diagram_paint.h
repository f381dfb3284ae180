// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/diagram_geometry.h"
#include "widgets/views/theme.h"

#include <QImage>
#include <QPainter>
#include <QSet>

namespace tangent {

/// The small pictures of the nodes, in the diagram's order; null where a node has none.
std::vector<QImage> nodePictures(const Diagram& diagram, const Theme& theme);

/// Draws one node; `lit`: pointed at, or its rows are marked.
void paintNode(QPainter& painter, const Diagram::Node& node, const DiagramGeometry::Node& placed,
    const QImage& picture, const DiagramGeometry& geometry, const Theme& theme, bool lit);

/// Draws an edge's label over its line.
void paintEdgeLabel(QPainter& painter, const QRectF& box, const QString& label,
    const DiagramGeometry& geometry, const Theme& theme);

/// Draws all edges, labels and nodes. Returns where the labels of the edges stand, in the diagram's order;
/// empty where there is none or it found no room.
std::vector<QRectF> paintDiagramAt(QPainter& painter, const DiagramGeometry& geometry, const Diagram& diagram,
    const std::vector<QImage>& pictures, const Theme& theme, const QSet<int>& marked);

} // namespace tangent
