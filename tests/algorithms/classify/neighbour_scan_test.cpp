// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/classify/neighbour_scan.h"

#include "algorithms/classify/neighbour_search.h"
#include "algorithms/random/random.h"

#include "tests/support/test_program.h"

using namespace tangent::classify;
using tangent::Random;

namespace {

/// Numbers of a grid with `values` steps, so that many distances are equal; moved and stretched.
Eigen::MatrixXd grid(
    Eigen::Index rows, Eigen::Index columns, std::uint64_t values, std::uint64_t seed, double at, double size)
{
    Random random(seed);
    Eigen::MatrixXd x(rows, columns);
    for (double& value : x.reshaped())
        value = at + size * static_cast<double>(random.below(values));
    return x;
}

} // namespace

class NeighbourScanTest : public QObject {
    Q_OBJECT

private slots:
    void findsWhatTheTreeFinds_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("values");
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("at");
        QTest::addColumn<double>("size");
        QTest::newRow("one row") << 1 << 9 << 5 << 3 << 0.0 << 1.0;
        QTest::newRow("all rows equal") << 700 << 8 << 1 << 7 << 0.0 << 1.0;
        QTest::newRow("many ties") << 1500 << 8 << 3 << 9 << 0.0 << 1.0;
        QTest::newRow("fine") << 1500 << 16 << 100000 << 5 << 0.0 << 1.0;
        QTest::newRow("count of all rows") << 600 << 10 << 20 << 600 << 0.0 << 1.0;
        // Single precision would tell none of these rows from another.
        QTest::newRow("small steps far from zero") << 1100 << 12 << 50 << 6 << 1e6 << 1e-3;
        QTest::newRow("squares beyond single precision") << 600 << 9 << 50 << 6 << 0.0 << 1e60;
        QTest::newRow("squares beyond double precision") << 600 << 9 << 50 << 6 << 0.0 << 1e200;
        QTest::newRow("squares below single precision") << 600 << 9 << 50 << 6 << 0.0 << 1e-60;
    }
    void findsWhatTheTreeFinds()
    {
        QFETCH(int, rows);
        QFETCH(int, columns);
        QFETCH(int, values);
        QFETCH(int, count);
        QFETCH(double, at);
        QFETCH(double, size);
        const auto steps = static_cast<std::uint64_t>(values);
        const Eigen::MatrixXd x = grid(rows, columns, steps, 2, at, size);
        const Eigen::MatrixXd queries = grid(150, columns, steps, 3, at, size);
        const Eigen::VectorXd ones = Eigen::VectorXd::Ones(columns);
        const NeighbourScan scan(x);
        const NeighbourSearch search(x, ones);
        std::vector<Neighbour> expected;
        const auto compare = [&](const Eigen::MatrixXd& asked, bool amongOthers) {
            Eigen::Index next = 0;
            const bool finished = scan.nearest(
                asked, count, amongOthers, [&](Eigen::Index query, const std::vector<Neighbour>& found) {
                    QCOMPARE(query, next++);
                    search.nearest(asked.row(query).transpose(), ones, count,
                        amongOthers ? query : NeighbourSearch::nobody, expected);
                    QCOMPARE(found.size(), expected.size());
                    for (std::size_t i = 0; i < found.size(); ++i) {
                        QCOMPARE(found[i].row, expected[i].row);
                        QVERIFY(found[i].squaredDistance == expected[i].squaredDistance);
                    }
                });
            QVERIFY(finished);
            QCOMPARE(next, asked.rows());
        };
        compare(queries, false);
        compare(x, true);
        compare(queries.topRows(0), false);
    }

    void anOutlierHidesNobody()
    {
        Eigen::MatrixXd x = grid(900, 10, 40, 5, 0, 1);
        x.row(0).setConstant(1e9);
        const Eigen::VectorXd ones = Eigen::VectorXd::Ones(10);
        const NeighbourSearch search(x, ones);
        std::vector<Neighbour> expected;
        NeighbourScan(x).nearest(x, 4, true, [&](Eigen::Index row, const std::vector<Neighbour>& found) {
            search.nearest(x.row(row).transpose(), ones, 4, row, expected);
            for (std::size_t i = 0; i < 4; ++i)
                QCOMPARE(found[i].row, expected[i].row);
        });
    }

    void stopsWhenAsked()
    {
        const Eigen::MatrixXd x = grid(400, 8, 9, 7, 0, 1);
        int taken = 0;
        const bool finished = NeighbourScan(x).nearest(
            x, 3, true, [&](Eigen::Index, const std::vector<Neighbour>&) { ++taken; },
            [&] { return taken > 0; });
        QVERIFY(!finished);
        QVERIFY(taken < 400);
    }
};

TANGENT_TEST(NeighbourScanTest)
#include "neighbour_scan_test.moc"
