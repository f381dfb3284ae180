// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/classify/classifier.h"

#include <cmath>
#include <stdexcept>

namespace tangent::classify {

Classifier::~Classifier() = default;

Eigen::VectorXi likeliestClasses(const Eigen::Ref<const Eigen::MatrixXd>& probabilities)
{
    Eigen::VectorXi classes = Eigen::VectorXi::Zero(probabilities.rows());
    for (Eigen::Index row = 0; row < probabilities.rows(); ++row)
        for (int label = 1; label < probabilities.cols(); ++label)
            if (probabilities(row, label) > probabilities(row, classes(row)))
                classes(row) = label;
    return classes;
}

void checkTrainingRows(
    const Eigen::Ref<const Eigen::MatrixXd>& x, const Eigen::Ref<const Eigen::VectorXi>& y, int classes)
{
    if (x.rows() < 1 || x.cols() < 1)
        throw std::invalid_argument("classify: x must have at least one row and one column");
    if (y.size() != x.rows())
        throw std::invalid_argument("classify: y must have as many entries as x has rows");
    if (classes < 2)
        throw std::invalid_argument("classify: classes must be at least 2");
    if (y.minCoeff() < 0 || y.maxCoeff() >= classes)
        throw std::invalid_argument("classify: y must lie in 0…classes - 1");
    // The sum of finite numbers is finite but for overflow, and much quicker than a look at each.
    if (!std::isfinite(x.sum()) && !x.allFinite())
        throw std::invalid_argument("classify: x must be finite");
}

void checkColumns(const Eigen::Ref<const Eigen::MatrixXd>& x, Eigen::Index columns)
{
    if (x.cols() != columns)
        throw std::invalid_argument("classify: x must have the columns that the model was fitted on");
}

} // namespace tangent::classify
