// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QByteArray>
#include <QFile>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>

#include <malloc.h>

namespace tangent::tests {

/// Memory of this process that stands in the machine, in MiB, after what is free was given back. Linux only.
inline double residentMegabytes()
{
    malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

/// Every warning that Qt gives, but those that the offscreen platform gives of itself.
class Warnings {
public:
    static void collect()
    {
        static const QtMessageHandler before = qInstallMessageHandler(nullptr);
        qInstallMessageHandler([](QtMsgType type, const QMessageLogContext& context, const QString& text) {
            const bool ofThePlatform = text.startsWith(QLatin1String("This plugin does not support"));
            if (type != QtDebugMsg && type != QtInfoMsg && !ofThePlatform)
                list() << text;
            if (before)
                before(type, context, text);
            else
                fprintf(stderr, "%s\n", qPrintable(text));
        });
    }
    static QStringList& list()
    {
        static QStringList all;
        return all;
    }
};

/// Runs `work` with the words of the command line in an application without a display, whose files live in
/// a folder that goes with it. Returns what the program ends with.
inline int runInOwnHome(int argc, char** argv, const std::function<int(const QStringList& words)>& work)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir home;
    for (const char* place : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        qputenv(place, home.path().toLocal8Bit());
    QApplication application(argc, argv);
    application.setStyle(QStringLiteral("Fusion"));
    Warnings::collect();
    return work(application.arguments());
}

} // namespace tangent::tests
