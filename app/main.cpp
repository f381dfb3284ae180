// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/command_line.h"
#include "app/lab/data/catalogue.h"

#include <QApplication>

#include <cstdio>

namespace {

int runHeadless(const QStringList& arguments)
{
    tangent::Streams streams;
    const int exitCode = tangent::runCommand(arguments, tangent::DataCatalogue::shared(), &streams);
    std::fputs(streams.out.toUtf8().constData(), stdout);
    std::fputs(streams.err.toUtf8().constData(), stderr);
    return exitCode;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("tangent"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TANGENT_VERSION));
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    if (tangent::isCommand(arguments)) {
        qputenv("QT_QPA_PLATFORM", "offscreen"); // before anything asks for a display
        QApplication application(argc, argv);
        return runHeadless(arguments);
    }
    return 0;
}
