// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/diagram_measure.h"

#include "widgets/views/item_paint.h"

#include <algorithm>
#include <numeric>

namespace tangent {

namespace {

constexpr double sameGroup = 0.04; ///< nodes that differ less stand in one row or column

} // namespace

std::vector<NodeGroup> groupsOf(const Diagram& diagram)
{
    const auto deep = [&](size_t node) {
        const QPointF at = diagram.nodes[node].at;
        return diagram.sideways ? at.x() : at.y();
    };
    const auto along = [&](size_t node) {
        const QPointF at = diagram.nodes[node].at;
        return diagram.sideways ? at.y() : at.x();
    };
    std::vector<size_t> order(diagram.nodes.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return deep(a) < deep(b); });
    std::vector<NodeGroup> made;
    for (const size_t node : order) {
        if (made.empty() || deep(node) - deep(made.back().front()) > sameGroup)
            made.emplace_back();
        made.back().push_back(node);
    }
    for (NodeGroup& group : made)
        std::stable_sort(group.begin(), group.end(), [&](size_t a, size_t b) { return along(a) < along(b); });
    return made;
}

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

QStringList brokenAtWords(const QString& text, const QFont& font, double width)
{
    QStringList lines;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString longer = lines.isEmpty() ? word : lines.back() + QLatin1Char(' ') + word;
        if (!lines.isEmpty() && textWidth(font, longer) <= width)
            lines.back() = longer;
        else
            lines << word;
    }
    return lines.isEmpty() ? QStringList(text) : lines;
}

} // namespace tangent
