// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/cluster/elbow.h"
#include "app/lab/numeric_matrix.h"
#include "tests/support/lab_probe.h"
#include "tests/support/test_program.h"

#include <algorithm>
#include <numeric>

using namespace tangent;
using namespace tangent::tests;

namespace {

Probe of(const QString& query)
{
    return probe(QStringLiteral("k-means?") + query);
}

const Handle* handleOf(const Scene& scene, const QString& id)
{
    const auto found = std::find_if(scene.handles.begin(), scene.handles.end(),
                                    [&](const Handle& handle) { return handle.id == id; });
    return found == scene.handles.end() ? nullptr : &*found;
}

std::vector<double> columnOf(const Scene& scene, const char* table, int column)
{
    std::vector<double> numbers;
    if (const DataTable* found = scene.table(QLatin1String(table))) {
        for (const auto& row : found->rows)
            numbers.push_back(cellNumber(row[size_t(column)]));
    }
    return numbers;
}

std::vector<double> clustersOf(const Scene& scene)
{
    return columnOf(scene, "clusters", 1);
}

QList<int> sizesOf(const Scene& scene, int k)
{
    QList<int> sizes(k, 0);
    for (const double cluster : clustersOf(scene))
        ++sizes[int(cluster) - 1];
    std::sort(sizes.begin(), sizes.end());
    return sizes;
}

/// The state's rows and centres measured again, without the lab's own helpers.
double inertiaByHand(const Probe& found)
{
    const NumericMatrix rows = numericMatrix(*found.state.table, found.state.columns("features"));
    const std::vector<double> clusters = clustersOf(found.scene);
    double sum = 0;
    for (size_t i = 0; i < clusters.size(); ++i) {
        for (Eigen::Index f = 0; f < rows.values.cols(); ++f) {
            const double centre = columnOf(found.scene, "centres", int(f) + 1)[size_t(clusters[i]) - 1];
            sum += std::pow(rows.values(Eigen::Index(i), f) - centre, 2);
        }
    }
    return sum;
}

/// What a hand does: the first touch writes onGrab, every move the cells of the targets.
Probe dragged(const Probe& from, const QString& id, QPointF to)
{
    const Handle* handle = handleOf(from.scene, id);
    if (!handle)
        return {};
    Request request(from.state.state);
    for (auto grabbed = handle->onGrab.constBegin(); grabbed != handle->onGrab.constEnd(); ++grabbed) {
        if (std::holds_alternative<std::monostate>(grabbed.value()))
            request.values.remove(grabbed.key());
        else
            request.values[grabbed.key()] = grabbed.value();
    }
    const auto write = [&](const Target& target, const Handle::Map& map, double axis) {
        if (target.key.isEmpty())
            return;
        Rows held = rows(request.values.value(target.key));
        held.at(size_t(target.row)).at(size_t(target.column)) = (axis - map.offset) / map.scale;
        request.values[target.key] = held;
    };
    write(handle->x, handle->mapX, to.x());
    write(handle->y, handle->mapY, to.y());
    Probe answer;
    const Lab* lab = findLab(QStringLiteral("k-means"));
    answer.state = settle(*lab, request, DataCatalogue::shared());
    Stages stages;
    answer.scene = computeScene(*lab, answer.state, stages);
    return answer;
}

const QString penguins = QStringLiteral("data=penguins&label=species&restarts=10&features=");

} // namespace

/// k-means: what the note says is what is shown, and what must hold holds.
class KMeansTest : public QObject {
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

    /// Either of the two centres that share a blob, pulled to any place near the blobs that share one.
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

    void stepsOfTheNote_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("word");
        QTest::newRow("before") << "0" << "Before the first step";
        QTest::newRow("first assignment") << "0.5" << "Assign";
        QTest::newRow("first move") << "1" << "Move";
        QTest::newRow("second assignment") << "1.5" << "Assign";
        QTest::newRow("second move") << "2" << "Move";
        QTest::newRow("end") << "end" << "it is wrong";
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
        QTest::newRow("one centre in each blob") << "start=by-hand&centres=-6,1;-6,-1;6,1;6,-1" << "inertia-over-best" << 1.0 << 1e-9;
        QTest::newRow("trap over best") << "" << "inertia-over-best" << 2.21 << 0.005;
        QTest::newRow("ten restarts") << "restarts=10" << "inertia-over-best" << 1.0 << 1e-9;
        QTest::newRow("old faithful raw") << "data=faithful&k=2" << "inertia" << 8901.7687 << 1e-4;
        QTest::newRow("old faithful silhouette") << "data=faithful&k=2" << "silhouette" << 0.7240 << 2e-4;
        QTest::newRow("mass raw") << mass << "adjusted-rand" << 0.32 << 0.005;
        QTest::newRow("mass standardised") << mass + "&standardise=true" << "adjusted-rand" << 0.75 << 0.005;
        QTest::newRow("flipper standardised") << flipper + "3" << "adjusted-rand" << 0.89 << 0.005;
        QTest::newRow("flipper elbow") << flipper + "3" << "elbow" << 3.0 << 0.0;
        QTest::newRow("flipper silhouette of three") << flipper + "3" << "silhouette" << 0.522 << 5e-4;
        QTest::newRow("flipper silhouette of two") << flipper + "2" << "silhouette" << 0.543 << 5e-4;
        QTest::newRow("weak elbow of a cloud") << "data=cloud&k=3" << "elbow-strength" << 0.44 << 0.01;
        QTest::newRow("moons cut") << "data=moons&k=2" << "adjusted-rand" << 0.23 << 0.01;
        QTest::newRow("solution of the challenge") << "start=by-hand&centres=-6.3,1;-5.7,1;-6,-1;6,0" << "inertia-over-best" << 2.21 << 0.01;
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
        const auto best = std::count_if(seeds.begin(), seeds.end(), [](double inertia) { return inertia < 77; });
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
                const double inertia
                    = of(QStringLiteral("start=%1&restarts=%2").arg(QLatin1String(start)).arg(restarts))["inertia"];
                QVERIFY(inertia <= least);
                least = inertia;
            }
        }
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

    /// A finished run started again from its own centres does not move.
    void aFinishedRunIsAFixedPoint()
    {
        for (const char* query : {"", "k=7", "data=faithful&k=3"}) {
            const Probe found = of(QLatin1String(query));
            QStringList centres;
            for (const auto& row : found.scene.table(QStringLiteral("centres"))->rows)
                centres << QString::number(cellNumber(row[1]), 'g', 17) + QLatin1Char(',') + QString::number(cellNumber(row[2]), 'g', 17);
            const QString again = QStringLiteral("%1&start=by-hand&centres=%2").arg(QLatin1String(query), centres.join(QLatin1Char(';')));
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

    void editsDoNotEnterElbowAndBest()
    {
        const Probe plain = of({});
        const Probe edited = of(QStringLiteral("edits=1,1,3,3"));
        QCOMPARE(columnOf(edited.scene, "elbow", 1), columnOf(plain.scene, "elbow", 1));
        COMPARE_NEAR(edited["inertia"] / edited["inertia-over-best"], plain["inertia"] / plain["inertia-over-best"], 1e-9);
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
        for (const char* key : {"inertia", "inertia-over-best", "silhouette", "iterations", "elbow", "elbow-strength", "adjusted-rand"}) {
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

    void theLabelColoursButNeverDecides()
    {
        const QString query = penguins + QStringLiteral("bill-length,flipper-length&standardise=true&k=3");
        const Probe without = of(query);
        const Probe with = of(query + QStringLiteral("&show-label=true"));
        QCOMPARE(clustersOf(with.scene), clustersOf(without.scene));
        QVERIFY(!(with.scene.figure(QStringLiteral("plane"))->content == without.scene.figure(QStringLiteral("plane"))->content));
    }

    /// On a large table a first scene comes without the slow numbers, and the last one is the same with a listener as
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

    void anotherSeedForgetsWhatTheHandDid()
    {
        const Probe edited = of(QStringLiteral("edits=5,3,6,1"));
        const Handle* seed = handleOf(edited.scene, QStringLiteral("seed"));
        QVERIFY(seed && seed->onGrab.contains(QStringLiteral("edits")));
        QVERIFY(std::holds_alternative<std::monostate>(seed->onGrab[QStringLiteral("edits")]));
        QVERIFY(seed->minimum <= 160 && seed->maximum >= 160);
    }
};

TANGENT_TEST(KMeansTest)
#include "k_means_test.moc"
