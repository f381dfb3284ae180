// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/random/random.h"
#include "app/lab/data/catalogue.h"
#include "app/lab/data/patch_edit.h"
#include "app/lab/data/standing_patch.h"
#include "tests/support/test_program.h"

using namespace tangent;

namespace {

/// What a hand puts behind a patch: rows, moves, words, removals, also of rows that are not there.
QString anyItem(Random& random)
{
    const auto id = QString::number(1 + random.below(random.below(2) ? 12 : 212));
    switch (random.below(6)) {
    case 0:
        return QStringLiteral("-") + id;
    case 1:
        return id + QStringLiteral(":x=%1,y=%2").arg(random.below(9)).arg(random.below(9));
    case 2:
        return id + QStringLiteral(":label=") + QLatin1Char("ABCQ"[random.below(4)]);
    case 3:
        return QStringLiteral("~%1").arg(1 + random.below(3));
    default:
        return QStringLiteral("+%1,%2,%3")
            .arg(random.below(9))
            .arg(double(random.below(90)) / 8)
            .arg(QLatin1Char("ABZ"[random.below(3)]));
    }
}

} // namespace

/// Items behind a patch: the short way gives what the whole reading gives.
class StandingPatchTest : public QObject {
    Q_OBJECT

private slots:
    void grownIsWhatIsReadWhole_data()
    {
        QTest::addColumn<QString>("data");
        QTest::newRow("a sheet") << "drawn";
        QTest::newRow("a cloud") << "blobs";
    }
    void grownIsWhatIsReadWhole()
    {
        QFETCH(QString, data);
        const TablePointer base = DataCatalogue::shared().load(data);
        Random random(17);
        for (int round = 0; round < 60; ++round) {
            auto standing = std::make_unique<const StandingPatch>(base, QStringLiteral("+1,2,A"), nullptr);
            for (int step = 0; step < 25; ++step) {
                QStringList items;
                for (auto i = 1 + random.below(4); i > 0; --i)
                    items << anyItem(random);
                const QString asked = standing->canonical() + QLatin1Char(';') + items.join(QLatin1Char(';'));
                const auto grown = standing->grownTo(asked);
                QVERIFY2(grown, qPrintable(asked));
                const StandingPatch whole(base, asked, nullptr);
                QCOMPARE(grown->canonical(), whole.canonical());
                QCOMPARE(*grown->table(), *whole.table());
                QCOMPARE(grown->table()->lastId(), whole.table()->lastId());
                // What it is made of is the base: a long drawing holds no chain of its beginnings.
                QCOMPARE(grown->table()->edits->base, base);
                standing = std::make_unique<const StandingPatch>(*grown);
            }
        }
    }

    void whatHasNoPlaceIsSaid_data()
    {
        QTest::addColumn<QString>("patch");
        QTest::addColumn<QString>("part");
        QTest::newRow("no such row") << "999:bill-length=1;-2"
                                     << "has no row 999";
        QTest::newRow("no such row to remove") << "-2;-999"
                                               << "has no row 999";
        QTest::newRow("no such column") << "-2;1:wings=2"
                                        << "has no column “wings”";
        QTest::newRow("a word for a number") << "-2;1:bill-length=long"
                                             << "“long” is not a number";
    }
    void whatHasNoPlaceIsSaid()
    {
        QFETCH(QString, patch);
        QFETCH(QString, part);
        const TablePointer base = DataCatalogue::shared().load("penguins");
        QStringList complaints;
        const StandingPatch standing(base, patch, &complaints);
        QCOMPARE(complaints.size(), 1);
        QVERIFY2(complaints[0].contains(part), qPrintable(complaints[0]));
        QCOMPARE(standing.canonical(), QString("-2")); // the rest is done
        QCOMPARE(standing.table()->rowCount(), base->rowCount() - 1);
    }

    void anEmptySheetHasNoRows()
    {
        QStringList complaints;
        const StandingPatch standing(DataCatalogue::shared().load("drawn"), "7:x=1", &complaints);
        QCOMPARE(complaints, QStringList("patch: drawn has no row 7; it has none yet."));
    }

    void theWholeIsReadWhereItHasTo_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("asked");
        QTest::newRow("another beginning") << "+1,2,A"
                                           << "%2B1,3,A;%2B3,4,B";
        QTest::newRow("nothing behind it") << "+1,2,A"
                                           << "%2B1,2,A;";
        QTest::newRow("no item") << "+1,2,A"
                                 << "%2B1,2,A;nonsense";
        QTest::newRow("a longer last item") << "+1,2,A"
                                            << "%2B1,2,AB";
        QTest::newRow("too many rows") << "~99999;+1,2,A"
                                       << "~99999;%2B1,2,A;+2,3,A";
        QTest::newRow("too many gone") << "+1,2,A"
                                       << "%2B1,2,A;~100000";
    }
    void theWholeIsReadWhereItHasTo()
    {
        QFETCH(QString, before);
        QFETCH(QString, asked);
        const TablePointer base = DataCatalogue::shared().load("drawn");
        QVERIFY(!StandingPatch(base, before, nullptr).grownTo(asked));
    }
};

TANGENT_TEST(StandingPatchTest)
#include "standing_patch_test.moc"
