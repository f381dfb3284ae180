// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/linear/least_squares.h"

#include "tests/algorithms/decompose/dataset.h"
#include "tests/algorithms/decompose/recipe_data.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>

using namespace tangent;
using namespace tangent::linear;

namespace {

Eigen::VectorXd target(const Eigen::MatrixXd& x, std::uint64_t seed)
{
    Eigen::VectorXd y =
        Eigen::VectorXd::Constant(x.rows(), 1.5) + 0.5 * tests::recipeNormals(x.rows(), 1, seed);
    for (Eigen::Index f = 0; f < x.cols(); ++f)
        y += x.col(f) * (static_cast<double>(5 * f % 7 - 3) / 4.0);
    return y;
}

double largest(const Eigen::MatrixXd& matrix)
{
    return matrix.size() == 0 ? 0 : matrix.cwiseAbs().maxCoeff();
}

void requireRefused(
    const Eigen::MatrixXd& x, const Eigen::VectorXd& y, const LeastSquaresOptions& options, const char* word)
{
    try {
        leastSquares(x, y, options);
        QFAIL("nothing was thrown");
    } catch (const std::invalid_argument& error) {
        QVERIFY2(QString(error.what()).contains(word), error.what());
    }
}

} // namespace

class LeastSquaresTest : public QObject {
    Q_OBJECT
private slots:
    void residualsAreAtRightAngles_data();
    void residualsAreAtRightAngles();
    void recoversAnExactFunction();
    void oldFaithful();
    void agreesWithScikitLearn();
    void dependentColumnsAreLeftOut();
    void interceptMakesAConstantColumnDependent();
    void fewerRowsThanColumns();
    void scaleDoesNotDecideTheRank();
    void survivesIllConditioning();
    void noColumns();
    void constantTarget();
    void reproducesTheRecipeTable();
    void refusesBadInput();
    void stopsWhenTold();
};

void LeastSquaresTest::residualsAreAtRightAngles_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<bool>("intercept");
    QTest::newRow("one-column") << 40 << 1 << true;
    QTest::newRow("several") << 200 << 7 << true;
    QTest::newRow("through-the-origin") << 200 << 7 << false;
    QTest::newRow("several-blocks") << 1000 << 5 << true;
    QTest::newRow("barely-enough-rows") << 6 << 5 << true;
}

void LeastSquaresTest::residualsAreAtRightAngles()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(bool, intercept);
    Eigen::MatrixXd x = tests::recipeNormals(rows, columns, 3);
    x.col(0).array() += 20;
    const Eigen::VectorXd y = target(x, 4);
    const LeastSquares fit = leastSquares(x, y, {.intercept = intercept});
    QCOMPARE(fit.rank, Eigen::Index(columns));
    QVERIFY(fit.fullRank());

    const Eigen::VectorXd residuals = y - fit.predict(x);
    QVERIFY(largest(x.transpose() * residuals) <= 1e-9 * rows);
    if (intercept)
        QVERIFY(std::abs(residuals.sum()) <= 1e-9 * rows);
    else
        QCOMPARE(fit.intercept, 0.0);
    const double about = intercept ? y.mean() : 0;
    const double total = (y.array() - about).square().sum();
    QVERIFY(std::abs(fit.residualSum - residuals.squaredNorm()) <= 1e-10);
    QVERIFY(std::abs(fit.totalSum - total) <= 1e-10 * total);
    QVERIFY(std::abs(fit.rSquared() - (1 - residuals.squaredNorm() / total)) <= 1e-12);
}

void LeastSquaresTest::recoversAnExactFunction()
{
    const Eigen::MatrixXd x = tests::recipeNormals(30, 3, 8);
    const Eigen::Vector3d truth(2, -0.5, 7);
    const Eigen::VectorXd y = (x * truth).array() - 4;
    const LeastSquares fit = leastSquares(x, y);
    QVERIFY(largest(fit.coefficients - truth) <= 1e-12);
    QVERIFY(std::abs(fit.intercept + 4) <= 1e-12);
    QVERIFY(std::abs(fit.rSquared() - 1) <= 1e-14);
}

void LeastSquaresTest::oldFaithful()
{
    const Eigen::MatrixXd data = tests::readDataset("faithful", {"eruption", "waiting"}).x;
    const LeastSquares fit = leastSquares(data.leftCols(1), data.col(1));
    QVERIFY(std::abs(fit.intercept - 33.474) <= 5e-4);
    QVERIFY(std::abs(fit.coefficients(0) - 10.7296) <= 5e-5);
}

void LeastSquaresTest::agreesWithScikitLearn()
{
    const std::map<std::string, std::vector<std::string>> columns{{"faithful", {"eruption", "waiting"}},
        {"penguins", {"bill-length", "bill-depth", "flipper-length", "body-mass"}},
        {"wine", {"malic-acid", "ash", "magnesium", "flavanoids", "hue", "proline", "alcohol"}}};
    int compared = 0;
    for (const auto& line : tests::csvCells("tests/reference/linear_least_squares.csv")) {
        const Eigen::MatrixXd data = tests::readDataset(line[0], columns.at(line[0])).x;
        const LeastSquares fit = leastSquares(data.leftCols(data.cols() - 1), data.rightCols(1).col(0));
        const auto close = [](double value, double reference) {
            return std::abs(value - reference) <= 1e-9 * std::max(1.0, std::abs(reference));
        };
        QVERIFY(close(fit.rSquared(), std::stod(line[1])));
        QVERIFY(close(fit.intercept, std::stod(line[2])));
        for (Eigen::Index j = 0; j < fit.coefficients.size(); ++j)
            QVERIFY(close(fit.coefficients(j), std::stod(line[static_cast<std::size_t>(j) + 3])));
        ++compared;
    }
    QCOMPARE(compared, 3);
}

void LeastSquaresTest::dependentColumnsAreLeftOut()
{
    Eigen::MatrixXd x = tests::recipeNormals(500, 5, 6);
    x.col(2) = 3 * x.col(0) - x.col(1);
    x.col(4).setConstant(0.1);
    const Eigen::VectorXd y = target(x, 7);
    const LeastSquares fit = leastSquares(x, y);
    QCOMPARE(fit.rank, Eigen::Index(3));
    QVERIFY((fit.dependent == std::vector<Eigen::Index>{2, 4}));
    QVERIFY(!fit.fullRank());
    QCOMPARE(fit.coefficients(2), 0.0);
    QCOMPARE(fit.coefficients(4), 0.0);
    // The fitted function is that of the other columns alone.
    Eigen::MatrixXd kept(500, 3);
    kept << x.col(0), x.col(1), x.col(3);
    const LeastSquares alone = leastSquares(kept, y);
    QVERIFY(largest(fit.predict(x) - alone.predict(kept)) <= 1e-10);
    QVERIFY(std::abs(fit.rSquared() - alone.rSquared()) <= 1e-12);
}

void LeastSquaresTest::interceptMakesAConstantColumnDependent()
{
    Eigen::MatrixXd x = tests::recipeNormals(20, 2, 6);
    x.col(1).setOnes();
    const Eigen::VectorXd y = target(x, 9);
    const LeastSquares withIntercept = leastSquares(x, y);
    const LeastSquares without = leastSquares(x, y, {.intercept = false});
    QCOMPARE(withIntercept.rank, Eigen::Index(1));
    QCOMPARE(without.rank, Eigen::Index(2));
    QVERIFY(std::abs(withIntercept.intercept - without.coefficients(1)) <= 1e-12);
    QVERIFY(std::abs(withIntercept.coefficients(0) - without.coefficients(0)) <= 1e-12);
}

void LeastSquaresTest::fewerRowsThanColumns()
{
    const Eigen::MatrixXd x = tests::recipeNormals(4, 9, 2);
    const LeastSquares fit = leastSquares(x, target(x, 3));
    QCOMPARE(fit.rank, Eigen::Index(3));
    QVERIFY(fit.residualSum <= 1e-20);
    QCOMPARE(fit.coefficients.tail(6).norm(), 0.0);
    const LeastSquares single = leastSquares(x.topRows(1), Eigen::VectorXd::Constant(1, 5));
    QCOMPARE(single.rank, Eigen::Index(0));
    QCOMPARE(single.intercept, 5.0);
}

void LeastSquaresTest::scaleDoesNotDecideTheRank()
{
    Eigen::MatrixXd x = tests::recipeNormals(100, 3, 5);
    const Eigen::VectorXd y = target(x, 6);
    const LeastSquares plain = leastSquares(x, y);
    x.col(0) *= 1e-12;
    x.col(2) *= 1e12;
    const LeastSquares scaled = leastSquares(x, y);
    QCOMPARE(scaled.rank, Eigen::Index(3));
    QVERIFY(std::abs(scaled.coefficients(0) * 1e-12 - plain.coefficients(0)) <= 1e-12);
    QVERIFY(std::abs(scaled.coefficients(2) * 1e12 - plain.coefficients(2)) <= 1e-12);
}

void LeastSquaresTest::survivesIllConditioning()
{
    // Two columns a ten-millionth apart: squaring the condition number would leave no digit.
    Eigen::MatrixXd x = tests::recipeNormals(300, 2, 5);
    x.col(1) = x.col(0) + 1e-7 * x.col(1);
    const Eigen::VectorXd y = x.col(0) + 2 * x.col(1);
    const LeastSquares fit = leastSquares(x, y);
    QCOMPARE(fit.rank, Eigen::Index(2));
    QVERIFY(std::abs(fit.coefficients(0) - 1) <= 1e-6);
    QVERIFY(std::abs(fit.coefficients(1) - 2) <= 1e-6);
}

void LeastSquaresTest::noColumns()
{
    const Eigen::VectorXd y{{1, 2, 6}};
    const LeastSquares fit = leastSquares(Eigen::MatrixXd(3, 0), y);
    QCOMPARE(fit.intercept, 3.0);
    QCOMPARE(fit.rSquared(), 0.0);
    QVERIFY(fit.predict(Eigen::MatrixXd(2, 0)) == Eigen::Vector2d(3, 3));
}

void LeastSquaresTest::constantTarget()
{
    const LeastSquares fit = leastSquares(tests::recipeNormals(50, 2, 1), Eigen::VectorXd::Constant(50, 0.1));
    QCOMPARE(fit.intercept, 0.1);
    QCOMPARE(fit.residualSum, 0.0);
    QVERIFY(std::isnan(fit.rSquared()));
}

void LeastSquaresTest::reproducesTheRecipeTable()
{
    const Eigen::MatrixXd x = tests::recipeNormals(100'000, 16, 81);
    const LeastSquares fit = leastSquares(x, target(x, 82));
    QVERIFY(std::abs(fit.rSquared() - 0.9456052512) <= 1e-10);
}

void LeastSquaresTest::refusesBadInput()
{
    const Eigen::MatrixXd x = tests::recipeNormals(5, 2, 1);
    const Eigen::VectorXd y = x.col(0);
    requireRefused(x, y.head(4), {}, "y");
    requireRefused(x.topRows(0), y.head(0), {}, "rows");
    requireRefused(x, y, {.rankTolerance = 0}, "rankTolerance");
    requireRefused(x, y, {.rankTolerance = 1}, "rankTolerance");
    Eigen::MatrixXd holed = x;
    holed(1, 1) = std::numeric_limits<double>::infinity();
    requireRefused(holed, y, {}, "finite");
    requireRefused(x, holed.col(1), {}, "finite");
    holed(1, 1) = 1e200;
    requireRefused(holed, y, {}, "too large");
    requireRefused(x, holed.col(1), {}, "too large");
    QVERIFY_EXCEPTION_THROWN(leastSquares(x, y).predict(x.leftCols(1)), std::invalid_argument);
}

void LeastSquaresTest::stopsWhenTold()
{
    const Eigen::MatrixXd x = tests::recipeNormals(2000, 2, 1);
    int asked = 0;
    QVERIFY(leastSquares(x, x.col(0), {}, [&] { return ++asked == 2; }).cancelled);
    QCOMPARE(asked, 2);
}

TANGENT_TEST(LeastSquaresTest)
#include "least_squares_test.moc"
