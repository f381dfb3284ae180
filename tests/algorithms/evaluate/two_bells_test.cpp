// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/evaluate/two_bells.h"

#include "algorithms/evaluate/normal_law.h"
#include "algorithms/evaluate/roc_curve.h"
#include "tests/algorithms/evaluate/test_data.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

using namespace tangent::evaluate;
using tangent::tests::near;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

} // namespace

class TwoBellsTest : public QObject {
    Q_OBJECT

private slots:
    void aucOfEqualSpreads_data()
    {
        QTest::addColumn<double>("separation");
        QTest::addColumn<double>("published");
        QTest::newRow("one bell") << 0.0 << 0.500;
        QTest::newRow("one apart") << 1.0 << 0.760;
        QTest::newRow("one and a half apart") << 1.5 << 0.856;
        QTest::newRow("two apart") << 2.0 << 0.921;
        QTest::newRow("three apart") << 3.0 << 0.983;
    }

    void aucOfEqualSpreads()
    {
        QFETCH(double, separation);
        QFETCH(double, published);
        const double auc = TwoBells{separation, 1}.auc();
        QVERIFY(near(auc, published, 5e-4));
        QVERIFY(near(auc, normalCdf(separation / std::numbers::sqrt2), 1e-15));
    }

    void aucIsAreaUnderTheRates()
    {
        for (const TwoBells& bells : {TwoBells{1.5, 1}, TwoBells{0, 2}, TwoBells{1, 0.3}, TwoBells{-1, 3}}) {
            double area = 0;
            constexpr double h = 0.005; // trapezoids of a smooth function that is flat at both ends: exact
            for (double t = -25; t < 25; t += h)
                area += bells.truePositiveRate(t) * normalDensity(t) * h;
            QVERIFY(near(area, bells.auc(), 1e-10));
        }
    }

    void sameMeansDifferentSpreadsLeaveTheDiagonalOnBothSides()
    {
        const TwoBells bells{0, 2};
        QCOMPARE(bells.auc(), 0.5);
        QVERIFY(bells.truePositiveRate(1) > bells.falsePositiveRate(1) + 0.1);
        QVERIFY(bells.truePositiveRate(-1) < bells.falsePositiveRate(-1) - 0.1);
    }

    void precisionFallsWithTheShare()
    {
        const TwoBells bells{2, 1};
        QVERIFY(near(bells.falsePositiveRate(1), 0.159, 5e-4));
        QVERIFY(near(bells.truePositiveRate(1), 0.841, 5e-4));
        QVERIFY(near(bells.precision(1, 0.5).value(), 0.84, 5e-3));
        QVERIFY(near(bells.precision(1, 0.1).value(), 0.37, 5e-3));
        QVERIFY(near(bells.precision(1, 0.01).value(), 0.05, 5e-3));
        QVERIFY(!bells.precision(infinity, 0.5));
    }

    void cheapestOfRarePositives()
    {
        const TwoBells bells{1.5, 1};
        const double threshold = bells.cheapestThreshold(1, 0.1);
        QVERIFY(near(threshold, 2.21, 5e-3));
        QVERIFY(near(threshold, 0.75 + std::log(9) / 1.5, 1e-14));
        QVERIFY(near(bells.truePositiveRate(threshold), 0.24, 5e-3));
        QVERIFY(near(bells.cheapestThreshold(1.0 / 9, 0.1), 0.75, 1e-14));
        QVERIFY(near(equalCostSlope(1.0 / 9, 0.1), 1, 1e-14));
        QVERIFY(near(equalCostSlope(1, 0.1), 9, 1e-14));
        QCOMPARE(bells.youdenThreshold(), 0.75);
    }

    void challengeInterval()
    {
        const TwoBells bells{1.5, 1};
        const auto solved = [&](double threshold) {
            return bells.precision(threshold, 0.1).value() >= 0.5 && bells.truePositiveRate(threshold) >= 0.4;
        };
        QVERIFY(!solved(0.75));
        QVERIFY(!solved(1.65));
        QVERIFY(solved(1.66));
        QVERIFY(solved(1.75));
        QVERIFY(!solved(1.76));
    }

    void cheapestBeatsAFineGrid_data()
    {
        QTest::addColumn<double>("separation");
        QTest::addColumn<double>("ratio");
        QTest::addColumn<double>("costs");
        QTest::addColumn<double>("share");
        QTest::newRow("wide") << 1.5 << 2.0 << 1.0 << 0.5;
        QTest::newRow("wide, rare") << 1.5 << 2.0 << 1.0 << 0.01;
        QTest::newRow("wide, common: always an alarm") << 0.5 << 2.0 << 0.5 << 0.8;
        QTest::newRow("wide, no stationary point") << 0.1 << 1.5 << 0.1 << 0.9;
        QTest::newRow("wide, a minimum that loses to always") << 0.5 << 2.0 << 1.0 << 0.6733;
        QTest::newRow("narrow") << 1.5 << 0.5 << 1.0 << 0.5;
        QTest::newRow("narrow, rare: never an alarm") << 0.5 << 0.5 << 3.0 << 0.05;
        QTest::newRow("narrow, no stationary point") << 0.1 << 0.9 << 20.0 << 0.01;
        QTest::newRow("narrow, a minimum that loses to never") << 0.5 << 0.5 << 1.0 << 0.301;
        QTest::newRow("narrow, dear misses") << 0.5 << 0.3 << 0.2 << 0.3;
        QTest::newRow("same means, wide") << 0.0 << 2.0 << 1.0 << 0.5;
        QTest::newRow("same means, narrow") << 0.0 << 0.5 << 1.0 << 0.5;
        QTest::newRow("nearly equal spreads") << 1.5 << 1.0 + 1e-9 << 1.0 << 0.1;
        QTest::newRow("turned round") << -1.0 << 1.0 << 1.0 << 0.4;
        QTest::newRow("turned round, wide") << -2.0 << 1.7 << 1.0 << 0.4;
        QTest::newRow("turned round, narrow") << -2.0 << 0.7 << 1.0 << 0.6;
        QTest::newRow("one bell, cheap alarms") << 0.0 << 1.0 << 0.5 << 0.6;
        QTest::newRow("one bell, dear alarms") << 0.0 << 1.0 << 2.0 << 0.6;
    }

    void cheapestBeatsAFineGrid()
    {
        QFETCH(double, separation);
        QFETCH(double, ratio);
        QFETCH(double, costs);
        QFETCH(double, share);
        const TwoBells bells{separation, ratio};
        const double best = bells.cheapestThreshold(costs, share);
        const double cost = bells.cost(best, costs, share);
        for (double t = -30; t <= 30; t += 0.01)
            QVERIFY(cost <= bells.cost(t, costs, share) + 1e-15);
        QVERIFY(cost <= bells.cost(infinity, costs, share) + 1e-15);
        QVERIFY(cost <= bells.cost(-infinity, costs, share) + 1e-15);
    }

    void endsAreNamed()
    {
        QCOMPARE((TwoBells{0.5, 2}.cheapestThreshold(0.5, 0.8)), -infinity);
        QCOMPARE((TwoBells{0.5, 0.5}.cheapestThreshold(3, 0.05)), infinity);
        QCOMPARE((TwoBells{0, 1}.cheapestThreshold(1, 0.5)), infinity); // all tie: the highest
        QCOMPARE((TwoBells{0, 1}.cheapestThreshold(0.5, 0.5)), -infinity);
    }

    void nearlyEqualSpreadsAreContinuous()
    {
        const double equal = TwoBells{1.5, 1}.cheapestThreshold(1, 0.1);
        QVERIFY(near(TwoBells{1.5, 1 + 1e-12}.cheapestThreshold(1, 0.1), equal, 1e-10));
        QVERIFY(near(TwoBells{1.5, 1 - 1e-12}.cheapestThreshold(1, 0.1), equal, 1e-10));
        // So far out that whole costs agree to all digits.
        QVERIFY(near(TwoBells{0.3, 1 + 1e-13}.cheapestThreshold(1, 0.01), 0.15 + std::log(99) / 0.3, 1e-6));
    }

    void youdenIsWhereTheDensitiesCross()
    {
        for (const TwoBells& bells : {TwoBells{1.5, 2}, TwoBells{1, 0.4}, TwoBells{0, 3}, TwoBells{3, 1.2}}) {
            const double t = bells.youdenThreshold();
            const double r = bells.spreadRatio;
            QVERIFY(near(normalDensity((t - bells.separation) / r) / r, normalDensity(t), 1e-15));
            for (double u = -10; u < 10; u += 0.01)
                QVERIFY(bells.truePositiveRate(u) - bells.falsePositiveRate(u)
                    <= bells.truePositiveRate(t) - bells.falsePositiveRate(t) + 1e-15);
        }
    }

    void rowsAtQuantilesFollowTheLaws()
    {
        const TwoBells bells{1.5, 2};
        const BellRows rows = rowsAtQuantiles(bells, 1000);
        QCOMPARE(rows.scores.size(), 1000);
        QCOMPARE(rows.positive.count(), 500);
        for (int i = 0; i < 500; ++i) {
            QVERIFY(!rows.positive(i) && rows.positive(500 + i));
            QVERIFY(near(normalCdf(rows.scores(i)), (i + 0.5) / 500, 1e-14));
            QVERIFY(near(1 - bells.truePositiveRate(rows.scores(500 + i)), (i + 0.5) / 500, 1e-14));
        }
        QVERIFY(near(*RocCurve(rows.scores, rows.positive).auc(), bells.auc(), 1e-3));
        QCOMPARE(rowsAtQuantiles(bells, 21).scores.size(), 20);
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, rowsAtQuantiles(bells, 1));
    }

    void drawnRowsFollowTheLaws()
    {
        const TwoBells bells{1.5, 2};
        const Eigen::Index half = 20000;
        const BellRows rows = drawnRows(bells, 2 * half, 7);
        const auto positives = rows.scores.tail(half).array();
        const double standardError = 2 / std::sqrt(static_cast<double>(half));
        QVERIFY(near(rows.scores.head(half).mean(), 0, 4 * standardError / 2));
        QVERIFY(near(positives.mean(), 1.5, 4 * standardError));
        QVERIFY(near((positives - 1.5).square().mean(), 4, 4 * 4 * std::sqrt(2.0 / half)));
        QVERIFY(drawnRows(bells, 100, 7).scores == drawnRows(bells, 100, 7).scores);
        QVERIFY(drawnRows(bells, 100, 7).scores != drawnRows(bells, 100, 8).scores);
    }

    void movingABellDrawsNoOtherRows()
    {
        const BellRows before = drawnRows({1, 1}, 100, 3);
        const BellRows after = drawnRows({2, 3}, 100, 3);
        QVERIFY(before.scores.head(50) == after.scores.head(50));
        const Eigen::VectorXd moved = 2 + 3 * (before.scores.tail(50).array() - 1);
        QVERIFY(moved.isApprox(after.scores.tail(50), 1e-14));
    }

    void badValuesAreNamed()
    {
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, (TwoBells{1, 0}.check()));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, (TwoBells{infinity, 1}.check()));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, (TwoBells{1, 1}.cheapestThreshold(0, 0.5)));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, (TwoBells{1, 1}.cheapestThreshold(1, 1)));
    }
};

TANGENT_TEST(TwoBellsTest)
#include "two_bells_test.moc"
