// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/algorithms/neural/recipes.h"
#include "tests/support/test_program.h"

using namespace tangent;
using namespace tangent::tests::neural;

namespace {

constexpr int seeds = 20;

/// Validation accuracies over the seeds, from the lowest up.
std::vector<double> accuracies(
    const Architecture& shape, const TrainingOptions& base, int epochs, bool product = false)
{
    std::vector<double> found;
    for (int seed = 1; seed <= seeds; ++seed) {
        LabelledPoints cloud = exclusiveOr(std::uint64_t(seed));
        if (product)
            cloud.points = Eigen::MatrixXd(cloud.points.col(0).cwiseProduct(cloud.points.col(1)));
        TrainingOptions options = base;
        options.seed = std::uint64_t(seed);
        found.push_back(accuracyAfter(epochs, shape, cloud.divided(), options));
    }
    std::sort(found.begin(), found.end());
    return found;
}

double mean(const std::vector<double>& values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / double(values.size());
}

TrainingOptions batches()
{
    TrainingOptions options;
    options.learningRate = 0.1;
    options.batchSize = 10;
    return options;
}

/// Mean over the seeds of training loss, validation loss and the least validation loss of noisy spirals.
struct Losses {
    double training = 0;
    double validation = 0;
    int turnedUp = 0; ///< runs whose validation loss ends a fifth above its least value
};

Losses spiralLosses(const TrainingOptions& base)
{
    Losses losses;
    const Architecture shape = shapeOf({8, 8, 8});
    for (int seed = 1; seed <= 4; ++seed) {
        TrainingOptions options = base;
        options.seed = std::uint64_t(seed);
        const TrainingData data = spirals(std::uint64_t(seed), 0.3).divided();
        Run run(shape, data, options, Snapshot::of(randomNetwork(shape, options.seed)));
        run.reach(400);
        losses.training += run.trainingLoss().back() / 4;
        losses.validation += run.validationLoss().back() / 4;
        const auto least = std::min_element(run.validationLoss().begin(), run.validationLoss().end());
        losses.turnedUp += run.validationLoss().back() > 1.2 * *least ? 1 : 0;
    }
    return losses;
}

} // namespace

/// What the lab teaches holds over many seeds, not for a lucky one.
class LessonsTest : public QObject {
    Q_OBJECT

private slots:
    void withoutHiddenUnitsNobodySolvesIt()
    {
        const std::vector<double> found = accuracies(shapeOf({}), batches(), 200);
        QVERIFY(found.back() < 0.8);
        QVERIFY(std::abs(mean(found) - 0.5) < 0.1);
    }

    void theProductAloneSolvesIt()
    {
        const Architecture shape = shapeOf({}, Activation::Tanh, 1);
        QCOMPARE(shape.parameters(), 2);
        QVERIFY(accuracies(shape, batches(), 100, true).front() >= 0.95);
    }

    void linearLayersAreOneLayer()
    {
        QVERIFY(accuracies(shapeOf({4, 4}, Activation::Linear), batches(), 200).back() < 0.8);
        const std::vector<double> bent = accuracies(shapeOf({4, 4}), batches(), 200);
        QVERIFY(bent[2] >= 0.95); // all seeds but two
        QVERIFY(mean(bent) > 0.97);
    }

    void moreUnitsFoldMore()
    {
        const double one = mean(accuracies(shapeOf({1}), batches(), 200));
        const std::vector<double> two = accuracies(shapeOf({2}), batches(), 200);
        const double three = mean(accuracies(shapeOf({3}), batches(), 200));
        const double four = mean(accuracies(shapeOf({4}), batches(), 200));
        QVERIFY(one > 0.6 && one < 0.72);
        QVERIFY(two.back() - two.front() > 0.15); // by luck of the seed
        QVERIFY(mean(two) > one && three > mean(two) && four > three);
        QVERIFY(three > 0.85 && four > 0.92);
    }

    void stepUnitsNeverLearnTheirEdges()
    {
        const TrainingData data = exclusiveOr(1).divided();
        const Architecture shape = shapeOf({4}, Activation::Step);
        const Snapshot start = Snapshot::of(randomNetwork(shape, 1));
        Run run(shape, data, batches(), start);
        run.reach(50);
        const int hidden = shape.index(2, 1, 0);
        QVERIFY(run.at(50).parameters.head(hidden) == start.parameters.head(hidden));
        QVERIFY(run.at(50).parameters.tail(5) != start.parameters.tail(5));
    }

    void noisySpiralsAreLearntByHeart()
    {
        TrainingOptions options = batches();
        options.optimiser = Optimiser::Adam;
        options.learningRate = 0.01;
        const Losses bare = spiralLosses(options);
        QVERIFY(bare.turnedUp >= 3);
        QVERIFY(bare.validation - bare.training > 0.4);
        options.l2 = 0.003;
        const Losses decayed = spiralLosses(options);
        QVERIFY(decayed.validation - decayed.training < 0.25);
        QVERIFY(decayed.validation < bare.validation);
        options.l2 = 0;
        options.dropout = 0.2;
        const Losses thinned = spiralLosses(options);
        QVERIFY(thinned.validation - thinned.training < 0.25);
        QVERIFY(thinned.validation < bare.validation);
    }
};

TANGENT_TEST(LessonsTest)
#include "lessons_test.moc"
