// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/classify/classifier.h"
#include "algorithms/classify/neighbour_scan.h"
#include "algorithms/classify/neighbour_search.h"

#include <variant>

namespace tangent::classify {

/// k nearest neighbours by Euclidean distance, each with one vote; of rows at equal distance the lower row
/// number is nearer. The probability of a class is its share of the votes.
/// Source: Cover, Hart: Nearest neighbor pattern classification, IEEE Transactions on Information Theory
/// 13 (1967) 21-27.
class TANGENT_API NearestNeighbours : public Classifier {
public:
    /// `neighbours` at least 1; with fewer training rows all of them vote. Input as checkTrainingRows().
    NearestNeighbours(const Eigen::Ref<const Eigen::MatrixXd>& x, const Eigen::Ref<const Eigen::VectorXi>& y,
        int classes, int neighbours = 5);

    Eigen::MatrixXd probabilities(const Eigen::Ref<const Eigen::MatrixXd>& x) const override;

private:
    std::variant<NeighbourSearch, NeighbourScan> search_; // for few columns, for many
    Eigen::Index columns_;
    Eigen::VectorXi y_;
    int classes_;
    int neighbours_;
};

/// Every row scored by its neighbours among all other rows (n >= 2). With `standardise` the distance of a
/// row is measured after scaling by the standard deviations (with n) of the other n - 1 rows; a column
/// that is constant in them does not count. Returns n × classes, or no row if cancelled.
TANGENT_API Eigen::MatrixXd leaveOneOutVotes(const Eigen::Ref<const Eigen::MatrixXd>& x,
    const Eigen::Ref<const Eigen::VectorXi>& y, int classes, int neighbours, bool standardise,
    const Cancelled& cancelled = {});

} // namespace tangent::classify
