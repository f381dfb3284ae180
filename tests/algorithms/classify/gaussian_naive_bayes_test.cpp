// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/classify/gaussian_naive_bayes.h"

#include "algorithms/evaluate/normal_law.h"
#include "tests/algorithms/evaluate/test_data.h"
#include "tests/support/test_program.h"

#include <cmath>

using namespace tangent::classify;
using tangent::tests::near;

class GaussianNaiveBayesTest : public QObject {
    Q_OBJECT

private slots:
    void agreesWithScikitLearn()
    {
        const QJsonArray models = tangent::tests::reference("classify_models.json", "naive-bayes").toArray();
        QCOMPARE(models.size(), 3);
        for (const QJsonValue& entry : models) {
            const auto table = tangent::tests::builtIn(entry["name"].toString());
            const GaussianNaiveBayes model(table.x, table.y, static_cast<int>(table.labels.size()));
            const Eigen::MatrixXd expected = tangent::tests::toMatrix(entry["probabilities"]);
            const Eigen::MatrixXd rows = table.x(Eigen::seq(0, table.x.rows() - 1, 7), Eigen::all);
            QVERIFY((model.probabilities(rows) - expected).cwiseAbs().maxCoeff() < 1e-10);
        }
    }

    void followsBayesRule()
    {
        Eigen::MatrixXd x(5, 1);
        x << 0, 2, 5, 7, 9; // means 1 and 7, variances 1 and 8/3
        Eigen::VectorXi y(5);
        y << 0, 0, 1, 1, 1;
        const GaussianNaiveBayes model(x, y, 2);
        const double floor = 1e-9 * (x.array() - x.mean()).square().mean();
        QVERIFY(near(model.variances()(0, 0), 1 + floor, 1e-15));
        QVERIFY(near(model.variances()(1, 0), 8.0 / 3 + floor, 1e-15));
        using tangent::evaluate::normalDensity;
        const double wide = std::sqrt(8.0 / 3);
        const double left = 0.4 * normalDensity(3.0 - 1);
        const double right = 0.6 * normalDensity((3.0 - 7) / wide) / wide;
        const Eigen::MatrixXd shares = model.probabilities(Eigen::MatrixXd::Constant(1, 1, 3));
        QVERIFY(near(shares(0, 0), left / (left + right), 1e-7));
        QVERIFY(near(shares.sum(), 1, 1e-15));
    }

    void absentClassHasNoProbability()
    {
        const Eigen::MatrixXd x = tangent::tests::bellValues(30, 2, 3);
        Eigen::VectorXi y = Eigen::VectorXi::Zero(30);
        y.tail(10).setConstant(2);
        const Eigen::MatrixXd shares = GaussianNaiveBayes(x, y, 3).probabilities(x);
        QVERIFY(shares.allFinite());
        QVERIFY((shares.col(1).array() == 0).all());
        QVERIFY((shares.rowwise().sum().array() - 1).abs().maxCoeff() < 1e-15);
    }

    void constantColumnsChangeNothing()
    {
        Eigen::MatrixXd x = tangent::tests::bellValues(40, 2, 4);
        Eigen::VectorXi y(40);
        for (int i = 0; i < 40; ++i)
            y(i) = i % 2;
        x.col(1).setConstant(3);
        const Eigen::MatrixXd both = GaussianNaiveBayes(x, y, 2).probabilities(x);
        const Eigen::MatrixXd first = GaussianNaiveBayes(x.leftCols(1), y, 2).probabilities(x.leftCols(1));
        QVERIFY((both - first).cwiseAbs().maxCoeff() < 1e-12);
        const Eigen::MatrixXd flat = Eigen::MatrixXd::Ones(40, 2);
        QVERIFY(GaussianNaiveBayes(flat, y, 2).probabilities(flat).isApproxToConstant(0.5, 1e-12));
    }

    void farRowsStayFinite()
    {
        const Eigen::MatrixXd x = tangent::tests::bellValues(40, 2, 5);
        Eigen::VectorXi y(40);
        for (int i = 0; i < 40; ++i)
            y(i) = i % 2;
        const Eigen::MatrixXd shares = GaussianNaiveBayes(x, y, 2).probabilities(1e6 * x);
        QVERIFY(shares.allFinite());
        QVERIFY((shares.rowwise().sum().array() - 1).abs().maxCoeff() < 1e-15);
    }
};

TANGENT_TEST(GaussianNaiveBayesTest)
#include "gaussian_naive_bayes_test.moc"
