// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/evaluate/sampled_pairs.h"

#include "algorithms/random/random.h"

#include <stdexcept>

namespace tangent::evaluate {

std::vector<ScoredPair> samplePairs(const Eigen::Ref<const Eigen::VectorXd>& scores,
    const Eigen::Ref<const Eigen::Array<bool, Eigen::Dynamic, 1>>& positive, Eigen::Index count,
    std::uint64_t seed)
{
    if (positive.size() != scores.size())
        throw std::invalid_argument("samplePairs: positive must have as many entries as scores");
    if (count < 0)
        throw std::invalid_argument("samplePairs: count must be at least 0");
    std::vector<Eigen::Index> high;
    std::vector<Eigen::Index> low;
    for (Eigen::Index i = 0; i < scores.size(); ++i)
        (positive(i) ? high : low).push_back(i);
    std::vector<ScoredPair> pairs;
    if (high.empty() || low.empty())
        return pairs;
    pairs.reserve(static_cast<std::size_t>(count));
    Random random(seed);
    for (Eigen::Index i = 0; i < count; ++i) {
        const Eigen::Index p = high[random.below(high.size())];
        const Eigen::Index n = low[random.below(low.size())];
        const PairOutcome outcome = scores(p) > scores(n) ? PairOutcome::Right
            : scores(p) < scores(n)                       ? PairOutcome::Wrong
                                                          : PairOutcome::Tie;
        pairs.push_back({p, n, outcome});
    }
    return pairs;
}

} // namespace tangent::evaluate
