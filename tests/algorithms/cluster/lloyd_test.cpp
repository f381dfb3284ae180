// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/cluster/lloyd.h"
#include "algorithms/random/random.h"
#include "tests/algorithms/cluster/peer_blobs.h"
#include "tests/support/test_program.h"

#include <limits>
#include <stdexcept>

using namespace tangent;
using namespace tangent::cluster;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using Eigen::VectorXi;

namespace {

MatrixXd column(std::initializer_list<double> values)
{
    return Eigen::Map<const VectorXd>(values.begin(), std::ssize(values));
}

MatrixXd noise(int rows, int columns, std::uint64_t seed)
{
    Random random(seed);
    return MatrixXd::NullaryExpr(rows, columns, [&](Index, Index) { return random.normal(); });
}

/// The definitions, row by row.
struct Plain {
    VectorXi assignment;
    double inertia = 0;
};

Plain plainAssignment(const MatrixXd& table, const MatrixXd& centres)
{
    Plain plain{VectorXi(table.rows()), 0};
    for (Index row = 0; row < table.rows(); ++row)
        plain.inertia +=
            (centres.rowwise() - table.row(row)).rowwise().squaredNorm().minCoeff(&plain.assignment(row));
    return plain;
}

} // namespace

class LloydTest : public QObject {
    Q_OBJECT

private slots:
    void rowsKeepTheirValues();
    void distinctRowsAreCounted();
    void halfStepsMatchTheDefinitions_data();
    void halfStepsMatchTheDefinitions();
    void tiesGoToTheLowerCentre();
    void emptyClusterTakesTheFarthestRow();
    void twoEmptyClustersTakeTwoRows();
    void emptyClusterTakesNobodysOnlyRow();
    void emptyClusterStaysWhenAllRowsAreHome();
    void twentyStepsAsOtherPrograms_data();
    void twentyStepsAsOtherPrograms();
};

void LloydTest::rowsKeepTheirValues()
{
    const MatrixXd table = noise(37, 5, 1);
    const Rows rows(table);
    QCOMPARE(rows.count(), Index{37});
    QCOMPARE(rows.columns(), Index{5});
    for (Index row = 0; row < 37; ++row)
        QCOMPARE(rows.row(row), VectorXd(table.row(row).transpose()));
    QCOMPARE(Rows(MatrixXd(0, 2)).count(), Index{0});
    QVERIFY_EXCEPTION_THROWN(Rows(MatrixXd(3, 0)), std::invalid_argument);
    MatrixXd bad = table;
    bad(3, 3) = std::numeric_limits<double>::quiet_NaN();
    QVERIFY_EXCEPTION_THROWN(Rows{bad}, std::invalid_argument);
}

void LloydTest::distinctRowsAreCounted()
{
    const MatrixXd table = (MatrixXd(5, 2) << 1, 2, 1, 3, 1, 2, 2, 3, 1, 3).finished();
    QCOMPARE(distinctRows(Rows(table), 10), Index{3});
    QCOMPARE(distinctRows(Rows(table), 2), Index{2});
    QCOMPARE(distinctRows(Rows(MatrixXd::Zero(9, 1)), 10), Index{1});
}

void LloydTest::halfStepsMatchTheDefinitions_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("clusters");
    QTest::newRow("one-row") << 1 << 2 << 1;
    QTest::newRow("a-full-block") << 8 << 2 << 3;
    QTest::newRow("a-block-and-one") << 9 << 1 << 2;
    QTest::newRow("three-columns") << 61 << 3 << 4;
    QTest::newRow("four-columns") << 63 << 4 << 5;
    QTest::newRow("many-columns") << 100 << 11 << 6;
    QTest::newRow("one-cluster") << 50 << 2 << 1;
}

void LloydTest::halfStepsMatchTheDefinitions()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(int, clusters);
    const MatrixXd table = noise(rows, columns, 2);
    const Rows packed(table);
    MatrixXd centres = table.topRows(clusters);
    Lloyd lloyd(packed, centres);
    VectorXi before = VectorXi::Constant(rows, -1);
    for (int step = 0; step < 8; ++step) {
        const Plain plain = plainAssignment(table, centres);
        const AssignmentResult result = lloyd.assign();
        QCOMPARE(lloyd.assignment(), plain.assignment);
        QCOMPARE(result.changed, (plain.assignment.array() != before.array()).count());
        QVERIFY(std::abs(result.inertia - plain.inertia) <= 1e-12 * plain.inertia);
        double kept = plain.inertia;
        if (step > 0) {
            kept = 0;
            for (int row = 0; row < rows; ++row)
                kept += (table.row(row) - centres.row(before(row))).squaredNorm();
        }
        QVERIFY(std::abs(result.inertiaBefore - kept) <= 1e-12 * kept);
        lloyd.move();
        for (int c = 0; c < clusters; ++c) {
            VectorXd sum = VectorXd::Zero(columns);
            for (int row = 0; row < rows; ++row)
                if (plain.assignment(row) == c)
                    sum += table.row(row).transpose();
            const auto count = static_cast<double>((plain.assignment.array() == c).count());
            QVERIFY(count > 0);
            QVERIFY((lloyd.centres().row(c).transpose() - sum / count).norm() < 1e-13);
        }
        centres = lloyd.centres();
        before = plain.assignment;
    }
}

void LloydTest::tiesGoToTheLowerCentre()
{
    const Rows rows(column({0, 1, 2, 1, 5}));
    Lloyd lloyd(rows, column({2, 0, 2}));
    lloyd.assign();
    QCOMPARE(lloyd.assignment(), (VectorXi(5) << 1, 0, 0, 0, 0).finished());
}

void LloydTest::emptyClusterTakesTheFarthestRow()
{
    const Rows rows(column({0, 1, 2, 9, 10, 17}));
    Lloyd lloyd(rows, column({1, 10, 100}));
    lloyd.assign();
    const auto taken = lloyd.move(4);
    QCOMPARE(taken.size(), std::size_t{1});
    QCOMPARE(taken[0].row, Index{5});
    QCOMPARE(taken[0].cluster, 2);
    QCOMPARE(taken[0].step, 4);
    QCOMPARE(lloyd.centres(), column({1, 9.5, 17}));
    QCOMPARE(lloyd.assignment(), (VectorXi(6) << 0, 0, 0, 1, 1, 2).finished());
    QCOMPARE(lloyd.assign().changed, Index{0});
}

void LloydTest::twoEmptyClustersTakeTwoRows()
{
    const Rows rows(column({-6, 0, 0, 6, 5}));
    Lloyd lloyd(rows, column({0, 100, 200}));
    lloyd.assign();
    lloyd.move();
    QCOMPARE(lloyd.centres(), column({5.0 / 3, -6, 6})); // -6 and 6 are equally far: the lower row first
}

void LloydTest::emptyClusterTakesNobodysOnlyRow()
{
    const Rows rows(column({0, 1, 50}));
    Lloyd lloyd(rows, column({0.5, 20, 1000})); // 50 is alone and far from its centre
    lloyd.assign();
    const auto taken = lloyd.move();
    QCOMPARE(taken[0].row, Index{0});
    QCOMPARE(lloyd.centres(), column({1, 50, 0}));
}

void LloydTest::emptyClusterStaysWhenAllRowsAreHome()
{
    const Rows rows(column({3, 3, 3, 4}));
    Lloyd lloyd(rows, column({3, 3, 4, 9}));
    lloyd.assign();
    QVERIFY(lloyd.move().empty());
    QCOMPARE(lloyd.centres(), column({3, 3, 4, 9}));
    QCOMPARE(lloyd.assign().changed, Index{0});
}

void LloydTest::twentyStepsAsOtherPrograms_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("seed");
    QTest::addColumn<double>("inertia");
    QTest::newRow("100k-2") << 2 << 15 << 137269.8467;
    QTest::newRow("100k-16") << 16 << 16 << 1500984.907;
}

/// scikit-learn's and dlib's inertia after twenty steps from the first eight rows.
void LloydTest::twentyStepsAsOtherPrograms()
{
    QFETCH(int, columns);
    QFETCH(int, seed);
    QFETCH(double, inertia);
    const MatrixXd table = tests::peerBlobs(100'000, columns, 8, seed);
    const Rows rows(table);
    Lloyd lloyd(rows, table.topRows(8));
    for (int step = 0; step < 20; ++step) {
        lloyd.assign();
        lloyd.move();
    }
    QVERIFY(std::abs(lloyd.assign().inertia / inertia - 1) < 5e-10);
}

TANGENT_TEST(LloydTest)
#include "lloyd_test.moc"
