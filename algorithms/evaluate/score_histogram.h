// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

namespace tangent::evaluate {

/// Bins of equal width over [low, high] for two classes.
struct ScoreHistogram {
    double low = 0;
    double high = 1;
    Eigen::VectorXd negatives; ///< rows of each bin
    Eigen::VectorXd positives;
    Eigen::Index outside = 0; ///< rows below low or above high, in no bin

    double edge(Eigen::Index bin) const
    {
        return low + (high - low) * static_cast<double>(bin) / static_cast<double>(negatives.size());
    }
};

/// Counts the rows of each class. A bin holds edge(b) <= score < edge(b + 1), up to the rounding of the
/// division; the last one holds `high` too. Throws std::invalid_argument unless low < high are finite,
/// bins is in 1…100000 and `positive` is as long as `scores`.
TANGENT_API ScoreHistogram scoreHistogram(const Eigen::Ref<const Eigen::VectorXd>& scores,
    const Eigen::Ref<const Eigen::Array<bool, Eigen::Dynamic, 1>>& positive, Eigen::Index bins, double low,
    double high);

} // namespace tangent::evaluate
