// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/polygon_raster.h"

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

/// What an edge adds to one pixel: `area` to the pixel itself, `cover` to all pixels right of it.
struct Cell {
    int x;
    float cover;
    float area;
};

class Edges {
public:
    explicit Edges(const QRect& room)
        : room_(room)
        , rows_(size_t(std::max(room.height(), 0)))
    {
    }

    void add(QPointF from, QPointF to)
    {
        if (from.y() == to.y())
            return;
        const float direction = from.y() < to.y() ? 1 : -1;
        if (direction < 0)
            std::swap(from, to);
        const double slope = (to.x() - from.x()) / (to.y() - from.y());
        const double top = std::max(from.y(), double(room_.top()));
        const double bottom = std::min(to.y(), double(room_.top() + room_.height()));
        for (int y = int(std::floor(top)); y < bottom; ++y) {
            const double low = std::max(top, double(y));
            const double high = std::min(bottom, y + 1.0);
            if (high > low)
                addPiece(y, from.x() + (low - from.y()) * slope, from.x() + (high - from.y()) * slope,
                    float(high - low) * direction);
        }
    }

    std::vector<Cell>& row(int y) { return rows_[size_t(y - room_.top())]; }

private:
    /// A piece inside one row of pixels; `height` is signed.
    void addPiece(int y, double from, double to, float height)
    {
        const double left = room_.left();
        const double right = room_.left() + room_.width();
        if (from > to)
            std::swap(from, to);
        if (from >= right)
            return;
        const double width = to - from;
        if (to <= left || width < 1e-9) {
            const double at = std::max(from, left);
            const int x = int(std::floor(at));
            row(y).push_back({x, height, height * float(x + 1 - at)});
            return;
        }
        if (from < left) { // this part counts as if it lay on the border
            const float outside = height * float((left - from) / width);
            row(y).push_back({room_.left(), outside, outside});
        }
        for (int x = int(std::floor(std::max(from, left))); x < std::min(to, right); ++x) {
            const double begin = std::max({from, double(x), left});
            const double end = std::min(to, x + 1.0);
            if (end <= begin)
                continue;
            const float part = height * float((end - begin) / width);
            row(y).push_back({x, part, part * float(x + 1 - (begin + end) / 2)});
        }
    }

    QRect room_;
    std::vector<std::vector<Cell>> rows_;
};

} // namespace

void fillPolygon(const PixelBuffer& target, const QRectF& clip, const std::vector<QPointF>& corners,
    const QColor& colour, double opacity)
{
    double top = 1e9;
    double bottom = -1e9;
    for (const QPointF& corner : corners) {
        top = std::min(top, corner.y());
        bottom = std::max(bottom, corner.y());
    }
    QRect room = clip.toRect() & target.clip;
    const int firstRow = std::max(room.top(), int(std::floor(std::max(top, -1e6))));
    const int lastRow = std::min(room.bottom(), int(std::floor(std::min(bottom, 1e6))));
    if (corners.size() < 3 || room.isEmpty() || firstRow > lastRow)
        return;
    room.setTop(firstRow);
    room.setBottom(lastRow);
    Edges edges(room);
    for (size_t i = 0; i < corners.size(); ++i)
        edges.add(corners[i], corners[(i + 1) % corners.size()]);

    const QRgb ink = colour.rgb();
    const auto weightOf = [&](float covered) {
        return toWeight(std::min(std::abs(covered), 1.0F) * opacity);
    };
    for (int y = firstRow; y <= lastRow; ++y) {
        std::vector<Cell>& cells = edges.row(y);
        std::sort(
            cells.begin(), cells.end(), [](const Cell& one, const Cell& other) { return one.x < other.x; });
        QRgb* pixels = target.row(y);
        float cover = 0;
        int next = room.left();
        for (size_t i = 0; i < cells.size();) {
            const int x = cells[i].x;
            const quint32 inside = weightOf(cover);
            if (x > next && inside > 0)
                layOver(pixels + next, x - next, ink, inside);
            float area = cover;
            for (; i < cells.size() && cells[i].x == x; ++i) {
                area += cells[i].area;
                cover += cells[i].cover;
            }
            if (const quint32 weight = weightOf(area); weight > 0 && x <= room.right())
                pixels[x] = laidOver(pixels[x], ink, weight);
            next = x + 1;
        }
        const quint32 inside = weightOf(std::abs(cover) < 1e-3F ? 0 : cover);
        if (next <= room.right() && inside > 0)
            layOver(pixels + next, room.right() + 1 - next, ink, inside);
    }
}

} // namespace tangent
