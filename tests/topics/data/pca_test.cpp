// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/topics/data/pca_probe.h"

using namespace tangent;
using namespace tangent::tests;

class PcaTest : public QObject {
    Q_OBJECT

private slots:
    void teachesItsNumbers_data();
    void teachesItsNumbers();
    void bestDirectionIsTheFirstComponent_data();
    void bestDirectionIsTheFirstComponent();
    void noDirectionKeepsMore();
    void directionsCountModuloHalfATurn();
    void componentsAreEigenvectors_data();
    void componentsAreEigenvectors();
    void standardisedPairsLieOnTheDiagonal();
    void challengeIsReachedByHand();
    void roundCloudHasNoDirection();
    void mostVarianceIsNotMostUseful();
    void constantColumnStaysZero();
    void randomisedFindsTheFirst();
    void missingValuesAreCounted();
    void poorTablesAreSaidSo_data();
    void poorTablesAreSaidSo();
};

void PcaTest::teachesItsNumbers_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QByteArray>("readout");
    QTest::addColumn<double>("expected");
    QTest::addColumn<double>("within");
    const QString standardised = four + QStringLiteral("&standardise=true");
    QTest::newRow("45 degrees") << "pca" << QByteArray("variance-along") << 0.721 << 5e-4;
    QTest::newRow("best direction") << "pca" << QByteArray("best-angle") << 74.5 << 0.05;
    QTest::newRow("best share") << "pca?angle=74.5" << QByteArray("variance-along") << 0.930 << 5e-4;
    QTest::newRow("first share") << "pca" << QByteArray("explained-1") << 0.930 << 5e-4;
    QTest::newRow("standardised") << "pca?standardise=true&angle=45" << QByteArray("best-angle") << 45.0
                                  << 1e-9;
    QTest::newRow("falling together") << "pca?features=bill-depth,flipper-length&x-axis=bill-depth&y-axis="
                                         "flipper-length&standardise=true&angle=135"
                                      << QByteArray("best-angle") << 135.0 << 1e-9;
    QTest::newRow("four raw") << four << QByteArray("explained-1") << 0.9999 << 5e-5;
    QTest::newRow("four standardised 1") << standardised << QByteArray("explained-1") << 0.688 << 5e-4;
    QTest::newRow("four standardised 2") << standardised << QByteArray("explained-2") << 0.193 << 5e-4;
    QTest::newRow("four standardised 3") << standardised << QByteArray("explained-3") << 0.091 << 5e-4;
    QTest::newRow("four standardised 4") << standardised << QByteArray("explained-4") << 0.027 << 5e-4;
    QTest::newRow("wine raw") << "pca?data=wine&label=cultivar" << QByteArray("explained-1") << 0.998 << 5e-4;
    QTest::newRow("wine") << "pca?data=wine&label=cultivar&standardise=true" << QByteArray("explained-1")
                          << 0.362 << 5e-4;
    QTest::newRow("wine for 95 %") << "pca?data=wine&label=cultivar&standardise=true"
                                   << QByteArray("components-for-95") << 10.0 << 0.0;
    QTest::newRow("digits from 2") << "pca?data=digits&label=digit&components=2"
                                   << QByteArray("explained-kept") << 0.285 << 5e-4;
    QTest::newRow("digits from 10") << "pca?data=digits&label=digit&components=10"
                                    << QByteArray("explained-kept") << 0.738 << 5e-4;
    QTest::newRow("digits from 21") << "pca?data=digits&label=digit&components=21"
                                    << QByteArray("explained-kept") << 0.903 << 5e-4;
    QTest::newRow("digits from 29") << "pca?data=digits&label=digit&components=29"
                                    << QByteArray("explained-kept") << 0.955 << 5e-4;
    QTest::newRow("digits for 95 %") << "pca?data=digits&label=digit" << QByteArray("components-for-95")
                                     << 29.0 << 0.0;
    QTest::newRow("corners, PC1") << "pca?data=corners&angle=5" << QByteArray("best-angle") << 5.0 << 0.5;
    QTest::newRow("corners, box") << "pca?data=corners&angle=27&snap=false" << QByteArray("box-angle") << 27.0
                                  << 0.5;
    QTest::newRow("round cloud") << "pca?data=cloud" << QByteArray("explained-1") << 0.5 << 1e-9;
    QTest::newRow("two bands") << "pca?data=two-bands" << QByteArray("explained-1") << 0.902 << 5e-4;
    QTest::newRow("the least") << "pca?angle=-15.5&snap=false" << QByteArray("variance-along") << 0.0697
                               << 5e-5;
}

void PcaTest::teachesItsNumbers()
{
    QFETCH(QString, link);
    QFETCH(QByteArray, readout);
    QFETCH(double, expected);
    QFETCH(double, within);
    const Probe shown = probe(link);
    for (const Complaint& complaint : shown.state.complaints)
        QFAIL(qPrintable(complaint.sentence));
    COMPARE_NEAR(shown[readout.constData()], expected, within);
}

void PcaTest::bestDirectionIsTheFirstComponent_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("penguins") << "";
    QTest::newRow("standardised") << "standardise=true";
    QTest::newRow("falling") << "features=bill-depth,flipper-length";
    QTest::newRow("corners") << "data=corners";
    QTest::newRow("two bands") << "data=two-bands";
    QTest::newRow("faithful") << "data=faithful";
}

void PcaTest::bestDirectionIsTheFirstComponent()
{
    QFETCH(QString, query);
    const double best = probe(QStringLiteral("pca?") + query)["best-angle"];
    QVERIFY(best >= 0 && best < 180);
    const QString at = QStringLiteral("pca?%1&angle=%2").arg(query);
    const Probe along = probe(at.arg(best, 0, 'g', 17));
    COMPARE_NEAR(along["variance-along"], explained(along, 1), 1e-12);
    const Probe across = probe(at.arg(best > 90 ? best - 90 : best + 90, 0, 'g', 17));
    COMPARE_NEAR(across["variance-along"], explained(across, 2), 1e-12);
    COMPARE_NEAR(explained(across, 1) + explained(across, 2), 1.0, 1e-12);
    // The loadings are that direction, and the largest of them is positive.
    const Eigen::MatrixXd loadings = numbersOf(along, "loadings");
    const double angle = std::atan2(loadings(1, 0), loadings(0, 0)) * 180 / std::acos(-1.0);
    COMPARE_NEAR(turnBetween(angle, best), 0.0, 1e-9);
}

void PcaTest::noDirectionKeepsMore()
{
    const Probe first = probe(QStringLiteral("pca"));
    for (int angle = -180; angle <= 180; angle += 7) {
        const double kept = probe(QStringLiteral("pca?angle=%1").arg(angle))["variance-along"];
        QVERIFY(kept <= explained(first, 1) + 1e-12);
        QVERIFY(kept >= explained(first, 2) - 1e-12);
    }
}

void PcaTest::directionsCountModuloHalfATurn()
{
    for (const double angle : {10.0, 45.0, 130.0}) {
        const Probe one = probe(QStringLiteral("pca?angle=%1").arg(angle));
        const Probe other = probe(QStringLiteral("pca?angle=%1").arg(angle - 180));
        QVERIFY(other.state.complaints.empty());
        COMPARE_NEAR(one["variance-along"], other["variance-along"], 1e-12);
        QCOMPARE(one.scene.narration, other.scene.narration);
    }
    QCOMPARE(probe(QStringLiteral("pca?angle=180"))["variance-along"],
        probe(QStringLiteral("pca?angle=0"))["variance-along"]);
}

void PcaTest::componentsAreEigenvectors_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<int>("columns");
    QTest::newRow("penguins, raw") << four + QStringLiteral("&components=4") << 4;
    QTest::newRow("penguins, standardised") << four + QStringLiteral("&components=4&standardise=true") << 4;
    QTest::newRow("iris") << "pca?data=iris&components=4" << 4;
    QTest::newRow("wine") << "pca?data=wine&standardise=true&components=13" << 13;
    QTest::newRow("digits") << "pca?data=digits&components=64" << 64;
}

void PcaTest::componentsAreEigenvectors()
{
    QFETCH(QString, link);
    QFETCH(int, columns);
    const Probe shown = probe(link);
    const Eigen::MatrixXd loadings = numbersOf(shown, "loadings");
    QCOMPARE(int(loadings.cols()), columns);
    const Eigen::MatrixXd identity = Eigen::MatrixXd::Identity(columns, columns);
    QVERIFY((loadings.transpose() * loadings - identity).cwiseAbs().maxCoeff() < 1e-10);
    double sum = 0;
    for (int j = 0; j < columns; ++j) {
        Eigen::Index largest = 0;
        loadings.col(j).cwiseAbs().maxCoeff(&largest);
        QVERIFY(loadings(largest, j) > 0);
        sum += explained(shown, j + 1);
        if (j > 0)
            QVERIFY(explained(shown, j + 1) <= explained(shown, j));
    }
    COMPARE_NEAR(sum, 1.0, 1e-12);
    COMPARE_NEAR(shown["explained-kept"], 1.0, 1e-12);
    // The scores do not go together, and their variances are those of the components.
    const Eigen::MatrixXd scores = numbersOf(shown, "scores");
    const Eigen::MatrixXd centred = scores.rowwise() - scores.colwise().mean();
    const Eigen::MatrixXd covariance = centred.transpose() * centred / double(scores.rows() - 1);
    const Eigen::VectorXd variances = numbersOf(shown, "shares").col(0);
    const Eigen::MatrixXd expected = variances.asDiagonal();
    QVERIFY((covariance - expected).cwiseAbs().maxCoeff() < 1e-9 * variances.sum());
}

void PcaTest::standardisedPairsLieOnTheDiagonal()
{
    const QStringList columns{QStringLiteral("sepal-length"), QStringLiteral("sepal-width"),
        QStringLiteral("petal-length"), QStringLiteral("petal-width")};
    for (const QString& x : columns) {
        for (const QString& y : columns) {
            if (x == y)
                continue;
            const QString link = QStringLiteral("pca?data=iris&features=%1,%2").arg(x, y);
            const double raw = probe(link)["best-angle"]; // below 90° exactly where the two rise together
            COMPARE_NEAR(probe(link + QStringLiteral("&standardise=true"))["best-angle"],
                raw < 90 ? 45.0 : 135.0, 1e-9);
        }
    }
}

void PcaTest::challengeIsReachedByHand()
{
    constexpr double least = 0.071;
    QVERIFY(probe(QStringLiteral("pca"))["variance-along"] > least);
    QVERIFY(probe(QStringLiteral("pca?snap=false"))["variance-along"] > least);
    const Probe solved = probe(QStringLiteral("pca?angle=-15.5&snap=false"));
    QVERIFY(solved["variance-along"] <= least);
    QVERIFY(!solved.state.toggle("snap"));
    QVERIFY(solved.scene.narration.contains(QLatin1String("least")));
    // A rough hand is enough, a careless one is not.
    QVERIFY(probe(QStringLiteral("pca?angle=-13&snap=false"))["variance-along"] > least);
    QVERIFY(probe(QStringLiteral("pca?angle=-14.5&snap=false"))["variance-along"] <= least);
}

void PcaTest::roundCloudHasNoDirection()
{
    const auto warns = [](const Probe& shown) {
        return std::any_of(
            shown.scene.diagnostics.begin(), shown.scene.diagnostics.end(), [](const Diagnostic& diagnostic) {
                return diagnostic.sentence.contains(QLatin1String("first two variances are equal"));
            });
    };
    const Probe round = probe(QStringLiteral("pca?data=cloud"));
    QVERIFY(round.isUndefined("best-angle"));
    QVERIFY(warns(round));
    QVERIFY(round.scene.narration.contains(QLatin1String("equal")));
    QVERIFY(handleOf(round, "direction")->snaps.empty());
    // Each point that moves sends PC1 somewhere else.
    const Probe rightwards = probe(QStringLiteral("pca?data=cloud&patch=1:x=2.5,y=0"));
    const Probe upwards = probe(QStringLiteral("pca?data=cloud&patch=1:x=0,y=2.5"));
    QVERIFY(turnBetween(rightwards["best-angle"], upwards["best-angle"]) > 60);
    QVERIFY(warns(rightwards) && warns(upwards));
    QVERIFY(rightwards.scene.narration.contains(QLatin1String("chance")));
    QVERIFY(!warns(probe(QStringLiteral("pca"))));
    const auto points = std::count_if(round.scene.handles.begin(), round.scene.handles.end(),
        [](const Handle& handle) { return handle.x.key == QLatin1String("patch"); });
    QCOMPARE(int(points), 6);
}

void PcaTest::mostVarianceIsNotMostUseful()
{
    const Probe shown = probe(QStringLiteral("pca?data=two-bands"));
    QVERIFY(shown.state.toggle("show-label"));
    QVERIFY(shown.scene.narration.contains(QLatin1String("not most useful")));
    QVERIFY(!probe(QStringLiteral("pca?data=two-bands&show-label=false"))
                 .scene.narration.contains(QLatin1String("useful")));
}

void PcaTest::constantColumnStaysZero()
{
    const Probe shown = probe(QStringLiteral("pca?data=digits&standardise=true&components=64&row=1"));
    const Eigen::MatrixXd loadings = numbersOf(shown, "loadings");
    QVERIFY(loadings.allFinite());
    // Three pixels are always empty: 61 columns of variance n / (n - 1) are left, as three shares of zero
    // say.
    double sum = 0;
    for (int j = 1; j <= 61; ++j)
        sum += explained(shown, j);
    COMPARE_NEAR(sum, 1.0, 1e-10);
    COMPARE_NEAR(explained(shown, 62) + explained(shown, 64), 0.0, 1e-10);
    QVERIFY(shown.scene.figure(QStringLiteral("digits")));
}

void PcaTest::randomisedFindsTheFirst()
{
    const Probe exact = probe(QStringLiteral("pca?data=digits"));
    const Probe random = probe(QStringLiteral("pca?data=digits&solver=randomised&components=3"));
    for (int j = 1; j <= 3; ++j)
        COMPARE_NEAR(explained(random, j), explained(exact, j), 1e-4);
    QVERIFY(random.isUndefined("explained-10"));
    QVERIFY(!random.scene.readout(QStringLiteral("explained-10"))->note.isEmpty());
    QVERIFY(random.isUndefined("components-for-95"));
}

void PcaTest::missingValuesAreCounted()
{
    const Probe shown = probeFile("a,b\n1,2\n2,\n3,5\n4,4\n");
    QVERIFY(shown.scene.dataLine.endsWith(QLatin1String("3 rows, 1 left out")));
    QCOMPARE(int(shown.scene.table(QStringLiteral("scores"))->rows.size()), 3);
}

void PcaTest::poorTablesAreSaidSo_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("words");
    QTest::newRow("one row") << QByteArray("a,b\n1,2\n") << "fewer than two rows";
    QTest::newRow("no complete row") << QByteArray("a,b\n1,\n,2\n3,\n") << "fewer than two rows";
    QTest::newRow("no spread") << QByteArray("a,b\n1,2\n1,2\n1,2\n") << "No spread";
    QTest::newRow("too large") << QByteArray("a,b\n1e300,2\n-1e300,3\n1,2\n") << "too large";
    QTest::newRow("on one line") << QByteArray("a,b\n1,1\n2,2\n3,3\n") << "";
    QTest::newRow("two rows") << QByteArray("a,b,c\n1,1,4\n2,2,9\n") << "";
}

void PcaTest::poorTablesAreSaidSo()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, words);
    for (const char* query :
        {"", "view=scores", "show=components,regression,box", "standardise=true", "solver=randomised"}) {
        const Probe shown = probeFile(csv, QLatin1String(query));
        QVERIFY(!shown.scene.figures.empty());
        QVERIFY2(shown.scene.narration.contains(words), qPrintable(shown.scene.narration));
        for (const char* key :
            {"variance-along", "best-angle", "explained-kept", "components-for-95", "explained-1"}) {
            const Readout* readout = shown.scene.readout(QLatin1String(key));
            QVERIFY(readout);
            QVERIFY(readout->number() || !readout->note.isEmpty());
        }
    }
}

TANGENT_TEST(PcaTest)
#include "pca_test.moc"
