// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/classify/neighbour_scan.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tangent::classify {

namespace {

// A tile of estimates, 128 KiB, stays in the second cache while it is made and read.
constexpr Eigen::Index tileRows = 512;
constexpr Eigen::Index tileQueries = 64;

/// How far an estimate may be off where no point is farther than 1 from the origin: each of the p + 1
/// products and sums rounds by at most one unit of single precision of numbers up to 4, and so did the
/// coordinates; twice that.
float slackFor(Eigen::Index columns)
{
    return 8.0F * static_cast<float>(columns + 8) * std::numeric_limits<float>::epsilon();
}

} // namespace

NeighbourScan::NeighbourScan(const Eigen::Ref<const Eigen::MatrixXd>& x)
    : points_(x.transpose())
    , middle_(points_.rowwise().mean())
    , reach_((points_.colwise() - middle_).colwise().norm().maxCoeff())
{
}

double NeighbourScan::squaredDistance(Eigen::Index row, const double* query) const
{
    // The order of the columns is that of NeighbourSearch: equal rows shall have equal distances in both.
    const double* point = points_.data() + row * points_.rows();
    double sum = 0;
    for (Eigen::Index c = 0; c < points_.rows(); ++c) {
        const double gap = query[c] - point[c];
        sum += gap * gap;
    }
    return sum;
}

bool NeighbourScan::nearest(const Eigen::Ref<const Eigen::MatrixXd>& queries, Eigen::Index count,
    bool amongOthers, const Take& take, const Cancelled& cancelled) const
{
    if (queries.rows() == 0)
        return true;
    const Eigen::Index columns = points_.rows();
    const Eigen::Index rows = points_.cols();
    const double farthest = std::max(
        reach_, std::sqrt((queries.rowwise() - middle_.transpose()).rowwise().squaredNorm().maxCoeff()));
    const double scale = farthest > 0 ? 1 / farthest : 1;
    // Where squares leave the range of numbers there are no estimates, and every row is measured.
    const bool estimated = std::isfinite(scale) && std::isfinite(farthest) && scale > 0;

    Eigen::MatrixXf points(rows, columns + 1);
    if (estimated) {
        points.leftCols(columns) = ((points_.colwise() - middle_) * scale).transpose().cast<float>();
        points.col(columns) = points.leftCols(columns).rowwise().squaredNorm();
    }
    Eigen::MatrixXf block(columns + 1, tileQueries);
    Eigen::MatrixXf estimates(tileRows, tileQueries);
    Eigen::MatrixXd asked(columns, tileQueries);
    std::vector<std::vector<Neighbour>> found(tileQueries);
    const float slack = slackFor(columns);
    for (Eigen::Index first = 0; first < queries.rows(); first += tileQueries) {
        if (cancelled && cancelled())
            return false;
        const Eigen::Index width = std::min(tileQueries, queries.rows() - first);
        asked.leftCols(width) = queries.middleRows(first, width).transpose();
        std::vector<NearestSoFar> nearest;
        nearest.reserve(found.size());
        for (Eigen::Index q = 0; q < width; ++q)
            nearest.emplace_back(static_cast<std::size_t>(count), found[static_cast<std::size_t>(q)]);
        Eigen::VectorXf squares = Eigen::VectorXf::Zero(width);
        if (estimated) {
            block.topLeftCorner(columns, width) =
                ((asked.leftCols(width).colwise() - middle_) * scale).cast<float>();
            squares = block.topLeftCorner(columns, width).colwise().squaredNorm();
            block.topLeftCorner(columns, width) *= -2;
            block.row(columns).setOnes();
        }
        for (Eigen::Index begin = 0; begin < rows; begin += tileRows) {
            const Eigen::Index height = std::min(tileRows, rows - begin);
            auto tile = estimates.topLeftCorner(height, width);
            if (estimated)
                tile.noalias() = points.middleRows(begin, height) * block.leftCols(width);
            for (Eigen::Index q = 0; q < width; ++q) {
                NearestSoFar& near = nearest[static_cast<std::size_t>(q)];
                const auto limit = [&] {
                    return static_cast<float>(near.bound() * scale * scale) - squares(q) + slack;
                };
                if (estimated && tile.col(q).minCoeff() > limit())
                    continue;
                for (Eigen::Index i = 0; i < height; ++i) {
                    if ((estimated && tile(i, q) > limit()) || (amongOthers && begin + i == first + q))
                        continue;
                    const double distance = squaredDistance(begin + i, asked.col(q).data());
                    if (distance <= near.bound())
                        near.offer({distance, begin + i});
                }
            }
        }
        for (Eigen::Index q = 0; q < width; ++q) {
            nearest[static_cast<std::size_t>(q)].sort();
            take(first + q, found[static_cast<std::size_t>(q)]);
        }
    }
    return true;
}

} // namespace tangent::classify
