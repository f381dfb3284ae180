// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/decompose/bounding_box.h"

#include "algorithms/decompose/plane_spread.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>
#include <vector>

namespace tangent::decompose {

namespace {

using Point = Eigen::RowVector2d;

/// Positive when the turn a → b → c is to the left.
double turn(const Point& a, const Point& b, const Point& c)
{
    return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
}

std::vector<Point> sortedDistinct(const Eigen::Ref<const Eigen::MatrixX2d>& points)
{
    std::vector<Point> sorted(static_cast<std::size_t>(points.rows()));
    for (Eigen::Index i = 0; i < points.rows(); ++i)
        sorted[static_cast<std::size_t>(i)] = points.row(i);
    std::sort(sorted.begin(), sorted.end(),
        [](const Point& a, const Point& b) { return a.x() != b.x() ? a.x() < b.x() : a.y() < b.y(); });
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    return sorted;
}

/// Adds `point` to a chain that starts at `base` and must turn left throughout.
void extendChain(std::vector<Point>& chain, std::size_t base, const Point& point)
{
    while (chain.size() >= base + 2 && turn(chain[chain.size() - 2], chain.back(), point) <= 0)
        chain.pop_back();
    chain.push_back(point);
}

/// The box along the hull's edge direction whose extent is given by the hull points right (furthest
/// along), top (furthest across) and left (furthest back); the edge itself is the bottom.
struct Extent {
    Point along;
    double least, most, low, high;

    double area() const { return (most - least) * (high - low); }
};

BoundingBox toBox(const Extent& extent)
{
    const Point across(-extent.along.y(), extent.along.x());
    const auto corner = [&](double a, double b) { return a * extent.along + b * across; };
    BoundingBox box;
    box.length = extent.most - extent.least;
    box.width = extent.high - extent.low;
    box.corners << corner(extent.least, extent.low), corner(extent.most, extent.low),
        corner(extent.most, extent.high), corner(extent.least, extent.high);
    double degrees = std::atan2(extent.along.y(), extent.along.x()) * 180 / std::numbers::pi;
    if (box.length < box.width) {
        std::swap(box.length, box.width);
        const Eigen::RowVector2d first = box.corners.row(0);
        box.corners.topRows<3>() = box.corners.bottomRows<3>().eval();
        box.corners.row(3) = first;
        degrees += 90;
    }
    box.angle = halfTurn(degrees);
    return box;
}

} // namespace

Eigen::MatrixX2d convexHull(const Eigen::Ref<const Eigen::MatrixX2d>& points)
{
    if (points.rows() < 1)
        throw std::invalid_argument("points: at least 1 is needed");
    if (!points.allFinite())
        throw std::invalid_argument("points: every value must be finite");
    const std::vector<Point> sorted = sortedDistinct(points);
    std::vector<Point> chain;
    for (const Point& point : sorted)
        extendChain(chain, 0, point);
    const std::size_t upper = chain.size() - 1;
    for (auto point = sorted.rbegin() + 1; point < sorted.rend(); ++point)
        extendChain(chain, upper, *point);
    // The way back ends at the first point again.
    if (chain.size() > 1)
        chain.pop_back();
    Eigen::MatrixX2d hull(static_cast<Eigen::Index>(chain.size()), 2);
    for (std::size_t i = 0; i < chain.size(); ++i)
        hull.row(static_cast<Eigen::Index>(i)) = chain[i];
    return hull;
}

BoundingBox smallestBox(const Eigen::Ref<const Eigen::MatrixX2d>& points)
{
    const Eigen::MatrixX2d hull = convexHull(points);
    const Eigen::Index count = hull.rows();
    if (count == 1) {
        BoundingBox box;
        box.corners.rowwise() = Point(hull.row(0));
        return box;
    }
    const auto next = [count](Eigen::Index i) { return i + 1 < count ? i + 1 : 0; };
    // Steps to the following hull point while that lies further in `direction`.
    const auto advance = [&](Eigen::Index i, const Point& direction) {
        for (Eigen::Index step = 0; step < count; ++step) {
            if (direction.dot(hull.row(next(i)) - hull.row(i)) <= 0)
                break;
            i = next(i);
        }
        return i;
    };

    Extent best{};
    double leastArea = std::numeric_limits<double>::infinity();
    Eigen::Index right = 0, top = 0, left = 0;
    for (Eigen::Index edge = 0; edge < count; ++edge) {
        const Point along = (hull.row(next(edge)) - hull.row(edge)).normalized();
        const Point across(-along.y(), along.x());
        if (edge == 0)
            right = next(edge);
        right = advance(right, along);
        if (edge == 0)
            top = right;
        top = advance(top, across);
        if (edge == 0)
            left = top;
        left = advance(left, -along);
        const Extent extent{along, along.dot(hull.row(left)), along.dot(hull.row(right)),
            across.dot(hull.row(edge)), across.dot(hull.row(top))};
        if (extent.area() < leastArea) {
            leastArea = extent.area();
            best = extent;
        }
    }
    return toBox(best);
}

} // namespace tangent::decompose
