// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/diagram_geometry.h"
#include "widgets/views/theme.h"

#include <QPainter>

namespace tangent {

/// Lays the edges between nodes that have been placed.
void layEdges(DiagramGeometry& geometry, const Diagram& diagram);

/// Draws one edge with its arrow; `lit`: the pointer or the keyboard is on it or on its node.
void paintEdge(QPainter& painter, const DiagramGeometry::Edge& placed, const Diagram::Edge& edge, bool arrow,
    const Theme& theme, bool lit);

/// How far a place is from an edge, in pixels.
double distanceTo(const DiagramGeometry::Edge& placed, QPointF place);

/// An edge can be pointed at when it has a number to change or a name to show.
bool isEdgeItem(const Diagram::Edge& edge);

} // namespace tangent
