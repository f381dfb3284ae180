// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/mark_shapes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <numbers>
#include <tuple>

namespace tangent {

namespace {

/// Corners at equal angles, the first one at `start` turns above the right; every second one at `inner`.
QPainterPath corners(int count, double radius, double start, double inner = 1)
{
    QPolygonF polygon;
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * std::numbers::pi * (start + double(i) / count);
        const double reach = i % 2 == 1 ? radius * inner : radius;
        polygon << QPointF(reach * std::cos(angle), -reach * std::sin(angle));
    }
    QPainterPath path;
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

QPainterPath plus(double radius, double arm)
{
    QPainterPath path;
    path.addRect(QRectF(-radius, -arm, 2 * radius, 2 * arm));
    QPainterPath upright;
    upright.addRect(QRectF(-arm, -radius, 2 * arm, 2 * radius));
    return path.united(upright);
}

} // namespace

QPainterPath markShape(int index, double size)
{
    const double radius = size / 2;
    QPainterPath path;
    switch ((index % 10 + 10) % 10) {
    case 0:
        path.addEllipse(QPointF(), radius, radius);
        return path;
    case 1:
        path.addRect(QRectF(-0.88 * radius, -0.88 * radius, 1.76 * radius, 1.76 * radius));
        return path;
    case 2:
        return corners(3, 1.28 * radius, 0.25);
    case 3:
        return corners(4, 1.26 * radius, 0);
    case 4:
        return plus(1.1 * radius, 0.36 * radius);
    case 5:
        return corners(10, 1.3 * radius, 0.25, 0.5);
    case 6:
        return corners(3, 1.28 * radius, 0.75);
    case 7:
        return QTransform().rotate(45).map(plus(1.15 * radius, 0.36 * radius));
    case 8:
        return corners(6, 1.08 * radius, 0);
    default:
        path.addEllipse(QPointF(), 1.05 * radius, 1.05 * radius);
        path.addEllipse(QPointF(), 0.5 * radius, 0.5 * radius);
        return path;
    }
}

MarkSprite::MarkSprite(int shape, double size, double outline)
{
    const QPainterPath path = markShape(shape, outline > 0 ? size - outline : size);
    const QRectF bounds = path.boundingRect();
    const double reach = std::max({-bounds.left(), bounds.right(), -bounds.top(), bounds.bottom()}) + outline;
    side_ = 2 * int(std::ceil(reach)) + 3;
    const int centre = side_ / 2;
    for (int phase = 0; phase < phases * phases; ++phase) {
        QImage image(side_, side_, QImage::Format_Grayscale8);
        image.fill(0);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(centre + (phase % phases + 0.5) / phases, centre + (phase / phases + 0.5) / phases);
        if (outline > 0)
            painter.strokePath(path, QPen(Qt::white, outline, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
        else
            painter.fillPath(path, Qt::white);
        painter.end();
        std::vector<quint8>& coverage = coverage_[phase];
        for (int y = 0; y < side_; ++y)
            coverage.insert(coverage.end(), image.constScanLine(y), image.constScanLine(y) + side_);
    }
    const std::vector<quint8>& middle = coverage_[phases * (phases / 2) + phases / 2];
    for (int y = 0; y < side_; ++y) {
        for (int x = 0; x < side_; ++x) {
            if (middle[size_t(y * side_ + x)] < 128)
                continue;
            if (!runs_.empty() && runs_.back().y == y - centre && runs_.back().last == x - centre - 1)
                runs_.back().last = x - centre;
            else
                runs_.push_back({y - centre, x - centre, x - centre});
        }
    }
}

void MarkSprite::blit(const PixelBuffer& target, double x, double y, QRgb colour, quint32 weight) const
{
    const double wholeX = std::floor(x);
    const double wholeY = std::floor(y);
    const int phase = int((y - wholeY) * phases) * phases + int((x - wholeX) * phases);
    const int left = int(wholeX) - side_ / 2;
    const int top = int(wholeY) - side_ / 2;
    const int firstColumn = std::max(0, target.clip.left() - left);
    const int lastColumn = std::min(side_ - 1, target.clip.right() - left);
    const int firstRow = std::max(0, target.clip.top() - top);
    const int lastRow = std::min(side_ - 1, target.clip.bottom() - top);
    const quint8* coverage = coverage_[phase].data();
    for (int j = firstRow; j <= lastRow; ++j) {
        QRgb* pixels = target.row(top + j) + left;
        for (int i = firstColumn; i <= lastColumn; ++i) {
            const quint32 covered = coverage[j * side_ + i];
            if (covered == 255 && weight == 256)
                pixels[i] = colour | 0xff000000;
            else if (covered != 0)
                pixels[i] = laidOver(pixels[i], colour, (covered + 1) * weight >> 8);
        }
    }
}

void MarkSprite::blitRuns(const PixelBuffer& target, double x, double y, QRgb colour, quint32 weight) const
{
    const int column = int(std::floor(x));
    const int row = int(std::floor(y));
    const bool inside = target.clip.adjusted(side_, side_, -side_, -side_).contains(column, row);
    for (const Run& run : runs_) {
        int first = column + run.first;
        int last = column + run.last;
        if (!inside) {
            if (row + run.y < target.clip.top() || row + run.y > target.clip.bottom())
                continue;
            first = std::max(first, target.clip.left());
            last = std::min(last, target.clip.right());
        }
        QRgb* pixels = target.row(row + run.y);
        if (weight == 256) {
            for (int i = first; i <= last; ++i)
                pixels[i] = colour | 0xff000000;
        } else {
            for (int i = first; i <= last; ++i)
                pixels[i] = laidOver(pixels[i], colour, weight);
        }
    }
}

const MarkSprite& MarkSprite::cached(int shape, double size, double outline)
{
    using Key = std::tuple<int, int, int>;
    static thread_local std::map<Key, std::unique_ptr<MarkSprite>> sprites;
    const Key key{(shape % 10 + 10) % 10, int(std::lround(size * 4)), int(std::lround(outline * 4))};
    std::unique_ptr<MarkSprite>& sprite = sprites[key];
    if (!sprite)
        sprite =
            std::make_unique<MarkSprite>(std::get<0>(key), std::get<1>(key) / 4.0, std::get<2>(key) / 4.0);
    return *sprite;
}

} // namespace tangent
