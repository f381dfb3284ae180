// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/random/random.h"
#include "tests/support/lab_probe.h"
#include "tests/support/test_program.h"

#include <atomic>
#include <numeric>

using namespace tangent;
using namespace tangent::tests;

namespace {

Probe at(const QString& query)
{
    return probe(QStringLiteral("confusion-matrix?") + query);
}

/// The numbers of a matrix figure, row by row as written.
const Matrix& matrixOf(const Scene& scene, const char* key = "matrix")
{
    static const Matrix none;
    const Figure* figure = scene.figure(QLatin1String(key));
    const Matrix* matrix = figure ? std::get_if<Matrix>(&figure->content) : nullptr;
    return matrix ? *matrix : none;
}

QStringList textsOf(const Scene& scene, const char* key = "matrix")
{
    QStringList texts;
    for (const Matrix::Item& item : matrixOf(scene, key).items)
        texts << item.text;
    return texts;
}

const Matrix::Item& item(const Scene& scene, int row, int column)
{
    const Matrix& matrix = matrixOf(scene);
    return matrix.items[size_t(row * matrix.columnNames.size() + column)];
}

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

/// Every state that the note walks through shows what the note says of it, and the definitions hold.
class ConfusionMatrixTest : public QObject {
    Q_OBJECT

private slots:
    void states_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<double>("accuracy");
        QTest::addColumn<double>("recall");
        QTest::addColumn<double>("precision");
        QTest::newRow("first picture") << QString() << 276.0 / 342 << 28.0 / 68 << 28.0 / 38;
        QTest::newRow("standardised") << "standardise=true" << 337.0 / 342 << 64.0 / 68 << 64.0 / 65;
        QTest::newRow("eight found") << "source=counts&counts=940,50;2,8&positive=2" << 0.948 << 0.8
                                     << 8.0 / 58;
        QTest::newRow("Adelie positive") << "positive=Adelie" << 276.0 / 342 << 133.0 / 151 << 133.0 / 178;
        QTest::newRow("Gentoo positive") << "positive=Gentoo" << 276.0 / 342 << 115.0 / 123 << 115.0 / 126;
        QTest::newRow("small classes half wrong")
            << "source=counts&counts=900,0,0;25,25,0;25,0,25&positive=3" << 0.95 << 0.5 << 1.0;
        QTest::newRow("digits") << "source=classifier&data=digits&label=digit&positive=8&cell=8,1"
                                << 1775.0 / 1797 << 169.0 / 174 << 169.0 / 172;
    }

    void states()
    {
        QFETCH(QString, query);
        QFETCH(double, accuracy);
        QFETCH(double, recall);
        QFETCH(double, precision);
        const Probe found = at(query);
        QVERIFY(found.state.complaints.empty());
        COMPARE_NEAR(found["accuracy"], accuracy, 1e-12);
        COMPARE_NEAR(found["recall"], recall, 1e-12);
        COMPARE_NEAR(found["precision"], precision, 1e-12);
    }

    /// 38 Chinstraps called Adelie: the cell glows, the words name it, and its birds are marked.
    void firstPicture()
    {
        const Probe found = at({});
        QCOMPARE(textsOf(found.scene), QStringList({"133", "9", "9", "38", "28", "2", "7", "1", "115"}));
        for (int cell = 0; cell < 9; ++cell)
            QCOMPARE(item(found.scene, cell / 3, cell % 3).glowing, cell == 3);
        QCOMPARE(item(found.scene, 1, 0).rowIds.size(), size_t(38));
        QVERIFY(found.scene.narration.contains(QStringLiteral("38 of 68 Chinstrap are called Adelie")));
        QVERIFY(found.scene.readout(QStringLiteral("recall"))->label.contains(QStringLiteral("Chinstrap")));
        QCOMPARE(found["smallest-class"], 68.0);
        QVERIFY(found.scene.dataLine.contains(QStringLiteral("2 left out")));
        QVERIFY(found.scene.figure(QStringLiteral("rows")));
    }

    void standardisingDrainsTheCell()
    {
        QCOMPARE(item(at(QStringLiteral("standardise=true")).scene, 1, 0).text, QStringLiteral("4"));
    }

    /// Precision without a positive call is nothing, which is not 0; the averages say how they treat it.
    void undefinedIsNotZero()
    {
        const Probe found = at(QStringLiteral("source=counts&counts=990,0;10,0&positive=2"));
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
        const Probe found = at(QStringLiteral("source=counts&counts=0,0;0,0"));
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
            const Probe found = at(query + QStringLiteral("&positive=%1").arg(k + 1));
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
        COMPARE_NEAR(at(query)["macro-f1"], macroF1, 1e-12);
    }

    void trueNegativesDoNotEnterF1()
    {
        const Probe few = at(QStringLiteral("source=counts&counts=10,5;5,20&positive=2"));
        const Probe many = at(QStringLiteral("source=counts&counts=10000,5;5,20&positive=2"));
        QCOMPARE(few["f1"], many["f1"]);
        QVERIFY(few["accuracy"] < 0.8 && many["accuracy"] > 0.99);
    }

    void normalisedDiagonals()
    {
        const Probe byRow = at(QStringLiteral("normalise=by-row"));
        COMPARE_NEAR(item(byRow.scene, 1, 1).value, byRow["recall"], 1e-12);
        const Probe byColumn = at(QStringLiteral("normalise=by-column"));
        COMPARE_NEAR(item(byColumn.scene, 1, 1).value, byColumn["precision"], 1e-12);
        const DataTable* table = byRow.scene.table(QStringLiteral("matrix"));
        QVERIFY(table);
        for (const Row& row : table->rows)
            COMPARE_NEAR(cellNumber(row[1]) + cellNumber(row[2]) + cellNumber(row[3]), 1, 1e-12);
        const Probe empty = at(QStringLiteral("source=counts&counts=990,0;10,0&normalise=by-column"));
        QVERIFY(item(empty.scene, 0, 1).undefined);
        QVERIFY(!item(empty.scene, 0, 0).undefined);
    }

    /// Pointing at a cell writes it, clicking pins it; both by the names of the classes.
    void cellsAreHandles()
    {
        const Probe found = at({});
        const Matrix::Item& glowing = item(found.scene, 1, 0);
        for (const Target& target : {glowing.hover, glowing.target}) {
            QCOMPARE(target.key, QStringLiteral("cell"));
            QCOMPARE(text(target.value), QStringLiteral("Chinstrap,Adelie"));
        }
        const Probe pinned = at(QStringLiteral("cell=Chinstrap,Adelie"));
        QVERIFY(pinned.state.complaints.empty());
        QCOMPARE(writeLink(pinned.state), QStringLiteral("tangent:confusion-matrix?cell=Chinstrap,Adelie"));
        QVERIFY(item(pinned.scene, 1, 0).pinned);
        QVERIFY(!item(pinned.scene, 0, 1).pinned);
        QVERIFY(pinned.scene.narration.contains(QStringLiteral("Chinstrap called Adelie")));
        const Figure* rows = pinned.scene.figure(QStringLiteral("rows"));
        QVERIFY(rows && rows->title.startsWith(QStringLiteral("38 rows")));
        QVERIFY(item(at(QStringLiteral("cell=Gentoo,Gentoo")).scene, 2, 2).pinned);
        QVERIFY(!at(QStringLiteral("cell=Chinstrap,Emperor")).state.complaints.empty());
    }

    /// Raw distances see grams and millimetres of flipper; once standardised, the bills tell.
    void planeFollowsTheDistances()
    {
        const auto axes = [](const QString& query) {
            const Probe found = at(query);
            const Plot& plot = std::get<Plot>(found.scene.figure(QStringLiteral("rows"))->content);
            return QStringList({plot.x.label, plot.y.label});
        };
        QCOMPARE(axes({}), QStringList({"flipper-length", "body-mass"}));
        QCOMPARE(axes(QStringLiteral("standardise=true")), QStringList({"bill-length", "flipper-length"}));
    }

    void digitsShowTheirImages()
    {
        const Probe found = at(QStringLiteral("source=classifier&data=digits&label=digit&positive=8"));
        QVERIFY(item(found.scene, 8, 1).glowing);
        const Figure* images = found.scene.figure(QStringLiteral("images"));
        QVERIFY(images);
        const Gallery& gallery = std::get<Gallery>(images->content);
        QCOMPARE(gallery.items.size(), item(found.scene, 8, 1).rowIds.size());
        for (size_t i = 0; i < gallery.items.size(); ++i) {
            const int id = item(found.scene, 8, 1).rowIds[i];
            QCOMPARE(gallery.items[i].rowId, id);
            const Table& table = *found.state.table;
            const int row = table.rowWithId(id);
            QCOMPARE(table.find(QStringLiteral("digit"))->text(row), QStringLiteral("8"));
            // A field starts at the bottom left, the pixels at the top left.
            QCOMPARE(double(gallery.items[i].picture.values[7 * 8 + 3]),
                table.find(QStringLiteral("pixel-1-4"))->numbers[size_t(row)]);
        }
    }

    void countsAreEdited()
    {
        const Probe found = at(QStringLiteral("source=counts&counts=1,2,3;4,5,6;7,8,9"));
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
        const Probe found = at(QStringLiteral("source=counts&counts=") + counts);
        QCOMPARE(found.state.complaints.size(), size_t(1));
        QCOMPARE(textsOf(found.scene), QStringList({"990", "0", "10", "0"}));
    }

    void twoClassifiers()
    {
        const Probe found = at(QStringLiteral("source=two-classifiers&model-b=logistic"));
        QCOMPARE(found["accuracy"], at({})["accuracy"]);
        COMPARE_NEAR(found["accuracy-b"], at(QStringLiteral("model=logistic"))["accuracy"], 1e-12);
        QCOMPARE(textsOf(found.scene, "matrix-b"), textsOf(at(QStringLiteral("model=logistic")).scene));
        QVERIFY(at({}).isUndefined("accuracy-b"));
    }

    /// At threshold 0 everybody is called positive, above 1 nobody could be; in between a higher one calls
    /// fewer.
    void threshold()
    {
        const QString query = QStringLiteral("source=classifier&data=breast-cancer&model=naive-bayes");
        QCOMPARE(at(query + QStringLiteral("&threshold=0"))["recall"], 1.0);
        QCOMPARE(at(query + QStringLiteral("&threshold=0"))["specificity"], 0.0);
        double recall = 1;
        for (const char* cut : {"0.1", "0.5", "0.9", "0.999"}) {
            const double next = at(query + QStringLiteral("&threshold=") + QLatin1String(cut))["recall"];
            QVERIFY(next <= recall);
            recall = next;
        }
        QVERIFY(recall < 0.9);
        const Probe automatic = at(query);
        QCOMPARE(automatic.scene.handles.size(), size_t(1));
        QCOMPARE(automatic.scene.handles.front().at.x(), 0.5);
        QCOMPARE(number(automatic.scene.resolved.value(QStringLiteral("threshold"))), 0.5);
        QCOMPARE(automatic["recall"], at(query + QStringLiteral("&threshold=0.5"))["recall"]);
    }

    /// Two of four votes reach a threshold of one half; left alone, a tie goes to the first class.
    void tiesAtTheThreshold()
    {
        const QString query =
            QStringLiteral("source=classifier&data=breast-cancer&neighbours=4&positive=malignant");
        QVERIFY(at(query + QStringLiteral("&threshold=0.5"))["recall"] > at(query)["recall"]);
        QCOMPARE(at(query + QStringLiteral("&threshold=0.6"))["recall"], at(query)["recall"]);
    }

    /// With the fit at hand, nothing that only regroups rows fits again: it would stop at once.
    void nothingIsFittedAgain()
    {
        const Lab& lab = *findLab(QStringLiteral("confusion-matrix"));
        const auto settled = [&](const QString& query) {
            QString complaint;
            return settle(lab, *readLink(QStringLiteral("confusion-matrix?") + query, &complaint),
                DataCatalogue::shared());
        };
        const QString base = QStringLiteral("source=classifier&data=breast-cancer");
        Stages stages;
        computeScene(lab, settled(base), stages);
        const std::atomic<bool> stop = true;
        const Progress stopped(&stop, {}, {});
        for (const char* change :
            {"&threshold=0.3", "&normalise=by-row", "&positive=benign", "&cell=benign,malignant"}) {
            const Scene scene = computeScene(lab, settled(base + QLatin1String(change)), stages, stopped);
            QVERIFY2(scene.readout(QStringLiteral("accuracy"))->number().has_value(), change);
        }
        const Scene refitted =
            computeScene(lab, settled(base + QStringLiteral("&neighbours=7")), stages, stopped);
        QVERIFY(!refitted.readout(QStringLiteral("accuracy"))->number());
    }

    /// A long fit is announced by a scene that claims nothing, and stops when nobody waits for it.
    void longWorkIsAnnounced()
    {
        const Lab& lab = *findLab(QStringLiteral("confusion-matrix"));
        QString complaint;
        const auto request = readLink(
            QStringLiteral("confusion-matrix?source=classifier&data=digits&model=logistic"), &complaint);
        std::vector<Scene> partial;
        std::atomic<bool> stop = false;
        const Progress progress(&stop, {}, [&](Scene scene) {
            partial.push_back(std::move(scene));
            stop = true;
        });
        Stages stages;
        const Scene last =
            computeScene(lab, settle(lab, *request, DataCatalogue::shared()), stages, progress);
        QCOMPARE(partial.size(), size_t(1));
        QVERIFY(partial.front().partial && !last.partial);
        QCOMPARE(matrixOf(partial.front()).items.size(), size_t(100));
        QCOMPARE(partial.front().readouts.size(), last.readouts.size());
        for (size_t i = 0; i < last.readouts.size(); ++i) {
            QCOMPARE(partial.front().readouts[i].key, last.readouts[i].key);
            QVERIFY(!partial.front().readouts[i].number() && !last.readouts[i].number());
        }
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
        const Probe found = at(QStringLiteral("data=%1&actual=truth&predicted=call,second").arg(table->name));
        QVERIFY(found.state.complaints.empty());
        QCOMPARE(textsOf(found.scene), QStringList({"1", "1", "1", "1"}));
        QCOMPARE(textsOf(found.scene, "matrix-b"), QStringList({"2", "0", "1", "1"}));
        QCOMPARE(found["accuracy-b"], 0.75);
        QCOMPARE(found.state.choice("positive"), QStringLiteral("1"));
    }

    void measurementsAreNoClasses()
    {
        const Probe found =
            at(QStringLiteral("source=classifier&data=faithful&features=eruption&label=waiting"));
        QVERIFY(found.isUndefined("accuracy"));
        QCOMPARE(found.scene.diagnostics.size(), size_t(1));
        QCOMPARE(found.scene.diagnostics.front().key, QStringLiteral("label"));
    }

    void tableWithoutPredictionsSaysSo()
    {
        const Probe found = at(QStringLiteral("data=iris"));
        QVERIFY(found.isUndefined("accuracy"));
        QCOMPARE(found.state.complaints.size(), size_t(1)); // what asked for the table is told
        QVERIFY(!found.scene.diagnostics.front().cure.isEmpty());
        QCOMPARE(found.scene.readouts.size(), at({}).scene.readouts.size());
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
            const Probe found =
                at(QStringLiteral("model=") + QLatin1String(model) + QStringLiteral("&patch=") + patch);
            QVERIFY(!found.scene.figures.empty());
            QCOMPARE(found.isUndefined("accuracy"), !usable);
            QVERIFY(!found.scene.diagnostics.empty() || usable);
            for (const Diagnostic& diagnostic : found.scene.diagnostics)
                QVERIFY2(!diagnostic.sentence.startsWith(QStringLiteral("This state")),
                    qPrintable(diagnostic.sentence));
        }
    }

    void challenge()
    {
        const auto isReached = [](const Probe& found) {
            return found["accuracy"] >= 0.95 && found["macro-recall"] <= 0.35
                && found["smallest-class"] >= 10;
        };
        QVERIFY(!isReached(at({})));
        QVERIFY(!isReached(at(QStringLiteral("source=counts&counts=900,0,0;25,25,0;25,0,25&positive=3"))));
        const Probe solved = at(QStringLiteral("source=counts&counts=980,0,0;10,0,0;10,0,0&positive=3"));
        QVERIFY(isReached(solved));
        COMPARE_NEAR(solved["macro-recall"], 1.0 / 3, 1e-12);
    }
};

TANGENT_TEST(ConfusionMatrixTest)
#include "confusion_matrix_test.moc"
