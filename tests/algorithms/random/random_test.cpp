// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/random/random.h"
#include "tests/support/test_program.h"

#include <array>
#include <cmath>
#include <map>
#include <stdexcept>

using tangent::Random;

class RandomTest : public QObject {
    Q_OBJECT

private slots:
    void publishedOutputs();
    void sameSeedSameNumbers();
    void uniformStaysInRangeAndIsEven();
    void normalHasTheMomentsOfItsLaw();
    void belowIsUnbiased();
    void belowZeroIsRefused();
    void shuffleReachesAllOrdersAlike();
};

/// The first outputs of SplitMix64 for this seed, as published with its reference implementations.
void RandomTest::publishedOutputs()
{
    Random random(1234567);
    for (const std::uint64_t expected : {6457827717110365317ULL, 3203168211198807973ULL,
             9817491932198370423ULL, 4593380528125082431ULL, 16408922859458223821ULL})
        QCOMPARE(random.next(), expected);
}

void RandomTest::sameSeedSameNumbers()
{
    Random a(9);
    Random b(9);
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(a.normal(), b.normal());
        QCOMPARE(a.below(10), b.below(10));
    }
}

void RandomTest::uniformStaysInRangeAndIsEven()
{
    constexpr int count = 200'000;
    constexpr int bins = 20;
    Random random(1);
    std::array<int, bins> seen{};
    for (int i = 0; i < count; ++i) {
        const double u = random.uniform();
        QVERIFY(u >= 0 && u < 1);
        QCOMPARE(std::ldexp(u, 53), std::floor(std::ldexp(u, 53)));
        ++seen[static_cast<int>(u * bins)];
    }
    double chiSquare = 0;
    for (const int n : seen)
        chiSquare += (n - count / bins) * static_cast<double>(n - count / bins) / (count / bins);
    QVERIFY2(
        chiSquare < 43.8, qPrintable(QString::number(chiSquare))); // 0.999 quantile, 19 degrees of freedom
}

void RandomTest::normalHasTheMomentsOfItsLaw()
{
    constexpr int count = 400'000;
    Random random(2);
    std::array<double, 5> moments{};
    double neighbours = 0; // pairs come from one draw: they must not be related
    double last = 0;
    for (int i = 0; i < count; ++i) {
        const double z = random.normal();
        double power = 1;
        for (double& moment : moments) {
            moment += power / count;
            power *= z;
        }
        neighbours += z * last / count;
        last = z;
    }
    // Bounds of four standard errors: sqrt(var(z^k) / count).
    const double error = 1 / std::sqrt(count);
    QVERIFY(std::abs(moments[1]) < 4 * error);
    QVERIFY(std::abs(moments[2] - 1) < 4 * std::sqrt(2) * error);
    QVERIFY(std::abs(moments[3]) < 4 * std::sqrt(15) * error);
    QVERIFY(std::abs(moments[4] - 3) < 4 * std::sqrt(96) * error);
    QVERIFY(std::abs(neighbours) < 4 * error);
}

/// 3 * 2^62 values out of 2^64: a plain remainder would give the lowest third half of all draws.
void RandomTest::belowIsUnbiased()
{
    constexpr int count = 60'000;
    constexpr std::uint64_t third = std::uint64_t{1} << 62;
    Random random(3);
    std::array<int, 3> seen{};
    for (int i = 0; i < count; ++i) {
        const std::uint64_t drawn = random.below(3 * third);
        QVERIFY(drawn < 3 * third);
        ++seen[drawn / third];
    }
    for (const int n : seen)
        QVERIFY2(std::abs(n - count / 3) < 4 * std::sqrt(count * 2 / 9.0), qPrintable(QString::number(n)));
    QCOMPARE(random.below(1), std::uint64_t{0});
}

void RandomTest::belowZeroIsRefused()
{
    Random random(4);
    QVERIFY_EXCEPTION_THROWN(random.below(0), std::invalid_argument);
}

void RandomTest::shuffleReachesAllOrdersAlike()
{
    constexpr int count = 60'000;
    Random random(5);
    std::map<std::array<int, 3>, int> seen;
    for (int i = 0; i < count; ++i) {
        std::array<int, 3> items{1, 2, 3};
        random.shuffle(items);
        ++seen[items];
    }
    QCOMPARE(seen.size(), std::size_t{6});
    for (const auto& [order, n] : seen)
        QVERIFY2(std::abs(n - count / 6) < 4 * std::sqrt(count * 5 / 36.0), qPrintable(QString::number(n)));
}

TANGENT_TEST(RandomTest)
#include "random_test.moc"
