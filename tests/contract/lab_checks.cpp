// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/lab_checks.h"

#include "app/lab/compute.h"
#include "app/lab/link_text.h"
#include "app/lab/settle.h"
#include "app/lab/state_json.h"
#include "tests/contract/mark_checks.h"
#include "tests/contract/random_state.h"
#include "tests/contract/scene_numbers.h"
#include "widgets/views/figure_layout.h"

#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace tangent::tests {

namespace {

constexpr int mostStates = 40;

DataCatalogue& catalogue()
{
    return DataCatalogue::shared();
}

Settled settledQuery(const Lab& lab, const QString& query)
{
    Request request;
    request.topic = lab.info().id;
    readQuery(query, &request);
    return settle(lab, request, catalogue());
}

Scene freshScene(const Lab& lab, const Settled& state)
{
    Stages stages;
    return computeScene(lab, state, stages);
}

/// Calls `visit` with random states until the budget or the number of states is used up; stops at the
/// first problem.
QStringList overRandomStates(
    const Lab& lab, std::uint64_t seed, const std::function<QStringList(const Settled&)>& visit)
{
    Random random(seed);
    QElapsedTimer spent;
    spent.start();
    Settled state = settle(lab, {}, catalogue());
    for (int i = 0; i < mostStates && spent.elapsed() < checkBudget; ++i) {
        const QStringList problems = visit(state);
        if (!problems.isEmpty())
            return problems + QStringList(writeLink(state));
        Request request = randomRequest(lab, i % 4 == 3 ? settle(lab, {}, catalogue()) : state, random);
        state = settle(lab, request, catalogue());
    }
    return {};
}

QStringList randomStatesAreSound(const Lab& lab)
{
    Stages stages;
    return overRandomStates(lab, 1, [&](const Settled& state) {
        const Scene scene = computeScene(lab, state, stages);
        QStringList problems = badNumbers(scene);
        if (scene.figures.empty())
            problems << QStringLiteral("no figures");
        for (const Diagnostic& diagnostic : scene.diagnostics) {
            if (diagnostic.sentence.startsWith(QLatin1String("This state could not be computed")))
                problems << diagnostic.sentence;
        }
        return problems;
    });
}

QStringList sameStateSameScene(const Lab& lab)
{
    Stages warm;
    return overRandomStates(lab, 2, [&](const Settled& state) {
        const Scene warmScene = computeScene(lab, state, warm);
        return warmScene == freshScene(lab, state)
            ? QStringList()
            : QStringList(QStringLiteral("a second compute gives another scene"));
    });
}

QStringList statesRoundTrip(const Lab& lab)
{
    return overRandomStates(lab, 3, [&](const Settled& state) {
        QStringList problems;
        QString complaint;
        const auto fromLink = readLink(writeLink(state), &complaint);
        if (!fromLink || !(settle(lab, *fromLink, catalogue()).values == state.values))
            problems << QStringLiteral("the link does not lead back to the state");
        const auto fromFile = readStateFile(writeStateFile(state), catalogue(), &complaint);
        if (!fromFile || !(settle(lab, *fromFile, catalogue()).values == state.values))
            problems << QStringLiteral("the state file does not lead back to the state");
        return problems;
    });
}

QStringList settlingIsIdempotent(const Lab& lab)
{
    return overRandomStates(lab, 4, [&](const Settled& state) {
        const Settled again = settle(lab, Request(state.state), catalogue());
        QStringList problems;
        if (!(again.state == state.state) || !(again.values == state.values))
            problems << QStringLiteral("a settled state settles to another one");
        for (const Complaint& complaint : again.complaints)
            problems << complaint.sentence;
        return problems;
    });
}

QStringList readoutKeysStay(const Lab& lab)
{
    Stages stages;
    QStringList first;
    return overRandomStates(lab, 5, [&](const Settled& state) {
        static const QRegularExpression family(QStringLiteral("-\\d+$"));
        QStringList keys;
        for (const Readout& readout : computeScene(lab, state, stages).readouts) {
            if (!readout.key.contains(family))
                keys << readout.key;
        }
        if (first.isEmpty())
            first = keys;
        QStringList lacking;
        for (const QString& key : std::as_const(first)) {
            if (!keys.contains(key))
                lacking << QStringLiteral("the readout %1 is gone").arg(key);
        }
        return lacking;
    });
}

QStringList readoutsAreDefined(const Lab& lab)
{
    QStringList problems;
    QSet<QString> keys;
    for (const Readout& readout : freshScene(lab, settle(lab, {}, catalogue())).readouts) {
        if (keys.contains(readout.key))
            problems << QStringLiteral("two readouts %1").arg(readout.key);
        keys.insert(readout.key);
        if (readout.formula.isEmpty() || readout.line.isEmpty())
            problems << QStringLiteral("%1 has no definition").arg(readout.key);
        const bool undefined = std::holds_alternative<std::monostate>(readout.value);
        if (undefined && readout.note.isEmpty())
            problems << QStringLiteral("%1 is undefined and does not say why").arg(readout.key);
    }
    return problems;
}

QStringList parametersAreWellDeclared(const Lab& lab)
{
    QStringList problems;
    QSet<QString> keys;
    int primary = 0;
    const Settled defaults = settle(lab, {}, catalogue());
    for (const Complaint& complaint : defaults.complaints)
        problems << complaint.sentence;
    for (const Parameter& parameter : defaults.parameters) {
        if (keys.contains(parameter.key))
            problems << QStringLiteral("two parameters %1").arg(parameter.key);
        keys.insert(parameter.key);
        if (parameter.key != QLatin1String("step") && (parameter.label.isEmpty() || parameter.help.isEmpty()))
            problems << QStringLiteral("%1 has no label or no help").arg(parameter.key);
        QString complaint;
        legalValue(parameter, parameter.defaultValue, &complaint);
        if (!complaint.isEmpty())
            problems << QStringLiteral("the default of %1 is not legal").arg(parameter.key);
        primary += parameter.primary && parameter.shown ? 1 : 0;
    }
    if (primary > 5)
        problems << QStringLiteral("more than five primary parameters");
    return problems;
}

QStringList everyParameterMatters(const Lab& lab)
{
    QStringList problems;
    Random random(6);
    Stages stages;
    const Settled defaults = settle(lab, {}, catalogue());
    for (const Parameter& declared : defaults.parameters) {
        const Settled from = settledQuery(lab, declared.witness);
        const Parameter* parameter = findParameter(from.parameters, declared.key);
        if (!parameter || parameter->kind == Parameter::Kind::Text)
            continue;
        const Scene before = computeScene(lab, from, stages);
        bool moved = false;
        for (int attempt = 0; attempt < 12 && !moved; ++attempt) {
            Request request(from.state);
            const bool isToggle = parameter->kind == Parameter::Kind::Toggle;
            request.values[declared.key] =
                isToggle ? Value(!flag(from.values.value(declared.key))) : randomValue(*parameter, random);
            const Settled to = settle(lab, request, catalogue());
            moved = !(to.state == from.state) && !(computeScene(lab, to, stages) == before);
        }
        const bool onlyText = parameter->kind == Parameter::Kind::Rows
            && std::any_of(parameter->columns.begin(), parameter->columns.end(),
                [](const RowColumn& column) { return column.isText; });
        if (!moved && !onlyText)
            problems << QStringLiteral("changing %1 changes nothing").arg(declared.key);
    }
    return problems;
}

/// Every number that can be 1 is set to 1: what is said of it then is said of one.
QStringList oneIsNotMany(const Lab& lab)
{
    static const QRegularExpression many(QStringLiteral(
        "(?<![\\d.,×])\\b1 (attempts|centres|classes|clusters|columns|components|documents|epochs|"
        "mistakes|moves|numbers|pairs|points|readers|records|rows|runs|seeds|shards|steps|terms|"
        "thresholds|times|units)\\b"));
    QStringList problems;
    Stages stages;
    for (const Parameter& declared : settle(lab, {}, catalogue()).parameters) {
        Request request(settledQuery(lab, declared.witness).state);
        if (declared.kind != Parameter::Kind::Integer && declared.kind != Parameter::Kind::Step)
            continue;
        request.values[declared.key] = 1.0;
        const Scene scene = computeScene(lab, settle(lab, request, catalogue()), stages);
        QStringList said{scene.narration, scene.dataLine};
        for (const Readout& readout : scene.readouts) {
            said << readout.line << readout.note;
            if (readout.number() == 1)
                said << QStringLiteral("1 ") + readout.shownUnit();
        }
        for (const Figure& figure : scene.figures)
            said << figure.title << figure.hint;
        for (const Diagnostic& diagnostic : scene.diagnostics)
            said << diagnostic.sentence;
        for (const QString& sentence : said.filter(many))
            problems << QStringLiteral("%1=1: %2").arg(declared.key, sentence);
    }
    return problems;
}

QStringList namesExist(const Lab& lab)
{
    QStringList problems;
    const auto look = [&](const QString& query) {
        const Settled state = settledQuery(lab, query);
        for (const Complaint& complaint : state.complaints)
            problems << QStringLiteral("%1: %2").arg(query, complaint.sentence);
        const Scene scene = freshScene(lab, state);
        QSet<QString> ids;
        for (const Handle& handle : scene.handles) {
            if (!scene.figure(handle.figure))
                problems << QStringLiteral("the handle %1 stands in no figure").arg(handle.id);
            if (handle.label.isEmpty() || ids.contains(handle.id))
                problems << QStringLiteral("the handle %1 has no name of its own").arg(handle.id);
            ids.insert(handle.id);
            for (const Target& target : {handle.x, handle.y}) {
                if (!target.key.isEmpty() && target.key != QLatin1String("patch")
                    && !findParameter(state.parameters, target.key))
                    problems << QStringLiteral("the handle %1 writes %2, which is no parameter")
                                    .arg(handle.id, target.key);
            }
        }
        QSet<QString> figures;
        for (const Figure& figure : scene.figures) {
            if (figures.contains(figure.key) || figure.title.isEmpty())
                problems << QStringLiteral("the figure %1 has no key or title of its own").arg(figure.key);
            figures.insert(figure.key);
        }
        problems << markProblems(scene, state.parameters);
        if (scene.handles.empty()
            && std::none_of(scene.figures.begin(), scene.figures.end(), [](const Figure& figure) {
                   return std::holds_alternative<Matrix>(figure.content)
                       || std::holds_alternative<TableFigure>(figure.content)
                       || std::holds_alternative<WordsFigure>(figure.content)
                       || std::holds_alternative<TextFigure>(figure.content);
               }))
            problems << QStringLiteral("nothing in the picture can be taken hold of");
    };
    look({});
    for (const Preset& preset : lab.presets())
        look(preset.query);
    return problems;
}

QStringList stepsGoBack(const Lab& lab)
{
    const Settled defaults = settle(lab, {}, catalogue());
    const Scene atDefaults = freshScene(lab, defaults);
    if (!atDefaults.timeline)
        return {};
    Stages stages;
    const auto at = [&](double step) {
        Request request(defaults.state);
        request.values[QStringLiteral("step")] = step;
        return computeScene(lab, settle(lab, request, catalogue()), stages);
    };
    const double grain = atDefaults.timeline->halfSteps ? 0.5 : 1;
    const double last = std::min(atDefaults.timeline->last, 10.0);
    std::vector<Scene> forwards;
    for (double step = 0; step <= last; step += grain)
        forwards.push_back(at(step));
    QStringList problems;
    for (size_t i = forwards.size(); i-- > 0;) {
        if (!(at(double(i) * grain) == forwards[i]))
            problems << QStringLiteral("step %1 differs when it is reached backwards").arg(double(i) * grain);
    }
    return problems;
}

QStringList* heardWarnings = nullptr;

void hear(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type != QtDebugMsg && type != QtInfoMsg && heardWarnings)
        *heardWarnings << message;
}

QStringList paintsQuietly(const Lab& lab)
{
    QStringList warnings;
    heardWarnings = &warnings;
    const QtMessageHandler before = qInstallMessageHandler(hear);
    const Settled state = settle(lab, {}, catalogue());
    const Scene scene = freshScene(lab, state);
    for (const Theme* theme : {&Theme::light(), &Theme::darkTheme()}) {
        for (const QSize size : {QSize(720, 300), QSize(1200, 620)}) {
            QImage image(size, QImage::Format_RGB32);
            image.fill(theme->surface);
            const QImage empty = image;
            QPainter painter(&image);
            paintScene(painter, QRectF(QPointF(0, 0), size), scene, state.values, *theme);
            painter.end();
            if (image == empty)
                warnings << QStringLiteral("nothing was painted");
        }
    }
    qInstallMessageHandler(before);
    heardWarnings = nullptr;
    return warnings;
}

} // namespace

const std::vector<LabCheck>& labChecks()
{
    static const std::vector<LabCheck> all{
        {"random states are sound", randomStatesAreSound},
        {"same state, same scene", sameStateSameScene},
        {"links and files lead back", statesRoundTrip},
        {"settling is idempotent", settlingIsIdempotent},
        {"readout keys stay", readoutKeysStay},
        {"readouts are defined", readoutsAreDefined},
        {"parameters are well declared", parametersAreWellDeclared},
        {"every parameter matters", everyParameterMatters},
        {"one is not many", oneIsNotMany},
        {"names exist", namesExist},
        {"steps go back", stepsGoBack},
        {"paints quietly", paintsQuietly},
    };
    return all;
}

} // namespace tangent::tests
