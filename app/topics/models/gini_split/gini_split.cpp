// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data_words.h"
#include "app/lab/drawing.h"
#include "app/lab/lab.h"
#include "app/topics/models/gini_split/declarations.h"
#include "app/topics/models/gini_split/figures.h"
#include "app/topics/models/gini_split/words.h"
#include "widgets/scene/figure_parts.h"

namespace tangent {

namespace {

using namespace gini;

/// Every feature is sorted, and its rows are stacked as blocks.
constexpr int mostRows = 100'000;

/// A label with more classes than this is a name for every row.
constexpr int mostClasses = 100;

bool usesRows(const Values& values)
{
    return text(values.value(QStringLiteral("source"))) != QLatin1String("counts");
}

QString dataLine(const Settled& state, const Sample& sample)
{
    return dataWords(*state.table, sample.rowCount(), sample.matrix.leftOut);
}

Scene nothingToShow(const QString& key, const QString& sentence, const QString& cure)
{
    Scene scene = errorScene("cut", tr("Every cut of a feature"), {key, sentence, cure});
    scene.readouts = emptyReadouts(sentence);
    scene.narration = tr("**Nothing to split**: ") + sentence;
    scene.tables = {{QStringLiteral("curve"), {QStringLiteral("threshold")}, {}},
        {QStringLiteral("best-splits"), {QStringLiteral("feature")}, {}}};
    return scene;
}

/// A plane to draw on, where two features have one.
void addSheet(const Settled& state, Scene* scene)
{
    if (!hasPlane(state.columns("features")) || !planeDrawing(state).refusal.isEmpty())
        return;
    scene->figures.push_back(figureOf("plane", tr("The cut in the plane"), {}, Figure::Place::Side, Plot()));
    scene->dataLine = dataWords(*state.table, state.table->rowCount());
    offerSheet(state, planeDrawing(state), "plane", scene);
}

Scene rowsScene(const Settled& state, Stages& stages, const Progress& progress)
{
    const auto sample = usedSample(state, stages);
    if (sample->rowCount() == 0) {
        Scene empty = nothingToShow(QStringLiteral("features"),
            tr("No row has a value in every column used."), tr("Choose other columns."));
        addSheet(state, &empty);
        return empty;
    }
    if (sample->classCount() > mostClasses)
        return nothingToShow(QStringLiteral("label"),
            tr("The label has %1 classes.").arg(sample->classCount()),
            tr("Choose a column of at most %1 classes.").arg(mostClasses));
    const Shown shown = shownOf(state, stages, progress);
    Scene scene;
    scene.figures = {cutFigure(shown), featuresFigure(shown), treeFigure(shown),
        sidesFigure(shown.division, sample->classes, shown.criterion)};
    if (hasPlane(sample->features))
        scene.figures.insert(scene.figures.begin() + 1, planeFigure(shown));
    scene.handles = handles(shown);
    scene.readouts = readouts(shown);
    scene.narration = narration(shown);
    scene.diagnostics = diagnostics(shown);
    scene.tables = tables(shown);
    scene.resolved[QStringLiteral("threshold")] = shown.threshold;
    scene.dataLine = dataLine(state, *sample);
    return scene;
}

class GiniSplit final : public Lab {
public:
    LabInfo info() const override
    {
        return {QStringLiteral("gini-split"), tr("Gini split"), QStringLiteral("models"), {65},
            Speed::Instant,
            {QStringLiteral("penguins"), QStringLiteral("iris"), QStringLiteral("wine"),
                QStringLiteral("breast-cancer"), QStringLiteral("xor"), drawnTable},
            mostRows};
    }

    QString defaultData(const Values& values) const override
    {
        return usesRows(values) ? QStringLiteral("penguins") : QString();
    }

    QString tableSource() const override { return QStringLiteral("rows"); }

    std::vector<RoleSpec> roles(const Values&) const override
    {
        RoleSpec features;
        features.name = QStringLiteral("features");
        features.label = tr("Columns");
        features.many = true;
        features.atDefaultData = {QStringLiteral("bill-length"), QStringLiteral("bill-depth"),
            QStringLiteral("flipper-length"), QStringLiteral("body-mass")};
        RoleSpec label;
        label.name = QStringLiteral("label");
        label.label = tr("Label");
        label.type = RoleSpec::Type::Category;
        label.atDefaultData = {QStringLiteral("species")};
        return {features, label};
    }

    Parameters parameters(const DeclarationContext& context) const override { return declarations(context); }

    std::vector<Preset> presets() const override
    {
        return {
            {QStringLiteral("penguins"), tr("Penguins"), QString()},
            {QStringLiteral("left"), tr("The left node"),
                QStringLiteral("splits=root,flipper-length,206.5&node=L")},
            {QStringLiteral("tie"), tr("A tie"),
                QStringLiteral("data=iris&feature=petal-length&threshold=2.45")},
            {QStringLiteral("counts"), tr("By hand"), QStringLiteral("source=counts&counts=200,400;200,0")},
            {QStringLiteral("noise"), tr("Noise"), QStringLiteral("shuffle=true")},
        };
    }

    Scene compute(const Settled& state, Stages& stages, const Progress& progress) const override
    {
        if (!usesRows(state.values))
            return countsScene(state);
        try {
            return rowsScene(state, stages, progress);
        } catch (const Stopped&) {
            return nothingToShow({}, tr("The search was stopped."), {}); // nobody waits for it any more
        }
    }
};

} // namespace

namespace topics {

std::unique_ptr<const Lab> gini_split()
{
    return std::make_unique<GiniSplit>();
}

} // namespace topics

} // namespace tangent
