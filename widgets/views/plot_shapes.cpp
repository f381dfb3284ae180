// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/line_raster.h"
#include "widgets/views/plot_layers.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace tangent {

namespace {

/// A bar with its borders on whole pixels: between them they would be blurred.
void paintBar(PlotCanvas& canvas, const QRectF& box, const QColor& colour, double opacity)
{
    if (!canvas.pixels) {
        QColor pale = colour;
        pale.setAlphaF(float(std::clamp(opacity, 0.0, 1.0)));
        canvas.painter.fillRect(box & canvas.mapping.plot, pale);
        return;
    }
    const PixelBuffer& pixels = *canvas.pixels;
    const auto whole = [&](double at) { return int(std::lround(at * pixels.ratio)); };
    const QRect room = canvas.devicePlot(0).toRect() & pixels.clip;
    const int left = std::max(whole(box.left()), room.left());
    // A bar that is thinner than a pixel is still there.
    const int right = std::min(std::max(whole(box.right()), left + 1), room.right() + 1);
    const int bottom = std::min(whole(box.bottom()), room.bottom() + 1);
    for (int y = std::max(whole(box.top()), room.top()); y < bottom && left < right; ++y)
        layOver(pixels.row(y) + left, right - left, colour.rgb(), toWeight(opacity));
}

void paintArrowHead(PlotCanvas& canvas, QPointF from, QPointF to, const QColor& colour, double width)
{
    const QPointF way = to - from;
    const double length = std::hypot(way.x(), way.y());
    if (!(length > 0.5))
        return;
    const double head = std::min(length, 4.5 + 2.2 * width);
    const QPointF along = way / length;
    const QPointF across(-along.y(), along.x());
    const QPointF base = to - head * along;
    canvas.painter.setBrush(colour);
    canvas.painter.drawPolygon(QPolygonF{to, base + 0.42 * head * across, base - 0.42 * head * across});
}

} // namespace

void paintBars(PlotCanvas& canvas, const Bars& bars)
{
    const size_t count = std::min({bars.from.size(), bars.to.size(), bars.value.size()});
    const AxisMapping& along = bars.horizontal ? canvas.mapping.y : canvas.mapping.x;
    const AxisMapping& across = bars.horizontal ? canvas.mapping.x : canvas.mapping.y;
    const QRectF& plot = canvas.mapping.plot;
    const double start = bars.horizontal ? plot.left() : plot.bottom();
    for (size_t i = 0; i < count; ++i) {
        const double baseValue = i < bars.base.size() ? bars.base[i] : 0;
        double base = across.toPixel(baseValue);
        if (!std::isfinite(base)) // zero on a logarithmic axis
            base = start;
        const double end = across.toPixel(bars.value[i]);
        double low = along.toPixel(bars.from[i]);
        double high = along.toPixel(bars.to[i]);
        if (!std::isfinite(end) || !std::isfinite(low) || !std::isfinite(high))
            continue;
        if (low > high)
            std::swap(low, high);
        // Between narrow bars gaps would be as loud as the bars.
        const double gap = high - low < 9 ? 0 : bars.gap;
        low += gap / 2;
        high -= gap / 2;
        const QRectF exact = bars.horizontal ? QRectF(QPointF(base, low), QPointF(end, high))
                                             : QRectF(QPointF(low, base), QPointF(high, end));
        const QRectF box = exact.normalized() & plot.adjusted(-1, -1, 1, 1);
        paintBar(canvas, box, canvas.theme.colour(roleAt(bars.roles, i)), bars.opacity);
        if (i < bars.labels.size()) {
            const bool forward = bars.value[i] >= baseValue;
            const Qt::Alignment beyond = bars.horizontal
                ? (forward ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter
                : Qt::AlignHCenter | (forward ? Qt::AlignTop : Qt::AlignBottom);
            const QPointF place =
                bars.horizontal ? QPointF(end, (low + high) / 2) : QPointF((low + high) / 2, end);
            canvas.labels.add(
                bars.labels[i], uiFont(11, QFont::Medium), canvas.theme.ink, {{place, beyond, 3}});
        }
    }
}

void paintSegments(PlotCanvas& canvas, const Segments& segments)
{
    const size_t count = std::min(segments.from.size(), segments.to.size());
    const double ratio = canvas.pixels ? canvas.pixels->ratio : 1;
    const Line::Style style = segments.dashed ? Line::Style::Dashed : Line::Style::Solid;
    std::map<Role, std::vector<size_t>> byRole;
    for (size_t i = 0; i < count; ++i)
        byRole[roleAt(segments.roles, i, Role::Ink)].push_back(i);
    canvas.painter.save();
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& [role, indices] : byRole) {
        const QColor colour = canvas.theme.colour(role);
        QColor pale = colour;
        pale.setAlphaF(float(std::clamp(segments.opacity, 0.0, 1.0)));
        std::optional<LineRaster> raster;
        if (canvas.pixels)
            raster.emplace(*canvas.pixels, canvas.devicePlot(segments.width / 2));
        for (const size_t i : indices) {
            const QPointF from = canvas.mapping.toPixel(segments.from[i]);
            const QPointF to = canvas.mapping.toPixel(segments.to[i]);
            QPointF shaft = to;
            const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
            if (segments.arrows && length > 0) // the shaft must not stick out beside the tip
                shaft = from + (to - from) * std::max(0.0, 1 - (2 + segments.width) / length);
            if (raster)
                raster->addLine({from * ratio, shaft * ratio}, segments.width * ratio, style, false);
            else
                paintStroke(
                    canvas, {from, shaft}, colour, segments.width * markScale(), segments.opacity, style);
        }
        if (raster)
            raster->flush(colour, segments.opacity);
        canvas.painter.setPen(Qt::NoPen);
        for (const size_t i : indices) {
            if (segments.arrows)
                paintArrowHead(canvas, canvas.mapping.toPixel(segments.from[i]),
                    canvas.mapping.toPixel(segments.to[i]), pale, segments.width);
        }
    }
    canvas.painter.restore();
}

void paintPolygons(PlotCanvas& canvas, const Polygons& polygons)
{
    for (size_t i = 0; i < polygons.rings.size(); ++i) {
        const QColor colour = canvas.theme.colour(roleAt(polygons.roles, i));
        std::vector<QPointF> ring;
        for (const QPointF& corner : polygons.rings[i])
            ring.push_back(canvas.mapping.toPixel(corner));
        paintFill(canvas, ring, colour, polygons.opacity);
        if (polygons.outlined && !ring.empty()) {
            ring.push_back(ring.front());
            paintStroke(canvas, ring, colour, 1.2, std::min(1.0, 0.3 + 2 * polygons.opacity));
        }
    }
}

void paintContours(PlotCanvas& canvas, const Contours& contours)
{
    const QColor colour = canvas.theme.colour(contours.role);
    const double ratio = canvas.pixels ? canvas.pixels->ratio : 1;
    std::optional<LineRaster> raster;
    if (canvas.pixels)
        raster.emplace(*canvas.pixels, canvas.devicePlot(0));
    for (const Contours::Level& level : contours.levels) {
        for (const std::vector<QPointF>& line : level.lines) {
            std::vector<QPointF> points;
            points.reserve(line.size());
            for (const QPointF& point : line)
                points.push_back(canvas.mapping.toPixel(point) * ratio);
            if (raster)
                raster->addLine(points, ratio, Line::Style::Solid, false);
            else
                paintStroke(canvas, points, colour, 1, contours.opacity);
        }
    }
    if (raster)
        raster->flush(colour, contours.opacity);
}

} // namespace tangent
