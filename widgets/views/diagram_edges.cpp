// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/diagram_edges.h"

#include "widgets/views/item_paint.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr double ownWidth = 1.4;
constexpr double headLength = 8;
constexpr int pieces = 12;
/// Here an edge has gone the golden section of its way across (3t² − 2t³ = 0.382): edges between the same
/// two columns share no such place.
constexpr double anchorShare = 0.4205;

/// From a node back to itself: a loop over its top.
QPainterPath loopPath(const QRectF& box)
{
    const double reach = std::min(14.0, box.width() / 3);
    QPainterPath path(QPointF(box.center().x() + reach, box.top()));
    const double up = box.top() - 26;
    path.cubicTo(QPointF(box.center().x() + 2 * reach, up), QPointF(box.center().x() - 2 * reach, up),
        QPointF(box.center().x() - reach, box.top()));
    return path;
}

double headOf(const Diagram::Edge& edge)
{
    return headLength + std::max(0.0, edge.width - ownWidth) * 1.5;
}

} // namespace

QPainterPath edgePath(const QRectF& from, const QRectF& to, bool sideways, double before)
{
    QPointF start;
    QPointF end;
    QPointF lean;
    const bool below = to.top() >= from.bottom();
    if (sideways) {
        start = QPointF(from.right(), from.center().y());
        end = QPointF(to.left() - before, to.center().y());
        const double way = end.x() - start.x();
        lean = QPointF(way > 0 ? way * 0.5 : 40 - way * 0.3, 0); // backwards it swings out
    } else if (below || to.bottom() <= from.top()) {
        start = QPointF(from.center().x(), below ? from.bottom() : from.top());
        end = QPointF(to.center().x(), below ? to.top() - before : to.bottom() + before);
        lean = QPointF(0, (end.y() - start.y()) * 0.55);
    } else {
        const bool right = to.center().x() > from.center().x();
        start = QPointF(right ? from.right() : from.left(), from.center().y());
        end = QPointF(right ? to.left() - before : to.right() + before, to.center().y());
        lean = QPointF((end.x() - start.x()) * 0.55, 0);
    }
    QPainterPath path(start);
    path.cubicTo(start + lean, end - lean, end);
    return path;
}

void layEdges(DiagramGeometry& geometry, const Diagram& diagram)
{
    QHash<QString, int> byId;
    for (size_t node = 0; node < diagram.nodes.size(); ++node)
        byId.insert(diagram.nodes[node].id, int(node));
    geometry.edges.clear();
    for (const Diagram::Edge& edge : diagram.edges) {
        DiagramGeometry::Edge laid;
        laid.from = byId.value(edge.from, -1);
        laid.to = byId.value(edge.to, -1);
        if (laid.from >= 0 && laid.to >= 0) {
            const QRectF& from = geometry.nodes[size_t(laid.from)].box;
            const QRectF& to = geometry.nodes[size_t(laid.to)].box;
            const bool loop = laid.from == laid.to;
            const double before = diagram.arrows ? headOf(edge) - 1 : 0;
            laid.path = loop ? loopPath(from) : edgePath(from, to, diagram.sideways, before);
            laid.tip =
                loop ? laid.path.pointAtPercent(1) : edgePath(from, to, diagram.sideways).pointAtPercent(1);
            // A cubic's parameter serves as well as its length, and costs nothing.
            const QPointF start = laid.path.elementAt(0);
            const QPointF one = laid.path.elementAt(1);
            const QPointF two = laid.path.elementAt(2);
            const QPointF end = laid.path.elementAt(3);
            const auto at = [&](double t) {
                const double s = 1 - t;
                return s * s * s * start + 3 * s * s * t * one + 3 * s * t * t * two + t * t * t * end;
            };
            for (int piece = 0; piece <= pieces; ++piece)
                laid.points << at(double(piece) / pieces);
            laid.anchor = at(anchorShare);
        } else {
            laid.from = laid.to = -1;
        }
        geometry.edges.push_back(std::move(laid));
    }
}

void paintEdge(QPainter& painter, const DiagramGeometry::Edge& placed, const Diagram::Edge& edge, bool arrow,
    const Theme& theme, bool lit)
{
    if (placed.from < 0)
        return;
    const QColor plain = mixed(theme.hairline, theme.muted, 0.6);
    const QColor colour = edge.role ? theme.colour(*edge.role) : lit ? theme.ink : plain;
    double width = edge.width > 0 ? edge.width : ownWidth;
    painter.setBrush(Qt::NoBrush);
    if (lit) {
        painter.setPen(QPen(theme.surface, width + 5, Qt::SolidLine, Qt::FlatCap));
        painter.drawPath(placed.path);
        width += 1;
    }
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap);
    if (edge.dashed)
        pen.setDashPattern({4 / std::max(1.0, width / 1.4), 3 / std::max(1.0, width / 1.4)});
    painter.setPen(pen);
    painter.drawPath(placed.path);
    if (!arrow)
        return;
    const QPointF base = placed.points.back();
    QPointF way = placed.tip - base;
    const double length = std::hypot(way.x(), way.y());
    way = length > 0 ? way / length : QPointF(0, 1);
    const double head = headOf(edge);
    const QPointF aside(-way.y() * head * 0.45, way.x() * head * 0.45);
    const QPointF back = placed.tip - way * head;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{placed.tip, back + aside, back - aside});
}

double distanceTo(const DiagramGeometry::Edge& placed, QPointF place)
{
    double nearest = 1e300;
    for (qsizetype i = 1; i < placed.points.size(); ++i) {
        const QPointF from = placed.points[i - 1];
        const QPointF way = placed.points[i] - from;
        const double square = QPointF::dotProduct(way, way);
        const double share =
            square > 0 ? std::clamp(QPointF::dotProduct(place - from, way) / square, 0.0, 1.0) : 0;
        const QPointF away = place - from - share * way;
        nearest = std::min(nearest, std::hypot(away.x(), away.y()));
    }
    return nearest;
}

bool isEdgeItem(const Diagram::Edge& edge)
{
    return !edge.target.key.isEmpty() || !edge.name.isEmpty();
}

} // namespace tangent
