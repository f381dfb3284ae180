// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

#include <optional>
#include <vector>

namespace tangent::evaluate {

using Flags = Eigen::Array<bool, Eigen::Dynamic, 1>;

/// What one positive and one negative row count for. Rates and areas do not depend on it; counts,
/// precision and cost do.
struct ClassWeights {
    double positive = 1;
    double negative = 1;
};

/// The weights that make `positiveShare` (in (0, 1)) of all rows positive and keep their total.
/// Throws std::invalid_argument for another share or an empty class.
TANGENT_API ClassWeights weightsForShare(double positiveShare, double positives, double negatives);

/// The four counts at a threshold, weighted.
struct TANGENT_API ThresholdCounts {
    double truePositives = 0;
    double falsePositives = 0;
    double falseNegatives = 0;
    double trueNegatives = 0;

    double rows() const { return truePositives + falsePositives + falseNegatives + trueNegatives; }

    /// Null at 0 ÷ 0: no positive row, no negative row, nothing predicted positive, no row.
    std::optional<double> truePositiveRate() const;
    std::optional<double> falsePositiveRate() const;
    std::optional<double> precision() const;
    std::optional<double> accuracy() const;

    /// (costRatio · false alarms + misses) ÷ rows; null without a row.
    std::optional<double> cost(double costRatio) const;
};

/// A corner of the curve: rows with score >= threshold are called positive. The rates are NaN when their
/// class has no row.
struct RocPoint {
    double falsePositiveRate = 0;
    double truePositiveRate = 0;
    double threshold = 0;
};

/// The receiver operating characteristic of scored rows: one point for "nobody" (threshold ∞), then one
/// for each distinct score from the highest to the lowest, ties merged.
///
///     RocCurve curve(scores, positive);
///     curve.auc();
///     curve.countsAt(0.5, weightsForShare(0.01, curve.positives(), curve.negatives()));
///
/// Built in linear time (radix sort). Source: Fawcett, An introduction to ROC analysis, Pattern
/// Recognition Letters 27 (2006) 861-874, algorithms 1 to 3.
class TANGENT_API RocCurve {
public:
    /// `scores`: n finite numbers; `positive`: n flags. Throws std::invalid_argument otherwise.
    RocCurve(const Eigen::Ref<const Eigen::VectorXd>& scores, const Eigen::Ref<const Flags>& positive);

    /// The same with a weight for each row, finite and at least 0.
    RocCurve(const Eigen::Ref<const Eigen::VectorXd>& scores, const Eigen::Ref<const Flags>& positive,
        const Eigen::Ref<const Eigen::VectorXd>& weights);

    /// Sum of the row weights of each class (without weights: numbers of rows).
    double positives() const { return steps_.back().truePositives; }
    double negatives() const { return steps_.back().falsePositives; }

    Eigen::Index size() const { return static_cast<Eigen::Index>(steps_.size()); }
    RocPoint point(Eigen::Index i) const;

    /// Area by trapezoids, and as the rank statistic of Mann and Whitney: the share of pairs of one
    /// positive and one negative that the scores order rightly, a tie counting one half. They are the
    /// same number. Null when a class is empty.
    std::optional<double> auc() const;
    std::optional<double> aucByRanks() const;

    ThresholdCounts countsAt(double threshold, const ClassWeights& weights = {}) const;

    /// The score with the largest true-positive rate - false-positive rate, the highest on ties. Null when
    /// a class is empty.
    std::optional<double> youdenThreshold() const;

    /// The score with the least cost = costRatio · false alarms + misses, the highest on ties (costs within
    /// 1e-12 of the largest possible count as tied). `costRatio` finite, at least 0. Null without rows.
    std::optional<double> cheapestThreshold(double costRatio, const ClassWeights& weights = {}) const;

private:
    /// What is called positive at a threshold: sums of row weights.
    struct Step {
        double threshold;
        double falsePositives;
        double truePositives;
    };

    template <class Record, class MakeRecord>
    void build(const Eigen::Ref<const Eigen::VectorXd>& scores, const Eigen::Ref<const Flags>& positive,
        const MakeRecord& makeRecord);

    std::vector<Step> steps_; // never empty: the first is "nobody"
};

} // namespace tangent::evaluate
