// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/evaluate/roc_curve.h"

#include "algorithms/evaluate/radix_sort.h"
#include "algorithms/evaluate/two_bells.h"
#include "tests/algorithms/evaluate/test_data.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <limits>
#include <stdexcept>

using namespace tangent::evaluate;
using tangent::Random;
using tangent::tests::near;

namespace {

struct Rows {
    Eigen::VectorXd scores;
    Flags positive;
    Eigen::VectorXd weights;
};

/// Scores from few or many distinct values, labels that lean towards high scores, whole weights.
Rows makeRows(Eigen::Index count, std::uint64_t distinct, std::uint64_t seed)
{
    Random random(seed);
    Rows rows{Eigen::VectorXd(count), Flags(count), Eigen::VectorXd(count)};
    for (Eigen::Index i = 0; i < count; ++i) {
        rows.scores(i) = static_cast<double>(random.below(distinct)) / static_cast<double>(distinct) - 0.5;
        rows.positive(i) = random.uniform() < 0.5 + 0.6 * rows.scores(i);
        rows.weights(i) = static_cast<double>(random.below(4));
    }
    return rows;
}

/// The definition: over all pairs, rightly ordered ones count 1 and tied ones a half.
double aucByPairs(const Rows& rows, const Eigen::VectorXd& weights)
{
    double right = 0;
    double pairs = 0;
    for (Eigen::Index i = 0; i < rows.scores.size(); ++i) {
        for (Eigen::Index j = 0; j < rows.scores.size(); ++j) {
            if (!rows.positive(i) || rows.positive(j))
                continue;
            const double weight = weights(i) * weights(j);
            pairs += weight;
            right += weight
                * (rows.scores(i) > rows.scores(j)         ? 1
                        : rows.scores(i) == rows.scores(j) ? 0.5
                                                           : 0);
        }
    }
    return right / pairs;
}

ThresholdCounts countByHand(const Rows& rows, const Eigen::VectorXd& weights, double threshold)
{
    ThresholdCounts counts;
    for (Eigen::Index i = 0; i < rows.scores.size(); ++i) {
        const bool called = rows.scores(i) >= threshold;
        (rows.positive(i) ? (called ? counts.truePositives : counts.falseNegatives)
                          : (called ? counts.falsePositives : counts.trueNegatives)) += weights(i);
    }
    return counts;
}

bool same(const ThresholdCounts& a, const ThresholdCounts& b)
{
    return a.truePositives == b.truePositives && a.falsePositives == b.falsePositives
        && a.falseNegatives == b.falseNegatives && a.trueNegatives == b.trueNegatives;
}

} // namespace

class RocCurveTest : public QObject {
    Q_OBJECT

private slots:
    void radixSortOrdersAsDoubles()
    {
        for (const std::size_t count : {0, 1, 300, 5000}) {
            Random random(count);
            std::vector<double> values(count);
            for (double& value : values)
                value = std::ldexp(random.normal(), static_cast<int>(random.below(600)) - 300);
            if (count > 10) {
                values[3] = 0.0;
                values[4] = std::numeric_limits<double>::max();
                values[5] = -std::numeric_limits<double>::max();
                values[6] = std::numeric_limits<double>::denorm_min();
                values[7] = -std::numeric_limits<double>::denorm_min();
            }
            auto keys = std::make_unique<std::uint64_t[]>(count);
            std::transform(values.begin(), values.end(), keys.get(), orderedBits);
            radixSort(keys, count, [](std::uint64_t key) { return key; });
            std::sort(values.begin(), values.end());
            for (std::size_t i = 0; i < count; ++i)
                QCOMPARE(fromOrderedBits(keys[i]), values[i]);
        }
        QCOMPARE(orderedBits(-0.0), orderedBits(0.0));
    }

    void pointsOfFourRows()
    {
        // Example of the scikit-learn manual for roc_curve.
        const RocCurve curve(Eigen::Vector4d(0.1, 0.4, 0.35, 0.8), Eigen::Array4i(0, 0, 1, 1).cast<bool>());
        const double expected[5][3] = {{0, 0, std::numeric_limits<double>::infinity()}, {0, 0.5, 0.8},
            {0.5, 0.5, 0.4}, {0.5, 1, 0.35}, {1, 1, 0.1}};
        QCOMPARE(curve.size(), 5);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(curve.point(i).falsePositiveRate, expected[i][0]);
            QCOMPARE(curve.point(i).truePositiveRate, expected[i][1]);
            QCOMPARE(curve.point(i).threshold, expected[i][2]);
        }
        QCOMPARE(*curve.auc(), 0.75);
    }

    void areaIsShareOfRightPairs_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<quint64>("distinct");
        QTest::newRow("few rows") << 12 << quint64{1000};
        QTest::newRow("all tied") << 50 << quint64{1};
        QTest::newRow("two scores") << 100 << quint64{2};
        QTest::newRow("many ties") << 700 << quint64{6};
        QTest::newRow("hardly a tie") << 900 << quint64{1000000};
    }

    void areaIsShareOfRightPairs()
    {
        QFETCH(int, rows);
        QFETCH(quint64, distinct);
        const Rows data = makeRows(rows, distinct, 5);
        const RocCurve plain(data.scores, data.positive);
        QVERIFY(near(*plain.auc(), aucByPairs(data, Eigen::VectorXd::Ones(rows)), 1e-14));
        QCOMPARE(*plain.auc(), *plain.aucByRanks());
        const RocCurve weighted(data.scores, data.positive, data.weights);
        QVERIFY(near(*weighted.auc(), aucByPairs(data, data.weights), 1e-14));
        QCOMPARE(*weighted.auc(), *weighted.aucByRanks());
    }

    void countsAgreeWithTheDefinition()
    {
        const Rows data = makeRows(500, 20, 9);
        const RocCurve plain(data.scores, data.positive);
        const RocCurve weighted(data.scores, data.positive, data.weights);
        const double ends = std::numeric_limits<double>::infinity();
        std::vector<double> thresholds{-ends, ends, -0.5, 0.5, 0};
        for (int i = -30; i < 30; ++i)
            thresholds.push_back(i / 40.0); // on the scores and between them
        for (const double threshold : thresholds) {
            QVERIFY(
                same(plain.countsAt(threshold), countByHand(data, Eigen::VectorXd::Ones(500), threshold)));
            QVERIFY(same(weighted.countsAt(threshold), countByHand(data, data.weights, threshold)));
        }
    }

    void weightsAreRepeatedRows()
    {
        const Rows data = makeRows(300, 50, 2);
        std::vector<double> scores;
        std::vector<int> labels;
        for (Eigen::Index i = 0; i < 300; ++i) {
            scores.insert(scores.end(), static_cast<std::size_t>(data.weights(i)), data.scores(i));
            labels.insert(labels.end(), static_cast<std::size_t>(data.weights(i)), data.positive(i) ? 1 : 0);
        }
        const auto count = static_cast<Eigen::Index>(scores.size());
        const RocCurve repeated(Eigen::Map<Eigen::VectorXd>(scores.data(), count),
            Eigen::Map<Eigen::VectorXi>(labels.data(), count).array().cast<bool>());
        const RocCurve weighted(data.scores, data.positive, data.weights);
        QCOMPARE(*weighted.auc(), *repeated.auc());
        QCOMPARE(*weighted.youdenThreshold(), *repeated.youdenThreshold());
        QCOMPARE(*weighted.cheapestThreshold(0.5), *repeated.cheapestThreshold(0.5));
    }

    void columnsOfBreastCancerAgreeWithScikitLearn()
    {
        const auto table = tangent::tests::builtIn("breast-cancer");
        const Flags positive = table.y.array() == table.labels.indexOf("malignant");
        Eigen::VectorXd weights(positive.size());
        for (Eigen::Index i = 0; i < weights.size(); ++i)
            weights(i) = static_cast<double>(1 + i % 7);
        const QJsonArray areas = tangent::tests::reference("evaluate_scores.json", "areas").toArray();
        QCOMPARE(areas.size(), 30);
        for (const QJsonValue& area : areas) {
            const Eigen::VectorXd score = table.column(area["column"].toString());
            QVERIFY(near(*RocCurve(score, positive).auc(), area["auc"].toDouble(), 1e-12));
            QVERIFY(near(*RocCurve(score, positive, weights).auc(), area["weighted"].toDouble(), 1e-12));
        }
        QVERIFY(near(*RocCurve(table.column("mean-radius"), positive).auc(), 0.938, 5e-4));
        QVERIFY(near(*RocCurve(table.column("mean-texture"), positive).auc(), 0.776, 5e-4));
        QVERIFY(near(*RocCurve(table.column("mean-fractal-dimension"), positive).auc(), 0.485, 5e-4));
    }

    void curveOfMeanTextureAgreesWithScikitLearn()
    {
        const auto table = tangent::tests::builtIn("breast-cancer");
        const RocCurve curve(
            table.column("mean-texture"), table.y.array() == table.labels.indexOf("malignant"));
        const QJsonValue expected = tangent::tests::reference("evaluate_scores.json", "curve");
        const Eigen::VectorXd falseRate = tangent::tests::toVector(expected["false-positive-rate"]);
        const Eigen::VectorXd trueRate = tangent::tests::toVector(expected["true-positive-rate"]);
        const Eigen::VectorXd threshold = tangent::tests::toVector(expected["threshold"]);
        QCOMPARE(curve.size(), falseRate.size());
        for (Eigen::Index i = 0; i < curve.size(); ++i) {
            QVERIFY(near(curve.point(i).falsePositiveRate, falseRate(i), 1e-15));
            QVERIFY(near(curve.point(i).truePositiveRate, trueRate(i), 1e-15));
            if (i > 0)
                QCOMPARE(curve.point(i).threshold, threshold(i - 1));
        }
    }

    void millionScores()
    {
        const Eigen::Index count = 1000000;
        Eigen::VectorXd scores = tangent::tests::bellValues(count, 1, 52);
        Flags positive(count);
        for (Eigen::Index i = 0; i < count; ++i) {
            positive(i) = i % 2 == 1;
            scores(i) += i % 2;
        }
        QVERIFY(near(*RocCurve(scores, positive).auc(), 0.7592540531, 5e-11));
    }

    void bestThresholdsBeatAllOthersAndAreTheHighest()
    {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const Rows data = makeRows(60, 12, seed);
            const RocCurve curve(data.scores, data.positive);
            const double youden = *curve.youdenThreshold();
            const double cheapest = *curve.cheapestThreshold(0.5);
            const auto lead = [&](double threshold) {
                const ThresholdCounts counts = curve.countsAt(threshold);
                return counts.truePositives * curve.negatives() - counts.falsePositives * curve.positives();
            };
            const auto cost = [&](double threshold) { return *curve.countsAt(threshold).cost(0.5); };
            QVERIFY((data.scores.array() == youden).any() && (data.scores.array() == cheapest).any());
            for (const double score : data.scores) {
                QVERIFY(lead(score) < lead(youden) || (lead(score) == lead(youden) && score <= youden));
                QVERIFY(cost(score) > cost(cheapest) || (cost(score) == cost(cheapest) && score <= cheapest));
            }
        }
    }

    void tiesGoToTheHighest()
    {
        const RocCurve curve(Eigen::Vector4d(4, 3, 2, 1), Eigen::Array4i(1, 0, 1, 0).cast<bool>());
        QCOMPARE(*curve.youdenThreshold(), 4.0); // as good as 2
        QCOMPARE(*curve.cheapestThreshold(1), 4.0);
    }

    void tiesThatRoundApartGoToTheHighest()
    {
        // At 3 one miss costs 0.1 + 0.2, at 2 one alarm costs 0.3, which rounds to less.
        const RocCurve curve(Eigen::Vector4d(3, 2, 2, 1), Eigen::Array4i(1, 0, 1, 0).cast<bool>());
        QCOMPARE(*curve.cheapestThreshold(0.3, {0.1 + 0.2, 1}), 3.0);
    }

    void positiveShareMovesPrecisionAndNotTheCurve()
    {
        const BellRows rows = rowsAtQuantiles({2, 1}, 10000);
        const RocCurve curve(rows.scores, rows.positive);
        for (const double share : {0.5, 0.1, 0.01}) {
            const ClassWeights weights = weightsForShare(share, curve.positives(), curve.negatives());
            const ThresholdCounts counts = curve.countsAt(1, weights);
            QVERIFY(near(counts.rows(), 10000, 1e-8));
            QVERIFY(near((counts.truePositives + counts.falseNegatives) / counts.rows(), share, 1e-14));
            QVERIFY(near(*counts.truePositiveRate(), *curve.countsAt(1).truePositiveRate(), 1e-14));
            QVERIFY(near(*counts.precision(), *TwoBells({2, 1}).precision(1, share), 1e-3));
            QVERIFY(near(*counts.cost(3), TwoBells({2, 1}).cost(1, 3, share), 1e-3));
        }
        const ClassWeights rare = weightsForShare(0.1, curve.positives(), curve.negatives());
        QVERIFY(near(*curve.cheapestThreshold(1, rare), TwoBells({2, 1}).cheapestThreshold(1, 0.1), 0.02));
    }

    void emptyClassesLeaveAreasUndefined()
    {
        const RocCurve onlyPositives(Eigen::Vector3d(1, 2, 3), Flags::Constant(3, true));
        QVERIFY(!onlyPositives.auc() && !onlyPositives.aucByRanks() && !onlyPositives.youdenThreshold());
        QVERIFY(std::isnan(onlyPositives.point(1).falsePositiveRate));
        QCOMPARE(onlyPositives.point(3).truePositiveRate, 1.0);
        QCOMPARE(*onlyPositives.cheapestThreshold(1), 1.0);
        QVERIFY(!onlyPositives.countsAt(0).falsePositiveRate());
        const RocCurve none(Eigen::VectorXd(0), Flags(0));
        QCOMPARE(none.size(), 1);
        QVERIFY(!none.auc() && !none.cheapestThreshold(1) && !none.countsAt(0).cost(1));
    }

    void nobodyPositiveHasNoPrecision()
    {
        const RocCurve curve(Eigen::Vector2d(1, 2), Eigen::Array2i(0, 1).cast<bool>());
        QVERIFY(!curve.countsAt(2.5).precision());
        QCOMPARE(*curve.countsAt(2).precision(), 1.0);
        QCOMPARE(*curve.countsAt(2.5).accuracy(), 0.5);
    }

    void badInputIsNamed()
    {
        const Flags two = Flags::Constant(2, true);
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, RocCurve(Eigen::Vector3d(1, 2, 3), two));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, RocCurve(Eigen::Vector2d(1, std::nan("")), two));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, RocCurve(Eigen::Vector2d(1, INFINITY), two));
        QVERIFY_THROWS_EXCEPTION(
            std::invalid_argument, RocCurve(Eigen::Vector2d(1, 2), two, Eigen::Vector2d(1, -1)));
        QVERIFY_THROWS_EXCEPTION(
            std::invalid_argument, RocCurve(Eigen::Vector2d(1, 2), two).cheapestThreshold(-1));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, weightsForShare(0, 1, 1));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, weightsForShare(0.5, 0, 1));
    }
};

TANGENT_TEST(RocCurveTest)
#include "roc_curve_test.moc"
