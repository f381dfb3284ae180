// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data_words.h"
#include "app/lab/drawing.h"
#include "app/lab/lab.h"
#include "app/topics/models/k_means/figures.h"
#include "app/topics/models/k_means/words.h"
#include "widgets/scene/figure_parts.h"

#include <algorithm>

namespace tangent {

namespace {

using namespace kmeans;

/// A seed whose k-means++ start leads into the trap at the lab's defaults: two centres share one blob.
constexpr int trapSeed = 160;
constexpr int mostClusters = 10;
constexpr int mostRestarts = 200;
constexpr int mostEdits = 100;
/// The elbow, the silhouette and the strip of restarts run the method some hundred times.
constexpr int mostRows = 100'000;

/// Positions may lie far outside the data: a centre out there loses its rows, which is worth seeing.
constexpr double farthest = 1e12;

QStringList featuresOf(const DeclarationContext& context)
{
    const QStringList given = context.roles.value(QStringLiteral("features"));
    return given.isEmpty() ? QStringList{QStringLiteral("x"), QStringLiteral("y")} : given;
}

std::vector<RowColumn> positionColumns(const QStringList& features)
{
    std::vector<RowColumn> columns;
    for (const QString& feature : features)
        columns.push_back({feature, feature, false, -farthest, farthest, false});
    return columns;
}

std::vector<Choice> axisChoices(const QStringList& features)
{
    std::vector<Choice> choices;
    for (const QString& feature : features)
        choices.push_back({feature, feature});
    if (features.size() > 1) {
        choices.push_back({firstComponent, tr("component 1")});
        choices.push_back({secondComponent, tr("component 2")});
    }
    return choices;
}

Parameters runParameters(const DeclarationContext& context)
{
    const QStringList features = featuresOf(context);
    const int rowCount = context.table ? context.table->rowCount() : mostClusters;
    const int most = std::clamp(rowCount, 1, mostClusters);
    Parameter centres =
        Parameter::rowsOf(QStringLiteral("centres"), tr("Centres"), Rows(), positionColumns(features))
            .automatic()
            .withHelp(tr("Where the centres begin when they are set by hand, in the units of the data."))
            .inGroup(tr("Run"))
            .witnessedBy(QStringLiteral("start=by-hand&centres=-6,1;-6,-1;6,1;6,-1&step=0"));
    centres.maximumRows = mostClusters;
    std::vector<RowColumn> editColumns{
        {QStringLiteral("step"), tr("step"), false, 0, double(maximumSteps), true},
        {QStringLiteral("centre"), tr("centre"), false, 1, double(mostClusters), true}};
    for (const RowColumn& column : positionColumns(features))
        editColumns.push_back(column);
    Parameter edits =
        Parameter::rowsOf(QStringLiteral("edits"), tr("Edits"), Rows(), editColumns)
            .withHelp(
                tr("Centres that a hand moved in the middle of the run: step, centre and where it was put."))
            .inGroup(tr("Run"))
            .witnessedBy(QStringLiteral("edits=1,2,0,0&step=1"));
    edits.maximumRows = mostEdits;
    Parameter k =
        Parameter::integer(QStringLiteral("k"), tr("Clusters k"), std::min(4, most), 1, most)
            .withHelp(
                tr("How many centres there are; the method never asks whether the data has so many groups."))
            .asPrimary();
    return {
        k,
        Parameter::choice(QStringLiteral("start"), tr("Start"), QStringLiteral("k-means++"),
            {{QStringLiteral("k-means++"), QStringLiteral("k-means++")},
                {QStringLiteral("random-rows"), tr("random rows")},
                {QStringLiteral("first-rows"), tr("first rows")}, {QStringLiteral("by-hand"), tr("by hand")}})
            .withHelp(tr(
                "Where the centres begin. k-means++ draws rows that lie far from the centres drawn before."))
            .asPrimary(),
        centres,
        Parameter::integer(QStringLiteral("restarts"), tr("Restarts"), 1, 1, mostRestarts)
            .onLogScale()
            .withHelp(tr("How many runs compete; the one of least inertia is kept."))
            .asPrimary(),
        Parameter::toggle(QStringLiteral("standardise"), tr("Standardise"), false)
            .withHelp(tr(
                "Centre every column and divide it by its standard deviation, so that all weigh the same."))
            .asPrimary(),
        Parameter::seedOf(tr("Seed"), trapSeed)
            .withHelp(tr("Decides every draw of the start; the same seed gives the same run."))
            .asPrimary(),
        edits,
    };
}

Scene nothingToShow(const Settled& state)
{
    Scene scene = errorScene("plane", tr("Rows and centres"),
        {QStringLiteral("features"), tr("No row has a value in every column used."),
            tr("Choose other columns.")});
    scene.narration = tr("**Nothing to cluster**: no row has a value in every column used.");
    scene.readouts = undefinedReadouts({"inertia", "inertia-over-best", "silhouette", "iterations", "elbow",
                                           "elbow-strength", "adjusted-rand"},
        tr("no complete row"));
    offerSheet(state,
        drawingOn(state, state.choice("x-axis"), state.choice("y-axis"), state.columns("features")), "plane",
        &scene);
    scene.tables.push_back({QStringLiteral("elbow"), {QStringLiteral("k"), QStringLiteral("inertia")}, {}});
    scene.timeline = Timeline{0, 0, false, true, {}, {}};
    scene.resolved[QStringLiteral("step")] = 0.0;
    scene.resolved[QStringLiteral("centres")] = Rows();
    scene.dataLine = state.table->title;
    return scene;
}

Scene sceneOf(const Shown& shown)
{
    Scene scene;
    scene.figures = {planeFigure(shown), elbowFigure(shown), silhouetteFigure(shown), inertiaStrip(shown),
        outcomeStrip(shown)};
    scene.handles = handles(shown);
    scene.readouts = readouts(shown);
    scene.narration = narration(shown);
    scene.diagnostics = diagnostics(shown);
    scene.tables = tables(shown);
    const QString phase = shown.half == 0 ? tr("start") : shown.isAssigning() ? tr("assign") : tr("move");
    const std::vector<int>& edited = shown.run->editedSteps;
    scene.timeline = Timeline{shown.half / 2.0, double(shown.run->iterations()), false, true, phase,
        {edited.begin(), edited.end()}};
    scene.resolved[QStringLiteral("step")] = shown.half / 2.0;
    scene.resolved[QStringLiteral("centres")] = startCentres(shown);
    const Sample& sample = *shown.sample;
    scene.dataLine = dataWords(*shown.state.table, sample.count(), sample.matrix.leftOut);
    return scene;
}

class KMeans final : public Lab {
public:
    LabInfo info() const override
    {
        return {QStringLiteral("k-means"), QStringLiteral("k-means"), QStringLiteral("models"), {71, 210},
            Speed::Instant,
            {QStringLiteral("blobs"), QStringLiteral("faithful"), QStringLiteral("penguins"),
                QStringLiteral("moons"), QStringLiteral("cloud"), drawnTable},
            mostRows};
    }

    QString defaultData(const Values&) const override { return QStringLiteral("blobs"); }

    std::vector<RoleSpec> roles(const Values&) const override
    {
        RoleSpec features;
        features.name = QStringLiteral("features");
        features.label = tr("Columns");
        features.many = true;
        features.atDefaultData = {QStringLiteral("x"), QStringLiteral("y")};
        RoleSpec label;
        label.name = QStringLiteral("label");
        label.label = tr("Label");
        label.type = RoleSpec::Type::Category;
        label.required = false;
        return {features, label};
    }

    Parameters parameters(const DeclarationContext& context) const override
    {
        Parameters all = runParameters(context);
        const QStringList features = featuresOf(context);
        const std::vector<Choice> axes = axisChoices(features);
        const bool inPlane = features.size() > 1;
        const bool hasLabel = !context.roles.value(QStringLiteral("label")).isEmpty();
        all.push_back(
            Parameter::choice(QStringLiteral("x-axis"), tr("Across"), features.front(), axes)
                .withHelp(tr("What is shown from left to right: a column or a principal component."))
                .inGroup(tr("Picture"))
                .shownWhen(inPlane));
        all.push_back(
            Parameter::choice(
                QStringLiteral("y-axis"), tr("Upwards"), inPlane ? features[1] : features.front(), axes)
                .withHelp(tr("What is shown from bottom to top: a column or a principal component."))
                .inGroup(tr("Picture"))
                .shownWhen(inPlane));
        all.push_back(Parameter::toggle(QStringLiteral("show-label"), tr("Show the label"), false)
                          .withHelp(tr("Colour the rows by their label, which the method never saw."))
                          .inGroup(tr("Picture"))
                          .shownWhen(hasLabel)
                          .witnessedBy(QStringLiteral("data=penguins&k=3")));
        all.push_back(Parameter::timeline(endStep, maximumSteps, true)
                          .withHelp(tr("How far the run has come: whole steps moved the centres, half-steps "
                                       "assigned the rows.")));
        for (Parameter& parameter : all) {
            const bool movesAxes = parameter.key == QLatin1String("standardise")
                || parameter.key.endsWith(QLatin1String("-axis"));
            parameter.structural = movesAxes;
        }
        return all;
    }

    std::vector<Preset> presets() const override
    {
        return {
            {QStringLiteral("trap"), tr("The trap"), QString()},
            {QStringLiteral("steps"), tr("Step by step"), QStringLiteral("step=0.5")},
            {QStringLiteral("faithful"), tr("Old Faithful"), QStringLiteral("data=faithful&k=2")},
            {QStringLiteral("penguins"), tr("Penguins"),
                QStringLiteral(
                    "data=penguins&features=bill-length,flipper-length&k=3&restarts=10&standardise=true")},
            {QStringLiteral("moons"), tr("Moons"), QStringLiteral("data=moons&k=2")},
        };
    }

    Scene compute(const Settled& state, Stages& stages, const Progress& progress) const override
    {
        if (sampleOf(state, stages)->count() == 0)
            return nothingToShow(state);
        try {
            Shown shown = shownOf(state, stages, progress);
            addSlowParts(shown, stages, progress, [&] { progress.partial(sceneOf(shown)); });
            return sceneOf(shown);
        } catch (const Stopped&) {
            return nothingToShow(state); // nobody waits for it any more
        }
    }
};

} // namespace

namespace topics {

std::unique_ptr<const Lab> k_means()
{
    return std::make_unique<KMeans>();
}

} // namespace topics

} // namespace tangent
