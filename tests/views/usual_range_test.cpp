// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/view_hands.h"
#include "widgets/views/controls/number_editor.h"
#include "widgets/views/controls/number_field.h"
#include "widgets/views/controls/slim_slider.h"

using namespace tangent;
using namespace tangent::tests;

namespace {

/// A threshold that may be any number, and usually lies between nought and ten.
struct Shown : QObject {
    Shown()
    {
        editor.resize(320, 26);
        editor.declare(
            Parameter::real("threshold", "Threshold", 5, -1e12, 1e12).withStep(0.5).usually(0, 10));
        slider = editor.findChild<SlimSlider*>();
        field = editor.findChild<NumberField*>();
        connect(&editor, &ValueEditor::edited, this,
            [this](const Value& value, Intent::Phase) { written.push_back(number(value)); });
        present(editor);
    }

    void stand(double value) { editor.showValue(value, false); }

    NumberEditor editor;
    SlimSlider* slider = nullptr;
    NumberField* field = nullptr;
    std::vector<double> written;
};

} // namespace

class UsualRangeTest : public QObject {
    Q_OBJECT

private slots:
    void theSliderSpansTheUsualRange()
    {
        Shown shown;
        shown.slider->setFocus();
        QTest::keyClick(shown.slider, Qt::Key_End);
        QTest::keyClick(shown.slider, Qt::Key_Home);
        QCOMPARE(shown.written, (std::vector<double>{10, 0}));
        QAccessibleValueInterface* spokenSlider = spoken(shown.slider)->valueInterface();
        QCOMPARE(spokenSlider->maximumValue().toDouble(), 10.0);
    }

    void theFieldTakesTheWholeRange()
    {
        Shown shown;
        shown.field->setFocus();
        shown.field->selectAll();
        QTest::keyClicks(shown.field, "250");
        QTest::keyClick(shown.field, Qt::Key_Return);
        QCOMPARE(shown.written, std::vector<double>{250});
        QVERIFY(shown.slider->isBeyond());
    }

    void keysNeverPullANumberBack()
    {
        Shown shown;
        shown.stand(250);
        shown.slider->setFocus();
        QTest::keyClick(shown.slider, Qt::Key_Right);
        QTest::keyClick(shown.slider, Qt::Key_PageUp);
        QCOMPARE(shown.written, std::vector<double>{});
        QTest::keyClick(shown.slider, Qt::Key_Left); // inwards: to the end of the slider
        QCOMPARE(shown.written, std::vector<double>{10});
        shown.stand(-3);
        QTest::keyClick(shown.slider, Qt::Key_Left);
        QCOMPARE(shown.written.size(), size_t(1));
    }

    void beyondLooksDifferent()
    {
        Shown shown;
        shown.stand(10);
        const QImage atTheEnd = shown.slider->grab().toImage();
        shown.stand(10.5);
        QVERIFY(shown.slider->grab().toImage() != atTheEnd);
        QVERIFY(shown.slider->isBeyond());
        shown.stand(9);
        QVERIFY(!shown.slider->isBeyond());
    }

    void oneEndAlone()
    {
        Parameter parameter = Parameter::real("rate", "Rate", 1, 0, 1e9);
        parameter.usualMaximum = 100;
        const NumberLimits limits = NumberLimits::usualOf(parameter);
        QCOMPARE(limits.minimum, 0.0);
        QCOMPARE(limits.maximum, 100.0);
        QCOMPARE(NumberLimits::usualOf(parameter.usually(5, 5)).maximum, 1e9); // an empty range is none
    }
};

TANGENT_TEST(UsualRangeTest)
#include "usual_range_test.moc"
