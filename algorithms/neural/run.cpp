// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/neural/run.h"

#include <algorithm>
#include <stdexcept>

namespace tangent::neural {

namespace {

constexpr double largestWeight = 1e8;
/// Keyframes of one run hold at most about this many numbers.
constexpr long frameNumbers = 400'000;

bool isSound(const Eigen::VectorXd& parameters)
{
    return parameters.size() == 0
        || (parameters.allFinite() && parameters.cwiseAbs().maxCoeff() <= largestWeight);
}

} // namespace

Run::Run(const Architecture& shape, const TrainingData& data, const TrainingOptions& options, Snapshot start)
    : data_(data)
    , trainer_(shape, data.training, options)
    , first_(start.epoch)
    , head_(std::move(start))
    , mostFrames_(size_t(std::clamp(frameNumbers / (3L * shape.parameters()), 8L, 256L)))
{
    if (head_.parameters.size() != shape.parameters())
        throw std::invalid_argument("Run: the snapshot must have as many parameters as the network");
    frames_.push_back(head_);
    record({});
}

void Run::record(std::optional<double> loss)
{
    const Score validated = trainer_.pass().score(head_.parameters, data_.validation);
    validationLoss_.push_back(validated.loss);
    validationRight_.push_back(validated.right);
    trainingLoss_.push_back(loss ? *loss : trainer_.pass().score(head_.parameters, data_.training).loss);
}

void Run::keepFrame()
{
    if ((head_.epoch - first_) % spacing_ != 0)
        return;
    frames_.push_back(head_);
    if (frames_.size() <= mostFrames_)
        return;
    std::vector<Snapshot> kept;
    for (size_t i = 0; i < frames_.size(); i += 2)
        kept.push_back(std::move(frames_[i]));
    frames_ = std::move(kept);
    spacing_ *= 2;
}

bool Run::reach(int epoch, const std::function<bool()>& cancelled)
{
    if (divergedAt_ || head_.epoch >= epoch)
        return true;
    // The loss of an epoch often comes with the passes of the next one, so that it is put down one epoch
    // late.
    bool isRecorded = true;
    bool stopped = false;
    while (head_.epoch < epoch && !stopped) {
        Snapshot next = head_;
        const std::optional<double> loss = trainer_.train(&next);
        if (!isRecorded)
            record(loss);
        isRecorded = true;
        if (!isSound(next.parameters)) {
            divergedAt_ = next.epoch;
            break;
        }
        std::swap(head_, next);
        isRecorded = false;
        keepFrame();
        stopped = cancelled && cancelled();
    }
    if (!isRecorded)
        record({});
    return head_.epoch >= epoch || divergedAt_.has_value();
}

Snapshot Run::at(int epoch)
{
    const int wanted = std::clamp(epoch, first_, head_.epoch);
    if (wanted == head_.epoch)
        return head_;
    Snapshot snapshot = frames_[size_t((wanted - first_) / spacing_)];
    while (snapshot.epoch < wanted)
        trainer_.train(&snapshot);
    return snapshot;
}

} // namespace tangent::neural
