// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/file_lock.h"
#include "app/window/settings.h"

#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cerrno>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace tangent;

class FileLockTest : public QObject {
    Q_OBJECT

private slots:
    void oneHoldsItAtATime()
    {
        {
            const FileLock first(path());
            QCOMPARE(first.outcome(), FileLock::Outcome::Held);
            QVERIFY(first.sentence("a.json").isEmpty());
            const FileLock second(path(), 5);
            QCOMPARE(second.outcome(), FileLock::Outcome::OfAnother);
            QVERIFY(!second.mayWrite());
            QVERIFY(second.sentence("a.json").contains("a.json"));
        }
        QCOMPARE(FileLock(path()).outcome(), FileLock::Outcome::Held);
    }

    void aKilledProgramHoldsNothing()
    {
        int told[2] = {};
        QCOMPARE(pipe(told), 0);
        const pid_t child = fork();
        if (child == 0) {
            const FileLock lock(path());
            const char held = lock.outcome() == FileLock::Outcome::Held ? '1' : '0';
            if (write(told[1], &held, 1) == 1)
                pause();
            _exit(1);
        }
        char held = '0';
        QCOMPARE(read(told[0], &held, 1), ssize_t(1));
        QCOMPARE(held, '1');
        QCOMPARE(FileLock(path()).outcome(), FileLock::Outcome::OfAnother);
        kill(child, SIGKILL);
        QCOMPARE(waitpid(child, nullptr, 0), child);
        QCOMPARE(FileLock(path()).outcome(), FileLock::Outcome::Held);
    }

    /// Its being there says nothing, whatever stands in it.
    void aFileThatLiesThereIsNoLock()
    {
        QVERIFY(QDir(folder_.path()).mkpath("deeper"));
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write("1\nsomebody\nelsewhere\n") > 0);
        QCOMPARE(FileLock(path()).outcome(), FileLock::Outcome::Held);
    }

    /// The file that has the name is the one that counts: who locked one that was taken away holds nothing.
    void theFileThatWasTakenAwayKeepsNobodyOut()
    {
        const FileLock first(path());
        QVERIFY(QFile::remove(path()));
        const FileLock second(path());
        QCOMPARE(second.outcome(), FileLock::Outcome::Held);
        QCOMPARE(FileLock(path()).outcome(), FileLock::Outcome::OfAnother);
    }

    void aFileSystemWithoutLocksIsASentence()
    {
        const FileLock lock(path(), 0, [](int, int) {
            errno = ENOLCK;
            return -1;
        });
        QCOMPARE(lock.outcome(), FileLock::Outcome::NoLocks);
        QVERIFY(lock.mayWrite());
        QVERIFY(lock.sentence("/there/bookmarks.json").contains("/there/bookmarks.json"));
    }

    void aFolderThatCannotBeMadeIsASentence()
    {
        const FileLock lock(QStringLiteral("/proc/none/a.lock"));
        QCOMPARE(lock.outcome(), FileLock::Outcome::Unwritable);
        QVERIFY(!lock.mayWrite());
        QVERIFY(lock.sentence("/proc/none/a.json").contains("/proc/none/a.json"));
    }

    void settingsOfTwoWindowsAreAllKept()
    {
        Settings first;
        Settings second;
        first.setChallengeReached("one");
        second.setSolutionSeen("two");
        first.setTextScale(1.25);
        QCOMPARE(first.complaint(), QString());
        QCOMPARE(second.complaint(), QString());
        const Settings third;
        QVERIFY(third.isChallengeReached("one"));
        QVERIFY(third.isSolutionSeen("two"));
        QCOMPARE(third.textScale(), 1.25);
    }

    void damagedSettingsAreKeptAside()
    {
        Settings().setMotion(false);
        QFile file(Settings::path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write("{\"motion\": fal") > 0);
        file.close();
        QVERIFY(Settings().motion());
        Settings().setMotion(false);
        QVERIFY(!Settings().motion());
        QVERIFY(QFile::exists(Settings::path() + ".unreadable"));
    }

    /// Another window keeps the lock: the setting holds here, and is written once the other lets go.
    void whatCannotBeWrittenWaits()
    {
        Settings settings;
        {
            const FileLock other(Settings::path() + QStringLiteral(".lock"));
            QCOMPARE(other.outcome(), FileLock::Outcome::Held);
            settings.setChallengeReached("four");
            QVERIFY(settings.isChallengeReached("four"));
            QVERIFY(!Settings().isChallengeReached("four"));
        }
        QCOMPARE(settings.complaint(), QString());
        QVERIFY(Settings().isChallengeReached("four"));
    }

private:
    QString path() const { return folder_.filePath("deeper/a.lock"); }

    QTemporaryDir folder_;
};

TANGENT_TEST(FileLockTest)
#include "file_lock_test.moc"
