// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data_words.h"
#include "app/lab/drawing.h"
#include "app/lab/lab.h"
#include "app/topics/deep-learning/neural_network/declarations.h"
#include "app/topics/deep-learning/neural_network/shown.h"
#include "app/topics/deep-learning/neural_network/words.h"
#include "widgets/scene/figure_parts.h"
#include "widgets/scene/number_text.h"

namespace tangent {

namespace {

using namespace network;

constexpr double epochsPerSecond = 30; ///< a run takes hundreds of epochs

Scene nothingToShow(const Settled& state)
{
    Scene scene = errorScene("field", tr("The output"),
        {QStringLiteral("features"), tr("No row has a value in every column used."),
            tr("Choose other columns.")});
    scene.narration = tr("**Nothing to learn from**: no row has a value in every column used.");
    scene.readouts =
        undefinedReadouts({"loss-training", "loss-validation", "accuracy-validation", "parameters", "epoch"},
            tr("no complete row"));
    const QStringList features = state.columns("features");
    offerSheet(state, drawingOn(state, features.front(), features.back(), features, state.column("label")),
        "field", &scene);
    scene.timeline = Timeline{0, double(lastEpoch), true, false, {}, {}, epochsPerSecond};
    scene.resolved[QStringLiteral("step")] = 0.0;
    scene.dataLine = state.table->title;
    return scene;
}

Scene sceneOf(const Shown& shown)
{
    Scene scene;
    scene.figures = {diagramFigure(shown), fieldFigure(shown), lossFigure(shown)};
    scene.handles = handles(shown);
    scene.readouts = readouts(shown);
    scene.narration = narration(shown);
    scene.diagnostics = diagnostics(shown);
    scene.tables = tables(shown);
    scene.timeline = Timeline{double(shown.epoch), double(lastEpoch), true, false, {}, {}, epochsPerSecond};
    for (const HandEdit& edit : shown.edits)
        scene.timeline->marks.push_back(edit.edit.epoch);
    scene.resolved[QStringLiteral("step")] = double(shown.epoch);
    const Sample& sample = *shown.sample;
    scene.dataLine = dataWords(*shown.state.table, sample.count(), sample.matrix.leftOut);
    if (!sample.validation.empty())
        scene.dataLine += tr(", %1 to validate").arg(shownCount(qint64(sample.validation.size())));
    return scene;
}

/// An epoch passes over every row, and hundreds of them are played.
constexpr int mostRows = 10'000;

class NeuralNetwork final : public Lab {
public:
    LabInfo info() const override
    {
        return {QStringLiteral("neural-network"), QStringLiteral("Neural network"),
            QStringLiteral("deep-learning"), {74, 75}, Speed::Frame,
            {QStringLiteral("xor"), QStringLiteral("circles"), QStringLiteral("gaussians"),
                QStringLiteral("spiral"), QStringLiteral("moons"), QStringLiteral("ring-500"), drawnTable},
            mostRows};
    }

    QString defaultData(const Values&) const override { return QStringLiteral("xor"); }

    std::vector<RoleSpec> roles(const Values&) const override
    {
        RoleSpec features;
        features.name = QStringLiteral("features");
        features.label = tr("Columns");
        features.many = true;
        features.minimum = 2;
        features.maximum = 2;
        features.atDefaultData = {QStringLiteral("x"), QStringLiteral("y")};
        RoleSpec label;
        label.name = QStringLiteral("label");
        label.label = tr("Label");
        label.type = RoleSpec::Type::Any;
        return {features, label};
    }

    Parameters parameters(const DeclarationContext& context) const override
    {
        return network::parameters(context);
    }

    std::vector<Preset> presets() const override { return network::presets(); }

    Scene compute(const Settled& state, Stages& stages, const Progress& progress) const override
    {
        if (sampleOf(state, stages)->count() == 0)
            return nothingToShow(state);
        return sceneOf(
            shownOf(state, stages, progress, [&](const Shown& early) { progress.partial(sceneOf(early)); }));
    }
};

} // namespace

namespace topics {

std::unique_ptr<const Lab> neural_network()
{
    return std::make_unique<NeuralNetwork>();
}

} // namespace topics

} // namespace tangent
