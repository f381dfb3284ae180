// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/topics/models/k_means_probe.h"

using namespace tangent;
using namespace tangent::tests;
using namespace tangent::tests::kmeans;

/// k-means under a hand: the trap, the way out of it, and what a drag writes.
class KMeansHandTest : public QObject {
    Q_OBJECT

private slots:
    void theFirstPictureIsTheTrap()
    {
        const Probe found = of({});
        QVERIFY(found.state.complaints.empty());
        COMPARE_NEAR(found["inertia"], 170.48, 0.01);
        COMPARE_NEAR(found["inertia"] / found["inertia-over-best"], 76.994, 0.001);
        QCOMPARE(sizesOf(found.scene, 4), (QList<int>{22, 28, 50, 100}));
        QVERIFY(found.scene.narration.contains(QStringLiteral("it is wrong")));
        QVERIFY(found.scene.timeline && found.scene.timeline->at == found.scene.timeline->last);
        for (int c = 1; c <= 4; ++c)
            QVERIFY(handleOf(found.scene, QStringLiteral("centre-%1").arg(c)));
        for (const char* figure : {"plane", "elbow", "silhouette", "inertia", "outcomes"})
            QVERIFY2(found.scene.figure(QLatin1String(figure)), figure);
    }

    void pullingACrowdedCentreAcrossSetsItRight_data()
    {
        QTest::addColumn<QString>("centre");
        QTest::addColumn<QPointF>("to");
        QTest::newRow("second centre, upper blob") << "centre-2" << QPointF(6, 1);
        QTest::newRow("third centre, upper blob") << "centre-3" << QPointF(6, 1);
        QTest::newRow("third centre, lower blob") << "centre-3" << QPointF(5.5, -1.4);
        QTest::newRow("dropped short") << "centre-2" << QPointF(4, 1.5);
    }

    void pullingACrowdedCentreAcrossSetsItRight()
    {
        QFETCH(QString, centre);
        QFETCH(QPointF, to);
        const Probe before = of({});
        const Probe after = dragged(before, centre, to);
        QVERIFY(after.state.complaints.empty());
        COMPARE_NEAR(after["inertia"], 76.994, 0.001);
        COMPARE_NEAR(after["inertia-over-best"], 1, 1e-9);
        QCOMPARE(after["adjusted-rand"], 1.0);
        QVERIFY(after.scene.narration.contains(QStringLiteral("had stopped")));
        QCOMPARE(after.scene.timeline->marks, std::vector<double>{before["iterations"]});
    }

    void draggingOnReplacesTheEdit()
    {
        Probe found = of({});
        for (const double x : {-5.0, -2.0, 1.0, 5.0}) {
            found = dragged(found, QStringLiteral("centre-3"), {x, 1});
            QCOMPARE(found.state.rowsOf("edits").size(), size_t(1));
            const Handle* handle = handleOf(found.scene, QStringLiteral("centre-3"));
            QVERIFY(handle->onGrab.isEmpty());
            QCOMPARE(handle->at, QPointF(x, 1));
        }
        QCOMPARE(cellNumber(found.state.rowsOf("edits")[0][0]), 5.0);
        QCOMPARE(cellNumber(found.state.rowsOf("edits")[0][1]), 3.0);
        const Probe another = dragged(found, QStringLiteral("centre-1"), {0, 0});
        QCOMPARE(another.state.rowsOf("edits").size(), size_t(2));
        QCOMPARE(cellNumber(another.state.rowsOf("edits")[1][0]), found["iterations"]);
    }

    void aDragMidRunEditsThatStep()
    {
        for (const char* query : {"step=1", "step=1.5"}) {
            Probe found = dragged(of(QLatin1String(query)), QStringLiteral("centre-2"), {6, 1});
            found = dragged(found, QStringLiteral("centre-2"), {5, 2});
            QCOMPARE(found.state.rowsOf("edits"), (Rows{{1.0, 2.0, 5.0, 2.0}}));
            QCOMPARE(found.scene.timeline->at, QLatin1String(query) == QLatin1String("step=1") ? 1.0 : 1.5);
        }
    }

    void aStepBeyondTheEndIsTheEnd()
    {
        const Probe beyond = of(QStringLiteral("step=700"));
        COMPARE_NEAR(beyond["inertia"], 170.48, 0.01);
        const Probe after = dragged(beyond, QStringLiteral("centre-3"), {6, 1});
        COMPARE_NEAR(after["inertia"], 76.994, 0.001);
    }

    void placingByHandWritesTheCentres()
    {
        const Probe found = of(QStringLiteral("start=by-hand&step=0"));
        const Probe after = dragged(found, QStringLiteral("centre-4"), {1, 2});
        QCOMPARE(after.state.rowsOf("centres").size(), size_t(4));
        QCOMPARE(after.state.rowsOf("centres")[3], (Row{1.0, 2.0}));
        QVERIFY(after.state.rowsOf("edits").empty());
        const Probe atEnd = dragged(of(QStringLiteral("start=by-hand")), QStringLiteral("start-4"), {1, 2});
        QCOMPARE(atEnd.state.rowsOf("centres")[3], (Row{1.0, 2.0}));
    }

    void handlesSpeakDataUnitsWhenStandardised()
    {
        const Probe found = of(QStringLiteral("data=faithful&k=2&standardise=true"));
        const Probe after = dragged(found, QStringLiteral("centre-1"), {0, 0}); // the mean of either column
        const Row edit = after.state.rowsOf("edits").at(0);
        COMPARE_NEAR(cellNumber(edit[2]), 3.4878, 5e-4);
        COMPARE_NEAR(cellNumber(edit[3]), 70.897, 5e-3);
    }

    void inertiaOnlyRisesUnderAHand_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("rises");
        QTest::newRow("trap") << "" << 0;
        QTest::newRow("ten clusters") << "k=10&start=random-rows" << 0;
        QTest::newRow("penguins") << "data=penguins&k=5&standardise=true" << 0;
        QTest::newRow("lost centres") << "start=by-hand&centres=0,0;100,100;200,200;300,0" << 0;
        QTest::newRow("one hand") << "edits=2,1,0,0" << 1;
        QTest::newRow("two hands") << "edits=1,1,0,0;4,2,5,5" << 2;
    }

    void inertiaOnlyRisesUnderAHand()
    {
        QFETCH(QString, query);
        QFETCH(int, rises);
        const Scene scene = of(query).scene;
        const std::vector<double> inertia = columnOf(scene, "steps", 1);
        const std::vector<double> hand = columnOf(scene, "steps", 2);
        int risen = 0;
        for (size_t half = 1; half < inertia.size(); ++half) {
            if (inertia[half] <= inertia[half - 1] * (1 + 1e-12))
                continue;
            ++risen;
            QCOMPARE(hand[half], 1.0);
        }
        QCOMPARE(risen, rises);
    }

    void editsDoNotEnterElbowAndBest()
    {
        const Probe plain = of({});
        const Probe edited = of(QStringLiteral("edits=1,1,3,3"));
        QCOMPARE(columnOf(edited.scene, "elbow", 1), columnOf(plain.scene, "elbow", 1));
        COMPARE_NEAR(edited["inertia"] / edited["inertia-over-best"],
            plain["inertia"] / plain["inertia-over-best"], 1e-9);
    }

    void anotherSeedForgetsWhatTheHandDid()
    {
        const Probe edited = of(QStringLiteral("edits=5,3,6,1"));
        const Handle* seed = handleOf(edited.scene, QStringLiteral("seed"));
        QVERIFY(seed && seed->onGrab.contains(QStringLiteral("edits")));
        QVERIFY(std::holds_alternative<std::monostate>(seed->onGrab[QStringLiteral("edits")]));
        QVERIFY(seed->minimum <= 160 && seed->maximum >= 160);
    }
};

TANGENT_TEST(KMeansHandTest)
#include "k_means_hand_test.moc"
