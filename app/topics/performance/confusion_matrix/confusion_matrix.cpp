// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data_words.h"
#include "app/lab/drawing.h"
#include "app/lab/held_out.h"
#include "app/topics/performance/confusion_matrix/declarations.h"
#include "app/topics/performance/confusion_matrix/shown.h"
#include "app/topics/performance/confusion_matrix/words.h"
#include "widgets/scene/figure_parts.h"

namespace tangent {

namespace {

using namespace confusion;

/// Above it the classifiers, each fitted ten times over, no longer answer while somebody waits.
constexpr int mostRows = 10'000;

RoleSpec role(const char* name, const QString& label, RoleSpec::Type type, bool required)
{
    RoleSpec spec;
    spec.name = QLatin1String(name);
    spec.label = label;
    spec.type = type;
    spec.required = required;
    return spec;
}

/// The rows that there are, to draw more, where a model is to judge them by two columns.
void addSheet(const Settled& state, Scene* scene)
{
    const QStringList features = state.columns("features");
    const Drawing drawing =
        drawingOn(state, features.front(), features.back(), features, state.column("label"));
    if (!drawing.refusal.isEmpty())
        return;
    scene->figures.push_back(
        figureOf("rows", tr("The rows by their true class"), {}, Figure::Place::Side, Plot()));
    scene->dataLine = dataWords(*state.table, state.table->rowCount());
    offerSheet(state, drawing, "rows", scene);
}

/// A place for the matrix, with the reason why there is none.
Scene nothingToShow(const Settled& state, const Unusable& why)
{
    Scene scene = errorScene("matrix", tr("No matrix"), why);
    scene.narration = tr("**Nothing to count**: %1 %2").arg(why.sentence, why.cure);
    if (usesModel(sourceOf(state)))
        addSheet(state, &scene);
    scene.readouts = emptyReadouts(why.sentence);
    scene.tables = emptyTables();
    return scene;
}

void addRows(const Shown& shown, Stages& stages, Scene* scene)
{
    std::optional<Figure> rows = imagesFigure(shown);
    if (!rows)
        rows = rowsFigure(shown, stages);
    if (rows)
        scene->figures.push_back(std::move(*rows));
}

Scene sceneOf(const Shown& shown, Stages& stages)
{
    Scene scene;
    scene.figures = matrixFigures(shown);
    addRows(shown, stages, &scene);
    const bool hasRows = scene.figures.size() > shown.judged.judgements.size();
    scene.figures.push_back(classesFigure(shown));
    if (shown.hasThreshold()) {
        scene.figures.push_back(certaintyFigure(shown));
    } else if (!shown.hasTwo() && !shown.hasManyClasses()) {
        Figure sums = sumsFigure(shown);
        sums.place = hasRows ? Figure::Place::Strip : Figure::Place::Side;
        scene.figures.push_back(std::move(sums));
    }
    scene.handles = handles(shown);
    scene.readouts = readouts(shown);
    scene.narration = narration(shown);
    scene.diagnostics = diagnostics(shown);
    scene.tables = tables(shown);
    if (shown.hasThreshold())
        scene.resolved[QStringLiteral("threshold")] = shown.threshold();
    scene.dataLine = dataLine(shown);
    return scene;
}

/// What is known before the models are fitted: the classes and where their rows lie.
Scene awaitedScene(const Settled& state, const Judged& known, Stages& stages)
{
    Judged awaited = known;
    awaited.judgements.clear();
    const Shown shown = shownOf(state, std::move(awaited));
    Scene scene;
    scene.figures = matrixFigures(shown);
    addRows(shown, stages, &scene);
    scene.readouts = emptyReadouts(tr("the rows are not judged yet"));
    scene.narration = tr("**Being fitted**: every row is judged by a model that has not seen it.");
    scene.tables = emptyTables();
    scene.dataLine = dataLine(shown);
    return scene;
}

class ConfusionMatrix final : public Lab {
public:
    LabInfo info() const override
    {
        return {QStringLiteral("confusion-matrix"), tr("Confusion matrix"), QStringLiteral("performance"),
            {101, 105}, Speed::Instant,
            {QStringLiteral("penguins"), QStringLiteral("wine"), QStringLiteral("breast-cancer"),
                QStringLiteral("digits"), QStringLiteral("iris"), drawnTable},
            mostRows};
    }

    /// Only the classifiers have one: judgements of a table are counted, however many there are.
    int rowLimit(const Values& values) const override
    {
        return text(values.value(QStringLiteral("source"))) == QLatin1String("table") ? 0 : mostRows;
    }

    QString defaultData(const Values& values) const override
    {
        const bool isTyped = text(values.value(QStringLiteral("source"))) == QLatin1String("counts");
        return isTyped ? QString() : QStringLiteral("penguins");
    }

    QString tableSource() const override { return QStringLiteral("table"); }

    QString whyTableCannotServe(const Settled& state) const override
    {
        if (sourceOf(state) != Source::Table)
            return {};
        Stages stages;
        const Judged judged = judgedOf(state, stages, {}, {});
        return judged.unusable ? judged.unusable->sentence + QLatin1Char(' ') + judged.unusable->cure
                               : QString();
    }

    std::vector<RoleSpec> roles(const Values& values) const override
    {
        if (text(values.value(QStringLiteral("source"))) == QLatin1String("table")) {
            RoleSpec predicted = role("predicted", tr("Predicted class"), RoleSpec::Type::Any, false);
            predicted.many = true;
            predicted.maximum = 2;
            return {role("actual", tr("True class"), RoleSpec::Type::Any, false), predicted};
        }
        RoleSpec features = role("features", tr("Columns"), RoleSpec::Type::Number, true);
        features.many = true;
        features.atDefaultData = {QStringLiteral("bill-length"), QStringLiteral("bill-depth"),
            QStringLiteral("flipper-length"), QStringLiteral("body-mass")};
        RoleSpec label = role("label", tr("Label"), RoleSpec::Type::Any, true);
        label.atDefaultData = {QStringLiteral("species")};
        return {features, label};
    }

    Parameters parameters(const DeclarationContext& context) const override { return declarations(context); }

    std::vector<Preset> presets() const override
    {
        return {
            {QStringLiteral("penguins"), tr("Penguins"), QString()},
            {QStringLiteral("digits"), tr("Digits"),
                QStringLiteral("source=classifier&data=digits&positive=8")},
            {QStringLiteral("tumours"), tr("Tumours"),
                QStringLiteral("source=classifier&data=breast-cancer&model=naive-bayes")},
            {QStringLiteral("two"), tr("Two models"),
                QStringLiteral("source=two-classifiers&model-b=logistic")},
            {QStringLiteral("by-hand"), tr("By hand"), QStringLiteral("source=counts&counts=990,0;10,0")},
        };
    }

    Scene compute(const Settled& state, Stages& stages, const Progress& progress) const override
    {
        const auto showWaiting = [&](const Judged& known) {
            if (progress.wantsPartial())
                progress.partial(awaitedScene(state, known, stages));
        };
        try {
            Judged judged = judgedOf(state, stages, progress, showWaiting);
            if (judged.unusable)
                return nothingToShow(state, *judged.unusable);
            return sceneOf(shownOf(state, std::move(judged)), stages);
        } catch (const WorkStopped&) {
            return nothingToShow(
                state, {{}, tr("The work was stopped."), {}}); // nobody waits for it any more
        }
    }
};

} // namespace

namespace topics {

std::unique_ptr<const Lab> confusion_matrix()
{
    return std::make_unique<ConfusionMatrix>();
}

} // namespace topics

} // namespace tangent
