// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/decompose/bounding_box.h"
#include "algorithms/decompose/pca.h"
#include "algorithms/decompose/plane_spread.h"
#include "app/lab/numeric_matrix.h"
#include "app/lab/progress.h"
#include "app/lab/stages.h"
#include "app/lab/state.h"
#include "widgets/scene/figure.h"

#include <optional>

namespace tangent::components {

/// Thrown when the work is no longer wanted, so that nothing unfinished is kept.
struct Stopped { };

/// Most components that have a readout and a column in the tables.
inline constexpr int mostComponents = 64;
/// Pixels across and down of the pictures that this lab can rebuild.
inline constexpr int pictureSide = 8;

/// True for the 64 pixels of an 8 × 8 picture, row by row from the top left.
bool arePixels(const QStringList& features);

/// The rows that are analysed, in the units of the table.
struct Sample {
    QStringList features;
    QStringList units; ///< one for each feature
    NumericMatrix matrix;
    QStringList levels;          ///< of the label that occur; empty without a label
    std::vector<quint8> classes; ///< one for each row, levels.size() where the label is missing; or empty
    double highest = 1;          ///< the largest value of all, at least 1

    int count() const { return int(matrix.values.rows()); }
    int dimension() const { return int(features.size()); }
};

std::shared_ptr<const Sample> sampleOf(const Settled& state, Stages& stages);

/// The components of a sample.
struct Fit {
    decompose::Pca pca;
    Eigen::VectorXd shares;
    Eigen::VectorXd cumulative;
    double equality = 0;      ///< how likely the first two variances are equal in truth, 0 … 1
    bool isUndecided = false; ///< two features that spread alike in every direction: PC1 could be any

    int components() const { return int(pca.components()); }
    bool hasSpread() const { return pca.totalVariance > 0; }
};

/// Throws Stopped, and std::invalid_argument for fewer than two rows or numbers too large.
std::shared_ptr<const Fit> fitOf(const Settled& state, const std::shared_ptr<const Sample>& sample,
    Stages& stages, const Progress& progress);

/// Coordinates of the rows on the first components, at most `most` of them: rows × components.
std::shared_ptr<const Eigen::MatrixXd> scoresOf(const Settled& state,
    const std::shared_ptr<const Sample>& sample, const std::shared_ptr<const Fit>& fit, int most,
    Stages& stages);

/// The plane of two features in which the hand turns a direction; in the units of the table, or standardised.
struct Plane {
    int first = 0;
    int second = 1;
    decompose::PlaneSpread spread;
    std::vector<double> x;
    std::vector<double> y;
    decompose::BoundingBox box;
    QPointF middle;         ///< of the window
    double halfSpan = 1;    ///< the window reaches at least as far on all four sides
    double halfWidth = 1;   ///< and so far across, at least halfSpan
    double halfHeight = 1;  ///< and upwards
    std::vector<int> loose; ///< indices of the rows that a hand can move

    QPointF mean() const { return {spread.meanX, spread.meanY}; }
    /// Share of the total that lies in this plane.
    double planeShare() const { return spread.kept(0) + spread.kept(90); }
    bool isUndecided() const;
};

std::shared_ptr<const Plane> planeOf(
    const Settled& state, const std::shared_ptr<const Sample>& sample, Stages& stages);

} // namespace tangent::components
