// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/classify/logistic_regression.h"

#include "algorithms/classify/standardiser.h"
#include "tests/algorithms/evaluate/test_data.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <stdexcept>

using namespace tangent::classify;
using tangent::Random;
using tangent::tests::near;

namespace {

/// The objective from its definition, in the units of x. With two classes the second has the margin.
double objective(const Eigen::MatrixXd& x, const Eigen::VectorXi& y, const Eigen::MatrixXd& coefficients,
    const Eigen::RowVectorXd& intercepts, double c)
{
    double loss = 0;
    for (Eigen::Index i = 0; i < x.rows(); ++i) {
        Eigen::RowVectorXd margins = x.row(i) * coefficients + intercepts;
        if (margins.size() == 1)
            margins = Eigen::RowVector2d(0, margins(0));
        const double largest = margins.maxCoeff();
        loss += largest + std::log((margins.array() - largest).exp().sum()) - margins(y(i));
    }
    return 0.5 * coefficients.squaredNorm() + c * loss;
}

/// The largest derivative of the objective in the units of x, from the probabilities.
double largestDerivative(
    const LogisticRegression& model, const Eigen::MatrixXd& x, const Eigen::VectorXi& y, double c)
{
    Eigen::MatrixXd residuals = model.probabilities(x);
    for (Eigen::Index i = 0; i < y.size(); ++i)
        residuals(i, y(i)) -= 1;
    if (residuals.cols() == 2)
        residuals = residuals.col(1).eval();
    const Eigen::MatrixXd slopes = c * x.transpose() * residuals + model.coefficients();
    const Eigen::RowVectorXd flat = c * residuals.colwise().sum();
    return std::max(slopes.cwiseAbs().maxCoeff(), flat.cwiseAbs().maxCoeff());
}

struct Labelled {
    Eigen::MatrixXd x;
    Eigen::VectorXi y;
};

/// Overlapping bells in a row, one for each class.
Labelled bells(Eigen::Index rows, Eigen::Index columns, int classes, std::uint64_t seed)
{
    Labelled data{tangent::tests::bellValues(rows, columns, seed), Eigen::VectorXi(rows)};
    for (Eigen::Index i = 0; i < rows; ++i) {
        data.y(i) = static_cast<int>(i) % classes;
        data.x(i, data.y(i) % columns) += 1.5;
    }
    return data;
}

} // namespace

class LogisticRegressionTest : public QObject {
    Q_OBJECT

private slots:
    void agreesWithScikitLearn()
    {
        const QJsonArray models = tangent::tests::reference("classify_models.json", "logistic").toArray();
        QCOMPARE(models.size(), 5);
        for (const QJsonValue& entry : models) {
            const auto table = tangent::tests::builtIn(entry["name"].toString());
            const Eigen::MatrixXd x = Standardiser(table.x).apply(table.x);
            LogisticOptions options;
            options.c = entry["c"].toDouble();
            const LogisticRegression model(x, table.y, static_cast<int>(table.labels.size()), options);
            QVERIFY(model.report().converged);
            const Eigen::MatrixXd coefficients = tangent::tests::toMatrix(entry["coefficients"]);
            const Eigen::VectorXd intercepts = tangent::tests::toVector(entry["intercepts"]);
            QVERIFY((model.coefficients() - coefficients).cwiseAbs().maxCoeff() < 1e-6);
            QVERIFY((model.intercepts().transpose() - intercepts).cwiseAbs().maxCoeff() < 1e-6);
        }
    }

    void gradientVanishes_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("classes");
        QTest::addColumn<double>("c");
        QTest::newRow("two classes") << 300 << 3 << 2 << 1.0;
        QTest::newRow("two classes, weak penalty") << 300 << 3 << 2 << 1000.0;
        QTest::newRow("two classes, strong penalty") << 300 << 3 << 2 << 1e-4;
        QTest::newRow("two classes, more columns than rows") << 40 << 160 << 2 << 1.0;
        QTest::newRow("three classes") << 301 << 3 << 3 << 1.0;
        QTest::newRow("six classes, blocks and a rest") << 700 << 5 << 6 << 1.0;
        QTest::newRow("conjugate gradients") << 400 << 30 << 8 << 1.0;
        QTest::newRow("started from few rows") << 9001 << 3 << 3 << 1.0;
        QTest::newRow("one row") << 1 << 2 << 2 << 1.0;
    }

    void gradientVanishes()
    {
        QFETCH(int, rows);
        QFETCH(int, columns);
        QFETCH(int, classes);
        QFETCH(double, c);
        Labelled data = bells(rows, columns, classes, 3);
        data.x.col(0).array() = data.x.col(0).array() * 0.01 + 3; // neither centred nor scaled
        LogisticOptions options;
        options.c = c;
        const LogisticRegression model(data.x, data.y, classes, options);
        QVERIFY(model.report().converged);
        QVERIFY(model.report().iterations <= 25); // the method converges faster than linearly
        QVERIFY(largestDerivative(model, data.x, data.y, c) < 1e-5);
        QVERIFY(near(model.report().objective,
            objective(data.x, data.y, model.coefficients(), model.intercepts(), c),
            1e-11 * model.report().objective));
    }

    void noNeighbourIsBetter()
    {
        const Labelled data = bells(200, 2, 3, 8);
        const LogisticRegression model(data.x, data.y, 3);
        const double least = model.report().objective;
        Random random(4);
        for (int i = 0; i < 50; ++i) {
            Eigen::MatrixXd coefficients = model.coefficients();
            Eigen::RowVectorXd intercepts = model.intercepts();
            for (double& value : coefficients.reshaped())
                value += 0.01 * random.normal();
            for (double& value : intercepts)
                value += 0.01 * random.normal();
            QVERIFY(objective(data.x, data.y, coefficients, intercepts, 1) > least);
        }
    }

    void wildTablesConverge()
    {
        // Few rows, heavy tails, a weak penalty: whole Newton steps overshoot in one table of forty.
        LogisticOptions options;
        options.c = 1000;
        for (std::uint64_t seed = 1; seed <= 400; ++seed) {
            Random random(seed);
            const auto rows = static_cast<Eigen::Index>(4 + random.below(12));
            Eigen::MatrixXd x(rows, 2);
            for (double& value : x.reshaped())
                value = random.normal() * std::exp(2 * random.normal());
            Eigen::VectorXi y(rows);
            for (int& label : y)
                label = static_cast<int>(random.below(3));
            const LogisticRegression model(x, y, 3, options);
            QVERIFY2(model.report().converged, qPrintable(QString("seed %1").arg(seed)));
        }
    }

    void separableClassesStayFinite()
    {
        Eigen::MatrixXd x(6, 1);
        x << -3, -2, -1, 1, 2, 3;
        Eigen::VectorXi y(6);
        y << 0, 0, 0, 1, 1, 1;
        LogisticOptions options;
        options.c = 1e6;
        const LogisticRegression model(x, y, 2, options);
        QVERIFY(model.report().converged);
        QVERIFY(model.coefficients()(0) > 1 && std::isfinite(model.coefficients()(0)));
        QVERIFY(near(model.intercepts()(0), 0, 1e-6)); // by symmetry
    }

    void absentClassIsUnlikely()
    {
        const Labelled data = bells(60, 2, 2, 5);
        const LogisticRegression model(data.x, data.y, 3);
        QVERIFY(model.report().converged);
        QVERIFY(model.probabilities(data.x).col(2).maxCoeff() < 1e-6);
        const Eigen::VectorXi same = Eigen::VectorXi::Zero(60);
        const LogisticRegression oneClass(data.x, same, 2);
        QVERIFY(oneClass.report().converged);
        QVERIFY(oneClass.probabilities(data.x).col(0).minCoeff() > 1 - 1e-6);
    }

    void constantColumnGetsNothing()
    {
        Labelled data = bells(100, 3, 2, 6);
        data.x.col(2).setConstant(0.1);
        const LogisticRegression model(data.x, data.y, 2);
        const LogisticRegression without(data.x.leftCols(2), data.y, 2);
        QVERIFY(model.report().converged);
        QCOMPARE(model.coefficients()(2), 0.0);
        QVERIFY((model.coefficients().topRows(2) - without.coefficients()).norm() < 1e-9);
    }

    void probabilitiesAreThoseOfTheModel()
    {
        const Labelled two = bells(50, 2, 2, 7);
        const LogisticRegression binary(two.x, two.y, 2);
        const Eigen::MatrixXd shares = binary.probabilities(two.x);
        QVERIFY((shares.rowwise().sum().array() - 1).abs().maxCoeff() < 1e-15);
        const double margin = two.x.row(9).dot(binary.coefficients().col(0)) + binary.intercepts()(0);
        QVERIFY(near(std::log(shares(9, 1) / shares(9, 0)), margin, 1e-13));
        const Eigen::MatrixXd far = binary.probabilities(1e6 * two.x);
        QVERIFY(far.allFinite() && far.minCoeff() >= 0);
        const Labelled three = bells(50, 2, 3, 7);
        const LogisticRegression softmax(three.x, three.y, 3);
        QVERIFY((softmax.probabilities(three.x).rowwise().sum().array() - 1).abs().maxCoeff() < 1e-14);
        QVERIFY(softmax.probabilities(1e6 * three.x).allFinite());
        QVERIFY(near(softmax.intercepts().sum(), 0, 1e-14));
    }

    void tooFewIterationsAreReported()
    {
        const Labelled data = bells(100, 3, 2, 9);
        LogisticOptions options;
        options.maxIterations = 1;
        const LogisticRegression model(data.x, data.y, 2, options);
        QVERIFY(!model.report().converged && !model.report().cancelled);
        QCOMPARE(model.report().iterations, 1);
        QVERIFY(model.report().gradientNorm > options.tolerance);
        const LogisticRegression stopped(data.x, data.y, 2, {}, [] { return true; });
        QVERIFY(stopped.report().cancelled && !stopped.report().converged);
    }

    void hundredThousandRows()
    {
        const Eigen::Index rows = 100000;
        const Eigen::MatrixXd x = tangent::tests::bellValues(rows, 16, 71);
        const Eigen::MatrixXd noise = tangent::tests::bellValues(rows, 1, 72);
        Eigen::VectorXi y(rows);
        for (Eigen::Index i = 0; i < rows; ++i) {
            double score = 0.5;
            for (int f = 0; f < 16; ++f)
                score += x(i, f) * (f * 5 % 7 - 3) / 4.0;
            y(i) = score + 2 * noise(i) > 0 ? 1 : 0;
        }
        const LogisticRegression model(x, y, 2);
        QVERIFY(near(model.report().objective, 48741.306111540, 5e-9));
        QVERIFY(largestDerivative(model, x, y, 1) < 1e-6);
    }

    void badOptionsAreNamed()
    {
        const Labelled data = bells(10, 2, 2, 1);
        LogisticOptions options;
        options.c = 0;
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, LogisticRegression(data.x, data.y, 2, options));
        options = {};
        options.tolerance = 0;
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, LogisticRegression(data.x, data.y, 2, options));
        options = {};
        options.maxIterations = 0;
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, LogisticRegression(data.x, data.y, 2, options));
    }
};

TANGENT_TEST(LogisticRegressionTest)
#include "logistic_regression_test.moc"
