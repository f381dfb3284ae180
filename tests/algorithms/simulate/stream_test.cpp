// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/algorithms/simulate/stream_probe.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>

using namespace tangent::simulate;

/// What a stream takes in, refuses and gives out.
class StreamTest : public QObject {
    Q_OBJECT

private:
    static StreamOptions busy()
    {
        StreamOptions options;
        options.rate = {{0, 500}, {10, 7000}, {25, 7000}, {30, 200}};
        options.readers = 3;
        options.reshards = {{5, 2, false}, {12, 1, true}, {20, 6, false}, {22, 7, true}};
        return options;
    }

private slots:
    void recordsAreNeitherLostNorMade_data()
    {
        QTest::addColumn<int>("retry");
        QTest::addColumn<bool>("fanOut");
        QTest::addColumn<double>("size");
        QTest::addColumn<int>("retention");
        QTest::newRow("given up at once") << int(Retry::None) << false << 1.0 << 86400;
        QTest::newRow("again each second") << int(Retry::Fixed) << false << 1.0 << 86400;
        QTest::newRow("backing off") << int(Retry::Exponential) << false << 1.0 << 86400;
        QTest::newRow("small records, fan-out") << int(Retry::Exponential) << true << 0.1 << 86400;
        QTest::newRow("large records") << int(Retry::Fixed) << false << 900.0 << 86400;
        QTest::newRow("records expire") << int(Retry::Exponential) << false << 3.0 << 7;
    }

    void recordsAreNeitherLostNorMade()
    {
        QFETCH(int, retry);
        QFETCH(bool, fanOut);
        QFETCH(double, size);
        QFETCH(int, retention);
        StreamOptions options = busy();
        options.retry = Retry(retry);
        options.fanOut = fanOut;
        options.recordKilobytes = size;
        options.retention = retention;
        const StreamTrace trace = runStream(options, keysOf(300, Spread::Skewed), 60);
        QVERIFY(trace.refused.empty());
        QCOMPARE(int(trace.seconds.size()), 61);
        for (const StreamSecond& now : trace.seconds) {
            QCOMPARE(now.produced, now.accepted + now.waiting + now.givenUp);
            QVERIFY(now.waiting >= 0 && now.givenUp >= 0);
            for (const ReaderSecond& reader : now.readers)
                QCOMPARE(now.accepted, reader.read + reader.unread + reader.expired);
        }
        const StreamSecond& end = trace.seconds.back();
        QVERIFY(std::abs(double(end.produced) - sentBetween(options.rate, 0, 60)) < 20);
        QVERIFY(end.givenUp > 0 || retry != int(Retry::None));
        QCOMPARE(end.readers[0].expired > 0, retention < 60);
    }

    void noLimitIsExceededInAnySecond_data() { recordsAreNeitherLostNorMade_data(); }

    void noLimitIsExceededInAnySecond()
    {
        QFETCH(int, retry);
        QFETCH(bool, fanOut);
        QFETCH(double, size);
        StreamOptions options = busy();
        options.retry = Retry(retry);
        options.fanOut = fanOut;
        options.recordKilobytes = size;
        Stream stream(options, keysOf(300, Spread::Skewed));
        std::vector<std::int64_t> readBefore;
        for (int second = 0; second < 40; ++second) {
            stream.advance();
            readBefore.resize(stream.shards().size());
            for (size_t i = 0; i < stream.shards().size(); ++i) {
                std::int64_t read = 0;
                for (const ReaderPosition& reader : stream.shards()[i].readers)
                    read += reader.read;
                const std::int64_t allowed = std::int64_t(limits::bytesOut) * (fanOut ? options.readers : 1);
                QVERIFY((read - readBefore[i]) * options.recordBytes() <= allowed);
                readBefore[i] = read;
            }
        }
        bool reached = false;
        for (const Shard& shard : stream.shards()) {
            for (size_t slice = 0; slice < shard.acceptedUntil.size(); ++slice) {
                const std::int64_t before =
                    slice < slicesPerSecond ? 0 : shard.acceptedUntil[slice - slicesPerSecond];
                const std::int64_t within = shard.acceptedUntil[slice] - before;
                QVERIFY(within <= limits::recordsIn);
                QVERIFY(within * options.recordBytes() <= limits::bytesIn);
                reached = reached || within == options.recordsIn();
            }
        }
        QVERIFY(reached);
    }

    /// What passed four slices ago still counts, what passed five ago does not.
    void aSecondSlides()
    {
        SlidingSecond second;
        second.pass(0, 7);
        for (int slice = 1; slice < slicesPerSecond; ++slice) {
            QCOMPARE(second.room(slice, 10), std::int64_t(3));
            second.pass(slice, 0);
        }
        QCOMPARE(second.room(slicesPerSecond, 10), std::int64_t(10));
    }

    void evenKeysLoadTheShardsAsTheirNumbers()
    {
        const StreamTrace trace = runStream(plainOptions(), keysOf(1000), 30);
        const StreamSecond& end = trace.seconds.back();
        const int expected[] = {777, 774, 681, 768};
        for (size_t i = 0; i < 4; ++i)
            QVERIFY(std::abs(end.shards[i].offered - expected[i]) <= 1);
        QCOMPARE(end.rejected(), std::int64_t(0));
        QCOMPARE(end.iteratorAge(), 0.0);
    }

    /// With retries off the refused share has a closed form: what the shard of the hot key is over its limit.
    void aHotKeyIsRefusedByArithmetic_data()
    {
        QTest::addColumn<int>("shards");
        QTest::addColumn<double>("near");
        QTest::newRow("four shards") << 4 << 0.29;
        QTest::newRow("sixty-four shards") << 64 << 0.17;
    }

    void aHotKeyIsRefusedByArithmetic()
    {
        QFETCH(int, shards);
        QFETCH(double, near);
        StreamOptions options = plainOptions();
        options.shards = shards;
        const auto keys = keysOf(1000, Spread::Hot, 0.5);
        const StreamTrace trace = runStream(options, keys, 60);
        double over = 0;
        for (const HashRange& range : equalRanges(shards))
            over += std::max(0.0, 3000 * keys->shareOf(range) - 1000);
        const StreamSecond& end = trace.seconds.back();
        const double refused = double(end.rejected()) / double(end.attempts);
        QVERIFY(std::abs(refused - over / 3000) < 1e-4);
        QVERIFY(std::abs(refused - near) < 0.006);
        QVERIFY(refused > 500.0 / 3000);
    }

    void retriesPileUpAndDrain()
    {
        for (const Retry retry : {Retry::Fixed, Retry::Exponential}) {
            StreamOptions options;
            options.rate = {{0, 3000}, {10, 3000}, {10, 5000}, {30, 5000}, {30, 2000}};
            options.retry = retry;
            const StreamTrace trace = runStream(options, keysOf(1000), 120);
            QVERIFY(trace.seconds[30].waiting > 10'000);
            QCOMPARE(trace.seconds.back().waiting, std::int64_t(0));
            QVERIFY(trace.seconds.back().rejected() > trace.seconds[30].waiting);
            QVERIFY(double(trace.seconds.back().givenUp) < 0.02 * double(trace.seconds[30].waiting));
        }
    }

    void nobodyTriesForEver()
    {
        StreamOptions options = plainOptions(8000);
        options.retry = Retry::Fixed;
        const StreamTrace trace = runStream(options, keysOf(1000), 90);
        QCOMPARE(trace.seconds[mostAttempts - 1].givenUp, std::int64_t(0));
        QVERIFY(trace.seconds.back().givenUp > 0);
        QVERIFY(trace.seconds.back().waiting <= std::int64_t(8000) * mostAttempts);
    }

    void aCopyGoesOnTheSame()
    {
        StreamOptions options = busy();
        options.retry = Retry::Exponential;
        Stream stream(options, keysOf(300, Spread::Skewed));
        for (int i = 0; i < 15; ++i)
            stream.advance();
        Stream copy = stream;
        for (int i = 0; i < 25; ++i) {
            const StreamSecond a = stream.advance();
            const StreamSecond b = copy.advance();
            QCOMPARE(a.accepted, b.accepted);
            QCOMPARE(a.givenUp, b.givenUp);
            QCOMPARE(a.readers[1].read, b.readers[1].read);
        }
    }

    void aRunCanBeStopped()
    {
        const StreamTrace trace =
            runStream(plainOptions(), keysOf(10), 100, [](double done) { return done < 0.2; });
        QVERIFY(trace.cancelled);
        QCOMPARE(int(trace.seconds.size()), 21);
    }

    void outOfRangeIsNamed()
    {
        StreamOptions options = plainOptions();
        options.readers = 21;
        QVERIFY_EXCEPTION_THROWN(options.check(), std::invalid_argument);
        options = plainOptions(-1);
        QVERIFY_EXCEPTION_THROWN(options.check(), std::invalid_argument);
        options = plainOptions();
        options.rate = {{10, 1}, {5, 1}};
        QVERIFY_EXCEPTION_THROWN(options.check(), std::invalid_argument);
    }
};

TANGENT_TEST(StreamTest)
#include "stream_test.moc"
