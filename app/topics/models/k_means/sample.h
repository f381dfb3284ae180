// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/cluster/rows.h"
#include "app/lab/numeric_matrix.h"
#include "app/lab/stages.h"
#include "app/lab/state.h"
#include "widgets/scene/figure.h"

#include <array>
#include <optional>

namespace tangent::kmeans {

/// The rows that are clustered, in the units of the table and in the space that distances are measured in:
/// the same numbers, or standardised ones.
struct Sample {
    QStringList features;
    NumericMatrix matrix;    ///< data units
    Eigen::RowVectorXd mean; ///< used = (data − mean) ÷ scale; 0 and 1 unless standardised
    Eigen::RowVectorXd scale;
    Eigen::RowVectorXd spread; ///< standard deviation of each feature, data units
    Eigen::MatrixXd used;      ///< n × d
    cluster::Rows rows;        ///< the same, in the order of the algorithms
    Eigen::Index distinct = 0; ///< different rows, counted up to 10
    bool standardised = false;
    ClassLabels labels;        ///< of the rows in `labelled`
    std::vector<int> labelled; ///< indices of rows that have a label; empty without a label column

    int count() const { return int(used.rows()); }
    int dimension() const { return int(used.cols()); }
    Eigen::VectorXd toUsed(const Eigen::VectorXd& data) const;
    Eigen::VectorXd toData(const Eigen::VectorXd& used) const;
};

std::shared_ptr<const Sample> sampleOf(const Settled& state, Stages& stages);

/// The names on offer for the two axes.
inline const QString firstComponent = QStringLiteral("pc1");
inline const QString secondComponent = QStringLiteral("pc2");

/// The plane in which rows and centres are shown: two features or two principal components.
struct Plane {
    std::array<int, 2> feature{-1, -1}; ///< index of the feature on each axis; −1: a component or nothing
    Eigen::MatrixXd directions;         ///< d × 2, in the space used
    Eigen::VectorXd origin;             ///< d
    bool single = false;                ///< one feature: rows are spread over the height to be seen apart
    bool wholeSpace = false;            ///< nothing is lost by looking: borders in the plane are true borders
    bool trueToScale = false;           ///< one unit is as long on both axes
    std::vector<double> x;
    std::vector<double> y;
    Axis xAxis;
    Axis yAxis;

    QPointF place(const Eigen::VectorXd& used) const;
};

std::shared_ptr<const Plane> planeOf(
    const Settled& state, const std::shared_ptr<const Sample>& sample, Stages& stages);

/// What every step depends on: the columns and the scaling.
std::vector<Value> sampleInputs(const Settled& state);

} // namespace tangent::kmeans
