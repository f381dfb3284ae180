// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/registry.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "tests/benchmarks/report.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <functional>

namespace tangent::benchmarks {

inline constexpr double longestDrag = 2000; ///< ms; a drag that takes longer ends early
inline constexpr int longestWait = 20'000;  ///< ms for one picture; after that it counts as it stands
inline constexpr int fewestChanges = 5;     ///< that are made even when they take long
inline constexpr int refinedChanges = 40;

/// A single figure.
inline Runs once(double value)
{
    return {{value}, {value}};
}

/// Lets the event loop run until a scene of the newest state is shown (`complete`: the last one of it), then
/// paints what is due into the backing store.
inline void waitUntilPainted(MainWindow& window, bool complete)
{
    QEventLoop untilShown;
    const auto waits = [&] { return complete ? window.lab().isBusy() : window.lab().isBehind(); };
    const auto connection = QObject::connect(&window.lab(), &LabPanel::sceneShown, &untilShown, [&] {
        if (!waits())
            untilShown.quit();
    });
    if (waits()) {
        QTimer::singleShot(longestWait, &untilShown, &QEventLoop::quit);
        untilShown.exec();
    }
    QObject::disconnect(connection);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::UpdateRequest);
}

inline void open(MainWindow& window, const QString& link)
{
    QString complaint;
    const auto request = readLink(link, &complaint);
    window.experiment().open(*findLab(request->topic), *request);
    waitUntilPainted(window, true);
}

using IntentAt = std::function<Intent(double share, int index)>;

/// What a drag cost: each change to its painted picture, and to its handle and controls.
struct Drag {
    Runs full;
    Runs controls;
    bool refined = false; ///< a scene was refined after it was first shown
};

/// A drag of so many changes from a state.
inline Drag drag(MainWindow& window, const QString& link, const IntentAt& at, int count, bool complete)
{
    open(window, link);
    Drag made;
    const double start = now();
    bool last = false;
    for (int i = 0; !last; ++i) {
        last = i + 1 == count || (i + 1 >= fewestChanges && now() - start > longestDrag);
        Intent intent = at(double(i) / (count - 1), i);
        intent.phase = i == 0 ? Intent::Phase::Begin : last ? Intent::Phase::End : Intent::Phase::Move;
        const Stopwatch untilPainted(made.full);
        {
            const Stopwatch untilControls(made.controls, Whose::Thread);
            window.experiment().apply(intent);
        }
        waitUntilPainted(window, complete);
        made.refined = made.refined || window.lab().isBusy();
    }
    return made;
}

/// Reports a drag: every change to its first painted scene while the next change follows at once, and where
/// scenes are refined also to the last one, unless a large table makes that a matter of seconds.
inline void sweepIntent(MainWindow& window, const QString& name, const QString& link, const IntentAt& at,
    int count, bool large = false)
{
    const Drag made = drag(window, link, at, count, false);
    report(name.toStdString(), made.full, window.experiment().link().toStdString());
    report(name.toStdString() + " (state to handle and controls, before paint)", made.controls, "");
    if (made.refined && !large) {
        const Drag whole = drag(window, link, at, std::min(count, refinedChanges), true);
        report(name.toStdString() + " (to the last, refined scene)", whole.full, "");
    }
}

inline void sweep(MainWindow& window, const QString& name, const QString& link, const QString& key,
    double from, double to, int count)
{
    const auto at = [&](double share, int) {
        Intent intent;
        intent.values[key] = from + (to - from) * share;
        return intent;
    };
    sweepIntent(window, name, link, at, count);
}

inline double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

} // namespace tangent::benchmarks
