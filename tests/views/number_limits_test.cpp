// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "widgets/views/number_limits.h"

#include <QLocale>

using namespace tangent;

class NumberLimitsTest : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void gridHasNoRoundingDust()
    {
        const NumberLimits limits{0, 1, 0.01, false, false};
        for (int hundredth = 0; hundredth <= 100; ++hundredth)
            QCOMPARE(QString::number(limits.onGrid(hundredth / 100.0 + 0.003), 'g', 17).toDouble(),
                QString::number(hundredth / 100.0, 'g', 3).toDouble());
        QCOMPARE(fieldNumber(limits.onGrid(0.5712)), QStringLiteral("0.57"));
    }

    void endsAreReached()
    {
        const NumberLimits limits{-0.025, 0.975, 0.1, false, false};
        QCOMPARE(limits.onGrid(-3), -0.025);
        QCOMPARE(limits.onGrid(3), 0.975);
        QCOMPARE(limits.stepped(0.9, 5), 0.975);
    }

    void wholeNumbersStayWhole()
    {
        const NumberLimits limits = NumberLimits::of(Parameter::integer("k", "k", 4, 1, 10));
        QCOMPARE(limits.onGrid(3.6), 4.0);
        QCOMPARE(limits.stepped(4, 1), 5.0);
        QCOMPARE(limits.stepped(4, -10), 1.0);
    }

    void logarithmicScale()
    {
        const NumberLimits limits = NumberLimits::of(Parameter::real("r", "r", 0.1, 1e-4, 10).onLogScale());
        QVERIFY(limits.logarithmic);
        QVERIFY(qAbs(limits.share(0.1) - 0.6) < 1e-12); // three of five decades
        for (const double share : {0.0, 0.25, 0.6, 1.0})
            QVERIFY(qAbs(limits.share(limits.atShare(share)) - share) < 1e-12);
        QCOMPARE(limits.onGrid(0.181234), 0.181);
        QVERIFY(limits.stepped(0.18, 1) > 0.18);
        QVERIFY(limits.stepped(0.18, -1) < 0.18);
        QCOMPARE(limits.stepped(10, 1), 10.0);
    }

    void wholeLogarithmicStepsAlwaysMove()
    {
        const NumberLimits limits = NumberLimits::of(Parameter::integer("r", "r", 1, 1, 200).onLogScale());
        QCOMPARE(limits.stepped(1, 1), 2.0);
        QCOMPARE(limits.stepped(2, -1), 1.0);
    }

    void zeroCannotBeLogarithmic()
    {
        QVERIFY(!NumberLimits::of(Parameter::real("r", "r", 0, 0, 1).onLogScale()).logarithmic);
    }

    void reading_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<double>("value");
        QTest::newRow("point") << "en_GB"
                               << "0.25" << 0.25;
        QTest::newRow("true minus") << "en_GB" << QString::fromUtf8("−4") << -4.0;
        QTest::newRow("spaces") << "en_GB"
                                << "  7 " << 7.0;
        QTest::newRow("exponent") << "en_GB"
                                  << "1e-3" << 0.001;
        QTest::newRow("German comma") << "de_DE"
                                      << "0,25" << 0.25;
        QTest::newRow("point in German") << "de_DE"
                                         << "0.25" << 0.25;
        QTest::newRow("no number") << "en_GB"
                                   << "four" << qQNaN();
        QTest::newRow("infinite") << "en_GB"
                                  << "inf" << qQNaN();
        QTest::newRow("empty") << "en_GB"
                               << "" << qQNaN();
    }

    void reading()
    {
        QFETCH(QString, locale);
        QFETCH(QString, typed);
        QFETCH(double, value);
        QLocale::setDefault(QLocale(locale));
        const std::optional<double> read = readNumber(typed);
        QCOMPARE(read.has_value(), !qIsNaN(value));
        if (read)
            QCOMPARE(*read, value);
    }

    void writingFollowsTheLocale()
    {
        QLocale::setDefault(QLocale(QStringLiteral("de_DE")));
        QCOMPARE(fieldNumber(-0.18), QString::fromUtf8("−0,18"));
        QCOMPARE(fieldNumber(12000), QStringLiteral("12000"));
    }
};

TANGENT_TEST(NumberLimitsTest)
#include "number_limits_test.moc"
