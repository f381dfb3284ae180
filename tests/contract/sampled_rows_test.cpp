// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/compute.h"
#include "app/lab/data/catalogue.h"
#include "app/lab/registry.h"
#include "app/lab/settle.h"
#include "tests/support/test_program.h"

using namespace tangent;

namespace {

Settled settledLink(const Lab& lab, const QString& query)
{
    Request request;
    request.topic = lab.info().id;
    readQuery(query, &request);
    return settle(lab, request, DataCatalogue::shared());
}

} // namespace

/// Where a lab works on some of the rows it says so, and nothing that comes with the program is so long.
class SampledRowsTest : public QObject {
    Q_OBJECT

private slots:
    void whatComesWithTheProgramIsWhole()
    {
        int seen = 0;
        for (const auto& lab : allLabs()) {
            QStringList queries{QString()};
            for (const Preset& preset : lab->presets())
                queries << preset.query;
            for (const DataName& data : DataCatalogue::shared().names())
                queries << QStringLiteral("data=") + data.name;
            for (const QString& query : queries) {
                const Settled state = settledLink(*lab, query);
                seen += state.table != nullptr;
                QVERIFY2(!state.isSampled(), qPrintable(lab->info().id + QLatin1Char('?') + query));
            }
        }
        QVERIFY(seen > 50);
    }

    void aSampleIsStated_data()
    {
        QTest::addColumn<QString>("topic");
        constexpr int mostGenerated = 100'000;
        for (const auto& lab : allLabs()) {
            if (lab->info().rowLimit > 0 && lab->info().rowLimit < mostGenerated)
                QTest::newRow(qPrintable(lab->info().id)) << lab->info().id;
        }
    }
    void aSampleIsStated()
    {
        QFETCH(QString, topic);
        const Lab& lab = *findLab(topic);
        const int limit = lab.info().rowLimit;
        const bool isChosen =
            lab.tableSource() == QLatin1String("table"); // a table's own columns have no limit
        const QString query = (isChosen ? QStringLiteral("source=classifier&") : QString())
            + QStringLiteral("data=gaussians&data.rows=");
        const Settled whole = settledLink(lab, query + QString::number(limit));
        QVERIFY(!whole.isSampled());
        QCOMPARE(whole.table->rowCount(), limit);
        const Settled sampled = settledLink(lab, query + QString::number(limit + 1));
        QVERIFY(sampled.isSampled());
        QCOMPARE(sampled.table->rowCount(), limit);
        QVERIFY(findParameter(sampled.parameters, QStringLiteral("all-rows")));
        Scene scene;
        scene.dataLine = QStringLiteral("data");
        sayWhichRows(sampled, &scene);
        const QString said = QStringLiteral("%L1 of %L2 rows").arg(limit).arg(sampled.whole->rowCount());
        QVERIFY2(scene.dataLine.contains(said), qPrintable(scene.dataLine));
        const Settled all = settledLink(lab, query + QString::number(limit + 1) + "&all-rows=true");
        QCOMPARE(all.table->rowCount(), sampled.whole->rowCount());
        QVERIFY(!all.isSampled());
    }
};

TANGENT_TEST(SampledRowsTest)
#include "sampled_rows_test.moc"
