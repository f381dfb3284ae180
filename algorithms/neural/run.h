// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/neural/training.h"

#include <functional>

namespace tangent::neural {

/// The rows of a run; the validation rows are only ever predicted.
struct TrainingData {
    Samples training;
    Samples validation;
};

/// A training run that can be looked at after any epoch. It is trained as far as it was asked for, and keeps
/// keyframes: an epoch that lies behind is reached by training on from the keyframe before it, with the same
/// bits as the first time.
class TANGENT_API Run {
public:
    /// Begins at the snapshot's epoch. `data` must outlive the run. Throws std::invalid_argument for options
    /// or an architecture out of range.
    Run(const Architecture& shape, const TrainingData& data, const TrainingOptions& options, Snapshot start);

    /// Trains until `epoch` is reached; does nothing when it is behind. Asks `cancelled` after every epoch
    /// and returns false when it stopped there; what is trained stays.
    bool reach(int epoch, const std::function<bool()>& cancelled = {});

    /// The furthest epoch reached.
    int reached() const { return head_.epoch; }
    /// The epoch whose update made a weight infinite or larger than 1e8. There the run ends: the epoch before
    /// it is the last one that can be seen.
    std::optional<int> divergedAt() const { return divergedAt_; }

    /// How the network stood after an epoch that was reached; the nearest one where it was not.
    Snapshot at(int epoch);

    int firstEpoch() const { return first_; }
    /// Mean losses and right answers after the epochs firstEpoch()…reached().
    const std::vector<double>& trainingLoss() const { return trainingLoss_; }
    const std::vector<double>& validationLoss() const { return validationLoss_; }
    const std::vector<int>& validationRight() const { return validationRight_; }

private:
    void keepFrame();
    void record(std::optional<double> loss);

    const TrainingData& data_;
    Trainer trainer_;
    int first_;
    Snapshot head_;
    std::optional<int> divergedAt_;
    std::vector<Snapshot> frames_; ///< every `spacing_` epochs from the first one
    int spacing_ = 1;
    size_t mostFrames_;
    std::vector<double> trainingLoss_;
    std::vector<double> validationLoss_;
    std::vector<int> validationRight_;
};

} // namespace tangent::neural
