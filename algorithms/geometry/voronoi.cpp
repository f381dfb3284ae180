// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/geometry/voronoi.h"

#include <stdexcept>
#include <utility>

namespace tangent::geometry {

Polygon clipByHalfPlane(const Polygon& polygon, const Eigen::Vector2d& normal, double offset)
{
    Polygon kept;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Eigen::Vector2d& from = polygon[i];
        const Eigen::Vector2d& to = polygon[(i + 1) % polygon.size()];
        const double fromOver = normal.dot(from) - offset;
        const double toOver = normal.dot(to) - offset;
        if (fromOver <= 0)
            kept.push_back(from);
        if ((fromOver < 0 && toOver > 0) || (fromOver > 0 && toOver < 0))
            kept.push_back(from + (to - from) * (fromOver / (fromOver - toOver)));
    }
    return kept.size() < 3 ? Polygon{} : kept;
}

std::vector<Polygon> voronoi(const std::vector<Eigen::Vector2d>& sites, const Rectangle& rectangle)
{
    const Eigen::Vector2d& low = rectangle.least;
    const Eigen::Vector2d& high = rectangle.greatest;
    if (!low.allFinite() || !high.allFinite() || !(low.array() < high.array()).all())
        throw std::invalid_argument("voronoi: the rectangle must be finite and have an area");
    for (const Eigen::Vector2d& site : sites)
        if (!site.allFinite())
            throw std::invalid_argument("voronoi: every site must be finite");

    std::vector<Polygon> cells(sites.size());
    for (std::size_t own = 0; own < sites.size(); ++own) {
        Polygon cell{low, {high.x(), low.y()}, high, {low.x(), high.y()}};
        for (std::size_t other = 0; other < sites.size() && !cell.empty(); ++other) {
            if (other == own)
                continue;
            if (sites[other] == sites[own]) {
                if (other < own)
                    cell.clear();
                continue;
            }
            const Eigen::Vector2d across = sites[other] - sites[own];
            const Eigen::Vector2d middle = sites[own] + across / 2;
            cell = clipByHalfPlane(cell, across, across.dot(middle));
        }
        cells[own] = std::move(cell);
    }
    return cells;
}

} // namespace tangent::geometry
