// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/line_raster.h"

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

/// One buffer for all lines of a thread; it is clean between lines.
std::vector<quint8>& sharedCoverage()
{
    static thread_local std::vector<quint8> coverage;
    return coverage;
}

bool isFinite(QPointF point)
{
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

/// True where the outside of a bend would show a notch: between pieces that are walked along different
/// directions, and where the turn is sharp. Gentle turns join without a gap, and so do pieces shorter than a
/// pixel.
bool showsNotch(QPointF before, QPointF at, QPointF after)
{
    const QPointF in = at - before;
    const QPointF out = after - at;
    const bool flatIn = std::abs(in.x()) >= std::abs(in.y());
    const bool flatOut = std::abs(out.x()) >= std::abs(out.y());
    const double along = QPointF::dotProduct(in, out);
    const double across = in.x() * out.y() - in.y() * out.x();
    constexpr double shortest = 0.5; // the square of a length in pixels
    if (QPointF::dotProduct(in, in) < shortest || QPointF::dotProduct(out, out) < shortest)
        return false;
    return flatIn != flatOut || along <= 0 || std::abs(across) > 0.25 * along;
}

} // namespace

bool cutToBox(const QRectF& box, QPointF& from, QPointF& to)
{
    const QPointF way = to - from;
    double enter = 0;
    double leave = 1;
    const auto cut = [&](double speed, double room) {
        if (speed == 0)
            return room >= 0;
        const double at = room / speed;
        if (speed < 0)
            enter = std::max(enter, at);
        else
            leave = std::min(leave, at);
        return enter <= leave;
    };
    if (!cut(-way.x(), from.x() - box.left()) || !cut(way.x(), box.right() - from.x())
        || !cut(-way.y(), from.y() - box.top()) || !cut(way.y(), box.bottom() - from.y()))
        return false;
    to = from + leave * way;
    from += enter * way;
    return true;
}

LineRaster::LineRaster(const PixelBuffer& target, const QRectF& clip)
    : target_(target)
    , clip_(clip & QRectF(target.clip))
    , cells_(clip_.toAlignedRect() & target.clip)
    , coverage_(sharedCoverage())
    , touched_(size_t(std::max(cells_.height(), 0)), {cells_.width(), -1})
{
    const size_t needed = size_t(std::max(cells_.width(), 0)) * size_t(std::max(cells_.height(), 0));
    if (coverage_.size() < needed)
        coverage_.resize(needed, 0);
}

quint8* LineRaster::cellAt(int x, int y)
{
    const int column = x - cells_.left();
    const int row = y - cells_.top();
    if (column < 0 || row < 0 || column >= cells_.width() || row >= cells_.height())
        return nullptr;
    auto& [first, last] = touched_[size_t(row)];
    first = std::min(first, column);
    last = std::max(last, column);
    return &coverage_[size_t(row) * size_t(cells_.width()) + size_t(column)];
}

void LineRaster::cover(int x, int y, double share, double strength)
{
    quint8* cell = share > 0 ? cellAt(x, y) : nullptr;
    if (!cell)
        return;
    const int full = int(strength * 255 + 0.5);
    const int sum = *cell + int(share * strength * 255 + 0.5);
    *cell = quint8(std::max(int(*cell), std::min(sum, full)));
}

void LineRaster::addPiece(QPointF from, QPointF to, double width, double strength)
{
    if (!isFinite(from) || !isFinite(to))
        return;
    const double reach = width / 2 + 1;
    if (!cutToBox(clip_.adjusted(-reach, -reach, reach, reach), from, to))
        return;
    const QPointF way = to - from;
    const bool flat = std::abs(way.x()) >= std::abs(way.y());
    // Along the main direction the line is walked pixel by pixel; across it, its exact overlap counts.
    const double start = flat ? from.x() : from.y();
    const double end = flat ? to.x() : to.y();
    const double slope = start == end ? 0 : (flat ? way.y() : way.x()) / (end - start);
    const double origin = flat ? from.y() : from.x();
    const double half = width / 2 * std::sqrt(1 + slope * slope);
    const double low = std::min(start, end);
    const double high = std::max(start, end);
    for (int i = int(std::floor(low)); i <= int(std::floor(high)); ++i) {
        const double begin = std::max(double(i), low);
        const double length = std::min(i + 1.0, high) - begin;
        const double across = origin + (begin + length / 2 - start) * slope;
        const int last = int(std::floor(across + half));
        for (int j = int(std::floor(across - half)); j <= last; ++j) {
            const double share = std::min(across + half, j + 1.0) - std::max(across - half, double(j));
            if (flat)
                cover(i, j, share * length, strength);
            else
                cover(j, i, share * length, strength);
        }
    }
}

void LineRaster::addDisc(QPointF centre, double radius, double strength)
{
    const double nothing = (radius + 0.5) * (radius + 0.5);
    for (int y = int(std::floor(centre.y() - radius)); y <= int(std::floor(centre.y() + radius)); ++y) {
        const double up = y + 0.5 - centre.y();
        for (int x = int(std::floor(centre.x() - radius)); x <= int(std::floor(centre.x() + radius)); ++x) {
            const double aside = x + 0.5 - centre.x();
            const double square = aside * aside + up * up;
            if (square >= nothing)
                continue;
            const double share = std::min(radius + 0.5 - std::sqrt(square), 1.0) * strength;
            // Where the disc and the pieces overlap, the larger share is the right one.
            if (quint8* cell = cellAt(x, y))
                *cell = std::max(*cell, quint8(share * 255 + 0.5));
        }
    }
}

void LineRaster::addLine(const std::vector<QPointF>& points, double width, Line::Style style, bool fading)
{
    if (style != Line::Style::Solid) {
        addDashed(points, width, style);
        return;
    }
    const double oldest = 0.12;
    const double pieces = std::max<double>(double(points.size()) - 1, 1);
    for (size_t i = 1; i < points.size(); ++i) {
        const double age = 1 - double(i) / pieces;
        const double strength = fading ? oldest + (1 - oldest) * (1 - age) * (1 - age) : 1;
        addPiece(points[i - 1], points[i], width, strength);
        // Wide lines would show a notch on the outside of a bend.
        const bool bend = i + 1 < points.size() && width > 1.2 && clip_.contains(points[i]);
        if (bend && showsNotch(points[i - 1], points[i], points[i + 1]))
            addDisc(points[i], width / 2, strength);
    }
}

void LineRaster::addDashed(const std::vector<QPointF>& points, double width, Line::Style style)
{
    const double unit = target_.ratio * std::max(1.0, width / target_.ratio / 1.6);
    const double on = (style == Line::Style::Dashed ? 5 : 1.5) * unit;
    const double off = (style == Line::Style::Dashed ? 4 : 3) * unit;
    double phase = 0;
    for (size_t i = 1; i < points.size(); ++i) {
        QPointF from = points[i - 1];
        QPointF to = points[i];
        if (!isFinite(from) || !isFinite(to) || !cutToBox(clip_, from, to))
            continue;
        const QPointF way = to - from;
        const double length = std::hypot(way.x(), way.y());
        for (double at = 0; at < length;) {
            const bool drawn = phase < on;
            const double step = std::min((drawn ? on : on + off) - phase, length - at);
            if (drawn)
                addPiece(from + way * (at / length), from + way * ((at + step) / length), width);
            at += std::max(step, 1e-6);
            phase += step;
            if (phase >= on + off - 1e-9)
                phase = 0;
        }
    }
}

void LineRaster::flush(const QColor& colour, double opacity)
{
    const QRgb ink = colour.rgb();
    const double scale = std::clamp(opacity, 0.0, 1.0) * 256 / 255;
    for (int y = 0; y < cells_.height(); ++y) {
        auto& [first, last] = touched_[size_t(y)];
        quint8* covered = coverage_.data() + size_t(y) * size_t(cells_.width());
        QRgb* pixels = target_.row(y + cells_.top()) + cells_.left();
        for (int x = first; x <= last; ++x) {
            if (covered[x] == 0)
                continue;
            pixels[x] = laidOver(pixels[x], ink, quint32(covered[x] * scale + 0.5));
            covered[x] = 0;
        }
        first = cells_.width();
        last = -1;
    }
}

std::vector<QPointF> reducedToPixels(const std::vector<QPointF>& points, double pixelWidth)
{
    bool rising = std::all_of(points.begin(), points.end(), isFinite);
    for (size_t i = 1; i < points.size() && rising; ++i)
        rising = points[i].x() >= points[i - 1].x();
    std::vector<QPointF> kept;
    if (!rising) {
        for (const QPointF& point : points) {
            const bool far = kept.empty() || !isFinite(point) || !isFinite(kept.back())
                || std::hypot(point.x() - kept.back().x(), point.y() - kept.back().y()) > pixelWidth / 3;
            if (far || &point == &points.back())
                kept.push_back(point);
        }
        return kept;
    }
    for (size_t begin = 0; begin < points.size();) {
        const double column = std::floor(points[begin].x() / pixelWidth);
        size_t end = begin + 1;
        size_t lowest = begin;
        size_t highest = begin;
        while (end < points.size() && std::floor(points[end].x() / pixelWidth) == column) {
            if (points[end].y() < points[lowest].y())
                lowest = end;
            if (points[end].y() > points[highest].y())
                highest = end;
            ++end;
        }
        size_t previous = points.size();
        for (const size_t index : {begin, std::min(lowest, highest), std::max(lowest, highest), end - 1}) {
            if (index != previous)
                kept.push_back(points[index]);
            previous = index;
        }
        begin = end;
    }
    return kept;
}

} // namespace tangent
