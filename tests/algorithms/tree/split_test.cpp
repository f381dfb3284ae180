// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/tree/split.h"

#include "algorithms/tree/threshold_curve.h"
#include "tests/algorithms/decompose/dataset.h"
#include "tests/algorithms/decompose/recipe_data.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <limits>
#include <set>
#include <stdexcept>

using namespace tangent;
using namespace tangent::tree;

namespace {

const std::vector<std::string> measurements{"bill-length", "bill-depth", "flipper-length", "body-mass"};

tests::Dataset penguins()
{
    return tests::readDataset("penguins", measurements, "species");
}

Criterion criterionOf(const std::string& name)
{
    return name == "gini" ? Criterion::Gini : name == "entropy" ? Criterion::Entropy : Criterion::Error;
}

/// By the textbook formulas, from shares.
double plainImpurity(Criterion criterion, const Eigen::VectorXd& counts)
{
    double squares = 0, logs = 0, largest = 0;
    for (const double count : counts) {
        const double share = count / counts.sum();
        squares += share * share;
        logs -= share > 0 ? share * std::log2(share) : 0;
        largest = std::max(largest, share);
    }
    return criterion == Criterion::Gini ? 1 - squares : criterion == Criterion::Entropy ? logs : 1 - largest;
}

double plainWeighted(Criterion criterion, const Division& division)
{
    const double rows = division.rowsLeft() + division.rowsRight();
    return division.rowsLeft() / rows * plainImpurity(criterion, division.left)
        + division.rowsRight() / rows * plainImpurity(criterion, division.right);
}

struct Table {
    Eigen::VectorXd values;
    Eigen::VectorXi labels;
};

Table randomTable(int rows, int distinct, int classes, std::uint64_t seed)
{
    Random random(seed);
    Table table{Eigen::VectorXd(rows), Eigen::VectorXi(rows)};
    for (int i = 0; i < rows; ++i) {
        const auto value = random.below(static_cast<std::uint64_t>(distinct));
        table.values(i) = 0.25 * static_cast<double>(value) - 1;
        table.labels(i) = static_cast<int>(random.below(static_cast<std::uint64_t>(classes)));
    }
    return table;
}

} // namespace

class SplitTest : public QObject {
    Q_OBJECT
private slots:
    void bruteForce_data();
    void bruteForce();
    void mirroredLabelsTieInPairs();
    void agreesWithScikitLearn();
    void penguinFigures();
    void penguinLeftNode();
    void irisTieIsReported();
    void constantFeatureHasNoSplit();
    void noFeatureCanSplit();
    void neighbouringDoublesAreParted();
    void lowerMedian_data();
    void lowerMedian();
    void shuffledLabelsStillGain();
    void reproducesTheRecipeTable();
    void refusesBadInput();
    void stopsWhenTold();
};

void SplitTest::bruteForce_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("distinct");
    QTest::addColumn<int>("classes");
    QTest::newRow("two-rows") << 2 << 50 << 2;
    QTest::newRow("few-with-ties") << 12 << 5 << 2;
    QTest::newRow("three-classes") << 40 << 30 << 3;
    QTest::newRow("one-class") << 20 << 10 << 1;
    QTest::newRow("absent-classes") << 6 << 6 << 9;
    QTest::newRow("radix-sorted") << 1100 << 200 << 4;
}

void SplitTest::bruteForce()
{
    QFETCH(int, rows);
    QFETCH(int, distinct);
    QFETCH(int, classes);
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Table table = randomTable(rows, distinct, classes, seed);
        const std::set<double> values(table.values.begin(), table.values.end());
        for (const auto criterion : {Criterion::Gini, Criterion::Entropy, Criterion::Error}) {
            const ThresholdCurve curve = thresholdCurve(table.values, table.labels, classes, criterion);
            QCOMPARE(curve.thresholds.size(), Eigen::Index(values.size()) - 1);
            Eigen::Index cut = 0;
            for (auto next = std::next(values.begin()); next != values.end(); ++next, ++cut) {
                const double threshold = (*std::prev(next) + *next) / 2;
                QCOMPARE(curve.thresholds(cut), threshold);
                const Division division = divide(table.values, table.labels, classes, threshold);
                QVERIFY(curve.left.row(cut).transpose() == division.left);
                QVERIFY(curve.right(cut) == division.right);
                QVERIFY(std::abs(curve.weighted(cut) - plainWeighted(criterion, division)) <= 1e-13);
            }
            const auto split = bestSplit(table.values, table.labels, classes, criterion);
            QCOMPARE(split.has_value(), cut > 0);
            if (!split)
                continue;
            const double least = curve.weighted.minCoeff();
            std::vector<double> best;
            for (Eigen::Index i = 0; i < cut; ++i) {
                if (curve.weighted(i) <= least + 1e-13)
                    best.push_back(curve.thresholds(i));
            }
            QVERIFY(split->tiedThresholds == best);
            QCOMPARE(split->threshold, best.front());
            QVERIFY(std::abs(split->weighted - least) <= 1e-13);
            QVERIFY(std::abs(split->gain - (curve.parent - split->weighted)) <= 1e-13);
            QVERIFY(
                split->division.left == divide(table.values, table.labels, classes, split->threshold).left);
        }
    }
}

void SplitTest::mirroredLabelsTieInPairs()
{
    // Read from either end the labels are the same, so every cut has a twin that is exactly as good
    // though its sums round differently.
    constexpr int half = 9;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Table table = randomTable(2 * half, 2, 3, seed);
        for (int i = 0; i < half; ++i) {
            table.values(i) = i - half + 0.5;
            table.values(2 * half - 1 - i) = -table.values(i);
            table.labels(2 * half - 1 - i) = table.labels(i);
        }
        for (const auto criterion : {Criterion::Gini, Criterion::Entropy, Criterion::Error}) {
            const auto split = bestSplit(table.values, table.labels, 3, criterion);
            std::vector<double> twins;
            for (const double threshold : split->tiedThresholds)
                twins.insert(twins.begin(), -threshold);
            QVERIFY(split->tiedThresholds == twins);
            QVERIFY(split->threshold <= 0);
        }
    }
}

void SplitTest::agreesWithScikitLearn()
{
    int compared = 0;
    for (const auto& line : tests::csvCells("tests/reference/tree_splits.csv")) {
        const auto data = tests::readDataset(
            line[0], {line[2]}, line[0] == "penguins" || line[0] == "iris" ? "species" : "");
        const auto split = bestSplit(data.x.col(0), data.labels, data.classes, criterionOf(line[1]));
        // Its thresholds are midpoints of single-precision values.
        const double threshold = std::stod(line[3]);
        QVERIFY(std::abs(split->threshold - threshold) <= 2e-7 * std::abs(threshold));
        QVERIFY(std::abs(split->weighted - std::stod(line[4])) <= 1e-12);
        ++compared;
    }
    QVERIFY(compared > 30);
}

void SplitTest::penguinFigures()
{
    const tests::Dataset data = penguins();
    const auto flipper = data.x.col(2);
    const auto at = [&](double threshold) { return divide(flipper, data.labels, 3, threshold); };
    const auto near = [](double value, double printed) { return std::abs(value - printed) <= 5e-4; };
    QVERIFY(near(at(195.5).weighted(Criterion::Gini), 0.427));
    QVERIFY(near(at(195.5).parentImpurity(Criterion::Gini), 0.636));
    QVERIFY(near(at(206.5).rightImpurity(Criterion::Gini), 0.104));
    QVERIFY(near(at(206.5).weighted(Criterion::Gini), 0.303));
    QVERIFY(near(at(206.5).gain(Criterion::Gini), 0.333));
    QVERIFY(at(230.5).gain(Criterion::Gini) < 0.01);
    QCOMPARE(at(230.5).rightImpurity(Criterion::Gini), 0.0);

    const BestSplits best = bestSplits(data.x, data.labels, 3, Criterion::Gini);
    QCOMPARE(best.best.value(), Eigen::Index(2));
    QCOMPARE(best.tiedFeatures.size(), std::size_t(1));
    QCOMPARE(best.ofFeature[2]->threshold, 206.5);
    QVERIFY(near(best.ofFeature[0]->weighted, 0.325));
    QVERIFY(near(best.ofFeature[1]->weighted, 0.342));
    QVERIFY(near(best.ofFeature[2]->weighted, 0.303));
    QVERIFY(near(best.ofFeature[3]->weighted, 0.386));
}

void SplitTest::penguinLeftNode()
{
    const tests::Dataset data = penguins();
    std::vector<Eigen::Index> left;
    for (Eigen::Index i = 0; i < data.x.rows(); ++i) {
        if (data.x(i, 2) <= 206.5)
            left.push_back(i);
    }
    const Eigen::MatrixXd x = data.x(left, Eigen::all);
    const Eigen::VectorXi labels = data.labels(left);
    QVERIFY(classCounts(labels, 3) == Eigen::Vector3d(149, 63, 1));
    const BestSplits best = bestSplits(x, labels, 3, Criterion::Gini);
    QCOMPARE(best.best.value(), Eigen::Index(0));
    QVERIFY(std::abs(best.ofFeature[0]->threshold - 43.35) <= 1e-9);
    QVERIFY(std::abs(best.ofFeature[0]->weighted - 0.089) <= 5e-4);
    QVERIFY(best.ofFeature[2]->weighted > 0.3);
}

void SplitTest::irisTieIsReported()
{
    const tests::Dataset data = tests::readDataset("iris");
    const BestSplits best = bestSplits(data.x, data.labels, 3, Criterion::Gini);
    QCOMPARE(best.best.value(), Eigen::Index(2));
    QVERIFY((best.tiedFeatures == std::vector<Eigen::Index>{2, 3}));
    QVERIFY(std::abs(best.ofFeature[2]->threshold - 2.45) <= 1e-12);
    QVERIFY(std::abs(best.ofFeature[3]->threshold - 0.8) <= 1e-12);
    QVERIFY(std::abs(best.ofFeature[2]->gain - 1.0 / 3) <= 1e-15);
    QCOMPARE(best.ofFeature[3]->gain, best.ofFeature[2]->gain);
}

void SplitTest::constantFeatureHasNoSplit()
{
    // -0 equals 0.
    const Eigen::VectorXd values{{0.0, -0.0, 0.0}};
    const Eigen::VectorXi labels{{0, 1, 0}};
    QVERIFY(!bestSplit(values, labels, 2, Criterion::Gini));
    QCOMPARE(thresholdCurve(values, labels, 2, Criterion::Gini).thresholds.size(), Eigen::Index(0));
    QVERIFY(!lowerMedianThreshold(values));
    QVERIFY(!bestSplit(values.head(0), labels.head(0), 2, Criterion::Gini));
}

void SplitTest::noFeatureCanSplit()
{
    const BestSplits best =
        bestSplits(Eigen::MatrixXd::Ones(3, 2), Eigen::VectorXi{{0, 1, 0}}, 2, Criterion::Gini);
    QVERIFY(!best.best);
    QVERIFY(best.tiedFeatures.empty());
    QCOMPARE(best.ofFeature.size(), std::size_t(2));
}

void SplitTest::neighbouringDoublesAreParted()
{
    const double next = std::nextafter(1.0, 2.0);
    QVERIFY(thresholdBetween(1, next) >= 1 && thresholdBetween(1, next) < next);
    const double odd = std::nextafter(next, 2.0);
    QVERIFY(thresholdBetween(next, odd) >= next && thresholdBetween(next, odd) < odd);
    const double huge = std::numeric_limits<double>::max();
    QCOMPARE(thresholdBetween(huge / 2, huge), huge * 0.75);
    QCOMPARE(thresholdBetween(-huge, huge), 0.0);
}

void SplitTest::lowerMedian_data()
{
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<double>("median");
    using V = QList<double>;
    QTest::newRow("one-midpoint") << V{1, 2} << 1.5;
    QTest::newRow("two-midpoints") << V{4, 1, 2, 2} << 1.5;
    QTest::newRow("three-midpoints") << V{8, 4, 2, 1} << 3.0;
    QTest::newRow("repeats-do-not-count") << V{1, 1, 1, 1, 2, 3, 4} << 2.5;
}

void SplitTest::lowerMedian()
{
    QFETCH(QList<double>, values);
    QFETCH(double, median);
    const Eigen::VectorXd column = Eigen::Map<const Eigen::VectorXd>(values.data(), values.size());
    QCOMPARE(lowerMedianThreshold(column).value(), median);
}

void SplitTest::shuffledLabelsStillGain()
{
    tests::Dataset data = penguins();
    Random random(1);
    random.shuffle(data.labels);
    const auto split = bestSplit(data.x.col(2), data.labels, 3, Criterion::Gini);
    QVERIFY(split->gain > 0);
    QVERIFY(split->gain < 0.05);
}

void SplitTest::reproducesTheRecipeTable()
{
    const Eigen::Index rows = 1'000'000;
    const Eigen::VectorXd values = tests::recipeNormals(rows, 1, 101).col(0);
    Random flips(102);
    Eigen::VectorXi labels(rows);
    for (Eigen::Index i = 0; i < rows; ++i) {
        const bool flip = static_cast<double>(flips.next() >> 38) * 0x1p-26 < 0.25;
        labels(i) = (values(i) > 0.25) != flip;
    }
    const auto split = bestSplit(values, labels, 2, Criterion::Gini);
    QVERIFY(std::abs(split->threshold - 0.2499999477) <= 1e-10);
    QVERIFY(std::abs(split->gain - 0.120823568) <= 1e-9);
}

void SplitTest::refusesBadInput()
{
    const Eigen::VectorXd values{{1, 2}};
    const Eigen::VectorXd holed{{1, std::numeric_limits<double>::infinity()}};
    const Eigen::VectorXi labels{{0, 1}};
    const auto gini = Criterion::Gini;
    QVERIFY_EXCEPTION_THROWN(bestSplit(values, labels.head(1), 2, gini), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(bestSplit(values, labels, 1, gini), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(bestSplit(holed, labels, 2, gini), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(thresholdCurve(holed, labels, 2, gini), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(lowerMedianThreshold(holed), std::invalid_argument);
}

void SplitTest::stopsWhenTold()
{
    int asked = 0;
    const tests::Dataset data = penguins();
    const BestSplits stopped =
        bestSplits(data.x, data.labels, 3, Criterion::Gini, [&] { return ++asked == 3; });
    QVERIFY(stopped.cancelled);
    QCOMPARE(asked, 3);
    QVERIFY(stopped.ofFeature.empty());
}

TANGENT_TEST(SplitTest)
#include "split_test.moc"
