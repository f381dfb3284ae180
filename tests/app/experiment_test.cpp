// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/experiment/experiment.h"
#include "app/experiment/glide.h"
#include "app/lab/registry.h"
#include "tests/support/test_program.h"

#include <QSignalSpy>

using namespace tangent;

namespace {

Intent intentOf(const char* key, const Value& value, Intent::Phase phase = Intent::Phase::Whole)
{
    Intent intent;
    intent.values[QLatin1String(key)] = value;
    intent.phase = phase;
    return intent;
}

void open(Experiment& experiment, const QString& link)
{
    QString complaint;
    const auto request = readLink(link, &complaint);
    experiment.open(*findLab(request->topic), *request);
}

} // namespace

/// The one place where the state changes.
class ExperimentTest : public QObject {
    Q_OBJECT

private slots:
    void init() { experiment = std::make_unique<Experiment>(DataCatalogue::shared()); }

    void aDragIsOneStep()
    {
        open(*experiment, QStringLiteral("gradient-descent"));
        experiment->apply(intentOf("learning-rate", 0.19, Intent::Phase::Begin));
        experiment->apply(intentOf("learning-rate", 0.20, Intent::Phase::Move));
        experiment->apply(intentOf("learning-rate", 0.21, Intent::Phase::End));
        QCOMPARE(experiment->link(), QStringLiteral("tangent:gradient-descent?learning-rate=0.21"));
        experiment->undo();
        QCOMPARE(experiment->link(), QStringLiteral("tangent:gradient-descent"));
        QVERIFY(!experiment->canUndo());
        experiment->redo();
        QCOMPARE(experiment->current().real("learning-rate"), 0.21);
    }

    void aDragThatComesBackLeavesNoStep()
    {
        open(*experiment, QStringLiteral("gradient-descent"));
        experiment->apply(intentOf("learning-rate", 0.18, Intent::Phase::Begin));
        experiment->apply(intentOf("learning-rate", 0.3, Intent::Phase::Move));
        experiment->apply(intentOf("learning-rate", 0.18, Intent::Phase::End));
        QVERIFY(!experiment->canUndo());
    }

    void twoDragsAreTwoSteps()
    {
        open(*experiment, QStringLiteral("gradient-descent"));
        for (const double rate : {0.1, 0.15}) {
            experiment->apply(intentOf("learning-rate", rate, Intent::Phase::Begin));
            experiment->apply(intentOf("learning-rate", rate + 0.01, Intent::Phase::End));
        }
        experiment->undo();
        QCOMPARE(experiment->current().real("learning-rate"), 0.11);
    }

    void whatThePointerFollowsIsNoState()
    {
        open(*experiment, QStringLiteral("gradient-descent"));
        experiment->apply(intentOf("step", 7.0, Intent::Phase::Follow));
        QCOMPARE(experiment->current().real("step"), 7.0);
        QCOMPARE(experiment->link(), QStringLiteral("tangent:gradient-descent"));
        QVERIFY(!experiment->canUndo());
        experiment->apply(intentOf("step", Value(), Intent::Phase::Follow));
        QCOMPARE(experiment->current().real("step"), 20.0);
    }

    void anotherSurfaceBringsItsOwnRate()
    {
        open(*experiment, QStringLiteral("gradient-descent?learning-rate=0.21"));
        experiment->apply(intentOf("function", QStringLiteral("rosenbrock")));
        QCOMPARE(experiment->current().real("learning-rate"), 0.001);
        experiment->undo();
        QCOMPARE(experiment->current().real("learning-rate"), 0.21);
    }

    void aDefaultIsNotKept()
    {
        open(*experiment, QStringLiteral("gradient-descent?learning-rate=0.18&step=20"));
        QCOMPARE(experiment->link(), QStringLiteral("tangent:gradient-descent"));
    }

    void complaintsAreTold()
    {
        QSignalSpy told(experiment.get(), &Experiment::complained);
        open(*experiment, QStringLiteral("gradient-descent?learning-rate=99&step=3"));
        QCOMPARE(told.count(), 1);
        QCOMPARE(experiment->current().real("learning-rate"), 0.18);
        QCOMPARE(experiment->current().real("step"), 3.0);
    }

    void queriesComeFromHereOrFromTheDefaults()
    {
        open(*experiment, QStringLiteral("gradient-descent?learning-rate=0.1"));
        experiment->applyQuery(QStringLiteral("step=9"), false);
        QCOMPARE(experiment->link(), QStringLiteral("tangent:gradient-descent?learning-rate=0.1&step=9"));
        experiment->applyQuery(QStringLiteral("step=9"), true);
        QCOMPARE(experiment->link(), QStringLiteral("tangent:gradient-descent?step=9"));
        experiment->reset();
        QCOMPARE(experiment->link(), QStringLiteral("tangent:gradient-descent"));
    }

    void glidesAreOneStepAndArrive()
    {
        open(*experiment, QStringLiteral("gradient-descent?learning-rate=0.1"));
        Glide glide(*experiment);
        QSignalSpy changes(experiment.get(), &Experiment::changed);
        glide.to(QStringLiteral("learning-rate=0.21&step=5"), false);
        QTRY_COMPARE(
            experiment->link(), QStringLiteral("tangent:gradient-descent?learning-rate=0.21&step=5"));
        QVERIFY(changes.count() > 2);
        experiment->undo();
        QCOMPARE(experiment->link(), QStringLiteral("tangent:gradient-descent?learning-rate=0.1"));
    }

    void withoutMotionItJumps()
    {
        open(*experiment, QStringLiteral("gradient-descent"));
        Glide glide(*experiment);
        glide.setMotion(false);
        glide.to(QStringLiteral("learning-rate=0.21"), false);
        QCOMPARE(experiment->current().real("learning-rate"), 0.21);
    }

    void topicsAreVisitedLikePages()
    {
        if (allLabs().size() < 2)
            return;
        const QString other = allLabs()[1]->info().id == QLatin1String("gradient-descent")
            ? allLabs()[0]->info().id
            : allLabs()[1]->info().id;
        open(*experiment, QStringLiteral("gradient-descent?step=5"));
        open(*experiment, other);
        QVERIFY(experiment->canGoBack());
        experiment->back();
        QCOMPARE(experiment->link(), QStringLiteral("tangent:gradient-descent?step=5"));
        experiment->forward();
        QCOMPARE(experiment->state().topic, other);
    }

private:
    std::unique_ptr<Experiment> experiment;
};

TANGENT_TEST(ExperimentTest)
#include "experiment_test.moc"
