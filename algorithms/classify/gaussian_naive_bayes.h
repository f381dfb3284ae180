// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/classify/classifier.h"

namespace tangent::classify {

/// Naive Bayes with a normal law for each class and column: P(k | x) ∝ P(k) Π_c N(x_c; mean, variance).
/// Means, variances (with n, the maximum-likelihood estimate) and class shares come from the training
/// rows; to every variance 1e-9 times the largest variance of a column is added, as scikit-learn's
/// GaussianNB does. A class without rows has probability 0.
/// Source: Hastie, Tibshirani, Friedman: The Elements of Statistical Learning (2009), 6.6.3.
class TANGENT_API GaussianNaiveBayes : public Classifier {
public:
    /// Input as checkTrainingRows().
    GaussianNaiveBayes(
        const Eigen::Ref<const Eigen::MatrixXd>& x, const Eigen::Ref<const Eigen::VectorXi>& y, int classes);

    Eigen::MatrixXd probabilities(const Eigen::Ref<const Eigen::MatrixXd>& x) const override;

    const Eigen::MatrixXd& means() const { return means_; }         ///< classes × p
    const Eigen::MatrixXd& variances() const { return variances_; } ///< classes × p, with the addition
    const Eigen::VectorXd& shares() const { return shares_; }       ///< rows of each class ÷ n

private:
    Eigen::MatrixXd means_;
    Eigen::MatrixXd variances_;
    Eigen::VectorXd shares_;
};

} // namespace tangent::classify
