// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

#include <cstdint>
#include <optional>

namespace tangent::evaluate {

/// Two normal laws of scores: negatives N(0, 1), positives N(separation, spreadRatio²). A row is called
/// positive when its score is at least the threshold. Everything here is in closed form.
///
///     TwoBells bells {.separation = 1.5};
///     bells.auc();                          // Φ(1.5/√2) = 0.856
///     bells.cheapestThreshold(1, 0.1);      // 2.21
///
/// Source: Green, Swets: Signal Detection Theory and Psychophysics (1966), ch. 3; Fawcett: An
/// introduction to ROC analysis, Pattern Recognition Letters 27 (2006) 861-874.
struct TANGENT_API TwoBells {
    double separation = 1.5; ///< mean of the positives, any finite number
    double spreadRatio = 1;  ///< standard deviation of the positives, above 0

    /// Throws std::invalid_argument naming the field and its bound.
    void check() const;

    /// P(score >= threshold) among the positives and among the negatives; infinite thresholds are allowed.
    double truePositiveRate(double threshold) const;
    double falsePositiveRate(double threshold) const;

    /// P(a positive scores above a negative) = Φ(separation / √(1 + spreadRatio²)).
    double auc() const;

    /// The share of true positives among the rows called positive; null when nobody is (threshold ∞).
    std::optional<double> precision(double threshold, double positiveShare) const;

    /// Cost of one row: costRatio · P(false alarm) + P(miss), a miss costing 1.
    double cost(double threshold, double costRatio, double positiveShare) const;

    /// The threshold of least cost, the highest on ties: +∞ when it is best never to raise an alarm and
    /// -∞ when it is best to raise it always. `costRatio` = cost of a false alarm / cost of a miss,
    /// above 0; `positiveShare` in (0, 1).
    double cheapestThreshold(double costRatio, double positiveShare) const;

    /// The threshold with the largest true-positive rate - false-positive rate, the highest on ties (+∞
    /// for two equal bells, where every threshold ties).
    double youdenThreshold() const;
};

/// The slope of the lines of equal cost in the plane (false-positive rate, true-positive rate):
/// costRatio · (1 - positiveShare) / positiveShare.
TANGENT_API double equalCostSlope(double costRatio, double positiveShare);

/// Scored rows of known class: `rows / 2` negatives, then as many positives.
struct BellRows {
    Eigen::VectorXd scores;
    Eigen::Array<bool, Eigen::Dynamic, 1> positive;
};

/// Both classes at the same quantiles (i - ½) / (rows / 2), i = 1, 2, …: a sample without chance.
/// `rows` is at least 2; an odd row is left out.
TANGENT_API BellRows rowsAtQuantiles(const TwoBells& bells, Eigen::Index rows);

/// Both classes drawn with `seed`. The standard normal values behind the scores depend on seed and rows
/// alone, so that moving a bell moves its rows and draws no others.
TANGENT_API BellRows drawnRows(const TwoBells& bells, Eigen::Index rows, std::uint64_t seed);

} // namespace tangent::evaluate
