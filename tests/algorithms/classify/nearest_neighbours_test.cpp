// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/classify/nearest_neighbours.h"

#include "tests/algorithms/evaluate/test_data.h"
#include "tests/support/test_program.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

using namespace tangent::classify;
using tangent::Random;

namespace {

/// Whole numbers 0…values - 1, so that distances are exact and often equal.
Eigen::MatrixXd grid(Eigen::Index rows, Eigen::Index columns, std::uint64_t values, std::uint64_t seed)
{
    Random random(seed);
    Eigen::MatrixXd x(rows, columns);
    for (double& value : x.reshaped())
        value = static_cast<double>(random.below(values));
    return x;
}

Eigen::VectorXi labels(Eigen::Index rows, int classes, std::uint64_t seed)
{
    Random random(seed);
    Eigen::VectorXi y(rows);
    for (int& label : y)
        label = static_cast<int>(random.below(static_cast<std::uint64_t>(classes)));
    return y;
}

/// From the definition: all distances, sorted with the row number.
std::vector<Neighbour> nearestByHand(const Eigen::MatrixXd& x, const Eigen::VectorXd& query,
    const Eigen::VectorXd& weights, std::size_t count, Eigen::Index except)
{
    std::vector<Neighbour> all;
    for (Eigen::Index i = 0; i < x.rows(); ++i)
        if (i != except)
            all.push_back({((x.row(i).transpose() - query).array().square() * weights.array()).sum(), i});
    std::sort(all.begin(), all.end());
    all.resize(std::min(count, all.size()));
    return all;
}

} // namespace

class NearestNeighboursTest : public QObject {
    Q_OBJECT

private slots:
    void searchFindsWhatBruteForceFinds_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("values");
        QTest::addColumn<int>("count");
        QTest::newRow("one row") << 1 << 2 << 5 << 3;
        QTest::newRow("one leaf") << 20 << 2 << 9 << 3;
        QTest::newRow("all rows equal") << 200 << 3 << 1 << 7;
        QTest::newRow("two values") << 500 << 1 << 2 << 10;
        QTest::newRow("coarse grid") << 2000 << 2 << 12 << 5;
        QTest::newRow("fine grid") << 3000 << 2 << 100000 << 5;
        QTest::newRow("many columns") << 1000 << 12 << 4 << 9;
        QTest::newRow("count of all rows") << 150 << 2 << 20 << 150;
    }

    void searchFindsWhatBruteForceFinds()
    {
        QFETCH(int, rows);
        QFETCH(int, columns);
        QFETCH(int, values);
        QFETCH(int, count);
        const Eigen::MatrixXd x = grid(rows, columns, static_cast<std::uint64_t>(values), 2);
        const NeighbourSearch search(x, Eigen::VectorXd::Ones(columns));
        const Eigen::MatrixXd queries = grid(100, columns, static_cast<std::uint64_t>(values), 3);
        Random random(4);
        std::vector<Neighbour> found;
        for (Eigen::Index q = 0; q < queries.rows(); ++q) {
            Eigen::VectorXd weights(columns); // other weights than those the tree was cut by
            for (double& weight : weights)
                weight = static_cast<double>(random.below(4));
            const Eigen::Index except =
                static_cast<Eigen::Index>(random.below(static_cast<std::uint64_t>(rows)));
            search.nearest(queries.row(q).transpose(), weights, count, except, found);
            const auto expected = nearestByHand(
                x, queries.row(q).transpose(), weights, static_cast<std::size_t>(count), except);
            QCOMPARE(found.size(), expected.size());
            for (std::size_t i = 0; i < found.size(); ++i) {
                QCOMPARE(found[i].row, expected[i].row);
                QCOMPARE(found[i].squaredDistance, expected[i].squaredDistance);
            }
        }
    }

    void votesAgreeWithScikitLearn()
    {
        for (const QJsonValue& entry :
            tangent::tests::reference("classify_models.json", "neighbours").toArray()) {
            const auto table = tangent::tests::builtIn(entry["name"].toString());
            const Eigen::Index rows = table.x.rows();
            const auto even = Eigen::seq(0, rows - 1, 2);
            const auto odd = Eigen::seq(1, rows - 1, 2);
            const NearestNeighbours model(table.x(even, Eigen::all), table.y(even),
                static_cast<int>(table.labels.size()), entry["k"].toInt());
            const Eigen::MatrixXd expected = tangent::tests::toMatrix(entry["probabilities"]);
            const Eigen::MatrixXd shares = model.probabilities(table.x(odd, Eigen::all));
            QVERIFY((shares - expected).cwiseAbs().maxCoeff() < 1e-14);
        }
    }

    void queriesOfTwoAndSixteenColumns_data()
    {
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("labelSum");
        QTest::newRow("2-D") << 2 << 2979;
        QTest::newRow("16-D") << 16 << 2919;
    }

    void queriesOfTwoAndSixteenColumns()
    {
        QFETCH(int, columns);
        QFETCH(int, labelSum);
        const std::uint64_t seed = columns == 2 ? 21 : 22;
        Random random(seed + 1);
        Eigen::MatrixXd centres(4, columns);
        for (Eigen::Index k = 0; k < 4; ++k)
            for (Eigen::Index f = 0; f < columns; ++f)
                centres(k, f) = std::floor(static_cast<double>(random.next() >> 38) * 0x1p-26 * 1024) / 256
                    * (columns > 2 ? 0.375 : 2);
        const auto blobs = [&](Eigen::Index rows, std::uint64_t bellSeed) {
            Eigen::MatrixXd x = tangent::tests::bellValues(rows, columns, bellSeed);
            for (Eigen::Index i = 0; i < rows; ++i)
                x.row(i) += centres.row(i % 4);
            return x;
        };
        Eigen::VectorXi y(10000);
        for (int i = 0; i < 10000; ++i)
            y(i) = i % 4;
        const NearestNeighbours model(blobs(10000, seed), y, 4, 7);
        QCOMPARE(likeliestClasses(model.probabilities(blobs(2000, seed + 1000))).sum(), labelSum);
    }

    void tiedVoteGoesToTheFirstClass()
    {
        const Eigen::Vector4d x(0, 1, 2, 3);
        const NearestNeighbours model(x, Eigen::Vector4i(2, 1, 1, 2), 3, 4);
        const Eigen::MatrixXd shares = model.probabilities(Eigen::MatrixXd::Constant(1, 1, 1.2));
        QVERIFY(shares == Eigen::RowVector3d(0, 0.5, 0.5));
        QCOMPARE(likeliestClasses(shares)(0), 1);
    }

    void fewerRowsThanNeighboursAllVote()
    {
        const NearestNeighbours model(Eigen::Vector3d(0, 1, 2), Eigen::Vector3i(0, 1, 1), 2, 10);
        QVERIFY(
            model.probabilities(Eigen::MatrixXd::Zero(1, 1)).isApprox(Eigen::RowVector2d(1, 2) / 3, 1e-15));
    }

    void leaveOneOutIsFitWithoutTheRow_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::addColumn<bool>("standardise");
        QTest::newRow("raw, ties") << 150 << 2 << false;
        QTest::newRow("standardised") << 150 << 3 << true;
        QTest::newRow("two rows") << 2 << 2 << true;
    }

    void leaveOneOutIsFitWithoutTheRow()
    {
        QFETCH(int, rows);
        QFETCH(int, columns);
        QFETCH(bool, standardise);
        Eigen::MatrixXd x = grid(rows, columns, 8, 7);
        if (standardise)
            x += 0.1 * tangent::tests::bellValues(rows, columns, 5); // no ties that rounding could turn
        x.col(0) *= 100;
        x(rows - 1, 1) += 1e10; // a row that decides its column's deviation alone
        const Eigen::VectorXi y = labels(rows, 3, 8);
        const Eigen::MatrixXd shares = leaveOneOutVotes(x, y, 3, 5, standardise);
        for (Eigen::Index i = 0; i < rows; ++i) {
            std::vector<Eigen::Index> others;
            for (Eigen::Index j = 0; j < rows; ++j)
                if (j != i)
                    others.push_back(j);
            Eigen::MatrixXd seen = x(others, Eigen::all);
            Eigen::MatrixXd query = x.row(i);
            if (standardise) {
                for (int c = 0; c < columns; ++c) {
                    const double mean = seen.col(c).mean();
                    const double deviation = std::sqrt((seen.col(c).array() - mean).square().mean());
                    const double factor = deviation > 0 ? 1 / deviation : 0;
                    seen.col(c) = (seen.col(c).array() - mean) * factor;
                    query(0, c) = (query(0, c) - mean) * factor;
                }
            }
            const Eigen::VectorXi known = y(others);
            const NearestNeighbours model(seen, known, 3, 5);
            QVERIFY(shares.row(i) == model.probabilities(query));
        }
    }

    void columnConstantWithoutTheRowDoesNotCount()
    {
        Eigen::MatrixXd x(5, 2);
        x << 0, 0.1, 1, 0.1, 2, 0.1, 3, 0.1, 0.4, 7;
        Eigen::VectorXi y(5);
        y << 0, 1, 1, 1, 1;
        const Eigen::MatrixXd shares = leaveOneOutVotes(x, y, 2, 1, true);
        QCOMPARE(shares(4, 0), 1.0); // nearest by the first column alone: row 0
        QVERIFY(leaveOneOutVotes(Eigen::MatrixXd::Constant(4, 2, 0.1), y.head(4), 2, 1, true).allFinite());
    }

    void cancelledScoresNothing()
    {
        const Eigen::MatrixXd x = grid(300, 2, 50, 1);
        int asked = 0;
        QCOMPARE(leaveOneOutVotes(x, labels(300, 2, 1), 2, 5, false, [&] { return ++asked > 1; }).rows(), 0);
        QCOMPARE(asked, 2);
    }

    void badInputIsNamed()
    {
        const Eigen::MatrixXd x = grid(4, 2, 9, 1);
        const Eigen::VectorXi y = labels(4, 2, 1);
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, NearestNeighbours(x, y, 2, 0));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, NearestNeighbours(x, y, 1));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, NearestNeighbours(x, y.head(3), 2));
        QVERIFY_THROWS_EXCEPTION(
            std::invalid_argument, NearestNeighbours(x, Eigen::VectorXi::Constant(4, 2), 2));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, NearestNeighbours(x / 0.0, y, 2));
        QVERIFY_THROWS_EXCEPTION(
            std::invalid_argument, NearestNeighbours(x, y, 2).probabilities(x.leftCols(1)));
        QVERIFY_THROWS_EXCEPTION(
            std::invalid_argument, leaveOneOutVotes(x.topRows(1), y.head(1), 2, 5, false));
    }
};

TANGENT_TEST(NearestNeighboursTest)
#include "nearest_neighbours_test.moc"
