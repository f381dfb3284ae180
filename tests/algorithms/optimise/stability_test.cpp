// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/optimise/descent.h"
#include "algorithms/optimise/line_fit.h"
#include "algorithms/optimise/stability.h"
#include "algorithms/optimise/test_functions.h"
#include "tests/algorithms/cluster/data_set.h"
#include "tests/support/test_program.h"

#include <Eigen/Eigenvalues>

using namespace tangent::optimise;
using Eigen::Matrix2d;
using Eigen::Vector2d;

Q_DECLARE_METATYPE(Method)

class StabilityTest : public QObject {
    Q_OBJECT

private slots:
    void limitBySimulation_data();
    void limitBySimulation();
    void limitsOfTheLessons();
    void adaptiveMethodsHaveNone();
    void factorsAreEigenvalues_data();
    void factorsAreEigenvalues();
};

void StabilityTest::limitBySimulation_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<double>("momentum");
    QTest::newRow("plain") << Method::Plain << 0.0;
    QTest::newRow("momentum-half") << Method::Momentum << 0.5;
    QTest::newRow("momentum-0.9") << Method::Momentum << 0.9;
    QTest::newRow("nesterov-half") << Method::Nesterov << 0.5;
    QTest::newRow("nesterov-0.9") << Method::Nesterov << 0.9;
}

/// A thousandth below the limit the error dies out, a thousandth above it grows; so does the radius say.
void StabilityTest::limitBySimulation()
{
    QFETCH(Method, method);
    QFETCH(double, momentum);
    const auto surface = ravine(10);
    DescentOptions how;
    how.method = method;
    how.momentum = momentum;
    how.tolerance = 0;
    const double limit = criticalRate(*surface, method, momentum, how.start).value();

    how.learningRate = 0.999 * limit;
    QVERIFY(axisFactor(method, how.learningRate, momentum, 10)->radius() < 1);
    const Run below = run(*surface, how);
    QVERIFY(below.gradientNorm.back() < 1e-3 * below.gradientNorm.front());

    how.learningRate = 1.001 * limit;
    QVERIFY(axisFactor(method, how.learningRate, momentum, 10)->radius() > 1);
    const Run above = run(*surface, how);
    QVERIFY(above.gradientNorm.back() > 1e3 * above.gradientNorm.front());
}

void StabilityTest::limitsOfTheLessons()
{
    const auto plainLimit = [](const Surface& surface, Vector2d point) {
        return criticalRate(surface, Method::Plain, 0.9, point).value();
    };
    QCOMPARE(plainLimit(*ravine(10), {-4, 1}), 0.2);
    QCOMPARE(plainLimit(*ravine(50), {-4, 1}), 0.04);
    QVERIFY(std::abs(plainLimit(*himmelblau(), {3, -1}) - 0.0190) < 5e-5);
    QVERIFY(std::abs(plainLimit(*himmelblau(), {2, 2}) - 0.0243) < 5e-5);
    const Eigen::MatrixXd rows = tangent::tests::readDataSet("faithful", {"eruption", "waiting"}).values;
    QVERIFY(std::abs(plainLimit(*LineFit::make(rows.col(0), rows.col(1), false), {0, 0}) - 0.0696) < 5e-5);
    QCOMPARE(plainLimit(*LineFit::make(rows.col(0), rows.col(1), true), {0, 0}), 1.0);
}

void StabilityTest::adaptiveMethodsHaveNone()
{
    for (const Method method : {Method::RmsProp, Method::Adam}) {
        QVERIFY(!criticalRate(*bowl(), method, 0.9, {1, 1}));
        QVERIFY(!axisFactor(method, 0.1, 0.9, 1));
    }
}

void StabilityTest::factorsAreEigenvalues_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("momentum");
    QTest::addColumn<bool>("rings");
    QTest::newRow("momentum-rings") << Method::Momentum << 0.1 << 0.9 << true;
    QTest::newRow("momentum-real") << Method::Momentum << 0.01 << 0.1 << false;
    QTest::newRow("momentum-negative") << Method::Momentum << 0.6 << 0.2 << false;
    QTest::newRow("nesterov-rings") << Method::Nesterov << 0.05 << 0.9 << true;
    QTest::newRow("nesterov-real") << Method::Nesterov << 0.32 << 0.9 << false;
    QTest::newRow("no-momentum") << Method::Momentum << 0.1 << 0.0 << false;
}

/// The iteration matrix of (x, v) written from the update rule, curvature 4.
void StabilityTest::factorsAreEigenvalues()
{
    QFETCH(Method, method);
    QFETCH(double, rate);
    QFETCH(double, momentum);
    QFETCH(bool, rings);
    constexpr double curvature = 4;
    Matrix2d step;
    if (method == Method::Momentum)
        step << 1 - rate * curvature, -rate * momentum, curvature, momentum;
    else
        step << 1 - rate * curvature, momentum * (1 - rate * curvature), -rate * curvature,
            momentum * (1 - rate * curvature);
    const auto eigenvalues = Eigen::EigenSolver<Matrix2d>(step, false).eigenvalues();
    const auto factor = axisFactor(method, rate, momentum, curvature);
    QCOMPARE(factor->rings(), rings);
    QVERIFY(std::abs(factor->first) >= std::abs(factor->second));
    QVERIFY(std::abs(factor->radius() - eigenvalues.cwiseAbs().maxCoeff()) < 1e-12);
    QVERIFY(std::abs(factor->first + factor->second - eigenvalues.sum()) < 1e-12);
    QVERIFY(std::abs(factor->first * factor->second - eigenvalues.prod()) < 1e-12);
}

TANGENT_TEST(StabilityTest)
#include "stability_test.moc"
