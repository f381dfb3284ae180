// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "widgets/scene/number_text.h"
#include "widgets/scene/scene.h"

#include <cmath>
#include <limits>

using namespace tangent;

/// Numbers as a person reads them, and as machines do.
class NumberTextTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void shown_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QString>("text");
        QTest::newRow("whole") << 55.0 << -1 << "55";
        QTest::newRow("four digits") << 8901.7687 << -1 << "8902";
        QTest::newRow("below one") << 0.80639 << -1 << "0.8064";
        QTest::newRow("leading zeros") << 0.0034667 << -1 << "0.003467";
        QTest::newRow("true minus") << -0.5 << 2 << "−0.50";
        QTest::newRow("given decimals") << 2.0 << 3 << "2.000";
        QTest::newRow("large") << 1.2345e9 << -1 << "1.23e+09";
        QTest::newRow("tiny") << 1.5e-7 << -1 << "1.50e−07";
        QTest::newRow("five digits in groups") << 12345.0 << -1 << "12,345";
        QTest::newRow("a million") << -1e6 << -1 << "−1,000,000";
        QTest::newRow("groups before decimals") << 12345.678 << 1 << "12,345.7";
        QTest::newRow("four digits need none") << 9999.0 << 0 << "9999";
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << -1 << "∞";
        QTest::newRow("no number") << std::nan("") << -1 << "–";
    }

    void shown()
    {
        QFETCH(double, value);
        QFETCH(int, decimals);
        QFETCH(QString, text);
        QCOMPARE(shownNumber(value, decimals), text);
    }

    void countsKeepAllTheirDigits()
    {
        QCOMPARE(shownCount(9999), QStringLiteral("9999"));
        QCOMPARE(shownCount(40'000'000), QStringLiteral("40,000,000"));
        QLocale::setDefault(QLocale(QLocale::German));
        const QString german = shownCount(1'000'000);
        QLocale::setDefault(QLocale::c());
        QCOMPARE(german, QStringLiteral("1.000.000"));
        QCOMPARE(exactNumber(1e6), QStringLiteral("1000000")); // machines read no groups
    }

    void zerosAtTheEnd_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("text");
        QTest::newRow("some") << "0.1800"
                              << "0.18";
        QTest::newRow("all") << "3.000"
                             << "3";
        QTest::newRow("none") << "0.25"
                              << "0.25";
        QTest::newRow("a whole number keeps its own") << "4500"
                                                      << "4500";
        QTest::newRow("scientific") << "1.50e+09"
                                    << "1.50e+09";
        QTest::newRow("negative") << "−2.50"
                                  << "−2.5";
        QTest::newRow("infinite") << "∞"
                                  << "∞";
    }

    void zerosAtTheEnd()
    {
        QFETCH(QString, shown);
        QFETCH(QString, text);
        QCOMPARE(withoutTrailingZeros(shown), text);
    }

    void zerosAtTheEndOfAnotherLocale()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        const QString text = withoutTrailingZeros(shownNumber(0.18));
        QLocale::setDefault(QLocale::c());
        QCOMPARE(text, QStringLiteral("0,18"));
    }

    void aCountOfOneHasItsOwnWords()
    {
        QCOMPARE(counted(0, "1 row", "%1 rows"), QStringLiteral("0 rows"));
        QCOMPARE(counted(1, "1 row", "%1 rows"), QStringLiteral("1 row"));
        QCOMPARE(counted(21, "1 row", "%1 rows"), QStringLiteral("21 rows"));
        Readout steps;
        steps.unit = "steps";
        steps.unitOfOne = "step";
        steps.value = 1.0;
        QCOMPARE(steps.shownUnit(), QStringLiteral("step"));
        steps.value = 55.0;
        QCOMPARE(steps.shownUnit(), QStringLiteral("steps"));
    }

    void exactReadsBack()
    {
        for (const double value : {0.1, 1.0 / 3, 8901.768720947213, 1e-300, -0.0, 123456789012345680.0})
            QCOMPARE(exactNumber(value).toDouble(), value);
    }
};

TANGENT_TEST(NumberTextTest)
#include "number_text_test.moc"
