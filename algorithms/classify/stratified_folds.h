// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

#include <cstdint>

namespace tangent::classify {

/// The fold (0…folds - 1) of each row. The rows of each class, in the order of a shuffle by `seed`, are
/// dealt to the folds in turn, and the next class goes on where the last one ended: every fold has as many
/// rows of a class as any other, up to one, and as many rows in all, up to one.
/// `y`: codes at least 0; folds at least 1. Throws std::invalid_argument otherwise.
/// Source: Kohavi, A study of cross-validation and bootstrap for accuracy estimation and model selection,
/// IJCAI (1995) 1137-1143.
TANGENT_API Eigen::VectorXi stratifiedFolds(
    const Eigen::Ref<const Eigen::VectorXi>& y, int folds, std::uint64_t seed);

} // namespace tangent::classify
