// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/evaluate/class_scores.h"
#include "algorithms/evaluate/confusion_matrix.h"

#include "tests/algorithms/evaluate/test_data.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <stdexcept>

using namespace tangent::evaluate;
using tangent::Random;
using tangent::tests::near;

namespace {

CountMatrix table(std::initializer_list<std::initializer_list<std::int64_t>> rows)
{
    CountMatrix counts(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(rows.size()));
    Eigen::Index i = 0;
    for (const auto& row : rows) {
        std::copy(row.begin(), row.end(), counts.row(i).begin());
        ++i;
    }
    return counts;
}

} // namespace

class ConfusionMatrixTest : public QObject {
    Q_OBJECT

private slots:
    void countsEveryRowOnce_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("classes");
        QTest::newRow("empty") << 0 << 3;
        QTest::newRow("one class") << 10 << 1;
        QTest::newRow("few rows") << 101 << 4;
        QTest::newRow("long, even blocks") << 4096 << 2;
        QTest::newRow("long, a rest") << 9999 << 8;
        QTest::newRow("long, many classes") << 9999 << 30;
    }

    void countsEveryRowOnce()
    {
        QFETCH(int, rows);
        QFETCH(int, classes);
        Random random(6);
        Eigen::VectorXi actual(rows);
        Eigen::VectorXi predicted(rows);
        CountMatrix expected = CountMatrix::Zero(classes, classes);
        for (int i = 0; i < rows; ++i) {
            actual(i) = static_cast<int>(random.below(static_cast<std::uint64_t>(classes)));
            predicted(i) = static_cast<int>(random.below(static_cast<std::uint64_t>(classes)));
            ++expected(actual(i), predicted(i));
        }
        QVERIFY(confusionMatrix(actual, predicted, classes) == expected);
    }

    void millionRows()
    {
        const Eigen::Index count = 1000000;
        Random truth(61);
        Random keep(62);
        Random other(63);
        Eigen::VectorXi actual(count);
        Eigen::VectorXi predicted(count);
        for (Eigen::Index i = 0; i < count; ++i) {
            actual(i) = static_cast<int>(truth.next() >> 62);
            const int guess = static_cast<int>(other.next() >> 62);
            const bool kept = static_cast<double>(keep.next() >> 38) * 0x1p-26 < 0.75;
            predicted(i) = kept ? actual(i) : guess;
        }
        const CountMatrix counts = confusionMatrix(actual, predicted, 4);
        QCOMPARE(counts.trace(), 812719);
        QCOMPARE(counts.sum(), 1000000);
        actual(999999) = 4;
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, confusionMatrix(actual, predicted, 4));
    }

    void sharesSumToOne()
    {
        const CountMatrix counts = table({{90, 10, 0}, {3, 4, 0}, {0, 0, 0}});
        QVERIFY(normalised(counts, Normalise::Counts) == counts.cast<double>());
        const Eigen::MatrixXd byRow = normalised(counts, Normalise::ByRow);
        const Eigen::MatrixXd byColumn = normalised(counts, Normalise::ByColumn);
        const ConfusionScores scores = confusionScores(counts);
        for (int i = 0; i < 2; ++i) {
            QVERIFY(near(byRow.row(i).sum(), 1, 1e-15));
            QVERIFY(near(byColumn.col(i).sum(), 1, 1e-15));
            QCOMPARE(byRow(i, i), *scores.classes[i].recall);
            QCOMPARE(byColumn(i, i), *scores.classes[i].precision);
        }
        QVERIFY(byRow.row(2).array().isNaN().all());
        QVERIFY(byColumn.col(2).array().isNaN().all());
    }

    void alwaysWell()
    {
        const ConfusionScores scores = confusionScores(table({{990, 0}, {10, 0}}));
        const ClassScores& ill = scores.classes[1];
        QCOMPARE(*scores.accuracy, 0.99);
        QCOMPARE(*ill.recall, 0.0);
        QVERIFY(!ill.precision);
        QCOMPARE(*ill.f1, 0.0);
        QCOMPARE(*ill.specificity, 1.0);
        QCOMPARE(scores.macro.precision.undefinedClasses, 1);
        QCOMPARE(*scores.macro.precision.value, 0.495);
        QCOMPARE(scores.smallestClass, 1);
        QCOMPARE(scores.smallestClassRows, 10);
    }

    void eightFoundForFiftyAlarms()
    {
        const ConfusionScores scores = confusionScores(table({{940, 50}, {2, 8}}));
        QVERIFY(near(*scores.accuracy, 0.948, 1e-15));
        QVERIFY(near(*scores.classes[1].recall, 0.8, 1e-15));
        QVERIFY(near(*scores.classes[1].precision, 0.138, 5e-4));
    }

    void f1DoesNotSeeTrueNegatives()
    {
        const auto f1 = [](std::int64_t trueNegatives) {
            return *confusionScores(table({{trueNegatives, 5}, {3, 7}})).classes[1].f1;
        };
        QCOMPARE(f1(10), f1(10000));
        QVERIFY(near(f1(10), 14.0 / 22, 1e-15));
    }

    void microIsAccuracyAndSoIsWeightedRecall()
    {
        const ConfusionScores scores = confusionScores(table({{900, 0, 0}, {25, 25, 0}, {25, 0, 25}}));
        QCOMPARE(*scores.accuracy, 0.95);
        QCOMPARE(*scores.micro.f1.value, 0.95);
        QCOMPARE(*scores.micro.precision.value, 0.95);
        QCOMPARE(*scores.micro.recall.value, 0.95);
        QVERIFY(near(*scores.weighted.recall.value, 0.95, 1e-15));
        QVERIFY(*scores.macro.recall.value < 0.7);
    }

    void challengeCanBeSolved()
    {
        const ConfusionScores scores = confusionScores(table({{980, 0, 0}, {10, 0, 0}, {10, 0, 0}}));
        QVERIFY(*scores.accuracy >= 0.95 && *scores.macro.recall.value <= 0.35);
        QCOMPARE(scores.smallestClassRows, 10);
        QCOMPARE(scores.smallestClass, 1);
    }

    void scoresAgreeWithScikitLearn()
    {
        const QJsonArray tables = tangent::tests::reference("evaluate_scores.json", "tables").toArray();
        QCOMPARE(tables.size(), 16);
        for (const QJsonValue& entry : tables) {
            const CountMatrix counts = tangent::tests::toMatrix(entry["counts"]).cast<std::int64_t>();
            const ConfusionScores scores = confusionScores(counts);
            const Eigen::MatrixXd classes = tangent::tests::toMatrix(entry["classes"]);
            QVERIFY(near(*scores.accuracy, entry["accuracy"].toDouble(), 1e-14));
            int undefined = 0;
            for (Eigen::Index k = 0; k < counts.rows(); ++k) {
                const ClassScores& own = scores.classes[k];
                QVERIFY(near(own.precision.value_or(0), classes(0, k), 1e-14));
                QVERIFY(near(own.recall.value_or(0), classes(1, k), 1e-14));
                QVERIFY(near(own.f1.value_or(0), classes(2, k), 1e-14));
                QCOMPARE(own.precision.has_value(), counts.col(k).sum() > 0);
                QCOMPARE(own.truePositives + own.falsePositives + own.falseNegatives + own.trueNegatives,
                    counts.sum());
                undefined += counts.col(k).sum() > 0 ? 0 : 1;
            }
            QCOMPARE(scores.macro.precision.undefinedClasses, undefined);
            QVERIFY(agree(scores.micro, entry["micro"]));
            QVERIFY(agree(scores.macro, entry["macro"]));
            QVERIFY(agree(scores.weighted, entry["weighted"]));
        }
    }

    void noRowsLeaveEverythingUndefined()
    {
        const ConfusionScores scores = confusionScores(CountMatrix::Zero(3, 3));
        QVERIFY(!scores.accuracy && !scores.micro.f1.value && !scores.weighted.recall.value);
        QVERIFY(!scores.classes[0].precision && !scores.classes[0].recall && !scores.classes[0].f1);
        QVERIFY(!scores.classes[0].specificity);
        QCOMPARE(*scores.macro.f1.value, 0.0);
        QCOMPARE(scores.macro.f1.undefinedClasses, 3);
    }

    void largeCountsStayExact()
    {
        const ConfusionScores scores = confusionScores(CountMatrix::Constant(10, 10, 1000000));
        QCOMPARE(scores.rows, 100000000);
        QCOMPARE(scores.classes[9].trueNegatives, 81000000);
        QVERIFY(near(*scores.classes[0].specificity, 0.9, 1e-15));
        QVERIFY(near(*scores.micro.f1.value, 0.1, 1e-15));
    }

    void badInputIsNamed()
    {
        const Eigen::Vector2i codes(0, 1);
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, confusionMatrix(codes, codes, 1));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, confusionMatrix(codes, -codes, 2));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, confusionMatrix(codes, codes.head(1), 2));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, confusionMatrix(codes, codes, 0));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, confusionScores(CountMatrix::Zero(2, 3)));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, confusionScores(CountMatrix::Zero(0, 0)));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, confusionScores(table({{1, -1}, {0, 1}})));
    }

private:
    static bool agree(const ClassMeans& means, const QJsonValue& expected)
    {
        return near(*means.precision.value, expected[0].toDouble(), 1e-14)
            && near(*means.recall.value, expected[1].toDouble(), 1e-14)
            && near(*means.f1.value, expected[2].toDouble(), 1e-14);
    }
};

TANGENT_TEST(ConfusionMatrixTest)
#include "confusion_matrix_test.moc"
