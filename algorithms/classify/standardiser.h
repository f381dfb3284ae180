// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

namespace tangent::classify {

/// Moves columns to mean 0 and divides them by their standard deviation (with n); a column that is constant
/// in the rows it was fitted on becomes 0.
class TANGENT_API Standardiser {
public:
    /// `x`: n × p, at least one row.
    explicit Standardiser(const Eigen::Ref<const Eigen::MatrixXd>& x);

    /// `x`: m × p. Throws std::invalid_argument for another number of columns.
    Eigen::MatrixXd apply(const Eigen::Ref<const Eigen::MatrixXd>& x) const;

    const Eigen::RowVectorXd& means() const { return means_; }
    const Eigen::RowVectorXd& deviations() const { return deviations_; } ///< 0 for a constant column

private:
    Eigen::RowVectorXd means_;
    Eigen::RowVectorXd deviations_;
    Eigen::RowVectorXd factors_; // 1 / deviation, or 0
};

} // namespace tangent::classify
