// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/cluster/start.h"
#include "tests/support/test_program.h"

#include <array>
#include <cmath>
#include <set>
#include <stdexcept>

using namespace tangent::cluster;
using Eigen::MatrixXd;
using Eigen::VectorXd;

Q_DECLARE_METATYPE(StartRule)

class StartTest : public QObject {
    Q_OBJECT

private slots:
    void centresAreDifferentRows_data();
    void centresAreDifferentRows();
    void firstRowsAreTheFirst();
    void plusPlusDrawsBySquaredDistance();
    void plusPlusWithTooFewPlaces();
    void randomRowsAreEven();
    void restartSeeds();
    void badCountsAreRefused();
};

void StartTest::centresAreDifferentRows_data()
{
    QTest::addColumn<StartRule>("rule");
    for (const StartRule rule : {StartRule::KMeansPlusPlus, StartRule::RandomRows, StartRule::FirstRows})
        QTest::newRow(name(rule).data()) << rule;
}

void StartTest::centresAreDifferentRows()
{
    QFETCH(StartRule, rule);
    const Rows rows(VectorXd::LinSpaced(10, 0, 9));
    for (std::uint64_t seed = 0; seed < 50; ++seed)
        for (const int clusters : {1, 4, 10}) {
            const MatrixXd centres = startCentres(rows, rule, clusters, seed);
            QCOMPARE(centres.rows(), clusters);
            const std::set<double> places(centres.data(), centres.data() + clusters);
            QCOMPARE(std::ssize(places), clusters);
            for (const double place : places)
                QVERIFY(place >= 0 && place <= 9 && place == std::floor(place));
            QCOMPARE(startCentres(rows, rule, clusters, seed), centres);
        }
}

void StartTest::firstRowsAreTheFirst()
{
    const MatrixXd table = VectorXd::LinSpaced(60, 0, 1).reshaped(20, 3);
    QCOMPARE(startCentres(Rows(table), StartRule::FirstRows, 5, 1), MatrixXd(table.topRows(5)));
}

/// Rows at 0, 1 and 3: the second centre's chances follow from those of the first.
void StartTest::plusPlusDrawsBySquaredDistance()
{
    constexpr int draws = 30'000;
    const Rows rows((MatrixXd(3, 1) << 0, 1, 3).finished());
    std::array<std::array<int, 4>, 4> seen{};
    for (int seed = 0; seed < draws; ++seed) {
        const MatrixXd centres = startCentres(rows, StartRule::KMeansPlusPlus, 2, seed);
        ++seen[static_cast<int>(centres(0))][static_cast<int>(centres(1))];
    }
    const auto check = [&](int first, int second, double chance) {
        const double expected = draws * chance / 3;
        return std::abs(seen[first][second] - expected) < 4 * std::sqrt(expected) + 1e-9;
    };
    QVERIFY(check(0, 0, 0) && check(0, 1, 0.1) && check(0, 3, 0.9));
    QVERIFY(check(1, 1, 0) && check(1, 0, 0.2) && check(1, 3, 0.8));
    QVERIFY(check(3, 3, 0) && check(3, 0, 9.0 / 13) && check(3, 1, 4.0 / 13));
}

void StartTest::plusPlusWithTooFewPlaces()
{
    const Rows rows((MatrixXd(4, 1) << 2, 2, 2, 5).finished());
    const MatrixXd centres = startCentres(rows, StartRule::KMeansPlusPlus, 4, 3);
    QVERIFY((centres.array() == 2 || centres.array() == 5).all());
    QVERIFY((centres.array() == 2).any() && (centres.array() == 5).any());
}

void StartTest::randomRowsAreEven()
{
    constexpr int draws = 20'000;
    const Rows rows(VectorXd::LinSpaced(5, 0, 4));
    std::array<std::array<int, 5>, 2> seen{};
    for (int seed = 0; seed < draws; ++seed) {
        const MatrixXd centres = startCentres(rows, StartRule::RandomRows, 2, seed);
        for (int c = 0; c < 2; ++c)
            ++seen[c][static_cast<int>(centres(c))];
    }
    for (const auto& place : seen)
        for (const int count : place)
            QVERIFY(std::abs(count - draws / 5) < 4 * std::sqrt(draws * 0.16));
}

void StartTest::restartSeeds()
{
    QCOMPARE(restartSeed(1234567, 0), std::uint64_t{1234567});
    QCOMPARE(restartSeed(1234567, 1), std::uint64_t{6457827717110365317ULL});
    QCOMPARE(restartSeed(1234567, 2), std::uint64_t{3203168211198807973ULL});
}

void StartTest::badCountsAreRefused()
{
    const Rows rows(MatrixXd::Zero(3, 1));
    QVERIFY_EXCEPTION_THROWN(startCentres(rows, StartRule::RandomRows, 4, 1), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(startCentres(rows, StartRule::RandomRows, 0, 1), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(startCentres(rows, StartRule::ByHand, 2, 1), std::invalid_argument);
}

TANGENT_TEST(StartTest)
#include "start_test.moc"
