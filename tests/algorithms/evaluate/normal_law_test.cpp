// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/evaluate/normal_law.h"

#include "tests/algorithms/evaluate/test_data.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <limits>
#include <stdexcept>

using namespace tangent::evaluate;
using tangent::tests::near;

class NormalLawTest : public QObject {
    Q_OBJECT

private slots:
    void quantileAgreesWithSciPy()
    {
        for (const QJsonValue& pair :
            tangent::tests::reference("evaluate_scores.json", "quantiles").toArray()) {
            const double expected = pair[1].toDouble();
            QVERIFY(near(normalQuantile(pair[0].toDouble()), expected, 1e-15 * std::abs(expected)));
        }
    }

    void quantileUndoesCdf()
    {
        for (double x = -37; x <= 7; x += 0.01) {
            // Near 1 the probability itself has too few digits left to tell x.
            const double tolerance = 2e-15 * (1 + std::abs(x)) + 1.2e-16 / normalDensity(x) * (x > 0 ? 1 : 0);
            QVERIFY(near(normalQuantile(normalCdf(x)), x, tolerance));
        }
    }

    void quantileIsOdd()
    {
        for (int i = 1; i < 512; ++i) // dyadic, so that 1 - p is exact
            QCOMPARE(normalQuantile(i / 1024.0), -normalQuantile(1 - i / 1024.0));
        QCOMPARE(normalQuantile(0.5), 0.0);
    }

    void quantileAtTheEnds()
    {
        QCOMPARE(normalQuantile(0), -std::numeric_limits<double>::infinity());
        QCOMPARE(normalQuantile(1), std::numeric_limits<double>::infinity());
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, normalQuantile(-0.1));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, normalQuantile(1.1));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, normalQuantile(std::nan("")));
    }

    void densityIsSlopeOfCdf()
    {
        constexpr double h = 1e-5;
        for (double x = -6; x <= 6; x += 0.25)
            QVERIFY(near((normalCdf(x + h) - normalCdf(x - h)) / (2 * h), normalDensity(x), 1e-10));
    }
};

TANGENT_TEST(NormalLawTest)
#include "normal_law_test.moc"
