// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/classify/held_out_scores.h"

#include "algorithms/classify/nearest_neighbours.h"
#include "algorithms/classify/standardiser.h"
#include "algorithms/classify/stratified_folds.h"
#include "algorithms/evaluate/class_scores.h"
#include "algorithms/evaluate/roc_curve.h"
#include "tests/algorithms/evaluate/test_data.h"
#include "tests/support/test_program.h"

#include <stdexcept>

using namespace tangent::classify;
using namespace tangent::evaluate;
using tangent::tests::near;

namespace {

const std::vector<Model> foldModels{Model::Logistic, Model::Tree, Model::NaiveBayes};

ConfusionScores penguinScores(bool standardise)
{
    const auto table = tangent::tests::builtIn("penguins");
    HeldOutOptions options;
    options.standardise = standardise;
    const HeldOutScores scores = heldOutScores(table.x, table.y, 3, Model::NearestNeighbours, options);
    return confusionScores(confusionMatrix(table.y, scores.predicted, 3));
}

} // namespace

class HeldOutScoresTest : public QObject {
    Q_OBJECT

private slots:
    void rawMeasurementsHideChinstraps()
    {
        const auto table = tangent::tests::builtIn("penguins");
        QCOMPARE(table.x.rows(), 342);
        QCOMPARE(table.labels, (QStringList{"Adelie", "Chinstrap", "Gentoo"}));
        const ConfusionScores scores = penguinScores(false);
        QVERIFY(near(*scores.accuracy, 0.807, 5e-4));
        QVERIFY(near(*scores.classes[1].recall, 0.41, 5e-3));
        const HeldOutScores raw = heldOutScores(table.x, table.y, 3, Model::NearestNeighbours);
        QCOMPARE(confusionMatrix(table.y, raw.predicted, 3)(1, 0), 38);
    }

    void standardisingFindsThem()
    {
        const ConfusionScores scores = penguinScores(true);
        QVERIFY(near(*scores.accuracy, 0.985, 5e-4));
        QVERIFY(near(*scores.classes[1].recall, 0.94, 5e-3));
        QCOMPARE(scores.classes[1].falseNegatives, 4);
    }

    void largestWrongCellOfDigitsIsEightReadAsOne()
    {
        const auto table = tangent::tests::builtIn("digits");
        const HeldOutScores scores = heldOutScores(table.x, table.y, 10, Model::NearestNeighbours);
        CountMatrix wrong = confusionMatrix(table.y, scores.predicted, 10);
        wrong.diagonal().setZero();
        Eigen::Index actual = 0;
        Eigen::Index predicted = 0;
        QCOMPARE(wrong.maxCoeff(&actual, &predicted), 4);
        QCOMPARE(actual, 8);
        QCOMPARE(predicted, 1);
    }

    void leaveOneOutAgreesWithTheDefinition()
    {
        const QJsonArray entries =
            tangent::tests::reference("classify_models.json", "leave-one-out").toArray();
        QCOMPARE(entries.size(), 5);
        for (const QJsonValue& entry : entries) {
            const auto table = tangent::tests::builtIn(entry["name"].toString());
            const int classes = static_cast<int>(table.labels.size());
            HeldOutOptions options;
            options.neighbours = entry["k"].toInt();
            options.standardise = entry["standardise"].toBool();
            const HeldOutScores scores =
                heldOutScores(table.x, table.y, classes, Model::NearestNeighbours, options);
            const CountMatrix expected = tangent::tests::toMatrix(entry["confusion"]).cast<std::int64_t>();
            QVERIFY2(confusionMatrix(table.y, scores.predicted, classes) == expected,
                qPrintable(entry["name"].toString()));
        }
    }

    void foldsAreScoredByModelsThatHaveNotSeenThem()
    {
        const auto table = tangent::tests::builtIn("iris");
        for (const bool standardise : {false, true}) {
            for (const Model model : foldModels) {
                HeldOutOptions options;
                options.standardise = standardise;
                options.seed = 9;
                options.folds = 4;
                const HeldOutScores scores = heldOutScores(table.x, table.y, 3, model, options);
                const Eigen::VectorXi fold = stratifiedFolds(table.y, 4, 9);
                for (int f = 0; f < 4; ++f) {
                    std::vector<Eigen::Index> training;
                    std::vector<Eigen::Index> held;
                    for (Eigen::Index i = 0; i < fold.size(); ++i)
                        (fold(i) == f ? held : training).push_back(i);
                    Eigen::MatrixXd seen = table.x(training, Eigen::all);
                    Eigen::MatrixXd unseen = table.x(held, Eigen::all);
                    if (standardise) {
                        unseen = Standardiser(seen).apply(unseen);
                        seen = Standardiser(seen).apply(seen);
                    }
                    const Eigen::VectorXi known = table.y(training);
                    const Eigen::MatrixXd expected = fitModel(model, seen, known, 3)->probabilities(unseen);
                    QVERIFY(scores.probabilities(held, Eigen::all) == expected);
                }
                QVERIFY(scores.predicted == likeliestClasses(scores.probabilities));
            }
        }
    }

    void everyModelDoesWellOnWine()
    {
        const auto table = tangent::tests::builtIn("wine");
        HeldOutOptions options;
        options.standardise = true;
        for (const Model model :
            {Model::Logistic, Model::NearestNeighbours, Model::Tree, Model::NaiveBayes}) {
            const HeldOutScores scores = heldOutScores(table.x, table.y, 3, model, options);
            QVERIFY((scores.probabilities.rowwise().sum().array() - 1).abs().maxCoeff() < 1e-14);
            QVERIFY(scores.probabilities.minCoeff() >= 0);
            QCOMPARE(scores.notConverged, 0);
            QVERIFY((scores.predicted.array() == table.y.array()).count() > 150); // 71 by the largest class
        }
    }

    void randomLabelsAreNotLearned()
    {
        // A model that had seen its rows would rank them far above chance.
        const Eigen::MatrixXd x = tangent::tests::bellValues(400, 10, 3);
        Eigen::VectorXi y(400);
        for (int i = 0; i < 400; ++i)
            y(i) = i % 2;
        for (const Model model :
            {Model::Logistic, Model::NearestNeighbours, Model::Tree, Model::NaiveBayes}) {
            const HeldOutScores scores = heldOutScores(x, y, 2, model);
            const double auc = *RocCurve(scores.probabilities.col(1), y.array() == 1).auc();
            QVERIFY(near(auc, 0.5, 4 * 0.029)); // standard error √((n + 1) / 12 ab) with a = b = 200
        }
    }

    void seedDealsTheFolds()
    {
        const auto table = tangent::tests::builtIn("penguins");
        HeldOutOptions options;
        const auto first = heldOutScores(table.x, table.y, 3, Model::Tree, options).probabilities;
        QVERIFY(first == heldOutScores(table.x, table.y, 3, Model::Tree, options).probabilities);
        options.seed = 2;
        QVERIFY(first != heldOutScores(table.x, table.y, 3, Model::Tree, options).probabilities);
    }

    void fewRowsAndRareClasses()
    {
        const Eigen::MatrixXd x = tangent::tests::bellValues(6, 2, 4);
        Eigen::VectorXi y(6);
        y << 0, 0, 0, 1, 1, 2; // when the last row is held out, no row of its class is left
        for (const Model model :
            {Model::Logistic, Model::NearestNeighbours, Model::Tree, Model::NaiveBayes}) {
            for (const bool standardise : {false, true}) {
                HeldOutOptions options;
                options.standardise = standardise;
                const HeldOutScores scores = heldOutScores(x, y, 3, model, options);
                QVERIFY(scores.probabilities.allFinite());
                QVERIFY(scores.predicted(5) != 2);
                QCOMPARE(heldOutScores(x.topRows(2), y.head(2), 3, model, options).predicted.size(), 2);
            }
        }
    }

    void failedConvergenceIsCounted()
    {
        const auto table = tangent::tests::builtIn("iris");
        HeldOutOptions options;
        options.logistic.maxIterations = 1;
        QCOMPARE(heldOutScores(table.x, table.y, 3, Model::Logistic, options).notConverged, 10);
    }

    void cancelledHasNoScores()
    {
        const auto table = tangent::tests::builtIn("iris");
        for (const Model model :
            {Model::Logistic, Model::NearestNeighbours, Model::Tree, Model::NaiveBayes}) {
            const HeldOutScores scores = heldOutScores(table.x, table.y, 3, model, {}, [] { return true; });
            QVERIFY(scores.cancelled);
            QCOMPARE(scores.probabilities.rows(), 0);
            QCOMPARE(scores.predicted.size(), 0);
        }
    }

    void foldsAreEvenInRowsAndClasses_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("classes");
        QTest::addColumn<int>("folds");
        QTest::newRow("even") << 100 << 2 << 10;
        QTest::newRow("uneven") << 103 << 3 << 10;
        QTest::newRow("rare classes") << 25 << 9 << 10;
        QTest::newRow("more folds than rows") << 5 << 2 << 10;
    }

    void foldsAreEvenInRowsAndClasses()
    {
        QFETCH(int, rows);
        QFETCH(int, classes);
        QFETCH(int, folds);
        tangent::Random random(5);
        Eigen::VectorXi y(rows);
        for (int& label : y)
            label = static_cast<int>(random.below(static_cast<std::uint64_t>(classes)));
        const Eigen::VectorXi fold = stratifiedFolds(y, folds, 3);
        QVERIFY(fold.minCoeff() >= 0 && fold.maxCoeff() < folds);
        for (int k = -1; k < classes; ++k) { // -1: all rows
            Eigen::VectorXi sizes = Eigen::VectorXi::Zero(folds);
            for (int i = 0; i < rows; ++i)
                sizes(fold(i)) += k < 0 || y(i) == k ? 1 : 0;
            QVERIFY(sizes.maxCoeff() - sizes.minCoeff() <= 1);
        }
    }

    void standardiserScalesByTheDeviationWithN()
    {
        Eigen::MatrixXd x(3, 2);
        x << 1, 0.1, 4, 0.1, 7, 0.1; // the mean of three times 0.1 rounds to another number
        const Standardiser standardiser(x);
        QCOMPARE(standardiser.means()(0), 4.0);
        QCOMPARE(standardiser.deviations()(0), std::sqrt(6.0));
        QCOMPARE(standardiser.deviations()(1), 0.0);
        const Eigen::MatrixXd scaled = standardiser.apply(x);
        QVERIFY(near(scaled.col(0).squaredNorm(), 3, 1e-14));
        QVERIFY((scaled.col(1).array() == 0).all());
        QCOMPARE(standardiser.apply(Eigen::RowVector2d(4, 9))(0, 1), 0.0); // stays 0 in rows not seen
    }

    void badOptionsAreNamed()
    {
        const auto table = tangent::tests::builtIn("iris");
        HeldOutOptions options;
        options.folds = 1;
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, options.check());
        options = {};
        options.neighbours = 0;
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, options.check());
        options = {};
        options.tree.minLeafRows = 0;
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, options.check());
        QVERIFY_THROWS_EXCEPTION(
            std::invalid_argument, heldOutScores(table.x.topRows(1), table.y.head(1), 3, Model::Tree));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, heldOutScores(table.x, table.y, 2, Model::Tree));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, stratifiedFolds(table.y, 0, 1));
    }
};

TANGENT_TEST(HeldOutScoresTest)
#include "held_out_scores_test.moc"
