// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/evaluate/score_histogram.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace tangent::evaluate {

ScoreHistogram scoreHistogram(const Eigen::Ref<const Eigen::VectorXd>& scores,
    const Eigen::Ref<const Eigen::Array<bool, Eigen::Dynamic, 1>>& positive, Eigen::Index bins, double low,
    double high)
{
    constexpr Eigen::Index mostBins = 100000;
    if (bins < 1 || bins > mostBins)
        throw std::invalid_argument("scoreHistogram: bins must lie in 1…100000");
    if (!(low < high && std::isfinite(high - low)))
        throw std::invalid_argument("scoreHistogram: low must lie below high, both finite");
    if (positive.size() != scores.size())
        throw std::invalid_argument("scoreHistogram: positive must have as many entries as scores");
    ScoreHistogram result{low, high, Eigen::VectorXd::Zero(bins), Eigen::VectorXd::Zero(bins), 0};
    const double perUnit = static_cast<double>(bins) / (high - low);
    for (Eigen::Index i = 0; i < scores.size(); ++i) {
        if (!(scores(i) >= low && scores(i) <= high)) {
            ++result.outside;
            continue;
        }
        const auto bin = std::min(bins - 1, static_cast<Eigen::Index>((scores(i) - low) * perUnit));
        (positive(i) ? result.positives : result.negatives)(bin) += 1;
    }
    return result;
}

} // namespace tangent::evaluate
