// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/command_line.h"
#include "app/lab/data/row_sample.h"
#include "app/lab/registry.h"
#include "app/lab/state_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace tangent {

namespace {

QString speedName(Speed speed)
{
    return speed == Speed::Instant ? QStringLiteral("instant")
        : speed == Speed::Frame    ? QStringLiteral("frame")
                                   : QStringLiteral("work");
}

QString roleType(RoleSpec::Type type)
{
    return type == RoleSpec::Type::Number  ? QStringLiteral("number")
        : type == RoleSpec::Type::Category ? QStringLiteral("category")
                                           : QStringLiteral("any");
}

QJsonObject parameterJson(const Parameter& parameter)
{
    using Kind = Parameter::Kind;
    QJsonObject object{{QStringLiteral("key"), parameter.key}, {QStringLiteral("label"), parameter.label},
        {QStringLiteral("kind"), kindName(parameter.kind)},
        {QStringLiteral("default"), valueToJson(parameter, parameter.defaultValue)},
        {QStringLiteral("unit"), parameter.unit}, {QStringLiteral("primary"), parameter.primary},
        {QStringLiteral("help"), parameter.help}};
    if (parameter.kind == Kind::Real || parameter.kind == Kind::Integer || parameter.kind == Kind::Seed
        || parameter.kind == Kind::Step) {
        object[QStringLiteral("minimum")] = parameter.minimum;
        object[QStringLiteral("maximum")] = parameter.maximum;
    } else if (parameter.kind == Kind::Point) {
        object[QStringLiteral("minimum")] = QJsonArray{parameter.minimum, parameter.minimumY};
        object[QStringLiteral("maximum")] = QJsonArray{parameter.maximum, parameter.maximumY};
    }
    if (!parameter.choices.empty()) {
        QJsonArray choices;
        for (const Choice& choice : parameter.choices)
            choices.append(choice.token);
        object[QStringLiteral("choices")] = choices;
    }
    if (!parameter.pattern.isEmpty())
        object[QStringLiteral("pattern")] = parameter.pattern;
    return object;
}

/// One entry for each readout; numbered families (`explained-1`, `explained-2`, …) once.
QJsonArray readoutsJson(const Scene& scene)
{
    static const QRegularExpression numbered(QStringLiteral("^(.*)-(\\d+)$"));
    QJsonArray readouts;
    QStringList families;
    for (const Readout& readout : scene.readouts) {
        QString key = readout.key;
        const auto match = numbered.match(key);
        if (match.hasMatch() && scene.readout(match.captured(1) + QStringLiteral("-1"))) {
            key = match.captured(1) + QStringLiteral("-{i}");
            if (families.contains(key))
                continue;
            families << key;
        }
        readouts.append(QJsonObject{{QStringLiteral("key"), key}, {QStringLiteral("label"), readout.label},
            {QStringLiteral("unit"), readout.unit}});
    }
    return readouts;
}

QJsonObject labJson(const Lab& lab, DataCatalogue& catalogue)
{
    const LabInfo info = lab.info();
    const Settled settled = settle(lab, {}, catalogue);
    Stages stages;
    const Scene scene = computeScene(lab, settled, stages);
    QJsonArray covers;
    for (const int row : info.covers)
        covers.append(row);
    QJsonArray roles;
    for (const RoleSpec& role : lab.roles(settled.values))
        roles.append(
            QJsonObject{{QStringLiteral("name"), role.name}, {QStringLiteral("type"), roleType(role.type)},
                {QStringLiteral("required"), role.required}, {QStringLiteral("many"), role.many}});
    QJsonArray parameters;
    for (const Parameter& parameter : settled.parameters)
        parameters.append(parameterJson(parameter));
    if (info.rowLimit > 0) {
        for (const Parameter& parameter : rowLimitParameters(info.rowLimit))
            parameters.append(parameterJson(parameter));
    }
    QJsonArray presets;
    for (const Preset& preset : lab.presets())
        presets.append(QJsonObject{{QStringLiteral("key"), preset.key},
            {QStringLiteral("title"), preset.title},
            {QStringLiteral("link"),
                QStringLiteral("tangent:%1%2%3")
                    .arg(info.id, preset.query.isEmpty() ? QString() : QStringLiteral("?"), preset.query)}});
    return {{QStringLiteral("id"), info.id}, {QStringLiteral("title"), info.title},
        {QStringLiteral("chapter"), info.chapter}, {QStringLiteral("covers"), covers},
        {QStringLiteral("class"), speedName(info.speed)}, {QStringLiteral("roles"), roles},
        {QStringLiteral("parameters"), parameters}, {QStringLiteral("readouts"), readoutsJson(scene)},
        {QStringLiteral("row-limit"), info.rowLimit > 0 ? QJsonValue(info.rowLimit) : QJsonValue()},
        {QStringLiteral("presets"), presets}};
}

} // namespace

int runTopics(const QStringList& arguments, DataCatalogue& catalogue, Streams* streams)
{
    QCommandLineParser parser;
    const QCommandLineOption json(
        QStringLiteral("json"), QStringLiteral("Everything about each lab, as JSON."));
    parser.addOption(json);
    int exitCode = exitDone;
    if (!parseCommand(&parser, arguments, 0, streams, &exitCode))
        return exitCode;
    if (parser.isSet(json)) {
        QJsonArray all;
        for (const auto& lab : allLabs())
            all.append(labJson(*lab, catalogue));
        streams->out += QString::fromUtf8(QJsonDocument(all).toJson());
        return exitDone;
    }
    for (const auto& lab : allLabs())
        streams->out += lab->info().id + QLatin1Char('\t') + lab->info().title + QLatin1Char('\n');
    return exitDone;
}

} // namespace tangent
