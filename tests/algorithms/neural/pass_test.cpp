// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/algorithms/neural/recipes.h"
#include "tests/support/test_program.h"

using namespace tangent;
using namespace tangent::tests::neural;

namespace {

const std::vector<Activation> allActivations{Activation::Linear, Activation::Step, Activation::Sigmoid,
    Activation::Tanh, Activation::Relu, Activation::LeakyRelu, Activation::Swish};

double plainActivation(Activation activation, double z)
{
    switch (activation) {
    case Activation::Linear:
        return z;
    case Activation::Step:
        return z < 0 ? 0 : 1;
    case Activation::Sigmoid:
        return 1 / (1 + std::exp(-z));
    case Activation::Tanh:
        return std::tanh(z);
    case Activation::Relu:
        return std::max(0.0, z);
    case Activation::LeakyRelu:
        return z > 0 ? z : 0.01 * z;
    case Activation::Swish:
        break;
    }
    return z / (1 + std::exp(-z));
}

/// The network of one row by its definition, unit by unit. Also the nearest that any hidden sum comes to 0.
double outputByHand(const Network& network, const Eigen::VectorXd& row, double* nearestKink = nullptr)
{
    Eigen::VectorXd fed = row;
    for (int layer = 1; layer <= network.shape.layers(); ++layer) {
        Eigen::VectorXd next(network.shape.units(layer));
        for (int unit = 1; unit <= network.shape.units(layer); ++unit) {
            double sum = network.at(layer, unit, 0);
            for (int i = 0; i < fed.size(); ++i)
                sum += network.at(layer, unit, i + 1) * fed(i);
            const bool hidden = layer < network.shape.layers();
            if (hidden && nearestKink)
                *nearestKink = std::min(*nearestKink, std::abs(sum));
            next(unit - 1) = hidden ? plainActivation(network.shape.activation, sum) : sum;
        }
        fed = next;
    }
    return fed(0);
}

Network withBiases(const Architecture& shape, std::uint64_t seed)
{
    Network network = randomNetwork(shape, seed);
    Random random(seed + 1000);
    for (int layer = 1; layer <= shape.layers(); ++layer) {
        for (int unit = 1; unit <= shape.units(layer); ++unit)
            network.at(layer, unit, 0) = 0.4 * random.normal();
    }
    return network;
}

} // namespace

/// Forward and backward passes against definitions and central differences.
class PassTest : public QObject {
    Q_OBJECT

private slots:
    void activationsAreTheirDefinitions()
    {
        for (const Activation activation : allActivations) {
            for (double z = -40; z < 40; z += 0.0371) {
                const double expected = plainActivation(activation, z);
                VERIFY_NEAR(activated(activation, z), expected, 4e-16 * std::max(1.0, std::abs(z)));
                if (std::abs(z) < 1e-4)
                    continue;
                const double h = 1e-6;
                const double rise = plainActivation(activation, z + h) - plainActivation(activation, z - h);
                VERIFY_NEAR(slope(activation, z), rise / (2 * h), 2e-8);
            }
        }
    }

    /// A small argument keeps its digits, a huge one ends at the limit.
    void tanhAtItsEnds()
    {
        for (const double z : {1e-300, 1e-17, 1e-9, 1e-4, 0.3, 19.0})
            VERIFY_NEAR(activated(Activation::Tanh, -z) / std::tanh(-z), 1, 4e-16);
        for (const double z : {22.1, 700.0, 1e300}) {
            QCOMPARE(activated(Activation::Tanh, z), 1.0);
            VERIFY_NEAR(activated(Activation::Sigmoid, -z), 0, 1e-9);
        }
    }

    void scoresAreTheirDefinitions_data()
    {
        QTest::addColumn<int>("problem");
        QTest::addColumn<int>("rows");
        for (const int rows : {1, 15, 16, 17, 61}) {
            QTest::addRow("classification of %d", rows) << int(Problem::Classification) << rows;
            QTest::addRow("regression of %d", rows) << int(Problem::Regression) << rows;
        }
    }

    void scoresAreTheirDefinitions()
    {
        QFETCH(int, problem);
        QFETCH(int, rows);
        const LabelledPoints cloud = exclusiveOr(5, rows);
        for (const Activation activation : allActivations) {
            Architecture shape = shapeOf({3, 2}, activation);
            shape.problem = Problem(problem);
            const Network network = withBiases(shape, 3);
            double loss = 0;
            int right = 0;
            for (int i = 0; i < rows; ++i) {
                const double out = outputByHand(network, cloud.points.row(i).transpose());
                const double chance = 1 / (1 + std::exp(-out));
                const double y = cloud.labels(i);
                loss += shape.problem == Problem::Regression
                    ? (out - y) * (out - y)
                    : -y * std::log(chance) - (1 - y) * std::log(1 - chance);
                right += (chance >= 0.5) == (y > 0.5) ? 1 : 0;
            }
            Pass pass(shape);
            const Samples samples(cloud.points, cloud.labels);
            const Score score = pass.score(network.parameters, samples);
            VERIFY_NEAR(score.loss, loss / rows, 1e-13);
            QCOMPARE(score.right, right);
            const Eigen::MatrixXd answers = pass.answers(network.parameters, samples);
            QCOMPARE(answers.cols(), Eigen::Index(6));
            const double out = outputByHand(network, cloud.points.row(0).transpose());
            VERIFY_NEAR(
                answers(0, 5), shape.problem == Problem::Regression ? out : 1 / (1 + std::exp(-out)), 1e-14);
        }
    }

    /// Certain and wrong is expensive, but never infinite.
    void extremeSumsStayFinite()
    {
        Network network{shapeOf({}), Eigen::VectorXd::Zero(3)};
        network.at(1, 1, 1) = 1e6;
        Eigen::MatrixXd points(2, 2);
        points << 1, 0, -1, 0;
        Eigen::VectorXd wrong(2);
        wrong << 0, 1;
        Pass pass(network.shape);
        VERIFY_NEAR(pass.score(network.parameters, Samples(points, wrong)).loss, 1e6, 1e-6);
        QCOMPARE(
            pass.score(network.parameters, Samples(points, Eigen::VectorXd(1 - wrong.array()))).loss, 0.0);
    }

    void gradientsMatchCentralDifferences_data()
    {
        QTest::addColumn<int>("activation");
        QTest::addColumn<double>("dropout");
        QTest::addColumn<int>("problem");
        for (const Activation activation : allActivations) {
            for (const double dropout : {0.0, 0.4}) {
                for (const Problem problem : {Problem::Classification, Problem::Regression})
                    QTest::addRow(
                        "%s, dropout %g, problem %d", name(activation).data(), dropout, int(problem))
                        << int(activation) << dropout << int(problem);
            }
        }
    }

    /// The dropout mask is held, and rows whose hidden sums come near a kink are not used.
    void gradientsMatchCentralDifferences()
    {
        QFETCH(int, activation);
        QFETCH(double, dropout);
        QFETCH(int, problem);
        Architecture shape = shapeOf({5, 3}, Activation(activation));
        shape.problem = Problem(problem);
        const Network network = withBiases(shape, 7);
        const double h = 1e-5;
        const LabelledPoints all = exclusiveOr(9, 60);
        std::vector<int> away;
        for (int i = 0; i < 60; ++i) {
            double nearest = 1;
            outputByHand(network, all.points.row(i).transpose(), &nearest);
            if (nearest > 100 * h)
                away.push_back(i);
        }
        QVERIFY(away.size() > 30);
        const Samples samples(all.points(away, Eigen::all), all.labels(away));
        Random random(1);
        const DropoutMask mask = DropoutMask::draw(shape, samples, dropout, random);
        const DropoutMask* held = dropout > 0 ? &mask : nullptr;
        Pass pass(shape);
        Eigen::VectorXd gradient;
        Eigen::VectorXd ignored;
        pass.gradient(network.parameters, samples, held, &gradient);
        for (Eigen::Index i = 0; i < gradient.size(); ++i) {
            Eigen::VectorXd up = network.parameters;
            Eigen::VectorXd down = network.parameters;
            up(i) += h;
            down(i) -= h;
            const double rise =
                pass.gradient(up, samples, held, &ignored) - pass.gradient(down, samples, held, &ignored);
            VERIFY_NEAR(gradient(i), rise / (2 * h), 2e-9);
        }
    }

    /// The step's derivative is 0 everywhere it exists: nothing reaches the hidden weights.
    void aStepHidesTheWayBack()
    {
        const Architecture shape = shapeOf({4}, Activation::Step);
        const Network network = withBiases(shape, 2);
        const LabelledPoints cloud = exclusiveOr(1);
        Pass pass(shape);
        Eigen::VectorXd gradient;
        pass.gradient(network.parameters, Samples(cloud.points, cloud.labels), nullptr, &gradient);
        QCOMPARE(gradient.head(shape.index(2, 1, 0)).cwiseAbs().maxCoeff(), 0.0);
        QVERIFY(gradient.tail(5).cwiseAbs().maxCoeff() > 1e-3);
    }

    /// A mask leaves out about its share, and keeps what a unit says on average.
    void aMaskKeepsTheMean()
    {
        const LabelledPoints cloud = exclusiveOr(1, 4000);
        const Samples samples(cloud.points, cloud.labels);
        Random random(3);
        const DropoutMask mask = DropoutMask::draw(shapeOf({8}), samples, 0.3, random);
        double sum = 0;
        for (const double factor : mask.factors) {
            QVERIFY(factor == 0 || factor == 1 / 0.7);
            sum += factor;
        }
        const double count = double(mask.factors.size());
        VERIFY_NEAR(sum / count, 1, 4 * std::sqrt(0.3 / 0.7 / count));
    }

    void whatIsOutOfRangeIsRefused()
    {
        QVERIFY_EXCEPTION_THROWN(shapeOf({0}).check(), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(shapeOf({65}).check(), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(shapeOf({1, 1, 1, 1, 1, 1, 1, 1, 1}).check(), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(shapeOf({}, Activation::Tanh, -1).check(), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(
            Samples(Eigen::MatrixXd::Zero(3, 2), Eigen::VectorXd::Zero(2)), std::invalid_argument);
        const double infinite = std::numeric_limits<double>::infinity();
        QVERIFY_EXCEPTION_THROWN(Samples(Eigen::MatrixXd::Constant(1, 1, infinite), Eigen::VectorXd::Zero(1)),
            std::invalid_argument);
        TrainingOptions options;
        options.dropout = 0.96;
        QVERIFY_EXCEPTION_THROWN(options.check(), std::invalid_argument);
        options = {};
        options.learningRate = 0;
        QVERIFY_EXCEPTION_THROWN(options.check(), std::invalid_argument);
    }
};

TANGENT_TEST(PassTest)
#include "pass_test.moc"
