// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/held_out.h"
#include "app/topics/performance/roc_auc/declarations.h"
#include "app/topics/performance/roc_auc/shown.h"
#include "app/topics/performance/roc_auc/words.h"
#include "widgets/scene/figure_parts.h"
#include "widgets/scene/number_text.h"

namespace tangent {

namespace {

using namespace roc;

/// Above it the classifiers, each fitted ten times over, no longer answer while somebody waits.
constexpr int mostRows = 10'000;

const QString bellsToken = QStringLiteral("bells");
const QString tableToken = QStringLiteral("table");
const QString breastCancer = QStringLiteral("breast-cancer");

QString sourceToken(const Values& values)
{
    const auto found = values.constFind(QStringLiteral("source"));
    return found == values.constEnd() ? bellsToken : text(*found);
}

/// What the main figure is called, whether it holds scores or a sentence.
QString scoresTitle()
{
    return tr("Scores of both classes");
}

std::vector<DataTable> emptyTables()
{
    return {{QStringLiteral("roc"),
        {QStringLiteral("fpr"), QStringLiteral("tpr"), QStringLiteral("threshold")}, {}}};
}

/// A scene that says why there is no curve.
Scene nothingToShow(const Unusable& reason)
{
    Scene scene = errorScene("scores", scoresTitle(), reason);
    scene.readouts = emptyReadouts(reason.sentence);
    scene.narration = tr("**No curve**: ") + reason.sentence;
    scene.tables = emptyTables();
    return scene;
}

/// What stands there while the models are fitted.
Scene awaitedScene(const Settled& state)
{
    const QString waiting = tr("the rows are not scored yet");
    Scene scene;
    scene.figures.push_back(sentenceFigure(
        "scores", scoresTitle(), tr("Every row is being scored by a model that has not seen it.")));
    scene.readouts = emptyReadouts(waiting);
    scene.narration =
        tr("**Being fitted**: %1 rows, each held out once.").arg(shownCount(state.table->rowCount()));
    scene.tables = emptyTables();
    return scene;
}

RoleSpec role(const char* name, const QString& label, RoleSpec::Type type)
{
    RoleSpec made;
    made.name = QLatin1String(name);
    made.label = label;
    made.type = type;
    return made;
}

class RocAuc final : public Lab {
public:
    LabInfo info() const override
    {
        return {QStringLiteral("roc-auc"), QStringLiteral("ROC and AUC"), QStringLiteral("performance"),
            {107, 108}, Speed::Instant,
            {breastCancer, QStringLiteral("penguins"), QStringLiteral("iris"), QStringLiteral("wine")},
            mostRows};
    }

    /// Only the classifiers have one: scores of a table are ranked, however many there are.
    int rowLimit(const Values& values) const override
    {
        return sourceToken(values) == tableToken ? 0 : mostRows;
    }

    QString defaultData(const Values& values) const override
    {
        return sourceToken(values) == bellsToken ? QString() : breastCancer;
    }

    QString tableSource() const override { return tableToken; }

    QString whyTableCannotServe(const Settled& state) const override
    {
        if (sourceOf(state) != Source::Table)
            return {};
        Stages stages;
        const Scoring scoring = scoringOf(state, stages, {}, {});
        return scoring.unusable ? scoring.unusable->sentence + QLatin1Char(' ') + scoring.unusable->cure
                                : QString();
    }

    std::vector<RoleSpec> roles(const Values& values) const override
    {
        const QString source = sourceToken(values);
        RoleSpec score = role("score", tr("Score"), RoleSpec::Type::Number);
        score.required = false; // the first column of numbers serves where none is named
        score.many = true;
        score.maximum = 2;
        score.atDefaultData = {QStringLiteral("mean-radius")};
        RoleSpec features = role("features", tr("Columns"), RoleSpec::Type::Number);
        features.many = true;
        const RoleSpec label = role("label", tr("Label"), RoleSpec::Type::Any); // 0 and 1 are a label, too
        if (source == bellsToken)
            return {score, features, label};
        return source == tableToken ? std::vector<RoleSpec>{score, label}
                                    : std::vector<RoleSpec>{features, label};
    }

    Parameters parameters(const DeclarationContext& context) const override { return declarations(context); }

    std::vector<Preset> presets() const override
    {
        return {
            {QStringLiteral("bells"), tr("Two bells"), QString()},
            {QStringLiteral("rare"), tr("Rare positives"),
                QStringLiteral("separation=2&threshold=1&positive-share=0.01")},
            {QStringLiteral("column"), tr("One column"), QStringLiteral("source=table")},
            {QStringLiteral("crossing"), tr("Crossing"),
                QStringLiteral("source=table&score=mean-texture,worst-symmetry")},
            {QStringLiteral("models"), tr("Two models"),
                QStringLiteral("source=two-classifiers&model-b=tree")},
        };
    }

    Scene compute(const Settled& state, Stages& stages, const Progress& progress) const override
    {
        const auto showWaiting = [&] {
            if (progress.wantsPartial())
                progress.partial(awaitedScene(state));
        };
        Scoring scoring;
        try {
            scoring = scoringOf(state, stages, progress, showWaiting);
        } catch (const WorkStopped&) {
            scoring.unusable =
                Unusable{{}, tr("The scoring was stopped."), {}}; // nobody waits for it any more
        }
        if (scoring.unusable)
            return nothingToShow(*scoring.unusable);
        const Shown shown = shownOf(state, std::move(scoring));
        Scene scene;
        scene.figures = {scoresFigure(shown), rocFigure(shown), countsFigure(shown), thresholdsFigure(shown)};
        scene.handles = handles(shown);
        scene.readouts = readouts(shown);
        scene.narration = narration(shown);
        scene.diagnostics = diagnostics(shown);
        scene.tables = tables(shown);
        if (!state.isDecided("threshold"))
            scene.resolved[QStringLiteral("threshold")] = shown.threshold;
        if (state.table && !state.isDecided("positive"))
            scene.resolved[QStringLiteral("positive")] = shown.scoring.positiveName;
        scene.dataLine = dataLine(shown);
        return scene;
    }
};

} // namespace

namespace topics {

std::unique_ptr<const Lab> roc_auc()
{
    return std::make_unique<RocAuc>();
}

} // namespace topics

} // namespace tangent
