// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/diagram_view.h"

#include "widgets/scene/number_text.h"
#include "widgets/views/chip.h"
#include "widgets/views/diagram_edges.h"
#include "widgets/views/diagram_paint.h"
#include "widgets/views/item_paint.h"
#include "widgets/views/number_target.h"

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr QMarginsF rim(3, 3, 3, 3);
constexpr double catchDistance = 7;
constexpr double anchorSize = 14;

/// What haveSameGeometry() looks at, and no more.
Diagram skeletonOf(const Diagram& diagram)
{
    Diagram made;
    made.sideways = diagram.sideways;
    made.arrows = diagram.arrows;
    made.edges = diagram.edges;
    for (const Diagram::Node& node : diagram.nodes) {
        Diagram::Node kept;
        kept.id = node.id;
        kept.at = node.at;
        kept.lines = node.lines;
        kept.shares = node.shares;
        if (node.picture)
            kept.picture.emplace();
        made.nodes.push_back(std::move(kept));
    }
    return made;
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
    const bool laidOut = diagram().edges.size() == geometry_.edges.size();
    const size_t nodes = std::min(diagram().nodes.size(), geometry_.nodes.size());
    return int(nodes + (laidOut && nodes == geometry_.nodes.size() ? edgeItems_.size() : 0));
}

int DiagramView::edgeOf(int item) const
{
    const int beyond = item - int(diagram().nodes.size());
    return beyond < 0 ? -1 : edgeItems_[size_t(beyond)];
}

int DiagramView::itemOfEdge(int edge) const
{
    const auto found = std::find(edgeItems_.begin(), edgeItems_.end(), edge);
    return found == edgeItems_.end() ? -1 : int(diagram().nodes.size() + size_t(found - edgeItems_.begin()));
}

QRectF DiagramView::itemBox(int item) const
{
    const int edge = edgeOf(item);
    if (edge < 0)
        return geometry_.nodes[size_t(item)].box;
    QRectF box(0, 0, anchorSize, anchorSize);
    box.moveCenter(geometry_.edges[size_t(edge)].anchor);
    return box;
}

QString DiagramView::itemName(int item) const
{
    const int edge = edgeOf(item);
    if (edge < 0 && !node(item).name.isEmpty())
        return node(item).name;
    if (edge < 0)
        return node(item).lines.isEmpty() ? node(item).id : node(item).lines.front();
    const Diagram::Edge& named = diagram().edges[size_t(edge)];
    return named.name.isEmpty() ? tr("%1 to %2").arg(named.from, named.to) : named.name;
}

QString DiagramView::itemText(int item) const
{
    const int edge = edgeOf(item);
    const QString written =
        edge < 0 ? node(item).lines.mid(1).join(QStringLiteral(", ")) : diagram().edges[size_t(edge)].label;
    if (!written.isEmpty() || !isNumberTarget(itemTarget(item)))
        return written;
    const std::optional<double> number = standingNumber(itemTarget(item), values());
    return number ? shownNumber(*number) : QString();
}

Target DiagramView::itemTarget(int item) const
{
    const int edge = edgeOf(item);
    return edge < 0 ? node(item).target : diagram().edges[size_t(edge)].target;
}

std::vector<int> DiagramView::itemRows(int item) const
{
    return edgeOf(item) < 0 ? node(item).rowIds : std::vector<int>();
}

int DiagramView::itemAt(QPointF place) const
{
    const int nodes = int(std::min(diagram().nodes.size(), geometry_.nodes.size()));
    for (int item = nodes - 1; item >= 0; --item)
        if (geometry_.nodes[size_t(item)].box.contains(place))
            return item;
    int best = -1;
    double nearest = 1e300;
    for (int item = nodes; item < itemCount(); ++item) {
        const size_t edge = size_t(edgeOf(item));
        const double reach = catchDistance + diagram().edges[edge].width / 2;
        const double away = distanceTo(geometry_.edges[edge], place);
        if (away <= reach && away < nearest) {
            nearest = away;
            best = item;
        }
    }
    return best;
}

int DiagramView::firstItem() const
{
    for (int item = 0; item < int(diagram().nodes.size()); ++item)
        if (node(item).current)
            return item;
    return 0;
}

ItemView::Extent DiagramView::layOut(const QRectF& box)
{
    const QRectF inside = box.marginsRemoved(rim);
    if (inside != laidIn_ || laidScale_ != textScale() || !haveSameGeometry(laid_, diagram())) {
        geometry_ = DiagramGeometry::of(inside, diagram());
        laid_ = skeletonOf(diagram());
        laidIn_ = inside;
        laidScale_ = textScale();
    }
    edgeItems_.clear();
    for (size_t edge = 0; edge < diagram().edges.size(); ++edge)
        if (isEdgeItem(diagram().edges[edge]) && geometry_.edges[edge].from >= 0)
            edgeItems_.push_back(int(edge));
    layer_ = QImage();
    return {box, inside.size()};
}

void DiagramView::figureChanged()
{
    pictures_ = nodePictures(diagram(), theme());
    ItemView::figureChanged();
}

void DiagramView::marksChanged()
{
    layer_ = QImage();
    update();
}

void DiagramView::themeChanged()
{
    pictures_ = nodePictures(diagram(), theme());
    ItemView::themeChanged();
}

void DiagramView::paintItems(QPainter& painter, const ItemEmphasis& emphasis)
{
    const QSize size = this->size() * devicePixelRatioF();
    if (layer_.size() != size) {
        layer_ = QImage(size, QImage::Format_ARGB32_Premultiplied);
        layer_.setDevicePixelRatio(devicePixelRatioF());
        layer_.fill(Qt::transparent);
        QPainter onLayer(&layer_);
        onLayer.setRenderHint(QPainter::Antialiasing);
        labels_ = paintDiagramAt(onLayer, geometry_, diagram(), pictures_, theme(), markedRows());
    }
    painter.drawImage(QPointF(), layer_);
    if (emphasis.focused >= 0 && emphasis.focused != emphasis.hovered)
        paintLit(painter, emphasis.focused);
    if (emphasis.hovered >= 0)
        paintLit(painter, emphasis.hovered);
    if (emphasis.focused >= 0)
        drawFocusRing(painter, itemBox(emphasis.focused).adjusted(-1, -1, 1, 1), theme(), 7);
    if (const int named = emphasis.hovered >= 0 ? emphasis.hovered : emphasis.focused; named >= 0)
        paintNote(painter, named);
}

/// An edge with its ends, or a node with its edges.
void DiagramView::paintLit(QPainter& painter, int item)
{
    const int edge = edgeOf(item);
    std::vector<int> ends;
    for (int i = 0; i < int(diagram().edges.size()); ++i) {
        const DiagramGeometry::Edge& placed = geometry_.edges[size_t(i)];
        if (edge >= 0 ? i != edge : placed.from != item && placed.to != item)
            continue;
        if (placed.from < 0)
            continue;
        paintEdge(painter, placed, diagram().edges[size_t(i)], diagram().arrows, theme(), true);
        if (!labels_[size_t(i)].isEmpty())
            paintEdgeLabel(painter, labels_[size_t(i)], diagram().edges[size_t(i)].label, geometry_, theme());
        ends.push_back(placed.from);
        ends.push_back(placed.to);
    }
    if (edge < 0)
        ends.push_back(item);
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    for (const int end : ends)
        paintNode(painter, node(end), geometry_.nodes[size_t(end)], pictures_[size_t(end)], geometry_,
            theme(), end == item);
}

/// The name and the number of what is pointed at, where they are not written anyway.
void DiagramView::paintNote(QPainter& painter, int item)
{
    const bool number = isNumberTarget(itemTarget(item));
    const int edge = edgeOf(item);
    if (edge < 0 && (!number || node(item).lines.size() > 1))
        return;
    QString line = itemName(item);
    if (number)
        line += QStringLiteral("  ") + shownNumber(itemNumber(item));
    else if (!itemText(item).isEmpty())
        line += QStringLiteral("  ") + itemText(item);
    const double away = edge < 0 ? itemBox(item).height() / 2 + 6 : 12;
    paintChip(painter, rect(), itemBox(item).center(), away, {line}, theme());
}

void paintDiagram(
    QPainter& painter, const QRectF& box, const Diagram& diagram, const Theme& theme, const QSet<int>& marked)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintDiagramAt(painter, DiagramGeometry::of(box.marginsRemoved(rim), diagram), diagram,
        nodePictures(diagram, theme), theme, marked);
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
