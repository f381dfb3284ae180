// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of topic: endurance-topics [CHANGES]
// Opens one lab after the other, each until its scene is shown. Ends with 1 when the memory at the end is
// more than 5 % over what it was after the first hundred changes, or when Qt warned of something.
#include "app/lab/registry.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "app/window/topics_panel.h"
#include "tests/endurance/process.h"

#include <QElapsedTimer>
#include <QTest>

#include <cstdio>

using namespace tangent;
using namespace tangent::tests;

namespace {

constexpr int warmUp = 100;
constexpr double allowedGrowth = 1.05;

int change(int changes)
{
    Settings().setHintsSeen();
    MainWindow window(DataCatalogue::shared());
    window.openStart();
    window.show();
    const auto& labs = allLabs();
    double after = 0;
    QElapsedTimer clock;
    clock.start();
    for (int i = 1; i <= changes; ++i) {
        emit window.topics().topicChosen(labs[size_t(i) % labs.size()]->info().id);
        if (!QTest::qWaitFor([&] { return !window.lab().isBusy(); }, 120'000))
            std::printf("%s was not shown within two minutes\n", qPrintable(window.experiment().link()));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        if (i == warmUp)
            after = residentMegabytes();
        if (i == warmUp || i % 1000 == 0 || i == changes) {
            std::printf(
                "%d changes, %.0f s, %.1f MiB\n", i, double(clock.elapsed()) / 1000, residentMegabytes());
            std::fflush(stdout);
        }
    }
    const double end = residentMegabytes();
    std::printf("%.1f MiB after %d changes, %.1f MiB at the end: %+.1f %%\n", after, warmUp, end,
        after > 0 ? 100 * (end / after - 1) : 0);
    for (const QString& warning : Warnings::list())
        std::printf("warning: %s\n", qPrintable(warning));
    return Warnings::list().isEmpty() && (after == 0 || end <= after * allowedGrowth) ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    return runInOwnHome(argc, argv, [](const QStringList& words) {
        return change(std::max(1, words.value(1, QStringLiteral("10000")).toInt()));
    });
}
