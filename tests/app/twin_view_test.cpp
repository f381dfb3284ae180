// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/catalogue.h"
#include "app/lab/registry.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "app/window/twin_view.h"
#include "widgets/views/controls/buttons.h"
#include "widgets/views/controls/narration.h"
#include "widgets/views/controls/player.h"
#include "widgets/views/controls/readout_cell.h"

#include "tests/support/test_program.h"

#include <algorithm>

using namespace tangent;

namespace {

class Pair {
public:
    Pair()
        : window(DataCatalogue::shared())
    {
        window.setStill();
        window.resize(1400, 900);
        window.show();
        window.openAnything("k-means");
        settle();
        window.showTwin(true);
        settle();
    }

    void settle()
    {
        QTRY_VERIFY_WITH_TIMEOUT(
            !window.lab().isBusy() && (!window.twin() || !window.twin()->lab().isBusy()), 20000);
    }

    void setSecond(const QString& key, const Value& value)
    {
        Intent intent;
        intent.values[key] = value;
        window.twin()->experiment().apply(intent);
        settle();
    }

    QString noteOf(const QString& key)
    {
        for (ReadoutCell* cell : window.twin()->lab().findChildren<ReadoutCell*>()) {
            if (cell->readout().key == key)
                return cell->readout().note;
        }
        return {};
    }

    MainWindow window;
};

} // namespace

class TwinViewTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { Settings().clear(); }

    void twoLabsBesideEachOther()
    {
        Pair pair;
        LabPanel& second = pair.window.twin()->lab();
        QVERIFY(second.isVisible());
        QCOMPARE(second.size(), pair.window.lab().size());
        QCOMPARE(second.geometry().left(), pair.window.lab().geometry().right() + 1);
        QVERIFY(!second.findChild<Player*>()->isVisible());
        QVERIFY(pair.window.lab().findChild<Player*>()->isVisible());
        QVERIFY(pair.window.twin()->differenceText().startsWith("Nothing differs"));
    }

    void whatDiffersIsNamedWithItsNumbers()
    {
        Pair pair;
        pair.setSecond("restarts", 10.0);
        QCOMPARE(pair.window.twin()->differenceText(), QString("Restarts 1 | 10"));
        QVERIFY2(
            pair.noteOf("inertia").startsWith(QStringLiteral("−93.")), qPrintable(pair.noteOf("inertia")));
    }

    void onePlayerForBoth()
    {
        Pair pair;
        Intent intent;
        intent.values["step"] = 1.0;
        pair.window.experiment().apply(intent);
        pair.settle();
        QCOMPARE(pair.window.twin()->lab().scene().timeline->at, 1.0);
    }

    void undoBelongsToTheHand()
    {
        Pair pair;
        pair.setSecond("restarts", 10.0);
        pair.window.twin()->lab().setFocus();
        QTest::keyClick(&pair.window, Qt::Key_Z, Qt::ControlModifier);
        pair.settle();
        QCOMPARE(pair.window.twin()->experiment().current().integer("restarts"), 1);
        QVERIFY(pair.window.twin());
    }

    void swapping()
    {
        Pair pair;
        pair.setSecond("restarts", 10.0);
        for (PlainButton* button : pair.window.twin()->findChildren<PlainButton*>()) {
            if (button->text() == "Swap")
                button->click();
        }
        pair.settle();
        QCOMPARE(pair.window.experiment().current().integer("restarts"), 10);
        QCOMPARE(pair.window.twin()->experiment().current().integer("restarts"), 1);
    }

    void anotherTopicEndsIt()
    {
        Pair pair;
        pair.window.openAnything("pca");
        QTRY_VERIFY(!pair.window.twin());
        QCOMPARE(pair.window.experiment().state().topic, QString("pca"));
    }

    /// In a small window the figures have the room, one in front in both, and everything stands level.
    void aSmallWindowShowsTheMainFiguresLarge()
    {
        Pair pair;
        pair.window.resize(960, 600);
        pair.setSecond("restarts", 10.0);
        LabPanel& first = pair.window.lab();
        LabPanel& second = pair.window.twin()->lab();
        const auto box = [](LabPanel& lab, const char* key) { return lab.figureView(key)->geometry(); };
        QVERIFY(first.figureView("plane")->isVisible());
        QVERIFY2(
            box(first, "plane").height() > 200, qPrintable(QString::number(box(first, "plane").height())));
        QVERIFY(box(first, "plane").width() > 400);
        QCOMPARE(box(first, "plane"), box(second, "plane"));
        const auto buttons = first.findChildren<PlainButton*>();
        const auto tab = std::find_if(buttons.begin(), buttons.end(),
            [](const PlainButton* button) { return button->text() == "Elbow"; });
        QVERIFY(tab != buttons.end());
        QTest::mouseClick(*tab, Qt::LeftButton);
        QVERIFY(first.figureView("elbow")->isVisible());
        QVERIFY(second.figureView("elbow")->isVisible());
        pair.window.showTwin(false);
        QVERIFY(first.findChild<Narration*>()->isVisible());
    }
};

TANGENT_TEST(TwinViewTest)
#include "twin_view_test.moc"
