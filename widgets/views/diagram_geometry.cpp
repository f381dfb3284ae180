// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/diagram_geometry.h"

#include "widgets/views/diagram_edges.h"
#include "widgets/views/diagram_measure.h"
#include "widgets/views/item_paint.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tangent {

namespace {

constexpr double easyPadding = 7; ///< beside the text where there is room
constexpr double largestPicture = 72;
constexpr double picturePadding = 6; ///< above and below, together

class Layouter {
public:
    Layouter(const QRectF& box, const Diagram& diagram)
        : box_(box)
        , diagram_(diagram)
        , groups_(groupsOf(diagram))
        , sideways_(diagram.sideways)
    {
        for (const Diagram::Node& node : diagram.nodes) {
            lines_.push_back(node.lines);
            pictures_ |= node.picture.has_value();
        }
        labelled_ = std::any_of(diagram.edges.begin(), diagram.edges.end(),
            [](const Diagram::Edge& edge) { return !edge.label.isEmpty(); });
    }

    DiagramGeometry run()
    {
        if (!(pictures_ ? fitPictures() : fitText()))
            shorten();
        return place();
    }

private:
    /// Lines break at words before their letters become very small.
    bool fitText()
    {
        constexpr size_t levels = std::size(looseToTight);
        constexpr size_t readable = 4; // levels down to 11 pixels
        const auto tries = [&](size_t from, size_t to, bool broken) {
            for (size_t level = from; level < to; ++level) {
                measure(looseToTight[level], 0, broken);
                if (fits())
                    return true;
            }
            return false;
        };
        if (tries(0, readable, false))
            return true;
        return (sideways_ && tries(0, readable + 1, true)) || tries(readable, levels, false)
            || (sideways_ && tries(readable + 1, levels, true));
    }

    bool fitPictures()
    {
        const double pitch = depthRoom() / double(std::max<size_t>(1, groups_.size()));
        const double largest = std::min(largestPicture, std::floor(pitch * 0.5));
        constexpr size_t levels = std::size(looseToTight);
        constexpr size_t roomy = 6; // levels that keep the text off the border
        const auto tries = [&](double least, bool beside, size_t to) {
            beside_ = beside;
            for (size_t level = 0; level < to; ++level) {
                for (double side = largest; side >= least; side -= 2) {
                    measure(looseToTight[level], side, false);
                    if (fits())
                        return true;
                }
            }
            return false;
        };
        for (const size_t to : {roomy, levels})
            if (tries(30, false, to) || (sideways_ && tries(16, true, to)) || tries(18, false, to)
                || (sideways_ && tries(10, true, to)) || tries(10, false, to))
                return true;
        if (sizes_.empty()) // no picture is small enough for this room
            measure(looseToTight[levels - 1], std::max(0.0, largest), false);
        return false;
    }

    double along(const QSizeF& size) const { return sideways_ ? size.height() : size.width(); }
    double depth(const QSizeF& size) const { return sideways_ ? size.width() : size.height(); }
    double alongRoom() const { return sideways_ ? box_.height() : box_.width(); }
    double depthRoom() const { return sideways_ ? box_.width() : box_.height(); }
    double besideGap() const { return std::max(3.0, tight_.padding * 0.6); }
    double gapAlong() const { return sideways_ ? std::max(1.0, tight_.across * 0.6) : tight_.across; }

    void measure(const Tightness& tight, double side, bool broken)
    {
        if (tight.pixels != tight_.pixels || texts_.size() != lines_.size() || broken || broken_) {
            made_.font = uiFont(tight.pixels);
            made_.strongFont = uiFont(tight.pixels, QFont::DemiBold);
            made_.edgeFont = uiFont(std::max(10.0, tight.pixels - 1.5));
            tight_ = tight;
            broken_ = broken;
            texts_.clear();
            for (size_t node = 0; node < lines_.size(); ++node)
                texts_.push_back(textOf(node));
        }
        tight_ = tight;
        side_ = side;
        made_.padding = tight.padding;
        paddings_.assign(lines_.size(), tight.padding);
        sizes_.clear();
        for (size_t node = 0; node < lines_.size(); ++node)
            sizes_.push_back(sizeOf(node));
        for (const NodeGroup& group : groups_)
            sideways_ ? evenOut(group) : loosen(group);
        gap_ = sideways_ ? columnGap() : tight.down + (labelled_ ? lineHeight(made_.edgeFont) : 0);
    }

    double columnGap() const
    {
        double widest = 0;
        for (const Diagram::Edge& edge : diagram_.edges)
            widest = std::max(widest, edge.label.isEmpty() ? 0 : textWidth(made_.edgeFont, edge.label) + 14);
        return std::max(tight_.columns, widest);
    }

    struct Text {
        QStringList lines;
        int strong = 0;
        QSizeF size;
    };

    Text textOf(size_t node) const
    {
        Text text;
        const double room = broken_
            ? (depthRoom() - tight_.columns * double(groups_.size() - 1)) / double(groups_.size())
                - 2 * tight_.padding - 1
            : 0;
        for (qsizetype line = 0; line < lines_[node].size(); ++line) {
            const QFont& font = line == 0 ? made_.strongFont : made_.font;
            text.lines << (broken_ ? brokenAtWords(lines_[node][line], font, room)
                                   : QStringList(lines_[node][line]));
            if (line == 0)
                text.strong = int(text.lines.size());
        }
        const double width = std::max(widestText(made_.strongFont, text.lines.mid(0, text.strong)),
            widestText(made_.font, text.lines.mid(text.strong)));
        text.size = {width, double(text.lines.size()) * lineHeight(made_.font)};
        return text;
    }

    QSizeF sizeOf(size_t node) const
    {
        const QSizeF text = texts_[node].size;
        const bool bar = !diagram_.nodes[node].shares.empty();
        double width = text.width() + 2 * paddings_[node] + 1;
        double height = text.height() + tight_.padding * 1.2;
        if (diagram_.nodes[node].picture && beside_) {
            width += side_ + (lines_[node].isEmpty() ? 0 : besideGap());
            height = std::max(text.height() + tight_.padding * 0.6, side_ + picturePadding);
        } else if (diagram_.nodes[node].picture) {
            width = std::max(width, side_ + 2 * std::max(2.0, tight_.padding * 0.6));
            height = text.height() + side_ + (lines_[node].isEmpty() ? 2 : DiagramGeometry::pictureGap)
                + std::min(picturePadding, tight_.padding * 1.2);
        }
        if (bar)
            height += DiagramGeometry::barHeight + (lines_[node].isEmpty() ? 0 : 3);
        return {std::max(width, bar ? 16.0 : 10.0), std::max(height, 10.0)};
    }

    /// A row with room keeps air beside its text, however tight the fullest row is.
    void loosen(const NodeGroup& row)
    {
        const double extra = 2 * (easyPadding - tight_.padding);
        if (extra <= 0 || lengthOf(row) + extra * double(row.size()) > box_.width())
            return;
        for (const size_t node : row) {
            paddings_[node] = easyPadding;
            sizes_[node] = sizeOf(node);
        }
    }

    /// The pictures of one column stand in boxes of one width.
    void evenOut(const NodeGroup& column)
    {
        double widest = 0;
        for (const size_t node : column)
            widest = std::max(widest, diagram_.nodes[node].picture ? sizes_[node].width() : 0);
        for (const size_t node : column)
            if (diagram_.nodes[node].picture)
                sizes_[node].setWidth(widest);
    }

    double lengthOf(const NodeGroup& group) const
    {
        double sum = gapAlong() * double(group.size() - 1);
        for (const size_t node : group)
            sum += along(sizes_[node]);
        return sum;
    }

    double depthOf(const NodeGroup& group) const
    {
        double most = 0;
        for (const size_t node : group)
            most = std::max(most, depth(sizes_[node]));
        return most;
    }

    bool fitsAlong() const
    {
        return std::all_of(groups_.begin(), groups_.end(),
            // Pictures keep their places: half a gap lies beyond the first and the last.
            [&](const NodeGroup& group) {
                return lengthOf(group) + (pictures_ ? gapAlong() : 0) <= alongRoom();
            });
    }

    bool fitsDeep() const
    {
        double sum = groups_.empty() ? 0 : gap_ * double(groups_.size() - 1);
        for (const NodeGroup& group : groups_)
            sum += depthOf(group);
        return sum <= depthRoom();
    }

    bool fits() const { return fitsAlong() && fitsDeep(); }

    void leaveOut(size_t node, qsizetype line)
    {
        made_.leftOut << lines_[node].takeAt(line);
        texts_[node] = textOf(node);
        sizes_[node] = sizeOf(node);
    }

    /// Drops a line of the node that is widest (or, with `lowest`, its last one); false: it has none to give.
    bool dropFrom(size_t node, bool lowest)
    {
        QStringList& lines = lines_[node];
        if (lines.size() < (lowest ? 2 : 1))
            return false;
        qsizetype dropped = lines.size() - 1;
        for (qsizetype line = dropped - 1; line >= 0 && !lowest; --line)
            if (textWidth(made_.font, lines[line]) > textWidth(made_.font, lines[dropped]))
                dropped = line;
        leaveOut(node, dropped);
        return true;
    }

    /// Drops lines, least important first, where even the smallest text finds no room.
    void shorten()
    {
        for (const NodeGroup& group : groups_) {
            while (lengthOf(group) > alongRoom()) {
                const size_t largest = *std::max_element(group.begin(), group.end(),
                    [&](size_t a, size_t b) { return along(sizes_[a]) < along(sizes_[b]); });
                if (!dropFrom(largest, sideways_) && !(sideways_ && dropFrom(largest, false)))
                    break;
            }
        }
        while (!groups_.empty() && !fitsDeep()) {
            const auto deepest = std::max_element(groups_.begin(), groups_.end(),
                [&](const NodeGroup& a, const NodeGroup& b) { return depthOf(a) < depthOf(b); });
            bool shortened = false;
            const double most = depthOf(*deepest);
            for (const size_t node : *deepest)
                if (depth(sizes_[node]) >= most - 0.1)
                    shortened |= dropFrom(node, !sideways_);
            if (!shortened)
                break;
        }
    }

    DiagramGeometry place()
    {
        made_.nodes.resize(lines_.size());
        if (!groups_.empty()) {
            std::vector<double> depths;
            std::vector<double> centres;
            for (const NodeGroup& group : groups_)
                depths.push_back(depthOf(group));
            const double low = sideways_ ? box_.left() : box_.top();
            for (size_t group = 0; group < groups_.size(); ++group) {
                const QPointF at = diagram_.nodes[groups_[group].front()].at;
                const double room = depthRoom() - depths.front() / 2 - depths.back() / 2;
                centres.push_back(low + depths.front() / 2 + (sideways_ ? at.x() : at.y()) * room);
            }
            centres = spread(centres, depths, low, low + depthRoom(), fitsDeep() ? gap_ : 1);
            for (size_t group = 0; group < groups_.size(); ++group)
                placeGroup(groups_[group], centres[group]);
        }
        layEdges(made_, diagram_);
        return made_;
    }

    void placeGroup(const NodeGroup& group, double deep)
    {
        const double low = sideways_ ? box_.top() : box_.left();
        std::vector<double> centres;
        std::vector<double> lengths;
        for (const size_t node : group) {
            const QPointF at = diagram_.nodes[node].at;
            lengths.push_back(along(sizes_[node]));
            centres.push_back(low + (sideways_ ? at.y() : at.x()) * alongRoom());
        }
        double gap = gapAlong();
        if (lengthOf(group) > alongRoom()) {
            gap = std::min(1.0, alongRoom() / (4 * double(group.size())));
            const double room = alongRoom() - gap * double(group.size() - 1);
            const double all = std::accumulate(lengths.begin(), lengths.end(), 0.0);
            for (double& length : lengths)
                length *= room / all;
        }
        centres = spread(centres, lengths, low, low + alongRoom(), gap);
        for (size_t i = 0; i < group.size(); ++i) {
            const double other = depth(sizes_[group[i]]);
            const QSizeF size = sideways_ ? QSizeF(other, lengths[i]) : QSizeF(lengths[i], other);
            const QPointF centre = sideways_ ? QPointF(deep, centres[i]) : QPointF(centres[i], deep);
            placeNode(group[i], QRectF(centre - QPointF(size.width() / 2, size.height() / 2), size));
        }
    }

    void placeNode(size_t node, const QRectF& box)
    {
        DiagramGeometry::Node& placed = made_.nodes[node];
        placed.box = box;
        placed.lines = texts_[node].lines;
        placed.strongLines = texts_[node].strong;
        placed.padding = paddings_[node];
        placed.text = box;
        if (diagram_.nodes[node].picture && beside_) {
            const double height = double(placed.lines.size()) * lineHeight(made_.font);
            placed.top = (box.height() - height) / 2;
            placed.picture = QRectF(box.left() + placed.padding, box.center().y() - side_ / 2, side_, side_);
            placed.text.setLeft(placed.picture.right());
            return;
        }
        const double padding = made_.padding * 1.2;
        placed.top = (diagram_.nodes[node].picture ? std::min(picturePadding, padding) : padding) / 2;
        if (!diagram_.nodes[node].picture)
            return;
        const double above = placed.strongLines == 0
            ? 2
            : placed.strongLines * lineHeight(made_.font) + DiagramGeometry::pictureGap;
        const double top = box.top() + placed.top + above;
        placed.picture = QRectF(box.center().x() - side_ / 2, top, side_, side_);
    }

    QRectF box_;
    const Diagram& diagram_;
    std::vector<NodeGroup> groups_;
    bool sideways_;
    std::vector<QStringList> lines_;
    std::vector<Text> texts_;
    std::vector<QSizeF> sizes_;
    std::vector<double> paddings_;
    bool labelled_ = false;
    bool pictures_ = false;
    bool broken_ = false;
    bool beside_ = false; ///< pictures beside the lines
    double side_ = 0;
    double gap_ = 0;
    Tightness tight_ = looseToTight[0];
    DiagramGeometry made_;
};

} // namespace

DiagramGeometry DiagramGeometry::of(const QRectF& box, const Diagram& diagram)
{
    return Layouter(box, diagram).run();
}

bool haveSameGeometry(const Diagram& one, const Diagram& other)
{
    const auto sameNode = [](const Diagram::Node& a, const Diagram::Node& b) {
        return a.id == b.id && a.at == b.at && a.lines == b.lines && a.shares.empty() == b.shares.empty()
            && a.picture.has_value() == b.picture.has_value();
    };
    const auto sameEdge = [&one](const Diagram::Edge& a, const Diagram::Edge& b) {
        return a.from == b.from && a.to == b.to && a.label == b.label && (!one.arrows || a.width == b.width);
    };
    return one.sideways == other.sideways && one.arrows == other.arrows
        && std::equal(one.nodes.begin(), one.nodes.end(), other.nodes.begin(), other.nodes.end(), sameNode)
        && std::equal(one.edges.begin(), one.edges.end(), other.edges.begin(), other.edges.end(), sameEdge);
}

} // namespace tangent
