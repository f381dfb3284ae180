// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/lab_probe.h"
#include "tests/support/test_program.h"

using namespace tangent;
using namespace tangent::tests;

namespace {

const QString lab = QStringLiteral("kinesis-data-streams?");
const QString peak = QStringLiteral("rate=0,3000;20,3000;20,5000;40,5000;40,3000;100,3000");

/// A column of a table of the scene.
QList<double> column(const Probe& found, const char* table, const char* name)
{
    QList<double> values;
    const DataTable* data = found.scene.table(QLatin1String(table));
    const qsizetype index = data ? data->columns.indexOf(QLatin1String(name)) : -1;
    for (size_t i = 0; index >= 0 && i < data->rows.size(); ++i)
        values << cellNumber(data->rows[i][size_t(index)]);
    return values;
}

const Handle* handle(const Probe& found, const char* id)
{
    for (const Handle& one : found.scene.handles) {
        if (one.id == QLatin1String(id))
            return &one;
    }
    return nullptr;
}

} // namespace

/// Every state that the note walks through shows what the note says of it.
class KinesisDataStreamsTest : public QObject {
    Q_OBJECT

private slots:
    void theFirstPictureHasRoom()
    {
        const Probe found = probe(lab);
        QVERIFY(found.state.complaints.empty());
        QCOMPARE(found["throttled-share"], 0.0);
        QCOMPARE(found["shards-needed"], 3.0);
        QCOMPARE(found["iterator-age"], 0.0);
        COMPARE_NEAR(found["worst-shard-load"], 0.75, 0.03);
        QCOMPARE(column(found, "shards", "keys"), QList<double>({259, 258, 227, 256}));
        for (const double load : column(found, "shards", "load"))
            COMPARE_NEAR(load, 0.75, 0.08);
        QVERIFY(found.scene.narration.contains("Room everywhere"));
    }

    void readouts_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QByteArray>("readout");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("within");
        const auto row = [](const char* name, const QString& query, const char* readout, double value,
                             double within) {
            QTest::newRow(name) << query << QByteArray(readout) << value << within;
        };
        row("hot key, load", "hot-share=0.5", "worst-shard-load", 1.875, 0.01);
        row("hot key, refused", "hot-share=0.5", "throttled-share", 0.29, 0.005);
        row("hot key, 64 shards", "hot-share=0.5&shards=64", "throttled-share", 0.17, 0.005);
        row("peak, at its end", peak + "&retry=fixed&step=40", "waiting", 20'000, 4);
        row("peak, drained", peak + "&retry=fixed&step=66", "waiting", 0, 0);
        row("peak, a second before", peak + "&retry=fixed&step=65", "waiting", 170, 100);
        row("peak, backing off", peak + "&retry=exponential", "waiting", 0, 0);
        row("small records", "rate=0,5000&record-size=0.1", "shards-needed", 5, 0);
        row("small records are refused", "rate=0,5000&record-size=0.1", "throttled-share", 0.2, 0.001);
        row("large records", "rate=0,300&record-size=15", "shards-needed", 5, 0);
        row("large records are refused", "rate=0,300&record-size=15", "throttled-share", 0.09, 0.01);
        row("ten keys", "keys=10", "worst-shard-load", 1.8, 0.001);
        row("a split leaves the key whole", "hot-share=0.5&reshards=20,4,split", "worst-shard-load", 1.686,
            0.001);
        row("salt", "hot-share=0.5&salt=4", "throttled-share", 0, 0);
        row("unlucky salt", "hot-share=0.5&salt=4&seed=1", "worst-shard-load", 1.133, 0.001);
        row("five readers", "readers=5", "iterator-age", 28.6, 1);
        row("five readers, fan-out", "readers=5&fan-out=true", "iterator-age", 0, 0);
        row("five readers need more", "readers=5", "shards-needed", 8, 0);
        row("on demand, at last", "rate=0,5000&mode=on-demand", "shards-open", 8, 0);
        row("on demand, load at last", "rate=0,5000&mode=on-demand", "worst-shard-load", 0.7, 0.01);
        row("on demand, hot key", "rate=0,5000&mode=on-demand&hot-share=0.5", "worst-shard-load", 2.81, 0.01);
    }

    void readouts()
    {
        QFETCH(QString, query);
        QFETCH(QByteArray, readout);
        QFETCH(double, value);
        QFETCH(double, within);
        const Probe found = probe(lab + query);
        QVERIFY(found.state.complaints.empty());
        QVERIFY(found.scene.diagnostics.empty());
        COMPARE_NEAR(found[readout.constData()], value, within);
    }

    /// The floor of teaching: what one key is over the limit of one shard stays refused.
    void noNumberOfShardsGoesUnderTheFloor()
    {
        double before = 1;
        for (const int shards : {4, 16, 64, 128}) {
            const double refused =
                probe(lab + QStringLiteral("hot-share=0.5&shards=%1").arg(shards))["throttled-share"];
            QVERIFY(refused < before);
            QVERIFY(refused > (1500.0 - 1000) / 3000);
            before = refused;
        }
    }

    void fewKeysAreUneven()
    {
        QCOMPARE(column(probe(lab + "keys=10"), "shards", "keys"), QList<double>({1, 2, 6, 1}));
    }

    void backingOffMakesFewerAttempts()
    {
        QVERIFY(probe(lab + peak + "&retry=exponential")["throttled-share"]
            < probe(lab + peak + "&retry=fixed")["throttled-share"]);
    }

    void recordsBalanceInEverySecond_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("hot") << "hot-share=0.5";
        QTest::newRow("again") << peak + "&retry=fixed";
        QTest::newRow("backing off, resharded")
            << "hot-share=0.7&retry=exponential&reshards=10,4,split;30,1,merge";
        QTest::newRow("skewed readers") << "distribution=skewed&readers=7&rate=0,100;50,9000";
    }

    void recordsBalanceInEverySecond()
    {
        QFETCH(QString, query);
        const Probe found = probe(lab + query);
        const auto produced = column(found, "timeline", "produced");
        const auto accepted = column(found, "timeline", "accepted");
        const auto waiting = column(found, "timeline", "waiting");
        const auto givenUp = column(found, "timeline", "given-up");
        QVERIFY(produced.size() > 60);
        for (qsizetype i = 0; i < produced.size(); ++i)
            QCOMPARE(produced[i], accepted[i] + waiting[i] + givenUp[i]);
        QCOMPARE(found["produced"], produced.last());
        const auto offered = column(found, "shards", "offered");
        const auto loads = column(found, "shards", "load");
        for (qsizetype i = 0; i < offered.size(); ++i)
            COMPARE_NEAR(loads[i], offered[i] / 1000, 1e-12);
        QCOMPARE(found["worst-shard-load"], *std::max_element(loads.begin(), loads.end()));
    }

    void theChallengeNeedsOtherKeys()
    {
        QVERIFY(probe(lab + "hot-share=0.5")["throttled-share"] > 0);
        const Probe solved = probe(lab + "hot-share=0.5&salt=4");
        QCOMPARE(solved["throttled-share"], 0.0);
        QVERIFY(solved["produced"] >= 179'000);
        QCOMPARE(solved["shards-open"], 4.0);
    }

    /// The ring stands on its bar, and where the hand puts it is the share that brings the bar there.
    void theRingOfTheHotKeyIsOnItsBar()
    {
        for (const char* query : {"hot-share=0", "hot-share=0.3", "hot-share=0.5&shards=64"}) {
            const Probe found = probe(lab + QLatin1String(query));
            const Handle* ring = handle(found, "hot-share");
            QVERIFY(ring);
            const double wanted = ring->mapY.offset + 0.45 * ring->mapY.scale;
            const Probe moved = probe(lab + QLatin1String(query) + "&hot-share=0.45");
            COMPARE_NEAR(moved["worst-shard-load"], wanted, 0.002);
        }
    }

    void cornersAndSplitsCanBeTakenHoldOf()
    {
        const Probe found = probe(lab + "rate=0,3000;20,5000&reshards=20,4,split");
        const Handle* corner = handle(found, "rate-2");
        QVERIFY(corner && corner->removable);
        QCOMPARE(corner->at, QPointF(20, 5000));
        QVERIFY(!handle(probe(lab), "rate-1")->removable);
        QVERIFY(handle(found, "reshard-1"));
        const auto* plot = std::get_if<Plot>(&found.scene.figure("rate")->content);
        QVERIFY(plot && plot->adding && plot->adding->sorted);
    }

    /// A click in the table of shards is a reshard at the shown second.
    void aClickSplitsAShard()
    {
        const Probe found = probe(lab + "hot-share=0.5&step=25");
        const auto* table = std::get_if<TableFigure>(&found.scene.figure("shards")->content);
        QVERIFY(table);
        const Target split = table->lines[3].items[4].target;
        QCOMPARE(split.key, QStringLiteral("reshards"));
        const Rows rows = std::get<Rows>(split.value);
        QCOMPARE(rows, Rows({Row{25.0, 4.0, QStringLiteral("split")}}));
        QVERIFY(table->lines[3].items[5].target.key.isEmpty()); // nothing above the last one
    }

    void whatCannotBeDoneIsSaid()
    {
        QCOMPARE(probe(lab + "reshards=10,9,split").scene.diagnostics.size(), size_t(1));
        QCOMPARE(probe(lab + "reshards=10,1,double").scene.diagnostics.size(), size_t(1));
        QCOMPARE(probe(lab + "mode=on-demand&reshards=10,1,split").scene.diagnostics.size(), size_t(1));
    }

    void nothingIsDividedByNothing()
    {
        const Probe start = probe(lab + "step=0");
        QVERIFY(start.isUndefined("throttled-share"));
        const Probe silent = probe(lab + "rate=0,0");
        QVERIFY(silent.isUndefined("throttled-share"));
        QCOMPARE(silent["shards-needed"], 1.0);
        QVERIFY(probe(lab).isUndefined("busiest-key"));
        QCOMPARE(probe(lab + "hot-share=0.5").words("busiest-key"), QStringLiteral("key-39"));
    }

    void narrationNamesTheCause_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("words");
        QTest::newRow("start") << "step=0"
                               << "Nothing sent yet";
        QTest::newRow("hot") << "hot-share=0.5&shards=64"
                             << "no number of shards is enough";
        QTest::newRow("salted") << "hot-share=0.5&salt=2&rate=0,9000"
                                << "More salt helps";
        QTest::newRow("too much") << "rate=0,5000"
                                  << "Too much for 4 shards";
        QTest::newRow("uneven") << "keys=10"
                                << "Uneven";
        QTest::newRow("draining") << peak + "&retry=fixed&step=50"
                                  << "Draining";
        QTest::newRow("room again") << peak + "&retry=fixed"
                                    << "Room again";
        QTest::newRow("room, but some were lost") << peak + "&retry=fixed&step=66"
                                                  << "Before that 415 records were given up";
        QTest::newRow("lag") << "readers=5"
                             << "behind";
    }

    void narrationNamesTheCause()
    {
        QFETCH(QString, query);
        QFETCH(QString, words);
        const QString said = probe(lab + query).scene.narration;
        QVERIFY2(said.contains(words), qPrintable(said));
        QVERIFY(said.size() <= 190);
    }
};

TANGENT_TEST(KinesisDataStreamsTest)
#include "kinesis_data_streams_test.moc"
