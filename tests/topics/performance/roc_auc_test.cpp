// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/topics/performance/roc_auc_probe.h"

using namespace tangent;
using namespace tangent::tests;

namespace {

bool challengeIsMet(const Probe& found)
{
    return found["precision"] >= 0.5 && found["true-positive-rate"] >= 0.4
        && found.state.real("separation") == 1.5 && found.state.real("positive-share") == 0.1;
}

} // namespace

/// Every state that the note walks through shows what the note says of it, and odd tables say what is wrong.
class RocAucTest : public QObject {
    Q_OBJECT

private slots:
    void statesOfTheNote_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("readout");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("distance");
        const auto row = [](const char* name, const char* query, const char* readout, double value,
                             double distance = 5e-4) {
            QTest::newRow(name) << QString::fromLatin1(query) << QString::fromLatin1(readout) << value
                                << distance;
        };
        row("first picture, area", "", "auc", 0.8556);
        row("first picture, positive tail", "", "true-positive-rate", 0.774);
        row("first picture, negative tail", "", "false-positive-rate", 0.226);
        row("far left, everybody", "threshold=-3", "true-positive-rate", 1, 2e-3);
        row("far right, nobody", "threshold=4.5", "true-positive-rate", 0, 2e-3);
        row("separation 0", "separation=0", "auc", 0.5, 1e-12);
        row("separation 1", "separation=1", "auc", 0.760);
        row("separation 2", "separation=2", "auc", 0.921);
        row("separation 3", "separation=3", "auc", 0.983);
        row("midway, true positives", "separation=2&threshold=1", "true-positive-rate", 0.841, 1.5e-3);
        row("midway, false positives", "separation=2&threshold=1", "false-positive-rate", 0.159, 1.5e-3);
        row("half positive", "separation=2&threshold=1&positive-share=0.5", "precision", 0.84, 5e-3);
        row("a tenth positive", "separation=2&threshold=1&positive-share=0.1", "precision", 0.37, 5e-3);
        row("a hundredth positive", "separation=2&threshold=1&positive-share=0.01", "precision", 0.05, 5e-3);
        row("equal costs", "separation=1.5&positive-share=0.1&cost-ratio=1&threshold=2.21",
            "cheapest-threshold", 2.21, 5e-3);
        row("equal costs catch little", "separation=1.5&positive-share=0.1&cost-ratio=1&threshold=2.21",
            "true-positive-rate", 0.24, 5e-3);
        row("a miss is nine times as dear",
            "separation=1.5&positive-share=0.1&cost-ratio=0.1111111111&threshold=0.75", "cheapest-threshold",
            0.75, 1e-6);
        row("twice as wide", "separation=0&spread-ratio=2", "auc", 0.5, 1e-12);
        row("mean radius", "source=table&data=breast-cancer&score=mean-radius&label=diagnosis", "auc", 0.938);
        row("mean texture", "source=table&data=breast-cancer&score=mean-texture&label=diagnosis", "auc",
            0.776);
        row("mean fractal dimension",
            "source=table&data=breast-cancer&score=mean-fractal-dimension&label=diagnosis", "auc", 0.485);
        row("logistic regression on rows held out", "source=classifier", "auc", 0.991);
        row("the larger area",
            "source=table&data=breast-cancer&score=mean-texture,worst-symmetry&label=diagnosis", "auc",
            0.776);
    }

    void statesOfTheNote()
    {
        QFETCH(QString, query);
        QFETCH(QString, readout);
        QFETCH(double, value);
        QFETCH(double, distance);
        const Probe found = roc(query);
        QVERIFY2(found.state.complaints.empty(), qPrintable(query));
        COMPARE_NEAR(found[readout.toLatin1().constData()], value, distance);
    }

    void severalClassesAreOneAgainstTheRest()
    {
        const Probe found = roc("data=penguins&score=bill-length&positive=Adelie");
        QVERIFY(found.state.complaints.empty());
        QVERIFY(found["auc"] < 0.1); // the shortest bills
        QVERIFY(found.scene.diagnostics.front().sentence.contains(QStringLiteral("3 classes")));
    }

    void twoModelsShareTheThreshold()
    {
        const Probe same = roc("source=two-classifiers");
        QCOMPARE(same["auc"], same["auc-b"]);
        QVERIFY(same.scene.narration.contains(QStringLiteral("Level")));
        const Probe other = roc("source=two-classifiers&model-b=tree");
        QCOMPARE(other["auc"], same["auc"]);
        QCOMPARE(other["auc-b"], roc("source=classifier&model=tree")["auc"]);
    }

    void degenerateTablesSayWhy_data()
    {
        QTest::addColumn<QString>("csv");
        QTest::addColumn<QString>("part");
        QTest::newRow("one class") << "p,label\n1,a\n2,a\n"
                                   << "All rows used have the class a.";
        QTest::newRow("nothing complete") << "p,label\n,a\n2,\n,b\n"
                                          << "No row has a value";
    }

    void degenerateTablesSayWhy()
    {
        QFETCH(QString, csv);
        QFETCH(QString, part);
        const Probe found = roc(fileLink("poor.csv", csv.toUtf8().constData(), "score=p&label=label"));
        QVERIFY(!found.scene.figures.empty());
        QVERIFY2(found.scene.narration.contains(part), qPrintable(found.scene.narration));
        for (const char* key : {"auc", "auc-b", "true-positive-rate", "false-positive-rate", "precision",
                 "youden-threshold", "cheapest-threshold", "cost"})
            QVERIFY(found.isUndefined(key));
    }

    /// What is kept from one state must not leak into the next.
    void keptStagesChangeNothing()
    {
        Stages kept;
        for (const char* query : {"sampled=true", "sampled=true&seed=2", "rows=500&sampled=true",
                 "source=classifier", "source=classifier&standardise=true", "source=classifier&seed=2",
                 "source=classifier&positive=benign", "source=classifier&model=nearest-neighbours",
                 "source=classifier&model=nearest-neighbours&neighbours=9",
                 "source=table&score=mean-texture,worst-symmetry",
                 "source=table&score=worst-symmetry,mean-texture", "source=table&score=worst-symmetry",
                 "source=table&score=worst-symmetry&positive=benign"}) {
            const Probe fresh = roc(query);
            const Scene warm = computeScene(*findLab(QStringLiteral("roc-auc")), fresh.state, kept);
            QVERIFY2(warm == fresh.scene, query);
        }
    }

    void everyKeyIsDeclaredInEverySource()
    {
        const QStringList keys{"source", "threshold", "separation", "spread-ratio", "positive-share", "rows",
            "sampled", "pairs", "cost-ratio", "model", "model-b", "neighbours", "standardise", "positive",
            "seed"};
        for (const char* source : {"bells", "classifier", "two-classifiers", "table"}) {
            QStringList declared;
            int primary = 0;
            for (const Parameter& parameter :
                roc(QStringLiteral("source=") + QLatin1String(source)).state.parameters) {
                declared << parameter.key;
                primary += parameter.primary && parameter.shown ? 1 : 0;
            }
            QCOMPARE(declared, keys);
            QVERIFY(primary <= 5);
        }
    }

    void challenge()
    {
        QVERIFY(!challengeIsMet(roc()));
        QVERIFY(!challengeIsMet(roc("separation=1.5&positive-share=0.1")));
        QVERIFY(challengeIsMet(roc("separation=1.5&positive-share=0.1&threshold=1.7")));
        QVERIFY(!challengeIsMet(roc("separation=1.5&positive-share=0.1&threshold=1.6"))); // precision
        QVERIFY(!challengeIsMet(roc("separation=1.5&positive-share=0.1&threshold=1.8"))); // too few caught
    }
};

TANGENT_TEST(RocAucTest)
#include "roc_auc_test.moc"
