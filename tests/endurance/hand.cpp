// SPDX-License-Identifier: GPL-3.0-or-later
// A hand that plays: endurance-hand [ACTIONS [SEED [MIB]]]
// Plays seeded random actions over all labs. After each stretch everything is undone: the first state must
// come back with the first scene. Ends with 1 on a Qt warning, on a scene that is not the first one, and when
// the memory grew by more than MIB (0: not looked at) in the second half: by then every lab was open.
#include "app/lab/registry.h"
#include "app/window/lab_panel.h"
#include "tests/endurance/process.h"
#include "tests/endurance/random_hand.h"

#include <QElapsedTimer>
#include <QTest>

#include <cstdio>

using namespace tangent;
using namespace tangent::tests;

namespace {

constexpr int stretch = 500; ///< actions between two undos back to the first state

int play(int actions, std::uint64_t seed, double allowedMegabytes)
{
    Settings().setHintsSeen();
    MainWindow window(DataCatalogue::shared());
    Request request;
    request.topic = allLabs().front()->info().id;
    window.experiment().open(*allLabs().front(), request);
    window.show();
    RandomHand hand(window, seed);
    hand.rest();
    const State firstState = window.experiment().state();
    const Scene firstScene = window.lab().scene();
    int failures = 0;
    double after = 0;
    QElapsedTimer clock;
    clock.start();
    for (int i = 1; i <= actions; ++i) {
        hand.act();
        if (qEnvironmentVariableIsSet("TANGENT_TELL")) {
            std::printf(
                "%d %s | %s\n", i, qPrintable(hand.last()), qPrintable(window.experiment().link().left(300)));
            std::fflush(stdout);
        }
        if (i % stretch != 0 && i != actions)
            continue;
        hand.undoAll();
        if (!(window.experiment().state() == firstState) || !(window.lab().scene() == firstScene)) {
            ++failures;
            std::printf("action %d: undo led to %s, not to the first scene\n", i,
                qPrintable(window.experiment().link()));
        }
        const double now = residentMegabytes();
        if (after == 0 && i >= actions / 2)
            after = now;
        std::printf("%d actions, %.0f s, %.1f MiB\n", i, double(clock.elapsed()) / 1000, now);
        std::fflush(stdout);
    }
    if (allowedMegabytes > 0 && residentMegabytes() > after + allowedMegabytes) {
        ++failures;
        std::printf("the memory grew from %.1f to %.1f MiB\n", after, residentMegabytes());
    }
    for (const QString& warning : Warnings::list())
        std::printf("warning: %s\n", qPrintable(warning));
    return failures == 0 && Warnings::list().isEmpty() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    return runInOwnHome(argc, argv, [](const QStringList& words) {
        return play(std::max(1, words.value(1, QStringLiteral("300")).toInt()),
            words.value(2, QStringLiteral("1")).toULongLong(),
            words.value(3, QStringLiteral("0")).toDouble());
    });
}
