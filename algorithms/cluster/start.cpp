// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/cluster/start.h"

#include "algorithms/random/random.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace tangent::cluster {

namespace {

/// Lowers every row's squared distance to its nearest centre by a new centre.
void meetCentre(const Rows& rows, const Eigen::VectorXd& centre, std::vector<double>& nearest)
{
    for (Eigen::Index b = 0; b < rows.blocks(); ++b) {
        const double* values = rows.block(b);
        std::array<double, Rows::blockRows> distance{};
        for (Eigen::Index column = 0; column < rows.columns(); ++column)
            for (int r = 0; r < Rows::blockRows; ++r) {
                const double offset = values[column * Rows::blockRows + r] - centre(column);
                distance[r] += offset * offset;
            }
        double* least = nearest.data() + b * Rows::blockRows;
        for (int r = 0; r < Rows::blockRows; ++r)
            least[r] = std::min(least[r], distance[r]);
    }
}

/// Draws a row with a chance proportional to its weight.
Eigen::Index drawRow(const std::vector<double>& weights, Eigen::Index count, Random& random)
{
    const auto end = weights.begin() + count;
    const double total = std::accumulate(weights.begin(), end, 0.0);
    if (total == 0)
        return static_cast<Eigen::Index>(random.below(static_cast<std::uint64_t>(count)));
    const double target = random.uniform() * total;
    double sum = 0;
    Eigen::Index drawn = 0;
    for (Eigen::Index row = 0; row < count && sum <= target; ++row)
        if (weights[row] > 0) {
            sum += weights[row];
            drawn = row;
        }
    return drawn;
}

Eigen::MatrixXd plusPlus(const Rows& rows, int clusters, Random& random)
{
    Eigen::MatrixXd centres(clusters, rows.columns());
    std::vector<double> nearest(rows.blocks() * Rows::blockRows, std::numeric_limits<double>::infinity());
    Eigen::VectorXd centre = rows.row(static_cast<Eigen::Index>(random.below(rows.count())));
    for (int c = 0;; ++c) {
        centres.row(c) = centre.transpose();
        if (c + 1 == clusters)
            return centres;
        meetCentre(rows, centre, nearest);
        centre = rows.row(drawRow(nearest, rows.count(), random));
    }
}

Eigen::MatrixXd randomRows(const Rows& rows, int clusters, Random& random)
{
    Eigen::MatrixXd centres(clusters, rows.columns());
    std::vector<std::uint64_t> drawn;
    while (std::ssize(drawn) < clusters) {
        // Floyd's sample without replacement: a repeated draw stands for the newest row of the range.
        const std::uint64_t last = rows.count() - clusters + drawn.size();
        const std::uint64_t row = random.below(last + 1);
        const bool repeated = std::find(drawn.begin(), drawn.end(), row) != drawn.end();
        drawn.push_back(repeated ? last : row);
    }
    random.shuffle(drawn);
    for (int c = 0; c < clusters; ++c)
        centres.row(c) = rows.row(static_cast<Eigen::Index>(drawn[c])).transpose();
    return centres;
}

} // namespace

std::string_view name(StartRule rule)
{
    switch (rule) {
    case StartRule::KMeansPlusPlus:
        return "k-means++";
    case StartRule::RandomRows:
        return "random-rows";
    case StartRule::FirstRows:
        return "first-rows";
    case StartRule::ByHand:
        return "by-hand";
    }
    throw std::invalid_argument("StartRule: not one of the declared values");
}

Eigen::MatrixXd startCentres(const Rows& rows, StartRule rule, int clusters, std::uint64_t seed)
{
    if (clusters < 1 || clusters > rows.count())
        throw std::invalid_argument("startCentres: clusters must be within 1 and the number of rows");
    Random random(seed);
    switch (rule) {
    case StartRule::KMeansPlusPlus:
        return plusPlus(rows, clusters, random);
    case StartRule::RandomRows:
        return randomRows(rows, clusters, random);
    case StartRule::FirstRows: {
        Eigen::MatrixXd centres(clusters, rows.columns());
        for (int c = 0; c < clusters; ++c)
            centres.row(c) = rows.row(c).transpose();
        return centres;
    }
    case StartRule::ByHand:
        break;
    }
    throw std::invalid_argument("startCentres: centres set by hand need no rule");
}

std::uint64_t restartSeed(std::uint64_t seed, int restart)
{
    Random random(seed);
    for (int i = 0; i < restart; ++i)
        seed = random.next();
    return seed;
}

} // namespace tangent::cluster
