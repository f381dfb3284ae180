// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/diagram_geometry.h"

#include "widgets/views/item_paint.h"

#include <algorithm>
#include <numeric>

namespace tangent {

namespace {

constexpr double easyPadding = 7; ///< beside the text where there is room
constexpr double sameRow = 0.04;  ///< nodes that differ less in y stand in one row

struct Tightness {
    double pixels;  ///< of the font
    double padding; ///< inside a node
    double across;  ///< least gap between neighbours
    double down;    ///< least gap between rows, beside the edge labels
};
constexpr Tightness looseToTight[] = {
    {12.5, 9, 12, 16},
    {12, 7, 8, 14},
    {11.5, 6, 8, 12},
    {11, 5, 6, 10},
    {10.5, 4, 5, 9},
    {10, 3, 4, 8},
    {10, 2, 2, 6},
    {10, 1, 1, 6},
};

using RowOfNodes = std::vector<size_t>;

std::vector<RowOfNodes> rowsOf(const Diagram& diagram)
{
    std::vector<size_t> order(diagram.nodes.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(),
        [&](size_t a, size_t b) { return diagram.nodes[a].at.y() < diagram.nodes[b].at.y(); });
    std::vector<RowOfNodes> made;
    for (const size_t node : order) {
        const double y = diagram.nodes[node].at.y();
        if (made.empty() || y - diagram.nodes[made.back().front()].at.y() > sameRow)
            made.emplace_back();
        made.back().push_back(node);
    }
    for (RowOfNodes& row : made)
        std::stable_sort(row.begin(), row.end(),
            [&](size_t a, size_t b) { return diagram.nodes[a].at.x() < diagram.nodes[b].at.x(); });
    return made;
}

/// Moves centres as little as needed until nothing overlaps and all lies between `low` and `high`.
std::vector<double> spread(
    std::vector<double> centres, const std::vector<double>& sizes, double low, double high, double gap)
{
    double end = low - gap;
    for (size_t i = 0; i < centres.size(); ++i) {
        centres[i] = std::max(centres[i], end + gap + sizes[i] / 2);
        end = centres[i] + sizes[i] / 2;
    }
    double start = high + gap;
    for (size_t i = centres.size(); i-- > 0;) {
        centres[i] = std::min(centres[i], start - gap - sizes[i] / 2);
        start = centres[i] - sizes[i] / 2;
    }
    return centres;
}

class Layouter {
public:
    Layouter(const QRectF& box, const Diagram& diagram)
        : box_(box)
        , diagram_(diagram)
        , rows_(rowsOf(diagram))
    {
        for (const Diagram::Node& node : diagram.nodes)
            lines_.push_back(node.lines);
        labelled_ = std::any_of(diagram.edges.begin(), diagram.edges.end(),
            [](const Diagram::Edge& edge) { return !edge.label.isEmpty(); });
    }

    DiagramGeometry run()
    {
        for (const Tightness& tight : looseToTight) {
            measure(tight);
            if (fitsAcross() && fitsDown())
                return place();
        }
        shorten();
        return place();
    }

private:
    void measure(const Tightness& tight)
    {
        tight_ = tight;
        made_.font = uiFont(tight.pixels);
        made_.strongFont = uiFont(tight.pixels, QFont::DemiBold);
        made_.edgeFont = uiFont(std::max(10.0, tight.pixels - 1.5));
        made_.padding = tight.padding;
        paddings_.assign(lines_.size(), tight.padding);
        sizes_.clear();
        for (size_t node = 0; node < lines_.size(); ++node)
            sizes_.push_back(sizeOf(node));
        for (const RowOfNodes& row : rows_)
            loosen(row);
        down_ = tight.down + (labelled_ ? lineHeight(made_.edgeFont) : 0);
    }

    QSizeF sizeOf(size_t node) const
    {
        const QStringList& lines = lines_[node];
        const bool bar = !diagram_.nodes[node].shares.empty();
        double width = lines.isEmpty() ? 0 : textWidth(made_.strongFont, lines.front());
        width = std::max(width, widestText(made_.font, lines.mid(1))) + 2 * paddings_[node] + 1;
        double height = double(lines.size()) * lineHeight(made_.font) + tight_.padding * 1.2;
        if (bar)
            height += DiagramGeometry::barHeight + (lines.isEmpty() ? 0 : 3);
        return {std::max(width, bar ? 16.0 : 10.0), std::max(height, 10.0)};
    }

    /// A row with room keeps air beside its text, however tight the fullest row is.
    void loosen(const RowOfNodes& row)
    {
        const double extra = 2 * (easyPadding - tight_.padding);
        if (extra <= 0 || widthOf(row) + extra * double(row.size()) > box_.width())
            return;
        for (const size_t node : row) {
            paddings_[node] = easyPadding;
            sizes_[node] = sizeOf(node);
        }
    }

    double widthOf(const RowOfNodes& row) const
    {
        double sum = tight_.across * double(row.size() - 1);
        for (const size_t node : row)
            sum += sizes_[node].width();
        return sum;
    }

    double heightOf(const RowOfNodes& row) const
    {
        double tallest = 0;
        for (const size_t node : row)
            tallest = std::max(tallest, sizes_[node].height());
        return tallest;
    }

    bool fitsAcross() const
    {
        return std::all_of(
            rows_.begin(), rows_.end(), [&](const RowOfNodes& row) { return widthOf(row) <= box_.width(); });
    }

    bool fitsDown() const
    {
        double sum = rows_.empty() ? 0 : down_ * double(rows_.size() - 1);
        for (const RowOfNodes& row : rows_)
            sum += heightOf(row);
        return sum <= box_.height();
    }

    void leaveOut(size_t node, qsizetype line)
    {
        made_.leftOut << lines_[node].takeAt(line);
        sizes_[node] = sizeOf(node);
    }

    /// Drops lines, least important first, where even the smallest text finds no room.
    void shorten()
    {
        for (const RowOfNodes& row : rows_) {
            while (widthOf(row) > box_.width()) {
                const size_t widest = *std::max_element(row.begin(), row.end(),
                    [&](size_t a, size_t b) { return sizes_[a].width() < sizes_[b].width(); });
                if (lines_[widest].isEmpty())
                    break;
                qsizetype longest = lines_[widest].size() - 1;
                for (qsizetype line = longest - 1; line >= 0; --line)
                    if (textWidth(made_.font, lines_[widest][line])
                        > textWidth(made_.font, lines_[widest][longest]))
                        longest = line;
                leaveOut(widest, longest);
            }
        }
        while (!fitsDown()) {
            const auto tallest = std::max_element(rows_.begin(), rows_.end(),
                [&](const RowOfNodes& a, const RowOfNodes& b) { return heightOf(a) < heightOf(b); });
            bool shortened = false;
            const double height = heightOf(*tallest);
            for (const size_t node : *tallest) {
                if (lines_[node].size() > 1 && sizes_[node].height() >= height - 0.1) {
                    leaveOut(node, lines_[node].size() - 1);
                    shortened = true;
                }
            }
            if (!shortened)
                break;
        }
    }

    DiagramGeometry place()
    {
        made_.nodes.resize(lines_.size());
        std::vector<double> heights;
        std::vector<double> centres;
        for (const RowOfNodes& row : rows_)
            heights.push_back(heightOf(row));
        for (size_t row = 0; row < rows_.size(); ++row) {
            const double y = diagram_.nodes[rows_[row].front()].at.y();
            const double room = box_.height() - heights.front() / 2 - heights.back() / 2;
            centres.push_back(box_.top() + heights.front() / 2 + y * room);
        }
        centres = spread(centres, heights, box_.top(), box_.bottom(), fitsDown() ? down_ : 1);
        for (size_t row = 0; row < rows_.size(); ++row)
            placeRow(rows_[row], centres[row]);
        return made_;
    }

    void placeRow(const RowOfNodes& row, double centreY)
    {
        std::vector<double> centres;
        std::vector<double> widths;
        for (const size_t node : row) {
            widths.push_back(sizes_[node].width());
            centres.push_back(box_.left() + diagram_.nodes[node].at.x() * box_.width());
        }
        double gap = tight_.across;
        if (widthOf(row) > box_.width()) {
            gap = std::min(1.0, box_.width() / (4 * double(row.size())));
            const double room = box_.width() - gap * double(row.size() - 1);
            const double all = std::accumulate(widths.begin(), widths.end(), 0.0);
            for (double& width : widths)
                width *= room / all;
        }
        centres = spread(centres, widths, box_.left(), box_.right(), gap);
        for (size_t i = 0; i < row.size(); ++i) {
            const double height = sizes_[row[i]].height();
            made_.nodes[row[i]].box =
                QRectF(centres[i] - widths[i] / 2, centreY - height / 2, widths[i], height);
            made_.nodes[row[i]].lines = lines_[row[i]];
            made_.nodes[row[i]].padding = paddings_[row[i]];
        }
    }

    QRectF box_;
    const Diagram& diagram_;
    std::vector<RowOfNodes> rows_;
    std::vector<QStringList> lines_;
    std::vector<QSizeF> sizes_;
    std::vector<double> paddings_;
    bool labelled_ = false;
    double down_ = 0;
    Tightness tight_ = looseToTight[0];
    DiagramGeometry made_;
};

} // namespace

DiagramGeometry DiagramGeometry::of(const QRectF& box, const Diagram& diagram)
{
    return Layouter(box, diagram).run();
}

QPainterPath edgePath(const QRectF& from, const QRectF& to)
{
    QPointF start;
    QPointF end;
    QPointF lean;
    if (to.top() >= from.bottom() || to.bottom() <= from.top()) {
        const bool down = to.top() >= from.bottom();
        start = QPointF(from.center().x(), down ? from.bottom() : from.top());
        end = QPointF(to.center().x(), down ? to.top() : to.bottom());
        lean = QPointF(0, (end.y() - start.y()) * 0.55);
    } else {
        const bool right = to.center().x() > from.center().x();
        start = QPointF(right ? from.right() : from.left(), from.center().y());
        end = QPointF(right ? to.left() : to.right(), to.center().y());
        lean = QPointF((end.x() - start.x()) * 0.55, 0);
    }
    QPainterPath path(start);
    path.cubicTo(start + lean, end - lean, end);
    return path;
}

} // namespace tangent
