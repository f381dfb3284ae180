// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/table_opener.h"
#include "app/lab/registry.h"
#include "app/window/file_saver.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "app/window/state_opener.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <semaphore>

using namespace tangent;

namespace {

QByteArray longTable(int rows)
{
    QByteArray csv = "a,b,c\n";
    for (int i = 0; i < rows; ++i)
        csv += QByteArray::number(i) + ',' + QByteArray::number(i * 37 % 1009) + ".125,"
            + QByteArray::number(i % 91) + ".0625\n";
    return csv;
}

/// The bytes of a state of k-means with such a table, whose name tells the tests apart.
QByteArray longState(const QString& name, int rows)
{
    DataCatalogue catalogue;
    Request request = *readLink("k-means?k=3", nullptr);
    request.values["data"] = catalogue.addFile(name, longTable(rows))->name;
    return writeStateFile(settle(*findLab("k-means"), request, catalogue));
}

bool isOpenTable(const QString& title)
{
    for (const DataName& data : DataCatalogue::shared().names()) {
        if (data.title == title)
            return true;
    }
    return false;
}

struct Room {
    QTemporaryDir folder;
    MainWindow window{DataCatalogue::shared()};

    Room()
    {
        Settings().setHintsSeen();
        window.setStill();
        window.openAnything("gradient-descent");
        window.show();
    }
    QString topic() { return window.experiment().state().topic; }
    QString path(const char* name) { return folder.filePath(QLatin1String(name)); }
    void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

constexpr int manyRows = 60'000;
constexpr int waitMilliseconds = 20'000;

} // namespace

/// Files that take a while: read and written aside, with a way out.
class LongFilesTest : public QObject {
    Q_OBJECT

private slots:
    void init() { Settings().clear(); }

    void aLongStateIsReadAside()
    {
        Room room;
        const QByteArray bytes = longState("aside.csv", manyRows);
        QVERIFY(bytes.size() > StateOpener::atOnceBytes);
        room.write(room.path("long.tangent"), bytes);
        QVERIFY(room.window.openAnything(room.path("long.tangent")));
        QVERIFY(room.window.states().isBusy()); // the window goes on meanwhile
        QCOMPARE(room.topic(), QString("gradient-descent"));
        QTRY_COMPARE_WITH_TIMEOUT(room.topic(), QString("k-means"), waitMilliseconds);
        QCOMPARE(room.window.experiment().current().whole->rowCount(), manyRows);
        QVERIFY(!room.window.states().isBusy());
    }

    /// A program that is started with a long state shows a lab meanwhile.
    void theProgramStartsWithALongState()
    {
        Room room;
        room.write(room.path("long.tangent"), longState("start.csv", manyRows));
        MainWindow fresh(DataCatalogue::shared());
        fresh.setStill();
        QVERIFY(fresh.openAnything(room.path("long.tangent")));
        QVERIFY(fresh.states().isBusy() && fresh.experiment().isOpen());
        QTRY_COMPARE_WITH_TIMEOUT(fresh.experiment().state().topic, QString("k-means"), waitMilliseconds);
        QCOMPARE(fresh.experiment().current().whole->rowCount(), manyRows);
    }

    void aShortStateIsThereAtOnce()
    {
        Room room;
        room.write(room.path("short.tangent"), longState("short.csv", 50));
        QVERIFY(room.window.openAnything(room.path("short.tangent")));
        QCOMPARE(room.topic(), QString("k-means"));
        QVERIFY(isOpenTable("short.csv"));
    }

    void aStateThatIsNotWantedAnyMoreLeavesNothing()
    {
        Room room;
        QSignalSpy said(&room.window.states(), &StateOpener::said);
        int opened = 0;
        connect(&room.window.states(), &StateOpener::opened, this, [&] { ++opened; });
        room.write(room.path("long.tangent"), longState("unwanted.csv", manyRows));
        room.window.openAnything(room.path("long.tangent"));
        room.window.states().progress().dialog().findChild<QPushButton*>()->click();
        QCOMPARE(said.size(), 1);
        QCOMPARE(said[0][0].toString(), QString("long.tangent was not opened."));
        QTRY_VERIFY_WITH_TIMEOUT(!room.window.states().isBusy(), waitMilliseconds);
        QVERIFY(opened == 0 && !isOpenTable("unwanted.csv"));
        QCOMPARE(said.size(), 1); // what was still under way says nothing more
    }

    void aFileThatIsNoStateIsASentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        const QByteArray blanks(StateOpener::atOnceBytes + 1, '\n');
        for (const bool isLong : {false, true}) {
            const QByteArray front = isLong ? blanks : QByteArray();
            const auto row = [&](const char* name) -> QTestData& {
                return QTest::newRow((QByteArray(name) + (isLong ? ", long" : ", short")).constData());
            };
            row("torn") << front + "{\"format\":1,"
                        << "bad.tangent: Line ";
            row("binary") << front + QByteArray("\x7f\x45\x4c\x46\0\1\2\3", 8) << "bad.tangent: Line ";
            row("a topic that is none") << front + "{\"format\":1,\"topic\":\"k-meens\",\"state\":{}}"
                                        << "did you mean “k-means”?";
        }
        QTest::newRow("empty") << QByteArray() << "bad.tangent: Line 1";
    }

    void aFileThatIsNoStateIsASentence()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        Room room;
        QSignalSpy said(&room.window.states(), &StateOpener::said);
        room.write(room.path("bad.tangent"), bytes);
        room.window.openAnything(room.path("bad.tangent"));
        QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, waitMilliseconds);
        QVERIFY2(said[0][0].toString().contains(words), qPrintable(said[0][0].toString()));
        QCOMPARE(room.topic(), QString("gradient-descent"));
    }

    void parsingEndsWhenItIsToldTo()
    {
        const QByteArray bytes = longState("stopped.csv", manyRows);
        for (const double until : {0.0, 0.6, 0.8}) {
            double last = 0;
            QString complaint;
            const auto read = parseStateFile(bytes, &complaint, [&](double share) {
                [&] { QVERIFY(share >= last && share <= 1); }();
                last = share;
                return share < until;
            });
            QVERIFY(!read && complaint.isEmpty());
        }
    }

    void whatIsWrittenCanBeGivenUp()
    {
        Room room;
        FileSaver& saver = room.window.saver();
        QSignalSpy said(&saver, &FileSaver::said);
        const QString path = room.path("kept.tangent");
        room.write(path, "the old one");
        std::binary_semaphore seen(0);
        saver.save(path, [&](const GoOn& goOn) {
            seen.acquire(); // slow work
            goOn(0.5);
            return QByteArray("the new one");
        });
        QTRY_VERIFY(saver.progress().dialog().isVisible());
        saver.progress().dialog().findChild<QPushButton*>()->click();
        seen.release();
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(said[0][0].toString(), path + " was not written.");
        QVERIFY(!said[0][1].toBool());
        QCOMPARE(room.read(path), QByteArray("the old one"));
        QCOMPARE(QDir(room.folder.path()).entryList(QDir::Files).size(), 1); // no half of a file beside it
        QVERIFY(!saver.isBusy() && !saver.progress().dialog().isVisible());
    }

    void filesAreWrittenOneAfterTheOther()
    {
        Room room;
        FileSaver& saver = room.window.saver();
        QSignalSpy said(&saver, &FileSaver::said);
        std::binary_semaphore begun(0);
        std::counting_semaphore<2> ends(0);
        std::atomic<int> made = 0;
        saver.save(room.path("one"), [&](const GoOn&) {
            ++made;
            begun.release();
            ends.acquire();
            return QByteArray("1");
        });
        begun.acquire();
        const auto second = [](const GoOn&) { return QByteArray("2"); };
        saver.save(room.path("two"), second, "And a remark.");
        QTRY_VERIFY(saver.progress().dialog().isVisible());
        ends.release(2);
        QTRY_COMPARE(said.size(), 2);
        QVERIFY(!saver.progress().dialog().isVisible());
        QCOMPARE(made, 1); // the second one waited and did not disturb the first
        QCOMPARE(room.read(room.path("one")), QByteArray("1"));
        QCOMPARE(room.read(room.path("two")), QByteArray("2"));
        QVERIFY(said[1][0].toString().endsWith(". And a remark."));
    }

    /// Closing the window does not cost the file that is being written.
    void theWindowClosesWhenTheFileIsThere()
    {
        Room room;
        std::binary_semaphore begins(0);
        room.window.saver().save(room.path("last"), [&](const GoOn&) {
            begins.acquire();
            return QByteArray("whole");
        });
        const bool closed = room.window.close() || !room.window.isVisible();
        begins.release();
        QVERIFY(!closed);
        QTRY_VERIFY(!room.window.isVisible());
        QCOMPARE(room.read(room.path("last")), QByteArray("whole"));
    }

    void theWindowStaysWhenItsFileCannotBeWritten()
    {
        Room room;
        QSignalSpy idle(&room.window.saver(), &FileSaver::idle);
        room.window.saver().save(room.path("no/such/folder"), [](const GoOn&) { return QByteArray("x"); });
        QVERIFY(!room.window.close());
        QTRY_COMPARE(idle.size(), 1);
        QVERIFY(room.window.isVisible());
        QVERIFY(room.window.close());
    }

    void theStateIsSavedFromTheDialog()
    {
        Room room;
        room.window.openAnything("k-means?k=2&data=faithful");
        QTimer::singleShot(0, [&] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            dialog->findChild<QLineEdit*>()->setText(room.path("saved.tangent"));
            QMetaObject::invokeMethod(dialog, "accept");
        });
        room.window.saveFile();
        QTRY_VERIFY(!room.window.saver().isBusy());
        QString complaint;
        const auto read = parseStateFile(room.read(room.path("saved.tangent")), &complaint);
        QVERIFY2(read, qPrintable(complaint));
        QCOMPARE(read->request.encoded.value("data"), QString("faithful"));
    }
};

TANGENT_TEST(LongFilesTest)
#include "long_files_test.moc"
