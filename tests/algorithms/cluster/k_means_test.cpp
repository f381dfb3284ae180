// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/cluster/k_means.h"
#include "tests/algorithms/cluster/data_set.h"
#include "tests/algorithms/cluster/peer_blobs.h"
#include "tests/support/test_program.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

using namespace tangent;
using namespace tangent::cluster;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::Vector2d;
using Eigen::VectorXi;

namespace {

MatrixXd points(std::initializer_list<Vector2d> list)
{
    MatrixXd table(std::ssize(list), 2);
    Index row = 0;
    for (const Vector2d& point : list)
        table.row(row++) = point.transpose();
    return table;
}

double inertiaOf(const MatrixXd& table, const MatrixXd& centres, const VectorXi& assignment)
{
    double sum = 0;
    for (Index row = 0; row < table.rows(); ++row)
        sum += (table.row(row) - centres.row(assignment(row))).squaredNorm();
    return sum;
}

KMeansOptions options(int clusters, std::uint64_t seed = 1, StartRule start = StartRule::KMeansPlusPlus)
{
    KMeansOptions result;
    result.clusters = clusters;
    result.seed = seed;
    result.start = start;
    return result;
}

/// Two centres in the first blob, one for the third and fourth together.
MatrixXd trap()
{
    return points({{6, 1.5}, {6, 0.5}, {6, -1}, {-6, 0}});
}

} // namespace

class KMeansTest : public QObject {
    Q_OBJECT

private slots:
    void traceAgreesWithItself_data();
    void traceAgreesWithItself();
    void inertiaRisesOnlyByHand();
    void runEndsAtAFixedPoint();
    void iterationsCountMoves();
    void stepsCanBeLimited();
    void editFreesTheTrap();
    void editAtAStepGoesOnFromThere();
    void editsThatMoveNothingMuch();
    void restartsKeepTheLeast();
    void restartsIgnoreEdits();
    void fourBlobsByLuckOfTheStart();
    void oldFaithful();
    void moreCentresThanPlaces();
    void cancelling();
    void badInputIsRefused();
};

void KMeansTest::traceAgreesWithItself_data()
{
    QTest::addColumn<int>("clusters");
    QTest::addColumn<bool>("far");
    QTest::addColumn<bool>("edited");
    QTest::newRow("plain") << 8 << false << false;
    QTest::newRow("one-cluster") << 1 << false << false;
    QTest::newRow("empty-clusters") << 6 << true << false;
    QTest::newRow("edits") << 5 << false << true;
    QTest::newRow("edits-and-empty-clusters") << 5 << true << true;
}

/// At each half-step: inertia and centres are those of the assignment found anew.
void KMeansTest::traceAgreesWithItself()
{
    QFETCH(int, clusters);
    QFETCH(bool, far);
    QFETCH(bool, edited);
    const MatrixXd table = tests::peerBlobs(500, 2, 8, 12);
    const Rows rows(table);
    MatrixXd start = table.topRows(clusters);
    if (far)
        start.bottomRows(2).array() += 1000;
    std::vector<Edit> edits;
    if (edited)
        edits = {{3, 1, Vector2d(50, 50)}, {1, 0, Vector2d(4, 4)}, {1, 4, Vector2d(0, 0)},
            {500, 2, Vector2d(1, 7)}};
    const KMeansRun run = runFrom(rows, start, edits);
    QVERIFY(run.ending == Ending::Settled);
    QCOMPARE(std::ssize(run.inertia), 2 * run.iterations() + 1);
    QCOMPARE(run.takeovers.empty(), !far && !edited);
    QCOMPARE(run.editedSteps.size(), std::size_t(edited ? 3 : 0));
    for (int half = 0; half <= 2 * run.iterations(); ++half) {
        const VectorXi assignment = assignmentAt(rows, run, half);
        const MatrixXd& centres = run.centres[half / 2];
        const double inertia = inertiaOf(table, centres, assignment);
        QVERIFY(std::abs(run.inertia[half] - inertia) <= 1e-11 * inertia);
        if (half % 2 == 1 || half == 0) {
            for (Index row = 0; row < table.rows(); ++row) {
                Index nearest = 0;
                (centres.rowwise() - table.row(row)).rowwise().squaredNorm().minCoeff(&nearest);
                QCOMPARE(Index{assignment(row)}, nearest);
            }
        } else if (!run.editedAt(half)) {
            for (int c = 0; c < clusters; ++c) {
                const VectorXi mine = (assignment.array() == c).cast<int>();
                if (mine.sum() > 0)
                    QVERIFY(
                        (table.transpose() * mine.cast<double>() / mine.sum() - centres.row(c).transpose())
                            .norm()
                        < 1e-10);
            }
        }
    }
    QCOMPARE(run.assignment, assignmentAt(rows, run, 2 * run.iterations()));
}

void KMeansTest::inertiaRisesOnlyByHand()
{
    const MatrixXd table = tests::peerBlobs(500, 2, 8, 12);
    const Rows rows(table);
    int rises = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const MatrixXd start = startCentres(rows, StartRule::RandomRows, 6, seed);
        const std::vector<Edit> edits{{2, 0, Vector2d(20, -20)}, {5, 3, Vector2d(4, 4)}};
        const KMeansRun run = runFrom(rows, start, edits);
        for (int half = 1; half <= 2 * run.iterations(); ++half) {
            const bool rose = run.inertia[half] > run.inertia[half - 1] * (1 + 1e-14);
            QVERIFY(!rose || run.editedAt(half));
            rises += rose;
        }
    }
    QVERIFY(rises >= 40);
}

void KMeansTest::runEndsAtAFixedPoint()
{
    const Rows rows(tests::peerBlobs(500, 2, 8, 12));
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const KMeansRun run = kMeans(rows, options(7, seed));
        const KMeansRun again = runFrom(rows, run.centres.back());
        QCOMPARE(again.iterations(), 1);
        QCOMPARE(again.centres.back(), run.centres.back());
        QCOMPARE(again.assignment, run.assignment);
        QCOMPARE(again.inertia.back(), run.inertia.back());
    }
}

/// Worked by hand: rows 0, 1, 5, 6 from centres 0 and 1. Step 1: 0 and 4; step 2: 0.5 and 5.5; confirmed.
void KMeansTest::iterationsCountMoves()
{
    const Rows rows((MatrixXd(4, 1) << 0, 1, 5, 6).finished());
    const KMeansRun run = kMeans(rows, options(2, 1, StartRule::FirstRows));
    QCOMPARE(run.iterations(), 2);
    QCOMPARE(run.centres[1], (MatrixXd(2, 1) << 0, 4).finished());
    QCOMPARE(run.centres[2], (MatrixXd(2, 1) << 0.5, 5.5).finished());
    QCOMPARE(run.inertia, (std::vector<double>{41, 41, 14, 6, 1}));
    QCOMPARE(assignmentAt(rows, run, 0), (VectorXi(4) << 0, 1, 1, 1).finished());
    QCOMPARE(assignmentAt(rows, run, 2), (VectorXi(4) << 0, 1, 1, 1).finished());
    QCOMPARE(assignmentAt(rows, run, 3), (VectorXi(4) << 0, 0, 1, 1).finished());
    QVERIFY_EXCEPTION_THROWN(assignmentAt(rows, run, 5), std::invalid_argument);
}

void KMeansTest::stepsCanBeLimited()
{
    const Rows rows(tests::peerBlobs(500, 2, 8, 12));
    KMeansOptions how = options(8, 1, StartRule::FirstRows);
    const KMeansRun whole = kMeans(rows, how);
    QVERIFY(whole.iterations() > 6);
    for (const int steps : {0, 1, 5}) {
        how.maximumSteps = steps;
        const KMeansRun part = kMeans(rows, how);
        QVERIFY(part.ending == Ending::Steps);
        QCOMPARE(part.iterations(), steps);
        QCOMPARE(
            part.inertia, std::vector<double>(whole.inertia.begin(), whole.inertia.begin() + 2 * steps + 1));
        QCOMPARE(part.assignment, assignmentAt(rows, whole, 2 * steps));
    }
}

/// "It had stopped, and it was wrong": a crowded centre pulled across to the blob that has none.
void KMeansTest::editFreesTheTrap()
{
    const MatrixXd table = tests::fourBlobs(5);
    const Rows rows(table);
    const double best = leastInertia(rows, 4, 1);
    const KMeansRun stuck = runFrom(rows, trap());
    QVERIFY(stuck.ending == Ending::Settled);
    QVERIFY(stuck.inertia.back() > 2 * best);
    const KMeansRun freed = runFrom(rows, trap(), {{stuck.iterations(), 0, Vector2d(-5, 1)}});
    QVERIFY(std::abs(freed.inertia.back() - best) < 1e-9);
    QCOMPARE(freed.editedSteps, std::vector<int>{stuck.iterations()});
    QVERIFY(freed.iterations() > stuck.iterations());
    for (int step = 0; step < stuck.iterations(); ++step)
        QCOMPARE(freed.centres[step], stuck.centres[step]);
    for (const Vector2d& blob : {Vector2d(6, 1), Vector2d(6, -1), Vector2d(-6, 1), Vector2d(-6, -1)})
        QVERIFY((freed.centres.back().rowwise() - blob.transpose()).rowwise().norm().minCoeff() < 0.3);
    // A step beyond the end is the end.
    QCOMPARE(runFrom(rows, trap(), {{4000, 0, Vector2d(-5, 1)}}).inertia, freed.inertia);
}

void KMeansTest::editAtAStepGoesOnFromThere()
{
    const Rows rows(tests::peerBlobs(500, 2, 8, 12));
    const MatrixXd start = startCentres(rows, StartRule::FirstRows, 5, 1);
    const KMeansRun plain = runFrom(rows, start);
    MatrixXd moved = plain.centres[3];
    moved.row(2) << 7, 1;
    const KMeansRun edited = runFrom(rows, start, {{3, 2, Vector2d(7, 1)}});
    const KMeansRun fresh = runFrom(rows, moved);
    QCOMPARE(edited.centres[3], moved);
    QCOMPARE(edited.iterations(), 3 + fresh.iterations());
    for (int step = 0; step <= fresh.iterations(); ++step)
        QCOMPARE(edited.centres[3 + step], fresh.centres[step]);
    QVERIFY(edited.editedAt(6) && !edited.editedAt(7) && !edited.editedAt(4));
    QCOMPARE(assignmentAt(rows, edited, 6), assignmentAt(rows, plain, 6));
}

/// A centre nudged where no row minds goes back to its mean; an edit at the start is a start.
void KMeansTest::editsThatMoveNothingMuch()
{
    const Rows rows(tests::fourBlobs(5));
    const KMeansRun plain = runFrom(rows, trap());
    const Vector2d nudged = plain.centres.back().row(3).transpose() + Vector2d(0.01, 0);
    const KMeansRun run = runFrom(rows, trap(), {{plain.iterations(), 3, nudged}});
    QCOMPARE(run.iterations(), plain.iterations() + 1);
    QCOMPARE(run.centres.back(), plain.centres.back());

    MatrixXd other = trap();
    other.row(0) << -6, 1;
    const KMeansRun early = runFrom(rows, trap(), {{0, 0, Vector2d(-6, 1)}});
    QCOMPARE(early.inertia, runFrom(rows, other).inertia);
    QCOMPARE(early.editedSteps, std::vector<int>{0});
}

void KMeansTest::restartsKeepTheLeast()
{
    const Rows rows(tests::peerBlobs(500, 2, 8, 12));
    for (const StartRule start : {StartRule::KMeansPlusPlus, StartRule::RandomRows}) {
        KMeansOptions how = options(8, 77, start);
        how.restarts = 12;
        double least = std::numeric_limits<double>::infinity();
        for (int restart = 0; restart < how.restarts; ++restart)
            least = std::min(least, kMeans(rows, options(8, restartSeed(77, restart), start)).inertia.back());
        QCOMPARE(kMeans(rows, how).inertia.back(), least);
        if (start == StartRule::KMeansPlusPlus)
            QCOMPARE(leastInertia(rows, 8, 77, how.restarts), least);
    }
}

void KMeansTest::restartsIgnoreEdits()
{
    const Rows rows(tests::fourBlobs(5));
    KMeansOptions how = options(4, 3, StartRule::RandomRows);
    how.restarts = 10;
    const KMeansRun plain = kMeans(rows, how);
    const KMeansRun edited = kMeans(rows, how, {{1, 0, Vector2d(0, 30)}});
    QCOMPARE(edited.centres.front(), plain.centres.front());
}

/// About 4 in 10 random-row starts reach the best, about 7 in 10 of k-means++, ten restarts practically
/// always.
void KMeansTest::fourBlobsByLuckOfTheStart()
{
    constexpr int seeds = 400;
    const Rows rows(tests::fourBlobs(5));
    const double best = leastInertia(rows, 4, 1);
    const auto share = [&](StartRule start, int restarts) {
        int reached = 0;
        for (std::uint64_t seed = 0; seed < seeds; ++seed) {
            KMeansOptions how = options(4, seed, start);
            how.restarts = restarts;
            reached += kMeans(rows, how).inertia.back() < 1.001 * best;
        }
        return static_cast<double>(reached) / seeds;
    };
    QVERIFY(std::abs(share(StartRule::RandomRows, 1) - 0.4) < 0.07);
    QVERIFY(std::abs(share(StartRule::KMeansPlusPlus, 1) - 0.73) < 0.08);
    QVERIFY(share(StartRule::KMeansPlusPlus, 10) > 0.99);
}

void KMeansTest::oldFaithful()
{
    const MatrixXd table = tests::readDataSet("faithful", {"eruption", "waiting"}).values;
    QCOMPARE(table.rows(), Index{272});
    const auto best = [](const MatrixXd& values) {
        KMeansOptions how = options(2);
        how.restarts = 20;
        return kMeans(Rows(values), how);
    };
    const KMeansRun raw = best(table);
    QVERIFY(std::abs(raw.inertia.back() - 8901.7687) < 5e-5); // R: kmeans(faithful, 2, nstart = 20)
    const int larger = std::max(raw.assignment.sum(), 272 - raw.assignment.sum());
    QCOMPARE(larger, 172);
    const KMeansRun scaled = best(tests::standardised(table));
    const auto differing = (raw.assignment.array() != scaled.assignment.array()).count();
    QCOMPARE(std::min(differing, 272 - differing), Index{4});
}

void KMeansTest::moreCentresThanPlaces()
{
    const Rows rows((MatrixXd(6, 1) << 1, 1, 1, 2, 2, 2).finished());
    for (const StartRule start : {StartRule::KMeansPlusPlus, StartRule::RandomRows, StartRule::FirstRows}) {
        const KMeansRun run = kMeans(rows, options(5, 1, start));
        QVERIFY(run.ending == Ending::Settled);
        QCOMPARE(run.inertia.back(), 0.0);
    }
    const KMeansRun own = kMeans(Rows(tests::peerBlobs(30, 2, 8, 12)), options(30));
    QCOMPARE(own.inertia.back(), 0.0);
}

void KMeansTest::cancelling()
{
    const Rows rows(tests::peerBlobs(500, 2, 8, 12));
    int asked = 0;
    const auto afterThree = [&] { return ++asked > 3; };
    const KMeansRun run = kMeans(rows, options(8, 1, StartRule::FirstRows), {}, afterThree);
    QVERIFY(run.ending == Ending::Cancelled);
    QCOMPARE(asked, 4);
    QVERIFY(std::isinf(leastInertia(rows, 8, 1, 50, [] { return true; })));
}

void KMeansTest::badInputIsRefused()
{
    const Rows rows(tests::peerBlobs(20, 2, 8, 12));
    const auto refused = [&](auto change) {
        KMeansOptions how;
        how.check(rows);
        change(how);
        try {
            kMeans(rows, how);
        } catch (const std::invalid_argument&) {
            return true;
        }
        return false;
    };
    QVERIFY(refused([](KMeansOptions& o) { o.clusters = 0; }));
    QVERIFY(refused([](KMeansOptions& o) { o.clusters = 21; }));
    QVERIFY(refused([](KMeansOptions& o) { o.restarts = 0; }));
    QVERIFY(refused([](KMeansOptions& o) { o.maximumSteps = -1; }));
    QVERIFY(refused([](KMeansOptions& o) { o.start = StartRule::ByHand; }));
    const MatrixXd start = startCentres(rows, StartRule::FirstRows, 3, 1);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const Edit& edit : {Edit{-1, 0, Vector2d(0, 0)}, Edit{0, 3, Vector2d(0, 0)},
             Edit{0, -1, Vector2d(0, 0)}, Edit{0, 0, Eigen::Vector3d(0, 0, 0)}, Edit{0, 0, Vector2d(0, nan)}})
        QVERIFY_EXCEPTION_THROWN(runFrom(rows, start, {edit}), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(runFrom(rows, MatrixXd::Zero(2, 3)), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(runFrom(rows, MatrixXd(0, 2)), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(runFrom(rows, start, {}, -1), std::invalid_argument);
}

TANGENT_TEST(KMeansTest)
#include "k_means_test.moc"
