// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/view_hands.h"
#include "widgets/views/controls/buttons.h"
#include "widgets/views/controls/readout_bar.h"
#include "widgets/views/controls/readout_cell.h"
#include "widgets/views/text.h"

#include <QSignalSpy>

using namespace tangent;
using namespace tangent::tests;

namespace {

Readout readout(const QString& key, double value, bool prominent = true)
{
    Readout made;
    made.key = key;
    made.label = key;
    made.value = value;
    made.prominent = prominent;
    return made;
}

std::vector<Readout> kMeans()
{
    std::vector<Readout> made{readout("Inertia", 231.7), readout("Best of 50 restarts", 118.1),
        readout("Silhouette", 0.5), readout("Elbow suggests", 4), readout("Iterations", 6, false),
        readout("Adjusted Rand", 0.32, false)};
    made[0].better = Readout::Better::Down;
    made[0].unit = "mm²";
    made[2].value = std::monostate();
    made[2].note = "undefined with one cluster";
    made[3].note = "strength 0.71";
    return made;
}

struct Shown {
    explicit Shown(int width = 724)
    {
        bar.resize(width, 62);
        bar.showReadouts(kMeans());
        present(bar);
    }

    ReadoutCell* cell(const QString& key) const
    {
        for (ReadoutCell* cell : bar.findChildren<ReadoutCell*>())
            if (cell->readout().key == key)
                return cell;
        return nullptr;
    }

    ReadoutBar bar;
};

} // namespace

class ReadoutBarTest : public QObject {
    Q_OBJECT

private slots:
    /// The name of what decided is seen whole.
    void longWordsTakeTwoLines()
    {
        std::vector<Readout> made{readout("Decision", 0), readout("Decided by", 0), readout("Ended at", 0)};
        made[1].value = QStringLiteral("resource-policy/OnlyThroughEndpoint");
        ReadoutBar bar;
        bar.resize(640, 62);
        bar.showReadouts(made);
        QVERIFY(present(bar));
        TextFitRecord record;
        bar.grab();
        QCOMPARE(record.unfitting(), QStringList());
    }

    void valuesAndLabels()
    {
        Shown shown;
        QCOMPARE(shown.cell("Inertia")->labelText(), QStringLiteral("Inertia ↓"));
        QCOMPARE(shown.cell("Inertia")->valueText(), QStringLiteral("231.7"));
        QCOMPARE(shown.cell("Silhouette")->valueText(), QStringLiteral("–"));
        QCOMPARE(shown.cell("Elbow suggests")->valueText(), QStringLiteral("4"));
    }

    void cellsAreSpoken()
    {
        Shown shown;
        QAccessibleInterface* inertia = spoken(shown.cell("Inertia"));
        QCOMPARE(inertia->text(QAccessible::Name), QStringLiteral("Inertia"));
        QCOMPARE(inertia->text(QAccessible::Value), QStringLiteral("231.7 mm²"));
        QCOMPARE(spoken(shown.cell("Silhouette"))->text(QAccessible::Value),
            QStringLiteral("undefined, undefined with one cluster"));
        QSignalSpy wanted(&shown.bar, &ReadoutBar::definitionWanted);
        inertia->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(wanted.size(), 1);
    }

    void clickAndReturnAskForTheDefinition()
    {
        Shown shown;
        QSignalSpy wanted(&shown.bar, &ReadoutBar::definitionWanted);
        ReadoutCell* cell = shown.cell("Elbow suggests");
        QTest::mouseClick(cell, Qt::LeftButton);
        QCOMPARE(wanted.last()[0].toString(), QStringLiteral("Elbow suggests"));
        QCOMPARE(wanted.last()[1].toRect().size(), cell->size());
        cell->setFocus();
        QTest::keyClick(cell, Qt::Key_Space);
        QTest::keyClick(cell, Qt::Key_Return);
        QCOMPARE(wanted.size(), 3);
    }

    void theOthersAreBehindMore()
    {
        Shown shown;
        QVERIFY(!shown.cell("Iterations"));
        PlainButton* more = shown.bar.findChild<PlainButton*>();
        QCOMPARE(more->text(), QStringLiteral("2 more"));
        QTest::mouseClick(more, Qt::LeftButton);
        QVERIFY(shown.cell("Iterations") && shown.cell("Iterations")->isVisible());
        QCOMPARE(shown.cell("Adjusted Rand")->valueText(), QStringLiteral("0.3200"));
        std::vector<Readout> changed = kMeans();
        changed[4].value = 7.0;
        shown.bar.showReadouts(changed); // the open list follows
        QCOMPARE(shown.cell("Iterations")->valueText(), QStringLiteral("7"));
    }

    void withoutOthersThereIsNoMore()
    {
        Shown shown;
        shown.bar.showReadouts({readout("a", 1), readout("b", 2)});
        QVERIFY(!shown.bar.findChild<PlainButton*>()->isVisible());
        QCOMPARE(shown.cell("a")->width(), shown.cell("b")->width());
    }

    void narrowBarsMoveCellsToTheList()
    {
        Shown shown(430);
        QVERIFY(shown.cell("Inertia")->isVisible());
        QVERIFY(!shown.cell("Elbow suggests")->isVisible());
        QCOMPARE(shown.bar.findChild<PlainButton*>()->text(), QStringLiteral("4 more"));
    }

    void theHeightNeverChanges()
    {
        Shown shown;
        const int before = shown.bar.sizeHint().height();
        shown.bar.showReadouts({});
        QCOMPARE(shown.bar.sizeHint().height(), before);
    }

    void staleFiguresAreGrey()
    {
        Shown shown;
        const QImage fresh = shown.cell("Inertia")->grab().toImage();
        shown.bar.setStale(true);
        QVERIFY(shown.cell("Inertia")->grab().toImage() != fresh);
        shown.bar.setStale(false);
        QCOMPARE(shown.cell("Inertia")->grab().toImage(), fresh);
    }

    void everythingFits_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {540, 684, 724, 1160})
            QTest::addRow("%d", width) << width;
    }

    void everythingFits()
    {
        QFETCH(int, width);
        Shown shown(width);
        shown.bar.openList();
        TextFitRecord record;
        shown.bar.grab();
        for (ReadoutCell* cell : shown.bar.findChildren<ReadoutCell*>())
            if (cell->isVisible())
                cell->grab();
        QCOMPARE(record.unfitting(), QStringList());
    }

    void measuredTimesAreUpdated()
    {
        Shown shown;
        Readout time = readout("Search", 1.5);
        time.measured = true;
        shown.bar.showReadouts({time});
        time.value = 2.5; // equality leaves the clocked time out, the screen does not
        shown.bar.showReadouts({time});
        QCOMPARE(shown.cell("Search")->valueText(), QStringLiteral("2.500"));
    }
};

TANGENT_TEST(ReadoutBarTest)
#include "readout_bar_test.moc"
