// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/classify/classifier.h"
#include "algorithms/classify/standardiser.h"

#include <vector>

namespace tangent::classify {

/// The objective of LogisticRegression as a function of its parameters: for each output (one with two
/// classes, else one a class) an intercept and p coefficients of the standardised columns. Rows are worked
/// through in blocks that stay in the processor's cache, standardised as they are read.
class LogisticLoss {
public:
    /// Keeps references to x and y. Uses every `stride`-th row.
    LogisticLoss(const Eigen::Ref<const Eigen::MatrixXd>& x, const Eigen::Ref<const Eigen::VectorXi>& y,
        int classes, double c, const Standardiser& standardiser, Eigen::Index stride);

    Eigen::Index outputs() const { return outputs_; }
    Eigen::Index parameters() const { return outputs_ * (x_.cols() + 1); }

    /// The value, and the gradient into `gradient`. The point becomes the one that the two functions below
    /// speak of.
    double evaluate(const Eigen::VectorXd& point, Eigen::VectorXd& gradient);

    /// Second derivatives at the point of the last evaluate(). The direction in which all intercepts of a
    /// softmax move together, along which nothing changes, gets a curvature of its own, so that the matrix
    /// is positive definite; gradients have no part in that direction.
    Eigen::MatrixXd hessian() const;
    /// Of that matrix, the square block on the diagonal that belongs to each output (lower triangles).
    std::vector<Eigen::MatrixXd> hessianBlocks() const;
    Eigen::VectorXd hessianTimes(const Eigen::VectorXd& direction) const;

private:
    template <class Work>
    void forEachBlock(const Work& work) const;
    void addPenalty(const Eigen::VectorXd& point, Eigen::VectorXd& gradient) const;
    double flatCurvature() const;

    Eigen::Ref<const Eigen::MatrixXd> x_;
    Eigen::Ref<const Eigen::VectorXi> y_;
    Eigen::Index outputs_;
    Eigen::Index stride_;
    Eigen::Index rows_;
    double c_;
    Eigen::RowVectorXd means_;
    Eigen::RowVectorXd factors_;
    Eigen::VectorXd penalties_;   // for the parameters of one output
    Eigen::MatrixXd likelihoods_; // rows × outputs at the last point
};

} // namespace tangent::classify
