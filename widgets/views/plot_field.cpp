// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/plot_layers.h"

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

/// Where a pixel lies among the cells of a field along one axis.
struct Between {
    int cell = -1; ///< −1: outside
    int next = 0;
    float share = 0; ///< of `next`
};

/// The cells that a row (or column) of device pixels falls on.
std::vector<Between> placesAlong(int firstPixel, int count, double ratio, const AxisMapping& axis, double start,
                                 double end, int cells, bool smooth)
{
    std::vector<Between> places(size_t(std::max(count, 0)));
    for (int i = 0; i < count; ++i) {
        const double at = (axis.toAxis((firstPixel + i + 0.5) / ratio) - start) / (end - start) * cells;
        if (!(at >= 0 && at < cells))
            continue;
        Between& place = places[size_t(i)];
        if (smooth) {
            const double centred = std::clamp(at - 0.5, 0.0, cells - 1.0);
            place.cell = int(centred);
            place.next = std::min(place.cell + 1, cells - 1);
            place.share = float(centred - place.cell);
        } else {
            place.cell = place.next = int(at);
        }
    }
    return places;
}

/// Turns values into places of a colour map; no number has no place.
struct Scale {
    explicit Scale(const Field& field)
        : classes(field.map == ColourMap::Classes)
        , low(classes ? 0 : field.low)
        , factor(classes ? 1 : field.high > field.low ? 255 / (field.high - field.low) : 0)
    {
    }
    float operator()(float value) const { return (value - low) * factor; }

    bool classes;
    float low;
    float factor;
};

void paintPixels(const PlotCanvas& canvas, const Field& field)
{
    const PixelBuffer& pixels = *canvas.pixels;
    const PlotMapping& mapping = canvas.mapping;
    const QRect room = canvas.devicePlot(0).toRect() & pixels.clip;
    const bool smooth = field.smooth && field.map != ColourMap::Classes;
    const std::vector<Between> columns = placesAlong(room.left(), room.width(), pixels.ratio, mapping.x, field.left,
                                                     field.right, field.columns, smooth);
    const std::vector<Between> rows = placesAlong(room.top(), room.height(), pixels.ratio, mapping.y, field.bottom,
                                                  field.top, field.rows, smooth);
    const QRgb* ramp = canvas.theme.ramp(field.map);
    const quint32 weight = toWeight(field.opacity);
    const Scale scale(field);
    // Columns without cells lie at the two ends only, so the loop below has no test for them.
    int first = 0;
    int last = room.width() - 1;
    while (first <= last && columns[size_t(first)].cell < 0)
        ++first;
    while (last >= first && columns[size_t(last)].cell < 0)
        --last;
    std::vector<float> line(size_t(field.columns));
    int lineCell = -1;
    for (int j = 0; j < room.height(); ++j) {
        const Between& row = rows[size_t(j)];
        if (row.cell < 0)
            continue;
        if (smooth || lineCell != row.cell) {
            const float* one = field.values.data() + size_t(row.cell) * size_t(field.columns);
            const float* other = field.values.data() + size_t(row.next) * size_t(field.columns);
            for (size_t i = 0; i < line.size(); ++i)
                line[i] = scale(row.share == 0 ? one[i] : one[i] + (other[i] - one[i]) * row.share);
            lineCell = row.cell;
        }
        QRgb* target = pixels.row(room.top() + j) + room.left();
        for (int i = first; i <= last; ++i) {
            const Between& column = columns[size_t(i)];
            const float here = line[size_t(column.cell)];
            const float value = here + (line[size_t(column.next)] - here) * column.share;
            if (std::isnan(value))
                continue;
            const QRgb colour = ramp[int(std::clamp(value, 0.0F, 255.0F) + 0.5F)];
            target[i] = weight == 256 ? colour : laidOver(target[i], colour, weight);
        }
    }
}

void paintImage(PlotCanvas& canvas, const Field& field)
{
    QImage image(field.columns, field.rows, QImage::Format_ARGB32);
    const QRgb* ramp = canvas.theme.ramp(field.map);
    const Scale scale(field);
    for (int j = 0; j < field.rows; ++j) {
        auto* target = reinterpret_cast<QRgb*>(image.scanLine(field.rows - 1 - j));
        for (int i = 0; i < field.columns; ++i) {
            const float value = scale(field.values[size_t(j) * size_t(field.columns) + size_t(i)]);
            target[i] = std::isnan(value) ? 0 : ramp[int(std::clamp(value, 0.0F, 255.0F) + 0.5F)];
        }
    }
    canvas.painter.save();
    canvas.painter.setOpacity(std::clamp(field.opacity, 0.0, 1.0));
    canvas.painter.setRenderHint(QPainter::SmoothPixmapTransform, field.smooth && field.map != ColourMap::Classes);
    const QPointF topLeft = canvas.mapping.toPixel({field.left, field.top});
    const QPointF bottomRight = canvas.mapping.toPixel({field.right, field.bottom});
    canvas.painter.drawImage(QRectF(topLeft, bottomRight), image);
    canvas.painter.restore();
}

} // namespace

void paintField(PlotCanvas& canvas, const Field& field)
{
    const bool complete = field.columns > 0 && field.rows > 0 && field.right != field.left && field.top != field.bottom
        && field.values.size() >= size_t(field.columns) * size_t(field.rows);
    if (!complete)
        return;
    if (canvas.pixels)
        paintPixels(canvas, field);
    else
        paintImage(canvas, field);
}

} // namespace tangent
