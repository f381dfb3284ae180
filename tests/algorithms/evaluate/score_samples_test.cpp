// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/evaluate/roc_curve.h"
#include "algorithms/evaluate/sampled_pairs.h"
#include "algorithms/evaluate/score_histogram.h"
#include "algorithms/evaluate/two_bells.h"
#include "tests/algorithms/evaluate/test_data.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <stdexcept>

using namespace tangent::evaluate;
using tangent::tests::near;

class ScoreSamplesTest : public QObject {
    Q_OBJECT

private slots:
    void binsHoldTheirLowerEdge()
    {
        Eigen::VectorXd scores(8);
        scores << -0.1, 0, 0.2, 0.25, 0.5, 0.99, 1, 1.01;
        Eigen::Array<int, 8, 1> labels;
        labels << 1, 1, 0, 1, 0, 1, 0, 1;
        const ScoreHistogram histogram = scoreHistogram(scores, labels.cast<bool>(), 4, 0, 1);
        QVERIFY(histogram.negatives == Eigen::Vector4d(1, 0, 1, 1));
        QVERIFY(histogram.positives == Eigen::Vector4d(1, 1, 0, 1));
        QCOMPARE(histogram.outside, 2);
        QCOMPARE(histogram.edge(0), 0.0);
        QCOMPARE(histogram.edge(3), 0.75);
        QCOMPARE(histogram.edge(4), 1.0);
    }

    void histogramKeepsAllRows()
    {
        const BellRows rows = drawnRows({1.5, 1}, 2000, 4);
        for (const int bins : {1, 7, 100}) {
            const auto histogram = scoreHistogram(
                rows.scores, rows.positive, bins, rows.scores.minCoeff(), rows.scores.maxCoeff());
            QCOMPARE(histogram.outside, 0);
            QCOMPARE(histogram.negatives.sum(), 1000.0);
            QCOMPARE(histogram.positives.sum(), 1000.0);
        }
    }

    void pairsSayWhatTheScoresSay()
    {
        Eigen::VectorXd scores(6);
        scores << 1, 2, 2, 3, 1, 2;
        Eigen::Array<int, 6, 1> labels;
        labels << 0, 1, 0, 0, 1, 1;
        const auto pairs = samplePairs(scores, labels.cast<bool>(), 200, 5);
        QCOMPARE(pairs.size(), std::size_t{200});
        for (const ScoredPair& pair : pairs) {
            QVERIFY(labels(pair.positiveRow) == 1 && labels(pair.negativeRow) == 0);
            const double lead = scores(pair.positiveRow) - scores(pair.negativeRow);
            QCOMPARE(pair.outcome,
                lead > 0       ? PairOutcome::Right
                    : lead < 0 ? PairOutcome::Wrong
                               : PairOutcome::Tie);
        }
    }

    void pairsEstimateTheArea()
    {
        const BellRows rows = rowsAtQuantiles({1.5, 1}, 1000);
        constexpr int count = 40000;
        double right = 0;
        for (const ScoredPair& pair : samplePairs(rows.scores, rows.positive, count, 11))
            right += pair.outcome == PairOutcome::Right ? 1 : pair.outcome == PairOutcome::Tie ? 0.5 : 0;
        const double auc = *RocCurve(rows.scores, rows.positive).auc();
        QVERIFY(near(right / count, auc, 4 * std::sqrt(auc * (1 - auc) / count)));
    }

    void morePairsKeepTheFirst()
    {
        const BellRows rows = rowsAtQuantiles({1.5, 1}, 100);
        const auto few = samplePairs(rows.scores, rows.positive, 10, 3);
        const auto many = samplePairs(rows.scores, rows.positive, 50, 3);
        for (std::size_t i = 0; i < few.size(); ++i) {
            QCOMPARE(few[i].positiveRow, many[i].positiveRow);
            QCOMPARE(few[i].negativeRow, many[i].negativeRow);
        }
    }

    void emptyClassesHaveNoPairs()
    {
        using Flags = Eigen::Array<bool, Eigen::Dynamic, 1>;
        QVERIFY(samplePairs(Eigen::Vector2d(1, 2), Flags::Constant(2, true), 5, 1).empty());
        QVERIFY(samplePairs(Eigen::Vector2d(1, 2), Flags::Constant(2, false), 5, 1).empty());
    }

    void badInputIsNamed()
    {
        using Flags = Eigen::Array<bool, Eigen::Dynamic, 1>;
        const Eigen::Vector2d scores(1, 2);
        const Flags labels = Flags::Constant(2, true);
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, scoreHistogram(scores, labels, 0, 0, 1));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, scoreHistogram(scores, labels, 5, 1, 1));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, scoreHistogram(scores, labels, 5, 0, INFINITY));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, scoreHistogram(scores, labels.head(1), 5, 0, 1));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, samplePairs(scores, labels, -1, 0));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, samplePairs(scores, labels.head(1), 1, 0));
    }
};

TANGENT_TEST(ScoreSamplesTest)
#include "score_samples_test.moc"
