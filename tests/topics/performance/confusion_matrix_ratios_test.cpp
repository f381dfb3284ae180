// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/random/random.h"
#include "tests/support/test_program.h"
#include "tests/topics/performance/confusion_matrix_probe.h"

#include <cmath>
#include <numeric>

using namespace tangent;
using namespace tangent::tests;

namespace {

QString typed(const std::vector<std::vector<int>>& counts)
{
    QStringList lines;
    for (const auto& row : counts) {
        QStringList cells;
        for (const int count : row)
            cells << QString::number(count);
        lines << cells.join(QLatin1Char(','));
    }
    return QStringLiteral("source=counts&counts=") + lines.join(QLatin1Char(';'));
}

} // namespace

/// The definitions of the ratios, for every table of counts.
class ConfusionMatrixRatiosTest : public QObject {
    Q_OBJECT

private slots:
    /// Precision without a positive call is nothing, which is not 0; the averages say how they treat it.
    void undefinedIsNotZero()
    {
        const Probe found = confusion(QStringLiteral("source=counts&counts=990,0;10,0&positive=2"));
        COMPARE_NEAR(found["accuracy"], 0.99, 1e-12);
        QCOMPARE(found["recall"], 0.0);
        QVERIFY(found.isUndefined("precision"));
        QVERIFY(!found.scene.readout(QStringLiteral("precision"))->note.isEmpty());
        QCOMPARE(found["f1"], 0.0);
        COMPARE_NEAR(found["macro-precision"], 0.495, 1e-12);
        QVERIFY(found.scene.readout(QStringLiteral("macro-precision"))->note.contains(QStringLiteral("0")));
        QVERIFY(found.scene.readout(QStringLiteral("macro-recall"))->note.isEmpty());
        QVERIFY(found.scene.narration.contains(QStringLiteral("undefined, not 0")));
    }

    void noRowsAtAll()
    {
        const Probe found = confusion(QStringLiteral("source=counts&counts=0,0;0,0"));
        for (const char* key :
            {"accuracy", "precision", "recall", "specificity", "f1", "micro-f1", "weighted-recall"})
            QVERIFY2(found.isUndefined(key), key);
        QCOMPARE(found["smallest-class"], 0.0);
    }

    /// Identities that hold for every table: micro-F1, micro precision and weighted recall are accuracy,
    /// macro-F1 is the mean of the classes' F1, and each class's ratios are its row's and its column's.
    void identities_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QList<int>>("counts");
        Random random(3);
        for (int size = 2; size <= 10; ++size) {
            const auto wide = size_t(size);
            std::vector<std::vector<int>> counts(wide, std::vector<int>(wide));
            QList<int> flat;
            for (auto& row : counts) {
                for (int& count : row) {
                    count = int(random.below(200));
                    flat << count;
                }
            }
            QTest::addRow("%d classes", size) << typed(counts) << flat;
        }
    }

    void identities()
    {
        QFETCH(QString, query);
        QFETCH(QList<int>, counts);
        const int size = int(std::lround(std::sqrt(double(counts.size()))));
        double macroF1 = 0;
        for (int k = 0; k < size; ++k) {
            const Probe found = confusion(query + QStringLiteral("&positive=%1").arg(k + 1));
            double row = 0;
            double column = 0;
            for (int j = 0; j < size; ++j) {
                row += counts[k * size + j];
                column += counts[j * size + k];
            }
            const double right = counts[k * size + k];
            COMPARE_NEAR(found["recall"], right / row, 1e-12);
            COMPARE_NEAR(found["precision"], right / column, 1e-12);
            const double all = std::accumulate(counts.begin(), counts.end(), 0.0);
            COMPARE_NEAR(found["specificity"], (all - row - column + right) / (all - row), 1e-12);
            COMPARE_NEAR(found["f1"], 2 * right / (row + column), 1e-12);
            macroF1 += found["f1"] / size;
            for (const char* key : {"micro-f1", "micro-precision", "micro-recall", "weighted-recall"})
                COMPARE_NEAR(found[key], found["accuracy"], 1e-12);
        }
        COMPARE_NEAR(confusion(query)["macro-f1"], macroF1, 1e-12);
    }

    void trueNegativesDoNotEnterF1()
    {
        const Probe few = confusion(QStringLiteral("source=counts&counts=10,5;5,20&positive=2"));
        const Probe many = confusion(QStringLiteral("source=counts&counts=10000,5;5,20&positive=2"));
        QCOMPARE(few["f1"], many["f1"]);
        QVERIFY(few["accuracy"] < 0.8 && many["accuracy"] > 0.99);
    }

    void normalisedDiagonals()
    {
        const Probe byRow = confusion(QStringLiteral("normalise=by-row"));
        COMPARE_NEAR(item(byRow.scene, 1, 1).value, byRow["recall"], 1e-12);
        const Probe byColumn = confusion(QStringLiteral("normalise=by-column"));
        COMPARE_NEAR(item(byColumn.scene, 1, 1).value, byColumn["precision"], 1e-12);
        const DataTable* table = byRow.scene.table(QStringLiteral("matrix"));
        QVERIFY(table);
        for (const Row& row : table->rows)
            COMPARE_NEAR(cellNumber(row[1]) + cellNumber(row[2]) + cellNumber(row[3]), 1, 1e-12);
        const Probe empty = confusion(QStringLiteral("source=counts&counts=990,0;10,0&normalise=by-column"));
        QVERIFY(item(empty.scene, 0, 1).undefined);
        QVERIFY(!item(empty.scene, 0, 0).undefined);
    }
};

TANGENT_TEST(ConfusionMatrixRatiosTest)
#include "confusion_matrix_ratios_test.moc"
