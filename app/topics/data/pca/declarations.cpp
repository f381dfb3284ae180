// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/data/pca/declarations.h"

#include "app/topics/data/pca/shown.h"
#include "app/topics/data/pca/words.h"

#include <algorithm>

namespace tangent::components {

namespace {

QStringList featuresOf(const DeclarationContext& context)
{
    const QStringList given = context.roles.value(QStringLiteral("features"));
    return given.size() >= 2 ? given
                             : QStringList{QStringLiteral("bill-length"), QStringLiteral("flipper-length")};
}

bool isTable(const DeclarationContext& context, const char* name)
{
    return context.table && context.table->name == QLatin1String(name);
}

std::vector<Choice> columnChoices(const QStringList& features)
{
    std::vector<Choice> choices;
    for (const QString& feature : features)
        choices.push_back({feature, feature});
    return choices;
}

std::vector<Choice> viewChoices(const QStringList& features)
{
    std::vector<Choice> choices{
        {token(View::Plane), tr("two columns")}, {token(View::Scores), tr("two components")}};
    if (features.size() > 2)
        choices.push_back({token(View::Space), tr("space")});
    if (arePixels(features))
        choices.push_back({token(View::Digits), tr("rebuilt pictures")});
    return choices;
}

QString defaultView(const QStringList& features)
{
    return token(arePixels(features) ? View::Digits : features.size() > 2 ? View::Scores : View::Plane);
}

/// What is drawn over the plane until someone says otherwise: at first nothing that gives the answer away.
QStringList defaultOverlays(const DeclarationContext& context)
{
    if (isTable(context, "corners"))
        return {QStringLiteral("components"), QStringLiteral("box")};
    if (isTable(context, "cloud") || isTable(context, "two-bands"))
        return {QStringLiteral("components")};
    return {};
}

Parameter secondAxis(const DeclarationContext& context, const QStringList& features, bool inPlane)
{
    QStringList others = features;
    others.removeOne(context.choice("x-axis", features.front().toUtf8().constData()));
    return Parameter::choice(QStringLiteral("y-axis"), tr("Upwards"), others.front(), columnChoices(others))
        .withHelp(tr("The column shown from bottom to top, in whose plane the line turns."))
        .inGroup(tr("Picture"))
        .shownWhen(inPlane)
        .witnessedBy(QStringLiteral("features=bill-length,bill-depth,flipper-length&view=plane"));
}

/// The parameters of the method, in the order of links.
Parameters methodParameters(
    const DeclarationContext& context, const QStringList& features, const QString& view)
{
    const int rowCount = context.table ? context.table->rowCount() : mostFeatures;
    const int most = std::max(1, std::min(rowCount, int(features.size())));
    const bool inPlane = view == token(View::Plane);
    const bool isRandomised = context.choice("solver", "exact") == QLatin1String("randomised");
    return {
        Parameter::integer(QStringLiteral("components"), tr("Components kept"),
            std::min(most, features.size() > 2 ? 2 : 1), 1, most)
            .withHelp(tr("How many components stay; the others are thrown away."))
            .asPrimary(),
        Parameter::toggle(QStringLiteral("standardise"), tr("Standardise"), false)
            .withHelp(
                tr("Divide every column by its standard deviation first, so that units no longer count."))
            .asPrimary(),
        Parameter::real(QStringLiteral("angle"), tr("Direction"), 45, -180, 180)
            .withStep(0.5)
            .withUnit(QStringLiteral("°"))
            .withHelp(tr("Where your line points, anticlockwise from the column across; half a turn more is "
                         "the same line."))
            .asPrimary()
            .shownWhen(inPlane),
        Parameter::choice(QStringLiteral("x-axis"), tr("Across"), features.front(), columnChoices(features))
            .withHelp(tr("The column shown from left to right, in whose plane the line turns."))
            .inGroup(tr("Picture"))
            .shownWhen(inPlane),
        secondAxis(context, features, inPlane),
        Parameter::toggle(QStringLiteral("snap"), tr("Snap at the best"), true)
            .withHelp(tr("The line is caught where it keeps the most."))
            .asPrimary()
            .shownWhen(inPlane),
        Parameter::choice(QStringLiteral("solver"), tr("Solver"), QStringLiteral("exact"),
            {{QStringLiteral("exact"), tr("exact")}, {QStringLiteral("randomised"), tr("randomised")}})
            .withHelp(tr("Exact eigenvectors, or a random projection that finds only the first few."))
            .inGroup(tr("Method"))
            .witnessedBy(QStringLiteral("data=digits")),
        Parameter::seedOf(tr("Seed"), 1)
            .withHelp(tr("Decides the random projection of the randomised solver."))
            .inGroup(tr("Method"))
            .shownWhen(isRandomised)
            .witnessedBy(QStringLiteral("data=digits&solver=randomised")),
    };
}

Parameters pictureParameters(
    const DeclarationContext& context, const QStringList& features, const QString& view)
{
    const bool inSpace = view == token(View::Space);
    const bool hasLabel = !context.roles.value(QStringLiteral("label")).isEmpty();
    const bool atDefaults = isTable(context, "penguins") && features.size() == 2;
    const int lastId =
        context.table && !context.table->rowIds.empty() ? std::max(1, context.table->rowIds.back()) : 1;
    const QString inFour =
        QStringLiteral("features=bill-length,bill-depth,flipper-length,body-mass&view=space");
    const Parameter turn = Parameter::real(QStringLiteral("turn"), tr("Turn"), 30, -180, 180)
                               .withStep(1)
                               .withUnit(QStringLiteral("°"))
                               .inGroup(tr("Picture"))
                               .shownWhen(inSpace)
                               .witnessedBy(inFour);
    Parameter tilt = turn;
    tilt.key = QStringLiteral("tilt");
    tilt.label = tr("Tilt");
    tilt.defaultValue = 20.0;
    tilt.minimum = -90;
    tilt.maximum = 90;
    return {
        Parameter::integer(QStringLiteral("row"), tr("Digit"), 1, 1, lastId)
            .withHelp(tr("The row whose picture is rebuilt step by step."))
            .asPrimary(arePixels(features))
            .shownWhen(view == token(View::Digits))
            .witnessedBy(QStringLiteral("data=digits")),
        turn.withHelp(tr("Turns the cloud about its upright axis.")),
        tilt.withHelp(tr("Tilts the cloud towards the eye.")),
        Parameter::choice(QStringLiteral("view"), tr("Show"), defaultView(features), viewChoices(features))
            .withHelp(tr("What the large picture shows: two columns with your line, the rows on the "
                         "components, or what is rebuilt from them."))
            .asPrimary(),
        Parameter::setOf(QStringLiteral("show"), tr("Draw as well"), defaultOverlays(context),
            {{QStringLiteral("components"), tr("components")},
                {QStringLiteral("regression"), tr("regression line")},
                {QStringLiteral("box"), tr("smallest box")}})
            .withHelp(tr("Drawn over the two columns: both components, one standard deviation long, the "
                         "regression line, the smallest box round all rows."))
            .inGroup(tr("Picture"))
            .shownWhen(view == token(View::Plane)),
        Parameter::toggle(QStringLiteral("show-label"), tr("Show the label"), hasLabel && !atDefaults)
            .withHelp(tr("Colour the rows by their label, which the method never saw."))
            .inGroup(tr("Picture"))
            .shownWhen(hasLabel),
    };
}

} // namespace

Parameters declaredParameters(const DeclarationContext& context)
{
    const QStringList features = featuresOf(context);
    const QString view = context.choice("view", defaultView(features).toLatin1().constData());
    Parameters all = methodParameters(context, features, view);
    const Parameters pictures = pictureParameters(context, features, view);
    all.insert(all.end(), pictures.begin(), pictures.end());
    for (Parameter& parameter : all)
        parameter.structural =
            parameter.key == QLatin1String("standardise") || parameter.key.endsWith(QLatin1String("-axis"));
    return all;
}

} // namespace tangent::components
