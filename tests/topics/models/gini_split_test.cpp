// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/topics/models/gini_split_probe.h"

using namespace tangent;
using namespace tangent::tests;
using namespace tangent::tests::gini;

/// Every state that the note walks through shows what the note says of it, and every number is what a
/// search over all cuts gives.
class GiniSplitTest : public QObject {
    Q_OBJECT

private slots:
    void states_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("readout");
        QTest::addColumn<double>("value");
        const auto row = [](const char* name, const QString& query, const char* readout, double value) {
            QTest::newRow(name) << query << QString::fromLatin1(readout) << value;
        };
        row("first picture, before", "", "gini-parent", 0.636);
        row("first picture, after", "", "gini-weighted", 0.427);
        row("first picture, left", "", "gini-left", 0.334);
        row("the aha drag", "threshold=206.5", "gini-weighted", 0.303);
        row("the aha drag, right", "threshold=206.5", "gini-right", 0.104);
        row("the aha drag, gain", "threshold=206.5", "gain", 0.333);
        row("almost everyone left", "threshold=230.5", "gain", 0.002);
        row("a pure side", "threshold=230.5", "gini-right", 0);
        row("body mass", "feature=body-mass&threshold=4525", "gini-weighted", 0.386);
        row("bill depth", "feature=bill-depth&threshold=16.45", "gini-weighted", 0.342);
        row("bill length", "feature=bill-length&threshold=42.35", "gini-weighted", 0.325);
        row("the left node", inLeftNode + "&feature=bill-length&threshold=43.35", "gini-weighted", 0.089);
        row("counts, halves", "source=counts&counts=300,100;100,300", "gini-weighted", 0.375);
        row("counts, halves, error", "source=counts&counts=300,100;100,300&criterion=error", "gain", 0.25);
        row("counts, one pure side", "source=counts&counts=200,400;200,0", "gini-weighted", 0.333);
        row("counts, one pure side, error", "source=counts&counts=200,400;200,0&criterion=error", "gain",
            0.25);
        row("iris, petal length", "data=iris&label=species&feature=petal-length&threshold=2.45",
            "gini-weighted", 1 / 3.0);
        row("iris, petal width", "data=iris&label=species&feature=petal-width&threshold=0.8", "gini-weighted",
            1 / 3.0);
        row("gini best on flippers", "criterion=gini", "best-threshold", 206.5);
        row("entropy best on flippers", "criterion=entropy", "best-threshold", 206.5);
        row("the error rate's own choice", "criterion=error", "best-threshold", 205.5);
        // 205.5 ties with Gini's 206.5; on bill length the error rate prefers another cut outright.
        row("bill length, error at Gini's cut", "feature=bill-length&criterion=error&threshold=42.35", "gain",
            108 / 342.0);
        row("bill length, error at its own cut", "feature=bill-length&criterion=error&threshold=43.25",
            "gain", 110 / 342.0);
    }

    void states()
    {
        QFETCH(QString, query);
        QFETCH(QString, readout);
        QFETCH(double, value);
        const Probe found = at(query);
        QVERIFY(found.state.complaints.empty());
        QVERIFY(found.scene.diagnostics.empty());
        COMPARE_NEAR(found[readout.toLatin1().constData()], value, 5e-4);
    }

    void theFirstPictureCanBeTakenHoldOf()
    {
        const Probe found = at({});
        QCOMPARE(found.scene.handles.size(), size_t(1));
        QCOMPARE(found.scene.handles[0].label, QStringLiteral("Threshold"));
        QCOMPARE(found.state.real("threshold"), 195.5);
        QCOMPARE(found.scene.resolved.value(QStringLiteral("threshold")), Value(195.5));
        QVERIFY(found.scene.narration.contains(QStringLiteral("0.427")));
        QVERIFY(found.scene.narration.contains(QStringLiteral("further right")));
        QCOMPARE(found.scene.dataLine, QStringLiteral("Palmer penguins, 342 rows, 2 left out"));
        QCOMPARE(found.words("best-feature"), QStringLiteral("flipper-length"));
    }

    void entropyPrefersTheSecondSplitToo()
    {
        QVERIFY(at("source=counts&counts=200,400;200,0&criterion=entropy")["gain"]
            > at("source=counts&counts=300,100;100,300&criterion=entropy")["gain"] + 0.1);
    }

    void theBestOfAllCuts_data()
    {
        QTest::addColumn<QString>("query");
        for (const char* criterion : {"gini", "entropy", "error"}) {
            for (const char* data : {"penguins", "iris"})
                QTest::addRow("%s, %s", data, criterion)
                    << QStringLiteral("data=%1&criterion=%2")
                           .arg(QLatin1String(data), QLatin1String(criterion));
        }
    }

    void theBestOfAllCuts()
    {
        QFETCH(QString, query);
        const Probe found = at(query);
        const QString criterion = found.state.choice("criterion");
        const Sheet sheet = sheetOf(found);
        const Cut best = bestByForce(sheet, criterion);
        Counts all;
        for (const QString& label : sheet.labels)
            ++all[label];
        COMPARE_NEAR(found["best-gain"], impurityOf(all, criterion) - best.weighted, 1e-12);
        COMPARE_NEAR(found["best-threshold"], best.threshold, 1e-12);
        QCOMPARE(found.words("best-feature"), sheet.features[qsizetype(best.feature)]);
        const DataTable* table = found.scene.table(QStringLiteral("best-splits"));
        QCOMPARE(int(table->rows.size()), int(sheet.features.size()));
        for (size_t feature = 0; feature < sheet.values.size(); ++feature) {
            Sheet one{{sheet.features[qsizetype(feature)]}, {sheet.values[feature]}, sheet.labels};
            const Cut own = bestByForce(one, criterion);
            COMPARE_NEAR(cellNumber(table->rows[feature][1]), own.threshold, 1e-12);
            COMPARE_NEAR(cellNumber(table->rows[feature][2]), own.weighted, 1e-12);
        }
    }

    void theCurveIsEveryCut()
    {
        const Probe found = at("feature=bill-depth");
        const Sheet sheet = sheetOf(found);
        const size_t feature = size_t(sheet.features.indexOf(QStringLiteral("bill-depth")));
        const std::vector<double> middles = midpoints(sheet.values[feature]);
        const DataTable* curve = found.scene.table(QStringLiteral("curve"));
        QCOMPARE(curve->rows.size(), middles.size());
        for (size_t i = 0; i < middles.size(); ++i) {
            COMPARE_NEAR(cellNumber(curve->rows[i][0]), middles[i], 1e-12);
            for (const char* criterion : {"gini", "entropy", "error"}) {
                const qsizetype column = curve->columns.indexOf(QLatin1String(criterion));
                COMPARE_NEAR(cellNumber(curve->rows[i][size_t(column)]),
                    weightedAt(sheet, feature, middles[i], QLatin1String(criterion)), 1e-12);
            }
        }
    }

    void theLeftNodeIsSearchedAlone()
    {
        const Probe found = at(inLeftNode);
        const Sheet sheet = sheetOf(found, [](const std::vector<double>& row) { return row[2] <= 206.5; });
        QCOMPARE(found.state.columns("features")[2], QStringLiteral("flipper-length"));
        Counts classes;
        for (const QString& label : sheet.labels)
            ++classes[label];
        QCOMPARE(classes, (Counts{{"Adelie", 149}, {"Chinstrap", 63}, {"Gentoo", 1}}));
        COMPARE_NEAR(found["gini-parent"], impurityOf(classes, "gini"), 1e-12);
        const Cut best = bestByForce(sheet, "gini");
        QCOMPARE(found.words("best-feature"), sheet.features[qsizetype(best.feature)]);
        COMPARE_NEAR(found["best-threshold"], best.threshold, 1e-12);
        COMPARE_NEAR(best.threshold, 43.35, 1e-9);
    }

    void identities_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("far left") << "threshold=-1e9";
        QTest::newRow("far right") << "threshold=1e9";
        QTest::newRow("on a value") << "threshold=200";
        QTest::newRow("between values") << "threshold=200.123&criterion=entropy";
        QTest::newRow("shuffled") << "shuffle=true&seed=5&criterion=error";
        QTest::newRow("in a node") << inLeftNode + "&threshold=190";
        QTest::newRow("two classes") << "data=breast-cancer&criterion=entropy";
        QTest::newRow("counts") << "source=counts&counts=7,0;2,9&criterion=error";
    }

    /// The weighted impurity is the sides' by their rows; the Gini readouts stay Gini under every criterion.
    void identities()
    {
        QFETCH(QString, query);
        const Probe found = at(query);
        const double left = found["rows-left"];
        const double right = found["rows-right"];
        const double sides =
            (left > 0 ? left * found["gini-left"] : 0) + (right > 0 ? right * found["gini-right"] : 0);
        COMPARE_NEAR(found["gini-weighted"], sides / (left + right), 1e-12);
        QCOMPARE(found.isUndefined("gini-left"), left == 0);
        QCOMPARE(found.isUndefined("gini-right"), right == 0);
        QVERIFY(found["gain"] > -1e-12);
        Target gini;
        gini.key = QStringLiteral("criterion");
        gini.value = QStringLiteral("gini");
        const Probe byGini = clicked(found, gini);
        COMPARE_NEAR(byGini["gain"], found["gini-parent"] - found["gini-weighted"], 1e-12);
        if (found.state.table)
            QVERIFY(found["gain"] <= found["best-gain"] + 1e-12);
    }
};

TANGENT_TEST(GiniSplitTest)
#include "gini_split_test.moc"
