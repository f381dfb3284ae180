// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/diagram_paint.h"

#include "widgets/views/diagram_edges.h"
#include "widgets/views/field_image.h"
#include "widgets/views/item_paint.h"
#include "widgets/views/number_target.h"
#include "widgets/views/text.h"

#include <algorithm>

namespace tangent {

namespace {

constexpr double nodeRadius = 6;

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

void paintBox(QPainter& painter, const Diagram::Node& node, const QRectF& box, const Theme& theme, bool lit)
{
    const QColor edge = node.role ? theme.colour(*node.role)
        : node.current            ? theme.accent
        : lit                     ? theme.ink
                                  : mixed(theme.hairline, theme.muted, 0.5);
    const double width = node.current || (node.role && lit) ? 2 : node.role ? 1.5 : 1.2;
    QPen pen(edge, width);
    if (node.open)
        pen.setDashPattern({3, 2.5});
    painter.setPen(pen);
    painter.setBrush(node.current ? theme.accentSoft : theme.surface);
    const double inset = width / 2;
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), nodeRadius, nodeRadius);
}

void paintPicture(
    QPainter& painter, const QImage& picture, const QRectF& room, bool smooth, const Theme& theme)
{
    const QRectF box = fitted(picture.size(), room);
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, smooth);
    painter.drawImage(box, picture);
    painter.restore();
    drawFrame(painter, box.adjusted(-0.5, -0.5, 0.5, 0.5), mixed(theme.hairline, theme.muted, 0.35), 1, 1);
}

/// The middle of the line, or beside it where a node or another label is; empty: nowhere.
QRectF labelPlace(const QPainterPath& path, QSizeF size, std::vector<QRectF>& taken)
{
    QRectF box(QPointF(), size);
    for (const double along : {0.5, 0.42, 0.58, 0.34, 0.66}) {
        box.moveCenter(path.pointAtPercent(along));
        if (std::any_of(
                taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(box); }))
            continue;
        taken.push_back(box);
        return box;
    }
    return {};
}

std::vector<QRectF> paintEdgeLabels(
    QPainter& painter, const DiagramGeometry& geometry, const Diagram& diagram, const Theme& theme)
{
    std::vector<QRectF> taken;
    for (const DiagramGeometry::Node& node : geometry.nodes)
        taken.push_back(node.box);
    std::vector<QRectF> placed(diagram.edges.size());
    for (size_t edge = 0; edge < diagram.edges.size(); ++edge) {
        const QString& label = diagram.edges[edge].label;
        if (label.isEmpty() || geometry.edges[edge].from < 0)
            continue;
        const QSizeF size(textWidth(geometry.edgeFont, label) + 6, lineHeight(geometry.edgeFont));
        placed[edge] = labelPlace(geometry.edges[edge].path, size, taken);
        if (placed[edge].isEmpty())
            TextFitRecord::note(label);
        else
            paintEdgeLabel(painter, placed[edge], label, geometry, theme);
    }
    return placed;
}

} // namespace

std::vector<QImage> nodePictures(const Diagram& diagram, const Theme& theme)
{
    std::vector<QImage> made(diagram.nodes.size());
    for (size_t node = 0; node < made.size(); ++node)
        if (diagram.nodes[node].picture)
            made[node] = imageOf(*diagram.nodes[node].picture, theme);
    return made;
}

void paintNode(QPainter& painter, const Diagram::Node& node, const DiagramGeometry::Node& placed,
    const QImage& picture, const DiagramGeometry& geometry, const Theme& theme, bool lit)
{
    paintBox(painter, node, placed.box, theme, lit);
    const double height = lineHeight(geometry.font);
    double y = placed.box.top() + placed.top;
    for (int line = 0; line < int(placed.lines.size()); ++line) {
        const bool strong = line < placed.strongLines;
        if (line == placed.strongLines && placed.picture.bottom() > y && placed.text == placed.box)
            y = placed.picture.bottom() + DiagramGeometry::pictureGap;
        painter.setFont(strong ? geometry.strongFont : geometry.font);
        painter.setPen(strong && node.role ? theme.strong(*node.role)
                : strong || node.current   ? theme.ink
                                           : theme.muted);
        const QRectF box(placed.text.left(), y, placed.text.width(), height);
        const QRectF written = drawText(painter, box, Qt::AlignCenter, placed.lines[line]);
        const bool number = isNumberTarget(node.target) && line > 0 && line == int(placed.lines.size()) - 1;
        if (number)
            drawEditableSign(painter, written.adjusted(0, 0, 0, -1), theme.muted);
        y += height;
    }
    if (!placed.picture.isEmpty() && !picture.isNull())
        paintPicture(painter, picture, placed.picture, node.picture && node.picture->smooth, theme);
    if (!node.shares.empty()) {
        const double side = std::max(3.0, placed.padding);
        const double bottom = placed.box.bottom() - std::max(3.0, geometry.padding * 0.7);
        paintShares(painter,
            QRectF(placed.box.left() + side, bottom - DiagramGeometry::barHeight,
                placed.box.width() - 2 * side, DiagramGeometry::barHeight),
            node.shares, theme);
    }
}

void paintEdgeLabel(QPainter& painter, const QRectF& box, const QString& label,
    const DiagramGeometry& geometry, const Theme& theme)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(box, 3, 3);
    painter.setFont(geometry.edgeFont);
    painter.setPen(theme.muted);
    drawText(painter, box, Qt::AlignCenter, label);
}

std::vector<QRectF> paintDiagramAt(QPainter& painter, const DiagramGeometry& geometry, const Diagram& diagram,
    const std::vector<QImage>& pictures, const Theme& theme, const QSet<int>& marked)
{
    for (size_t edge = 0; edge < diagram.edges.size(); ++edge)
        paintEdge(painter, geometry.edges[edge], diagram.edges[edge], diagram.arrows, theme, false);
    const std::vector<QRectF> labels = paintEdgeLabels(painter, geometry, diagram, theme);
    for (size_t node = 0; node < diagram.nodes.size(); ++node) {
        const std::vector<int>& ids = diagram.nodes[node].rowIds;
        const bool isMarked = !marked.isEmpty()
            && std::any_of(ids.begin(), ids.end(), [&](int id) { return marked.contains(id); });
        paintNode(
            painter, diagram.nodes[node], geometry.nodes[node], pictures[node], geometry, theme, isMarked);
    }
    for (const QString& line : geometry.leftOut)
        TextFitRecord::note(line);
    return labels;
}

} // namespace tangent
