// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/lab_probe.h"
#include "tests/support/test_program.h"

using namespace tangent;
using namespace tangent::tests;

/// Every state that the note walks through shows what the note says of it.
class GradientDescentTest : public QObject {
    Q_OBJECT

private slots:
    void stepsToConverge_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("steps");
        QTest::newRow("a small rate crawls") << "learning-rate=0.01" << 1055;
        QTest::newRow("one landing on the steep axis") << "learning-rate=0.1" << 101;
        QTest::newRow("zigzag") << "learning-rate=0.18" << 55;
        QTest::newRow("close to the limit") << "learning-rate=0.19" << 110;
        QTest::newRow("momentum over plain's limit")
            << "condition=50&learning-rate=0.06&method=momentum&momentum=0.57" << 48;
        QTest::newRow("standardised line fit") << "function=line-fit&standardise=true&learning-rate=0.5" << 1;
        QTest::newRow("raw line fit") << "function=line-fit&learning-rate=0.06&tolerance=0.001" << 789;
    }

    void stepsToConverge()
    {
        QFETCH(QString, query);
        QFETCH(int, steps);
        const Probe found = probe(QStringLiteral("gradient-descent?") + query);
        QVERIFY(found.state.complaints.empty());
        QCOMPARE(found["converged-at"], double(steps));
    }

    void tooMuchMomentumRings()
    {
        const Probe found = probe(
            QStringLiteral("gradient-descent?condition=50&learning-rate=0.06&method=momentum&momentum=0.9"));
        QVERIFY(found["converged-at"] > 150 && found["converged-at"] < 250);
    }

    void criticalRate_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<double>("rate");
        QTest::newRow("ravine") << "function=ravine" << 0.2;
        QTest::newRow("narrow ravine") << "condition=50" << 0.04;
        QTest::newRow("momentum moves it") << "condition=50&method=momentum&momentum=0.5" << 0.06;
        QTest::newRow("line fit") << "function=line-fit" << 0.0696;
        QTest::newRow("himmelblau, sharp minimum") << "function=himmelblau&start=0,-1&step=60" << 0.0190;
        QTest::newRow("himmelblau, flatter minimum") << "function=himmelblau&start=0,-0.5&step=60" << 0.0243;
    }

    void criticalRate()
    {
        QFETCH(QString, query);
        QFETCH(double, rate);
        COMPARE_NEAR(probe(QStringLiteral("gradient-descent?") + query)["critical-rate"], rate, 5e-5);
    }

    void noCriticalRateWhereThereIsNone()
    {
        for (const char* method : {"rmsprop", "adam"})
            QVERIFY(probe(QStringLiteral("gradient-descent?method=") + QLatin1String(method))
                        .isUndefined("critical-rate"));
    }

    void status_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("status");
        QTest::newRow("first picture") << "step=20"
                                       << "overshooting";
        QTest::newRow("no zigzag") << "learning-rate=0.05"
                                   << "converging";
        QTest::newRow("arrived") << "step=end"
                                 << "converged";
        QTest::newRow("at the limit") << "learning-rate=0.2"
                                      << "bouncing";
        QTest::newRow("over the limit") << "learning-rate=0.21"
                                        << "diverging";
        QTest::newRow("round a sharp minimum") << "function=himmelblau&learning-rate=0.02&start=0,-1&step=60"
                                               << "bouncing";
        QTest::newRow("on the ridge") << "function=saddle&start=2,0&step=end"
                                      << "stopped-at-saddle";
        QTest::newRow("off the ridge") << "function=saddle&start=2,0.01&step=end"
                                       << "converged";
    }

    void status()
    {
        QFETCH(QString, query);
        QFETCH(QString, status);
        QCOMPARE(probe(QStringLiteral("gradient-descent?") + query).words("status"), status);
    }

    void whereItEnds_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<QPointF>("end");
        QTest::newRow("(0, -0.5)") << "0,-0.5" << QPointF(3, 2);
        QTest::newRow("(0, -1)") << "0,-1" << QPointF(3.584428, -1.848127);
        QTest::newRow("(-1, 0)") << "-1,0" << QPointF(-2.805118, 3.131313);
        QTest::newRow("(-1, -1)") << "-1,-1" << QPointF(-3.779310, -3.283186);
    }

    /// Four neighbouring starts, four minima (Himmelblau's published ones).
    void whereItEnds()
    {
        QFETCH(QString, start);
        QFETCH(QPointF, end);
        const Probe found =
            probe(QStringLiteral("gradient-descent?function=himmelblau&step=end&start=") + start);
        COMPARE_NEAR(found["x"], end.x(), 1e-4);
        COMPARE_NEAR(found["y"], end.y(), 1e-4);
    }

    /// At 0.21 the first steps still go down (13, 11.0, 10.4): only the end of the run is told.
    void whatDivergesMayFallAtFirst()
    {
        const Probe first = probe(QStringLiteral("gradient-descent?learning-rate=0.21&step=0"));
        const Probe second = probe(QStringLiteral("gradient-descent?learning-rate=0.21&step=2"));
        QVERIFY(second["loss"] < first["loss"]);
        QVERIFY(!second.scene.narration.contains(QStringLiteral("every step")));
        QVERIFY(second.scene.narration.contains(QStringLiteral("Diverging")));
    }

    void roundContoursLookRound()
    {
        const Probe round = probe(
            QStringLiteral("gradient-descent?function=line-fit&standardise=true&learning-rate=0.5&step=1"));
        QVERIFY(std::get<Plot>(round.scene.figure("plane")->content).equalAspect);
        QVERIFY(round.scene.narration.contains(
            QStringLiteral("after 1 step: the gradient is no longer than 0.0001.")));
    }

    void lineFitIsLeastSquares()
    {
        for (const char* query :
            {"standardise=true&learning-rate=0.5&step=1", "learning-rate=0.06&tolerance=0&step=5000"}) {
            const Probe found =
                probe(QStringLiteral("gradient-descent?function=line-fit&") + QLatin1String(query));
            COMPARE_NEAR(found["intercept"], 33.4744, 1e-4);
            COMPARE_NEAR(found["slope"], 10.7296, 1e-4);
        }
    }

    void onQuadraticsThePathIsTheClosedForm()
    {
        const Probe found = probe(QStringLiteral("gradient-descent?step=20"));
        COMPARE_NEAR(found["x"], -4 * std::pow(1 - 0.18, 20), 1e-12);
        COMPARE_NEAR(found["y"], std::pow(1 - 1.8, 20), 1e-12);
    }

    void switchingTheSurfaceBringsItsOwnStart()
    {
        const Probe found = probe(QStringLiteral("gradient-descent?function=rosenbrock"));
        QCOMPARE(found.state.pointAt("start"), QPointF(-1.2, 1));
        QCOMPARE(found.state.real("learning-rate"), 0.001);
    }

    void theFirstPictureCanBeTakenHoldOf()
    {
        const Probe found = probe(QStringLiteral("gradient-descent"));
        QStringList labels;
        for (const Handle& handle : found.scene.handles)
            labels << handle.label;
        QCOMPARE(labels, QStringList({"Start", "Learning rate", "Step"}));
        QVERIFY(found.scene.narration.contains("80.0 %"));
        QVERIFY(found.scene.narration.contains("82.0 %"));
    }
};

TANGENT_TEST(GradientDescentTest)
#include "gradient_descent_test.moc"
