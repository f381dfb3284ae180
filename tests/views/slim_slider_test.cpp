// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/view_hands.h"
#include "widgets/views/controls/slim_slider.h"

#include <QWheelEvent>

using namespace tangent;
using namespace tangent::tests;

namespace {

constexpr int length = 216; ///< eight pixels on each side belong to the knob

struct Shown : QObject {
    explicit Shown(const NumberLimits& limits = {0, 100, 1, true, false})
    {
        slider.resize(length, 24);
        slider.setLimits(limits);
        slider.setNumber(limits.minimum);
        connect(&slider, &SlimSlider::moved, this, [this](double value, Intent::Phase phase) {
            values.push_back(value);
            phases += QLatin1Char("WBMEF"[int(phase)]);
        });
        present(slider);
    }

    SlimSlider slider;
    std::vector<double> values;
    QString phases;
};

} // namespace

class SlimSliderTest : public QObject {
    Q_OBJECT

private slots:
    void aPressOnTheGrooveJumpsAndADragFollows()
    {
        Shown shown;
        sendMouse(shown.slider, QEvent::MouseButtonPress, {108, 12}, Qt::LeftButton, 1);
        sendMouse(shown.slider, QEvent::MouseMove, {158, 12}, Qt::LeftButton, 2);
        sendMouse(shown.slider, QEvent::MouseMove, {500, 12}, Qt::LeftButton, 3);
        sendMouse(shown.slider, QEvent::MouseButtonRelease, {500, 12}, Qt::NoButton, 4);
        QCOMPARE(shown.values, (std::vector<double>{50, 75, 100, 100}));
        QCOMPARE(shown.phases, QStringLiteral("BMME"));
    }

    void aHandThatStaysSaysNothing()
    {
        Shown shown;
        sendMouse(shown.slider, QEvent::MouseButtonPress, {108, 12}, Qt::LeftButton, 1);
        sendMouse(shown.slider, QEvent::MouseMove, {108.3, 12}, Qt::LeftButton, 2);
        QCOMPARE(shown.phases, QStringLiteral("B"));
    }

    void theLogarithmicScaleIsEvenInDecades()
    {
        Shown shown({0.01, 100, 0.01, false, true});
        sendMouse(shown.slider, QEvent::MouseButtonPress, {108, 12}, Qt::LeftButton, 1);
        QCOMPARE(shown.values.back(), 1.0);
    }

    void keys()
    {
        Shown shown;
        shown.slider.setFocus();
        QTest::keyClick(&shown.slider, Qt::Key_Right);
        QTest::keyClick(&shown.slider, Qt::Key_Up, Qt::ShiftModifier);
        QTest::keyClick(&shown.slider, Qt::Key_PageUp);
        QTest::keyClick(&shown.slider, Qt::Key_Left);
        QTest::keyClick(&shown.slider, Qt::Key_End);
        QTest::keyClick(&shown.slider, Qt::Key_Home);
        QCOMPARE(shown.values, (std::vector<double>{1, 11, 21, 20, 100, 0}));
        QCOMPARE(shown.phases, QStringLiteral("WWWWWW"));
    }

    void aHeldKeyIsOneGesture()
    {
        Shown shown;
        shown.slider.setFocus();
        const auto send = [&](QEvent::Type type, bool repeat) {
            QKeyEvent event(type, Qt::Key_Right, Qt::NoModifier, {}, repeat);
            QApplication::sendEvent(&shown.slider, &event);
        };
        send(QEvent::KeyPress, false);
        for (int i = 0; i < 3; ++i) {
            send(QEvent::KeyRelease, true);
            send(QEvent::KeyPress, true);
        }
        send(QEvent::KeyRelease, false);
        QCOMPARE(shown.phases, QStringLiteral("WBMME"));
        QCOMPARE(shown.values.back(), 4.0);
    }

    void theWheelNeedsTheFocus()
    {
        Shown shown;
        QWidget elsewhere;
        const auto turn = [&] {
            QWheelEvent event({50, 12}, shown.slider.mapToGlobal(QPointF(50, 12)), {}, {0, 120}, Qt::NoButton,
                Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(&shown.slider, &event);
        };
        shown.slider.clearFocus();
        turn();
        QVERIFY(shown.values.empty());
        shown.slider.setFocus();
        turn();
        QCOMPARE(shown.values, std::vector<double>{1});
    }

    void settersNeverEmit()
    {
        Shown shown;
        shown.slider.setNumber(40);
        shown.slider.setLimits({0, 20, 1, true, false});
        QVERIFY(shown.values.empty());
    }

    void itIsSpokenAndMovedThroughItsInterface()
    {
        Shown shown;
        shown.slider.setAccessibleName("Clusters");
        QAccessibleInterface* slider = spoken(&shown.slider);
        QCOMPARE(slider->role(), QAccessible::Slider);
        QCOMPARE(slider->text(QAccessible::Name), QStringLiteral("Clusters"));
        QAccessibleValueInterface* value = slider->valueInterface();
        QCOMPARE(value->maximumValue().toDouble(), 100.0);
        QCOMPARE(value->minimumStepSize().toDouble(), 1.0);
        value->setCurrentValue(33.4);
        QCOMPARE(shown.values, std::vector<double>{33});
        QCOMPARE(value->currentValue().toDouble(), 33.0);
        QCOMPARE(slider->text(QAccessible::Value), QStringLiteral("33"));
    }
};

TANGENT_TEST(SlimSliderTest)
#include "slim_slider_test.moc"
