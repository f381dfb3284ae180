// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/lab_probe.h"
#include "tests/support/test_program.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace tangent;
using namespace tangent::tests;

namespace {

const QString four = QStringLiteral("pca?features=bill-length,bill-depth,flipper-length,body-mass");

/// A user's table, settled and computed with its own catalogue.
Probe probeFile(const QByteArray& csv, const QString& query = {})
{
    DataCatalogue catalogue;
    const TablePointer table = catalogue.addFile(QStringLiteral("own.csv"), csv);
    Request request;
    request.topic = QStringLiteral("pca");
    readQuery(query, &request);
    request.values[QStringLiteral("data")] = table ? table->name : QString();
    Probe answer;
    answer.state = settle(*findLab(request.topic), request, catalogue);
    Stages stages;
    answer.scene = computeScene(*findLab(request.topic), answer.state, stages);
    return answer;
}

const Handle* handleOf(const Probe& probe, const char* id)
{
    const auto found = std::find_if(probe.scene.handles.begin(), probe.scene.handles.end(),
        [&](const Handle& handle) { return handle.id == QLatin1String(id); });
    return found == probe.scene.handles.end() ? nullptr : &*found;
}

template <class LayerType>
const LayerType* layerOf(const Probe& probe, const char* figure)
{
    const Figure* found = probe.scene.figure(QLatin1String(figure));
    const Plot* plot = found ? std::get_if<Plot>(&found->content) : nullptr;
    if (!plot)
        return nullptr;
    for (const Layer& layer : plot->layers) {
        if (const LayerType* wanted = std::get_if<LayerType>(&layer))
            return wanted;
    }
    return nullptr;
}

/// The numbers of a table without its first column.
Eigen::MatrixXd numbersOf(const Probe& probe, const char* key)
{
    const DataTable* table = probe.scene.table(QLatin1String(key));
    if (!table || table->rows.empty())
        return {};
    Eigen::MatrixXd numbers(Eigen::Index(table->rows.size()), table->columns.size() - 1);
    for (Eigen::Index i = 0; i < numbers.rows(); ++i) {
        for (Eigen::Index j = 0; j < numbers.cols(); ++j)
            numbers(i, j) = cellNumber(table->rows[size_t(i)][size_t(j) + 1]);
    }
    return numbers;
}

double turnBetween(double one, double other)
{
    const double turn = std::abs(std::remainder(one - other, 180.0));
    return turn;
}

double explained(const Probe& probe, int component)
{
    return probe[QStringLiteral("explained-%1").arg(component).toLatin1().constData()];
}

} // namespace

class PcaTest : public QObject {
    Q_OBJECT

private slots:
    void teachesItsNumbers_data();
    void teachesItsNumbers();
    void firstPictureTellsTheStory();
    void barsAlwaysFillTheSameLength_data();
    void barsAlwaysFillTheSameLength();
    void bestDirectionIsTheFirstComponent_data();
    void bestDirectionIsTheFirstComponent();
    void noDirectionKeepsMore();
    void directionsCountModuloHalfATurn();
    void componentsAreEigenvectors_data();
    void componentsAreEigenvectors();
    void standardisedPairsLieOnTheDiagonal();
    void shadowsAndDropLinesMeetAtRightAngles();
    void handsAreCaughtAtTheBest();
    void challengeIsReachedByHand();
    void boxIsNotTheFirstComponent();
    void regressionIsNotTheFirstComponent();
    void roundCloudHasNoDirection();
    void mostVarianceIsNotMostUseful();
    void digitsComeBack();
    void constantColumnStaysZero();
    void randomisedFindsTheFirst();
    void screeHandleStandsBehindTheKept();
    void axesAreNeverTheSame();
    void spaceTurns();
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

void PcaTest::firstPictureTellsTheStory()
{
    const Probe shown = probe(QStringLiteral("pca"));
    QCOMPARE(shown.scene.dataLine, QStringLiteral("Palmer penguins, 342 rows, 2 left out"));
    QVERIFY(shown.scene.narration.contains(QLatin1String("72.1")));
    QVERIFY(shown.scene.narration.contains(QLatin1String("27.9")));
    const Handle* direction = handleOf(shown, "direction");
    QVERIFY(direction);
    QCOMPARE(direction->geometry, Handle::Geometry::Angle);
    QCOMPARE(direction->x.key, QStringLiteral("angle"));
    // The answer is not given away before the hand has looked for it.
    QVERIFY(!shown.scene.narration.contains(QLatin1String("74.5")));
    QVERIFY(list(shown.state.values[QStringLiteral("show")]).isEmpty());
    // The grips lie inside the window.
    const Figure* plane = shown.scene.figure(QStringLiteral("plane"));
    const Plot& plot = std::get<Plot>(plane->content);
    QVERIFY(plot.equalAspect);
    for (const double side : {-1.0, 1.0}) {
        const double x = direction->centre.x() + side * direction->radius;
        const double y = direction->centre.y() + side * direction->radius;
        QVERIFY(x > plot.x.minimum && x < plot.x.maximum && y > plot.y.minimum && y < plot.y.maximum);
    }
}

void PcaTest::barsAlwaysFillTheSameLength_data()
{
    QTest::addColumn<QString>("link");
    QTest::newRow("two columns") << "pca?snap=false";
    QTest::newRow("standardised") << "pca?standardise=true";
    QTest::newRow("two of four columns")
        << four + QStringLiteral("&view=plane&x-axis=bill-length&y-axis=body-mass");
}

void PcaTest::barsAlwaysFillTheSameLength()
{
    QFETCH(QString, link);
    const QString joint = link.contains(QLatin1Char('?')) ? QStringLiteral("&") : QStringLiteral("?");
    for (const int angle : {-180, -100, -15, 0, 30, 74, 90, 135, 180}) {
        const Probe shown = probe(link + joint + QStringLiteral("angle=%1").arg(angle));
        const Bars* bars = layerOf<Bars>(shown, "shares");
        QVERIFY(bars && bars->value.size() == 3);
        QCOMPARE(bars->base.front(), 0.0);
        COMPARE_NEAR(bars->value.front(), shown["variance-along"], 1e-12);
        for (size_t i = 1; i < bars->base.size(); ++i)
            QCOMPARE(bars->base[i], bars->value[i - 1]);
        COMPARE_NEAR(bars->value.back(), 1.0, 1e-9);
    }
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

void PcaTest::shadowsAndDropLinesMeetAtRightAngles()
{
    const Probe shown = probe(QStringLiteral("pca?angle=20"));
    const Segments* drops = layerOf<Segments>(shown, "plane");
    const Handle* direction = handleOf(shown, "direction");
    QVERIFY(drops && direction);
    QCOMPARE(drops->from.size(), size_t(342));
    const QPointF along = direction->at - direction->centre;
    double squares = 0;
    double shadows = 0;
    for (size_t i = 0; i < drops->from.size(); ++i) {
        const QPointF drop = drops->from[i] - drops->to[i];
        const QPointF shadow = drops->to[i] - direction->centre;
        COMPARE_NEAR(QPointF::dotProduct(drop, along), 0.0, 1e-9);
        squares += QPointF::dotProduct(drop, drop);
        shadows += QPointF::dotProduct(shadow, shadow);
    }
    COMPARE_NEAR(shadows / (shadows + squares), shown["variance-along"], 1e-12);
}

void PcaTest::handsAreCaughtAtTheBest()
{
    const Probe snapping = probe(QStringLiteral("pca"));
    const Probe loose = probe(QStringLiteral("pca?snap=false"));
    for (const char* id : {"direction", "direction-curve"}) {
        const Handle* caught = handleOf(snapping, id);
        const Handle* free = handleOf(loose, id);
        QVERIFY(caught && free);
        QVERIFY(free->snaps.empty());
        QVERIFY(caught->snapDistance > 0);
        QCOMPARE(caught->snaps.size(), size_t(2));
        COMPARE_NEAR(caught->snaps[0], snapping["best-angle"], 0.0);
        COMPARE_NEAR(caught->snaps[1], snapping["best-angle"] - 180, 0.0);
    }
    QVERIFY(!(snapping.scene == loose.scene));
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

void PcaTest::boxIsNotTheFirstComponent()
{
    const Probe before = probe(QStringLiteral("pca?data=corners&angle=5"));
    QVERIFY(before.scene.narration.contains(QLatin1String("smallest box")));
    QVERIFY(layerOf<Polygons>(before, "plane"));
    // The two far points, and only they, are in the hand's reach.
    std::vector<int> rows;
    for (const Handle& handle : before.scene.handles) {
        if (handle.x.key == QLatin1String("patch")) {
            rows.push_back(handle.x.row);
            QCOMPARE(handle.x.columnName, QStringLiteral("x"));
            QCOMPARE(handle.y.columnName, QStringLiteral("y"));
            QCOMPARE(handle.at.x(), handle.at.y());
        }
    }
    QCOMPARE(rows, (std::vector<int>{249, 250}));
    // Dragged to the other diagonal the box swings, and PC1 nods.
    const Probe after = probe(QStringLiteral("pca?data=corners&patch=249:y=-9;250:y=9"));
    QVERIFY(turnBetween(before["box-angle"], after["box-angle"]) > 40);
    QVERIFY(turnBetween(before["best-angle"], after["best-angle"]) < 12);
    // The window stays as it is while a point moves inside it.
    const auto window = [](const Probe& shown) {
        return std::get<Plot>(shown.scene.figure(QStringLiteral("plane"))->content).x;
    };
    QCOMPARE(window(before), window(after));
    QVERIFY(handleOf(after, "point-249") && handleOf(after, "point-250"));
}

void PcaTest::regressionIsNotTheFirstComponent()
{
    const Probe shown = probe(QStringLiteral("pca?show=regression"));
    const Line* line = layerOf<Line>(shown, "plane");
    QVERIFY(line && line->x.size() == 2);
    const double slope = (line->y[1] - line->y[0]) / (line->x[1] - line->x[0]);
    // numpy: polyfit of flipper length on bill length.
    COMPARE_NEAR(slope, 1.6901, 5e-4);
    COMPARE_NEAR(shown["regression-angle"], std::atan(slope) * 180 / std::acos(-1.0), 1e-9);
    QVERIFY(shown["best-angle"] - shown["regression-angle"] > 10);
    const Handle* direction = handleOf(shown, "direction");
    COMPARE_NEAR((line->x[0] + line->x[1]) / 2, direction->centre.x(), 1e-9); // through the mean
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

void PcaTest::digitsComeBack()
{
    const auto gallery = [](const Probe& shown, const char* key) {
        return std::get<Gallery>(shown.scene.figure(QLatin1String(key))->content);
    };
    const Probe all = probe(QStringLiteral("pca?data=digits&components=64&row=8"));
    const Gallery digits = gallery(all, "digits");
    QCOMPARE(int(digits.items.size()), 10);
    for (const Gallery::Item& item : digits.items) {
        QCOMPARE(item.picture.columns, 17); // two pictures and the gap
        for (int row = 0; row < 8; ++row) {
            for (int column = 0; column < 8; ++column)
                COMPARE_NEAR(double(item.picture.values[size_t(row * 17 + column)]),
                    double(item.picture.values[size_t(row * 17 + column + 9)]), 1e-5);
        }
    }
    QCOMPARE(digits.items[7].rowId, 8);
    QVERIFY(digits.items[7].current);
    // The picture stands upright: the table begins with the top row, the picture with the bottom one.
    const TablePointer table = all.state.table;
    QCOMPARE(double(digits.items[7].picture.values[7 * 17 + 2]),
        table->find(QStringLiteral("pixel-1-3"))->numbers[7]);
    // With more components the chosen picture comes closer to the original.
    const Gallery steps = gallery(all, "build-up");
    const Field& original = steps.items.back().picture;
    double last = 1e300;
    for (size_t i = 0; i + 1 < steps.items.size(); ++i) {
        double error = 0;
        for (size_t pixel = 0; pixel < original.values.size(); ++pixel)
            error +=
                std::pow(double(steps.items[i].picture.values[pixel]) - double(original.values[pixel]), 2);
        QVERIFY(error <= last + 1e-9);
        last = error;
    }
    COMPARE_NEAR(last, 0.0, 1e-6);
    const Gallery ten = gallery(probe(QStringLiteral("pca?data=digits&components=10")), "digits");
    QVERIFY(!(ten.items[0].picture == digits.items[0].picture));
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

void PcaTest::screeHandleStandsBehindTheKept()
{
    for (const char* link :
        {"pca?components=1", "pca?data=wine&components=5", "pca?data=digits&components=29"}) {
        const Probe shown = probe(QLatin1String(link));
        const Handle* rule = handleOf(shown, "components");
        QVERIFY(rule);
        const double value = (rule->at.x() - rule->mapX.offset) / rule->mapX.scale;
        COMPARE_NEAR(value, shown.state.real("components"), 1e-12);
        const Bars* bars = layerOf<Bars>(shown, "scree");
        const auto before =
            std::count_if(bars->to.begin(), bars->to.end(), [&](double end) { return end < rule->at.x(); });
        QCOMPARE(int(before), shown.state.integer("components"));
    }
}

void PcaTest::axesAreNeverTheSame()
{
    const Probe swapped = probe(QStringLiteral("pca?x-axis=flipper-length"));
    QVERIFY(swapped.state.complaints.empty());
    QCOMPARE(swapped.state.choice("y-axis"), QStringLiteral("bill-length"));
    COMPARE_NEAR(swapped["best-angle"], 90 - probe(QStringLiteral("pca"))["best-angle"], 1e-9);
    const Probe same = probe(QStringLiteral("pca?x-axis=flipper-length&y-axis=flipper-length"));
    QCOMPARE(int(same.state.complaints.size()), 1);
    QCOMPARE(same.state.choice("y-axis"), QStringLiteral("bill-length"));
}

void PcaTest::spaceTurns()
{
    const QString three =
        QStringLiteral("pca?features=bill-length,bill-depth,flipper-length&standardise=true&view=space");
    const Probe shown = probe(three + QStringLiteral("&turn=-60&tilt=35"));
    const Cloud* cloud = layerOf<Cloud>(shown, "space");
    QVERIFY(cloud);
    QCOMPARE(cloud->turn, -60.0);
    QCOMPARE(cloud->tilt, 35.0);
    QCOMPARE(int(cloud->arrows.size()), 3);
    // The arrows stand at right angles.
    for (size_t i = 0; i < 3; ++i) {
        const auto& one = cloud->arrows[i];
        const auto& next = cloud->arrows[(i + 1) % 3];
        COMPARE_NEAR(std::inner_product(one.begin(), one.end(), next.begin(), 0.0), 0.0, 1e-9);
    }
    const Handle* ring = handleOf(shown, "turn");
    QVERIFY(ring && ring->x.key == QLatin1String("turn") && ring->y.key == QLatin1String("tilt"));
    QCOMPARE(ring->at, QPointF(-60, 35));
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
