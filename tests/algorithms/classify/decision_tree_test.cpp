// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/classify/decision_tree.h"

#include "tests/algorithms/evaluate/test_data.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <set>
#include <stdexcept>

using namespace tangent::classify;
using tangent::Random;
using tangent::tests::near;

namespace {

using Rows = std::vector<Eigen::Index>;

/// Rows times Gini impurity.
double impurity(const Eigen::VectorXi& y, const Rows& rows, int classes)
{
    Eigen::VectorXd counts = Eigen::VectorXd::Zero(classes);
    for (const Eigen::Index row : rows)
        counts(y(row)) += 1;
    const auto n = static_cast<double>(rows.size());
    return rows.empty() ? 0 : n - counts.squaredNorm() / n;
}

struct Best {
    int column = -1;
    double threshold = 0;
    double left = 1e300; // impurity left over
};

/// From the definition: every midpoint of every column in order, the first of the best.
Best bestByHand(const Eigen::MatrixXd& x, const Eigen::VectorXi& y, const Rows& rows, int classes,
    std::size_t minLeafRows)
{
    Best best;
    for (int c = 0; c < x.cols(); ++c) {
        std::set<double> values;
        for (const Eigen::Index row : rows)
            values.insert(x(row, c));
        for (auto value = values.begin(); value != values.end() && std::next(value) != values.end();
             ++value) {
            const double threshold = (*value + *std::next(value)) / 2;
            Rows left;
            Rows right;
            for (const Eigen::Index row : rows)
                (x(row, c) <= threshold ? left : right).push_back(row);
            const double total = impurity(y, left, classes) + impurity(y, right, classes);
            if (left.size() >= minLeafRows && right.size() >= minLeafRows && total < best.left - 1e-9)
                best = {c, threshold, total};
        }
    }
    return best;
}

} // namespace

class DecisionTreeTest : public QObject {
    Q_OBJECT

private slots:
    void everySplitIsTheBestOfItsNode_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("values");
        QTest::addColumn<int>("classes");
        QTest::addColumn<int>("minLeafRows");
        QTest::newRow("many equal values") << 200 << 4 << 2 << 1;
        QTest::newRow("three classes") << 200 << 30 << 3 << 5;
        QTest::newRow("large leaves") << 100 << 1000 << 2 << 20;
        QTest::newRow("few rows") << 9 << 5 << 2 << 1;
    }

    void everySplitIsTheBestOfItsNode()
    {
        QFETCH(int, rows);
        QFETCH(int, values);
        QFETCH(int, classes);
        QFETCH(int, minLeafRows);
        Random random(3);
        Eigen::MatrixXd x(rows, 3);
        for (double& value : x.reshaped())
            value = static_cast<double>(random.below(static_cast<std::uint64_t>(values)));
        Eigen::VectorXi y(rows);
        for (int i = 0; i < rows; ++i)
            y(i) = x(i, 1) > values / 2.0 && random.uniform() < 0.8
                ? 1
                : static_cast<int>(random.below(static_cast<std::uint64_t>(classes)));
        const DecisionTree tree(x, y, classes, {4, minLeafRows});
        QVERIFY(tree.nodes().size() > 1);
        std::vector<Rows> members(tree.nodes().size());
        std::vector<int> depth(tree.nodes().size());
        for (int i = 0; i < rows; ++i)
            members[0].push_back(i);
        const Eigen::MatrixXd shares = tree.probabilities(x);
        for (std::size_t n = 0; n < tree.nodes().size(); ++n) {
            const DecisionTree::Node& node = tree.nodes()[n];
            QCOMPARE(node.rows, static_cast<Eigen::Index>(members[n].size()));
            const bool pure = impurity(y, members[n], classes) == 0;
            const Best best = bestByHand(x, y, members[n], classes, static_cast<std::size_t>(minLeafRows));
            if (node.left < 0) {
                QVERIFY(pure || depth[n] == 4 || best.column < 0);
                for (const Eigen::Index row : members[n]) {
                    double equal = 0;
                    for (const Eigen::Index other : members[n])
                        equal += y(other) == y(row) ? 1 : 0;
                    QVERIFY(near(shares(row, y(row)), equal / static_cast<double>(members[n].size()), 1e-15));
                }
                continue;
            }
            QVERIFY(!pure);
            QCOMPARE(node.column, best.column);
            QCOMPARE(node.threshold, best.threshold);
            depth[node.left] = depth[node.right] = depth[n] + 1;
            for (const Eigen::Index row : members[n])
                members[x(row, node.column) <= node.threshold ? node.left : node.right].push_back(row);
        }
    }

    void agreesWithScikitLearn()
    {
        const QJsonArray trees = tangent::tests::reference("classify_models.json", "tree").toArray();
        QCOMPARE(trees.size(), 6);
        for (const QJsonValue& entry : trees) {
            const auto table = tangent::tests::builtIn(entry["name"].toString());
            const DecisionTree tree(table.x, table.y, static_cast<int>(table.labels.size()),
                {entry["depth"].toInt(), entry["leaf"].toInt()});
            const Eigen::MatrixXd shares = tree.probabilities(table.x);
            QCOMPARE(tree.leaves(), entry["leaves"].toInt());
            QVERIFY(near(1 - shares.rowwise().squaredNorm().mean(), entry["impurity"].toDouble(), 1e-12));
        }
    }

    void tenThousandRows()
    {
        const Eigen::MatrixXd x = tangent::tests::bellValues(10000, 10, 91);
        Random flip(92);
        Eigen::VectorXi y(10000);
        for (Eigen::Index i = 0; i < 10000; ++i) {
            const bool flipped = static_cast<double>(flip.next() >> 38) * 0x1p-26 < 0.125;
            y(i) = (x(i, 0) > 0) != ((x(i, 1) + x(i, 2) > 0.5) != flipped) ? 1 : 0;
        }
        const DecisionTree tree(x, y, 2, {8, 1});
        QCOMPARE(tree.leaves(), 196);
        QCOMPARE((likeliestClasses(tree.probabilities(x)).array() == y.array()).count(), 8812);
    }

    void exclusiveOrNeedsASplitWithoutGain()
    {
        Eigen::MatrixXd x(4, 2);
        x << 0, 0, 0, 1, 1, 0, 1, 1;
        const Eigen::Vector4i y(0, 1, 1, 0);
        const DecisionTree tree(x, y, 2, {2, 1});
        QVERIFY(likeliestClasses(tree.probabilities(x)) == y);
        QCOMPARE(tree.nodes()[0].column, 0); // equal drops: the first column
        QCOMPARE(tree.nodes()[0].threshold, 0.5);
    }

    void equalDropsGoToTheLowerThreshold()
    {
        const DecisionTree tree(Eigen::Vector4d(1, 2, 3, 4), Eigen::Vector4i(0, 1, 1, 0), 2, {1, 1});
        QCOMPARE(tree.nodes()[0].threshold, 1.5);
    }

    void thresholdSeparatesNeighbouringDoubles()
    {
        const double below = std::nextafter(1.0, 2.0); // odd, so that the midpoint rounds up
        const Eigen::Vector2d x(below, std::nextafter(below, 2.0));
        const DecisionTree tree(x, Eigen::Vector2i(0, 1), 2, {1, 1});
        QVERIFY(likeliestClasses(tree.probabilities(x)) == Eigen::Vector2i(0, 1));
    }

    void leavesKeepTheirRows()
    {
        const Eigen::VectorXd ramp = Eigen::VectorXd::LinSpaced(20, 0, 19);
        Eigen::VectorXi y = Eigen::VectorXi::Zero(20);
        y.tail(3).setOnes();
        QCOMPARE(DecisionTree(ramp, y, 2, {1, 3}).nodes()[0].threshold, 16.5);
        QCOMPARE(DecisionTree(ramp, y, 2, {1, 5}).nodes()[0].threshold, 14.5);
        QCOMPARE(DecisionTree(-ramp, y, 2, {1, 5}).nodes()[0].threshold, -14.5);
    }

    void leavesThatCannotSplit()
    {
        const Eigen::MatrixXd same = Eigen::MatrixXd::Ones(20, 2);
        Eigen::VectorXi y = Eigen::VectorXi::Zero(20);
        y.tail(5).setOnes();
        const DecisionTree constant(same, y, 2);
        QCOMPARE(constant.leaves(), 1);
        QVERIFY(constant.probabilities(same).row(0) == Eigen::RowVector2d(0.75, 0.25));
        const Eigen::VectorXd ramp = Eigen::VectorXd::LinSpaced(20, 0, 1);
        QCOMPARE(DecisionTree(ramp, y, 2, {0, 1}).leaves(), 1);
        QCOMPARE(DecisionTree(ramp, y, 2, {5, 11}).leaves(), 1);
        QCOMPARE(DecisionTree(ramp, Eigen::VectorXi::Zero(20), 2).leaves(), 1);
        QCOMPARE(DecisionTree(ramp, y, 2, {}, [] { return true; }).leaves(), 1);
    }

    void badOptionsAreNamed()
    {
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, (TreeOptions{-1, 1}.check()));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, (TreeOptions{61, 1}.check()));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, (TreeOptions{5, 0}.check()));
    }
};

TANGENT_TEST(DecisionTreeTest)
#include "decision_tree_test.moc"
