// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/deep-learning/neural_network/declarations.h"
#include "app/topics/deep-learning/neural_network/shown.h"
#include "app/topics/deep-learning/neural_network/words.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tangent::network {

namespace {

/// Work, in multiplications or so, after which a waiting person is shown what there is.
constexpr double announcedWork = 3e7;
/// What beginning a batch costs beside its rows.
constexpr double batchRows = 6;

using SegmentPointer = std::shared_ptr<Segment>;

neural::TrainingOptions optionsOf(const Settled& state)
{
    neural::TrainingOptions options;
    options.optimiser = optimiserOf(state.choice("optimiser"));
    options.learningRate = state.real("learning-rate");
    options.batchSize = state.integer("batch-size");
    options.l1 = state.real("l1");
    options.l2 = state.real("l2");
    options.dropout = state.real("dropout");
    options.seed = std::uint64_t(state.integer("seed"));
    return options;
}

neural::Architecture shapeOf(const Settled& state, QString* unusable)
{
    neural::Architecture shape;
    shape.inputs = int(list(state.values.value(QStringLiteral("inputs"))).size());
    shape.hidden = hiddenLayers(text(state.values.value(QStringLiteral("hidden"))), unusable);
    shape.activation = activationOf(state.choice("activation"));
    shape.problem = state.choice("problem") == QLatin1String("regression") ? neural::Problem::Regression
                                                                           : neural::Problem::Classification;
    return shape;
}

void readEdits(const Settled& state, Shown* shown)
{
    const Rows& rows = state.rowsOf("edits");
    for (int row = 0; row < int(rows.size()); ++row) {
        const Row& cells = rows[size_t(row)];
        const auto whole = [&](size_t column) { return int(std::lround(cellNumber(cells[column]))); };
        const HandEdit edit{row, {whole(0), whole(1), whole(2), whole(3), cellNumber(cells[4])}};
        if (shown->shape.has(edit.edit.layer, edit.edit.unit, edit.edit.input))
            shown->edits.push_back(edit);
        else
            ++shown->ignoredEdits;
    }
    std::stable_sort(shown->edits.begin(), shown->edits.end(),
        [](const HandEdit& a, const HandEdit& b) { return a.edit.epoch < b.edit.epoch; });
}

/// Walks from edit to edit up to the epoch asked for.
class Walk {
public:
    Walk(Shown* shown, Stages& stages, const Progress& progress,
        const std::function<void(const Shown&)>& announce)
        : shown_(shown)
        , stages_(stages)
        , progress_(progress)
        , announce_(announce)
        , options_(optionsOf(shown->state))
    {
        const Settled& state = shown->state;
        inputs_ = sampleInputs(state);
        for (const char* key : {"hidden", "activation", "optimiser", "learning-rate", "batch-size", "l1",
                 "l2", "dropout", "initial"})
            inputs_.push_back(state.values.value(QLatin1String(key)));
        const double rows = shown->sample->data.training.count();
        const double batches = options_.batchSize > 0 ? std::ceil(rows / options_.batchSize) : 1;
        const double perRow = shown->shape.parameters() + 10.0 * (shown->shape.hiddenUnits() + 1);
        chunk_ = int(std::clamp(announcedWork / ((rows + batchRows * batches) * perRow), 1.0, 1e6));
    }

    void go()
    {
        segment_ = firstSegment();
        size_t next = 0;
        const std::vector<HandEdit>& edits = shown_->edits;
        while (next < edits.size() && edits[next].edit.epoch <= shown_->wanted) {
            const int epoch = edits[next].edit.epoch;
            if (!reach(epoch) || segment_->run.divergedAt())
                break;
            std::vector<neural::Edit> here;
            for (; next < edits.size() && edits[next].edit.epoch == epoch; ++next)
                here.push_back(edits[next].edit);
            copyLosses(epoch);
            shown_->losses.edited.push_back(epoch);
            segment_ = editedSegment(here);
        }
        reach(shown_->wanted);
        finish();
    }

private:
    SegmentPointer segment(const Rows& edits, const std::function<neural::Snapshot()>& start)
    {
        std::vector<Value> inputs = inputs_;
        inputs.emplace_back(edits);
        const size_t bytes = size_t(std::min(400'000, 768 * shown_->shape.parameters())) * sizeof(double);
        return *stages_.get<SegmentPointer>(
            QStringLiteral("run"), inputs, shown_->state.table,
            [&] { return std::make_shared<Segment>(shown_->sample, shown_->shape, options_, start()); },
            bytes + size_t(lastEpoch) * 24);
    }

    SegmentPointer firstSegment()
    {
        return segment({}, [&] {
            const bool isReference = shown_->state.choice("initial") == QLatin1String("reference");
            return neural::Snapshot::of(isReference ? neural::referenceNetwork(shown_->shape)
                                                    : neural::randomNetwork(shown_->shape, options_.seed));
        });
    }

    SegmentPointer editedSegment(const std::vector<neural::Edit>& edits)
    {
        for (const neural::Edit& edit : edits)
            applied_.push_back(
                {double(edit.epoch), double(edit.layer), double(edit.unit), double(edit.input), edit.value});
        return segment(applied_, [&] {
            const std::lock_guard lock(segment_->mutex);
            return neural::edited(segment_->run.at(edits.front().epoch), shown_->shape, edits);
        });
    }

    /// False when the work was cancelled on the way.
    bool reach(int epoch)
    {
        for (;;) {
            int reached = 0;
            {
                const std::lock_guard lock(segment_->mutex);
                neural::Run& run = segment_->run;
                run.reach(std::min(epoch, run.reached() + chunk_), [&] { return progress_.cancelled(); });
                reached = run.reached();
                if (reached >= epoch || run.divergedAt())
                    return true;
            }
            if (progress_.cancelled())
                return false;
            progress_.report(double(reached) / std::max(shown_->wanted, 1));
            if (progress_.wantsPartial()) {
                Shown early = *shown_;
                Shown* const whole = std::exchange(shown_, &early);
                finish();
                shown_ = whole;
                announce_(early);
            }
        }
    }

    /// Losses of the segment's epochs up to this one.
    void copyLosses(int last)
    {
        const std::lock_guard lock(segment_->mutex);
        const neural::Run& run = segment_->run;
        const size_t count = size_t(std::min(last, run.reached()) - run.firstEpoch() + 1);
        Losses& losses = shown_->losses;
        for (size_t i = 0; i < count; ++i)
            losses.epoch.push_back(run.firstEpoch() + double(i));
        const auto copy = [&](const std::vector<double>& from, std::vector<double>* to) {
            to->insert(to->end(), from.begin(), from.begin() + long(count));
        };
        copy(run.trainingLoss(), &losses.training);
        copy(run.validationLoss(), &losses.validation);
        shown_->validationRight = run.validationRight()[count - 1];
    }

    void finish()
    {
        copyLosses(shown_->wanted);
        const std::lock_guard lock(segment_->mutex);
        neural::Run& run = segment_->run;
        const neural::Snapshot snapshot = run.at(shown_->wanted);
        shown_->epoch = snapshot.epoch;
        if (run.divergedAt() && *run.divergedAt() <= shown_->wanted)
            shown_->divergedAt = run.divergedAt();
        shown_->network = {shown_->shape, snapshot.parameters};
        neural::Pass pass(shown_->shape);
        pass.gradient(snapshot.parameters, shown_->sample->data.training, nullptr, &shown_->gradient);
        shown_->answers = pass.answers(snapshot.parameters, shown_->raster->points);
    }

    Shown* shown_;
    Stages& stages_;
    const Progress& progress_;
    const std::function<void(const Shown&)>& announce_;
    neural::TrainingOptions options_;
    std::vector<Value> inputs_;
    Rows applied_;
    SegmentPointer segment_;
    int chunk_ = 1;
};

} // namespace

double Shown::accuracy() const
{
    return double(validationRight) / std::max(sample->data.validation.count(), 1);
}

int Shown::unitNumber(int layer, int unit) const
{
    int number = unit - 1;
    for (int l = 1; l < layer; ++l)
        number += shape.units(l);
    return number;
}

QString Shown::unitName(int layer, int unit) const
{
    if (layer == shape.layers())
        return tr("output");
    if (shape.layers() == 2)
        return tr("unit %1").arg(unit);
    return tr("unit %1 of layer %2").arg(unit).arg(layer);
}

QString Shown::feedName(int layer, int input) const
{
    if (layer > 1)
        return unitName(layer - 1, input);
    for (const InputKind& kind : inputKinds()) {
        if (kind.token == sample->inputs.value(input - 1))
            return kind.symbol;
    }
    return {};
}

Shown shownOf(const Settled& state, Stages& stages, const Progress& progress,
    const std::function<void(const Shown&)>& announce)
{
    Shown shown{state, sampleOf(state, stages), {}, {}, {}, 0, {}, 0, 0, {}, {}, {}, {}, 0, {}};
    shown.raster = rasterOf(state, *shown.sample, stages);
    shown.shape = shapeOf(state, &shown.unusableHidden);
    readEdits(state, &shown);
    const double step = state.real("step");
    shown.wanted = step == endStep ? lastEpoch : int(step);
    Walk(&shown, stages, progress, announce).go();
    return shown;
}

double lossOfTheMean(const Shown& shown)
{
    const Eigen::VectorXd targets = shown.sample->targets(shown.sample->training);
    if (targets.size() == 0)
        return 1;
    const double mean = targets.mean();
    if (!shown.isClassification())
        return (targets.array() - mean).square().mean();
    const auto term = [](double share) { return share > 0 ? -share * std::log(share) : 0; };
    return term(mean) + term(1 - mean);
}

Span spanOf(const Shown& shown, int layer, int unit)
{
    using neural::Activation;
    const bool isOutput = layer == shown.shape.layers();
    if (isOutput && shown.isClassification())
        return {0, 1};
    if (isOutput) {
        const double reach = std::max(shown.sample->targets.cwiseAbs().maxCoeff(), 1e-9);
        return {-reach, reach};
    }
    switch (shown.shape.activation) {
    case Activation::Step:
    case Activation::Sigmoid:
        return {0, 1};
    case Activation::Tanh:
        return {-1, 1};
    default:
        break;
    }
    // Without bounds of its own a unit is drawn by its largest answer, zero in the middle.
    const double reach =
        std::max(shown.answers.col(shown.unitNumber(layer, unit)).cwiseAbs().maxCoeff(), 1e-9);
    return {-reach, reach};
}

} // namespace tangent::network
