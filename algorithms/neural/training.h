// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/neural/pass.h"

#include <optional>
#include <string_view>

namespace tangent::neural {

enum class Optimiser {
    Plain,    ///< w ← w − ηg
    Momentum, ///< v ← 0.9 v + g, w ← w − ηv
    Adam,     ///< Kingma, Ba 2015, algorithm 1, with β 0.9 and 0.999, ε 1e-8
};

/// The token of links: "plain".
TANGENT_API std::string_view name(Optimiser optimiser);

struct TrainingOptions {
    Optimiser optimiser = Optimiser::Plain;
    double learningRate = 0.1; ///< η, above 0, at most 100
    int batchSize = 0;         ///< rows of an update, at least 0; 0: all
    double l1 = 0;             ///< 0…10: adds l1 · Σ|w| to the objective, biases apart
    double l2 = 0;             ///< 0…10: adds ½ l2 · Σw², biases apart
    double dropout = 0;        ///< 0…0.95: the chance of a hidden unit to be left out
    std::uint64_t seed = 1;    ///< decides the batches and who is left out

    /// Throws std::invalid_argument naming field and bound.
    TANGENT_API void check() const;
};

/// Training stopped in the middle of a run: all that the rest of it depends on.
struct Snapshot {
    int epoch = 0;
    Eigen::VectorXd parameters;
    Eigen::VectorXd velocity; ///< momentum: v; Adam: the first moment
    Eigen::VectorXd square;   ///< Adam: the second moment
    long updates = 0;

    static Snapshot of(const Network& network)
    {
        const Eigen::VectorXd none = Eigen::VectorXd::Zero(network.parameters.size());
        return {0, network.parameters, none, none, 0};
    }
};

/// A weight that a hand has set. Layers and units from 1; input 0 is the bias.
struct Edit {
    int epoch = 0;
    int layer = 1;
    int unit = 1;
    int input = 0;
    double value = 0;
};

/// The snapshot with the edits of its epoch on it, the later of two on one weight; others are passed over, as
/// are weights that the network does not have.
TANGENT_API Snapshot edited(
    const Snapshot& snapshot, const Architecture& shape, const std::vector<Edit>& edits);

/// Trains a network, one epoch at a time: every training row is used once.
class TANGENT_API Trainer {
public:
    /// `training` must outlive the trainer.
    Trainer(const Architecture& shape, const Samples& training, const TrainingOptions& options);

    /// One epoch. The mean loss before it, where the passes made give it: on all rows at once, no dropout.
    std::optional<double> train(Snapshot* snapshot);

    /// The derivative of the objective (loss and penalties) over all training rows.
    Eigen::VectorXd objectiveGradient(const Eigen::VectorXd& parameters, const DropoutMask* mask);
    double penalty(const Eigen::VectorXd& parameters) const;

    Pass& pass() { return pass_; }

private:
    void addPenalty(const Eigen::VectorXd& parameters);
    void update(Snapshot* snapshot);

    Architecture shape_;
    const Samples& training_;
    TrainingOptions options_;
    Pass pass_;
    Eigen::VectorXd penalised_; ///< 1 for a weight, 0 for a bias
    Eigen::VectorXd gradient_;
    std::vector<int> order_;
    Samples batch_;
};

} // namespace tangent::neural
