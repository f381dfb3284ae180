// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/mark_shapes.h"
#include "widgets/views/plot_layers.h"

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

/// Up to here marks get smooth edges; beyond it nobody sees single marks.
constexpr size_t smoothMarks = 4000;
constexpr double paleOpacity = 0.45; ///< of marks beside those that are pointed at
constexpr double outlineWidth = 1.6;

void paintAsVector(PlotCanvas& canvas, const PlacedMark& mark)
{
    QColor colour = QColor::fromRgb(mark.colour);
    colour.setAlphaF(float(mark.opacity));
    const double outline = mark.hollow ? outlineWidth : 0;
    const QPainterPath path = markShape(mark.shape, mark.size - outline).translated(mark.at);
    if (mark.hollow)
        canvas.painter.strokePath(path, QPen(colour, outline));
    else
        canvas.painter.fillPath(path, colour);
}

} // namespace

void paintMarks(PlotCanvas& canvas, const std::vector<PlacedMark>& marks)
{
    const QRectF room = canvas.mapping.plot.adjusted(-0.5, -0.5, 0.5, 0.5);
    if (!canvas.pixels) {
        canvas.painter.save();
        canvas.painter.setClipping(false);
        canvas.painter.setRenderHint(QPainter::Antialiasing);
        for (const PlacedMark& mark : marks) {
            if (holds(room, mark.at))
                paintAsVector(canvas, mark);
        }
        canvas.painter.restore();
        return;
    }
    const PixelBuffer& pixels = *canvas.pixels;
    const bool smooth = marks.size() <= smoothMarks;
    const MarkSprite* sprite = nullptr;
    const PlacedMark* like = nullptr;
    for (const PlacedMark& mark : marks) {
        if (!holds(room, mark.at))
            continue;
        const bool same =
            like && like->shape == mark.shape && like->size == mark.size && like->hollow == mark.hollow;
        if (!same) {
            const double outline = mark.hollow ? outlineWidth * pixels.ratio : 0;
            sprite = &MarkSprite::cached(mark.shape, mark.size * pixels.ratio, outline);
            like = &mark;
        }
        const double x = mark.at.x() * pixels.ratio;
        const double y = mark.at.y() * pixels.ratio;
        if (smooth)
            sprite->blit(pixels, x, y, mark.colour, toWeight(mark.opacity));
        else
            sprite->blitRuns(pixels, x, y, mark.colour, toWeight(mark.opacity));
    }
}

void paintMarkedMark(PlotCanvas& canvas, PlacedMark mark)
{
    if (!holds(canvas.mapping.plot.adjusted(-0.5, -0.5, 0.5, 0.5), mark.at))
        return;
    mark.size *= 1.5;
    mark.opacity = 1;
    const double radius = std::max(mark.size / 2 + 3, 7.0);
    canvas.painter.save();
    canvas.painter.setClipping(false);
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    canvas.painter.setPen(QPen(canvas.theme.ink, 1.6));
    QColor veil = canvas.theme.surface;
    veil.setAlphaF(0.75F);
    canvas.painter.setBrush(veil);
    canvas.painter.drawEllipse(mark.at, radius, radius);
    paintAsVector(canvas, mark);
    canvas.painter.restore();
}

void paintPoints(PlotCanvas& canvas, const Points& points)
{
    const size_t count = std::min(points.x.size(), points.y.size());
    const AxisMapping& vertical = canvas.mapping.vertical(points.secondAxis);
    const bool hasRows = points.rowIds.size() >= count && !canvas.marked.isEmpty();
    const auto isMarked = [&](size_t i) { return hasRows && canvas.marked.contains(points.rowIds[i]); };
    bool anyMarked = false;
    for (size_t i = 0; i < count && hasRows && !anyMarked; ++i)
        anyMarked = isMarked(i);

    std::array<QRgb, 10> colours{};
    for (int i = 0; i < 10; ++i)
        colours[size_t(i)] = canvas.theme.colour(classRole(i)).rgb();
    const QRgb plain = canvas.theme.colour(points.role).rgb();
    const bool isClass = points.role >= Role::Class0;
    const bool classed = points.classes.size() >= count;
    const double opacity = points.opacity * (anyMarked ? paleOpacity : 1);

    std::vector<PlacedMark> marks;
    marks.reserve(count);
    std::vector<PlacedMark> pointedAt;
    for (size_t i = 0; i < count; ++i) {
        PlacedMark mark;
        mark.at = {canvas.mapping.x.toPixel(points.x[i]), vertical.toPixel(points.y[i])};
        const int category = classed ? points.classes[i] % 10 : 0;
        mark.shape = classed ? category : isClass ? int(points.role) - int(Role::Class0) : 0;
        mark.colour = classed ? colours[size_t(category)] : plain;
        mark.size = points.size * markScale();
        mark.opacity = opacity;
        mark.hollow = points.hollow;
        (anyMarked && isMarked(i) ? pointedAt : marks).push_back(mark);
    }
    paintMarks(canvas, marks);
    for (const PlacedMark& mark : pointedAt)
        paintMarkedMark(canvas, mark);
}

} // namespace tangent
