// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/evaluate/class_separation.h"
#include "algorithms/random/random.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <limits>

using namespace tangent;
using namespace tangent::evaluate;

class ClassSeparationTest : public QObject {
    Q_OBJECT

private slots:
    /// Three classes of three rows, worked by hand: means 2, 3 and 7 around 4, so 42 over 2 between the
    /// classes and 6 over 6 inside them.
    void closedForm()
    {
        Eigen::MatrixXd x(9, 1);
        x << 1, 2, 3, 2, 3, 4, 6, 7, 8;
        Eigen::VectorXi y(9);
        y << 0, 0, 0, 1, 1, 1, 2, 2, 2;
        QVERIFY(std::abs(classSeparation(x, y, 3)(0) - 21) < 1e-12);
    }

    /// With two classes F is the square of Student's t with the pooled variance.
    void twoClassesAreStudentsT()
    {
        Random random(4);
        Eigen::MatrixXd x(40, 1);
        Eigen::VectorXi y(40);
        for (int i = 0; i < 40; ++i) {
            y(i) = i < 15;
            x(i, 0) = random.normal() + 0.7 * y(i);
        }
        const Eigen::VectorXd first = x.col(0).head(15);
        const Eigen::VectorXd second = x.col(0).tail(25);
        const double pooled =
            ((first.array() - first.mean()).square().sum() + (second.array() - second.mean()).square().sum())
            / 38;
        const double t = (first.mean() - second.mean()) / std::sqrt(pooled * (1.0 / 15 + 1.0 / 25));
        QVERIFY(std::abs(classSeparation(x, y, 2)(0) / (t * t) - 1) < 1e-10);
    }

    void unitsDoNotMatter()
    {
        Eigen::MatrixXd x(6, 2);
        x.col(0) << 1, 2, 4, 5, 7, 6;
        x.col(1) = 1e6 + 1000 * x.col(0).array();
        Eigen::VectorXi y(6);
        y << 0, 0, 1, 1, 1, 0;
        const Eigen::VectorXd found = classSeparation(x, y, 2);
        QVERIFY(found(0) > 0);
        QVERIFY(std::abs(found(1) / found(0) - 1) < 1e-8);
    }

    void nothingToSeparate_data()
    {
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<QList<int>>("codes");
        QTest::addColumn<double>("separation");
        QTest::newRow("constant column") << QList<double>{2, 2, 2, 2} << QList<int>{0, 0, 1, 1} << 0.0;
        QTest::newRow("one class has all rows") << QList<double>{1, 2, 3, 4} << QList<int>{1, 1, 1, 1} << 0.0;
        QTest::newRow("as many rows as classes") << QList<double>{1, 2} << QList<int>{0, 1} << 0.0;
        QTest::newRow("no rows") << QList<double>{} << QList<int>{} << 0.0;
        QTest::newRow("nothing but the class")
            << QList<double>{1, 1, 3, 3} << QList<int>{0, 0, 1, 1} << std::numeric_limits<double>::infinity();
    }

    void nothingToSeparate()
    {
        QFETCH(QList<double>, values);
        QFETCH(QList<int>, codes);
        QFETCH(double, separation);
        const Eigen::MatrixXd x = Eigen::Map<const Eigen::VectorXd>(values.constData(), values.size());
        const Eigen::VectorXi y = Eigen::Map<const Eigen::VectorXi>(codes.constData(), codes.size());
        QCOMPARE(classSeparation(x, y, 2)(0), separation);
    }

    void refusesBadInput()
    {
        const Eigen::MatrixXd x = Eigen::MatrixXd::Ones(3, 1);
        const Eigen::VectorXi y = Eigen::VectorXi::Constant(3, 2);
        QVERIFY_EXCEPTION_THROWN(classSeparation(x, y, 2), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(classSeparation(x, y.head(2), 3), std::invalid_argument);
        const Eigen::MatrixXd infinite = Eigen::MatrixXd::Constant(3, 1, INFINITY);
        QVERIFY_EXCEPTION_THROWN(classSeparation(infinite, y, 3), std::invalid_argument);
    }
};

TANGENT_TEST(ClassSeparationTest)
#include "class_separation_test.moc"
