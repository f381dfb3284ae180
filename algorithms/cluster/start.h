// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/cluster/rows.h"

#include <cstdint>
#include <string_view>

namespace tangent::cluster {

/// How the first centres are chosen.
///   KMeansPlusPlus  a row at random, then rows drawn with a chance proportional to the squared distance to
///                   the nearest centre so far: the plain form, one candidate a draw
///                   (Arthur, Vassilvitskii, SODA 2007, p. 1027)
///   RandomRows      different rows, all equally likely
///   FirstRows       the first rows of the table
///   ByHand          positions given by the caller
enum class StartRule { KMeansPlusPlus, RandomRows, FirstRows, ByHand };

/// The lower-case token of a rule, for example "k-means++".
TANGENT_API std::string_view name(StartRule rule);

/// Chooses k centres (k x d) by a rule that is not ByHand; 1 <= clusters <= rows, otherwise
/// std::invalid_argument. When all rows already lie on a centre, k-means++ draws any row.
TANGENT_API Eigen::MatrixXd startCentres(const Rows& rows, StartRule rule, int clusters, std::uint64_t seed);

/// The seed of a restart, counted from 0: the first has the seed itself, so that one run is the
/// first of many.
TANGENT_API std::uint64_t restartSeed(std::uint64_t seed, int restart);

} // namespace tangent::cluster
