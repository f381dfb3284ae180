// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/bounded_file.h"
#include "app/lab/registry.h"
#include "app/lab/state_json.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "app/window/recovery.h"
#include "app/window/recovery_strip.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QThread>

#include <csignal>
#include <sys/resource.h>

using namespace tangent;

namespace {

QString complaint;

void open(Experiment& experiment, const QString& link)
{
    const auto request = readLink(link, &complaint);
    experiment.open(*findLab(request->topic), *request);
}

/// The folder's only state file; empty where there is none.
QByteArray keptText(const QString& folder)
{
    const QStringList names = QDir(folder).entryList({QStringLiteral("*.tangent")}, QDir::Files);
    QFile file(folder + QLatin1Char('/') + names.value(0));
    return names.size() == 1 && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString keptLink(const QString& folder)
{
    DataCatalogue catalogue;
    Experiment experiment(catalogue);
    const auto request = readStateFile(keptText(folder), catalogue, &complaint);
    if (!request)
        return complaint;
    experiment.open(*findLab(request->topic), *request);
    return experiment.link();
}

/// The folder's files of a kind.
int count(const QString& folder, const char* pattern)
{
    return int(QDir(folder).entryList({QLatin1String(pattern)}, QDir::Files).size());
}

} // namespace

class RecoveryTest : public QObject {
    Q_OBJECT

private slots:
    void init() { home_ = std::make_unique<QTemporaryDir>(); }
    void cleanup() { QDir(RecoveryFiles::usualFolder()).removeRecursively(); }

    /// A recovery that goes without endCleanly() is a program that was killed.
    void theLastStateIsOffered()
    {
        DataCatalogue catalogue;
        {
            Experiment experiment(catalogue);
            Recovery recovery(experiment, folder());
            QVERIFY(!recovery.hasOffer());
            open(experiment, "tangent:k-means?k=2&seed=5");
            open(experiment, "tangent:k-means?k=3&seed=6");
            QTRY_COMPARE(keptLink(folder()), QString("tangent:k-means?k=3&seed=6"));
        }
        Experiment next(catalogue);
        Recovery recovery(next, folder());
        QVERIFY(recovery.hasOffer());
        QVERIFY2(recovery.open(&complaint), qPrintable(complaint));
        QCOMPARE(next.link(), QString("tangent:k-means?k=3&seed=6"));
        QVERIFY(!recovery.hasOffer());
        recovery.endCleanly();
        QVERIFY(QDir(folder()).isEmpty());
    }

    void aCleanEndOffersNothing()
    {
        DataCatalogue catalogue;
        Experiment experiment(catalogue);
        {
            Recovery recovery(experiment, folder());
            open(experiment, "tangent:pca?angle=10");
            QTRY_COMPARE(count(folder(), "*.tangent"), 1);
            recovery.endCleanly();
        }
        QVERIFY(!Recovery(experiment, folder()).hasOffer());
    }

    /// The table comes back by its bytes, under the same name, with the changes made to it.
    void aTableAndItsPatchComeBack()
    {
        QString link;
        {
            DataCatalogue catalogue;
            Experiment experiment(catalogue);
            Recovery recovery(experiment, folder());
            open(experiment, "tangent:k-means");
            QByteArray csv = "a,b\n";
            for (int i = 0; i < 30; ++i)
                csv += QByteArray::number(i) + ',' + QByteArray::number(i * i % 17) + '\n';
            Intent intent;
            intent.values["data"] = catalogue.addFile("my table.csv", csv)->name;
            experiment.apply(intent);
            Intent cell;
            cell.cells = {{"patch", 3, 0, "b", Cell(99.0)}};
            experiment.apply(cell);
            link = experiment.link();
            QVERIFY(link.contains("patch="));
            QTRY_VERIFY(keptText(folder()).contains("patch") && count(folder(), "*.table") == 1);
        }
        DataCatalogue catalogue;
        Experiment next(catalogue);
        Recovery recovery(next, folder());
        QVERIFY2(recovery.open(&complaint), qPrintable(complaint));
        QCOMPARE(next.link(), link);
        QCOMPARE(next.current().table->rowCount(), 30);
        QCOMPARE(next.current().table->find("b")->numbers[2], 99.0);
    }

    /// What is kept waits for no clock of the interface, which may be held up.
    void isKeptWhileTheInterfaceIsHeldUp()
    {
        DataCatalogue catalogue;
        Experiment experiment(catalogue);
        Recovery recovery(experiment, folder());
        open(experiment, "tangent:pca?angle=10");
        open(experiment, "tangent:pca?angle=20");
        for (int i = 0; i < 1000 && !keptText(folder()).contains("20"); ++i)
            QThread::msleep(5);
        QCOMPARE(keptLink(folder()), QString("tangent:pca?angle=20"));
    }

    /// What is opened in the window is kept like what is opened otherwise.
    void aTableOpenedInTheWindowComesBack()
    {
        write("mine.csv", "a,b\n1,2\n2,3\n8,9\n9,9\n");
        QString link;
        {
            MainWindow window(DataCatalogue::shared());
            window.setStill();
            window.keepRecovery();
            window.openAnything("tangent:k-means");
            window.openAnything(folder() + "/mine.csv");
            QTRY_VERIFY(window.experiment().link().contains("file:mine.csv"));
            link = window.experiment().link();
            QTRY_COMPARE(count(RecoveryFiles::usualFolder(), "*.table"), 1);
            QTRY_VERIFY(keptText(RecoveryFiles::usualFolder()).contains("mine.csv"));
        }
        DataCatalogue catalogue;
        Experiment next(catalogue);
        Recovery recovery(next);
        QVERIFY2(recovery.open(&complaint), qPrintable(complaint));
        QCOMPARE(next.link(), link);
        QCOMPARE(next.current().whole->rowCount(), 4);
    }

    /// Who looks at a table of their own before they take the offer can step back to it, and still lose
    /// nothing.
    void aTableFromBeforeTheOfferIsKept()
    {
        {
            DataCatalogue catalogue;
            Experiment experiment(catalogue);
            Recovery recovery(experiment, folder());
            open(experiment, "tangent:pca?angle=10");
            QTRY_COMPARE(count(folder(), "*.tangent"), 1);
        }
        QString link;
        {
            DataCatalogue catalogue;
            Experiment experiment(catalogue);
            Recovery recovery(experiment, folder());
            open(experiment, "tangent:k-means");
            Intent intent;
            intent.values["data"] = catalogue.addFile("mine.csv", "a,b\n1,2\n2,3\n8,9\n9,9\n")->name;
            experiment.apply(intent);
            QTRY_VERIFY(count(folder(), "*.table") == 1 && count(folder(), "*.tangent") == 2);
            link = experiment.link();
            QVERIFY2(recovery.open(&complaint), qPrintable(complaint));
            QTRY_COMPARE(count(folder(), "*.tangent"), 1);
            open(experiment, link);
            QTRY_VERIFY(keptText(folder()).contains("mine.csv"));
        }
        DataCatalogue catalogue;
        Experiment next(catalogue);
        Recovery recovery(next, folder());
        QVERIFY2(recovery.open(&complaint), qPrintable(complaint));
        QCOMPARE(next.link(), link);
        QCOMPARE(next.current().whole->rowCount(), 4);
    }

    /// A hand that never rests is kept, too.
    void isKeptWhileADragGoesOn()
    {
        DataCatalogue catalogue;
        Experiment experiment(catalogue);
        Recovery recovery(experiment, folder());
        open(experiment, "tangent:gradient-descent");
        QTRY_VERIFY(!keptText(folder()).isEmpty());
        Intent intent;
        intent.phase = Intent::Phase::Begin;
        for (int i = 0; i < 200 && !keptText(folder()).contains("learning-rate"); ++i) {
            intent.values["learning-rate"] = 0.1 + 0.001 * i;
            experiment.apply(intent);
            intent.phase = Intent::Phase::Move;
            QTest::qWait(20);
        }
        QVERIFY(keptText(folder()).contains("learning-rate"));
    }

    void aRunningProgramsStateIsNotOffered()
    {
        DataCatalogue catalogue;
        Experiment one(catalogue);
        Recovery running(one, folder());
        open(one, "tangent:pca?angle=10");
        QTRY_COMPARE(count(folder(), "*.tangent"), 1);
        Experiment other(catalogue);
        Recovery second(other, folder());
        QVERIFY(!second.hasOffer());
        QCOMPARE(count(folder(), "*.tangent"), 1);
        open(other, "tangent:pca?angle=20");
        QTRY_COMPARE(count(folder(), "*.tangent"), 2);
    }

    /// What is offered waits for its answer: starting does not write over it, and a second kill loses
    /// nothing.
    void anOfferOutlivesASecondKill()
    {
        DataCatalogue catalogue;
        {
            Experiment experiment(catalogue);
            Recovery recovery(experiment, folder());
            open(experiment, "tangent:pca?angle=10");
            QTRY_COMPARE(count(folder(), "*.tangent"), 1);
        }
        for (int kill = 0; kill < 3; ++kill) {
            Experiment experiment(catalogue);
            Recovery recovery(experiment, folder());
            open(experiment, "tangent:k-means");
            QTest::qWait(400);
            QVERIFY(recovery.hasOffer());
        }
        Experiment experiment(catalogue);
        Recovery recovery(experiment, folder());
        QVERIFY(recovery.open(&complaint));
        QCOMPARE(experiment.link(), QString("tangent:pca?angle=10"));
    }

    void halvesAndOldStatesAreClearedAway()
    {
        const QString id = QString("0123456789abcdef").repeated(2);
        for (int i = 0; i < 8; ++i) {
            QString name = id;
            name[0] = QChar('0' + i);
            write(name + ".tangent", R"({"format":1,"topic":"pca","state":{}})");
        }
        write("8" + id.mid(1) + ".tangent.XyZabc", "{\"form");
        write("9" + id.mid(1) + "-00ff.table", "file:a@00ff\n");
        write("reader's own.txt", "stays");
        const auto files = RecoveryFiles::takeOver(folder());
        QVERIFY(files);
        QCOMPARE(count(folder(), "*.tangent"), RecoveryFiles::mostLeft);
        QCOMPARE(count(folder(), "*.XyZabc") + count(folder(), "*.table"), 0);
        QCOMPARE(count(folder(), "*.txt"), 1);
    }

    void aDamagedStateIsASentence()
    {
        write(QString("a").repeated(32) + ".tangent", "{\"format\":1,\"topic\":");
        DataCatalogue catalogue;
        Experiment experiment(catalogue);
        Recovery recovery(experiment, folder());
        QVERIFY(recovery.hasOffer());
        QVERIFY(!recovery.open(&complaint));
        QVERIFY(!complaint.isEmpty());
        recovery.dismiss();
        QVERIFY(!Recovery(experiment, folder()).hasOffer());
    }

    void aFolderThatCannotBeWrittenIsSaidOnce()
    {
        DataCatalogue catalogue;
        Experiment experiment(catalogue);
        Recovery recovery(experiment, "/proc/none/recovery");
        QStringList said;
        connect(&recovery, &Recovery::failed, this, [&](const QString& sentence) { said << sentence; });
        open(experiment, "tangent:pca?angle=10");
        QTRY_COMPARE(said.size(), 1);
        QVERIFY2(said.front().startsWith("Cannot write /proc/none/recovery"), qPrintable(said.front()));
        open(experiment, "tangent:pca?angle=20");
        QTest::qWait(500);
        QCOMPARE(said.size(), 1);
        recovery.endCleanly();
    }

    /// No byte more can be written: as on a full disk the old state stays whole, and a sentence says so.
    void aFullDiskIsASentence()
    {
        const auto files = RecoveryFiles::make(folder(), &complaint);
        QVERIFY(files);
        QCOMPARE(files->writeState("old"), QString());
        Settings().setChallengeReached("before");
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before = {};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit full{10, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &full);
        const QString sentence = files->writeState(QByteArray(100'000, 'n'));
        BookmarkStore bookmarks(home_->filePath("bookmarks.json"));
        const bool added = bookmarks.add({"pca", "name", "tangent:pca"});
        Settings settings;
        settings.setChallengeReached("full");
        const QString unwritten = settings.complaint();
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(sentence.startsWith("Cannot write "));
        QCOMPARE(files->state().value_or(QByteArray()), QByteArray("old"));
        QVERIFY(!added && bookmarks.complaint().startsWith("Cannot write "));
        QVERIFY(unwritten.startsWith("Cannot write "));
        QVERIFY(settings.isChallengeReached("full") && !Settings().isChallengeReached("full"));
        QVERIFY(Settings().isChallengeReached("before"));
        QCOMPARE(settings.complaint(), QString());
        QVERIFY(Settings().isChallengeReached("full"));
    }

    void theStripOpensOrBeginsFresh()
    {
        Settings().setHintsSeen();
        for (const bool fresh : {false, true}) {
            {
                Experiment experiment(DataCatalogue::shared());
                Recovery recovery(experiment);
                open(experiment, "tangent:pca?angle=33");
                QTRY_COMPARE(count(RecoveryFiles::usualFolder(), "*.tangent"), 1);
            }
            MainWindow window(DataCatalogue::shared());
            window.keepRecovery();
            window.openStart();
            window.resize(960, 600);
            window.show();
            QVERIFY(window.recoveryStrip() && window.recoveryStrip()->isVisible());
            QVERIFY(window.lab().geometry().top() >= window.recoveryStrip()->geometry().bottom());
            QTest::mouseClick(
                fresh ? window.recoveryStrip()->freshButton() : window.recoveryStrip()->openButton(),
                Qt::LeftButton);
            QVERIFY(!window.recoveryStrip());
            QCOMPARE(window.experiment().link() == QString("tangent:pca?angle=33"), !fresh);
            window.close();
            QCOMPARE(count(RecoveryFiles::usualFolder(), "*"), 0);
            MainWindow next(DataCatalogue::shared());
            next.keepRecovery();
            QVERIFY(!next.recoveryStrip());
        }
    }

    void onlySoMuchOfAFileIsRead()
    {
        write("large.md", QByteArray(300, 'a'));
        const QString path = folder() + "/large.md";
        QCOMPARE(readFileUpTo(path, 300, &complaint).value_or(QByteArray()).size(), 300);
        QVERIFY(!readFileUpTo(path, 299, &complaint));
        QVERIFY(complaint.contains("larger than"));
        QVERIFY(!readFileUpTo("/dev/zero", 1000, &complaint)); // has no size and no end
        QVERIFY(!readFileUpTo(folder(), 1000, &complaint));
        QVERIFY(!readFileUpTo(folder() + "/none", 1000, &complaint));
    }

private:
    QString folder() const { return home_->filePath("recovery"); }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QDir().mkpath(folder());
        QFile file(folder() + '/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    std::unique_ptr<QTemporaryDir> home_;
};

TANGENT_TEST(RecoveryTest)
#include "recovery_test.moc"
