// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/evaluate/roc_curve.h"

#include "algorithms/evaluate/radix_sort.h"

#include <cmath>
#include <limits>
#include <stdexcept>

namespace tangent::evaluate {

namespace {

struct WeightedKey {
    std::uint64_t key;
    double weight;
};

std::uint64_t keyOf(std::uint64_t record)
{
    return record;
}
std::uint64_t keyOf(const WeightedKey& record)
{
    return record.key;
}
double weightOf(std::uint64_t)
{
    return 1;
}
double weightOf(const WeightedKey& record)
{
    return record.weight;
}

std::optional<double> ratio(double part, double whole)
{
    return whole > 0 ? std::optional(part / whole) : std::nullopt;
}

} // namespace

ClassWeights weightsForShare(double positiveShare, double positives, double negatives)
{
    if (!(positiveShare > 0 && positiveShare < 1))
        throw std::invalid_argument("weightsForShare: positiveShare must lie strictly between 0 and 1");
    if (!(positives > 0 && negatives > 0))
        throw std::invalid_argument("weightsForShare: both classes must have rows");
    const double rows = positives + negatives;
    return {positiveShare * rows / positives, (1 - positiveShare) * rows / negatives};
}

std::optional<double> ThresholdCounts::truePositiveRate() const
{
    return ratio(truePositives, truePositives + falseNegatives);
}

std::optional<double> ThresholdCounts::falsePositiveRate() const
{
    return ratio(falsePositives, falsePositives + trueNegatives);
}

std::optional<double> ThresholdCounts::precision() const
{
    return ratio(truePositives, truePositives + falsePositives);
}

std::optional<double> ThresholdCounts::accuracy() const
{
    return ratio(truePositives + trueNegatives, rows());
}

std::optional<double> ThresholdCounts::cost(double costRatio) const
{
    return ratio(costRatio * falsePositives + falseNegatives, rows());
}

template <class Record, class MakeRecord>
void RocCurve::build(const Eigen::Ref<const Eigen::VectorXd>& scores, const Eigen::Ref<const Flags>& positive,
    const MakeRecord& makeRecord)
{
    const Eigen::Index rows = scores.size();
    if (positive.size() != rows)
        throw std::invalid_argument("RocCurve: positive must have as many entries as scores");
    if (rows >= std::numeric_limits<std::uint32_t>::max())
        throw std::invalid_argument("RocCurve: scores must have fewer than 2^32 - 1 entries");

    // Each class is sorted by itself, so that no label travels with a key; then the two are merged.
    const auto positives = static_cast<std::size_t>(positive.count());
    const std::size_t negatives = static_cast<std::size_t>(rows) - positives;
    auto high = std::make_unique_for_overwrite<Record[]>(positives + 1);
    auto low = std::make_unique_for_overwrite<Record[]>(negatives + 1);
    std::size_t p = 0;
    std::size_t q = 0;
    bool allFinite = true;
    for (Eigen::Index i = 0; i < rows; ++i) {
        const Record record = makeRecord(i);
        allFinite &= std::abs(scores(i)) <= std::numeric_limits<double>::max();
        high[p] = record; // written to both and kept in one: labels come in no order a branch could guess
        low[q] = record;
        p += positive(i) ? 1 : 0;
        q += positive(i) ? 0 : 1;
    }
    if (!allFinite)
        throw std::invalid_argument("RocCurve: scores must be finite");
    radixSort(high, positives, [](const Record& record) { return keyOf(record); });
    radixSort(low, negatives, [](const Record& record) { return keyOf(record); });

    steps_.reserve(static_cast<std::size_t>(rows) + 1);
    Step step{std::numeric_limits<double>::infinity(), 0, 0};
    steps_.push_back(step);
    while (p > 0 || q > 0) {
        const std::uint64_t nextHigh = p > 0 ? keyOf(high[p - 1]) : 0; // no finite score has the bits 0
        const std::uint64_t nextLow = q > 0 ? keyOf(low[q - 1]) : 0;
        const std::uint64_t key = std::max(nextHigh, nextLow);
        for (; p > 0 && keyOf(high[p - 1]) == key; --p)
            step.truePositives += weightOf(high[p - 1]);
        for (; q > 0 && keyOf(low[q - 1]) == key; --q)
            step.falsePositives += weightOf(low[q - 1]);
        step.threshold = fromOrderedBits(key);
        steps_.push_back(step);
    }
}

RocCurve::RocCurve(const Eigen::Ref<const Eigen::VectorXd>& scores, const Eigen::Ref<const Flags>& positive)
{
    build<std::uint64_t>(scores, positive, [&](Eigen::Index i) { return orderedBits(scores(i)); });
}

RocCurve::RocCurve(const Eigen::Ref<const Eigen::VectorXd>& scores, const Eigen::Ref<const Flags>& positive,
    const Eigen::Ref<const Eigen::VectorXd>& weights)
{
    if (weights.size() != scores.size())
        throw std::invalid_argument("RocCurve: weights must have as many entries as scores");
    if (!(weights.array() >= 0).all() || !weights.allFinite())
        throw std::invalid_argument("RocCurve: weights must be finite and at least 0");
    build<WeightedKey>(scores, positive, [&](Eigen::Index i) {
        return WeightedKey{orderedBits(scores(i)), weights(i)};
    });
}

RocPoint RocCurve::point(Eigen::Index i) const
{
    const Step& step = steps_.at(static_cast<std::size_t>(i));
    return {step.falsePositives / negatives(), step.truePositives / positives(), step.threshold};
}

std::optional<double> RocCurve::auc() const
{
    double twice = 0;
    for (std::size_t i = 1; i < steps_.size(); ++i)
        twice += (steps_[i].falsePositives - steps_[i - 1].falsePositives)
            * (steps_[i].truePositives + steps_[i - 1].truePositives);
    return ratio(twice / 2, positives() * negatives());
}

std::optional<double> RocCurve::aucByRanks() const
{
    double rightPairs = 0;
    for (std::size_t i = 1; i < steps_.size(); ++i) {
        const double tiedPositives = steps_[i].truePositives - steps_[i - 1].truePositives;
        const double tiedNegatives = steps_[i].falsePositives - steps_[i - 1].falsePositives;
        const double negativesBelow = negatives() - steps_[i].falsePositives;
        rightPairs += tiedPositives * (negativesBelow + 0.5 * tiedNegatives);
    }
    return ratio(rightPairs, positives() * negatives());
}

ThresholdCounts RocCurve::countsAt(double threshold, const ClassWeights& weights) const
{
    const auto above = std::partition_point(
        steps_.begin() + 1, steps_.end(), [&](const Step& step) { return step.threshold >= threshold; });
    const Step& step = *(above - 1);
    return {weights.positive * step.truePositives, weights.negative * step.falsePositives,
        weights.positive * (positives() - step.truePositives),
        weights.negative * (negatives() - step.falsePositives)};
}

std::optional<double> RocCurve::youdenThreshold() const
{
    if (!(positives() > 0 && negatives() > 0))
        return std::nullopt;
    // The difference of the rates times both totals: whole numbers without row weights, so that ties are
    // exact.
    double best = -std::numeric_limits<double>::infinity();
    double threshold = 0;
    for (std::size_t i = 1; i < steps_.size(); ++i) {
        const double lead = steps_[i].truePositives * negatives() - steps_[i].falsePositives * positives();
        if (lead > best) {
            best = lead;
            threshold = steps_[i].threshold;
        }
    }
    return threshold;
}

std::optional<double> RocCurve::cheapestThreshold(double costRatio, const ClassWeights& weights) const
{
    if (!(costRatio >= 0 && std::isfinite(costRatio)))
        throw std::invalid_argument("RocCurve: costRatio must be finite and at least 0");
    if (steps_.size() < 2)
        return std::nullopt;
    const double alarm = costRatio * weights.negative;
    const double sameCost = 1e-12 * (alarm * negatives() + weights.positive * positives());
    double best = std::numeric_limits<double>::infinity();
    double threshold = 0;
    for (std::size_t i = 1; i < steps_.size(); ++i) {
        const double misses = positives() - steps_[i].truePositives;
        const double cost = alarm * steps_[i].falsePositives + weights.positive * misses;
        if (cost < best - sameCost) {
            best = cost;
            threshold = steps_[i].threshold;
        }
    }
    return threshold;
}

} // namespace tangent::evaluate
