// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/classify/classifier.h"
#include "algorithms/classify/decision_tree.h"
#include "algorithms/classify/logistic_regression.h"

#include <memory>

namespace tangent::classify {

enum class Model { Logistic, NearestNeighbours, Tree, NaiveBayes };

struct TANGENT_API ModelOptions {
    int neighbours = 5; ///< for NearestNeighbours, at least 1
    LogisticOptions logistic;
    TreeOptions tree;
};

/// Fits the model. Input as checkTrainingRows(); columns are taken as they are.
TANGENT_API std::unique_ptr<Classifier> fitModel(Model model, const Eigen::Ref<const Eigen::MatrixXd>& x,
    const Eigen::Ref<const Eigen::VectorXi>& y, int classes, const ModelOptions& options = {},
    const Cancelled& cancelled = {});

} // namespace tangent::classify
