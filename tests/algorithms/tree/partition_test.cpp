// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/tree/partition.h"

#include "tests/algorithms/decompose/dataset.h"
#include "tests/support/test_program.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

using namespace tangent;
using namespace tangent::tree;

namespace {

tests::Dataset penguins()
{
    return tests::readDataset(
        "penguins", {"bill-length", "bill-depth", "flipper-length", "body-mass"}, "species");
}

Partition grow(const std::vector<TakenSplit>& splits)
{
    const tests::Dataset data = penguins();
    return growBySplits(data.x, data.labels, data.classes, splits);
}

QStringList names(const Partition& partition)
{
    QStringList list;
    for (const Node& node : partition.nodes)
        list << QString::fromStdString(node.name);
    return list;
}

} // namespace

class PartitionTest : public QObject {
    Q_OBJECT
private slots:
    void penguinTree();
    void orderOfTheListDoesNotMatter();
    void childrenShareTheParentsRows();
    void refusals_data();
    void refusals();
    void firstSplitOfANodeHolds();
    void refusesBadTables();
};

void PartitionTest::penguinTree()
{
    const Partition tree = grow({{"root", 2, 206.5}, {"L", 0, 43.35}});
    QVERIFY(tree.refused.empty());
    QCOMPARE(names(tree), QStringList({"root", "L", "R", "LL", "LR"}));
    QVERIFY(tree.find("L")->counts == Eigen::Vector3d(149, 63, 1));
    QCOMPARE(tree.find("L")->split.value(), std::size_t(1));
    QVERIFY(!tree.find("R")->split);
    QCOMPARE(tree.find("RR"), nullptr);
}

void PartitionTest::orderOfTheListDoesNotMatter()
{
    const Partition forward = grow({{"root", 2, 206.5}, {"L", 0, 43.35}, {"LR", 3, 4000}});
    const Partition backward = grow({{"LR", 3, 4000}, {"L", 0, 43.35}, {"root", 2, 206.5}});
    QVERIFY(backward.refused.empty());
    QCOMPARE(names(forward), names(backward));
    for (std::size_t i = 0; i < forward.nodes.size(); ++i)
        QVERIFY(forward.nodes[i].rows == backward.nodes[i].rows);
    QCOMPARE(backward.find("LR")->split.value(), std::size_t(0));
}

void PartitionTest::childrenShareTheParentsRows()
{
    const tests::Dataset data = penguins();
    const std::vector<TakenSplit> splits{{"root", 2, 206.5}, {"L", 0, 43.35}, {"R", 3, 5000}};
    const Partition tree = growBySplits(data.x, data.labels, data.classes, splits);
    QCOMPARE(Eigen::Index(tree.nodes.front().rows.size()), data.x.rows());
    for (const Node& node : tree.nodes) {
        QVERIFY(std::is_sorted(node.rows.begin(), node.rows.end()));
        Eigen::Vector3d counted = Eigen::Vector3d::Zero();
        for (const Eigen::Index row : node.rows)
            counted(data.labels(row)) += 1;
        QVERIFY(node.counts == counted);
        if (!node.split)
            continue;
        const TakenSplit& split = splits[*node.split];
        const std::string stem = node.name == "root" ? "" : node.name;
        const Node* left = tree.find(stem + "L");
        const Node* right = tree.find(stem + "R");
        QVERIFY(node.counts == left->counts + right->counts);
        for (const Eigen::Index row : left->rows)
            QVERIFY(data.x(row, split.feature) <= split.threshold);
        for (const Eigen::Index row : right->rows)
            QVERIFY(data.x(row, split.feature) > split.threshold);
    }
}

void PartitionTest::refusals_data()
{
    QTest::addColumn<QString>("node");
    QTest::addColumn<int>("feature");
    QTest::addColumn<double>("threshold");
    QTest::addColumn<int>("fault");
    const auto row = [](const char* tag, const char* node, int feature, double threshold, SplitFault fault) {
        QTest::newRow(tag) << QString(node) << feature << threshold << int(fault);
    };
    row("empty-name", "", 0, 43, SplitFault::BadName);
    row("other-letters", "LXL", 0, 43, SplitFault::BadName);
    row("root-and-letter", "rootL", 0, 43, SplitFault::BadName);
    row("no-such-node", "RL", 0, 43, SplitFault::NoSuchNode);
    row("negative-feature", "L", -1, 43, SplitFault::NoSuchFeature);
    row("feature-too-large", "L", 4, 43, SplitFault::NoSuchFeature);
    row("not-a-number", "L", 0, std::numeric_limits<double>::quiet_NaN(), SplitFault::NotFinite);
    row("infinite", "L", 0, std::numeric_limits<double>::infinity(), SplitFault::NotFinite);
    row("all-right", "L", 0, 1, SplitFault::EmptySide);
    row("all-left", "L", 2, 206.5, SplitFault::EmptySide);
}

void PartitionTest::refusals()
{
    QFETCH(QString, node);
    QFETCH(int, feature);
    QFETCH(double, threshold);
    QFETCH(int, fault);
    const Partition tree = grow({{"root", 2, 206.5}, {node.toStdString(), feature, threshold}});
    QCOMPARE(names(tree), QStringList({"root", "L", "R"}));
    QCOMPARE(tree.refused.size(), std::size_t(1));
    QCOMPARE(tree.refused[0].position, std::size_t(1));
    QCOMPARE(int(tree.refused[0].fault), fault);
}

void PartitionTest::firstSplitOfANodeHolds()
{
    const Partition tree = grow({{"root", 2, 206.5}, {"L", 0, -1}, {"root", 0, 40}, {"LL", 0, 40}});
    QCOMPARE(names(tree), QStringList({"root", "L", "R"}));
    QCOMPARE(tree.nodes[0].split.value(), std::size_t(0));
    QCOMPARE(tree.refused.size(), std::size_t(3));
    QCOMPARE(tree.refused[0].position, std::size_t(1));
    QVERIFY(tree.refused[0].fault == SplitFault::EmptySide);
    QVERIFY(tree.refused[1].fault == SplitFault::AlreadySplit);
    // The node below a refused split does not exist.
    QVERIFY(tree.refused[2].fault == SplitFault::NoSuchNode);
}

void PartitionTest::refusesBadTables()
{
    const tests::Dataset data = penguins();
    QVERIFY_EXCEPTION_THROWN(growBySplits(data.x, data.labels.head(5), 3, {}), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(growBySplits(data.x, data.labels, 2, {}), std::invalid_argument);
    Eigen::MatrixXd holed = data.x;
    holed(3, 3) = std::numeric_limits<double>::quiet_NaN();
    QVERIFY_EXCEPTION_THROWN(growBySplits(holed, data.labels, 3, {}), std::invalid_argument);
}

TANGENT_TEST(PartitionTest)
#include "partition_test.moc"
