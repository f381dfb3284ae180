// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/diagram_view.h"

#include "widgets/views/item_paint.h"
#include "widgets/views/text.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr double nodeRadius = 6;
constexpr QMarginsF rim(3, 3, 3, 3);

void paintShares(QPainter& painter, const QRectF& bar, const std::vector<double>& shares, const Theme& theme)
{
    QPainterPath outline;
    outline.addRoundedRect(bar, 2, 2);
    painter.save();
    painter.setClipPath(outline, Qt::IntersectClip);
    painter.setPen(Qt::NoPen);
    double left = bar.left();
    for (size_t category = 0; category < shares.size(); ++category) {
        const double width = bar.width() * std::clamp(shares[category], 0.0, 1.0);
        painter.setBrush(theme.colour(classRole(int(category))));
        painter.drawRect(QRectF(left, bar.top(), width, bar.height()));
        left += width;
    }
    painter.restore();
}

void paintNode(QPainter& painter, const Diagram::Node& node, const DiagramGeometry::Node& placed,
    const DiagramGeometry& geometry, const Theme& theme, bool hovered, bool marked)
{
    const QColor edge = node.current ? theme.accent
        : hovered || marked          ? theme.ink
                                     : mixed(theme.hairline, theme.muted, 0.5);
    QPen pen(edge, node.current ? 2 : 1.2);
    if (node.open)
        pen.setDashPattern({3, 2.5});
    painter.setPen(pen);
    painter.setBrush(node.current ? theme.accentSoft : theme.surface);
    const double inset = pen.widthF() / 2;
    painter.drawRoundedRect(placed.box.adjusted(inset, inset, -inset, -inset), nodeRadius, nodeRadius);

    const double height = lineHeight(geometry.font);
    double y = placed.box.top() + geometry.padding * 0.6;
    for (qsizetype line = 0; line < placed.lines.size(); ++line) {
        const bool strong = placed.lines[line] == node.lines.value(0);
        painter.setFont(strong ? geometry.strongFont : geometry.font);
        painter.setPen(strong || node.current ? theme.ink : theme.muted);
        drawText(painter, QRectF(placed.box.left(), y, placed.box.width(), height), Qt::AlignCenter,
            placed.lines[line]);
        y += height;
    }
    if (!node.shares.empty()) {
        const double side = std::max(3.0, placed.padding);
        const double bottom = placed.box.bottom() - std::max(3.0, geometry.padding * 0.7);
        paintShares(painter,
            QRectF(placed.box.left() + side, bottom - DiagramGeometry::barHeight,
                placed.box.width() - 2 * side, DiagramGeometry::barHeight),
            node.shares, theme);
    }
}

/// Edge labels sit on the middle of their lines, where no node and no other label is.
void paintEdgeLabel(QPainter& painter, const QPainterPath& path, const QString& label,
    const DiagramGeometry& geometry, const Theme& theme, std::vector<QRectF>& taken)
{
    QRectF box(0, 0, textWidth(geometry.edgeFont, label) + 6, lineHeight(geometry.edgeFont));
    for (const double along : {0.5, 0.42, 0.58, 0.34, 0.66}) {
        box.moveCenter(path.pointAtPercent(along));
        if (std::any_of(
                taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(box); }))
            continue;
        taken.push_back(box);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.surface);
        painter.drawRoundedRect(box, 3, 3);
        painter.setFont(geometry.edgeFont);
        painter.setPen(theme.muted);
        drawText(painter, box, Qt::AlignCenter, label);
        return;
    }
    TextFitRecord::note(label);
}

void paintDiagramAt(QPainter& painter, const DiagramGeometry& geometry, const Diagram& diagram,
    const Theme& theme, const QSet<int>& marked, const ItemEmphasis& emphasis)
{
    QHash<QString, size_t> byId;
    std::vector<QRectF> taken;
    for (size_t node = 0; node < diagram.nodes.size(); ++node) {
        byId.insert(diagram.nodes[node].id, node);
        taken.push_back(geometry.nodes[node].box);
    }
    std::vector<std::pair<QPainterPath, QString>> labels;
    for (const Diagram::Edge& edge : diagram.edges) {
        const auto from = byId.constFind(edge.from);
        const auto to = byId.constFind(edge.to);
        if (from == byId.constEnd() || to == byId.constEnd())
            continue;
        const QPainterPath path = edgePath(geometry.nodes[*from].box, geometry.nodes[*to].box);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(mixed(theme.hairline, theme.muted, 0.6), 1.4));
        painter.drawPath(path);
        if (!edge.label.isEmpty())
            labels.emplace_back(path, edge.label);
    }
    for (const auto& [path, label] : labels)
        paintEdgeLabel(painter, path, label, geometry, theme, taken);
    for (size_t node = 0; node < diagram.nodes.size(); ++node) {
        const std::vector<int>& ids = diagram.nodes[node].rowIds;
        const bool isMarked = !marked.isEmpty()
            && std::any_of(ids.begin(), ids.end(), [&](int id) { return marked.contains(id); });
        paintNode(painter, diagram.nodes[node], geometry.nodes[node], geometry, theme,
            emphasis.hovered == int(node), isMarked);
    }
    for (const QString& line : geometry.leftOut)
        TextFitRecord::note(line);
    if (emphasis.focused >= 0)
        drawFocusRing(painter, geometry.nodes[size_t(emphasis.focused)].box.adjusted(-1, -1, 1, 1), theme,
            nodeRadius + 1);
}

} // namespace

const Diagram& DiagramView::diagram() const
{
    static const Diagram none;
    const Diagram* held = std::get_if<Diagram>(&figure().content);
    return held ? *held : none;
}

int DiagramView::itemCount() const
{
    return int(std::min(diagram().nodes.size(), geometry_.nodes.size()));
}

QRectF DiagramView::itemBox(int item) const
{
    return geometry_.nodes[size_t(item)].box;
}

QString DiagramView::itemName(int item) const
{
    return diagram().nodes[size_t(item)].lines.value(0);
}

QString DiagramView::itemText(int item) const
{
    return diagram().nodes[size_t(item)].lines.mid(1).join(QStringLiteral(", "));
}

Target DiagramView::itemTarget(int item) const
{
    return diagram().nodes[size_t(item)].target;
}

std::vector<int> DiagramView::itemRows(int item) const
{
    return diagram().nodes[size_t(item)].rowIds;
}

int DiagramView::firstItem() const
{
    for (int item = 0; item < itemCount(); ++item)
        if (diagram().nodes[size_t(item)].current)
            return item;
    return 0;
}

ItemView::Extent DiagramView::layOut(const QRectF& box)
{
    const QRectF inside = box.marginsRemoved(rim);
    geometry_ = DiagramGeometry::of(inside, diagram());
    return {box, inside.size()};
}

void DiagramView::paintItems(QPainter& painter, const ItemEmphasis& emphasis)
{
    paintDiagramAt(painter, geometry_, diagram(), theme(), markedRows(), emphasis);
}

int DiagramView::neighbour(int item, int right, int down) const
{
    const QPointF from = itemBox(item).center();
    int best = item;
    double nearest = 1e300;
    for (int other = 0; other < itemCount(); ++other) {
        const QPointF way = itemBox(other).center() - from;
        const double along = way.x() * right + way.y() * down;
        const double across = std::abs(way.x() * down) + std::abs(way.y() * right);
        const double length = along + 2 * across;
        if (other != item && along > 2 && length < nearest && (right == 0 || across < along)) {
            nearest = length;
            best = other;
        }
    }
    return best;
}

void paintDiagram(
    QPainter& painter, const QRectF& box, const Diagram& diagram, const Theme& theme, const QSet<int>& marked)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintDiagramAt(
        painter, DiagramGeometry::of(box.marginsRemoved(rim), diagram), diagram, theme, marked, {});
    painter.restore();
}

std::vector<Drop> DiagramView::itemDrops(int item) const
{
    const size_t node = size_t(item);
    return node < diagram().nodes.size() ? diagram().nodes[node].drops : std::vector<Drop>();
}

QRectF DiagramView::dropBox(const QString& id) const
{
    for (size_t node = 0; node < geometry_.nodes.size() && !id.isEmpty(); ++node)
        if (diagram().nodes[node].id == id)
            return geometry_.nodes[node].box;
    return {};
}

} // namespace tangent
