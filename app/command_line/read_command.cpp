// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/command_line.h"
#include "app/lab/state_json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace tangent {

namespace {

QJsonObject readoutJson(const Readout& readout)
{
    QJsonObject object{{QStringLiteral("label"), readout.label}, {QStringLiteral("unit"), readout.unit},
        {QStringLiteral("value"), QJsonValue()}};
    if (const double* value = std::get_if<double>(&readout.value); value && std::isfinite(*value))
        object[QStringLiteral("value")] = *value;
    else if (const QString* words = std::get_if<QString>(&readout.value))
        object[QStringLiteral("value")] = *words;
    if (!readout.note.isEmpty() || object[QStringLiteral("value")].isNull())
        object[QStringLiteral("note")] = readout.note;
    if (readout.measured)
        object[QStringLiteral("measured")] = true;
    return object;
}

QString severityName(Diagnostic::Severity severity)
{
    return severity == Diagnostic::Severity::Note   ? QStringLiteral("note")
        : severity == Diagnostic::Severity::Warning ? QStringLiteral("warning")
                                                    : QStringLiteral("error");
}

QJsonObject diagnosticJson(const Diagnostic& diagnostic)
{
    QJsonObject object{{QStringLiteral("severity"), severityName(diagnostic.severity)},
        {QStringLiteral("sentence"), diagnostic.sentence}};
    if (!diagnostic.key.isEmpty())
        object[QStringLiteral("key")] = diagnostic.key;
    if (!diagnostic.cure.isEmpty())
        object[QStringLiteral("cure")] = diagnostic.cure;
    return object;
}

QJsonObject tableJson(const DataTable& table)
{
    QJsonArray rows;
    for (const auto& row : table.rows) {
        QJsonArray cells;
        for (const Cell& cell : row) {
            const double* value = std::get_if<double>(&cell);
            cells.append(!value             ? QJsonValue(std::get<QString>(cell))
                    : std::isfinite(*value) ? QJsonValue(*value)
                                            : QJsonValue());
        }
        rows.append(cells);
    }
    return {{QStringLiteral("columns"), QJsonArray::fromStringList(table.columns)},
        {QStringLiteral("rows"), rows}};
}

QString plainLine(const Readout& readout)
{
    QString value = QStringLiteral("undefined");
    if (const auto number = readout.number())
        value = QString::number(*number, 'g', 17);
    else if (const QString* words = std::get_if<QString>(&readout.value))
        value = *words;
    const QString unit = readout.unit.isEmpty() ? QString() : QLatin1Char(' ') + readout.shownUnit();
    const QString note = readout.note.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(readout.note);
    return readout.key + QLatin1Char('\t') + value + unit + note + QLatin1Char('\n');
}

} // namespace

int runRead(const QStringList& arguments, DataCatalogue& catalogue, Streams* streams)
{
    QCommandLineParser parser;
    const QCommandLineOption json(
        QStringLiteral("json"), QStringLiteral("State, readouts, narration and diagnostics as JSON."));
    const QCommandLineOption tables(
        QStringLiteral("tables"), QStringLiteral("With the tables behind the figures."));
    parser.addOption(json);
    parser.addOption(tables);
    addInputOptions(&parser);
    parser.addPositionalArgument(
        QStringLiteral("LINK"), QStringLiteral("The state, as a link or a .tangent file."));
    int exitCode = exitDone;
    if (!parseCommand(&parser, arguments, 1, streams, &exitCode))
        return exitCode;
    const auto subject = subjectOf(parser.positionalArguments().first(), parser, catalogue, streams);
    if (!subject)
        return exitInput;
    if (!parser.isSet(json)) {
        for (const Readout& readout : subject->scene.readouts)
            streams->out += plainLine(readout);
        return exitDone;
    }
    QJsonObject readouts;
    for (const Readout& readout : subject->scene.readouts)
        readouts[readout.key] = readoutJson(readout);
    QJsonArray diagnostics;
    for (const Diagnostic& diagnostic : subject->scene.diagnostics)
        diagnostics.append(diagnosticJson(diagnostic));
    QString narration = subject->scene.narration;
    QJsonObject answer{{QStringLiteral("format"), 1}, {QStringLiteral("topic"), subject->settled.state.topic},
        {QStringLiteral("link"), writeLink(subject->settled)},
        {QStringLiteral("data-line"), subject->scene.dataLine},
        {QStringLiteral("state"), stateToJson(subject->settled, subject->scene)},
        {QStringLiteral("readouts"), readouts},
        {QStringLiteral("narration"), narration.remove(QStringLiteral("**"))},
        {QStringLiteral("diagnostics"), diagnostics}};
    if (parser.isSet(tables)) {
        QJsonObject all;
        for (const DataTable& table : subject->scene.tables)
            all[table.key] = tableJson(table);
        answer[QStringLiteral("tables")] = all;
    }
    streams->out += QString::fromUtf8(QJsonDocument(answer).toJson());
    return exitDone;
}

} // namespace tangent
