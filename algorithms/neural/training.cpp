// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/neural/training.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string>

namespace tangent::neural {

namespace {

constexpr double momentumKept = 0.9;
constexpr double firstKept = 0.9;
constexpr double secondKept = 0.999;
constexpr double epsilon = 1e-8;

void demand(double value, double low, double high, const char* field)
{
    if (!(value >= low && value <= high))
        throw std::invalid_argument(std::string("TrainingOptions::") + field + " must lie between "
            + std::to_string(low) + " and " + std::to_string(high));
}

/// Chance of its own for each epoch, so that an epoch is the same however it is reached.
Random chanceOf(std::uint64_t seed, int epoch)
{
    return Random(Random(seed).next() + std::uint64_t(epoch) * 0xD1342543DE82EF95ULL);
}

} // namespace

std::string_view name(Optimiser optimiser)
{
    return optimiser == Optimiser::Adam ? "adam" : optimiser == Optimiser::Momentum ? "momentum" : "plain";
}

void TrainingOptions::check() const
{
    demand(learningRate, 1e-9, 100, "learningRate");
    demand(batchSize, 0, 1e9, "batchSize");
    demand(l1, 0, 10, "l1");
    demand(l2, 0, 10, "l2");
    demand(dropout, 0, 0.95, "dropout");
}

Snapshot edited(const Snapshot& snapshot, const Architecture& shape, const std::vector<Edit>& edits)
{
    Snapshot made = snapshot;
    for (const Edit& edit : edits) {
        if (edit.epoch == snapshot.epoch && shape.has(edit.layer, edit.unit, edit.input))
            made.parameters(shape.index(edit.layer, edit.unit, edit.input)) = edit.value;
    }
    return made;
}

Trainer::Trainer(const Architecture& shape, const Samples& training, const TrainingOptions& options)
    : shape_(shape)
    , training_(training)
    , options_(options)
    , pass_(shape)
    , penalised_(Eigen::VectorXd::Ones(shape.parameters()))
    , order_(size_t(training.count()))
{
    options.check();
    if (training.inputs() != shape.inputs)
        throw std::invalid_argument("Trainer: the rows must have as many inputs as the network");
    for (int layer = 1; layer <= shape.layers(); ++layer) {
        for (int unit = 1; unit <= shape.units(layer); ++unit)
            penalised_(shape.index(layer, unit, 0)) = 0;
    }
}

double Trainer::penalty(const Eigen::VectorXd& parameters) const
{
    const auto weights = parameters.array() * penalised_.array();
    return options_.l1 * weights.abs().sum() + options_.l2 / 2 * weights.square().sum();
}

Eigen::VectorXd Trainer::objectiveGradient(const Eigen::VectorXd& parameters, const DropoutMask* mask)
{
    pass_.gradient(parameters, training_, mask, &gradient_);
    addPenalty(parameters);
    return gradient_;
}

void Trainer::addPenalty(const Eigen::VectorXd& parameters)
{
    if (options_.l1 > 0)
        gradient_.array() += options_.l1 * parameters.array().sign() * penalised_.array();
    if (options_.l2 > 0)
        gradient_.array() += options_.l2 * parameters.array() * penalised_.array();
}

void Trainer::update(Snapshot* snapshot)
{
    addPenalty(snapshot->parameters);
    ++snapshot->updates;
    const double rate = options_.learningRate;
    switch (options_.optimiser) {
    case Optimiser::Plain:
        snapshot->parameters -= rate * gradient_;
        return;
    case Optimiser::Momentum:
        snapshot->velocity = momentumKept * snapshot->velocity + gradient_;
        snapshot->parameters -= rate * snapshot->velocity;
        return;
    case Optimiser::Adam:
        snapshot->velocity = firstKept * snapshot->velocity + (1 - firstKept) * gradient_;
        snapshot->square =
            secondKept * snapshot->square.array() + (1 - secondKept) * gradient_.array().square();
        const double first = 1 - std::pow(firstKept, double(snapshot->updates));
        const double second = 1 - std::pow(secondKept, double(snapshot->updates));
        snapshot->parameters.array() -= rate * (snapshot->velocity.array() / first)
            / ((snapshot->square.array() / second).sqrt() + epsilon);
        return;
    }
}

std::optional<double> Trainer::train(Snapshot* snapshot)
{
    Random chance = chanceOf(options_.seed, snapshot->epoch);
    const int rows = training_.count();
    const bool dropsOut = options_.dropout > 0 && shape_.hiddenUnits() > 0;
    const auto learnFrom = [&](const Samples& samples) {
        DropoutMask mask;
        if (dropsOut)
            mask = DropoutMask::draw(shape_, samples, options_.dropout, chance);
        const double loss =
            pass_.gradient(snapshot->parameters, samples, dropsOut ? &mask : nullptr, &gradient_);
        update(snapshot);
        return loss;
    };
    ++snapshot->epoch;
    const int size = options_.batchSize;
    if (size == 0 || size >= rows) {
        const double loss = learnFrom(training_);
        return dropsOut ? std::nullopt : std::optional(loss);
    }
    std::iota(order_.begin(), order_.end(), 0);
    chance.shuffle(order_);
    for (int first = 0; first < rows; first += size) {
        batch_.take(training_, order_.data() + first, std::min(size, rows - first));
        learnFrom(batch_);
    }
    return std::nullopt;
}

} // namespace tangent::neural
