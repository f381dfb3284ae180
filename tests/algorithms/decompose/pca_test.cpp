// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/decompose/pca.h"

#include "tests/algorithms/decompose/dataset.h"
#include "tests/algorithms/decompose/recipe_data.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <limits>
#include <stdexcept>

using namespace tangent;
using namespace tangent::decompose;

namespace {

const std::vector<std::string> measurements{"bill-length", "bill-depth", "flipper-length", "body-mass"};

Eigen::MatrixXd twoBills()
{
    return tests::readDataset("penguins", {"bill-length", "flipper-length"}).x;
}

/// By the definition, entry by entry.
Eigen::MatrixXd plainCovariance(const Eigen::MatrixXd& x)
{
    const Eigen::MatrixXd centred = x.rowwise() - x.colwise().mean();
    return centred.transpose() * centred / static_cast<double>(x.rows() - 1);
}

double largestDifference(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b)
{
    return a.size() == 0 ? 0 : (a - b).cwiseAbs().maxCoeff();
}

void requireClose(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b, double tolerance)
{
    QCOMPARE(a.rows(), b.rows());
    QCOMPARE(a.cols(), b.cols());
    const double difference = largestDifference(a, b);
    QVERIFY2(difference <= tolerance, qPrintable(QString("difference %1").arg(difference)));
}

void requireRefused(const Eigen::MatrixXd& x, const PcaOptions& options, const char* word)
{
    try {
        pca(x, options);
        QFAIL("nothing was thrown");
    } catch (const std::invalid_argument& error) {
        QVERIFY2(QString(error.what()).contains(word), error.what());
    }
}

} // namespace

class PcaTest : public QObject {
    Q_OBJECT
private slots:
    void satisfiesTheDefiningIdentities_data();
    void satisfiesTheDefiningIdentities();
    void agreesWithScikitLearn_data();
    void agreesWithScikitLearn();
    void solversAgree_data();
    void solversAgree();
    void randomisedIsExactAtFullWidth();
    void seedDecidesTheRandomisedAnswer();
    void reconstructionLosesTheDroppedVariance_data();
    void reconstructionLosesTheDroppedVariance();
    void largestLoadingIsPositive();
    void tiedLoadingsTakeTheFirst();
    void constantColumnStaysZero();
    void tableWithoutVariance();
    void countsComponentsForAShare();
    void digitsNeedFewComponents();
    void equalVariancesAreNoticed();
    void roundCloudsRarelyLookParted();
    void reproducesTheRecipeTable();
    void refusesBadInput();
    void stopsWhenTold();
};

void PcaTest::satisfiesTheDefiningIdentities_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<bool>("standardise");
    QTest::newRow("tall") << 300 << 6 << false;
    QTest::newRow("tall-standardised") << 300 << 6 << true;
    QTest::newRow("more-than-one-block") << 1500 << 5 << false;
    QTest::newRow("square") << 8 << 8 << false;
    QTest::newRow("wide") << 7 << 20 << false;
    QTest::newRow("wide-standardised") << 7 << 20 << true;
    QTest::newRow("one-column") << 50 << 1 << false;
    QTest::newRow("two-rows") << 2 << 3 << false;
}

void PcaTest::satisfiesTheDefiningIdentities()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(bool, standardise);
    Eigen::MatrixXd x = tests::recipeFactors(rows, columns, 7);
    x.col(0).array() += 1000;
    const Pca fit = pca(x, {.standardise = standardise});
    QVERIFY(fit.converged);
    QCOMPARE(fit.components(), Eigen::Index(std::min(rows, columns)));

    const Eigen::MatrixXd covariance = plainCovariance(fit.scaling.apply(x));
    requireClose(covariance * fit.loadings, fit.loadings * fit.variances.asDiagonal(), 1e-9);
    requireClose(fit.loadings.transpose() * fit.loadings,
        Eigen::MatrixXd::Identity(fit.components(), fit.components()), 1e-12);
    QVERIFY(std::abs(fit.shares().sum() - 1) <= 1e-12);
    QVERIFY(std::abs(fit.totalVariance - covariance.trace()) <= 1e-9);
    for (Eigen::Index i = 1; i < fit.components(); ++i)
        QVERIFY(fit.variances(i) <= fit.variances(i - 1));

    // The scores have the variances and are uncorrelated.
    requireClose(plainCovariance(fit.scores(x)), Eigen::MatrixXd(fit.variances.asDiagonal()), 1e-9);
}

void PcaTest::agreesWithScikitLearn_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("standardise");
    QTest::newRow("penguins") << "penguins" << false;
    QTest::newRow("penguins-standardised") << "penguins" << true;
    QTest::newRow("wine") << "wine" << false;
    QTest::newRow("wine-standardised") << "wine" << true;
    QTest::newRow("breast-cancer-standardised") << "breast-cancer" << true;
}

void PcaTest::agreesWithScikitLearn()
{
    QFETCH(QString, name);
    QFETCH(bool, standardise);
    const auto data = name == "penguins" ? tests::readDataset("penguins", measurements)
                                         : tests::readDataset(name.toStdString());
    const Pca fit = pca(data.x, {.standardise = standardise});
    int compared = 0;
    for (const auto& line : tests::csvCells("tests/reference/decompose_pca.csv")) {
        if (line[0] != QTest::currentDataTag())
            continue;
        const Eigen::Index i = std::stoi(line[1]) - 1;
        QVERIFY(std::abs(fit.shares()(i) - std::stod(line[2])) <= 1e-10);
        for (Eigen::Index f = 0; f < data.x.cols(); ++f)
            QVERIFY(std::abs(fit.loadings(f, i) - std::stod(line[static_cast<std::size_t>(f) + 3])) <= 1e-6);
        ++compared;
    }
    QCOMPARE(compared, int(fit.components()));
}

void PcaTest::solversAgree_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<bool>("standardise");
    QTest::newRow("tall") << 2000 << 24 << false;
    QTest::newRow("standardised") << 2000 << 24 << true;
    QTest::newRow("wide") << 40 << 90 << false;
}

void PcaTest::solversAgree()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(bool, standardise);
    const Eigen::MatrixXd x = tests::recipeFactors(rows, columns, 41);
    // The factors span three directions; the noise behind them has no gap to find.
    const Pca exact = pca(x, {.components = 3, .standardise = standardise});
    const Pca randomised = pca(x,
        {.components = 3,
            .standardise = standardise,
            .solver = PcaSolver::Randomised,
            .powerIterations = 8,
            .seed = 3});
    requireClose(exact.variances, randomised.variances, 1e-8);
    requireClose(exact.loadings, randomised.loadings, 1e-6);
    QVERIFY(std::abs(exact.totalVariance - randomised.totalVariance) <= 1e-10 * exact.totalVariance);
}

void PcaTest::randomisedIsExactAtFullWidth()
{
    const Eigen::MatrixXd x = tests::recipeFactors(100, 6, 5);
    const Pca exact = pca(x);
    const Pca randomised = pca(x, {.solver = PcaSolver::Randomised, .powerIterations = 0});
    requireClose(exact.variances, randomised.variances, 1e-11);
    requireClose(exact.loadings, randomised.loadings, 1e-9);
}

void PcaTest::seedDecidesTheRandomisedAnswer()
{
    const Eigen::MatrixXd x = tests::recipeNormals(200, 40, 9);
    PcaOptions options{.components = 3, .solver = PcaSolver::Randomised, .powerIterations = 0, .seed = 11};
    const Pca first = pca(x, options);
    QVERIFY(first.loadings == pca(x, options).loadings);
    options.seed = 12;
    QVERIFY(first.loadings != pca(x, options).loadings);
}

void PcaTest::reconstructionLosesTheDroppedVariance_data()
{
    QTest::addColumn<bool>("standardise");
    QTest::newRow("raw") << false;
    QTest::newRow("standardised") << true;
}

void PcaTest::reconstructionLosesTheDroppedVariance()
{
    QFETCH(bool, standardise);
    const Eigen::MatrixXd x = tests::readDataset("wine").x;
    const Pca fit = pca(x, {.standardise = standardise});
    const auto rows = static_cast<double>(x.rows());
    for (const Eigen::Index count : {1, 5, 12, 13}) {
        const Eigen::MatrixXd rebuilt = fit.reconstruct(fit.scores(x, count));
        const Eigen::MatrixXd error = ((x - rebuilt).array().rowwise() / fit.scaling.scale.array()).matrix();
        const double lost = error.squaredNorm() / (rows - 1);
        const double dropped = fit.variances.tail(fit.components() - count).sum();
        QVERIFY(std::abs(lost - dropped) <= 1e-9 * fit.totalVariance);
    }
    requireClose(fit.reconstruct(fit.scores(x)), x, 1e-9);
    // No component at all leaves the mean.
    requireClose(fit.reconstruct(Eigen::MatrixXd(2, 0)), x.colwise().mean().replicate(2, 1), 1e-9);
}

void PcaTest::largestLoadingIsPositive()
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const Pca fit = pca(tests::recipeFactors(30, 5, seed));
        for (Eigen::Index i = 0; i < fit.components(); ++i) {
            Eigen::Index largest = 0;
            fit.loadings.col(i).cwiseAbs().maxCoeff(&largest);
            QVERIFY(fit.loadings(largest, i) > 0);
        }
    }
}

void PcaTest::tiedLoadingsTakeTheFirst()
{
    // Two standardised columns always lie at 45 degrees: all four loadings have the same size.
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const Pca fit = pca(tests::recipeNormals(25, 2, seed), {.standardise = true});
        QVERIFY(fit.loadings(0, 0) > 0);
        QVERIFY(fit.loadings(0, 1) > 0);
        requireClose(fit.loadings.cwiseAbs(), Eigen::MatrixXd::Constant(2, 2, std::sqrt(0.5)), 1e-9);
    }
}

void PcaTest::constantColumnStaysZero()
{
    Eigen::MatrixXd x = tests::recipeNormals(1000, 3, 4);
    x.col(1).setConstant(0.1);
    const Pca fit = pca(x, {.standardise = true});
    QCOMPARE(fit.scaling.scale(1), 1.0);
    QVERIFY((fit.scaling.apply(x).col(1).array() == 0).all());
    QVERIFY(std::abs(fit.totalVariance - 2 * 1000.0 / 999) <= 1e-12);
    QVERIFY(fit.variances(2) <= 1e-15);
    requireClose(fit.reconstruct(fit.scores(x, 2)), x, 1e-12);
}

void PcaTest::tableWithoutVariance()
{
    const Pca fit = pca(Eigen::MatrixXd::Constant(5, 2, 3.3));
    QCOMPARE(fit.totalVariance, 0.0);
    QVERIFY((fit.shares().array() == 0).all());
    QCOMPARE(fit.componentsFor(0.95).value(), Eigen::Index(0));
    QCOMPARE(fit.leadingGap(), 0.0);
    QCOMPARE(fit.leadingEquality(), 1.0);
}

void PcaTest::countsComponentsForAShare()
{
    const Eigen::MatrixXd wine = tests::readDataset("wine").x;
    const Pca raw = pca(wine);
    const Pca standardised = pca(wine, {.standardise = true});
    QVERIFY(std::abs(raw.shares()(0) - 0.998) <= 5e-4);
    QVERIFY(std::abs(standardised.shares()(0) - 0.362) <= 5e-4);
    QCOMPARE(raw.componentsFor(0.95).value(), Eigen::Index(1));
    QCOMPARE(standardised.componentsFor(0.95).value(), Eigen::Index(10));
    QCOMPARE(standardised.componentsFor(1).value(), Eigen::Index(13));
    QCOMPARE(standardised.componentsFor(0).value(), Eigen::Index(0));
    // Exactly the share of the first component is reached by it alone.
    QCOMPARE(standardised.componentsFor(standardised.shares()(0)).value(), Eigen::Index(1));
    QVERIFY(!pca(wine, {.components = 9, .standardise = true}).componentsFor(0.95));
    QVERIFY_EXCEPTION_THROWN(raw.componentsFor(1.01), std::invalid_argument);
}

void PcaTest::digitsNeedFewComponents()
{
    const Eigen::MatrixXd digits = tests::readDataset("digits").x;
    QCOMPARE(digits.cols(), Eigen::Index(64));
    const Eigen::VectorXd kept = pca(digits).cumulativeShares();
    QVERIFY(std::abs(kept(1) - 0.285) <= 5e-4);
    QVERIFY(std::abs(kept(9) - 0.738) <= 5e-4);
    QVERIFY(std::abs(kept(20) - 0.903) <= 5e-4);
    QVERIFY(std::abs(kept(28) - 0.955) <= 5e-4);
    QCOMPARE(pca(digits).componentsFor(0.95).value(), Eigen::Index(29));
}

void PcaTest::equalVariancesAreNoticed()
{
    // Four points of a square: both variances are 4/3.
    Eigen::MatrixXd square(4, 2);
    square << 1, 1, -1, 1, -1, -1, 1, -1;
    QVERIFY(pca(square).leadingGap() <= 1e-15);
    QVERIFY(std::abs(pca(square).leadingEquality() - 1) <= 1e-12);
    QCOMPARE(pca(square.col(0)).leadingGap(), 1.0);
    QCOMPARE(pca(square.col(0)).leadingEquality(), 0.0);
    QVERIFY(pca(square.topRows(2)).leadingEquality() <= 1e-6);
    const Pca bills = pca(twoBills());
    QVERIFY(std::abs(bills.leadingGap() - (0.930 - 0.070) / 0.930) <= 2e-3);
    QVERIFY(bills.leadingEquality() <= 1e-6);
}

void PcaTest::roundCloudsRarelyLookParted()
{
    // The level of the test: one round cloud in twenty falls below 0.05, one in two below 0.5.
    constexpr int clouds = 2000;
    int belowTwentieth = 0;
    int belowHalf = 0;
    for (std::uint64_t seed = 1; seed <= clouds; ++seed) {
        const double equality = pca(tests::recipeNormals(200, 2, 1000 * seed)).leadingEquality();
        belowTwentieth += equality < 0.05;
        belowHalf += equality < 0.5;
    }
    const auto withinFourErrors = [](int count, double share) {
        return std::abs(count - clouds * share) <= 4 * std::sqrt(clouds * share * (1 - share));
    };
    QVERIFY2(withinFourErrors(belowTwentieth, 0.05), qPrintable(QString::number(belowTwentieth)));
    QVERIFY2(withinFourErrors(belowHalf, 0.5), qPrintable(QString::number(belowHalf)));
}

void PcaTest::reproducesTheRecipeTable()
{
    const Eigen::MatrixXd x = tests::recipeFactors(100'000, 16, 31);
    QVERIFY(std::abs(pca(x).shares()(0) - 0.5136912485) <= 1e-10);
}

void PcaTest::refusesBadInput()
{
    const Eigen::MatrixXd x = tests::recipeNormals(6, 3, 1);
    requireRefused(x.topRows(1), {}, "rows");
    requireRefused(Eigen::MatrixXd(6, 0), {}, "features");
    requireRefused(x, {.components = 4}, "components");
    requireRefused(x, {.components = -1}, "components");
    requireRefused(x, {.oversampling = 1001}, "oversampling");
    requireRefused(x, {.powerIterations = -1}, "powerIterations");
    Eigen::MatrixXd holed = x;
    holed(2, 1) = std::numeric_limits<double>::quiet_NaN();
    requireRefused(holed, {}, "finite");
    requireRefused(holed, {.components = 1, .solver = PcaSolver::Randomised}, "finite");
    holed(2, 1) = 1e200;
    requireRefused(holed, {}, "too large");
    requireRefused(holed, {.components = 1, .solver = PcaSolver::Randomised}, "too large");
    const Pca fit = pca(x, {.components = 2});
    QVERIFY_EXCEPTION_THROWN(fit.scores(x.leftCols(2)), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(fit.scores(x, 3), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(fit.reconstruct(Eigen::MatrixXd::Zero(1, 3)), std::invalid_argument);
}

void PcaTest::stopsWhenTold()
{
    const Eigen::MatrixXd x = tests::recipeNormals(2000, 3, 1);
    int asked = 0;
    const Pca stopped = pca(x, {}, [&] { return ++asked == 2; });
    QVERIFY(stopped.cancelled);
    QCOMPARE(asked, 2);
    QCOMPARE(stopped.components(), Eigen::Index(0));
    const Pca randomised = pca(x, {.components = 1, .solver = PcaSolver::Randomised}, [] { return true; });
    QVERIFY(randomised.cancelled);
    QCOMPARE(randomised.components(), Eigen::Index(0));
}

TANGENT_TEST(PcaTest)
#include "pca_test.moc"
