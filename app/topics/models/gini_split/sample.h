// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/numeric_matrix.h"

#include <optional>

namespace tangent::gini {

/// The rows that have a value in every feature and in the label.
struct Sample {
    QStringList features;
    NumericMatrix matrix; ///< rows × features
    QStringList classes;  ///< those that occur, in sorted order
    Eigen::VectorXi labels;

    int rowCount() const { return int(labels.size()); }
    int classCount() const { return int(classes.size()); }
};

Sample sampleOf(const Table& table, const QStringList& features, const QString& label);

/// The lab's own first threshold: the valley lies to its right, so that there is something to find.
inline constexpr double firstThreshold = 195.5;

/// The threshold of a feature when none is given, and the step in which keys move it. In a table of more than
/// mostRowsForDefault rows no default is worked out beforehand: it would cost every new table a sort.
struct ThresholdDeclaration {
    std::optional<double> threshold;
    double step = 0.5;
    double least = 0; ///< of the values; as large as the greatest where they do not vary
    double greatest = 0;
};
inline constexpr int mostRowsForDefault = 10000;

/// `values` are the feature's in the current node; where the table `isLong`, those of some rows. `isFirst`:
/// this is the lab's first picture.
ThresholdDeclaration declareThreshold(
    const Eigen::Ref<const Eigen::VectorXd>& values, bool isFirst, bool isLong);

} // namespace tangent::gini
