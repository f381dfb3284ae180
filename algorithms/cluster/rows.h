// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

namespace tangent::cluster {

/// A table of n rows and d columns in the order that distances are computed in: blocks of eight rows,
/// and inside a block column after column, so that one vector instruction serves neighbouring rows. Make it
/// once for a table and hand it to every function of this folder; it holds a copy, n d doubles.
class TANGENT_API Rows {
public:
    static constexpr int blockRows = 8;

    Rows() = default;

    /// The table is n x d with n >= 0 and d >= 1; every value must be finite, else std::invalid_argument.
    explicit Rows(const Eigen::Ref<const Eigen::MatrixXd>& table);

    Eigen::Index count() const { return count_; }
    Eigen::Index columns() const { return columns_; }

    /// Value of one row in one column.
    double operator()(Eigen::Index row, Eigen::Index column) const
    {
        return values_[(row / blockRows * columns_ + column) * blockRows + row % blockRows];
    }

    /// One row as a column vector of length d.
    Eigen::VectorXd row(Eigen::Index row) const;

    /// Blocks that cover all rows; the places after the last row hold 0.
    Eigen::Index blocks() const { return (count_ + blockRows - 1) / blockRows; }

    /// The 8 d values of a block: those of its first column, then of its second, and so on.
    const double* block(Eigen::Index block) const { return values_.data() + block * columns_ * blockRows; }

private:
    Eigen::VectorXd values_;
    Eigen::Index count_ = 0;
    Eigen::Index columns_ = 0;
};

/// How many different rows there are, counted up to `atMost` and no further.
TANGENT_API Eigen::Index distinctRows(const Rows& rows, Eigen::Index atMost);

} // namespace tangent::cluster
