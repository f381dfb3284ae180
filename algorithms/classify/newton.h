// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/classify/logistic_loss.h"
#include "algorithms/classify/logistic_regression.h"

namespace tangent::classify {

/// Newton's method on a logistic objective from `point`, which becomes the least point reached.
LogisticReport minimise(LogisticLoss& loss, Eigen::VectorXd& point, double tolerance, int maxIterations,
    const Cancelled& cancelled);

} // namespace tangent::classify
