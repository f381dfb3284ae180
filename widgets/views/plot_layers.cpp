// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/plot_layers.h"

#include "widgets/views/line_raster.h"
#include "widgets/views/polygon_raster.h"

#include <algorithm>

namespace tangent {

namespace {

QPen vectorPen(const QColor& colour, double width, double opacity, Line::Style style)
{
    QColor ink = colour;
    ink.setAlphaF(float(opacity));
    QPen pen(ink, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (style != Line::Style::Solid) {
        const double unit = std::max(1.0, width / 1.6) / width;
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern(style == Line::Style::Dashed ? QVector<qreal>{5 * unit, 4 * unit}
                                                        : QVector<qreal>{1.5 * unit, 3 * unit});
    }
    return pen;
}

/// Not every painter of vectors can clip, so the line is cut to the plot here.
void strokeAsVectors(PlotCanvas& canvas, const std::vector<QPointF>& points, const QPen& pen, bool fading)
{
    QPainter& painter = canvas.painter;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    QPolygonF run;
    const auto finishRun = [&] {
        if (run.size() > 1)
            painter.drawPolyline(run);
        run.clear();
    };
    for (size_t i = 1; i < points.size(); ++i) {
        QPointF from = points[i - 1];
        QPointF to = points[i];
        const bool finite = std::isfinite(from.x() + from.y()) && std::isfinite(to.x() + to.y());
        if (!finite || !cutToBox(canvas.mapping.plot, from, to)) {
            finishRun();
            continue;
        }
        if (fading) {
            const double newness = double(i) / double(points.size() - 1);
            QPen aged = pen;
            QColor colour = pen.color();
            colour.setAlphaF(float(colour.alphaF() * (0.12 + 0.88 * newness * newness)));
            aged.setColor(colour);
            painter.setPen(aged);
            painter.drawLine(from, to);
            continue;
        }
        if (run.isEmpty() || run.last() != from) {
            finishRun();
            run << from;
        }
        run << to;
    }
    finishRun();
    painter.restore();
}

} // namespace

QRectF PlotCanvas::devicePlot(double margin) const
{
    const double ratio = pixels ? pixels->ratio : 1;
    const QRectF wider = mapping.plot.adjusted(-margin, -margin, margin, margin);
    return {wider.topLeft() * ratio, wider.size() * ratio};
}

void paintStroke(PlotCanvas& canvas, const std::vector<QPointF>& points, const QColor& colour, double width,
    double opacity, Line::Style style, bool fading)
{
    const double ratio = canvas.pixels ? canvas.pixels->ratio : 1;
    const std::vector<QPointF>* shown = &points;
    std::vector<QPointF> reduced;
    if (!fading && double(points.size()) > 2 * canvas.mapping.plot.width()) {
        reduced = reducedToPixels(points, 1 / ratio);
        shown = &reduced;
    }
    if (!canvas.pixels) {
        strokeAsVectors(canvas, *shown, vectorPen(colour, width, opacity, style), fading);
        return;
    }
    std::vector<QPointF> device;
    device.reserve(shown->size());
    for (const QPointF& point : *shown)
        device.push_back(point * ratio);
    LineRaster raster(*canvas.pixels, canvas.devicePlot(std::max(1.0, width / 2)));
    raster.addLine(device, width * ratio, style, fading);
    raster.flush(colour, opacity);
}

void paintFill(PlotCanvas& canvas, const std::vector<QPointF>& outline, const QColor& colour, double opacity)
{
    const bool finite = std::all_of(outline.begin(), outline.end(),
        [](QPointF corner) { return std::isfinite(corner.x()) && std::isfinite(corner.y()); });
    if (!finite || outline.size() < 3)
        return;
    const double share = std::clamp(opacity, 0.0, 1.0);
    if (canvas.pixels) {
        std::vector<QPointF> device;
        device.reserve(outline.size());
        for (const QPointF& corner : outline)
            device.push_back(corner * canvas.pixels->ratio);
        fillPolygon(*canvas.pixels, canvas.devicePlot(0), device, colour, share);
        return;
    }
    QColor pale = colour;
    pale.setAlphaF(float(share));
    canvas.painter.save();
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    canvas.painter.setPen(Qt::NoPen);
    canvas.painter.setBrush(pale);
    const QPolygonF whole(QVector<QPointF>(outline.begin(), outline.end()));
    canvas.painter.drawPolygon(whole.intersected(QPolygonF(canvas.mapping.plot)));
    canvas.painter.restore();
}

void paintLayer(PlotCanvas& canvas, const Layer& layer)
{
    struct Painting {
        PlotCanvas& canvas;
        void operator()(const Points& points) const { paintPoints(canvas, points); }
        void operator()(const Line& line) const { paintLine(canvas, line); }
        void operator()(const Area& area) const { paintArea(canvas, area); }
        void operator()(const Bars& bars) const { paintBars(canvas, bars); }
        void operator()(const Segments& segments) const { paintSegments(canvas, segments); }
        void operator()(const Polygons& polygons) const { paintPolygons(canvas, polygons); }
        void operator()(const Rule& rule) const { paintRule(canvas, rule); }
        void operator()(const Words& words) const { paintWords(canvas, words); }
        void operator()(const Field& field) const { paintField(canvas, field); }
        void operator()(const Contours& contours) const { paintContours(canvas, contours); }
        void operator()(const Cloud& cloud) const { paintCloud(canvas, cloud); }
    };
    std::visit(Painting{canvas}, layer);
}

void paintLayers(QPainter& painter, const Plot& plot, const PlotMapping& mapping, const Theme& theme,
    const QSet<int>& marked, const std::vector<QRectF>& keepFree, PixelBuffer* pixels)
{
    painter.save();
    painter.setClipRect(mapping.plot.toAlignedRect(), Qt::IntersectClip);
    LabelPlacer labels = labelsIn(mapping);
    PlotCanvas canvas{painter, mapping, theme, marked, labels, pixels};
    for (const Layer& layer : plot.layers)
        paintLayer(canvas, layer);
    drawLabels(canvas, keepFree);
    painter.restore();
}

LabelPlacer labelsIn(const PlotMapping& mapping)
{
    return LabelPlacer(mapping.plot.adjusted(2, 1, -2, -1));
}

void drawLabels(PlotCanvas& canvas, const std::vector<QRectF>& keepFree)
{
    for (const QRectF& box : keepFree)
        canvas.labels.block(box);
    canvas.labels.draw(canvas.painter, canvas.theme.surface);
}

} // namespace tangent
