// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

namespace tangent::evaluate {

/// How far apart each column holds the classes: the F statistic of a one-way analysis of variance, the
/// variance between the class means over the variance inside the classes. Infinite for a column that is
/// constant inside every class and differs between them; 0 for a constant column, and where there are no more
/// rows than classes or fewer than two classes have rows.
/// `x`: n × p, finite. `y`: n codes in 0…classes - 1. Throws std::invalid_argument otherwise.
/// Source: Fisher, Statistical Methods for Research Workers (1925), ch. 7.
TANGENT_API Eigen::VectorXd classSeparation(
    const Eigen::Ref<const Eigen::MatrixXd>& x, const Eigen::Ref<const Eigen::VectorXi>& y, int classes);

} // namespace tangent::evaluate
