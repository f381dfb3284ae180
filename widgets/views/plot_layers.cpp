// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/plot_layers.h"

#include "widgets/views/line_raster.h"

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
        pen.setDashPattern(style == Line::Style::Dashed ? QVector<qreal> {5 * unit, 4 * unit}
                                                        : QVector<qreal> {1.5 * unit, 3 * unit});
    }
    return pen;
}

void strokeAsVectors(PlotCanvas& canvas, const std::vector<QPointF>& points, const QPen& pen, bool fading)
{
    QPainter& painter = canvas.painter;
    painter.setBrush(Qt::NoBrush);
    if (fading) {
        for (size_t i = 1; i < points.size(); ++i) {
            const double newness = double(i) / double(points.size() - 1);
            QPen aged = pen;
            QColor colour = pen.color();
            colour.setAlphaF(float(colour.alphaF() * (0.12 + 0.88 * newness * newness)));
            aged.setColor(colour);
            painter.setPen(aged);
            painter.drawLine(points[i - 1], points[i]);
        }
        return;
    }
    painter.setPen(pen);
    QPolygonF run;
    for (const QPointF& point : points) {
        if (std::isfinite(point.x()) && std::isfinite(point.y())) {
            run << point;
        } else {
            painter.drawPolyline(run);
            run.clear();
        }
    }
    painter.drawPolyline(run);
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
    std::visit(Painting {canvas}, layer);
}

void paintLayers(QPainter& painter, const Plot& plot, const PlotMapping& mapping, const Theme& theme,
                 const QSet<int>& marked, const std::vector<QRectF>& keepFree, PixelBuffer* pixels)
{
    painter.save();
    painter.setClipRect(mapping.plot.adjusted(-0.5, -0.5, 0.5, 0.5), Qt::IntersectClip);
    LabelPlacer labels(mapping.plot.adjusted(2, 1, -2, -1));
    for (const QRectF& box : keepFree)
        labels.block(box);
    PlotCanvas canvas {painter, mapping, theme, marked, labels, pixels};
    for (const Layer& layer : plot.layers)
        paintLayer(canvas, layer);
    labels.draw(painter, theme.surface);
    painter.restore();
}

} // namespace tangent
