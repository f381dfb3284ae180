// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/data_view.h"
#include "app/data/row_view.h"
#include "app/data/table_fit.h"
#include "app/lab/data/catalogue.h"
#include "app/lab/data/patch.h"
#include "app/lab/registry.h"
#include "tests/support/test_program.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>

using namespace tangent;

namespace {

TablePointer fruit()
{
    return DataCatalogue::shared().addFile("fruit.csv",
        "name,mass,day\nPear,180,2026-03-01\nApple,150,2026-01-15\nCherry,,2026-02-01\napple,150.5,\n"
        "Plum,40,2026-01-01\n");
}

std::vector<int> ids(const RowFilter& filter, const RowOrder& order = {})
{
    std::vector<int> found;
    for (const int row : rowsToShow(*fruit(), filter, order))
        found.push_back(fruit()->rowIds[size_t(row)]);
    return found;
}

using Ids = std::vector<int>;

} // namespace

class RowViewTest : public QObject {
    Q_OBJECT

private slots:
    void filtersByWordsAndRange()
    {
        QCOMPARE(ids({"name", "apple"}), Ids({2, 4}));
        QCOMPARE(ids({{}, "15"}), Ids({2, 4})); // in any column: 150, 150.5, and the 15th
        RowFilter range;
        range.column = "mass";
        range.least = 100;
        QCOMPARE(ids(range), Ids({1, 2, 4})); // a missing mass is in no range
        range.greatest = 150;
        QCOMPARE(ids(range), Ids({2}));
        QCOMPARE(ids({}), Ids({1, 2, 3, 4, 5}));
    }

    void sortsWithTheMissingLast()
    {
        QCOMPARE(ids({}, {"mass", false}), Ids({5, 2, 4, 1, 3}));
        QCOMPARE(ids({}, {"mass", true}), Ids({1, 4, 2, 5, 3}));
        QCOMPARE(ids({}, {"name", false}), Ids({2, 3, 1, 5, 4})); // by code point: capitals first
        QCOMPARE(ids({}, {"day", true}), Ids({1, 3, 2, 5, 4}));
        QCOMPARE(ids({"name", "p"}, {"mass", false}), Ids({5, 2, 4, 1}));
        QCOMPARE(ids({}, {"no such column", false}), Ids({1, 2, 3, 4, 5}));
    }

    void countsRowsThatLackAValue()
    {
        QCOMPARE(rowsWithMissing(*fruit()), 2);
        QCOMPARE(rowsWithMissing(*fruit(), {"mass"}), 1);
        QCOMPARE(rowsWithMissing(*fruit(), {"name"}), 0);
    }

    void editsAreCountedOverWhatWasCounted()
    {
        const TablePointer base = fruit();
        MissingRows missing;
        QCOMPARE(missing.of(base), 2);
        for (const char* patch : {"3:mass=7", "1:mass=", "-3", "-4;3:mass=7", "+Fig", "+Fig,20,2026-04-01",
                 "-3;-4", "3:mass=7;4:day=2026-05-05", "1:mass=;-1", "1:name=;2:name="}) {
            const TablePointer version = applyPatch(base, parsePatch(patch));
            QVERIFY2(missing.of(version) == rowsWithMissing(*version), patch);
        }
    }

    void modelKeepsItsPromises()
    {
        TableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(fruit(), {{"features", {"mass"}}});
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(),
            QString("mass\nnumbers · features"));
        model.setOrder({"mass", false});
        QCOMPARE(model.index(0, 0).data().toString(), QString("Plum"));
        QCOMPARE(model.shownRow(5), 0);
        QSignalSpy typed(&model, &TableModel::cellTyped);
        QVERIFY(model.setData(model.index(0, 1), "41", Qt::EditRole));
        QCOMPARE(typed.takeFirst(), QVariantList({5, "mass", "41"}));
        QVERIFY(model.setData(model.index(0, 1), "40", Qt::EditRole)); // the same: nobody is told
        QVERIFY(typed.isEmpty());
        model.setFilter({"name", "cherry"});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.shownRow(5), -1);
        QCOMPARE(model.index(0, 1).data().toString(), QString("–"));
        model.setTable(DataCatalogue::shared().addFile("gap.csv", "a,b,c\n1,,2\n3,NA,4\n"), {});
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QString("b\nall missing"));
        model.setTable(DataCatalogue::shared().load("faithful"), {});
        QCOMPARE(model.rowCount(), 272); // another table starts without filter and order
    }

    void anEditedCellLeavesAllRowsWhereTheyAre()
    {
        QByteArray file = "x\n";
        for (int i = 0; i < 60'000; ++i)
            file += QByteArray::number(i) + '\n';
        const TablePointer base = DataCatalogue::shared().addFile("sixty.csv", file);
        TableModel model;
        model.setTable(base, {});
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        const auto show = [&](const char* patch) { model.setTable(applyPatch(base, parsePatch(patch)), {}); };
        show("59000:x=-1");
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.index(58'999, 0).data().toString(), QString("-1"));
        show("59000:x=-1;-3;+7");
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.rowCount(), 60'000);
        QCOMPARE(model.rowId(2), 4);
        QCOMPARE(model.shownRow(60'001), 59'999);
        show("59000:x=-1;10:x=5;-3;+8"); // the same rows are gone and there
        QCOMPARE(reset.size(), 1);
        show("59000:x=-1;10:x=5;-4;+8"); // other ones
        QCOMPARE(reset.size(), 2);
        model.setOrder({"x", true});
        QCOMPARE(model.rowId(0), 60'000);
    }

    /// As after every edit: what is seen stays where it is, and only new rows look for their place.
    void removedRowsLeaveTheOthersInTheirOrder()
    {
        const TablePointer base =
            DataCatalogue::shared().addFile("order.csv", "x,word\n5,a\n3,b\n8,a\n1,a\n9,b\n3,a\n,a\n");
        TableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto show = [&](const char* patch) { model.setTable(applyPatch(base, parsePatch(patch)), {}); };
        const auto ids = [&] {
            Ids found;
            for (int row = 0; row < model.rowCount(); ++row)
                found.push_back(model.rowId(row));
            return found;
        };
        model.setTable(base, {});
        model.setOrder({"x", false});
        QCOMPARE(ids(), Ids({4, 2, 6, 1, 3, 5, 7}));
        show("3:x=0"); // stays under the hand
        QCOMPARE(ids(), Ids({4, 2, 6, 1, 3, 5, 7}));
        show("3:x=0;-1;-6");
        QCOMPARE(ids(), Ids({4, 2, 3, 5, 7}));
        show("-6;-7"); // one comes back, others go
        QCOMPARE(ids(), Ids({4, 2, 1, 3, 5}));
        show("-6;-7;+6,c"); // a new one takes its place
        QCOMPARE(ids(), Ids({4, 2, 1, 8, 3, 5}));
        show("");
        QCOMPARE(ids(), Ids({4, 2, 6, 1, 3, 5, 7}));
        model.setFilter({"word", "a"});
        model.setOrder({"x", true});
        QCOMPARE(ids(), Ids({3, 1, 6, 4, 7}));
        show("-4;2:word=a;+7,a;+7,b"); // one that was hidden is not called up by an edit
        QCOMPARE(ids(), Ids({3, 8, 1, 6, 7}));
    }

    /// The menu marks the type that the head names.
    void aColumnWithoutValuesIsMarkedMissing()
    {
        DataView view;
        const TablePointer base = DataCatalogue::shared().addFile("hollow.csv", "a,b\n1,3\n2,4\n");
        view.showTable(applyPatch(base, parsePatch("1:b=;2:b=")), {}); // every number was taken out by hand
        for (const int column : {0, 1}) {
            QMenu* menu = view.columnMenu(column);
            QCOMPARE(menu->findChild<QAction*>("number")->isChecked(), column == 0);
            QCOMPARE(menu->findChild<QAction*>("missing")->isChecked(), column == 1);
        }
    }

    void headsSortAndGiveTypes()
    {
        DataView view;
        view.showTable(fruit(), {});
        view.resize(500, 300);
        view.show();
        QSignalSpy chosen(&view, &DataView::typeChosen);
        QMenu* menu = view.columnMenu(1);
        QCOMPARE(menu->findChild<QAction*>("number")->isChecked(), true);
        menu->findChild<QAction*>("category")->trigger();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), QString("mass"));
        QHeaderView* head = view.horizontalHeader();
        for (const QString& first : {QString("Plum"), QString("Pear"), QString("Pear")}) {
            QTest::mouseClick(head->viewport(), Qt::LeftButton, {},
                QPoint(head->sectionViewportPosition(1) + 20, head->height() / 2));
            QCOMPARE(view.model()->index(0, 0).data().toString(), first);
        }
        QCOMPARE(view.tableModel().order(), RowOrder());
    }

    void labsSayWhatTheyCanUse()
    {
        DataCatalogue& catalogue = DataCatalogue::shared();
        const TablePointer words = catalogue.addFile("words.csv", "a,b\nx,y\nz,y\n");
        const TableFit refused = fitTable(*findLab("k-means"), {}, *words, {}, catalogue);
        QVERIFY(!refused.serves);
        QCOMPARE(refused.otherSet, QString("blobs"));
        QVERIFY2(refused.reason.contains("k-means needs") && refused.reason.contains("numbers")
                && refused.reason.contains("words.csv has none"),
            qPrintable(refused.reason));

        QVERIFY(fitTable(*findLab("k-means"), {}, *fruit(), {}, catalogue).serves);
        // ROC at its bells uses no table: it ranks scores with a label.
        const TablePointer scored = catalogue.addFile("scored.csv", "score,label\n0.1,no\n0.9,yes\n0.4,no\n");
        QCOMPARE(fitTable(*findLab("roc-auc"), {}, *scored, {}, catalogue).source, QString("table"));
        QCOMPARE(
            fitTable(*findLab("confusion-matrix"), {}, *scored, {}, catalogue).source, QString("classifier"));
        const TableFit wrong =
            fitTable(*findLab("k-means"), {}, *scored, {{"features", {"label"}}}, catalogue);
        QVERIFY(!wrong.serves && wrong.reason.contains("“label” does not hold numbers"));
        const TableFit none = fitTable(*findLab("kinesis-data-streams"), {}, *scored, {}, catalogue);
        QVERIFY(!none.serves && none.otherSet.isEmpty());
        QVERIFY2(none.reason.contains("takes no table"), qPrintable(none.reason));
    }
};

TANGENT_TEST(RowViewTest)
#include "row_view_test.moc"
