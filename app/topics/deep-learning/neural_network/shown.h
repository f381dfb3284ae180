// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/progress.h"
#include "app/topics/deep-learning/neural_network/sample.h"
#include "widgets/scene/scene.h"

#include <functional>
#include <mutex>

namespace tangent::network {

/// The training between two edits. It is shared by all states that come to it and trained as far as any of
/// them asked; whoever uses the run holds the lock.
struct Segment {
    std::shared_ptr<const Sample> sample;
    std::mutex mutex;
    neural::Run run;

    Segment(std::shared_ptr<const Sample> rows, const neural::Architecture& shape,
        const neural::TrainingOptions& options, neural::Snapshot start)
        : sample(std::move(rows))
        , run(shape, sample->data, options, std::move(start))
    {
    }
};

/// A hand's edit, and where it stands in the state.
struct HandEdit {
    int row = 0;
    neural::Edit edit;
};

/// Mean losses after each epoch; an edited epoch stands there twice, before and after the hand.
struct Losses {
    std::vector<double> epoch;
    std::vector<double> training;
    std::vector<double> validation;
    std::vector<int> edited; ///< epochs of edits up to the shown one
};

/// Everything a scene shows.
struct Shown {
    const Settled& state;
    std::shared_ptr<const Sample> sample;
    std::shared_ptr<const Raster> raster;
    neural::Architecture shape;
    std::vector<HandEdit> edits; ///< of weights that the network has, by epoch
    int ignoredEdits = 0;
    QString unusableHidden; ///< a piece of `hidden` that is no number of units
    int wanted = 0;         ///< the epoch asked for
    int epoch = 0;          ///< the epoch shown: less while training goes on, or where it diverged
    std::optional<int> divergedAt;
    neural::Network network;
    Eigen::VectorXd gradient; ///< of the mean loss over the training rows, by each parameter
    Losses losses;
    int validationRight = 0;
    Eigen::MatrixXd answers; ///< of every unit to the points of the raster

    bool isClassification() const { return shape.problem == neural::Problem::Classification; }
    bool hasValidation() const { return sample->data.validation.count() > 0; }
    double trainingLoss() const { return losses.training.back(); }
    double validationLoss() const { return losses.validation.back(); }
    double accuracy() const;
    /// Number of a unit among all units, from 0: the column of `answers`.
    int unitNumber(int layer, int unit) const;
    /// "x", "unit 2", "layer 2, unit 1", "output"
    QString unitName(int layer, int unit) const;
    /// The symbol of what feeds a unit: of an input, or of a unit of the layer before.
    QString feedName(int layer, int input) const;
};

/// Trains as far as the state asks. `announce` is called now and then with what there is; when the work is
/// cancelled the result shows the epoch that was reached.
Shown shownOf(const Settled& state, Stages& stages, const Progress& progress,
    const std::function<void(const Shown&)>& announce);

Figure diagramFigure(const Shown& shown);
Figure fieldFigure(const Shown& shown);
Figure lossFigure(const Shown& shown);
std::vector<Handle> handles(const Shown& shown);
std::vector<Readout> readouts(const Shown& shown);
QString narration(const Shown& shown);
std::vector<Diagnostic> diagnostics(const Shown& shown);
std::vector<DataTable> tables(const Shown& shown);

/// The part of the training rows' loss that every target would cost without learning anything: that of the
/// mean. Axes and sentences measure by it.
double lossOfTheMean(const Shown& shown);

/// Between which values the answers of a unit are drawn.
struct Span {
    double low;
    double high;
};
Span spanOf(const Shown& shown, int layer, int unit);

} // namespace tangent::network
