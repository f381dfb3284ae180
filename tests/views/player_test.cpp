// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/view_hands.h"
#include "widgets/views/controls/buttons.h"
#include "widgets/views/controls/player.h"
#include "widgets/views/controls/player_button.h"
#include "widgets/views/controls/slim_slider.h"
#include "widgets/views/text.h"

using namespace tangent;
using namespace tangent::tests;

namespace {

Timeline timelineAt(double at, double last = 6, bool halves = true)
{
    Timeline made;
    made.at = at;
    made.last = last;
    made.halfSteps = halves;
    made.phase = "assign";
    return made;
}

struct Shown {
    explicit Shown(const Timeline& timeline)
        : log(&player)
    {
        player.resize(684, 34);
        player.setTimeline(timeline);
        present(player);
    }

    PlayerButton* button(int index) const { return player.findChildren<PlayerButton*>()[index]; }
    double step(size_t index) const { return number(log.all[index].values.value("step")); }
    double lastStep() const { return number(log.lastValue("step")); }

    Player player;
    IntentLog log;
};

} // namespace

class PlayerTest : public QObject {
    Q_OBJECT

private slots:
    void withoutATimelineThereIsNoPlayer()
    {
        Shown shown(timelineAt(0));
        QVERIFY(shown.player.isVisible());
        shown.player.setTimeline(std::nullopt);
        QVERIFY(!shown.player.isVisible());
    }

    void buttonsStep()
    {
        Shown shown(timelineAt(4));
        QTest::mouseClick(shown.button(3), Qt::LeftButton);
        QCOMPARE(shown.lastStep(), 4.5);
        QTest::mouseClick(shown.button(1), Qt::LeftButton);
        QCOMPARE(shown.lastStep(), 4.0);
        QTest::mouseClick(shown.button(0), Qt::LeftButton);
        QCOMPARE(shown.lastStep(), 0.0);
        QVERIFY(!shown.button(0)->isEnabled() && !shown.button(1)->isEnabled());
        QTest::mouseClick(shown.button(4), Qt::LeftButton);
        QCOMPARE(shown.lastStep(), endStep);
        QVERIFY(!shown.button(3)->isEnabled());
        QCOMPARE(shown.log.phases(), QStringLiteral("WWWW"));
    }

    void wholeStepsWithoutHalves()
    {
        Shown shown(timelineAt(4, 6, false));
        shown.player.stepForward();
        QCOMPARE(shown.lastStep(), 5.0);
    }

    void theSliderScrubs()
    {
        Shown shown(timelineAt(0));
        SlimSlider* slider = shown.player.findChild<SlimSlider*>();
        const double middle = slider->width() / 2.0;
        sendMouse(*slider, QEvent::MouseButtonPress, {8, 12}, Qt::LeftButton, 1);
        sendMouse(*slider, QEvent::MouseMove, {middle, 12}, Qt::LeftButton, 2);
        shown.player.setTimeline(timelineAt(0)); // an older scene does not pull the knob back
        QCOMPARE(slider->number(), 3.0);
        sendMouse(*slider, QEvent::MouseButtonRelease, {middle, 12}, Qt::NoButton, 3);
        QCOMPARE(shown.log.phases(), QStringLiteral("BME"));
        QCOMPARE(shown.lastStep(), 3.0);
    }

    void playingIsOneGestureToTheEnd()
    {
        Shown shown(timelineAt(4));
        shown.player.setSpeed(0); // as fast as can be
        QTest::mouseClick(shown.button(2), Qt::LeftButton);
        QVERIFY(shown.player.isPlaying());
        QTRY_VERIFY_WITH_TIMEOUT(!shown.player.isPlaying(), 2000);
        const QString phases = shown.log.phases();
        QVERIFY(phases.startsWith('B') && phases.endsWith('E'));
        QCOMPARE(phases.count('B') + phases.count('E'), 2);
        QCOMPARE(shown.step(0), 4.0);
        QCOMPARE(shown.lastStep(), 6.0);
        for (size_t i = 1; i < shown.log.all.size(); ++i)
            QVERIFY(shown.step(i) >= shown.step(i - 1));
    }

    void aLabSetsItsRate()
    {
        Timeline fast = timelineAt(0, 1e6, false);
        fast.rate = 1000;
        Shown shown(fast);
        shown.player.togglePlay();
        // At the usual four steps a second the test would wait for minutes.
        QTRY_VERIFY_WITH_TIMEOUT(shown.lastStep() >= 100, 5000);
        shown.player.stop();
    }

    void playingFromTheEndStartsAgain()
    {
        Shown shown(timelineAt(6));
        shown.player.togglePlay();
        QCOMPARE(shown.step(0), 0.0);
        shown.player.togglePlay();
        QVERIFY(!shown.player.isPlaying());
        QVERIFY(shown.log.phases().endsWith('E'));
    }

    void steppingStopsPlaying()
    {
        Shown shown(timelineAt(0));
        shown.player.togglePlay();
        shown.player.stepForward();
        QVERIFY(!shown.player.isPlaying());
        QCOMPARE(shown.log.phases(), QStringLiteral("BEW"));
    }

    void theStateLeadsTheScene()
    {
        Shown shown(timelineAt(2));
        SlimSlider* slider = shown.player.findChild<SlimSlider*>();
        shown.player.followValues({{"step", 5.0}});
        QCOMPARE(slider->number(), 5.0);
        shown.player.followValues({{"step", endStep}});
        QCOMPARE(slider->number(), 6.0);
        QVERIFY(shown.log.all.empty());
    }

    /// The bar of an endless run ends a little beyond where the run has been.
    void anEndlessBarGrows()
    {
        Timeline endless = timelineAt(10, 10000, false);
        endless.endless = true;
        endless.rate = 30;
        Shown shown(endless);
        SlimSlider* slider = shown.player.findChild<SlimSlider*>();
        const auto end = [&] { return spoken(slider)->valueInterface()->maximumValue().toDouble(); };
        QCOMPARE(end(), 200.0); // five seconds of playing
        shown.player.followValues({{"step", 200.0}});
        QCOMPARE(end(), 500.0);
        shown.player.followValues({{"step", 3.0}}); // what was trained stays within reach
        QCOMPARE(end(), 500.0);
        shown.player.followValues({{"step", endStep}});
        QCOMPARE(end(), 10000.0);
        QCOMPARE(slider->number(), 10000.0);
    }

    void theSpeedChipCycles()
    {
        Shown shown(timelineAt(0));
        PlainButton* chip = shown.player.findChild<PlainButton*>();
        QCOMPARE(chip->text(), QStringLiteral("1×"));
        QStringList seen;
        for (int i = 0; i < 6; ++i) {
            QTest::mouseClick(chip, Qt::LeftButton);
            seen << chip->text();
        }
        QCOMPARE(seen, QStringList({"2×", "4×", "8×", "max", "0.5×", "1×"}));
        QVERIFY(shown.log.all.empty());
    }

    void everythingFitsAndIsNamed()
    {
        Shown shown(timelineAt(4.5, 5000));
        shown.player.resize(540, 34);
        TextFitRecord record;
        shown.player.grab();
        QCOMPARE(record.unfitting(), QStringList());
        for (const PlayerButton* button : shown.player.findChildren<PlayerButton*>())
            QVERIFY(!button->accessibleName().isEmpty());
        QAccessibleInterface* slider = spoken(shown.player.findChild<SlimSlider*>());
        QCOMPARE(slider->text(QAccessible::Name), QStringLiteral("Step"));
        slider->valueInterface()->setCurrentValue(12.5);
        QCOMPARE(shown.lastStep(), 12.5);
    }
};

TANGENT_TEST(PlayerTest)
#include "player_test.moc"
