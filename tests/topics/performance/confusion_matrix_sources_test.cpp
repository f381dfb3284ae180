// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/topics/performance/confusion_matrix_probe.h"

using namespace tangent;
using namespace tangent::tests;

/// Counts by hand and columns of a table, and what cannot serve as either.
class ConfusionMatrixSourcesTest : public QObject {
    Q_OBJECT

private slots:
    void countsAreEdited()
    {
        const Probe found = confusion(QStringLiteral("source=counts&counts=1,2,3;4,5,6;7,8,9"));
        QCOMPARE(item(found.scene, 1, 2).target.key, QStringLiteral("counts"));
        QCOMPARE(item(found.scene, 1, 2).target.row, 1);
        QCOMPARE(item(found.scene, 1, 2).target.column, 2);
        QVERIFY(std::holds_alternative<std::monostate>(item(found.scene, 1, 2).target.value));
        const TableFigure& classes =
            std::get<TableFigure>(found.scene.figure(QStringLiteral("classes"))->content);
        QCOMPARE(rows(classes.lines[classes.lines.size() - 2].target.value).size(), size_t(4));
        QCOMPARE(rows(classes.lines.back().target.value).size(), size_t(2));
        QCOMPARE(rows(classes.lines.back().target.value)[1].size(), size_t(2));
    }

    void badCountsAreRefused_data()
    {
        QTest::addColumn<QString>("counts");
        QTest::newRow("one class") << "5";
        QTest::newRow("not square") << "1,2,3;4,5,6";
        QTest::newRow("a fraction") << "1,2.5;3,4";
        QTest::newRow("negative") << "1,-2;3,4";
        QTest::newRow("above a million") << "1,2000000;3,4";
        QTest::newRow("eleven classes") << (QStringLiteral("0,0,0,0,0,0,0,0,0,0,0;").repeated(10)
            + QStringLiteral("0,0,0,0,0,0,0,0,0,0,0"));
    }

    void badCountsAreRefused()
    {
        QFETCH(QString, counts);
        const Probe found = confusion(QStringLiteral("source=counts&counts=") + counts);
        QCOMPARE(found.state.complaints.size(), size_t(1));
        QCOMPARE(textsOf(found.scene), QStringList({"990", "0", "10", "0"}));
    }

    /// A class that is only predicted, and a row without a prediction.
    void columnsOfATable()
    {
        const QByteArray csv = "actual,predicted,weight\nc,b,1\na,a,2\nb,,3\na,c,4\nc,c,5\n";
        QString complaint;
        const TablePointer table =
            DataCatalogue::shared().addFile(QStringLiteral("judged.csv"), csv, &complaint);
        QVERIFY2(table, qPrintable(complaint));
        Request request;
        request.topic = QStringLiteral("confusion-matrix");
        request.values[QStringLiteral("data")] = table->name;
        const Lab& lab = *findLab(request.topic);
        const Settled state = settle(lab, request, DataCatalogue::shared());
        QVERIFY(state.complaints.empty());
        QCOMPARE(state.choice("source"), QStringLiteral("table"));
        Stages stages;
        const Scene scene = computeScene(lab, state, stages);
        QCOMPARE(matrixOf(scene).rowNames, QStringList({"a", "b", "c"}));
        QCOMPARE(textsOf(scene), QStringList({"1", "0", "1", "0", "0", "0", "0", "1", "1"}));
        QCOMPARE(item(scene, 0, 2).rowIds, std::vector<int>{4});
        QCOMPARE(*scene.readout(QStringLiteral("accuracy"))->number(), 0.5);
        QCOMPARE(*scene.readout(QStringLiteral("smallest-class"))->number(), 0.0);
        QVERIFY(scene.dataLine.contains(QStringLiteral("1 left out")));
    }

    /// Columns of 0 and 1 are classes whatever they are called; two predictions make two matrices.
    void numbersAreClassesToo()
    {
        const QByteArray csv = "truth,call,second\n1,1,0\n0,1,0\n1,0,1\n0,0,0\n";
        QString complaint;
        const TablePointer table =
            DataCatalogue::shared().addFile(QStringLiteral("numbers.csv"), csv, &complaint);
        QVERIFY2(table, qPrintable(complaint));
        const Probe found =
            confusion(QStringLiteral("data=%1&actual=truth&predicted=call,second").arg(table->name));
        QVERIFY(found.state.complaints.empty());
        QCOMPARE(textsOf(found.scene), QStringList({"1", "1", "1", "1"}));
        QCOMPARE(textsOf(found.scene, "matrix-b"), QStringList({"2", "0", "1", "1"}));
        QCOMPARE(found["accuracy-b"], 0.75);
        QCOMPARE(found.state.choice("positive"), QStringLiteral("1"));
    }

    void measurementsAreNoClasses()
    {
        const Probe found =
            confusion(QStringLiteral("source=classifier&data=faithful&features=eruption&label=waiting"));
        QVERIFY(found.isUndefined("accuracy"));
        QCOMPARE(found.scene.diagnostics.size(), size_t(1));
        QCOMPARE(found.scene.diagnostics.front().key, QStringLiteral("label"));
    }

    void tableWithoutPredictionsSaysSo()
    {
        const Probe found = confusion(QStringLiteral("data=iris"));
        QVERIFY(found.isUndefined("accuracy"));
        QCOMPARE(found.state.complaints.size(), size_t(1)); // what asked for the table is told
        QVERIFY(!found.scene.diagnostics.front().cure.isEmpty());
        QCOMPARE(found.scene.readouts.size(), confusion({}).scene.readouts.size());
    }

    void degenerateLabels_data()
    {
        QTest::addColumn<QString>("patch");
        QTest::addColumn<bool>("usable");
        // Rows 1 to 152 are Adelie, 153 to 276 Gentoo, 277 to 344 Chinstrap.
        const auto without = [](int from, int to) {
            QStringList removed;
            for (int id = from; id <= to; ++id)
                removed << QString::number(-id);
            return removed.join(QLatin1Char(';'));
        };
        QTest::newRow("one class left") << without(153, 344) << false;
        QTest::newRow("one row left") << without(2, 344) << false;
        QTest::newRow("no row left") << without(1, 344) << false;
        QTest::newRow("the positive class is gone") << without(277, 344) << true;
        QTest::newRow("two rows, two classes")
            << (without(2, 152) + QLatin1Char(';') + without(154, 344)) << true;
    }

    void degenerateLabels()
    {
        QFETCH(QString, patch);
        QFETCH(bool, usable);
        for (const char* model : {"nearest-neighbours", "logistic", "tree", "naive-bayes"}) {
            const Probe found = confusion(
                QStringLiteral("model=") + QLatin1String(model) + QStringLiteral("&patch=") + patch);
            QVERIFY(!found.scene.figures.empty());
            QCOMPARE(found.isUndefined("accuracy"), !usable);
            QVERIFY(!found.scene.diagnostics.empty() || usable);
            for (const Diagnostic& diagnostic : found.scene.diagnostics)
                QVERIFY2(!diagnostic.sentence.startsWith(QStringLiteral("This state")),
                    qPrintable(diagnostic.sentence));
        }
    }
};

TANGENT_TEST(ConfusionMatrixSourcesTest)
#include "confusion_matrix_sources_test.moc"
