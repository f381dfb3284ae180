// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/algorithms/neural/recipes.h"
#include "tests/support/test_program.h"

using namespace tangent;
using namespace tangent::tests::neural;

namespace {

TrainingOptions lively()
{
    TrainingOptions options;
    options.optimiser = Optimiser::Adam;
    options.learningRate = 0.02;
    options.batchSize = 10;
    options.dropout = 0.2;
    options.l1 = 1e-4;
    options.l2 = 1e-3;
    options.seed = 4;
    return options;
}

bool sameBits(const Snapshot& a, const Snapshot& b)
{
    return a.epoch == b.epoch && a.updates == b.updates && a.parameters == b.parameters
        && a.velocity == b.velocity && a.square == b.square;
}

} // namespace

/// Training runs: reference losses, resuming, optimisers by formula.
class RunTest : public QObject {
    Q_OBJECT

private slots:
    /// The losses of the same recipe in numpy (2-8-8-1, tanh, plain descent at ½ over all rows).
    void lossesOfTheReference()
    {
        const TrainingData data = ring().whole();
        const Architecture shape = shapeOf({8, 8});
        TrainingOptions options;
        options.learningRate = 0.5;
        Run run(shape, data, options, Snapshot::of(referenceNetwork(shape)));
        QVERIFY(run.reach(100));
        const std::map<size_t, double> expected{{0, 0.693541315516386}, {1, 0.678721309441704},
            {10, 0.651651747203902}, {99, 0.605418605966018}, {100, 0.603802106681099}};
        for (const auto& [epoch, loss] : expected)
            VERIFY_NEAR(run.trainingLoss()[epoch], loss, 2e-15);
        QCOMPARE(shape.parameters(), 105);
    }

    /// The loss that comes with an epoch's passes is the one that a forward pass finds.
    void recordedLossesAreThoseOfTheNetworks()
    {
        const TrainingData data = exclusiveOr(1).divided();
        const Architecture shape = shapeOf({4});
        for (const int batch : {0, 10}) {
            TrainingOptions options;
            options.batchSize = batch;
            Run run(shape, data, options, Snapshot::of(randomNetwork(shape, 1)));
            run.reach(30);
            Pass pass(shape);
            for (int epoch = 0; epoch <= 30; ++epoch) {
                const Eigen::VectorXd parameters = run.at(epoch).parameters;
                QCOMPARE(pass.score(parameters, data.training).loss, run.trainingLoss()[size_t(epoch)]);
                const Score validated = pass.score(parameters, data.validation);
                QCOMPARE(validated.loss, run.validationLoss()[size_t(epoch)]);
                QCOMPARE(validated.right, run.validationRight()[size_t(epoch)]);
            }
        }
    }

    /// Any epoch, reached in any way, has the bits of a run straight there.
    void everyWayToAnEpochGivesTheSameBits()
    {
        const TrainingData data = exclusiveOr(2, 60).divided();
        const Architecture shape = shapeOf({5, 3}, Activation::Swish);
        const Snapshot start = Snapshot::of(randomNetwork(shape, 9));
        Run far(shape, data, lively(), start);
        far.reach(2000);
        for (const int epoch : {0, 1, 7, 255, 256, 257, 511, 1023, 1999, 2000}) {
            Run straight(shape, data, lively(), start);
            straight.reach(epoch);
            QVERIFY2(sameBits(far.at(epoch), straight.at(epoch)), qPrintable(QString::number(epoch)));
            Run resumed(shape, data, lively(), far.at(epoch));
            resumed.reach(2000);
            QVERIFY(sameBits(resumed.at(2000), far.at(2000)));
            QCOMPARE(resumed.trainingLoss().back(), far.trainingLoss().back());
        }
        Run halting(shape, data, lively(), start);
        for (int stops = 0; !halting.reach(300, [&] { return ++stops % 3 == 0; });)
            QVERIFY(halting.reached() < 300);
        QVERIFY(sameBits(halting.at(300), far.at(300)));
        QCOMPARE(halting.trainingLoss().size(), size_t(301));
        QVERIFY(std::equal(
            halting.trainingLoss().begin(), halting.trainingLoss().end(), far.trainingLoss().begin()));
    }

    void anEditIsSetAndTrainingGoesOn()
    {
        const TrainingData data = exclusiveOr(2).divided();
        const Architecture shape = shapeOf({4});
        TrainingOptions options;
        options.batchSize = 10;
        Run before(shape, data, options, Snapshot::of(randomNetwork(shape, 1)));
        before.reach(20);
        const Snapshot changed = edited(before.at(20), shape,
            {{20, 2, 1, 3, -4}, {20, 2, 1, 3, 5}, {19, 1, 1, 1, 9}, {20, 3, 1, 0, 7}, {20, 1, 2, 0, -1}});
        Network network{shape, changed.parameters};
        QCOMPARE(network.at(2, 1, 3), 5.0);
        QCOMPARE(network.at(1, 2, 0), -1.0);
        QCOMPARE((changed.parameters - before.at(20).parameters).cwiseAbs().cwiseSign().sum(), 2.0);
        Run after(shape, data, options, changed);
        after.reach(60);
        QCOMPARE(after.firstEpoch(), 20);
        QCOMPARE(after.trainingLoss().size(), size_t(41));
        QVERIFY(after.trainingLoss().front() > before.trainingLoss().back());
        QVERIFY(after.trainingLoss().back() < after.trainingLoss().front());
    }

    /// w − ηg, 0.9 v + g, and the first two steps of Adam's algorithm 1, on the true gradient.
    void optimisersFollowTheirFormulas()
    {
        const TrainingData data = exclusiveOr(3).whole();
        const Architecture shape = shapeOf({4});
        TrainingOptions options;
        options.learningRate = 0.05;
        options.l1 = 0.01;
        options.l2 = 0.02;
        const Network start = randomNetwork(shape, 6);
        for (const Optimiser optimiser : {Optimiser::Plain, Optimiser::Momentum, Optimiser::Adam}) {
            options.optimiser = optimiser;
            Trainer trainer(shape, data.training, options);
            Snapshot snapshot = Snapshot::of(start);
            const Eigen::VectorXd w0 = snapshot.parameters;
            const Eigen::ArrayXd g0 = trainer.objectiveGradient(w0, nullptr).array();
            trainer.train(&snapshot);
            const Eigen::VectorXd w1 = snapshot.parameters;
            const Eigen::ArrayXd g1 = trainer.objectiveGradient(w1, nullptr).array();
            trainer.train(&snapshot);
            Eigen::ArrayXd first = options.learningRate * g0;
            Eigen::ArrayXd second = options.learningRate * g1;
            if (optimiser == Optimiser::Momentum)
                second = options.learningRate * (0.9 * g0 + g1);
            if (optimiser == Optimiser::Adam) {
                // In the first step both corrected moments are the gradient and its square.
                first = options.learningRate * g0 / (g0.abs() + 1e-8);
                const Eigen::ArrayXd mean = (0.09 * g0 + 0.1 * g1) / (1 - 0.81);
                const Eigen::ArrayXd square =
                    (0.999 * 0.001 * g0.square() + 0.001 * g1.square()) / (1 - 0.999 * 0.999);
                second = options.learningRate * mean / (square.sqrt() + 1e-8);
            }
            QVERIFY((w0.array() - first - w1.array()).abs().maxCoeff() < 1e-13);
            QVERIFY((w1.array() - second - snapshot.parameters.array()).abs().maxCoeff() < 1e-12);
        }
    }

    /// The objective is the loss, plus l1 Σ|w| and ½ l2 Σw² over the weights without the biases.
    void penaltiesAreInTheGradient()
    {
        const TrainingData data = exclusiveOr(3).whole();
        const Architecture shape = shapeOf({3});
        TrainingOptions options;
        options.l1 = 0.3;
        options.l2 = 0.7;
        Network network = randomNetwork(shape, 6);
        network.at(1, 2, 0) = 0.5;
        Trainer trainer(shape, data.training, options);
        Eigen::VectorXd bare;
        Pass(shape).gradient(network.parameters, data.training, nullptr, &bare);
        const Eigen::VectorXd whole = trainer.objectiveGradient(network.parameters, nullptr);
        double penalty = 0;
        for (int layer = 1; layer <= 2; ++layer) {
            for (int unit = 1; unit <= shape.units(layer); ++unit) {
                for (int input = 0; input <= shape.inputsOf(layer); ++input) {
                    const double w = network.at(layer, unit, input);
                    const Eigen::Index at = shape.index(layer, unit, input);
                    const double expected = input == 0 ? 0 : 0.3 * (w > 0 ? 1 : -1) + 0.7 * w;
                    VERIFY_NEAR(whole(at) - bare(at), expected, 1e-14);
                    penalty += input == 0 ? 0 : 0.3 * std::abs(w) + 0.35 * w * w;
                }
            }
        }
        VERIFY_NEAR(trainer.penalty(network.parameters), penalty, 1e-13);
    }

    /// One epoch of batches uses every row once: with a rate too small to matter, its updates add up to one.
    void anEpochUsesEveryRowOnce()
    {
        const TrainingData data = exclusiveOr(3, 70).whole();
        const Architecture shape = shapeOf({3});
        TrainingOptions options;
        options.learningRate = 1e-7;
        options.batchSize = 10;
        Trainer trainer(shape, data.training, options);
        Snapshot snapshot = Snapshot::of(randomNetwork(shape, 2));
        const Eigen::VectorXd before = snapshot.parameters;
        const Eigen::VectorXd expected = 7 * 1e-7 * trainer.objectiveGradient(before, nullptr);
        trainer.train(&snapshot);
        QCOMPARE(snapshot.updates, 7L);
        QVERIFY((before - snapshot.parameters - expected).cwiseAbs().maxCoeff() < 1e-12);
    }

    void divergenceIsAValue()
    {
        TrainingData data = exclusiveOr(3).whole();
        Architecture shape = shapeOf({4}, Activation::Relu);
        shape.problem = Problem::Regression;
        TrainingOptions options;
        options.learningRate = 50;
        Run run(shape, data, options, Snapshot::of(randomNetwork(shape, 1)));
        QVERIFY(run.reach(1000));
        QVERIFY(run.divergedAt());
        QCOMPARE(run.reached(), *run.divergedAt() - 1);
        QCOMPARE(run.trainingLoss().size(), size_t(*run.divergedAt()));
        QVERIFY(run.at(1000).parameters.allFinite());
        QVERIFY(std::isfinite(run.trainingLoss().back()));
        QVERIFY(run.reach(2000));
        QCOMPARE(run.at(2000).epoch, run.reached());
    }

    void nothingToLearnFrom()
    {
        const LabelledPoints none{Eigen::MatrixXd(0, 2), Eigen::VectorXd(0)};
        const TrainingData data = none.whole();
        const Architecture shape = shapeOf({2});
        Run run(shape, data, lively(), Snapshot::of(randomNetwork(shape, 1)));
        QVERIFY(run.reach(5));
        QCOMPARE(run.trainingLoss().back(), 0.0);
        Architecture bare = shapeOf({}, Activation::Tanh, 0);
        const TrainingData blind{Samples(Eigen::MatrixXd(4, 0), Eigen::VectorXd::Ones(4)), {}};
        Run onlyBias(bare, blind, TrainingOptions(), Snapshot::of(randomNetwork(bare, 1)));
        onlyBias.reach(2);
        VERIFY_NEAR(onlyBias.trainingLoss()[0], std::log(2.0), 1e-15);
        QVERIFY(onlyBias.trainingLoss()[2] < onlyBias.trainingLoss()[0]);
    }
};

TANGENT_TEST(RunTest)
#include "run_test.moc"
