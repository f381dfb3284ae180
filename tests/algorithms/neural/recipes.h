// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/neural/run.h"
#include "algorithms/random/random.h"

#include <QTest>

#include <cmath>
#include <numbers>

namespace tangent::tests::neural {

using namespace tangent::neural;

/// Labelled points in the plane.
struct LabelledPoints {
    Eigen::MatrixXd points;
    Eigen::VectorXd labels;

    LabelledPoints inputsOnly(const Eigen::MatrixXd& inputs) const { return {inputs, labels}; }
    /// Every third row is kept for validation.
    TrainingData divided() const
    {
        std::vector<int> training;
        std::vector<int> validation;
        for (int i = 0; i < int(labels.size()); ++i)
            (i % 3 == 0 ? validation : training).push_back(i);
        return {Samples(points(training, Eigen::all), labels(training)),
            Samples(points(validation, Eigen::all), labels(validation))};
    }
    TrainingData whole() const
    {
        return {Samples(points, labels), Samples(points.topRows(0), labels.head(0))};
    }
};

/// The ring of the project's comparisons: even in [−1, 1)², class 1 inside x² + y² < ½, one in 16 flipped.
inline LabelledPoints ring()
{
    Random places(113);
    Random flips(114);
    const auto coarse = [](Random& random) { return double(random.next() >> 38) * 0x1p-26; };
    LabelledPoints cloud{Eigen::MatrixXd(500, 2), Eigen::VectorXd(500)};
    for (int i = 0; i < 500; ++i) {
        const double x = 2 * coarse(places) - 1;
        const double y = 2 * coarse(places) - 1;
        const bool flipped = coarse(flips) < 0.0625;
        cloud.points.row(i) << x, y;
        cloud.labels(i) = (x * x + y * y < 0.5) != flipped ? 1 : 0;
    }
    return cloud;
}

/// Points off both axes, class 1 where the signs agree.
inline LabelledPoints exclusiveOr(std::uint64_t seed, int rows = 300)
{
    Random random(seed);
    LabelledPoints cloud{Eigen::MatrixXd(rows, 2), Eigen::VectorXd(rows)};
    for (int i = 0; i < rows; ++i) {
        const double sideX = random.uniform() < 0.5 ? -1 : 1;
        const double sideY = random.uniform() < 0.5 ? -1 : 1;
        const double x = sideX * (0.15 + 2.85 * random.uniform());
        const double y = sideY * (0.15 + 2.85 * random.uniform());
        cloud.points.row(i) << x, y;
        cloud.labels(i) = sideX == sideY ? 1 : 0;
    }
    return cloud;
}

/// Two spiral arms with noise.
inline LabelledPoints spirals(std::uint64_t seed, double noise, int rows = 300)
{
    Random random(seed);
    LabelledPoints cloud{Eigen::MatrixXd(rows, 2), Eigen::VectorXd(rows)};
    for (int i = 0; i < rows; ++i) {
        const double along = double(i / 2) / (rows / 2 - 1);
        const double turn = std::numbers::pi * (3.5 * along + i % 2);
        const double x = 3 * along * std::sin(turn) + noise * random.normal();
        const double y = 3 * along * std::cos(turn) + noise * random.normal();
        cloud.points.row(i) << x, y;
        cloud.labels(i) = i % 2;
    }
    return cloud;
}

inline Architecture shapeOf(std::vector<int> hidden, Activation activation = Activation::Tanh, int inputs = 2)
{
    Architecture shape;
    shape.inputs = inputs;
    shape.hidden = std::move(hidden);
    shape.activation = activation;
    return shape;
}

inline double accuracyAfter(
    int epochs, const Architecture& shape, const TrainingData& data, const TrainingOptions& options)
{
    Run run(shape, data, options, Snapshot::of(randomNetwork(shape, options.seed)));
    run.reach(epochs);
    return double(run.validationRight().back()) / data.validation.count();
}

} // namespace tangent::tests::neural

/// A number within an absolute distance, with both in the failure message.
#define VERIFY_NEAR(actual, expected, distance)                                                              \
    QVERIFY2(std::abs(double(actual) - double(expected)) <= (distance),                                      \
        qPrintable(QStringLiteral("%1 where %2 belongs")                                                     \
                       .arg(double(actual), 0, 'g', 17)                                                      \
                       .arg(double(expected), 0, 'g', 17)))
