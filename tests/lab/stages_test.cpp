// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/stages.h"
#include "tests/support/test_program.h"

#include <atomic>
#include <cmath>
#include <thread>

using namespace tangent;

/// Results are kept by all they depend on, within a bound.
class StagesTest : public QObject {
    Q_OBJECT

private slots:
    void aResultIsMadeOnce()
    {
        Stages stages;
        int made = 0;
        const auto make = [&] { return ++made; };
        const auto get = [&](double input, const TablePointer& table = {}) {
            return *stages.get<int>(QStringLiteral("fit"), {input}, table, make);
        };
        QCOMPARE(get(1), 1);
        QCOMPARE(get(1), 1);
        QCOMPARE(get(2), 2);
        QCOMPARE(get(1), 1);
        QCOMPARE(get(1, std::make_shared<Table>()), 3);
        QCOMPARE(get(std::nextafter(1.0, 2.0)), 4);
    }

    void theBoundHolds()
    {
        Stages stages(1000);
        for (int i = 0; i < 100; ++i)
            stages.get<int>(
                QStringLiteral("big"), {double(i)}, {}, [i] { return i; }, 300);
        QVERIFY(stages.bytes() <= 1000);
        int made = 0;
        stages.get<int>(
            QStringLiteral("big"), {99.0}, {}, [&] { return ++made; }, 300);
        QCOMPARE(made, 0); // the newest is still there
        stages.get<int>(
            QStringLiteral("big"), {1.0}, {}, [&] { return ++made; }, 300);
        QCOMPARE(made, 1);
    }

    void aLongTableMakesRoomForWhatIsMadeOfIt()
    {
        auto table = std::make_shared<Table>();
        table->rowIds = std::vector<int>(1000, 1);
        table->columns.resize(5);
        Stages stages(1000);
        int made = 0;
        const auto get = [&](double input) {
            stages.get<int>(
                QStringLiteral("sorted"), {input}, table, [&] { return ++made; }, 80'000);
        };
        get(1);
        get(2);
        get(1);
        get(2);
        QCOMPARE(made, 2);
        get(3); // there is a bound all the same
        QVERIFY(stages.bytes() <= 161'000);
        get(1);
        QCOMPARE(made, 4);
    }

    void threadsShareIt()
    {
        Stages stages(4000);
        std::atomic<int> wrong = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 2000; ++i) {
                    const int input = i % 17;
                    wrong += *stages.get<int>(
                                 QStringLiteral("square"), {double(input)}, {},
                                 [input] { return input * input; }, 500)
                        != input * input;
                }
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
    }
};

TANGENT_TEST(StagesTest)
#include "stages_test.moc"
