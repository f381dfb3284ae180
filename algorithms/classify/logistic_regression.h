// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/classify/classifier.h"

namespace tangent::classify {

struct TANGENT_API LogisticOptions {
    double c = 1; ///< weight of the loss against the penalty, above 0; larger fits closer
    /// The fit has converged when no derivative of the objective, by a coefficient of the standardised
    /// columns or by an intercept, exceeds this. Above 0.
    double tolerance = 1e-6;
    int maxIterations = 100; ///< steps of Newton's method, at least 1

    /// Throws std::invalid_argument naming the field and its bound.
    void check() const;
};

/// How a fit ended.
struct LogisticReport {
    bool converged = false;
    bool cancelled = false;
    int iterations = 0;
    double objective = 0;    ///< at the coefficients reached
    double gradientNorm = 0; ///< the derivative that LogisticOptions::tolerance speaks of, in size
};

/// Logistic regression with an L2 penalty that spares the intercepts: the least of
///
///     ½ Σ w² + C Σ_i -ln P(y_i | x_i),
///
/// for two classes with P(1 | x) = 1 / (1 + exp(-(w·x + b))), for more with the softmax of one w·x + b for
/// each class (whose intercepts are given with sum 0). The objective is that of scikit-learn's
/// LogisticRegression. Newton's method with step halving; the linear systems are solved by Cholesky, large
/// ones by conjugate gradients. Columns are standardised inside, which changes the path and not the answer.
/// Source: Hastie, Tibshirani, Friedman: The Elements of Statistical Learning (2009), 4.4.1; Nocedal,
/// Wright: Numerical Optimization (2006), algorithms 3.1 and 7.1.
class TANGENT_API LogisticRegression : public Classifier {
public:
    /// Input as checkTrainingRows().
    LogisticRegression(const Eigen::Ref<const Eigen::MatrixXd>& x, const Eigen::Ref<const Eigen::VectorXi>& y,
        int classes, const LogisticOptions& options = {}, const Cancelled& cancelled = {});

    Eigen::MatrixXd probabilities(const Eigen::Ref<const Eigen::MatrixXd>& x) const override;

    /// In the units of x: p × 1 for two classes (towards class 1), p × classes for more.
    const Eigen::MatrixXd& coefficients() const { return coefficients_; }
    const Eigen::RowVectorXd& intercepts() const { return intercepts_; }
    const LogisticReport& report() const { return report_; }

private:
    Eigen::MatrixXd coefficients_;
    Eigen::RowVectorXd intercepts_;
    LogisticReport report_;
};

} // namespace tangent::classify
