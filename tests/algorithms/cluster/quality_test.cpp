// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/cluster/adjusted_rand.h"
#include "algorithms/cluster/elbow.h"
#include "algorithms/cluster/silhouette.h"
#include "algorithms/random/random.h"
#include "tests/algorithms/cluster/data_set.h"
#include "tests/algorithms/cluster/peer_blobs.h"
#include "tests/support/test_program.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <stdexcept>

using namespace tangent;
using namespace tangent::cluster;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using Eigen::VectorXi;

Q_DECLARE_METATYPE(Eigen::VectorXi)

namespace {

VectorXi groups(std::initializer_list<int> list)
{
    return Eigen::Map<const VectorXi>(list.begin(), std::ssize(list));
}

VectorXi randomGroups(Index rows, int clusters, std::uint64_t seed)
{
    Random random(seed);
    return VectorXi::NullaryExpr(rows, [&] { return static_cast<int>(random.below(clusters)); });
}

KMeansRun bestOfFifty(const Rows& rows, int clusters)
{
    KMeansOptions how;
    how.clusters = clusters;
    how.restarts = 50;
    return kMeans(rows, how);
}

/// Rousseeuw's definition, row by row.
double plainWidth(const MatrixXd& table, const VectorXi& assignment, Index row)
{
    const int clusters = assignment.maxCoeff() + 1;
    VectorXd sums = VectorXd::Zero(clusters);
    VectorXd counts = VectorXd::Zero(clusters);
    for (Index other = 0; other < table.rows(); ++other)
        if (other != row) {
            sums(assignment(other)) += (table.row(other) - table.row(row)).norm();
            counts(assignment(other)) += 1;
        }
    const int own = assignment(row);
    if (counts(own) == 0)
        return 0;
    double b = std::numeric_limits<double>::infinity();
    for (int c = 0; c < clusters; ++c)
        if (c != own && counts(c) > 0)
            b = std::min(b, sums(c) / counts(c));
    const double a = sums(own) / counts(own);
    return a == b ? 0 : (b - a) / std::max(a, b);
}

} // namespace

class QualityTest : public QObject {
    Q_OBJECT

private slots:
    void silhouetteByDefinition_data();
    void silhouetteByDefinition();
    void silhouetteNeedsTwoClusters();
    void silhouetteOfASample();
    void adjustedRandOfKnownTables_data();
    void adjustedRandOfKnownTables();
    void adjustedRandByCountingPairs();
    void elbowOfKnownCurves();
    void elbowCurveAsOtherPrograms();
    void elbowCurveStopsAtTheDistinctRows();
    void penguinsByMeasurements();
    void badInputIsRefused();
};

void QualityTest::silhouetteByDefinition_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("clusters");
    QTest::newRow("two-rows") << 2 << 1 << 2;
    QTest::newRow("some-alone") << 20 << 2 << 12;
    QTest::newRow("one-column") << 90 << 1 << 3;
    QTest::newRow("five-columns") << 300 << 5 << 4;
    QTest::newRow("longer-than-a-chunk") << 700 << 2 << 2;
}

void QualityTest::silhouetteByDefinition()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(int, clusters);
    const MatrixXd table = tests::peerBlobs(rows, columns, clusters, 3);
    VectorXi assignment = randomGroups(rows, clusters, 4);
    assignment(0) = 0;
    assignment(1) = clusters + 2; // leaves numbers without rows between
    const Silhouette found = silhouette(Rows(table), assignment);
    QVERIFY(!found.sampled);
    QCOMPARE(found.widths.size(), Index{rows});
    for (Index row = 0; row < rows; ++row) {
        QCOMPARE(found.rows[row], row);
        QVERIFY(std::abs(found.widths(row) - plainWidth(table, assignment, row)) < 1e-12);
    }
    QVERIFY(std::abs(*found.mean - found.widths.mean()) < 1e-15);
}

void QualityTest::silhouetteNeedsTwoClusters()
{
    const Rows rows(tests::peerBlobs(20, 2, 2, 3));
    QVERIFY(!silhouette(rows, VectorXi::Constant(20, 3)).mean);
    QVERIFY(!silhouette(rows, randomGroups(20, 2, 1), {}, [] { return true; }).mean);
    // Rows at one place in two clusters: neither near nor far.
    QCOMPARE(*silhouette(Rows(MatrixXd::Zero(4, 1)), groups({0, 0, 1, 1})).mean, 0.0);
}

void QualityTest::silhouetteOfASample()
{
    const MatrixXd table = tests::peerBlobs(900, 2, 3, 5);
    const VectorXi assignment =
        VectorXi::NullaryExpr(900, [](Index row) { return static_cast<int>(row % 3); });
    const double exact = *silhouette(Rows(table), assignment).mean;
    SilhouetteOptions how;
    how.exactRows = 300;
    const Silhouette sampled = silhouette(Rows(table), assignment, how);
    QVERIFY(sampled.sampled);
    QCOMPARE(std::ssize(sampled.rows), 300);
    QVERIFY(std::adjacent_find(sampled.rows.begin(), sampled.rows.end(), std::greater_equal<>())
        == sampled.rows.end());
    const MatrixXd part = table(sampled.rows, Eigen::all);
    const VectorXi partAssignment = assignment(sampled.rows);
    QCOMPARE(*sampled.mean, *silhouette(Rows(part), partAssignment).mean);
    QVERIFY(std::abs(*sampled.mean - exact) < 0.05);
    QCOMPARE(silhouette(Rows(table), assignment, how).rows, sampled.rows);
    how.seed = 2;
    QVERIFY(silhouette(Rows(table), assignment, how).rows != sampled.rows);
}

void QualityTest::adjustedRandOfKnownTables_data()
{
    QTest::addColumn<VectorXi>("first");
    QTest::addColumn<VectorXi>("second");
    QTest::addColumn<double>("expected");
    // The worked example of Yeung and Ruzzo (2001, printed as 0.313: 7 pairs of 45 together in both, 13 and
    // 14 in each), and those of scikit-learn's documentation.
    QTest::newRow("yeung-ruzzo") << groups({0, 0, 1, 1, 1, 1, 2, 2, 2, 2})
                                 << groups({0, 1, 0, 1, 1, 2, 2, 2, 2, 2})
                                 << (7 - 13 * 14 / 45.0) / (13.5 - 13 * 14 / 45.0);
    QTest::newRow("same") << groups({0, 0, 1, 1}) << groups({0, 0, 1, 1}) << 1.0;
    QTest::newRow("renamed") << groups({0, 0, 1, 1}) << groups({7, 7, 0, 0}) << 1.0;
    QTest::newRow("one-parted") << groups({0, 0, 1, 1}) << groups({0, 0, 1, 2}) << 0.5714285714285714;
    QTest::newRow("all-parted") << groups({0, 0, 0, 0}) << groups({0, 1, 2, 3}) << 0.0;
    QTest::newRow("crossed") << groups({0, 0, 1, 1}) << groups({0, 1, 0, 1}) << -0.5;
    QTest::newRow("both-single") << groups({0, 0, 0}) << groups({1, 1, 1}) << 1.0;
    QTest::newRow("both-parted") << groups({0, 1, 2}) << groups({2, 1, 0}) << 1.0;
    QTest::newRow("no-rows") << groups({}) << groups({}) << 1.0;
}

void QualityTest::adjustedRandOfKnownTables()
{
    QFETCH(VectorXi, first);
    QFETCH(VectorXi, second);
    QFETCH(double, expected);
    QVERIFY(std::abs(adjustedRand(first, second) - expected) < 1e-7);
    QCOMPARE(adjustedRand(second, first), adjustedRand(first, second));
}

/// The same index from the four kinds of pairs (Steinley 2004, eq. 9).
void QualityTest::adjustedRandByCountingPairs()
{
    const VectorXi first = randomGroups(60, 4, 8);
    VectorXi second = randomGroups(60, 3, 9);
    second.head(30) = first.head(30);
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (int i = 0; i < 60; ++i)
        for (int j = 0; j < i; ++j) {
            const bool one = first(i) == first(j);
            const bool two = second(i) == second(j);
            (one ? (two ? a : b) : (two ? c : d)) += 1;
        }
    const double all = a + b + c + d;
    const double expected = (all * (a + d) - ((a + b) * (a + c) + (c + d) * (b + d)))
        / (all * all - ((a + b) * (a + c) + (c + d) * (b + d)));
    QVERIFY(std::abs(adjustedRand(first, second) - expected) < 1e-13);
}

void QualityTest::elbowOfKnownCurves()
{
    const VectorXd sharp = (VectorXd(5) << 100, 20, 10, 5, 0).finished();
    QCOMPARE(elbow(sharp)->clusters, 2);
    QVERIFY(std::abs(elbow(sharp)->strength - (0.75 - 0.2)) < 1e-12);
    QVERIFY(std::abs(elbow(1e6 * sharp.array() + 3)->strength - 0.55) < 1e-12);
    const VectorXd tie = (VectorXd(5) << 8, 2, 0, 0, 0).finished(); // k = 2 and 3 both a half below
    QCOMPARE(elbow(tie)->clusters, 2);
    // A last rise, as with too few restarts: the scale is from least to greatest.
    const VectorXd rising = (VectorXd(4) << 10, 2, 0, 1).finished();
    QCOMPARE(elbow(rising)->clusters, 2);
    QVERIFY(std::abs(elbow(rising)->strength - (1 - 0.3 - 0.2)) < 1e-12);
    QVERIFY(!elbow(VectorXd::LinSpaced(10, 5, 0.5)));
    QVERIFY(!elbow((VectorXd(3) << 10, 9, 0).finished()));
    QVERIFY(!elbow(VectorXd::Constant(5, 2)));
    QVERIFY(!elbow((VectorXd(2) << 2, 1).finished()));
    QVERIFY(!elbow(VectorXd()));
}

/// scikit-learn's inertias from the first k rows, run to their ends.
void QualityTest::elbowCurveAsOtherPrograms()
{
    KMeansOptions how;
    how.start = StartRule::FirstRows;
    const VectorXd curve = elbowCurve(Rows(tests::peerBlobs(2000, 2, 8, 11)), how);
    const VectorXd expected = (VectorXd(10) << 28266.350237, 13447.699967, 7933.090711, 5929.292684,
        4406.246822, 3982.753311, 3249.568545, 2842.797211, 2603.348156, 2439.934319)
                                  .finished();
    QCOMPARE(curve.size(), expected.size());
    QVERIFY((curve - expected).cwiseAbs().maxCoeff() < 1e-6);
}

void QualityTest::elbowCurveStopsAtTheDistinctRows()
{
    const Rows rows((MatrixXd(6, 1) << 1, 1, 4, 4, 9, 9).finished());
    KMeansOptions how;
    how.start = StartRule::ByHand; // stands for k-means++ here
    how.restarts = 10;
    const VectorXd curve = elbowCurve(rows, how);
    QCOMPARE(curve.size(), Index{3});
    QCOMPARE(curve(2), 0.0);
    QCOMPARE(curve(1), 9.0);
    QCOMPARE(elbowCurve(rows, how, 2).size(), Index{2});
    QCOMPARE(elbowCurve(rows, how, 10, [] { return true; }).size(), Index{0});
}

/// Agreement with the species, and two rules for k that disagree.
void QualityTest::penguinsByMeasurements()
{
    const auto agreement = [](const char* second, bool scale) {
        const tests::DataSet set = tests::readDataSet("penguins", {"bill-length", second});
        VectorXi species(set.values.rows());
        for (Index row = 0; row < species.size(); ++row)
            species(row) = set.rows[row].first().at(0).unicode(); // A, C or G
        const MatrixXd table = scale ? tests::standardised(set.values) : set.values;
        return adjustedRand(bestOfFifty(Rows(table), 3).assignment, species);
    };
    QVERIFY(std::abs(agreement("body-mass", false) - 0.32) < 0.005);
    QVERIFY(std::abs(agreement("body-mass", true) - 0.75) < 0.005);
    QVERIFY(std::abs(agreement("flipper-length", true) - 0.89) < 0.005);

    const Rows rows(
        tests::standardised(tests::readDataSet("penguins", {"bill-length", "flipper-length"}).values));
    const auto width = [&](int clusters) {
        return *silhouette(rows, bestOfFifty(rows, clusters).assignment).mean;
    };
    QVERIFY(std::abs(width(2) - 0.543) < 5e-4);
    QVERIFY(std::abs(width(3) - 0.522) < 5e-4);
    KMeansOptions how;
    how.restarts = 20;
    QCOMPARE(elbow(elbowCurve(rows, how))->clusters, 3);
}

void QualityTest::badInputIsRefused()
{
    const Rows rows(MatrixXd::Zero(3, 1));
    QVERIFY_EXCEPTION_THROWN(silhouette(rows, groups({0, 1})), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(silhouette(rows, groups({0, 1, -1})), std::invalid_argument);
    SilhouetteOptions how;
    how.exactRows = 1;
    QVERIFY_EXCEPTION_THROWN(silhouette(rows, groups({0, 1, 0}), how), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(adjustedRand(groups({0, 1}), groups({0})), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(adjustedRand(groups({0, -1}), groups({0, 0})), std::invalid_argument);
}

TANGENT_TEST(QualityTest)
#include "quality_test.moc"
