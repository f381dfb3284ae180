// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/scene_numbers.h"

#include <cmath>

namespace tangent::tests {

namespace {

/// Walks every number of a scene.
class NumberWalk {
public:
    QStringList found;

    void walk(const Scene& scene)
    {
        for (const Figure& figure : scene.figures) {
            where_ = QStringLiteral("figure ") + figure.key;
            std::visit([this](const auto& content) { visit(content); }, figure.content);
        }
        for (const Handle& handle : scene.handles) {
            where_ = QStringLiteral("handle ") + handle.id;
            check(handle.at);
            check(handle.centre);
            check(handle.radius);
        }
        for (const Readout& readout : scene.readouts) {
            where_ = QStringLiteral("readout ") + readout.key;
            if (const auto number = readout.number())
                check(*number);
        }
        if (scene.timeline) {
            where_ = QStringLiteral("timeline");
            check(scene.timeline->at);
            check(scene.timeline->last);
        }
    }

private:
    void check(double value)
    {
        if (!std::isfinite(value) && !found.contains(where_))
            found << where_;
    }
    void check(const QPointF& place)
    {
        check(place.x());
        check(place.y());
    }
    template <class Number>
    void check(const std::vector<Number>& values)
    {
        for (const Number& value : values)
            check(value);
    }
    template <class First, class... More>
    void all(const First& first, const More&... more)
    {
        check(first);
        (check(more), ...);
    }

    void visit(const Axis& axis) { all(axis.minimum, axis.maximum); }
    void visit(const Points& points) { all(points.x, points.y, points.size); }
    void visit(const Line& line) { all(line.x, line.y, line.width); }
    void visit(const Area& area) { all(area.x, area.lower, area.upper); }
    void visit(const Bars& bars) { all(bars.from, bars.to, bars.base, bars.value); }
    void visit(const Segments& segments) { all(segments.from, segments.to); }
    void visit(const Polygons& polygons)
    {
        for (const auto& ring : polygons.rings)
            check(ring);
    }
    void visit(const Rule& rule) { check(rule.at); }
    void visit(const Words& words) { all(words.x, words.y); }
    void visit(const Field& field)
    {
        all(field.left, field.right, field.bottom, field.top);
        for (const float value : field.values)
            check(double(value));
    }
    void visit(const Contours& contours)
    {
        for (const auto& level : contours.levels) {
            check(level.value);
            for (const auto& line : level.lines)
                check(line);
        }
    }
    void visit(const Cloud& cloud) { all(cloud.x, cloud.y, cloud.z, cloud.turn, cloud.tilt); }
    void visit(const Plot& plot)
    {
        visit(plot.x);
        visit(plot.y);
        if (plot.secondY)
            visit(*plot.secondY);
        for (const Layer& layer : plot.layers)
            std::visit([this](const auto& one) { visit(one); }, layer);
    }
    void visit(const Matrix& matrix)
    {
        all(matrix.low, matrix.high);
        for (const Matrix::Item& item : matrix.items)
            check(item.value);
    }
    void visit(const Diagram& diagram)
    {
        for (const Diagram::Node& node : diagram.nodes) {
            check(node.at);
            check(node.shares);
        }
    }
    void visit(const TableFigure& table)
    {
        for (const TableFigure::Line& line : table.lines) {
            for (const TableFigure::Item& item : line.items)
                check(item.bar);
        }
    }
    void visit(const WordsFigure& words)
    {
        for (const WordsFigure::Paragraph& paragraph : words.paragraphs) {
            check(paragraph.bar);
            for (const WordsFigure::Run& run : paragraph.runs)
                check(run.shade);
        }
    }
    void visit(const TextFigure&) { }
    void visit(const Gallery& gallery)
    {
        for (const Gallery::Item& item : gallery.items)
            visit(item.picture);
    }

    QString where_;
};

} // namespace

QStringList badNumbers(const Scene& scene)
{
    NumberWalk walk;
    walk.walk(scene);
    return walk.found;
}

} // namespace tangent::tests
