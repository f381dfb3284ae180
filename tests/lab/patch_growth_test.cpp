// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/catalogue.h"
#include "app/lab/data/patch_edit.h"
#include "app/lab/data/patch_growth.h"
#include "tests/support/test_program.h"

using namespace tangent;

/// Rows behind a patch: the short way gives what the whole reading gives.
class PatchGrowthTest : public QObject {
    Q_OBJECT

private slots:
    void grownIsWhatIsReadWhole_data()
    {
        QTest::addColumn<QString>("data");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("more");
        QTest::addColumn<bool>("isGrown");
        QTest::newRow("a sheet") << "drawn"
                                 << "%2B1,2,A"
                                 << "%2B3,4,B;%2B5,6,A" << true;
        QTest::newRow("a cloud") << "blobs"
                                 << "%2B1,2,A;-3;4:x%3D9"
                                 << "%2B3,4,Q" << true;
        QTest::newRow("empty cells") << "blobs"
                                     << "%2B1,2,A"
                                     << "%2B;%2B,5" << true;
        QTest::newRow("the last rows are gone") << "blobs"
                                                << "-199;-200"
                                                << "%2B1,2,A" << false;
        QTest::newRow("another change") << "drawn"
                                        << "%2B1,2,A"
                                        << "%2B3,4,B;1:x%3D7" << false;
        QTest::newRow("a removal") << "drawn"
                                   << "%2B1,2,A;%2B3,4,B"
                                   << "-1" << false;
        QTest::newRow("a word for a number") << "drawn"
                                             << "%2B1,2,A"
                                             << "%2Bone,4,B" << false;
        QTest::newRow("no item") << "drawn"
                                 << "%2B1,2,A"
                                 << "nonsense" << false;
    }
    void grownIsWhatIsReadWhole()
    {
        QFETCH(QString, data);
        QFETCH(QString, before);
        QFETCH(QString, more);
        QFETCH(bool, isGrown);
        const TablePointer base = DataCatalogue::shared().load(data);
        const Patch first = minimalPatch(parsePatch(before), *base);
        const QString held = toString(first);
        const TablePointer made = applyPatch(base, first);
        const QString asked = held + QLatin1Char(';') + more;
        const std::optional<GrownPatch> grown = grownPatch(base, held, made, asked);
        QCOMPARE(grown.has_value(), isGrown);
        if (!grown)
            return;
        const Patch whole = minimalPatch(parsePatch(asked), *base);
        QCOMPARE(grown->canonical, toString(whole));
        QCOMPARE(*grown->made, *applyPatch(base, whole));
    }
};

TANGENT_TEST(PatchGrowthTest)
#include "patch_growth_test.moc"
