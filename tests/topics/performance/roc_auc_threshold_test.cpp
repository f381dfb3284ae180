// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/topics/performance/roc_auc_probe.h"

#include <algorithm>
#include <functional>

using namespace tangent;
using namespace tangent::tests;

namespace {

/// The rates of rows at a threshold, and what they cost when an alarm costs so many misses.
struct AtThreshold {
    double truePositiveRate = 0;
    double falsePositiveRate = 0;
    double cost = 0;
};

AtThreshold countedAt(const Scored& rows, double threshold, double costRatio)
{
    double hits = 0;
    double alarms = 0;
    double positives = 0;
    const double all = double(rows.scores.size());
    for (size_t i = 0; i < rows.scores.size(); ++i) {
        positives += rows.positive[i] ? 1 : 0;
        if (rows.scores[i] >= threshold)
            (rows.positive[i] ? hits : alarms) += 1;
    }
    return {hits / positives, alarms / (all - positives), (costRatio * alarms + positives - hits) / all};
}

} // namespace

/// Thresholds, their rates, and what they cost.
class RocAucThresholdTest : public QObject {
    Q_OBJECT

private slots:
    /// Youden's threshold and the cheapest one by trying every score; the highest on ties.
    void thresholdsOfATable()
    {
        const Scored rows = breastCancer(QStringLiteral("mean-texture"));
        for (const double costRatio : {1.0, 0.25, 7.0}) {
            double bestLead = -2;
            double youden = 0;
            double leastCost = 1e300;
            double cheapest = 0;
            std::vector<double> candidates = rows.scores;
            std::sort(candidates.begin(), candidates.end(), std::greater<>());
            for (const double candidate : candidates) {
                const AtThreshold at = countedAt(rows, candidate, costRatio);
                if (at.truePositiveRate - at.falsePositiveRate > bestLead + 1e-12) {
                    bestLead = at.truePositiveRate - at.falsePositiveRate;
                    youden = candidate;
                }
                if (at.cost < leastCost - 1e-12) {
                    leastCost = at.cost;
                    cheapest = candidate;
                }
            }
            const Probe found =
                roc(QStringLiteral("source=table&score=mean-texture&cost-ratio=%1").arg(costRatio));
            QCOMPARE(found["youden-threshold"], youden);
            QCOMPARE(found["cheapest-threshold"], cheapest);
            QCOMPARE(number(found.scene.resolved[QStringLiteral("threshold")]), youden);
            COMPARE_NEAR(found["cost"], countedAt(rows, youden, costRatio).cost, 1e-12);
            COMPARE_NEAR(
                found["true-positive-rate"], countedAt(rows, youden, costRatio).truePositiveRate, 1e-12);
        }
    }

    /// Bells of one width: the densities, weighted by costs, are equal at d/2 + ln(slope)/d.
    void cheapestThresholdOfBells()
    {
        const Probe found = roc("separation=2&positive-share=0.2&cost-ratio=3");
        COMPARE_NEAR(found["cheapest-threshold"], 1 + std::log(3 * 0.8 / 0.2) / 2, 1e-12);
        COMPARE_NEAR(found["youden-threshold"], 1, 1e-12);
    }

    void costAndPrecisionFollowFromTheRates()
    {
        const Probe found = roc("positive-share=0.3&cost-ratio=4&threshold=1.1");
        const double hits = 0.3 * found["true-positive-rate"];
        const double alarms = 0.7 * found["false-positive-rate"];
        COMPARE_NEAR(found["precision"], hits / (hits + alarms), 1e-12);
        COMPARE_NEAR(found["cost"], 4 * alarms + 0.3 - hits, 1e-12);
    }

    void thresholdAndShareLeaveTheCurveAlone()
    {
        const Probe first = roc();
        for (const char* query : {"threshold=2", "positive-share=0.01", "cost-ratio=9"}) {
            const Probe other = roc(query);
            QCOMPARE(other["auc"], first["auc"]);
            QVERIFY(*other.scene.table(QStringLiteral("roc")) == *first.scene.table(QStringLiteral("roc")));
        }
        QCOMPARE(roc("positive-share=0.01")["true-positive-rate"], first["true-positive-rate"]);
        QVERIFY(roc("separation=1.6")["auc"] > first["auc"]);
    }

    void precisionIsUndefinedWhenNobodyIsCalled()
    {
        const Probe found = roc("threshold=100");
        QVERIFY(found.isUndefined("precision"));
        QVERIFY(found.scene.readout(QStringLiteral("precision"))->note.contains(QStringLiteral("nobody")));
        QVERIFY(found.scene.narration.contains(QStringLiteral("Nobody")));
        QCOMPARE(found["true-positive-rate"], 0.0);
    }

    /// With one bell on the other no threshold is better than calling nobody: infinite, hence no number.
    void infiniteThresholdsAreNoNumbers()
    {
        const Probe equal = roc("separation=0&positive-share=0.3");
        QVERIFY(equal.isUndefined("youden-threshold") && equal.isUndefined("cheapest-threshold"));
        QVERIFY(equal.scene.readout(QStringLiteral("cheapest-threshold"))
                    ->note.contains(QStringLiteral("nobody")));
        const Probe common = roc("separation=0&positive-share=0.7");
        QVERIFY(common.scene.readout(QStringLiteral("cheapest-threshold"))
                    ->note.contains(QStringLiteral("everybody")));
    }
};

TANGENT_TEST(RocAucThresholdTest)
#include "roc_auc_threshold_test.moc"
