// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/neural/run.h"
#include "app/lab/numeric_matrix.h"
#include "app/lab/stages.h"
#include "app/lab/state.h"
#include "widgets/scene/layer.h"

#include <QRectF>

namespace tangent::network {

/// The seven things that a network can be fed with, by token.
struct InputKind {
    QString token;
    QString symbol;
};
const std::vector<InputKind>& inputKinds();

/// Generators whose numbers are near zero as they are.
bool isMadeForThis(const QString& tableName);

/// The rows as the network sees them.
struct Sample {
    QStringList features; ///< two columns
    QString label;
    NumericMatrix matrix;                                 ///< data units; n × 2
    Eigen::RowVector2d mean = Eigen::RowVector2d::Zero(); ///< used = (data − mean) ÷ scale
    Eigen::RowVector2d scale = Eigen::RowVector2d::Ones();
    QStringList inputs;      ///< tokens
    Eigen::VectorXd targets; ///< 0 or 1; in regression the numbers, or −1 and 1 for classes
    bool hasClasses = true;  ///< the targets come from classes, one of which is the positive one
    QString positive;        ///< the positive class, or a condition
    QString negative;        ///< the other one where there are two
    int classCount = 2;
    std::vector<int> training; ///< indices of rows
    std::vector<int> validation;
    neural::TrainingData data;
    QRectF window; ///< data units, y upwards

    int count() const { return int(targets.size()); }
    /// n × inputs, from n × 2 in data units.
    Eigen::MatrixXd fed(const Eigen::Ref<const Eigen::MatrixXd>& points) const;
};

std::shared_ptr<const Sample> sampleOf(const Settled& state, Stages& stages);

/// The values of a state that decide its sample.
std::vector<Value> sampleInputs(const Settled& state);

/// A square grid of points over the window, row by row from the bottom left, ready to be fed.
struct Raster {
    int side = 0;
    neural::Samples points;
    Eigen::VectorXd x;         ///< data units, of the columns
    Eigen::VectorXd y;         ///< of the rows
    std::vector<Field> inputs; ///< small pictures of all inputKinds()
};

/// How many cells of the raster make one of a small picture, along each side.
inline constexpr int pictureGrain = 3;

/// A small picture in the colours of −1 to 1, or of `low` to `high`. `values` are those of the raster.
Field smallPicture(const Eigen::Ref<const Eigen::VectorXd>& values, int side, double low, double high);

std::shared_ptr<const Raster> rasterOf(const Settled& state, const Sample& sample, Stages& stages);

} // namespace tangent::network
