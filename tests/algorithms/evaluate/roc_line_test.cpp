// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/evaluate/roc_line.h"

#include "algorithms/evaluate/normal_law.h"
#include "algorithms/evaluate/two_bells.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <limits>
#include <stdexcept>

using namespace tangent::evaluate;

namespace {

RocCurve curveOf(const BellRows& rows)
{
    return {rows.scores, rows.positive};
}

/// Positives 4, 3, 1 and negatives 3, 2: up a third, then together (a tie), then across, then up.
RocCurve smallCurve()
{
    Eigen::VectorXd scores(5);
    scores << 4, 3, 1, 3, 2;
    Flags positive(5);
    positive << true, true, true, false, false;
    return {scores, positive};
}

/// The largest distance, across or up, from a point of the curve to the nearest corner kept.
double worstGap(const RocCurve& curve, const RocLine& line)
{
    double worst = 0;
    for (Eigen::Index i = 0; i < curve.size(); ++i) {
        const RocPoint point = curve.point(i);
        double nearest = std::numeric_limits<double>::infinity();
        for (std::size_t k = 0; k < line.size(); ++k)
            nearest = std::min(nearest,
                std::max(std::abs(line.falsePositiveRate[k] - point.falsePositiveRate),
                    std::abs(line.truePositiveRate[k] - point.truePositiveRate)));
        worst = std::max(worst, nearest);
    }
    return worst;
}

} // namespace

/// Curves thinned for drawing, and the part of the area where false alarms are few.
class RocLineTest : public QObject {
    Q_OBJECT

private slots:
    void shortCurvesKeepEveryPoint()
    {
        const RocCurve curve = smallCurve();
        const RocLine line = rocLine(curve, 1, 100);
        QCOMPARE(line.threshold, std::vector<double>({std::numeric_limits<double>::infinity(), 4, 3, 2, 1}));
        QCOMPARE(line.falsePositiveRate, std::vector<double>({0, 0, 0.5, 1, 1}));
        QCOMPARE(line.truePositiveRate, std::vector<double>({0, 1 / 3.0, 2 / 3.0, 2 / 3.0, 1}));
    }

    void longCurvesStayWithinTheTolerance_data()
    {
        QTest::addColumn<double>("tolerance");
        QTest::newRow("a pixel of a small plot") << 0.01;
        QTest::newRow("less than a pixel") << 0.002;
    }

    void longCurvesStayWithinTheTolerance()
    {
        QFETCH(double, tolerance);
        const RocCurve curve = curveOf(drawnRows({.separation = 1}, 6000, 3));
        const RocLine line = rocLine(curve, tolerance, 2);
        QVERIFY(worstGap(curve, line) <= tolerance);
        QVERIFY(double(line.size()) <= 2 / tolerance + 2);
        QVERIFY(line.size() < std::size_t(curve.size()));
        QCOMPARE(line.falsePositiveRate.front(), 0.0);
        QCOMPARE(line.truePositiveRate.front(), 0.0);
        QCOMPARE(line.falsePositiveRate.back(), 1.0);
        QCOMPARE(line.truePositiveRate.back(), 1.0);
    }

    void meanRateOfASmallCurveIsItsPartialArea_data()
    {
        QTest::addColumn<double>("limit");
        QTest::addColumn<double>("mean");
        // From (0, 1/3) straight to (1/2, 2/3), level to (1, 2/3).
        QTest::newRow("inside the slope") << 0.25 << (1 / 3.0 + 0.5) / 2;
        QTest::newRow("to its end") << 0.5 << 0.5;
        QTest::newRow("all of it") << 1.0 << (0.5 * 0.5 + 0.5 * 2 / 3.0);
    }

    void meanRateOfASmallCurveIsItsPartialArea()
    {
        QFETCH(double, limit);
        QFETCH(double, mean);
        QVERIFY(std::abs(meanTruePositiveRate(smallCurve(), limit).value() - mean) < 1e-15);
    }

    void overAllRatesItIsTheArea()
    {
        const RocCurve curve = curveOf(drawnRows({.separation = 0.7, .spreadRatio = 1.4}, 999, 5));
        QVERIFY(std::abs(meanTruePositiveRate(curve, 1).value() - curve.auc().value()) < 1e-12);
    }

    void nearTheLawsOfTwoBells()
    {
        // ∫ Φ(d + Φ⁻¹(u)) du over (0, 0.05), by the midpoint rule.
        constexpr int slices = 20000;
        const double separation = 1.5;
        double mean = 0;
        for (int i = 0; i < slices; ++i)
            mean += normalCdf(separation + normalQuantile(0.05 * (i + 0.5) / slices)) / slices;
        const RocCurve curve = curveOf(rowsAtQuantiles({.separation = separation}, 100000));
        QVERIFY(std::abs(meanTruePositiveRate(curve, 0.05).value() - mean) < 2e-3);
    }

    void anEmptyClassHasNoRate()
    {
        const Eigen::VectorXd scores = Eigen::VectorXd::Ones(3);
        const Flags positive = Flags::Constant(3, true);
        QVERIFY(!meanTruePositiveRate({scores, positive}, 0.5).has_value());
        QVERIFY_EXCEPTION_THROWN(rocLine({scores, positive}, 0.1), std::invalid_argument);
    }

    void refusals()
    {
        QVERIFY_EXCEPTION_THROWN(meanTruePositiveRate(smallCurve(), 0), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(meanTruePositiveRate(smallCurve(), 1.1), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(rocLine(smallCurve(), 0), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(rocLine(smallCurve(), 0.1, 1), std::invalid_argument);
    }
};

TANGENT_TEST(RocLineTest)
#include "roc_line_test.moc"
