// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/command_line.h"
#include "app/lab/data/catalogue.h"
#include "app/window/main_window.h"

#include <QApplication>
#include <QTemporaryDir>

#include <cstdio>

namespace {

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("tangent"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TANGENT_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.tangent_lab.Tangent"));
}

int runHeadless(int& argc, char** argv, const QStringList& arguments)
{
    // Before anything asks for a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir runtime; // a private folder, as Qt asks for, where the system gives none
    if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
        qputenv("XDG_RUNTIME_DIR", runtime.path().toLocal8Bit());
    QApplication application(argc, argv);
    application.setStyle(QStringLiteral("Fusion"));
    tangent::Streams streams;
    const int exitCode = tangent::runCommand(arguments, tangent::DataCatalogue::shared(), &streams);
    std::fputs(streams.out.toUtf8().constData(), stdout);
    std::fputs(streams.err.toUtf8().constData(), stderr);
    return exitCode;
}

int openWindow(int& argc, char** argv)
{
    QApplication application(argc, argv);
    application.setStyle(QStringLiteral("Fusion"));
    tangent::MainWindow window(tangent::DataCatalogue::shared());
    const QStringList words = application.arguments().mid(1); // without what Qt itself understood
    window.keepRecovery();
    if (words.isEmpty())
        window.openStart();
    else
        window.openAnything(words.first());
    window.show();
    return application.exec();
}

} // namespace

int main(int argc, char** argv)
{
    nameProgram();
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return tangent::isCommand(arguments) ? runHeadless(argc, argv, arguments) : openWindow(argc, argv);
}
