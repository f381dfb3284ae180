// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/algorithms/simulate/stream_probe.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace tangent::simulate;

/// Shards are cut and joined, readers keep up or fall behind.
class ShardsAndReadersTest : public QObject {
    Q_OBJECT

private slots:
    void needsAreArithmetic_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("size");
        QTest::addColumn<int>("readers");
        QTest::addColumn<bool>("fanOut");
        QTest::addColumn<int>("shards");
        QTest::newRow("first picture") << 3000.0 << 1.0 << 1 << false << 3;
        QTest::newRow("many small records") << 5000.0 << 0.1 << 1 << false << 5;
        QTest::newRow("few large records") << 300.0 << 15.0 << 1 << false << 5;
        QTest::newRow("five readers share") << 3000.0 << 1.0 << 5 << false << 8;
        QTest::newRow("five readers with fan-out") << 3000.0 << 1.0 << 5 << true << 3;
        QTest::newRow("exactly one") << 1000.0 << 1.0 << 1 << false << 1;
        QTest::newRow("one record more") << 1001.0 << 1.0 << 1 << false << 2;
        QTest::newRow("nothing") << 0.0 << 1.0 << 1 << false << 1;
    }

    void needsAreArithmetic()
    {
        QFETCH(double, rate);
        QFETCH(double, size);
        QFETCH(int, readers);
        QFETCH(bool, fanOut);
        QFETCH(int, shards);
        StreamOptions options = plainOptions(rate);
        options.recordKilobytes = size;
        options.readers = readers;
        options.fanOut = fanOut;
        QCOMPARE(shardNeeds(options).shards(), shards);
    }

    void theRateIsStraightBetweenCorners()
    {
        const std::vector<RatePoint> curve{{2, 100}, {6, 300}, {6, 50}};
        QCOMPARE(rateAt(curve, 0), 100.0);
        QCOMPARE(rateAt(curve, 4), 200.0);
        QCOMPARE(rateAt(curve, 6), 50.0);
        QCOMPARE(rateAt(curve, 99), 50.0);
        QVERIFY(std::abs(sentBetween(curve, 0, 8) - (200 + 800 + 100)) < 1e-6);
        double slices = 0;
        for (int i = 0; i < 40; ++i)
            slices += sentBetween(curve, i / 5.0, (i + 1) / 5.0);
        QVERIFY(std::abs(slices - 1100) < 1e-6);
    }

    void aSplitHalvesTheRangeAndNotTheKey()
    {
        StreamOptions options = plainOptions();
        const auto keys = keysOf(1000, Spread::Hot, 0.5); // key-39, on the fourth shard
        options.reshards = {{10, 4, false}};
        const StreamTrace trace = runStream(options, keys, 30);
        QCOMPARE(int(trace.shards.size()), 6);
        QCOMPARE(trace.shards[3].closed, std::optional<int>(10));
        QCOMPARE(trace.shards[4].range.from(), 0.75);
        QCOMPARE(trace.shards[4].range.to(), 0.875);
        const auto& shards = trace.seconds.back().shards;
        QCOMPARE(int(shards.size()), 5);
        const int busier = std::max(shards[3].offered, shards[4].offered);
        const int idler = std::min(shards[3].offered, shards[4].offered);
        QVERIFY(busier > 1600 && idler < 250);
        QVERIFY(std::abs(busier + idler - 1884) <= 2);
    }

    void aMergeJoinsNeighbours()
    {
        StreamOptions options = plainOptions();
        options.reshards = {{10, 1, true}};
        const StreamTrace trace = runStream(options, keysOf(1000), 20);
        QCOMPARE(trace.seconds.back().openShards(), 3);
        QCOMPARE(trace.shards[4].range.to(), 0.5);
        QVERIFY(std::abs(trace.seconds.back().shards[0].offered - (777 + 774)) <= 1);
    }

    void whatCannotBeReshardedIsReported()
    {
        StreamOptions options = plainOptions();
        options.reshards = {{3, 9, false}, {4, 4, true}, {5, 1, false}, {6, 1, false}};
        const StreamTrace trace = runStream(options, keysOf(100), 10);
        QCOMPARE(int(trace.refused.size()), 3);
        options.mode = Mode::OnDemand;
        QCOMPARE(int(runStream(options, keysOf(100), 10).refused.size()), 4);
    }

    /// A child is not read before its parents: order within a key survives.
    void parentsAreReadFirst()
    {
        StreamOptions options = plainOptions(3600);
        options.readers = 3;
        options.reshards = {{20, 1, false}};
        Stream stream(options, keysOf(1000));
        bool parentHadRest = false;
        for (int second = 0; second < 60; ++second) {
            stream.advance();
            if (stream.shards().size() < 5)
                continue;
            const Shard& parent = stream.shards()[0];
            for (size_t r = 0; r < 3; ++r) {
                const bool rest = parent.unread(parent.readers[r]) > 0;
                parentHadRest = parentHadRest || rest;
                QVERIFY(!rest || stream.shards()[4].readers[r].read == 0);
            }
        }
        QVERIFY(parentHadRest);
        QVERIFY(stream.shards()[4].readers[0].read > 0);
    }

    /// Shared: five readers get 2 MB a second between them, so each falls behind by the difference.
    void fiveReadersShareAndFallBehind()
    {
        StreamOptions options = plainOptions();
        options.readers = 5;
        const StreamTrace shared = runStream(options, keysOf(1000), 60);
        QVERIFY(shared.seconds.back().iteratorAge() > 20);
        QVERIFY(shared.seconds.back().iteratorAge() > shared.seconds[30].iteratorAge() + 8);
        for (const ReaderSecond& reader : shared.seconds.back().readers)
            QVERIFY(std::abs(double(reader.read) - 60.0 * 4 * 2048 / 5) < 4 * 2048);
        options.fanOut = true;
        QCOMPARE(runStream(options, keysOf(1000), 60).seconds.back().iteratorAge(), 0.0);
    }

    /// One call a slice: a reader among five that keeps up is a second behind at most.
    void callsComeRoundOnceASecond()
    {
        StreamOptions options = plainOptions(400);
        options.readers = 5;
        const StreamTrace trace = runStream(options, keysOf(1000), 30);
        QVERIFY(trace.seconds.back().iteratorAge() > 0.5);
        QVERIFY(trace.seconds.back().iteratorAge() <= 1);
    }

    /// What is older than the retention is gone, and nothing else.
    void oldRecordsExpire()
    {
        constexpr int retention = 7;
        StreamOptions options = plainOptions(2000);
        options.shards = 1;
        options.readers = 5;
        options.retention = retention;
        const StreamTrace trace = runStream(options, keysOf(1000), 40);
        int expiries = 0;
        for (size_t t = retention + 1; t < trace.seconds.size(); ++t) {
            for (size_t r = 0; r < 5; ++r) {
                const ReaderSecond& now = trace.seconds[t].readers[r];
                const std::int64_t position = trace.seconds[t].accepted - now.unread;
                const std::int64_t old = trace.seconds[t - retention].accepted;
                QVERIFY(position >= old);
                if (now.expired > trace.seconds[t - 1].readers[r].expired) {
                    QCOMPARE(position, old);
                    ++expiries;
                }
            }
        }
        QVERIFY(expiries > 50);
    }

    void onDemandFollowsInAQuarterOfAnHour()
    {
        StreamOptions options = plainOptions(5000);
        options.mode = Mode::OnDemand;
        const StreamTrace trace = runStream(options, keysOf(1000), 1200);
        QCOMPARE(trace.seconds[900].openShards(), 4);
        QCOMPARE(trace.seconds[901].openShards(), 8);
        QVERIFY(trace.seconds[900].rejected() > trace.seconds[800].rejected());
        QCOMPARE(trace.seconds.back().rejected(), trace.seconds[902].rejected());
        const StreamTrace hot = runStream(options, keysOf(1000, Spread::Hot, 0.5), 1200);
        QVERIFY(hot.seconds.back().rejected() > hot.seconds[1100].rejected() + 50'000);
    }

    void limitsAreThoseOfTheFacts()
    {
        QFile file(QStringLiteral(TANGENT_SOURCE_DIR "/resources/facts/kinesis-data-streams.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QMap<QString, int> facts;
        const QStringList lines =
            QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString& line : lines.mid(1)) {
            const QStringList cells = line.split(QLatin1Char(','));
            QCOMPARE(cells.size(), 4);
            facts[cells[0].section(QStringLiteral(" ("), 0, 0)] = cells[1].toInt();
        }
        QCOMPARE(facts["records into a shard per second"], limits::recordsIn);
        QCOMPARE(facts["bytes into a shard per second"], limits::bytesIn);
        QCOMPARE(facts["bytes out of a shard per second"], limits::bytesOut);
        QCOMPARE(facts["GetRecords calls on a shard per second"], limits::callsOut);
        QCOMPARE(facts["records one GetRecords call returns at most"], limits::recordsPerCall);
        QCOMPARE(facts["bytes one GetRecords call returns at most"], limits::bytesPerCall);
        QCOMPARE(facts["readers with fan-out on one stream"], limits::readersWithFanOut);
        QCOMPARE(facts["bytes per second above which a shard on demand is split"], limits::splitBytes);
        QCOMPARE(facts["minutes within which a shard on demand is split"], limits::splitMinutes);
        QCOMPARE(facts["hours a record is kept unless more is paid for"] * 3600, limits::retentionSeconds);
    }
};

TANGENT_TEST(ShardsAndReadersTest)
#include "shards_and_readers_test.moc"
