// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/command_line.h"
#include "widgets/scene/number_text.h"

#include <QDir>
#include <QFileInfo>

namespace tangent {

namespace {

QString csvText(const QString& text)
{
    static const QString special = QStringLiteral(",\"\n\r");
    const bool plain = std::none_of(text.begin(), text.end(), [](QChar c) { return special.contains(c); });
    return plain ? text
                 : QLatin1Char('"') + QString(text).replace(QLatin1Char('"'), QStringLiteral("\"\""))
            + QLatin1Char('"');
}

QByteArray csvOf(const DataTable& table)
{
    QStringList header;
    for (const QString& column : table.columns)
        header << csvText(column);
    QString csv = header.join(QLatin1Char(',')) + QLatin1Char('\n');
    for (const auto& row : table.rows) {
        QStringList cells;
        for (const Cell& cell : row)
            cells << csvText(cellText(cell));
        csv += cells.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    return csv.toUtf8();
}

DataTable readoutTable(const Scene& scene)
{
    DataTable table{QStringLiteral("readouts"),
        {QStringLiteral("key"), QStringLiteral("value"), QStringLiteral("unit")}, {}};
    for (const Readout& readout : scene.readouts) {
        const auto number = readout.number();
        const QString* words = std::get_if<QString>(&readout.value);
        table.rows.push_back({readout.key,
            number      ? exactNumber(*number)
                : words ? *words
                        : QString(),
            readout.unit});
    }
    return table;
}

} // namespace

int runExport(const QStringList& arguments, DataCatalogue& catalogue, Streams* streams)
{
    QCommandLineParser parser;
    const QCommandLineOption output(QStringLiteral("o"),
        QStringLiteral("A CSV file for the first table, or a folder for all."),
        QStringLiteral("OUT.csv|DIR"));
    parser.addOption(output);
    addInputOptions(&parser);
    parser.addPositionalArgument(
        QStringLiteral("LINK"), QStringLiteral("The state, as a link or a .tangent file."));
    int exitCode = exitDone;
    if (!parseCommand(&parser, arguments, 1, streams, &exitCode))
        return exitCode;
    const QString path = parser.value(output);
    if (path.isEmpty()) {
        streams->err += QStringLiteral("Say where to: -o OUT.csv or -o FOLDER.\n");
        return exitInput;
    }
    const auto subject = subjectOf(parser.positionalArguments().first(), parser, catalogue, streams);
    if (!subject)
        return exitInput;
    std::vector<DataTable> tables = subject->scene.tables;
    tables.push_back(readoutTable(subject->scene));
    if (path.endsWith(QLatin1String(".csv")))
        return writeFile(path, csvOf(tables.front()), streams) ? exitDone : exitMachine;
    if (!QDir().mkpath(path)) {
        streams->err += QStringLiteral("Cannot make the folder %1.\n").arg(path);
        return exitMachine;
    }
    for (const DataTable& table : tables) {
        if (!writeFile(QDir(path).filePath(table.key + QStringLiteral(".csv")), csvOf(table), streams))
            return exitMachine;
    }
    return exitDone;
}

} // namespace tangent
