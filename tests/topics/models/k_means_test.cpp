// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/cluster/elbow.h"
#include "tests/support/test_program.h"
#include "tests/topics/models/k_means_probe.h"

using namespace tangent;
using namespace tangent::tests;
using namespace tangent::tests::kmeans;

namespace {

const QString penguins = QStringLiteral("data=penguins&label=species&restarts=10&features=");

} // namespace

/// k-means: what the note says is what is shown, and what must hold holds.
class KMeansTest : public QObject {
    Q_OBJECT

private slots:
    /// Either of the two centres that share a blob, pulled to any place near the blobs that share one.

    /// A bar is red where the narration would say that the run stopped short; how far is written there, for
    /// beside bars from zero a per cent cannot be seen.
    void barsSayWhatTheNarrationSays_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("isWritten");
        QTest::newRow("the trap") << "" << false;
        QTest::newRow("raw penguins") << "data=penguins" << true;
        QTest::newRow("raw penguins, restarts") << "data=penguins&restarts=10" << true;
        QTest::newRow("six clusters") << "data=penguins&restarts=10&k=6" << true;
    }

    void barsSayWhatTheNarrationSays()
    {
        QFETCH(QString, query);
        QFETCH(bool, isWritten);
        const Probe found = of(query);
        const Plot& plot = std::get<Plot>(found.scene.figure("outcomes")->content);
        const double least = found["inertia"] / found["inertia-over-best"];
        bool written = false;
        for (const Layer& layer : plot.layers) {
            if (const Words* words = std::get_if<Words>(&layer))
                written = written || words->text.startsWith('+');
            const Bars* bars = std::get_if<Bars>(&layer);
            for (size_t i = 0; bars && i < bars->value.size(); ++i) {
                const double ratio = bars->value[i] / least;
                const Role role = ratio <= 1.001 ? Role::Good : ratio < 1.01 ? Role::Muted : Role::Bad;
                QVERIFY2(bars->roles[i] == role, qPrintable(QString::number(ratio, 'g', 8)));
            }
        }
        QCOMPARE(written, isWritten);
    }

    void stepsOfTheNote_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("word");
        QTest::newRow("before") << "0"
                                << "Before the first step";
        QTest::newRow("first assignment") << "0.5"
                                          << "Assign";
        QTest::newRow("first move") << "1"
                                    << "Move";
        QTest::newRow("second assignment") << "1.5"
                                           << "Assign";
        QTest::newRow("second move") << "2"
                                     << "Move";
        QTest::newRow("end") << "end"
                             << "it is wrong";
    }

    void stepsOfTheNote()
    {
        QFETCH(QString, step);
        QFETCH(QString, word);
        const Probe found = of(QStringLiteral("step=") + step);
        QVERIFY2(found.scene.narration.contains(word), qPrintable(found.scene.narration));
        COMPARE_NEAR(inertiaByHand(found), found["inertia"], 1e-9 * found["inertia"]);
    }

    void numbersOfTheNote_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("readout");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("within");
        const QString mass = penguins + QStringLiteral("bill-length,body-mass&k=3");
        const QString flipper = penguins + QStringLiteral("bill-length,flipper-length&standardise=true&k=");
        QTest::newRow("one centre in each blob") << "start=by-hand&centres=-6,1;-6,-1;6,1;6,-1"
                                                 << "inertia-over-best" << 1.0 << 1e-9;
        QTest::newRow("trap over best") << ""
                                        << "inertia-over-best" << 2.21 << 0.005;
        QTest::newRow("ten restarts") << "restarts=10"
                                      << "inertia-over-best" << 1.0 << 1e-9;
        QTest::newRow("old faithful raw") << "data=faithful&k=2"
                                          << "inertia" << 8901.7687 << 1e-4;
        QTest::newRow("old faithful silhouette") << "data=faithful&k=2"
                                                 << "silhouette" << 0.7240 << 2e-4;
        QTest::newRow("mass raw") << mass << "adjusted-rand" << 0.32 << 0.005;
        QTest::newRow("mass standardised") << mass + "&standardise=true"
                                           << "adjusted-rand" << 0.75 << 0.005;
        QTest::newRow("flipper standardised") << flipper + "3"
                                              << "adjusted-rand" << 0.89 << 0.005;
        QTest::newRow("flipper elbow") << flipper + "3"
                                       << "elbow" << 3.0 << 0.0;
        QTest::newRow("flipper silhouette of three") << flipper + "3"
                                                     << "silhouette" << 0.522 << 5e-4;
        QTest::newRow("flipper silhouette of two") << flipper + "2"
                                                   << "silhouette" << 0.543 << 5e-4;
        QTest::newRow("weak elbow of a cloud") << "data=cloud&k=3"
                                               << "elbow-strength" << 0.44 << 0.01;
        QTest::newRow("moons cut") << "data=moons&k=2"
                                   << "adjusted-rand" << 0.23 << 0.01;
        QTest::newRow("solution of the challenge") << "start=by-hand&centres=-6.3,1;-5.7,1;-6,-1;6,0"
                                                   << "inertia-over-best" << 2.21 << 0.01;
    }

    void numbersOfTheNote()
    {
        QFETCH(QString, query);
        QFETCH(QString, readout);
        QFETCH(double, value);
        QFETCH(double, within);
        const Probe found = of(query);
        QVERIFY(found.state.complaints.empty());
        COMPARE_NEAR(found[readout.toLatin1().constData()], value, within);
    }

    void scalingMovesFourRowsOfOldFaithful()
    {
        const Probe raw = of(QStringLiteral("data=faithful&k=2"));
        const Probe scaled = of(QStringLiteral("data=faithful&k=2&standardise=true"));
        QCOMPARE(sizesOf(raw.scene, 2), (QList<int>{100, 172}));
        const std::vector<double> a = clustersOf(raw.scene);
        const std::vector<double> b = clustersOf(scaled.scene);
        QCOMPARE(a.size(), size_t(272));
        int different = 0;
        for (size_t i = 0; i < a.size(); ++i)
            different += a[i] != b[i] ? 1 : 0;
        QCOMPARE(std::min(different, 272 - different), 4);
        QVERIFY(raw.scene.narration.contains(QStringLiteral("waiting")));
        QVERIFY(raw.scene.narration.contains(QStringLiteral("groups of 172 and 100")));
        QVERIFY(scaled.scene.narration.contains(QStringLiteral("groups of 174 and 98")));
    }

    void shareOfSeedsThatReachTheBest_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        QTest::newRow("random rows") << "start=random-rows" << 11 << 14;
        QTest::newRow("k-means++") << "" << 20 << 23;
        QTest::newRow("ten restarts") << "restarts=10" << 30 << 30;
    }

    void shareOfSeedsThatReachTheBest()
    {
        QFETCH(QString, query);
        QFETCH(int, least);
        QFETCH(int, most);
        const std::vector<double> seeds = columnOf(of(query).scene, "outcomes", 1);
        QCOMPARE(seeds.size(), size_t(30));
        const auto best =
            std::count_if(seeds.begin(), seeds.end(), [](double inertia) { return inertia < 77; });
        QVERIFY2(best >= least && best <= most, qPrintable(QString::number(best)));
    }

    void theStripHoldsWhatTheSeedsGive()
    {
        const Probe found = of({});
        const std::vector<double> seeds = columnOf(found.scene, "outcomes", 0);
        const std::vector<double> inertia = columnOf(found.scene, "outcomes", 1);
        for (const size_t i : {size_t(0), size_t(8), size_t(29)})
            QCOMPARE(of(QStringLiteral("seed=%1").arg(seeds[i]))["inertia"], inertia[i]);
    }

    /// r restarts give the least of their r runs, so more of them never do worse.

    void moreRestartsAreNeverWorse()
    {
        for (const char* start : {"k-means%2B%2B", "random-rows"}) {
            double least = std::numeric_limits<double>::infinity();
            for (const int restarts : {1, 2, 3, 5, 8, 13}) {
                const double inertia = of(QStringLiteral("start=%1&restarts=%2")
                                              .arg(QLatin1String(start))
                                              .arg(restarts))["inertia"];
                QVERIFY(inertia <= least);
                least = inertia;
            }
        }
    }

    /// A finished run started again from its own centres does not move.

    void aFinishedRunIsAFixedPoint()
    {
        for (const char* query : {"", "k=7", "data=faithful&k=3"}) {
            const Probe found = of(QLatin1String(query));
            QStringList centres;
            for (const auto& row : found.scene.table(QStringLiteral("centres"))->rows)
                centres << QString::number(cellNumber(row[1]), 'g', 17) + QLatin1Char(',')
                        + QString::number(cellNumber(row[2]), 'g', 17);
            const QString again = QStringLiteral("%1&start=by-hand&centres=%2")
                                      .arg(QLatin1String(query), centres.join(QLatin1Char(';')));
            const Probe same = of(again);
            // The first assignment counts as a change, the move after it must leave every centre where it is.
            COMPARE_NEAR(same["inertia"], found["inertia"], 1e-9 * found["inertia"]);
            QCOMPARE(clustersOf(same.scene), clustersOf(found.scene));
            QVERIFY(same["iterations"] <= 1);
        }
    }

    void theElbowTableIsTheAlgorithms()
    {
        const Probe found = of(QStringLiteral("start=random-rows&restarts=3&edits=1,1,0,0"));
        const NumericMatrix rows = numericMatrix(*found.state.table, found.state.columns("features"));
        cluster::KMeansOptions options;
        options.start = cluster::StartRule::RandomRows;
        options.restarts = 3;
        options.seed = std::uint64_t(found.state.integer("seed"));
        const Eigen::VectorXd curve = cluster::elbowCurve(cluster::Rows(rows.values), options);
        const std::vector<double> shown = columnOf(found.scene, "elbow", 1);
        QCOMPARE(shown.size(), size_t(10));
        for (Eigen::Index i = 0; i < curve.size(); ++i)
            COMPARE_NEAR(shown[size_t(i)], curve(i), 1e-9 * curve(i));
    }

    /// The rule worked out from the table of the curve itself.

    void theElbowIsTheGreatestDepthBelowTheChord()
    {
        const Probe found = of(QStringLiteral("data=faithful&k=2"));
        const std::vector<double> inertia = columnOf(found.scene, "elbow", 1);
        const auto [low, high] = std::minmax_element(inertia.begin(), inertia.end());
        const auto scaled = [&](size_t i) { return (inertia[i] - *low) / (*high - *low); };
        double depth = 0;
        double at = 0;
        for (size_t i = 0; i < inertia.size(); ++i) {
            const double along = double(i) / double(inertia.size() - 1);
            const double below = scaled(0) + along * (scaled(inertia.size() - 1) - scaled(0)) - scaled(i);
            if (below > depth) {
                depth = below;
                at = double(i) + 1;
            }
        }
        QCOMPARE(found["elbow"], at);
        COMPARE_NEAR(found["elbow-strength"], depth, 1e-12);
    }

    void theElbowsNameLiesOnNoLine_data()
    {
        QTest::addColumn<QString>("query");
        for (const char* query : {"k=4", "k=2&data=penguins", "k=3&data=faithful", "k=3&data=moons",
                 "k=9&data=iris&standardise=true"})
            QTest::newRow(query) << query;
    }
    /// In the narrow plot beside the plane, some 160 by 250 pixels: the words take 48 by 16 of them.
    void theElbowsNameLiesOnNoLine()
    {
        QFETCH(QString, query);
        const Probe found = of(query);
        const Figure* figure = found.scene.figure("elbow");
        QVERIFY(figure);
        const Plot& plot = std::get<Plot>(figure->content);
        const auto pixel = [&](double x, double y, const Axis& upwards) {
            return QPointF(160 * (x - plot.x.minimum) / (plot.x.maximum - plot.x.minimum),
                250 * (y - upwards.minimum) / (upwards.maximum - upwards.minimum));
        };
        QRectF words;
        std::vector<std::pair<QPointF, QPointF>> ways;
        const double k = found.state.integer("k");
        ways.emplace_back(pixel(k, plot.y.minimum, plot.y), pixel(k, plot.y.maximum, plot.y));
        for (const Layer& layer : plot.layers) {
            if (const auto* said = std::get_if<Words>(&layer); said && said->text.startsWith("elbow"))
                words = QRectF(pixel(said->x, said->y, plot.y) - QPointF(24, 8), QSizeF(48, 16));
            if (const auto* drop = std::get_if<Segments>(&layer))
                ways.emplace_back(pixel(drop->from[0].x(), drop->from[0].y(), plot.y),
                    pixel(drop->to[0].x(), drop->to[0].y(), plot.y));
            const Line* line = std::get_if<Line>(&layer);
            for (size_t i = 1; line && i < line->x.size(); ++i) {
                const Axis& upwards = line->secondAxis ? *plot.secondY : plot.y;
                ways.emplace_back(
                    pixel(line->x[i - 1], line->y[i - 1], upwards), pixel(line->x[i], line->y[i], upwards));
            }
        }
        QVERIFY(QRectF(0, 0, 160, 250).contains(words));
        QCOMPARE(ways.size(), size_t(1 + 1 + 1 + 9 + 8)); // k, chord, drop, curve, silhouettes
        for (const auto& [from, to] : ways) {
            for (int i = 0; i <= 400; ++i)
                QVERIFY(!words.contains(from + i / 400.0 * (to - from)));
        }
    }

    void degenerateStatesStillShowSomething_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("one cluster") << "k=1";
        QTest::newRow("one feature") << "data=faithful&features=waiting&k=3";
        QTest::newRow("components") << "data=iris&x-axis=pc1&y-axis=pc2";
        QTest::newRow("same axis twice") << "x-axis=y&y-axis=y";
        QTest::newRow("all centres at one place") << "start=by-hand&centres=1,1;1,1;1,1;1,1";
        QTest::newRow("centres far away") << "start=by-hand&centres=1e12,1e12;-1e12,0;0,1e12;0,-1e12";
        QTest::newRow("too few centres") << "start=by-hand&centres=0,0";
        QTest::newRow("edit of no centre") << "k=2&edits=1,9,0,0";
        QTest::newRow("no spread") << "data.spread=0&k=10";
        QTest::newRow("ten rows") << "data.rows=10&k=10";
        QTest::newRow("constant columns") << "data.centres=1&data.spread=0&standardise=true";
    }

    void degenerateStatesStillShowSomething()
    {
        QFETCH(QString, query);
        const Scene scene = of(query).scene;
        QVERIFY(!scene.narration.contains(QStringLiteral("could not be computed")));
        QVERIFY(scene.figures.size() == 5);
        for (const char* key : {"inertia", "inertia-over-best", "silhouette", "iterations", "elbow",
                 "elbow-strength", "adjusted-rand"}) {
            const Readout* readout = scene.readout(QLatin1String(key));
            QVERIFY2(readout, key);
            QVERIFY2(readout->number() ? std::isfinite(*readout->number()) : !readout->note.isEmpty(), key);
        }
    }

    void oneClusterHasNoSilhouette()
    {
        const Probe found = of(QStringLiteral("k=1"));
        QVERIFY(found.isUndefined("silhouette"));
        COMPARE_NEAR(found["inertia-over-best"], 1, 1e-12);
    }

    void rowsThatLackAValueAreLeftOut()
    {
        const Scene scene = of(QStringLiteral("data=penguins&k=3")).scene;
        QCOMPARE(clustersOf(scene).size(), size_t(342));
        QVERIFY(scene.dataLine.contains(QStringLiteral("342")));
        QVERIFY(scene.dataLine.contains(QStringLiteral("2 left out")));
    }

    /// Results kept from one state must not leak into another.
    void keptResultsChangeNothing()
    {
        Stages shared;
        const Lab* lab = findLab(QStringLiteral("k-means"));
        for (const char* query : {"", "edits=5,3,6,1", "edits=5,2,6,1", "standardise=true", "k=3",
                 "start=first-rows", "seed=161", "start=by-hand&centres=0,0;1,1;2,2;3,3",
                 "start=by-hand&centres=0,0;1,1;2,2;4,4", "restarts=2", "step=1", "data=faithful",
                 "data=faithful&features=waiting", "x-axis=pc1", "patch=-1", "data.seed=2", "k=1"}) {
            const Probe fresh = of(QLatin1String(query));
            QVERIFY2(computeScene(*lab, fresh.state, shared) == fresh.scene, query);
        }
    }

    void theLabelColoursButNeverDecides()
    {
        const QString query = penguins + QStringLiteral("bill-length,flipper-length&standardise=true&k=3");
        const Probe without = of(query);
        const Probe with = of(query + QStringLiteral("&show-label=true"));
        QCOMPARE(clustersOf(with.scene), clustersOf(without.scene));
        QVERIFY(!(with.scene.figure(QStringLiteral("plane"))->content
            == without.scene.figure(QStringLiteral("plane"))->content));
    }

    /// On a large table a first scene comes without the slow numbers, and the last one is the same with a
    /// listener as

    /// without.

    void aLargeTableIsShownEarly()
    {
        const Probe whole = of(QStringLiteral("data.rows=2500"));
        std::vector<Scene> partial;
        const Progress progress(nullptr, {}, [&](Scene scene) { partial.push_back(std::move(scene)); });
        Stages stages;
        const Lab* lab = findLab(QStringLiteral("k-means"));
        const Scene listened = computeScene(*lab, whole.state, stages, progress);
        QCOMPARE(partial.size(), size_t(1));
        QVERIFY(partial.front().readout(QStringLiteral("inertia"))->number());
        QVERIFY(listened == whole.scene);
        partial.clear();
        computeScene(*lab, whole.state, stages, progress);
        QVERIFY(partial.empty());
    }
};

TANGENT_TEST(KMeansTest)
#include "k_means_test.moc"
