// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/tree/sorted_column.h"

#include "tests/algorithms/decompose/recipe_data.h"
#include "tests/support/test_program.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>
#include <vector>

using namespace tangent;
using namespace tangent::tree;

class SortedColumnTest : public QObject {
    Q_OBJECT
private slots:
    void sortsLikeTheStandardLibrary_data();
    void sortsLikeTheStandardLibrary();
};

void SortedColumnTest::sortsLikeTheStandardLibrary_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("kind");
    // Kinds: 0 normal, 1 few distinct, 2 many within a hair of 1, 3 all magnitudes and both signs,
    // 4 constant, 5 one far outlier, 6 whole numbers.
    const char* kinds[] = {"normal", "few", "hair", "magnitudes", "constant", "outlier", "whole"};
    for (const int rows : {0, 1, 2, 300, 5000}) {
        for (int kind = 0; kind < 7; ++kind)
            QTest::addRow("%s-%d", kinds[kind], rows) << rows << kind;
    }
}

void SortedColumnTest::sortsLikeTheStandardLibrary()
{
    QFETCH(int, rows);
    QFETCH(int, kind);
    tests::RecipeNormal normal(static_cast<std::uint64_t>(rows + 10 * kind));
    Random random(99);
    Eigen::VectorXd values(rows);
    Eigen::VectorXi labels(rows);
    for (int i = 0; i < rows; ++i) {
        const double z = normal.next();
        const std::function<double()> make[] = {[&] { return z; }, [&] { return std::floor(z); },
            [&] { return 1 + z * 1e-15; }, [&] { return z * std::pow(10.0, 200 * normal.next() / 3); },
            [&] { return -0.1; }, [&] { return i == 7 ? 1e300 : z * 1e-9; },
            [&] { return std::round(1000 * z); }};
        values(i) = make[kind]();
        labels(i) = static_cast<int>(random.below(3));
    }
    const SortedColumn sorted = sortColumn(values, labels);
    std::vector<std::pair<double, int>> expected, found;
    for (int i = 0; i < rows; ++i) {
        const auto at = static_cast<std::size_t>(i);
        expected.emplace_back(values(i), labels(i));
        found.emplace_back(sorted.values[at], sorted.labels[at]);
    }
    QVERIFY(std::is_sorted(sorted.values.begin(), sorted.values.end()));
    // The same pairs; within equal values their order is open.
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    QVERIFY(found == expected);
}

TANGENT_TEST(SortedColumnTest)
#include "sorted_column_test.moc"
