// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/command_line.h"
#include "app/take_away/tables.h"

#include <QDir>
#include <QFileInfo>

namespace tangent {

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
    const std::vector<DataTable> tables = tablesOf(subject->scene);
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
