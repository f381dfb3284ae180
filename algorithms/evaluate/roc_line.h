// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"
#include "algorithms/evaluate/roc_curve.h"

#include <vector>

namespace tangent::evaluate {

/// The corners of a ROC curve as columns, from "nobody" at (0, 0) to "everybody" at (1, 1).
struct RocLine {
    std::vector<double> falsePositiveRate;
    std::vector<double> truePositiveRate;
    std::vector<double> threshold; ///< falling; the first is ∞

    std::size_t size() const { return threshold.size(); }
};

/// The points of a curve for drawing: all of them up to `mostExact`; of a longer curve those that lie at
/// least `tolerance` from the one kept before, across or up, and the last. No point of the curve is then
/// further than `tolerance` from the line, which has at most 2 ÷ tolerance + 2 points. `tolerance` in
/// (0, 1], mostExact at least 2; throws std::invalid_argument otherwise, or when a class is empty.
TANGENT_API RocLine rocLine(const RocCurve& curve, double tolerance, Eigen::Index mostExact = 0x7fffffff);

/// The mean true-positive rate over the false-positive rates from 0 to `limit`, which is the partial area
/// under the curve divided by `limit`, in (0, 1]. The curve runs straight between its points. Null when a
/// class is empty; throws std::invalid_argument for another limit.
/// Source: McClish, Analyzing a portion of the ROC curve, Medical Decision Making 9 (1989) 190-195.
TANGENT_API std::optional<double> meanTruePositiveRate(const RocCurve& curve, double limit);

} // namespace tangent::evaluate
