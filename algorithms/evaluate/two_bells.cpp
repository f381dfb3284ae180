// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/evaluate/two_bells.h"

#include "algorithms/evaluate/normal_law.h"
#include "algorithms/random/random.h"

#include <cmath>
#include <limits>
#include <stdexcept>

namespace tangent::evaluate {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

void checkCosts(double costRatio, double positiveShare)
{
    if (!(costRatio > 0 && std::isfinite(costRatio)))
        throw std::invalid_argument("TwoBells: costRatio must be finite and above 0");
    if (!(positiveShare > 0 && positiveShare < 1))
        throw std::invalid_argument("TwoBells: positiveShare must lie strictly between 0 and 1");
}

/// g(t) = square·t² + linear·t + constant = ln(density of costly misses / density of costly alarms):
/// the cost rises with the threshold where g > 0.
struct LogRatio {
    double square;
    double linear;
    double constant;
};

LogRatio logRatio(const TwoBells& bells, double costRatio, double positiveShare)
{
    const double r = bells.spreadRatio;
    const double d = bells.separation;
    return {(r - 1) * (r + 1) / (2 * r * r), d / (r * r),
        std::log(positiveShare / (r * costRatio * (1 - positiveShare))) - d * d / (2 * r * r)};
}

/// The only root of g where it rises from below to above 0, that is, where the cost has a minimum.
/// NaN without one.
double risingRoot(const LogRatio& g)
{
    const double discriminant = g.linear * g.linear - 4 * g.square * g.constant;
    if (!(discriminant > 0))
        return std::numeric_limits<double>::quiet_NaN();
    const double root = std::sqrt(discriminant);
    // (-b + √D) / 2a is the rising root for either sign of a; the second form avoids cancellation.
    return g.linear <= 0 ? (root - g.linear) / (2 * g.square) : -2 * g.constant / (g.linear + root);
}

BellRows makeRows(Eigen::Index rows)
{
    if (rows < 2)
        throw std::invalid_argument("BellRows: rows must be at least 2");
    const Eigen::Index half = rows / 2;
    BellRows result{Eigen::VectorXd(2 * half), Eigen::Array<bool, Eigen::Dynamic, 1>(2 * half)};
    result.positive.head(half) = false;
    result.positive.tail(half) = true;
    return result;
}

} // namespace

void TwoBells::check() const
{
    if (!std::isfinite(separation))
        throw std::invalid_argument("TwoBells: separation must be finite");
    if (!(spreadRatio > 0 && std::isfinite(spreadRatio)))
        throw std::invalid_argument("TwoBells: spreadRatio must be finite and above 0");
}

double TwoBells::truePositiveRate(double threshold) const
{
    return normalCdf((separation - threshold) / spreadRatio);
}

double TwoBells::falsePositiveRate(double threshold) const
{
    return normalCdf(-threshold);
}

double TwoBells::auc() const
{
    return normalCdf(separation / std::hypot(1, spreadRatio));
}

std::optional<double> TwoBells::precision(double threshold, double positiveShare) const
{
    const double hits = positiveShare * truePositiveRate(threshold);
    const double alarms = hits + (1 - positiveShare) * falsePositiveRate(threshold);
    return alarms > 0 ? std::optional(hits / alarms) : std::nullopt;
}

double TwoBells::cost(double threshold, double costRatio, double positiveShare) const
{
    const double misses = normalCdf((threshold - separation) / spreadRatio);
    return costRatio * (1 - positiveShare) * falsePositiveRate(threshold) + positiveShare * misses;
}

double TwoBells::cheapestThreshold(double costRatio, double positiveShare) const
{
    check();
    checkCosts(costRatio, positiveShare);
    const LogRatio g = logRatio(*this, costRatio, positiveShare);
    if (g.square == 0) {
        if (g.linear > 0)
            return -g.constant / g.linear;
        // One bell on the other: the dearer mistake decides. Positives below the negatives: the stationary
        // point is the dearest threshold, and one of the ends is best.
        return positiveShare <= costRatio * (1 - positiveShare) ? infinity : -infinity;
    }
    const double root = risingRoot(g);
    const double alarm = costRatio * (1 - positiveShare);
    // The minimum competes with one end: with wide positives the cost also falls towards -∞ (always an
    // alarm), with narrow ones towards +∞ (never). Only the differing tails are compared, so that the
    // answer holds where the whole costs agree to all digits.
    if (g.square > 0) {
        if (std::isnan(root))
            return -infinity;
        const double misses = positiveShare * normalCdf((root - separation) / spreadRatio);
        return misses <= alarm * normalCdf(root) ? root : -infinity;
    }
    if (std::isnan(root))
        return infinity;
    const double hits = positiveShare * truePositiveRate(root);
    return hits > alarm * falsePositiveRate(root) ? root : infinity;
}

double TwoBells::youdenThreshold() const
{
    return cheapestThreshold(1, 0.5);
}

double equalCostSlope(double costRatio, double positiveShare)
{
    checkCosts(costRatio, positiveShare);
    return costRatio * (1 - positiveShare) / positiveShare;
}

BellRows rowsAtQuantiles(const TwoBells& bells, Eigen::Index rows)
{
    bells.check();
    BellRows result = makeRows(rows);
    const Eigen::Index half = result.scores.size() / 2;
    for (Eigen::Index i = 0; i < half; ++i) {
        const double z = normalQuantile((static_cast<double>(i) + 0.5) / static_cast<double>(half));
        result.scores(i) = z;
        result.scores(half + i) = bells.separation + bells.spreadRatio * z;
    }
    return result;
}

BellRows drawnRows(const TwoBells& bells, Eigen::Index rows, std::uint64_t seed)
{
    bells.check();
    BellRows result = makeRows(rows);
    Random random(seed);
    for (double& score : result.scores)
        score = random.normal();
    auto positives = result.scores.tail(result.scores.size() / 2);
    positives = (bells.separation + bells.spreadRatio * positives.array()).matrix().eval();
    return result;
}

} // namespace tangent::evaluate
