// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/diagram_view.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace tangent {

/// The arrow keys walk along the edges that can be pointed at: from a node onto an edge, up and down among
/// the edges of one node, and on to the node at the other end. Across, and where there is no such edge, they
/// go to the nearest node.
int DiagramView::neighbour(int item, int right, int down) const
{
    const int onwards = diagram().sideways ? right : down;
    const int aside = diagram().sideways ? down : right;
    const int edge = edgeOf(item);
    if (edge >= 0) {
        if (aside != 0)
            return itemOfEdge(siblingOf(edge, aside));
        const DiagramGeometry::Edge& placed = geometry_.edges[size_t(edge)];
        return onwards > 0 ? placed.to : placed.from;
    }
    const int beside = onwards == 0 ? -1 : edgeBeside(item, onwards > 0);
    return beside >= 0 ? itemOfEdge(beside) : nearestNode(item, right, down);
}

/// The straightest edge that leaves or reaches a node; −1: none that is an item.
int DiagramView::edgeBeside(int node, bool leaving) const
{
    const auto bend = [&](int edge) {
        const DiagramGeometry::Edge& placed = geometry_.edges[size_t(edge)];
        const QPointF way = geometry_.nodes[size_t(placed.to)].box.center()
            - geometry_.nodes[size_t(placed.from)].box.center();
        return std::abs(diagram().sideways ? way.y() : way.x());
    };
    int best = -1;
    for (const int edge : edgeItems_) {
        const DiagramGeometry::Edge& placed = geometry_.edges[size_t(edge)];
        if ((leaving ? placed.from : placed.to) == node && (best < 0 || bend(edge) < bend(best)))
            best = edge;
    }
    return best;
}

/// The next edge from the same node, then from the next node beside it.
int DiagramView::siblingOf(int edge, int way) const
{
    const auto across = [&](int node) {
        const QPointF at = geometry_.nodes[size_t(node)].box.center();
        return diagram().sideways ? at.y() : at.x();
    };
    const auto layer = [&](int node) {
        const QPointF at = geometry_.nodes[size_t(node)].box.center();
        return diagram().sideways ? at.x() : at.y();
    };
    const auto place = [&](int which) {
        const DiagramGeometry::Edge& placed = geometry_.edges[size_t(which)];
        return std::tuple(across(placed.from), across(placed.to), which);
    };
    const double here = layer(geometry_.edges[size_t(edge)].from);
    int best = edge;
    for (const int other : edgeItems_) {
        if (std::abs(layer(geometry_.edges[size_t(other)].from) - here) > 2)
            continue;
        const bool beyond = way > 0 ? place(other) > place(edge) : place(other) < place(edge);
        const bool nearer =
            best == edge || (way > 0 ? place(other) < place(best) : place(other) > place(best));
        if (beyond && nearer)
            best = other;
    }
    return best;
}

int DiagramView::nearestNode(int item, int right, int down) const
{
    const QPointF from = itemBox(item).center();
    int best = item;
    double nearest = 1e300;
    for (int other = 0; other < int(diagram().nodes.size()); ++other) {
        const QPointF way = itemBox(other).center() - from;
        const double along = way.x() * right + way.y() * down;
        const double across = std::abs(way.x() * down) + std::abs(way.y() * right);
        const double length = along + 2 * across;
        const bool forwards = diagram().sideways || right == 0 || across < along;
        if (other != item && along > 2 && length < nearest && forwards) {
            nearest = length;
            best = other;
        }
    }
    return best;
}

} // namespace tangent
