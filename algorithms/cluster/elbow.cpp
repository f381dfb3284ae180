// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/cluster/elbow.h"

#include <algorithm>

namespace tangent::cluster {

Eigen::VectorXd elbowCurve(const Rows& rows, KMeansOptions options, int most, const Cancelled& cancelled)
{
    if (options.start == StartRule::ByHand)
        options.start = StartRule::KMeansPlusPlus;
    const auto points = static_cast<int>(distinctRows(rows, most));
    Eigen::VectorXd curve(points);
    for (int k = 1; k <= points; ++k) {
        options.clusters = k;
        const KMeansRun run = kMeans(rows, options, {}, cancelled);
        if (run.ending == Ending::Cancelled)
            return curve.head(k - 1);
        curve(k - 1) = run.inertia.back();
    }
    return curve;
}

std::optional<Elbow> elbow(const Eigen::Ref<const Eigen::VectorXd>& inertia)
{
    // Rounding may push a point of a straight curve this far below the chord.
    constexpr double noBend = 1e-12;

    const Eigen::Index last = inertia.size() - 1;
    if (last < 2)
        return std::nullopt;
    const double least = inertia.minCoeff();
    const double range = inertia.maxCoeff() - least;
    if (!(range > 0))
        return std::nullopt;
    const auto scaled = [&](Eigen::Index i) { return (inertia(i) - least) / range; };
    Elbow best{0, noBend};
    for (Eigen::Index i = 1; i < last; ++i) {
        const double along = static_cast<double>(i) / static_cast<double>(last);
        const double chord = scaled(0) + along * (scaled(last) - scaled(0));
        const double below = chord - scaled(i);
        if (below > best.strength)
            best = {static_cast<int>(i) + 1, below};
    }
    return best.clusters > 0 ? std::optional(best) : std::nullopt;
}

} // namespace tangent::cluster
