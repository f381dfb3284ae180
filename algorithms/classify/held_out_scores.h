// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/classify/models.h"

#include <cstdint>

namespace tangent::classify {

struct TANGENT_API HeldOutOptions {
    bool standardise = false; ///< columns scaled by the training rows of each row or fold
    int neighbours = 5;       ///< at least 1
    std::uint64_t seed = 1;   ///< deals rows to folds; nearest neighbours do not use it
    int folds = 10;           ///< at least 2; with fewer rows, one fold for each row
    LogisticOptions logistic;
    TreeOptions tree;

    /// Throws std::invalid_argument naming the field and its bound.
    void check() const;
};

struct HeldOutScores {
    Eigen::MatrixXd probabilities; ///< n × classes; empty when cancelled
    Eigen::VectorXi predicted;     ///< the likeliest class, the first on ties
    int notConverged = 0;          ///< folds in which logistic regression did not reach its tolerance
    bool cancelled = false;
};

/// Every row scored by a model that has not seen it. Nearest neighbours: leave one out, each row scored by
/// all n - 1 others (see leaveOneOutVotes() for the scaling). The other models: stratified folds, each
/// scored by a model, and a scaling, fitted on the rows of all other folds.
///
/// `x`: n × p with n >= 2, otherwise as checkTrainingRows().
/// Source: Stone, Cross-validatory choice and assessment of statistical predictions, Journal of the Royal
/// Statistical Society B 36 (1974) 111-147.
TANGENT_API HeldOutScores heldOutScores(const Eigen::Ref<const Eigen::MatrixXd>& x,
    const Eigen::Ref<const Eigen::VectorXi>& y, int classes, Model model, const HeldOutOptions& options = {},
    const Cancelled& cancelled = {});

} // namespace tangent::classify
