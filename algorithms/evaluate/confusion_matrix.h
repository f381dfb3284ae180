// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

#include <cstdint>

namespace tangent::evaluate {

/// Whole numbers of rows: actual class by row, predicted class by column.
using CountMatrix = Eigen::Matrix<std::int64_t, Eigen::Dynamic, Eigen::Dynamic>;

/// Counts rows by actual and predicted class. `actual`, `predicted`: n codes each, 0…classes - 1; classes
/// in 1…1000. Throws std::invalid_argument otherwise.
TANGENT_API CountMatrix confusionMatrix(const Eigen::Ref<const Eigen::VectorXi>& actual,
    const Eigen::Ref<const Eigen::VectorXi>& predicted, int classes);

enum class Normalise { Counts, ByRow, ByColumn };

/// The matrix as it is, or as shares of its rows (the diagonal becomes recall) or of its columns
/// (precision). A row or column without rows becomes NaN.
TANGENT_API Eigen::MatrixXd normalised(const CountMatrix& counts, Normalise how);

} // namespace tangent::evaluate
