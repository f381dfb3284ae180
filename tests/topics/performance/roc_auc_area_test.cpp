// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/topics/performance/roc_auc_probe.h"

#include <algorithm>

using namespace tangent;
using namespace tangent::tests;

namespace {

/// The definition: over all pairs, rightly ordered ones count 1 and tied ones a half.
double areaByPairs(const Scored& rows)
{
    double right = 0;
    double pairs = 0;
    for (size_t i = 0; i < rows.scores.size(); ++i) {
        for (size_t j = 0; j < rows.scores.size(); ++j) {
            if (!rows.positive[i] || rows.positive[j])
                continue;
            ++pairs;
            right += rows.scores[i] > rows.scores[j] ? 1 : rows.scores[i] == rows.scores[j] ? 0.5 : 0;
        }
    }
    return right / pairs;
}

double areaByTrapezoids(const DataTable& table)
{
    double area = 0;
    for (size_t i = 1; i < table.rows.size(); ++i) {
        const double width = cellNumber(table.rows[i][0]) - cellNumber(table.rows[i - 1][0]);
        area += width * (cellNumber(table.rows[i][1]) + cellNumber(table.rows[i - 1][1])) / 2;
    }
    return area;
}

/// The shares of votes of the five nearest other rows, on all columns as they are.
std::vector<double> votesOfFive()
{
    const TablePointer table = DataCatalogue::shared().load(QStringLiteral("breast-cancer"));
    const QStringList columns = table->numericColumns();
    const std::vector<bool> positive = breastCancer(columns.front()).positive;
    const int rows = table->rowCount();
    std::vector<double> votes;
    for (int i = 0; i < rows; ++i) {
        std::vector<std::pair<double, int>> others;
        for (int j = 0; j < rows; ++j) {
            double squared = 0;
            for (const QString& column : columns) {
                const std::vector<double>& numbers = table->find(column)->numbers;
                squared +=
                    (numbers[size_t(i)] - numbers[size_t(j)]) * (numbers[size_t(i)] - numbers[size_t(j)]);
            }
            if (j != i)
                others.emplace_back(squared, j);
        }
        std::partial_sort(others.begin(), others.begin() + 5, others.end());
        votes.push_back(std::count_if(others.begin(), others.begin() + 5, [&](const auto& other) {
            return positive[size_t(other.second)];
        }) / 5.0);
    }
    return votes;
}

} // namespace

/// The area under the curve by its definitions, whatever the scores come from.
class RocAucAreaTest : public QObject {
    Q_OBJECT

private slots:
    void areaIsThatOfTheTwoLaws_data()
    {
        QTest::addColumn<double>("separation");
        QTest::addColumn<double>("ratio");
        QTest::newRow("equal spreads") << 1.5 << 1.0;
        QTest::newRow("wide positives") << 1.0 << 3.0;
        QTest::newRow("narrow positives") << 0.5 << 0.25;
    }

    void areaIsThatOfTheTwoLaws()
    {
        QFETCH(double, separation);
        QFETCH(double, ratio);
        const Probe found =
            roc(QStringLiteral("rows=10000&separation=%1&spread-ratio=%2").arg(separation).arg(ratio));
        const double z = separation / std::hypot(1, ratio);
        COMPARE_NEAR(found["auc"], 0.5 * std::erfc(-z / std::sqrt(2.0)), 1e-4);
    }

    void areaIsRankStatisticAndTrapezoids_data()
    {
        QTest::addColumn<QString>("column");
        QTest::newRow("hardly a tie") << "mean-radius";
        QTest::newRow("many ties") << "worst-symmetry";
        QTest::newRow("upside down") << "mean-fractal-dimension";
    }

    void areaIsRankStatisticAndTrapezoids()
    {
        QFETCH(QString, column);
        const Probe found = roc(QStringLiteral("source=table&score=") + column);
        const double area = areaByPairs(breastCancer(column));
        COMPARE_NEAR(found["auc"], area, 1e-12);
        COMPARE_NEAR(areaByTrapezoids(*found.scene.table(QStringLiteral("roc"))), area, 1e-12);
    }

    void aTieCountsOneHalf()
    {
        const Probe found = roc(
            fileLink("ties.csv", "p,outcome\n0.9,yes\n0.5,yes\n0.5,no\n0.1,no\n", "score=p&label=outcome"));
        QVERIFY(found.state.complaints.empty());
        COMPARE_NEAR(found["auc"], 3.5 / 4, 1e-15);
        QCOMPARE(found.scene.dataLine.right(6), QStringLiteral("4 rows"));
    }

    void numericLabelsCountTheLastAsPositive()
    {
        const Probe found = roc(fileLink("codes.csv", "p,label\n1,2\n2,10\n3,10\n0,2\n", "score=p"));
        COMPARE_NEAR(found["auc"], 1, 0); // 10 is the last by value, 2 would be the last by text
        QCOMPARE(text(found.scene.resolved[QStringLiteral("positive")]), QStringLiteral("10"));
    }

    void missingScoresAreLeftOutAndSaid()
    {
        const Probe found = roc(fileLink("gaps.csv", "p,label\n1,a\n,a\n3,b\n4,\n", "score=p"));
        COMPARE_NEAR(found["auc"], 1, 0);
        QVERIFY2(found.scene.dataLine.endsWith(QStringLiteral("2 rows, 2 left out")),
            qPrintable(found.scene.dataLine));
    }

    void onlyADrawnSampleWobbles()
    {
        QVERIFY(roc("sampled=true&seed=1")["auc"] != roc("sampled=true&seed=2")["auc"]);
        QCOMPARE(roc("seed=1")["auc"], roc("seed=2")["auc"]);
        // Four standard errors by Hanley and McNeil, 1982, at area 0.8556 and 500 rows of each class.
        COMPARE_NEAR(roc("sampled=true&seed=3")["auc"], 0.8556, 4 * 0.0119);
    }

    void neighboursVoteOnRowsLeftOut()
    {
        Scored rows = breastCancer(QStringLiteral("mean-radius"));
        rows.scores = votesOfFive();
        const Probe found = roc("source=classifier&model=nearest-neighbours");
        COMPARE_NEAR(found["auc"], areaByPairs(rows), 1e-12);
        QVERIFY(found.isUndefined("auc-b"));
    }

    void theOtherClassTurnsTheScoreRound()
    {
        const double area = roc("source=table&score=mean-radius")["auc"];
        COMPARE_NEAR(roc("source=table&score=mean-radius&positive=benign")["auc"], 1 - area, 1e-12);
    }

    void crossingCurvesAreToldApart()
    {
        const Probe found = roc("source=table&score=mean-texture,worst-symmetry");
        COMPARE_NEAR(found["auc-b"], areaByPairs(breastCancer(QStringLiteral("worst-symmetry"))), 1e-12);
        QVERIFY(found["auc"] > found["auc-b"]);
        QVERIFY(found.scene.narration.contains(QStringLiteral("mean-texture has the larger area")));
        QVERIFY(found.scene.narration.contains(QStringLiteral("worst-symmetry catches more")));
        // The claim, from the tables: at 5 % false positives the smaller area is above.
        const auto rateAt = [&](const char* key) {
            double rate = 0;
            for (const auto& row : found.scene.table(QLatin1String(key))->rows) {
                if (cellNumber(row[0]) <= 0.05)
                    rate = std::max(rate, cellNumber(row[1]));
            }
            return rate;
        };
        QVERIFY(rateAt("roc-b") > rateAt("roc"));
    }
};

TANGENT_TEST(RocAucAreaTest)
#include "roc_auc_area_test.moc"
