// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/cluster/silhouette.h"

#include "algorithms/random/random.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace tangent::cluster {

namespace {

using Index = Eigen::Index;

/// All rows, or a sample of them without replacement; ascending.
std::vector<Index> rowsToMeasure(Index count, const SilhouetteOptions& options)
{
    std::vector<Index> rows(count);
    std::iota(rows.begin(), rows.end(), Index{0});
    if (count <= options.exactRows)
        return rows;
    Random random(options.seed);
    for (Index i = 0; i < options.exactRows; ++i)
        std::swap(rows[i], rows[i + static_cast<Index>(random.below(count - i))]);
    rows.resize(options.exactRows);
    std::sort(rows.begin(), rows.end());
    return rows;
}

/// Rows laid out cluster by cluster, so that the distances to one cluster are neighbours.
struct Grouped {
    std::vector<Index> order; // places in the measured rows, cluster by cluster
    std::vector<Index> first; // where each non-empty cluster begins, and the end
    Eigen::MatrixXd values;   // m x d in that order

    Index clusters() const { return std::ssize(first) - 1; }
    Index size(Index cluster) const { return first[cluster + 1] - first[cluster]; }
};

Grouped group(
    const Rows& rows, const Eigen::Ref<const Eigen::VectorXi>& assignment, const std::vector<Index>& measured)
{
    Grouped grouped;
    grouped.order.resize(measured.size());
    std::iota(grouped.order.begin(), grouped.order.end(), Index{0});
    const auto cluster = [&](Index place) { return assignment(measured[place]); };
    std::stable_sort(grouped.order.begin(), grouped.order.end(),
        [&](Index a, Index b) { return cluster(a) < cluster(b); });
    grouped.values.resize(std::ssize(measured), rows.columns());
    for (Index i = 0; i < std::ssize(grouped.order); ++i) {
        if (i == 0 || cluster(grouped.order[i]) != cluster(grouped.order[i - 1]))
            grouped.first.push_back(i);
        for (Index column = 0; column < rows.columns(); ++column)
            grouped.values(i, column) = rows(measured[grouped.order[i]], column);
    }
    grouped.first.push_back(std::ssize(grouped.order));
    return grouped;
}

/// Sums of the distances from each row to the rows of each cluster (m x clusters). Every pair is measured
/// once and enters both its rows. False when cancelled.
bool sumDistances(const Grouped& grouped, Eigen::ArrayXXd& sums, const Cancelled& cancelled)
{
    constexpr Index chunk = 256; // distances that stay in the nearest cache
    Eigen::Array<double, chunk, 1> distances;
    const Eigen::MatrixXd& x = grouped.values;
    for (Index own = 0; own < grouped.clusters(); ++own)
        for (Index i = grouped.first[own]; i < grouped.first[own + 1]; ++i) {
            if (cancelled && cancelled())
                return false;
            for (Index other = own; other < grouped.clusters(); ++other) {
                double sum = 0;
                const Index end = grouped.first[other + 1];
                for (Index j = std::max(i + 1, grouped.first[other]); j < end; j += chunk) {
                    const Index length = std::min(chunk, end - j);
                    auto d = distances.head(length);
                    d = (x.col(0).segment(j, length).array() - x(i, 0)).square();
                    for (Index column = 1; column < x.cols(); ++column)
                        d += (x.col(column).segment(j, length).array() - x(i, column)).square();
                    d = d.sqrt();
                    sums.col(own).segment(j, length) += d;
                    sum += d.sum();
                }
                sums(i, other) += sum;
            }
        }
    return true;
}

double width(const Grouped& grouped, const Eigen::ArrayXXd& sums, Index i, Index own)
{
    if (grouped.size(own) == 1)
        return 0;
    const double within = sums(i, own) / static_cast<double>(grouped.size(own) - 1);
    double nearest = std::numeric_limits<double>::infinity();
    for (Index other = 0; other < grouped.clusters(); ++other)
        if (other != own)
            nearest = std::min(nearest, sums(i, other) / static_cast<double>(grouped.size(other)));
    const double larger = std::max(within, nearest);
    return larger > 0 ? (nearest - within) / larger : 0;
}

} // namespace

Silhouette silhouette(const Rows& rows, const Eigen::Ref<const Eigen::VectorXi>& assignment,
    const SilhouetteOptions& options, const Cancelled& cancelled)
{
    if (assignment.size() != rows.count() || (assignment.size() > 0 && assignment.minCoeff() < 0))
        throw std::invalid_argument("silhouette: assignment must hold one number, at least 0, for each row");
    if (options.exactRows < 2)
        throw std::invalid_argument("SilhouetteOptions: exactRows must be at least 2");

    Silhouette result;
    result.rows = rowsToMeasure(rows.count(), options);
    result.sampled = std::ssize(result.rows) < rows.count();
    const Grouped grouped = group(rows, assignment, result.rows);
    if (grouped.clusters() < 2)
        return result;
    Eigen::ArrayXXd sums = Eigen::ArrayXXd::Zero(std::ssize(result.rows), grouped.clusters());
    if (!sumDistances(grouped, sums, cancelled))
        return result;
    result.widths.resize(std::ssize(result.rows));
    for (Index own = 0; own < grouped.clusters(); ++own)
        for (Index i = grouped.first[own]; i < grouped.first[own + 1]; ++i)
            result.widths(grouped.order[i]) = width(grouped, sums, i, own);
    result.mean = result.widths.mean();
    return result;
}

} // namespace tangent::cluster
