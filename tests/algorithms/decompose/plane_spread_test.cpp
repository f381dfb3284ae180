// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/decompose/plane_spread.h"

#include "algorithms/decompose/pca.h"
#include "tests/algorithms/decompose/dataset.h"
#include "tests/algorithms/decompose/recipe_data.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <numbers>
#include <stdexcept>

using namespace tangent;
using namespace tangent::decompose;

namespace {

Eigen::MatrixXd bills()
{
    return tests::readDataset("penguins", {"bill-length", "flipper-length"}).x;
}

} // namespace

class PlaneSpreadTest : public QObject {
    Q_OBJECT
private slots:
    void penguinFigures();
    void keptAndLostFillTheTotal();
    void measuresShadowsAndDistances();
    void bestAngleIsTheFirstComponent_data();
    void bestAngleIsTheFirstComponent();
    void anglesCountModulo180_data();
    void anglesCountModulo180();
    void roundCloudHasNoDirection();
    void regressionLine();
    void refusesMissingColumns();
};

void PlaneSpreadTest::penguinFigures()
{
    const PlaneSpread raw = planeSpread(bills(), 0, 1, false);
    QVERIFY(std::abs(raw.kept(45) - 0.721) <= 5e-4);
    QVERIFY(std::abs(raw.lost(45) - 0.279) <= 5e-4);
    QVERIFY(std::abs(raw.bestAngle() - 74.5) <= 0.05);
    QVERIFY(std::abs(raw.kept(raw.bestAngle()) - 0.930) <= 5e-4);
    QVERIFY(std::abs(raw.kept(-15.5) - 0.070) <= 5e-4);
    QVERIFY(raw.kept(raw.bestAngle() - 90) <= 0.071);
    const PlaneSpread standardised = planeSpread(bills(), 0, 1, true);
    QVERIFY(std::abs(standardised.bestAngle() - 45) <= 1e-9);
    QCOMPARE(standardised.meanX, 0.0);
}

void PlaneSpreadTest::keptAndLostFillTheTotal()
{
    const Eigen::MatrixXd x = tests::recipeFactors(80, 5, 3);
    for (const bool standardise : {false, true}) {
        const PlaneSpread plane = planeSpread(x, 1, 3, standardise);
        const double best = plane.kept(plane.bestAngle());
        for (int angle = -360; angle <= 360; angle += 7) {
            QVERIFY(std::abs(plane.kept(angle) + plane.lost(angle) - 1) <= 1e-12);
            QVERIFY(plane.kept(angle) <= best + 1e-12);
        }
    }
}

void PlaneSpreadTest::measuresShadowsAndDistances()
{
    const Eigen::MatrixXd x = tests::recipeFactors(80, 4, 8);
    const PlaneSpread plane = planeSpread(x, 2, 0, false);
    const Eigen::MatrixXd centred = x.rowwise() - x.colwise().mean();
    for (const double degrees : {0.0, 30.0, 90.0, 133.0}) {
        const double radians = degrees * std::numbers::pi / 180;
        Eigen::VectorXd direction = Eigen::VectorXd::Zero(4);
        direction(2) = std::cos(radians);
        direction(0) = std::sin(radians);
        const Eigen::VectorXd shadows = centred * direction;
        const Eigen::MatrixXd drops = centred - shadows * direction.transpose();
        const double total = centred.squaredNorm();
        QVERIFY(std::abs(plane.kept(degrees) - shadows.squaredNorm() / total) <= 1e-12);
        QVERIFY(std::abs(plane.lost(degrees) - drops.squaredNorm() / total) <= 1e-12);
    }
}

void PlaneSpreadTest::bestAngleIsTheFirstComponent_data()
{
    QTest::addColumn<double>("slope");
    QTest::addColumn<bool>("standardise");
    QTest::newRow("rising") << 0.7 << false;
    QTest::newRow("falling") << -2.0 << false;
    QTest::newRow("flat") << 0.0 << false;
    QTest::newRow("rising-standardised") << 0.7 << true;
    QTest::newRow("falling-standardised") << -2.0 << true;
}

void PlaneSpreadTest::bestAngleIsTheFirstComponent()
{
    QFETCH(double, slope);
    QFETCH(bool, standardise);
    Eigen::MatrixXd x = tests::recipeNormals(60, 2, 17);
    x.col(1) = 0.3 * x.col(1) + slope * x.col(0);
    const PlaneSpread plane = planeSpread(x, 0, 1, standardise);
    const Pca fit = pca(x, {.standardise = standardise});
    const double angle =
        halfTurn(std::atan2(fit.loadings(1, 0), fit.loadings(0, 0)) * 180 / std::numbers::pi);
    QVERIFY(std::abs(plane.bestAngle() - angle) <= 1e-9);
    QVERIFY(std::abs(plane.kept(angle) - fit.shares()(0)) <= 1e-12);
    QVERIFY(std::abs(plane.gap() - fit.leadingGap()) <= 1e-12);
    if (standardise)
        QVERIFY(std::abs(angle - (slope > 0 ? 45 : 135)) <= 1e-9);
}

void PlaneSpreadTest::anglesCountModulo180_data()
{
    QTest::addColumn<double>("given");
    QTest::addColumn<double>("counted");
    QTest::newRow("inside") << 45.0 << 45.0;
    QTest::newRow("straight") << 180.0 << 0.0;
    QTest::newRow("negative") << -15.5 << 164.5;
    QTest::newRow("minus-180") << -180.0 << 0.0;
    QTest::newRow("tiny-negative") << -1e-20 << 0.0;
    QTest::newRow("several-turns") << 735.0 << 15.0;
}

void PlaneSpreadTest::anglesCountModulo180()
{
    QFETCH(double, given);
    QFETCH(double, counted);
    QCOMPARE(halfTurn(given), counted);
}

void PlaneSpreadTest::roundCloudHasNoDirection()
{
    Eigen::MatrixXd square(4, 2);
    square << 1, 1, -1, 1, -1, -1, 1, -1;
    const PlaneSpread plane = planeSpread(square, 0, 1, false);
    QCOMPARE(plane.gap(), 0.0);
    QCOMPARE(plane.bestAngle(), 0.0);
    for (int angle = 0; angle < 180; angle += 15)
        QVERIFY(std::abs(plane.kept(angle) - 0.5) <= 1e-12);
    const PlaneSpread nothing = planeSpread(Eigen::MatrixXd::Ones(4, 2), 0, 1, true);
    QCOMPARE(nothing.kept(10), 0.0);
    QCOMPARE(nothing.lost(10), 0.0);
    QCOMPARE(nothing.gap(), 0.0);
}

void PlaneSpreadTest::regressionLine()
{
    const PlaneSpread faithful =
        planeSpread(tests::readDataset("faithful", {"eruption", "waiting"}).x, 0, 1, false);
    const double slope = faithful.regressionSlope().value();
    QVERIFY(std::abs(slope - 10.7296) <= 5e-5);
    QVERIFY(std::abs(faithful.meanY - slope * faithful.meanX - 33.474) <= 5e-4);
    Eigen::MatrixXd upright(3, 2);
    upright << 2, 1, 2, 5, 2, 3;
    QVERIFY(!planeSpread(upright, 0, 1, false).regressionSlope());
    // The line is not the first component: only the drops along the second axis are short.
    QVERIFY(std::atan(slope) * 180 / std::numbers::pi < faithful.bestAngle() - 0.5);
}

void PlaneSpreadTest::refusesMissingColumns()
{
    QVERIFY_EXCEPTION_THROWN(planeSpread(bills(), 0, 2, false), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(planeSpread(bills(), -1, 0, false), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(planeSpread(bills().topRows(1), 0, 1, false), std::invalid_argument);
}

TANGENT_TEST(PlaneSpreadTest)
#include "plane_spread_test.moc"
