// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/topics/deep-learning/neural_network_probe.h"

using namespace tangent;
using namespace tangent::tests;
using namespace tangent::tests::network;

namespace {

struct Spread {
    double least = 1e9;
    double most = -1e9;
    double mean = 0;
};

/// A readout over seeds 1…20.
Spread overSeeds(const QString& query, const char* readout)
{
    Spread spread;
    for (int seed = 1; seed <= 20; ++seed) {
        const double value = of(query + QStringLiteral("&seed=%1").arg(seed))[readout];
        spread.least = std::min(spread.least, value);
        spread.most = std::max(spread.most, value);
        spread.mean += value / 20;
    }
    return spread;
}

} // namespace

/// neural-network: what the note says is what is shown, over many seeds.
class NeuralNetworkTest : public QObject {
    Q_OBJECT

private slots:
    void theReferenceRecipe_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<double>("loss");
        QTest::newRow("before") << 0 << 0.693541315516386;
        QTest::newRow("one") << 1 << 0.678721309441704;
        QTest::newRow("ten") << 10 << 0.651651747203902;
        QTest::newRow("99") << 99 << 0.605418605966018;
        QTest::newRow("100") << 100 << 0.603802106681099;
    }

    void theReferenceRecipe()
    {
        QFETCH(int, step);
        QFETCH(double, loss);
        const Probe found = of(reference + QStringLiteral("&step=%1").arg(step));
        QVERIFY(found.state.complaints.empty());
        COMPARE_NEAR(found["loss-training"], loss, 1e-14);
        QCOMPARE(found["epoch"], double(step));
        QCOMPARE(found["parameters"], 105.0);
        QVERIFY(found.isUndefined("loss-validation"));
        QVERIFY(found.isUndefined("accuracy-validation"));
    }

    void theFirstPictureIsHalfFolded()
    {
        const Probe found = of({});
        QCOMPARE(found["parameters"], 17.0);
        QVERIFY(found["accuracy-validation"] > 0.65 && found["accuracy-validation"] < 0.85);
        const std::vector<double> losses = columnOf(found.scene, "losses", 1);
        QCOMPARE(losses.size(), size_t(11));
        QVERIFY(losses[10] < losses[9] && losses[9] < losses[8]); // still falling
        QVERIFY(of(QStringLiteral("step=60"))["accuracy-validation"] >= 0.95);
        QVERIFY(found.scene.timeline->endless);
    }

    void statesOfTheNote_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("word");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::newRow("no hidden") << "hidden=&step=200"
                                   << "no hidden layer" << 0.4 << 0.65;
        QTest::newRow("product") << "hidden=&inputs=xy&step=100"
                                 << "Solved without" << 0.95 << 1.0;
        QTest::newRow("linear") << "hidden=4,4&activation=linear&step=200"
                                << "linear units" << 0.4 << 0.65;
        QTest::newRow("tanh") << "hidden=4,4&step=200"
                              << "Solved" << 0.95 << 1.0;
        QTest::newRow("one unit") << "hidden=1&step=200"
                                  << "Learning" << 0.55 << 0.75;
        QTest::newRow("two units") << "hidden=2&step=200"
                                   << "Learning" << 0.6 << 0.9;
        QTest::newRow("two units, other luck") << "hidden=2&step=200&seed=10"
                                               << "Learning" << 0.6 << 0.95;
        QTest::newRow("three units") << "hidden=3&step=200"
                                     << "Solved" << 0.85 << 1.0;
        QTest::newRow("four units") << "step=200"
                                    << "Solved" << 0.95 << 1.0;
        QTest::newRow("step") << "activation=step&step=200"
                              << "all 12 hidden weights is 0" << 0.3 << 0.8;
        QTest::newRow("spiral") << noisySpiral + "&seed=1"
                                << "Overfitting" << 0.6 << 0.75;
        QTest::newRow("spiral, L2") << noisySpiral + "&seed=1&l2=0.003"
                                    << "Learning" << 0.45 << 0.75;
        QTest::newRow("before") << "step=0"
                                << "Before training" << 0.0 << 1.0;
        QTest::newRow("no inputs") << "inputs="
                                   << "No inputs" << 0.0 << 1.0;
    }

    void statesOfTheNote()
    {
        QFETCH(QString, query);
        QFETCH(QString, word);
        QFETCH(double, least);
        QFETCH(double, most);
        const Probe found = of(query);
        QVERIFY(found.state.complaints.empty());
        QVERIFY2(found.scene.narration.contains(word), qPrintable(found.scene.narration));
        const double accuracy = found["accuracy-validation"];
        QVERIFY2(accuracy >= least && accuracy <= most, qPrintable(QString::number(accuracy)));
    }

    void overTwentySeeds()
    {
        const auto accuracy = [](const char* query) {
            return overSeeds(QLatin1String(query), "accuracy-validation");
        };
        QVERIFY(accuracy("hidden=&step=200").most < 0.75);
        QVERIFY(accuracy("hidden=&inputs=xy&step=100").least >= 0.95);
        QVERIFY(accuracy("hidden=4,4&activation=linear&step=200").most < 0.75);
        QVERIFY(accuracy("hidden=4,4&step=200").least >= 0.95);
        COMPARE_NEAR(accuracy("hidden=1&step=200").mean, 0.65, 0.05);
        const Spread two = accuracy("hidden=2&step=200");
        QVERIFY(two.least > 0.5 && two.least < 0.65 && two.most > 0.85 && two.most < 0.95);
        COMPARE_NEAR(accuracy("hidden=3&step=200").mean, 0.9, 0.05);
        QVERIFY(accuracy("step=1000").mean >= 0.945);
    }

    /// Three seeds stand for twenty: each fit takes long.
    void theGapOfTheSpiralCloses()
    {
        for (const int seed : {1, 7, 19}) {
            const auto gap = [&](const char* more) {
                const Probe found =
                    of(noisySpiral + QLatin1String(more) + QStringLiteral("&seed=%1").arg(seed));
                return found["loss-validation"] - found["loss-training"];
            };
            QVERIFY(gap("") > 0.5);
            QVERIFY(gap("&l2=0.003") < 0.35);
            QVERIFY(gap("&dropout=0.2") < 0.35);
        }
    }

    /// The doses that the note names help where it counts: on rows that were not learnt from.
    void aSmallDoseHelpsValidation()
    {
        const Probe bare = of(noisySpiral + QStringLiteral("&seed=1"));
        for (const char* dose : {"&l2=0.002", "&dropout=0.02"}) {
            const Probe found = of(noisySpiral + QLatin1String(dose) + QStringLiteral("&seed=1"));
            QVERIFY(found["loss-validation"] < 0.64);
            QVERIFY(found["loss-validation"] - found["loss-training"] < 0.35);
            QVERIFY(found["accuracy-validation"] >= bare["accuracy-validation"]);
        }
    }

    void theChallenge()
    {
        const auto reached = [&](const char* query) {
            const Probe found = of(QLatin1String(query));
            return found["accuracy-validation"] >= 0.95 && found["parameters"] <= 4;
        };
        QVERIFY(!reached(""));
        QVERIFY(!reached("step=200"));
        QVERIFY(!reached("hidden=&step=200"));
        QVERIFY(reached("hidden=&inputs=xy&step=100"));
        QVERIFY(reached("hidden=&inputs=x,y,xy&step=100"));
    }

    void regressionHasNoAccuracy()
    {
        const Probe found = of(QStringLiteral("problem=regression&step=100"));
        QVERIFY(found.isUndefined("accuracy-validation"));
        QVERIFY(found["loss-training"] < 0.5); // of targets −1 and 1
    }

    void aUsersTableIsStandardised()
    {
        const Probe found =
            of(QStringLiteral("data=penguins&features=bill-length,flipper-length&label=species&step=60"));
        QVERIFY(flag(found.state.values.value(QStringLiteral("standardise"))));
        QVERIFY(found["accuracy-validation"] > 0.95); // Gentoo from the rest
        QVERIFY(found.scene.dataLine.contains(QStringLiteral("2 left out")));
        QCOMPARE(found.scene.diagnostics.size(), size_t(1));
        const Probe numbers = of(QStringLiteral(
            "data=faithful&features=eruption,eruption&label=waiting&problem=regression&step=100"));
        QVERIFY(numbers["loss-training"] < 0.4); // of a variance of 1
    }

    void divergenceIsSaid()
    {
        const Probe found = of(QStringLiteral("problem=regression&activation=relu&learning-rate=2&step=100"));
        QVERIFY(found.scene.narration.contains(QStringLiteral("Diverged")));
        QVERIFY(std::isfinite(found["loss-training"]));
        QVERIFY(found["epoch"] < 100);
    }

    void awkwardStatesStillShowSomething_data()
    {
        QTest::addColumn<QString>("query");
        for (const char* query : {"hidden=abc", "hidden=0,4,99", "hidden=1,1,1,1,1,1,1",
                 "hidden=16,16,16,16,16,16&step=3", "inputs=", "inputs=&hidden=", "validation-share=0",
                 "validation-share=0.9&data.rows=10", "edits=10,7,16,16,3", "edits=0,1,1,1,50;0,1,1,1,2",
                 "patch=-1;-2;-3", "label=x&features=x,y", "data=iris",
                 "data=iris&features=petal-length,petal-length", "batch-size=1000", "step=end&hidden=",
                 "problem=regression&label=x", "data=digits&step=1", "learning-rate=10&optimiser=adam"})
            QTest::newRow(query) << QString::fromLatin1(query);
    }

    void awkwardStatesStillShowSomething()
    {
        QFETCH(QString, query);
        const Scene scene = of(query).scene;
        QVERIFY(!scene.narration.isEmpty());
        for (const Diagnostic& diagnostic : scene.diagnostics)
            QVERIFY2(!diagnostic.sentence.contains(QStringLiteral("could not be computed")),
                qPrintable(diagnostic.sentence));
        QCOMPARE(scene.figures.size(), size_t(3));
        for (const char* key :
            {"loss-training", "loss-validation", "accuracy-validation", "epoch", "parameters"}) {
            const Readout* readout = scene.readout(QLatin1String(key));
            QVERIFY2(readout, key);
            QVERIFY2(readout->number() ? std::isfinite(*readout->number()) : !readout->note.isEmpty(), key);
        }
    }
};

TANGENT_TEST(NeuralNetworkTest)
#include "neural_network_test.moc"
