// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

#include <functional>

namespace tangent::classify {

/// Asked between pieces of long work; true stops it.
using Cancelled = std::function<bool()>;

/// A fitted model that tells how likely each class is for a row.
class TANGENT_API Classifier {
public:
    virtual ~Classifier();

    /// `x`: n rows with the columns the model was fitted on. Returns n × classes; every row is at least 0
    /// and sums to 1. Throws std::invalid_argument for another number of columns.
    virtual Eigen::MatrixXd probabilities(const Eigen::Ref<const Eigen::MatrixXd>& x) const = 0;

protected:
    Classifier() = default;
    Classifier(const Classifier&) = default;
    Classifier(Classifier&&) = default;
    Classifier& operator=(const Classifier&) = default;
    Classifier& operator=(Classifier&&) = default;
};

/// The most likely class of each row, the first on ties.
TANGENT_API Eigen::VectorXi likeliestClasses(const Eigen::Ref<const Eigen::MatrixXd>& probabilities);

/// What every fit asks of its input: x (n × p, n >= 1, p >= 1) finite, y n codes in 0…classes - 1, classes
/// at least 2. A class may have no row. Throws std::invalid_argument naming the argument.
TANGENT_API void checkTrainingRows(
    const Eigen::Ref<const Eigen::MatrixXd>& x, const Eigen::Ref<const Eigen::VectorXi>& y, int classes);

/// Throws std::invalid_argument unless x has `columns` columns.
void checkColumns(const Eigen::Ref<const Eigen::MatrixXd>& x, Eigen::Index columns);

} // namespace tangent::classify
