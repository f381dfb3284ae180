// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/classify/models.h"

#include "algorithms/classify/gaussian_naive_bayes.h"
#include "algorithms/classify/nearest_neighbours.h"

#include <stdexcept>

namespace tangent::classify {

std::unique_ptr<Classifier> fitModel(Model model, const Eigen::Ref<const Eigen::MatrixXd>& x,
    const Eigen::Ref<const Eigen::VectorXi>& y, int classes, const ModelOptions& options,
    const Cancelled& cancelled)
{
    switch (model) {
    case Model::Logistic:
        return std::make_unique<LogisticRegression>(x, y, classes, options.logistic, cancelled);
    case Model::NearestNeighbours:
        return std::make_unique<NearestNeighbours>(x, y, classes, options.neighbours);
    case Model::Tree:
        return std::make_unique<DecisionTree>(x, y, classes, options.tree, cancelled);
    case Model::NaiveBayes:
        return std::make_unique<GaussianNaiveBayes>(x, y, classes);
    }
    throw std::invalid_argument("fitModel: unknown model");
}

} // namespace tangent::classify
