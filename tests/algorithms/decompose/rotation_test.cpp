// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/decompose/rotation.h"

#include "tests/support/test_program.h"

#include <Eigen/Geometry>

#include <cmath>

using namespace tangent::decompose;

class RotationTest : public QObject {
    Q_OBJECT
private slots:
    void isARotation();
    void movesTheAxes_data();
    void movesTheAxes();
};

void RotationTest::isARotation()
{
    for (int turn = -180; turn <= 180; turn += 25) {
        for (int tilt = -90; tilt <= 90; tilt += 20) {
            const Eigen::Matrix3d rotation = viewRotation(turn, tilt);
            QVERIFY((rotation * rotation.transpose() - Eigen::Matrix3d::Identity()).norm() <= 1e-14);
            const Eigen::Vector3d across = rotation.col(0), up = rotation.col(1);
            QVERIFY((across.cross(up) - rotation.col(2)).norm() <= 1e-14);
        }
    }
}

void RotationTest::movesTheAxes_data()
{
    QTest::addColumn<double>("turn");
    QTest::addColumn<double>("tilt");
    QTest::addColumn<QList<double>>("right"); // Where a point on the first axis is seen.
    QTest::addColumn<QList<double>>("up");
    QTest::addColumn<QList<double>>("near");
    using P = QList<double>;
    QTest::newRow("front") << 0.0 << 0.0 << P{1, 0, 0} << P{0, 1, 0} << P{0, 0, 1};
    QTest::newRow("quarter-turn") << 90.0 << 0.0 << P{0, 0, -1} << P{0, 1, 0} << P{1, 0, 0};
    QTest::newRow("from-above") << 0.0 << 90.0 << P{1, 0, 0} << P{0, 0, 1} << P{0, -1, 0};
    QTest::newRow("turned-then-tilted") << 90.0 << 90.0 << P{0, 1, 0} << P{0, 0, 1} << P{1, 0, 0};
}

void RotationTest::movesTheAxes()
{
    QFETCH(double, turn);
    QFETCH(double, tilt);
    QFETCH(QList<double>, right);
    QFETCH(QList<double>, up);
    QFETCH(QList<double>, near);
    const Eigen::MatrixX3d seen = viewed(Eigen::Matrix3d::Identity(), turn, tilt);
    const QList<double> expected[] = {right, up, near};
    for (int axis = 0; axis < 3; ++axis) {
        for (int i = 0; i < 3; ++i)
            QVERIFY(std::abs(seen(axis, i) - expected[axis][i]) <= 1e-15);
    }
}

TANGENT_TEST(RotationTest)
#include "rotation_test.moc"
