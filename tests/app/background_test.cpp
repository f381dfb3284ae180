// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/experiment/background.h"

#include "tests/support/test_program.h"

#include <QThread>

using namespace tangent;

class BackgroundTest : public QObject {
    Q_OBJECT

private slots:
    void resultsArriveInOrderAndThenTheEnd()
    {
        QStringList heard;
        Background<int> work([&](int one) { heard << QString::number(one); }, [&] { heard << "end"; });
        QVERIFY(!work.isRunning());
        work.start([](const std::atomic<bool>&, const auto& deliver) {
            for (int i = 1; i <= 3; ++i)
                deliver(i);
        });
        QVERIFY(work.isRunning());
        QTRY_VERIFY(!work.isRunning());
        QCOMPARE(heard, (QStringList{"1", "2", "3", "end"}));
    }

    /// A dialog inside what a message brings about runs events of its own.
    void messagesKeepTheirOrderInANestedLoop()
    {
        QStringList heard;
        Mailbox<QString> box([&](const QString& one) {
            heard << one;
            if (one == "1") {
                box.post("3");
                QCoreApplication::processEvents();
            }
        });
        box.post("1");
        box.post("2");
        QTRY_COMPARE(heard.size(), 3);
        QCOMPARE(heard, (QStringList{"1", "2", "3"}));
    }

    void aMailboxMayGoAtItsFirstMessage()
    {
        int heard = 0;
        std::unique_ptr<Mailbox<int>> box;
        box = std::make_unique<Mailbox<int>>([&](int) {
            ++heard;
            box.reset();
        });
        box->post(1);
        box->post(2);
        QTRY_COMPARE(heard, 1);
        QTest::qWait(10);
        QCOMPARE(heard, 1);
    }

    void resultsArriveInTheThreadOfTheObject()
    {
        QThread* heardIn = nullptr;
        QThread* workedIn = nullptr;
        Background<QThread*> work([&](QThread* one) {
            workedIn = one;
            heardIn = QThread::currentThread();
        });
        work.start([](const std::atomic<bool>&, const auto& deliver) { deliver(QThread::currentThread()); });
        QTRY_VERIFY(!work.isRunning());
        QCOMPARE(heardIn, thread());
        QVERIFY(workedIn && workedIn != thread());
    }

    /// The first piece delivers until it is stopped; once the second has begun nothing of it is heard.
    void whatIsStartedLaterEndsWhatRuns()
    {
        std::vector<int> heard;
        Background<int> work([&](int one) { heard.push_back(one); });
        work.start([](const std::atomic<bool>& stop, const auto& deliver) {
            while (!stop)
                deliver(1);
            deliver(1);
        });
        QTRY_VERIFY(!heard.empty());
        work.start([](const std::atomic<bool>&, const auto& deliver) { deliver(2); });
        heard.clear();
        QTRY_VERIFY(!work.isRunning());
        QCOMPARE(heard, std::vector<int>{2});
    }

    void aStoppedPieceStillSaysHowFarItCame()
    {
        int heard = 0;
        Background<int> work([&](int one) { heard = one; });
        work.start([](const std::atomic<bool>& stop, const auto& deliver) {
            while (!stop)
                QThread::yieldCurrentThread();
            deliver(7);
        });
        work.stop();
        QTRY_VERIFY(!work.isRunning());
        QCOMPARE(heard, 7);
    }

    void goingAwayEndsTheWork()
    {
        std::atomic<bool> begun = false;
        std::atomic<bool> ended = false;
        {
            Background<int> work([](int) { QFAIL("nobody is there"); });
            work.start([&](const std::atomic<bool>& stop, const auto& deliver) {
                begun = true;
                while (!stop)
                    QThread::yieldCurrentThread();
                deliver(1);
                ended = true;
            });
            while (!begun)
                QThread::yieldCurrentThread();
        }
        QVERIFY(ended);
        QCoreApplication::processEvents();
    }
};

TANGENT_TEST(BackgroundTest)
#include "background_test.moc"
