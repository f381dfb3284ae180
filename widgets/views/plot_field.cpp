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
std::vector<Between> placesAlong(int firstPixel, int count, double ratio, const AxisMapping& axis,
    double start, double end, int cells, bool smooth)
{
    std::vector<Between> places(size_t(std::max(count, 0)));
    for (int i = 0; i < count; ++i) {
        const double at = (axis.toAxis((firstPixel + i + 0.5) / ratio) - start) / (end - start) * cells;
        if (!(at >= 0 && at < cells))
            continue;
        Between& place = places[size_t(i)];
        if (smooth) {
            // Beyond the outermost centres the value stays as it is there.
            const double centred = std::clamp(at - 0.5, 0.0, cells - 1.0);
            place.cell = int(centred);
            place.next = centred == at - 0.5 ? std::min(place.cell + 1, cells - 1) : place.cell;
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
        , factor(classes                   ? 1
                  : field.high > field.low ? 255 / (field.high - field.low)
                                           : 0)
    {
    }
    float operator()(float value) const { return (value - low) * factor; }

    bool classes;
    float low;
    float factor;
};

/// Neighbouring pixels that lie between the same two columns: there the value rises evenly.
struct Run {
    int first;
    int count;
    size_t cell;
    size_t next;
    float share;
    float rise;
};

std::vector<Run> runsOf(const std::vector<Between>& columns)
{
    std::vector<Run> runs;
    for (size_t begin = 0; begin < columns.size();) {
        size_t end = begin + 1;
        const auto same = [&](const Between& other) {
            return other.cell == columns[begin].cell && other.next == columns[begin].next;
        };
        while (end < columns.size() && same(columns[end]))
            ++end;
        const Between& column = columns[begin];
        const int count = int(end - begin);
        if (column.cell >= 0) {
            const float rise = count > 1 ? (columns[end - 1].share - column.share) / float(count - 1) : 0;
            runs.push_back({int(begin), count, size_t(column.cell), size_t(column.next), column.share, rise});
        }
        begin = end;
    }
    return runs;
}

void paintPixels(const PlotCanvas& canvas, const Field& field)
{
    const PixelBuffer& pixels = *canvas.pixels;
    const PlotMapping& mapping = canvas.mapping;
    const QRect room = canvas.devicePlot(0).toRect() & pixels.clip;
    const bool smooth = field.smooth && field.map != ColourMap::Classes;
    const std::vector<Run> runs = runsOf(placesAlong(
        room.left(), room.width(), pixels.ratio, mapping.x, field.left, field.right, field.columns, smooth));
    const std::vector<Between> rows = placesAlong(
        room.top(), room.height(), pixels.ratio, mapping.y, field.bottom, field.top, field.rows, smooth);
    const QRgb* ramp = canvas.theme.ramp(field.map);
    const quint32 weight = toWeight(field.opacity);
    const Scale scale(field);
    constexpr float fine = 65536; // values become whole numbers of 1/65536 of a colour
    std::vector<float> line(size_t(field.columns));
    std::vector<QRgb> colours(size_t(room.width()));
    for (int j = 0; j < room.height(); ++j) {
        const Between& row = rows[size_t(j)];
        if (row.cell < 0)
            continue;
        const float* one = field.values.data() + size_t(row.cell) * size_t(field.columns);
        const float* other = field.values.data() + size_t(row.next) * size_t(field.columns);
        for (size_t i = 0; i < line.size(); ++i) {
            const float value = scale(row.share == 0 ? one[i] : one[i] + (other[i] - one[i]) * row.share);
            line[i] = std::isnan(value) ? value : std::clamp(value, 0.0F, 255.0F);
        }
        QRgb* target = pixels.row(room.top() + j) + room.left();
        for (const Run& run : runs) {
            const float difference = line[run.next] - line[run.cell];
            if (std::isnan(difference))
                continue;
            int place = int((line[run.cell] + difference * run.share + 0.5F) * fine);
            const int step = int(difference * run.rise * fine);
            for (int i = 0; i < run.count; ++i) {
                colours[size_t(i)] = ramp[place >> 16 & 255];
                place += step;
            }
            layOver(target + run.first, colours.data(), run.count, weight);
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
    canvas.painter.setRenderHint(
        QPainter::SmoothPixmapTransform, field.smooth && field.map != ColourMap::Classes);
    const QPointF topLeft = canvas.mapping.toPixel({field.left, field.top});
    const QPointF bottomRight = canvas.mapping.toPixel({field.right, field.bottom});
    const QRectF whole = QRectF(topLeft, bottomRight).normalized();
    const QRectF shown = whole & canvas.mapping.plot;
    const double columns = image.width() / whole.width();
    const double rows = image.height() / whole.height();
    const QRectF source((shown.left() - whole.left()) * columns, (shown.top() - whole.top()) * rows,
        shown.width() * columns, shown.height() * rows);
    if (!shown.isEmpty())
        canvas.painter.drawImage(shown, image, source);
    canvas.painter.restore();
}

} // namespace

void paintField(PlotCanvas& canvas, const Field& field)
{
    const bool complete = field.columns > 0 && field.rows > 0 && field.right != field.left
        && field.top != field.bottom && field.values.size() >= size_t(field.columns) * size_t(field.rows);
    if (!complete)
        return;
    if (canvas.pixels)
        paintPixels(canvas, field);
    else
        paintImage(canvas, field);
}

} // namespace tangent
