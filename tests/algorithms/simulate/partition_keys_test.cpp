// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/simulate/partition_keys.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace tangent::simulate;

/// Keys go where MD5 sends them.
class PartitionKeysTest : public QObject {
    Q_OBJECT

private:
    static QString hex(Hash hash)
    {
        return QStringLiteral("%1%2")
            .arg(quint64(hash >> 64), 16, 16, QLatin1Char('0'))
            .arg(quint64(hash), 16, 16, QLatin1Char('0'));
    }

    static QList<int> counts(const KeyOptions& options, int shards)
    {
        const PartitionKeys keys(options, hashesOfKeys(options.keys));
        QList<int> found;
        for (const HashRange& range : equalRanges(shards))
            found << keys.countIn(range);
        return found;
    }

private slots:
    /// The test suite of RFC 1321, appendix A.5.
    void md5OfTheRfc_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("digest");
        QTest::newRow("nothing") << QByteArray("") << "d41d8cd98f00b204e9800998ecf8427e";
        QTest::newRow("a") << QByteArray("a") << "0cc175b9c0f1b6a831c399e269772661";
        QTest::newRow("abc") << QByteArray("abc") << "900150983cd24fb0d6963f7d28e17f72";
        QTest::newRow("message digest") << QByteArray("message digest") << "f96b697d7cb7938d525a2f31aaf161d0";
        QTest::newRow("digits") << QByteArray("1234567890").repeated(8) << "57edf4a22be3c955ac49da2e2107b67a";
    }

    void md5OfTheRfc()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, digest);
        QCOMPARE(hex(md5(std::string_view(text.constData(), size_t(text.size())))), digest);
    }

    void rangesCoverEveryHashOnce_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {1, 2, 3, 4, 7, 64, 1000})
            QTest::addRow("%d", count) << count;
    }

    void rangesCoverEveryHashOnce()
    {
        QFETCH(int, count);
        const std::vector<HashRange> ranges = equalRanges(count);
        QCOMPARE(int(ranges.size()), count);
        QVERIFY(ranges.front().first == 0);
        QVERIFY(ranges.back().last == ~Hash(0));
        for (size_t i = 0; i < ranges.size(); ++i) {
            QVERIFY(i == 0 || ranges[i].first == ranges[i - 1].last + 1);
            QVERIFY(std::abs(ranges[i].to() - double(i + 1) / count) < 1e-15);
        }
    }

    void halvesAreTheRangeAgain()
    {
        const HashRange range = equalRanges(3)[1];
        const auto [lower, upper] = halves(range);
        QVERIFY(lower.first == range.first && upper.last == range.last && upper.first == lower.last + 1);
        QVERIFY(std::abs(lower.to() - 0.5) < 1e-15);
    }

    /// By an independent MD5 (Python's hashlib) over four equal ranges.
    void knownKeysOnFourShards()
    {
        KeyOptions options;
        options.keys = 10;
        QCOMPARE(counts(options, 4), QList<int>({1, 2, 6, 1}));
        options.keys = 1000;
        QCOMPARE(counts(options, 4), QList<int>({259, 258, 227, 256}));
    }

    void sharesAddUpToOne_data()
    {
        QTest::addColumn<int>("spread");
        QTest::addColumn<int>("salt");
        QTest::newRow("even") << int(Spread::Even) << 1;
        QTest::newRow("skewed") << int(Spread::Skewed) << 1;
        QTest::newRow("hot") << int(Spread::Hot) << 1;
        QTest::newRow("hot, salted") << int(Spread::Hot) << 7;
    }

    void sharesAddUpToOne()
    {
        QFETCH(int, spread);
        QFETCH(int, salt);
        KeyOptions options;
        options.keys = 137;
        options.spread = Spread(spread);
        options.hotShare = 0.3;
        options.salt = salt;
        const PartitionKeys keys(options, hashesOfKeys(options.keys));
        QCOMPARE(int(keys.placed().size()), 136 + salt);
        double sum = 0;
        for (const HashRange& range : equalRanges(5))
            sum += keys.shareOf(range);
        QVERIFY(std::abs(sum - 1) < 1e-12);
        QVERIFY(std::abs(keys.shareOf({}) - 1) < 1e-12);
    }

    void theHotKeyHasItsShareAndAnEvenOne()
    {
        KeyOptions options;
        options.keys = 50;
        options.spread = Spread::Hot;
        options.hotShare = 0.4;
        const PartitionKeys keys(options, hashesOfKeys(options.keys));
        for (const PlacedKey& key : keys.placed())
            QVERIFY(std::abs(key.share - (key.key == keys.busiest() ? 0.4 + 0.6 / 50 : 0.6 / 50)) < 1e-15);
    }

    void skewIsZipfs()
    {
        KeyOptions options;
        options.keys = 20;
        options.spread = Spread::Skewed;
        const PartitionKeys keys(options, hashesOfKeys(options.keys));
        double first = 0;
        double fourth = 0;
        for (const PlacedKey& key : keys.placed()) {
            if (key.key == keys.busiest())
                first = key.share;
            if (key.key == (keys.busiest() + 3) % 20)
                fourth = key.share;
        }
        QVERIFY(std::abs(first - 4 * fourth) < 1e-15);
    }

    void saltedKeysHashByTheirWholeName()
    {
        KeyOptions options;
        options.keys = 3;
        options.spread = Spread::Hot;
        options.hotShare = 0.5;
        options.salt = 4;
        const PartitionKeys keys(options, hashesOfKeys(options.keys));
        int salted = 0;
        for (const PlacedKey& key : keys.placed()) {
            QVERIFY(key.hash == md5(PartitionKeys::name(key.key, key.suffix)));
            salted += key.suffix >= 0 ? 1 : 0;
        }
        QCOMPARE(salted, 4);
    }

    void outOfRangeIsNamed()
    {
        KeyOptions options;
        options.hotShare = 1.5;
        QVERIFY_EXCEPTION_THROWN(options.check(), std::invalid_argument);
        options = {};
        options.keys = 0;
        QVERIFY_EXCEPTION_THROWN(options.check(), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(equalRanges(0), std::invalid_argument);
    }
};

TANGENT_TEST(PartitionKeysTest)
#include "partition_keys_test.moc"
