// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/command_line.h"

#include "app/lab/nearest_name.h"

#include <QCoreApplication>
#include <QMap>

namespace tangent {

namespace {

using Command = int (*)(const QStringList&, DataCatalogue&, Streams*);

const QMap<QString, Command>& commands()
{
    static const QMap<QString, Command> all{
        {QStringLiteral("topics"), runTopics},
        {QStringLiteral("read"), runRead},
        {QStringLiteral("render"), runRender},
        {QStringLiteral("gallery"), runGallery},
        {QStringLiteral("export"), runExport},
        {QStringLiteral("check"), runCheck},
        {QStringLiteral("handout"), runHandout},
    };
    return all;
}

QString usage()
{
    return QStringLiteral(
        "Usage: tangent [LINK | FILE]           open the lab\n"
        "       tangent topics [--json]         the labs there are\n"
        "       tangent read LINK [--json]      the numbers of a state\n"
        "       tangent render LINK -o FILE     a picture of a state\n"
        "       tangent gallery -o DIR          a page with every lab\n"
        "       tangent export LINK -o FILE     the data behind the figures\n"
        "       tangent check FILE              what is wrong with a state file, note or talk\n"
        "       tangent handout TALK.md -o FILE a talk on paper, as PDF\n"
        "Each command explains itself with --help.\n");
}

} // namespace

bool isCommand(const QStringList& arguments)
{
    if (arguments.isEmpty())
        return false;
    const QString first = arguments.first();
    return commands().contains(first) || first == QLatin1String("--help") || first == QLatin1String("-h")
        || first == QLatin1String("--version");
}

int runCommand(const QStringList& arguments, DataCatalogue& catalogue, Streams* streams)
{
    const QString first = arguments.first();
    if (first == QLatin1String("--version")) {
        streams->out +=
            QStringLiteral("tangent ") + QCoreApplication::applicationVersion() + QLatin1Char('\n');
        return exitDone;
    }
    if (!commands().contains(first)) {
        streams->out += usage();
        return exitDone;
    }
    return commands()[first](arguments.mid(1), catalogue, streams);
}

bool parseCommand(QCommandLineParser* parser, const QStringList& arguments, int positionals, Streams* streams,
    int* exitCode)
{
    const QCommandLineOption help(
        {QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this text."));
    parser->addOption(help);
    const bool parsed = parser->parse(QStringList(QStringLiteral("tangent")) + arguments);
    if (parsed && parser->isSet(help)) {
        streams->out += parser->helpText();
        *exitCode = exitDone;
        return false;
    }
    *exitCode = exitInput;
    if (!parsed) {
        streams->err += parser->errorText() + QLatin1Char('\n');
        return false;
    }
    if (positionals >= 0 && parser->positionalArguments().size() != positionals) {
        streams->err +=
            QStringLiteral("This command takes %1 argument(s), %2 are given; --help shows them.\n")
                .arg(positionals)
                .arg(parser->positionalArguments().size());
        return false;
    }
    return true;
}

} // namespace tangent
