// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/experiment/runner.h"
#include "tests/support/test_program.h"

#include <QSignalSpy>

#include <chrono>

using namespace tangent;

namespace {

/// A lab that takes its time and shows the number it was asked for.
class SlowLab final : public Lab {
public:
    LabInfo info() const override
    {
        return {
            QStringLiteral("slow"), QStringLiteral("Slow"), QStringLiteral("concepts"), {1}, Speed::Work, {}};
    }
    Parameters parameters(const DeclarationContext&) const override { return {}; }
    std::vector<Preset> presets() const override { return {}; }

    Scene compute(const Settled& state, Stages&, const Progress& progress) const override
    {
        ++started;
        const double wanted = number(state.values.value(QStringLiteral("number")));
        Scene scene;
        scene.narration = QString::number(wanted);
        if (showsPartial)
            progress.partial(scene);
        const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(work);
        const auto isUnwanted = [&] { return progress.cancelled() || (refines && progress.givesWay()); };
        while (std::chrono::steady_clock::now() < end && !isUnwanted())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        progress.report(0.5);
        return scene;
    }

    int work = 20;
    bool showsPartial = false;
    bool refines = false; ///< gives way to a newer state after its partial scene
    mutable std::atomic<int> started = 0;
};

Settled asked(double wanted)
{
    Settled state;
    state.values[QStringLiteral("number")] = wanted;
    return state;
}

QStringList narrations(const QSignalSpy& scenes)
{
    QStringList all;
    for (const QList<QVariant>& call : scenes)
        all << call[0].value<Scene>().narration;
    return all;
}

} // namespace

/// Its delivery rule: one runs, the newest waits, results only go forward.
class RunnerTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qRegisterMetaType<Scene>("tangent::Scene");
        qRegisterMetaType<Settled>("tangent::Settled");
    }

    void aBurstShowsTheFirstAndTheLast()
    {
        SlowLab lab;
        lab.work = 400; // longer than the burst below takes anywhere
        Runner runner;
        QSignalSpy scenes(&runner, &Runner::sceneReady);
        runner.request(lab, asked(0), true);
        QTRY_COMPARE(lab.started.load(), 1);
        for (int i = 1; i <= 50; ++i)
            runner.request(lab, asked(i), false);
        QVERIFY(runner.isBusy());
        QTRY_VERIFY(!runner.isBusy());
        QCOMPARE(narrations(scenes), QStringList({"0", "50"}));
        QCOMPARE(lab.started.load(), 2);
    }

    void anotherTopicCancelsWhatRuns()
    {
        SlowLab slow;
        slow.work = 60000;
        SlowLab quick;
        quick.work = 0;
        Runner runner;
        QSignalSpy scenes(&runner, &Runner::sceneReady);
        runner.request(slow, asked(1), true);
        QTRY_COMPARE(slow.started.load(), 1);
        runner.request(quick, asked(2), true);
        QTRY_VERIFY(!runner.isBusy());
        QCOMPARE(narrations(scenes), QStringList({"2"}));
    }

    void aPartialSceneIsShownAndGivesWay()
    {
        SlowLab lab;
        lab.work = 60000;
        lab.showsPartial = true;
        Runner runner;
        QSignalSpy scenes(&runner, &Runner::sceneReady);
        runner.request(lab, asked(1), true);
        QTRY_COMPARE(scenes.count(), 1);
        QVERIFY(scenes.first()[0].value<Scene>().partial);
        runner.request(lab, asked(2), false); // gives way once it has waited
        QTRY_COMPARE(scenes.count(), 2);
        QCOMPARE(narrations(scenes).last(), QStringLiteral("2"));
    }

    void aPartialSceneIsCompletedIfNothingWaits()
    {
        SlowLab lab;
        lab.work = 400; // longer than the patience of a request that waits
        lab.showsPartial = true;
        Runner runner;
        QSignalSpy scenes(&runner, &Runner::sceneReady);
        runner.request(lab, asked(1), true);
        QTRY_VERIFY(!runner.isBusy());
        QCOMPARE(scenes.count(), 2);
        QVERIFY(!scenes.last()[0].value<Scene>().partial);
    }

    void refinementsGiveWayAtOnce()
    {
        SlowLab lab;
        lab.work = 60000;
        lab.showsPartial = true;
        lab.refines = true;
        Runner runner;
        QSignalSpy scenes(&runner, &Runner::sceneReady);
        for (int i = 1; i <= 5; ++i) {
            runner.request(lab, asked(i), i == 1);
            QTRY_COMPARE(scenes.count(), i);
        }
        // Each state showed its partial scene; what gave way showed nothing more.
        QCOMPARE(narrations(scenes), QStringList({"1", "2", "3", "4", "5"}));
        for (const QList<QVariant>& call : scenes)
            QVERIFY(call[0].value<Scene>().partial);
        QVERIFY(runner.isBusy());
        QVERIFY(!runner.isBehind());
    }

    void endingItStopsTheWork()
    {
        SlowLab lab;
        lab.work = 60000;
        auto runner = std::make_unique<Runner>();
        runner->request(lab, asked(1), true);
        QTRY_COMPARE(lab.started.load(), 1);
        runner.reset(); // returns: the work heard that it is not wanted
    }
};

TANGENT_TEST(RunnerTest)
#include "runner_test.moc"
