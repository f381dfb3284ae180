// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/neural/activation.h"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace tangent::neural {

/// What the single output unit answers, and the loss that it is trained by.
enum class Problem {
    Classification, ///< sigmoid of the weighted sum: the chance of class 1; cross-entropy in nats
    Regression,     ///< the weighted sum itself; squared error
};

/// A dense network with one output unit.
struct Architecture {
    int inputs = 2;                           ///< 0…64
    std::vector<int> hidden{4};               ///< units of each hidden layer, 1…64; at most 8 layers
    Activation activation = Activation::Tanh; ///< of the hidden units
    Problem problem = Problem::Classification;

    /// Throws std::invalid_argument naming field and bound.
    TANGENT_API void check() const;
    int layers() const { return int(hidden.size()) + 1; }
    /// Layers are counted from 1; the last one is the output.
    int units(int layer) const { return layer == layers() ? 1 : hidden[size_t(layer - 1)]; }
    /// What feeds a unit of this layer.
    int inputsOf(int layer) const { return layer == 1 ? inputs : hidden[size_t(layer - 2)]; }
    TANGENT_API int hiddenUnits() const;
    TANGENT_API int parameters() const;
    /// Where a weight stands among the parameters. Layers and units from 1; input 0 is the bias.
    TANGENT_API int index(int layer, int unit, int input) const;
    TANGENT_API bool has(int layer, int unit, int input) const;
    bool operator==(const Architecture&) const = default;
};

/// A network: its architecture and its weights, unit by unit, each with its bias first.
struct Network {
    Architecture shape;
    Eigen::VectorXd parameters;

    double& at(int layer, int unit, int input) { return parameters(shape.index(layer, unit, input)); }
    double at(int layer, int unit, int input) const { return parameters(shape.index(layer, unit, input)); }
};

/// Weights drawn evenly from ±√(6 ÷ (inputs + units)) of their layer (Glorot, Bengio 2010, eq. 16), biases 0.
TANGENT_API Network randomNetwork(const Architecture& shape, std::uint64_t seed);

/// The start of the project's comparisons with other programs: weight from input i to unit j of layer l is
/// s (2u − 1), u the (i·units + j)-th multiple of 2^-26 of the generator seeded 140 + l, s = 1 for the first
/// layer and ½ for the others; biases 0.
TANGENT_API Network referenceNetwork(const Architecture& shape);

} // namespace tangent::neural
