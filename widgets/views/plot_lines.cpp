// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/mark_shapes.h"
#include "widgets/views/plot_layers.h"

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

QFont labelFont()
{
    return uiFont(11.5, QFont::Medium);
}

/// The last point of a line that can be seen.
std::optional<QPointF> shownEnd(const std::vector<QPointF>& points, const QRectF& plot)
{
    const QRectF room = plot.adjusted(-0.5, -0.5, 0.5, 0.5);
    for (auto point = points.rbegin(); point != points.rend(); ++point) {
        if (holds(room, *point))
            return *point;
    }
    return std::nullopt;
}

} // namespace

void paintLine(PlotCanvas& canvas, const Line& line)
{
    const AxisMapping& vertical = canvas.mapping.vertical(line.secondAxis);
    const size_t count = std::min(line.x.size(), line.y.size());
    std::vector<QPointF> points(count);
    for (size_t i = 0; i < count; ++i)
        points[i] = {canvas.mapping.x.toPixel(line.x[i]), vertical.toPixel(line.y[i])};
    const QColor colour = canvas.theme.colour(line.role);
    paintStroke(canvas, points, colour, line.width * markScale(), line.opacity, line.style, line.fading);
    if (line.markers) {
        std::vector<PlacedMark> marks;
        const bool isClass = line.role >= Role::Class0;
        const int shape = isClass ? int(line.role) - int(Role::Class0) : 0;
        for (const QPointF& point : points)
            marks.push_back(
                {point, shape, colour.rgb(), (line.width + 3.6) * markScale(), line.opacity, false});
        paintMarks(canvas, marks);
    }
    if (line.label.isEmpty())
        return;
    if (const std::optional<QPointF> end = shownEnd(points, canvas.mapping.plot)) {
        const bool atBorder = end->x() > canvas.mapping.plot.right() - 40;
        const Qt::Alignment side =
            atBorder ? Qt::AlignLeft | Qt::AlignTop : Qt::AlignRight | Qt::AlignVCenter;
        canvas.labels.add(
            line.label, labelFont(), canvas.theme.strong(line.role), placesAround(*end, side, 6));
    }
}

void paintArea(PlotCanvas& canvas, const Area& area)
{
    const size_t count = std::min({area.x.size(), area.lower.size(), area.upper.size()});
    std::vector<QPointF> outline;
    QPointF widest;
    double thickness = -1;
    const double top = canvas.mapping.plot.top();
    const double bottom = canvas.mapping.plot.bottom();
    const auto place = [&](double x, double y) {
        // A bound that is infinite or has no logarithm lies at the border of the plot.
        const double pixel = canvas.mapping.y.toPixel(y);
        return QPointF(canvas.mapping.x.toPixel(x), std::isfinite(pixel) ? pixel : y > 0 ? top : bottom);
    };
    for (size_t i = 0; i < count; ++i) {
        const QPointF upper = place(area.x[i], area.upper[i]);
        outline.push_back(upper);
        const double high = std::clamp(upper.y(), top, bottom);
        const double low = std::clamp(place(area.x[i], area.lower[i]).y(), top, bottom);
        if (std::abs(low - high) > thickness) {
            thickness = std::abs(low - high);
            widest = {upper.x(), (low + high) / 2};
        }
    }
    for (size_t i = count; i-- > 0;)
        outline.push_back(place(area.x[i], area.lower[i]));
    paintFill(canvas, outline, canvas.theme.colour(area.role), area.opacity);
    if (count > 0) {
        canvas.labels.add(area.label, labelFont(), canvas.theme.strong(area.role),
            placesAround(widest, Qt::AlignCenter, 2));
    }
}

void paintRule(PlotCanvas& canvas, const Rule& rule)
{
    const QRectF& plot = canvas.mapping.plot;
    const bool upright = rule.orientation == Qt::Vertical;
    const double at = upright ? canvas.mapping.x.toPixel(rule.at) : canvas.mapping.y.toPixel(rule.at);
    const double low = upright ? plot.left() : plot.top();
    const double high = upright ? plot.right() : plot.bottom();
    if (!(at >= low - 0.5 && at <= high + 0.5))
        return;
    // Thin straight lines are crisp only in the middle of a pixel.
    const double crisp = std::lround(rule.width) % 2 == 1 ? std::floor(at) + 0.5 : std::round(at);
    const QPointF from = upright ? QPointF(crisp, plot.top()) : QPointF(plot.left(), crisp);
    const QPointF to = upright ? QPointF(crisp, plot.bottom()) : QPointF(plot.right(), crisp);
    const Line::Style style = rule.dashed ? Line::Style::Dashed : Line::Style::Solid;
    paintStroke(canvas, {from, to}, canvas.theme.colour(rule.role), rule.width * markScale(), 1, style);

    using Places = std::vector<LabelPlacer::Place>;
    const Places besideTop = {{{crisp, plot.top() + 2}, Qt::AlignRight | Qt::AlignBottom, 5},
        {{crisp, plot.top() + 2}, Qt::AlignLeft | Qt::AlignBottom, 5},
        {{crisp, plot.bottom() - 2}, Qt::AlignRight | Qt::AlignTop, 5},
        {{crisp, plot.bottom() - 2}, Qt::AlignLeft | Qt::AlignTop, 5}};
    const Places aboveEnd = {{{plot.right(), crisp}, Qt::AlignLeft | Qt::AlignTop, 3},
        {{plot.right(), crisp}, Qt::AlignLeft | Qt::AlignBottom, 3},
        {{plot.left(), crisp}, Qt::AlignRight | Qt::AlignTop, 3},
        {{plot.left(), crisp}, Qt::AlignRight | Qt::AlignBottom, 3}};
    canvas.labels.add(
        rule.label, labelFont(), canvas.theme.strong(rule.role), upright ? besideTop : aboveEnd);
}

void paintWords(PlotCanvas& canvas, const Words& words)
{
    const QPointF at = canvas.mapping.toPixel({words.x, words.y});
    if (!holds(canvas.mapping.plot.adjusted(-1, -1, 1, 1), at))
        return;
    const QFont font = uiFont(11.5, words.strong ? QFont::DemiBold : QFont::Normal);
    canvas.labels.add(words.text, font, canvas.theme.strong(words.role), placesAround(at, words.anchor, 5));
}

} // namespace tangent
