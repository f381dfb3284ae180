// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/lab_probe.h"
#include "tests/support/test_program.h"

#include <QUrl>

#include <algorithm>

using namespace tangent;
using namespace tangent::tests;

namespace {

Probe roc(const QString& query = {})
{
    return probe(QStringLiteral("roc-auc?") + query);
}

struct Scored {
    std::vector<double> scores;
    std::vector<bool> positive;
};

/// A column of breast cancer against its diagnosis, read here and not by the lab.
Scored breastCancer(const QString& column)
{
    const TablePointer table = DataCatalogue::shared().load(QStringLiteral("breast-cancer"));
    Scored rows;
    rows.scores = table->find(column)->numbers;
    for (int row = 0; row < table->rowCount(); ++row)
        rows.positive.push_back(
            table->find(QStringLiteral("diagnosis"))->text(row) == QLatin1String("malignant"));
    return rows;
}

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

/// A link to a table that is read from text.
QString fileLink(const char* name, const char* csv, const QString& rest)
{
    QString complaint;
    const TablePointer table = DataCatalogue::shared().addFile(QLatin1String(name), csv, &complaint);
    return QStringLiteral("source=table&data=%1&%2")
        .arg(table ? QString::fromLatin1(QUrl::toPercentEncoding(table->name)) : complaint, rest);
}

const Plot& plotOf(const Probe& found, const char* key)
{
    return std::get<Plot>(found.scene.figure(QLatin1String(key))->content);
}

template <class Layer>
std::vector<Layer> layersOf(const Plot& plot)
{
    std::vector<Layer> all;
    for (const auto& layer : plot.layers) {
        if (const Layer* one = std::get_if<Layer>(&layer))
            all.push_back(*one);
    }
    return all;
}

bool challengeIsMet(const Probe& found)
{
    return found["precision"] >= 0.5 && found["true-positive-rate"] >= 0.4
        && found.state.real("separation") == 1.5 && found.state.real("positive-share") == 0.1;
}

} // namespace

/// Every state that the note walks through shows what the note says of it, and the readouts are what
/// their definitions say.
class RocAucTest : public QObject {
    Q_OBJECT

private slots:
    void statesOfTheNote_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("readout");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("distance");
        const auto row = [](const char* name, const char* query, const char* readout, double value,
                             double distance = 5e-4) {
            QTest::newRow(name) << QString::fromLatin1(query) << QString::fromLatin1(readout) << value
                                << distance;
        };
        row("first picture, area", "", "auc", 0.8556);
        row("first picture, positive tail", "", "true-positive-rate", 0.774);
        row("first picture, negative tail", "", "false-positive-rate", 0.226);
        row("far left, everybody", "threshold=-3", "true-positive-rate", 1, 2e-3);
        row("far right, nobody", "threshold=4.5", "true-positive-rate", 0, 2e-3);
        row("separation 0", "separation=0", "auc", 0.5, 1e-12);
        row("separation 1", "separation=1", "auc", 0.760);
        row("separation 2", "separation=2", "auc", 0.921);
        row("separation 3", "separation=3", "auc", 0.983);
        row("midway, true positives", "separation=2&threshold=1", "true-positive-rate", 0.841, 1.5e-3);
        row("midway, false positives", "separation=2&threshold=1", "false-positive-rate", 0.159, 1.5e-3);
        row("half positive", "separation=2&threshold=1&positive-share=0.5", "precision", 0.84, 5e-3);
        row("a tenth positive", "separation=2&threshold=1&positive-share=0.1", "precision", 0.37, 5e-3);
        row("a hundredth positive", "separation=2&threshold=1&positive-share=0.01", "precision", 0.05, 5e-3);
        row("equal costs", "separation=1.5&positive-share=0.1&cost-ratio=1&threshold=2.21",
            "cheapest-threshold", 2.21, 5e-3);
        row("equal costs catch little", "separation=1.5&positive-share=0.1&cost-ratio=1&threshold=2.21",
            "true-positive-rate", 0.24, 5e-3);
        row("a miss is nine times as dear",
            "separation=1.5&positive-share=0.1&cost-ratio=0.1111111111&threshold=0.75", "cheapest-threshold",
            0.75, 1e-6);
        row("twice as wide", "separation=0&spread-ratio=2", "auc", 0.5, 1e-12);
        row("mean radius", "source=table&data=breast-cancer&score=mean-radius&label=diagnosis", "auc", 0.938);
        row("mean texture", "source=table&data=breast-cancer&score=mean-texture&label=diagnosis", "auc",
            0.776);
        row("mean fractal dimension",
            "source=table&data=breast-cancer&score=mean-fractal-dimension&label=diagnosis", "auc", 0.485);
        row("logistic regression on rows held out", "source=classifier", "auc", 0.991);
        row("the larger area",
            "source=table&data=breast-cancer&score=mean-texture,worst-symmetry&label=diagnosis", "auc",
            0.776);
    }

    void statesOfTheNote()
    {
        QFETCH(QString, query);
        QFETCH(QString, readout);
        QFETCH(double, value);
        QFETCH(double, distance);
        const Probe found = roc(query);
        QVERIFY2(found.state.complaints.empty(), qPrintable(query));
        COMPARE_NEAR(found[readout.toLatin1().constData()], value, distance);
    }

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

    void severalClassesAreOneAgainstTheRest()
    {
        const Probe found = roc("data=penguins&score=bill-length&positive=Adelie");
        QVERIFY(found.state.complaints.empty());
        QVERIFY(found["auc"] < 0.1); // the shortest bills
        QVERIFY(found.scene.diagnostics.front().sentence.contains(QStringLiteral("3 classes")));
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

    void twoModelsShareTheThreshold()
    {
        const Probe same = roc("source=two-classifiers");
        QCOMPARE(same["auc"], same["auc-b"]);
        QVERIFY(same.scene.narration.contains(QStringLiteral("Level")));
        const Probe other = roc("source=two-classifiers&model-b=tree");
        QCOMPARE(other["auc"], same["auc"]);
        QCOMPARE(other["auc-b"], roc("source=classifier&model=tree")["auc"]);
    }

    /// A line leads from a negative to a positive and is good exactly where the positive lies higher.
    void pairsAreRankedByTheirEnds()
    {
        const Probe found = roc("separation=1&pairs=40");
        const Segments lines = layersOf<Segments>(plotOf(found, "scores")).front();
        QCOMPARE(lines.from.size(), size_t(40));
        for (size_t i = 0; i < lines.from.size(); ++i)
            QCOMPARE(lines.roles[i], lines.to[i].x() > lines.from[i].x() ? Role::Good : Role::Bad);
        QVERIFY(layersOf<Segments>(plotOf(roc("pairs=0"), "scores")).empty());
        const Segments ties =
            layersOf<Segments>(plotOf(roc(fileLink("tied.csv", "p,label\n1,a\n1,b\n", "score=p")), "scores"))
                .front();
        QCOMPARE(ties.roles.front(), Role::Warning);
    }

    void theTrailLeadsFromUpperRightToThePoint()
    {
        for (const char* query : {"threshold=0.3", "rows=10000&threshold=2", "source=classifier"}) {
            const Probe found = roc(query);
            Line trail;
            for (const Line& line : layersOf<Line>(plotOf(found, "roc"))) {
                if (line.fading)
                    trail = line;
            }
            QCOMPARE(QPointF(trail.x.front(), trail.y.front()), QPointF(1, 1));
            QCOMPARE(QPointF(trail.x.back(), trail.y.back()),
                QPointF(found["false-positive-rate"], found["true-positive-rate"]));
            QVERIFY(std::is_sorted(trail.x.rbegin(), trail.x.rend()));
        }
    }

    void linesOfEqualCostHaveTheirSlope()
    {
        const Probe found = roc("positive-share=0.2&cost-ratio=0.5");
        int dashed = 0;
        for (const Line& line : layersOf<Line>(plotOf(found, "roc"))) {
            if (line.style != Line::Style::Dashed)
                continue;
            ++dashed;
            COMPARE_NEAR((line.y[1] - line.y[0]) / (line.x[1] - line.x[0]), 0.5 * 0.8 / 0.2, 1e-9);
        }
        QCOMPARE(dashed, 2); // through the point, and where it touches
    }

    void countsAreWeightedByTheShare()
    {
        const auto cells =
            std::get<Matrix>(roc("positive-share=0.1").scene.figure(QStringLiteral("counts"))->content).items;
        QCOMPARE(cells[0].text, QStringLiteral("TP 77.4"));
        QCOMPARE(cells[1].text, QStringLiteral("FN 22.6"));
        QCOMPARE(cells[2].text, QStringLiteral("FP 203.4"));
        QCOMPARE(cells[3].text, QStringLiteral("TN 696.6"));
    }

    void degenerateTablesSayWhy_data()
    {
        QTest::addColumn<QString>("csv");
        QTest::addColumn<QString>("part");
        QTest::newRow("one class") << "p,label\n1,a\n2,a\n"
                                   << "All rows used have the class a.";
        QTest::newRow("nothing complete") << "p,label\n,a\n2,\n,b\n"
                                          << "No row has a value";
    }

    void degenerateTablesSayWhy()
    {
        QFETCH(QString, csv);
        QFETCH(QString, part);
        const Probe found = roc(fileLink("poor.csv", csv.toUtf8().constData(), "score=p&label=label"));
        QVERIFY(!found.scene.figures.empty());
        QVERIFY2(found.scene.narration.contains(part), qPrintable(found.scene.narration));
        for (const char* key : {"auc", "auc-b", "true-positive-rate", "false-positive-rate", "precision",
                 "youden-threshold", "cheapest-threshold", "cost"})
            QVERIFY(found.isUndefined(key));
    }

    void oneScoreForAllStillHasARule()
    {
        const Probe found = roc(fileLink("flat.csv", "p,label\n7,a\n7,b\n7,a\n", "score=p"));
        COMPARE_NEAR(found["auc"], 0.5, 0);
        QVERIFY(plotOf(found, "scores").x.minimum < 7 && plotOf(found, "scores").x.maximum > 7);
        QVERIFY(found.scene.narration.contains(QStringLiteral("Everybody")));
    }

    void theFirstPictureCanBeTakenHoldOf()
    {
        const Probe found = roc();
        QStringList labels;
        for (const Handle& handle : found.scene.handles)
            labels << handle.label;
        QCOMPARE(labels, QStringList({"Threshold", "Mean of the positives", "Spread of the positives"}));
        QCOMPARE(found.scene.handles[1].at.x(), 1.5);
        QCOMPARE(found.scene.handles[2].at.x(), 2.5);
        QVERIFY(found.scene.narration.contains("77.4 %") && found.scene.narration.contains("22.6 %"));
        QCOMPARE(roc("source=table").scene.handles.size(), size_t(1));
    }

    void axesStandStillUnderTheHand()
    {
        const Axis first = plotOf(roc(), "scores").x;
        for (const char* query : {"separation=4", "spread-ratio=2", "threshold=-3", "sampled=true"})
            QVERIFY(plotOf(roc(query), "scores").x == first);
        const Axis column = plotOf(roc("source=table"), "scores").x;
        QVERIFY(plotOf(roc("source=table&threshold=1000"), "scores").x == column);
    }

    /// What is kept from one state must not leak into the next.
    void keptStagesChangeNothing()
    {
        Stages kept;
        for (const char* query : {"sampled=true", "sampled=true&seed=2", "rows=500&sampled=true",
                 "source=classifier", "source=classifier&standardise=true", "source=classifier&seed=2",
                 "source=classifier&positive=benign", "source=classifier&model=nearest-neighbours",
                 "source=classifier&model=nearest-neighbours&neighbours=9",
                 "source=table&score=mean-texture,worst-symmetry",
                 "source=table&score=worst-symmetry,mean-texture", "source=table&score=worst-symmetry",
                 "source=table&score=worst-symmetry&positive=benign"}) {
            const Probe fresh = roc(query);
            const Scene warm = computeScene(*findLab(QStringLiteral("roc-auc")), fresh.state, kept);
            QVERIFY2(warm == fresh.scene, query);
        }
    }

    void everyKeyIsDeclaredInEverySource()
    {
        const QStringList keys{"source", "threshold", "separation", "spread-ratio", "positive-share", "rows",
            "sampled", "pairs", "cost-ratio", "model", "model-b", "neighbours", "standardise", "positive",
            "seed"};
        for (const char* source : {"bells", "classifier", "two-classifiers", "table"}) {
            QStringList declared;
            int primary = 0;
            for (const Parameter& parameter :
                roc(QStringLiteral("source=") + QLatin1String(source)).state.parameters) {
                declared << parameter.key;
                primary += parameter.primary && parameter.shown ? 1 : 0;
            }
            QCOMPARE(declared, keys);
            QVERIFY(primary <= 5);
        }
    }

    void challenge()
    {
        QVERIFY(!challengeIsMet(roc()));
        QVERIFY(!challengeIsMet(roc("separation=1.5&positive-share=0.1")));
        QVERIFY(challengeIsMet(roc("separation=1.5&positive-share=0.1&threshold=1.7")));
        QVERIFY(!challengeIsMet(roc("separation=1.5&positive-share=0.1&threshold=1.6"))); // precision
        QVERIFY(!challengeIsMet(roc("separation=1.5&positive-share=0.1&threshold=1.8"))); // too few caught
    }
};

TANGENT_TEST(RocAucTest)
#include "roc_auc_test.moc"
