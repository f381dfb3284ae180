// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/data_view.h"
#include "app/data/data_window.h"
#include "app/data/role_row.h"
#include "app/data/table_opener.h"
#include "app/lab/registry.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "app/window/notice.h"
#include "tests/support/test_program.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace tangent;

namespace {

class Room {
public:
    explicit Room(const QString& link)
        : window(DataCatalogue::shared())
    {
        window.setStill();
        window.resize(1280, 800);
        window.openAnything(link);
        window.show();
        settle();
    }

    void settle()
    {
        [this] { QTRY_VERIFY_WITH_TIMEOUT(!window.opener().isBusy() && !window.lab().isBusy(), 20000); }();
    }
    void paste(const QString& text)
    {
        QApplication::clipboard()->setText(text);
        window.pasteLink();
        settle();
    }
    void open(const QString& name, const QByteArray& bytes)
    {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        window.openAnything(file.fileName());
        settle();
    }
    DataWindow& table()
    {
        window.showData();
        return *window.dataWindow();
    }
    const Settled& now() { return window.experiment().current(); }
    QString cell(int row, const char* column) { return now().whole->find(column)->text(row); }

    QTemporaryDir folder;
    MainWindow window;
};

void typeInto(DataView* view, int row, int column, const QString& text)
{
    view->setCurrentIndex(view->model()->index(row, column));
    view->edit(view->currentIndex());
    auto* editor = view->viewport()->findChild<QLineEdit*>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClick(editor, Qt::Key_Backspace);
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents(); // the view commits when the key is done
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace

/// A person's own table, from the file or the clipboard into the lab, corrected and edited there.
class OwnDataTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { Settings().clear(); }

    void cellsOfASpreadsheetArePasted()
    {
        Room room("k-means");
        room.paste("width\theight\n1,5\t2\n2,5\t3\n9\t8\n8\t9\n");
        PreviewDialog* preview = room.window.opener().preview();
        QVERIFY(preview && preview->isVisible()); // commas were read as decimal signs: worth a look
        QTest::keyClick(preview, Qt::Key_Return);
        room.settle();
        QVERIFY(room.window.experiment().link().contains("data=file:pasted%20table@"));
        QCOMPARE(room.now().table->rowCount(), 4);
        QCOMPARE(room.cell(0, "width"), QString("1.5"));
        QCOMPARE(room.now().columns("features"), QStringList({"width", "height"}));
        room.window.experiment().undo();
        QCOMPARE(room.now().table->name, QString("blobs"));
    }

    /// As file managers and terminals put it into the clipboard.
    void aPathIsPasted_data()
    {
        QTest::addColumn<QString>("form");
        QTest::newRow("bare") << " %1\n";
        QTest::newRow("quoted") << "\"%1\"";
        QTest::newRow("for a shell") << "'%1'";
        QTest::newRow("address") << "file://%1";
    }

    void aPathIsPasted()
    {
        QFETCH(QString, form);
        Room room("k-means");
        QFile file(room.folder.filePath("plain.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a,b\n1,2\n2,3\n8,9\n9,9\n");
        file.close();
        room.paste(form.arg(file.fileName()));
        QCOMPARE(room.now().table->title, QString("plain.csv"));
    }

    void theLooksOfTheWindowReachMenusAndButtons()
    {
        Room room("k-means?data=penguins&features=bill-length,bill-depth");
        room.window.setTheme(Theme::darkTheme());
        const QColor dark = Theme::darkTheme().palette().color(QPalette::Button);
        auto* button = room.table().roles()->findChild<QPushButton*>("features");
        QCOMPARE(button->palette().color(QPalette::Button), dark);
        QCOMPARE(button->menu()->palette().color(QPalette::Button), dark);
        QCOMPARE(room.table().view()->columnMenu(0)->palette().color(QPalette::Button), dark);
    }

    void aLinkIsStillALink()
    {
        Room room("k-means");
        room.paste("  tangent:pca?angle=10\n");
        QCOMPARE(room.window.experiment().state().topic, QString("pca"));
    }

    void nothingToDecideOpensAtOnce()
    {
        Room room("k-means");
        room.open("plain.csv", "a,b\n1,2\n2,3\n8,9\n9,9\n");
        QVERIFY(!room.window.opener().preview());
        QCOMPARE(room.now().table->title, QString("plain.csv"));
    }

    void previewCorrectsTypesAndRoles()
    {
        Room room("gini-split");
        QByteArray file = "size,weight,site\n";
        for (int i = 0; i < 12; ++i)
            file += QByteArray::number(i) + ',' + (i == 3 ? "" : QByteArray::number(i * i)) + ','
                + QByteArray::number(100 + i / 6) + "\n";
        room.open("sites.csv", file);
        PreviewDialog* preview = room.window.opener().preview();
        QVERIFY(preview && preview->isVisible());
        QVERIFY(!preview->fit().serves); // three columns of numbers: nothing is a label
        const QString reason = preview->fit().reason;
        QVERIFY2(reason.contains("categories") && reason.contains("Palmer penguins"), qPrintable(reason));
        emit preview->findChild<DataView*>()->typeChosen("site", Column::Type::Category);
        if (!preview->fit().serves)
            emit preview->findChild<RoleRow*>()->chosen("label", {"site"});
        QVERIFY2(preview->fit().serves, qPrintable(preview->fit().reason));
        emit preview->findChild<RoleRow*>()->chosen("features", {"weight"});
        QTest::keyClick(preview, Qt::Key_Return);
        room.settle();
        QCOMPARE(room.now().column("label"), QString("site"));
        QCOMPARE(room.now().columns("features"), QStringList("weight"));
        QVERIFY(room.window.experiment().link().contains("types=site:category")
            || room.window.experiment().link().contains("types=site%3Acategory"));
        QVERIFY(room.window.lab().scene().dataLine.contains("11 rows, 1 left out"));
    }

    void aLabWithoutTablesSaysSo()
    {
        Room room("kinesis-data-streams");
        const QString before = room.window.experiment().link();
        room.open("plain.csv", "a,b\n1,2\n2,\n8,9\n9,9\n");
        PreviewDialog* preview = room.window.opener().preview();
        QVERIFY(preview);
        QVERIFY(!preview->findChild<RoleRow*>()->isVisible()); // there is nothing to fill
        for (const QLabel* label : preview->findChildren<QLabel*>())
            QVERIFY2(!label->text().contains("column that is used"), qPrintable(label->text()));
        QVERIFY2(preview->fit().reason.contains("takes no table"), qPrintable(preview->fit().reason));
        preview->accept();
        QCOMPARE(room.window.experiment().link(), before);
    }

    void whatCannotBeReadIsASentence()
    {
        Room room("k-means");
        QSignalSpy said(&room.window.opener(), &TableOpener::said);
        room.open("torn.csv", "a,b\n1,\"2\n");
        QCOMPARE(said.size(), 1);
        QVERIFY(said[0][0].toString().startsWith("torn.csv: "));
        QVERIFY2(said[0][0].toString().contains("Line 2, column 2"), qPrintable(said[0][0].toString()));
        room.window.openAnything(room.folder.filePath("nowhere.csv"));
        room.settle();
        QVERIFY(said.last()[0].toString().startsWith("Cannot read ")); // names the file once
        room.open("book.xlsx", "PK");
        auto* notice = room.window.findChild<Notice*>();
        QVERIFY2(notice->text().contains("book.xlsx is no .csv"), qPrintable(notice->text()));
        QCOMPARE(room.now().table->name, QString("blobs"));
    }

    void aCellIsTypedAndTakenBack()
    {
        Room room("k-means?data=faithful");
        DataView* view = room.table().view();
        const QString before = room.cell(4, "waiting");
        const int column = room.now().whole->columnIndex("waiting");
        typeInto(view, 4, column, "99.5");
        QCOMPARE(room.cell(4, "waiting"), QString("99.5"));
        QCOMPARE(view->model()->index(4, column).data().toString(), QString("99.5"));
        QVERIFY(room.window.experiment().link().contains("patch=5%3Awaiting")
            || room.window.experiment().link().contains("patch=5:waiting"));
        typeInto(view, 4, column, "many");
        QCOMPARE(room.cell(4, "waiting"), QString("99.5"));
        QVERIFY(room.table().message().contains("“many” is not a number"));
        typeInto(view, 4, column, "");
        QVERIFY(room.now().whole->find("waiting")->isMissing(4));
        room.settle();
        QVERIFY(room.window.lab().scene().dataLine.contains("1 left out"));
        room.window.experiment().undo();
        room.window.experiment().undo();
        QCOMPARE(room.cell(4, "waiting"), before);
        QCOMPARE(view->model()->index(4, column).data().toString(), before);
        QVERIFY(!room.window.experiment().state().values.contains("patch"));
    }

    void rowsComeAndGo()
    {
        Room room("k-means?data=faithful");
        DataWindow& table = room.table();
        table.addRow();
        QCOMPARE(room.now().whole->rowCount(), 273);
        QCOMPARE(table.view()->currentIndex().row(), 272);
        typeInto(table.view(), 272, 0, "3");
        typeInto(table.view(), 272, 1, "70");
        QCOMPARE(room.now().whole->columns[1].numbers.back(), 70.0);
        table.view()->selectionModel()->clear();
        for (const int row : {0, 2})
            table.view()->selectionModel()->select(
                table.view()->model()->index(row, 0), QItemSelectionModel::Select);
        table.removeSelectedRows();
        QCOMPARE(room.now().whole->rowCount(), 271);
        QCOMPARE(room.now().whole->rowIds[0], 2);
        QCOMPARE(room.now().whole->rowIds[1], 4);
        QTest::keySequence(&table, QKeySequence("Ctrl+Z"));
        QTRY_COMPARE(room.now().whole->rowCount(), 273);
        table.view()->selectAll();
        table.removeSelectedRows();
        QCOMPARE(room.now().whole->rowCount(), 273);
        QVERIFY(table.message().contains("One row has to stay"));
    }

    void editsInASortedAndFilteredTableReachTheirRow()
    {
        Room room("k-means?data=penguins&features=bill-length,bill-depth");
        DataView* view = room.table().view();
        TableModel& model = view->tableModel();
        QTest::keyClicks(room.table().findChild<QLineEdit*>("contains"), "gentoo");
        QCOMPARE(model.rowCount(), 124);
        model.setOrder({"bill-length", true});
        const int id = model.rowId(0);
        const int column = room.now().whole->columnIndex("bill-length");
        typeInto(view, 0, column, "1.25");
        QCOMPARE(
            room.now().whole->columns[size_t(column)].numbers[size_t(room.now().whole->rowWithId(id))], 1.25);
        QCOMPARE(model.rowId(0), id); // it stays under the hand until the order is asked for again
    }

    void typesAndRolesAreChosenInTheWindow()
    {
        Room room("gini-split");
        DataWindow& table = room.table();
        table.setType("year", Column::Type::Number);
        QVERIFY(room.now().whole->find("year")->isNumeric());
        table.setRole("label", {"island"});
        QCOMPARE(room.now().column("label"), QString("island"));
        // What the lab could not go on with is refused, with the reason.
        table.setType("island", Column::Type::Text);
        QCOMPARE(room.now().whole->find("island")->type, Column::Type::Category);
        QVERIFY2(table.message().contains("island") && table.message().contains("Palmer penguins"),
            qPrintable(table.message()));
        room.window.experiment().undo();
        room.window.experiment().undo();
        QCOMPARE(room.now().whole->find("year")->type, Column::Type::Category);
        QVERIFY(room.window.experiment().state().values.isEmpty());
    }

    void rolesComeFromAMenu()
    {
        Room room("pca");
        auto* button = room.table().roles()->findChild<QPushButton*>("features");
        QVERIFY(button);
        emit button->menu()->aboutToShow();
        for (QAction* action : button->menu()->actions()) {
            if (action->text() == QLatin1String("body-mass"))
                action->trigger();
        }
        QCOMPARE(room.now().columns("features"), QStringList({"bill-length", "flipper-length", "body-mass"}));
    }

    void changesTooLongForALinkSayWhatCarriesThem()
    {
        Room room("k-means?data=blobs&data.rows=20000");
        DataWindow& table = room.table();
        table.view()->selectAll();
        QItemSelection most(table.view()->model()->index(0, 0), table.view()->model()->index(14999, 0));
        table.view()->selectionModel()->select(most, QItemSelectionModel::ClearAndSelect);
        table.removeSelectedRows();
        QCOMPARE(room.now().whole->rowCount(), 5000);
        QVERIFY2(table.message().contains("save the state file"), qPrintable(table.message()));
        QApplication::clipboard()->setText("before");
        room.window.copyLink();
        QCOMPARE(QApplication::clipboard()->text(), QString("before"));
    }

    void aLabThatUsesNoTableSaysSo()
    {
        Room room("kinesis-data-streams");
        room.table();
        QVERIFY(room.table().view()->isHidden());
    }

    /// The table stays open while its lab goes.
    void aTableThatWasLeftIsNotFiltered()
    {
        Room room("k-means?data=penguins&features=bill-length,bill-depth");
        auto* contains = room.table().findChild<QLineEdit*>("contains");
        QVERIFY(contains->isEnabled());
        room.window.openAnything("kinesis-data-streams");
        room.settle();
        QVERIFY(!contains->isEnabled());
        contains->setText("gentoo");
        QTest::qWait(300); // long tables follow when the hand rests
        QVERIFY(room.table().view()->isHidden());
    }

    void readingIsStopped()
    {
        TableReader reader;
        QSignalSpy done(&reader, &TableReader::done);
        reader.read({{}, "long", "a\n" + QByteArray("1.25,2\n").repeated(3'000'000)}, {});
        reader.cancel();
        QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 20000);
        QVERIFY(done[0][0].value<CsvResult>().cancelled);
    }
};

TANGENT_TEST(OwnDataTest)
#include "own_data_test.moc"
