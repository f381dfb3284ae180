// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data_words.h"
#include "app/lab/drawing.h"
#include "app/lab/lab.h"
#include "app/topics/data/pca/declarations.h"
#include "app/topics/data/pca/shown.h"
#include "app/topics/data/pca/words.h"

#include <stdexcept>

namespace tangent {

namespace {

using namespace components;

/// The cloud that is turned in three dimensions is sorted by depth and drawn anew in every frame.
constexpr int mostRows = 100'000;

const QString defaultTable = QStringLiteral("penguins");

QString dataLine(const Settled& state, const NumericMatrix* matrix)
{
    return matrix ? dataWords(*state.table, matrix->values.rows(), matrix->leftOut)
                  : dataWords(*state.table, state.table->rowCount());
}

Scene nothingToShow(const Settled& state, const QString& sentence, const QString& cure)
{
    Scene scene =
        errorScene("plane", tr("Rows and their shadows"), {QStringLiteral("features"), sentence, cure});
    scene.narration = tr("**Nothing to analyse**: %1").arg(sentence);
    const QStringList features = state.columns("features");
    offerSheet(state, drawingOn(state, features.front(), features.back(), features), "plane", &scene);
    scene.readouts = emptyReadouts(sentence);
    scene.tables = {{QStringLiteral("loadings"), {QStringLiteral("feature")}, {}},
        {QStringLiteral("scores"), {QStringLiteral("row")}, {}},
        {QStringLiteral("shares"), {QStringLiteral("component")}, {}}};
    scene.dataLine = dataLine(state, nullptr);
    return scene;
}

std::vector<Figure> figuresOf(const Shown& shown)
{
    switch (shown.view) {
    case View::Plane:
        break;
    case View::Scores:
        return {scoresFigure(shown), screeFigure(shown), loadingsFigure(shown)};
    case View::Space:
        return {spaceFigure(shown), screeFigure(shown), loadingsFigure(shown)};
    case View::Digits:
        return {digitsFigure(shown), screeFigure(shown), eigenPicturesFigure(shown), buildUpStrip(shown)};
    }
    return {planeFigure(shown), directionsFigure(shown), screeFigure(shown), shareStrip(shown)};
}

class PrincipalComponents final : public Lab {
public:
    LabInfo info() const override
    {
        return {QStringLiteral("pca"), tr("PCA"), QStringLiteral("data"), {34, 35, 211}, Speed::Instant,
            {defaultTable, QStringLiteral("wine"), QStringLiteral("digits"), QStringLiteral("iris"),
                QStringLiteral("corners"), QStringLiteral("cloud"), QStringLiteral("two-bands"), drawnTable},
            mostRows};
    }

    QString defaultData(const Values&) const override { return defaultTable; }

    std::vector<RoleSpec> roles(const Values&) const override
    {
        RoleSpec features;
        features.name = QStringLiteral("features");
        features.label = tr("Columns");
        features.many = true;
        features.minimum = 2;
        features.maximum = mostFeatures;
        features.atDefaultData = {QStringLiteral("bill-length"), QStringLiteral("flipper-length")};
        RoleSpec label;
        label.name = QStringLiteral("label");
        label.label = tr("Label");
        label.type = RoleSpec::Type::Category;
        label.required = false;
        return {features, label};
    }

    Parameters parameters(const DeclarationContext& context) const override
    {
        return declaredParameters(context);
    }

    std::vector<Preset> presets() const override
    {
        return {
            {QStringLiteral("two"), tr("Two columns"), QString()},
            {QStringLiteral("four"), tr("Four columns"),
                QStringLiteral("features=bill-length,bill-depth,flipper-length,body-mass&standardise=true")},
            {QStringLiteral("wine"), tr("Wine"), QStringLiteral("data=wine&label=cultivar&standardise=true")},
            {QStringLiteral("digits"), tr("Digits"), QStringLiteral("data=digits&label=digit&components=10")},
            {QStringLiteral("box"), tr("Box or PC1"), QStringLiteral("data=corners&angle=5")},
        };
    }

    Scene compute(const Settled& state, Stages& stages, const Progress& progress) const override
    {
        try {
            if (sampleOf(state, stages)->count() < 2)
                return nothingToShow(state, tr("fewer than two rows have a value in every column used."),
                    tr("Choose other columns or add rows."));
            return sceneOf(shownOf(state, stages, progress));
        } catch (const Stopped&) {
            return nothingToShow(state, tr("the work was stopped."), {}); // nobody waits for it any more
        } catch (const std::invalid_argument&) {
            return nothingToShow(
                state, tr("some numbers are too large for a variance."), tr("Choose other columns."));
        }
    }

private:
    static Scene sceneOf(const Shown& shown)
    {
        Scene scene;
        scene.figures = figuresOf(shown);
        scene.handles = handles(shown);
        scene.readouts = readouts(shown);
        scene.narration = narration(shown);
        scene.diagnostics = diagnostics(shown);
        scene.tables = tables(shown);
        scene.dataLine = dataLine(shown.state, &shown.sample->matrix);
        return scene;
    }
};

} // namespace

namespace topics {

std::unique_ptr<const Lab> pca()
{
    return std::make_unique<PrincipalComponents>();
}

} // namespace topics

} // namespace tangent
