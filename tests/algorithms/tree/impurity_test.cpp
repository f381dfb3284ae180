// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/tree/impurity.h"

#include "algorithms/tree/division.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <limits>
#include <stdexcept>

using namespace tangent::tree;

namespace {

Eigen::VectorXd counts(const QList<double>& values)
{
    return Eigen::Map<const Eigen::VectorXd>(values.data(), values.size());
}

} // namespace

class ImpurityTest : public QObject {
    Q_OBJECT
private slots:
    void closedForms_data();
    void closedForms();
    void twoWaysToDivide400And400();
    void gainIsNeverNegative();
    void dividesAtAnyThreshold();
    void refusesBadInput();
};

void ImpurityTest::closedForms_data()
{
    QTest::addColumn<QList<double>>("classes");
    QTest::addColumn<double>("gini");
    QTest::addColumn<double>("entropy");
    QTest::addColumn<double>("error");
    using C = QList<double>;
    QTest::newRow("pure") << C{7, 0, 0} << 0.0 << 0.0 << 0.0;
    QTest::newRow("even-two") << C{5, 5} << 0.5 << 1.0 << 0.5;
    QTest::newRow("even-four") << C{3, 3, 3, 3} << 0.75 << 2.0 << 0.75;
    QTest::newRow("quarter") << C{1, 3} << 0.375 << 2 - 0.75 * std::log2(3.0) << 0.25;
    QTest::newRow("empty-class") << C{4, 0, 4} << 0.5 << 1.0 << 0.5;
    QTest::newRow("one-row") << C{0, 1} << 0.0 << 0.0 << 0.0;
    QTest::newRow("no-row") << C{0, 0} << 0.0 << 0.0 << 0.0;
    QTest::newRow("weights") << C{0.5, 0.5} << 0.5 << 1.0 << 0.5;
}

void ImpurityTest::closedForms()
{
    QFETCH(QList<double>, classes);
    QFETCH(double, gini);
    QFETCH(double, entropy);
    QFETCH(double, error);
    QVERIFY(std::abs(impurity(Criterion::Gini, counts(classes)) - gini) <= 1e-15);
    QVERIFY(std::abs(impurity(Criterion::Entropy, counts(classes)) - entropy) <= 1e-15);
    QVERIFY(std::abs(impurity(Criterion::Error, counts(classes)) - error) <= 1e-15);
}

void ImpurityTest::twoWaysToDivide400And400()
{
    const Division even{counts({300, 100}), counts({100, 300})};
    const Division pureSide{counts({200, 400}), counts({200, 0})};
    QCOMPARE(even.weighted(Criterion::Error), 0.25);
    QCOMPARE(pureSide.weighted(Criterion::Error), 0.25);
    QVERIFY(std::abs(even.weighted(Criterion::Gini) - 0.375) <= 1e-15);
    QVERIFY(std::abs(pureSide.weighted(Criterion::Gini) - 1.0 / 3) <= 1e-15);
    QVERIFY(even.weighted(Criterion::Entropy) > pureSide.weighted(Criterion::Entropy) + 0.1);
    QVERIFY(std::abs(even.parentImpurity(Criterion::Gini) - 0.5) <= 1e-15);
    QVERIFY(std::abs(even.gain(Criterion::Gini) - 0.125) <= 1e-15);
    QCOMPARE(pureSide.rightImpurity(Criterion::Gini), 0.0);
    QCOMPARE(pureSide.rowsLeft(), 600.0);
}

void ImpurityTest::gainIsNeverNegative()
{
    for (int a = 0; a <= 6; ++a) {
        for (int b = 0; b <= 6; ++b) {
            for (int c = 0; c <= 6; ++c) {
                const Division division{counts({double(a), double(b), 2}), counts({double(c), 3, double(a)})};
                for (const auto criterion : {Criterion::Gini, Criterion::Entropy, Criterion::Error})
                    QVERIFY(division.gain(criterion) >= -1e-15);
            }
        }
    }
}

void ImpurityTest::dividesAtAnyThreshold()
{
    const Eigen::VectorXd values{{1, 2, 2, 3}};
    const Eigen::VectorXi labels{{0, 1, 0, 1}};
    const Division at2 = divide(values, labels, 2, 2);
    QVERIFY(at2.left == Eigen::Vector2d(2, 1));
    QVERIFY(at2.right == Eigen::Vector2d(0, 1));
    const Division below = divide(values, labels, 2, -5);
    QCOMPARE(below.rowsLeft(), 0.0);
    QCOMPARE(below.gain(Criterion::Gini), 0.0);
    const Division above = divide(values, labels, 2, std::numeric_limits<double>::infinity());
    QCOMPARE(above.rowsRight(), 0.0);
}

void ImpurityTest::refusesBadInput()
{
    const Eigen::VectorXd values{{1, 2}};
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QVERIFY_EXCEPTION_THROWN(divide(values, Eigen::VectorXi{{0, 2}}, 2, 1), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(divide(values, Eigen::VectorXi{{0, -1}}, 2, 1), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(divide(values, Eigen::VectorXi{{0}}, 2, 1), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(divide(values, Eigen::VectorXi{{0, 1}}, 2, nan), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(
        divide(Eigen::VectorXd{{1, nan}}, Eigen::VectorXi{{0, 1}}, 2, 1), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(classCounts(Eigen::VectorXi{{0}}, 0), std::invalid_argument);
}

TANGENT_TEST(ImpurityTest)
#include "impurity_test.moc"
