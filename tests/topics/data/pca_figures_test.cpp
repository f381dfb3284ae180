// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/topics/data/pca_probe.h"

#include <numeric>

using namespace tangent;
using namespace tangent::tests;

class PcaFiguresTest : public QObject {
    Q_OBJECT

private slots:
    void firstPictureTellsTheStory();
    void barsAlwaysFillTheSameLength_data();
    void barsAlwaysFillTheSameLength();
    void shadowsAndDropLinesMeetAtRightAngles();
    void handsAreCaughtAtTheBest();
    void boxIsNotTheFirstComponent();
    void regressionIsNotTheFirstComponent();
    void digitsComeBack();
    void screeHandleStandsBehindTheKept();
    void axesAreNeverTheSame();
    void spaceTurns();
};

void PcaFiguresTest::firstPictureTellsTheStory()
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

void PcaFiguresTest::barsAlwaysFillTheSameLength_data()
{
    QTest::addColumn<QString>("link");
    QTest::newRow("two columns") << "pca?snap=false";
    QTest::newRow("standardised") << "pca?standardise=true";
    QTest::newRow("two of four columns")
        << four + QStringLiteral("&view=plane&x-axis=bill-length&y-axis=body-mass");
}

void PcaFiguresTest::barsAlwaysFillTheSameLength()
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

void PcaFiguresTest::shadowsAndDropLinesMeetAtRightAngles()
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

void PcaFiguresTest::handsAreCaughtAtTheBest()
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

void PcaFiguresTest::boxIsNotTheFirstComponent()
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

void PcaFiguresTest::regressionIsNotTheFirstComponent()
{
    const Probe shown = probe(QStringLiteral("pca?show=regression"));
    const Line* line = layerOf<Line>(shown, "plane");
    QVERIFY(line && line->x.size() == 2);
    const double slope = (line->y[1] - line->y[0]) / (line->x[1] - line->x[0]);
    // numpy: polyfit of flipper length on bill length.
    COMPARE_NEAR(slope, 1.6901, 5e-4);
    COMPARE_NEAR(shown["regression-angle"], std::atan(slope) * 180 / std::acos(-1.0), 1e-9);
    QVERIFY(shown["best-angle"] - shown["regression-angle"] > 10);
    QVERIFY(shown.scene.narration.contains(QStringLiteral("59.4°")));
    const Handle* direction = handleOf(shown, "direction");
    COMPARE_NEAR((line->x[0] + line->x[1]) / 2, direction->centre.x(), 1e-9); // through the mean
}

void PcaFiguresTest::digitsComeBack()
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

void PcaFiguresTest::screeHandleStandsBehindTheKept()
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
        const Axis& axis = std::get<Plot>(shown.scene.figure(QStringLiteral("scree"))->content).x;
        const bool named = axis.scale == Axis::Scale::Category; // the first name stands at 0
        COMPARE_NEAR((bars->from[0] + bars->to[0]) / 2, named ? 0.0 : 1.0, 1e-12);
        COMPARE_NEAR(axis.maximum - axis.minimum, double(bars->value.size()), 1e-12);
    }
}

void PcaFiguresTest::axesAreNeverTheSame()
{
    const Probe swapped = probe(QStringLiteral("pca?x-axis=flipper-length"));
    QVERIFY(swapped.state.complaints.empty());
    QCOMPARE(swapped.state.choice("y-axis"), QStringLiteral("bill-length"));
    COMPARE_NEAR(swapped["best-angle"], 90 - probe(QStringLiteral("pca"))["best-angle"], 1e-9);
    const Probe same = probe(QStringLiteral("pca?x-axis=flipper-length&y-axis=flipper-length"));
    QCOMPARE(int(same.state.complaints.size()), 1);
    QCOMPARE(same.state.choice("y-axis"), QStringLiteral("bill-length"));
}

void PcaFiguresTest::spaceTurns()
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

TANGENT_TEST(PcaFiguresTest)
#include "pca_figures_test.moc"
