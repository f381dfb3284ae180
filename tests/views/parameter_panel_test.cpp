// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/view_hands.h"
#include "widgets/views/controls/buttons.h"
#include "widgets/views/controls/number_field.h"
#include "widgets/views/controls/parameter_panel.h"
#include "widgets/views/controls/parameter_row.h"
#include "widgets/views/controls/segmented_control.h"
#include "widgets/views/controls/slim_combo.h"
#include "widgets/views/controls/slim_slider.h"
#include "widgets/views/text.h"

using namespace tangent;
using namespace tangent::tests;

namespace {

Parameters declared()
{
    return {Parameter::integer("k", "Clusters k", 4, 1, 10).withHelp("How many centres.").asPrimary(),
        Parameter::choice("start", "Start", "random",
            {{"k-means++", "k-means++"}, {"random", "random"}, {"first", "first rows"}})
            .asPrimary(),
        Parameter::toggle("standardise", "Standardise", false).asPrimary(),
        Parameter::real("rate", "Learning rate", 0.1, 1e-4, 10).onLogScale().asPrimary(),
        Parameter::real("threshold", "Threshold", 0.5, 0, 1).automatic().asPrimary(),
        Parameter::timeline(-1, 40, true), Parameter::seedOf("Seed", 7).inGroup("Data"),
        Parameter::pointOf("from", "Start at", {-4, 1}, -5, 5).inGroup("Data"),
        Parameter::textOf("query", "Query", "cat dog").inGroup("Words"),
        Parameter::setOf("inputs", "Inputs", {"x", "y"}, {{"x", "x"}, {"y", "y"}, {"xy", "x·y"}})
            .inGroup("Words"),
        Parameter::real("hidden", "Not shown", 0, 0, 1).shownWhen(false)};
}

Values defaults(const Parameters& parameters)
{
    Values made;
    for (const Parameter& parameter : parameters)
        made.insert(parameter.key, parameter.defaultValue);
    return made;
}

struct Shown {
    explicit Shown(int width = 720)
        : log(&panel)
    {
        panel.resize(width, 300);
        panel.setParameters(parameters);
        panel.openGroup("Data");
        panel.openGroup("Words");
        panel.followValues(defaults(parameters), {{"threshold", 0.42}}, {});
        present(panel);
    }

    ParameterRow* row(const QString& key) const
    {
        for (ParameterRow* row : panel.findChildren<ParameterRow*>())
            if (row->parameter().key == key)
                return row;
        return nullptr;
    }

    template <class Control>
    Control* control(const QString& key) const
    {
        return row(key)->findChild<Control*>();
    }

    Parameters parameters = declared();
    ParameterPanel panel;
    IntentLog log;
};

} // namespace

class ParameterPanelTest : public QObject {
    Q_OBJECT

private slots:
    /// Five rows in two columns leave a place free, and the headings take it.
    void theHeadingsStandInAFreePlace()
    {
        Shown shown;
        for (const char* group : {"Data", "Words"})
            shown.panel.openGroup(group, false);
        const QRect last = shown.panel.rowBox("threshold");
        for (PlainButton* button : shown.panel.findChildren<PlainButton*>()) {
            if (button->text() != "Data" && button->text() != "Words")
                continue;
            QVERIFY(button->x() > last.right());
            QVERIFY(button->y() >= last.top() && button->geometry().bottom() <= last.bottom());
        }
        QCOMPARE(shown.panel.heightForWidth(720), last.bottom() + 1);
    }

    void aFewAreChosenWhereRoomIsScarce()
    {
        Shown shown;
        const int all = shown.panel.heightForWidth(720);
        shown.panel.setChosen(QSet<QString>{"seed"});
        QVERIFY(shown.row("seed")->isVisible());
        QVERIFY(shown.row("k")->isVisible()); // two at least
        QVERIFY(!shown.row("rate")->isVisible());
        QVERIFY(shown.panel.heightForWidth(720) < all / 2);
        for (PlainButton* button : shown.panel.findChildren<PlainButton*>())
            if (button->text() == "All controls")
                QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(shown.row("rate")->isVisible());
        shown.panel.setChosen({});
        QCOMPARE(shown.panel.heightForWidth(720), all);
        for (const char* key : {"k", "rate", "seed", "query"})
            QVERIFY2(shown.row(key)->isVisible(), key);
    }

    void rowsForWhatHasAControl()
    {
        Shown shown;
        QVERIFY(shown.row("k") && shown.row("seed"));
        QVERIFY(!shown.row("step") && !shown.row("hidden"));
        QVERIFY(shown.log.all.empty()); // setters never emit
    }

    void aSliderDragIsOneGesture()
    {
        Shown shown;
        SlimSlider* slider = shown.control<SlimSlider>("k");
        const double right = slider->width() - 8;
        sendMouse(*slider, QEvent::MouseButtonPress, {8, 12}, Qt::LeftButton, 1);
        sendMouse(*slider, QEvent::MouseMove, {right, 12}, Qt::LeftButton, 2);
        sendMouse(*slider, QEvent::MouseButtonRelease, {right, 12}, Qt::NoButton, 3);
        QCOMPARE(shown.log.phases(), QStringLiteral("BME"));
        QCOMPARE(number(shown.log.all[0].values.value("k")), 1.0);
        QCOMPARE(number(shown.log.lastValue("k")), 10.0);
        QCOMPARE(shown.control<NumberField>("k")->text(), QStringLiteral("10"));
    }

    void aNumberIsTyped()
    {
        Shown shown;
        NumberField* field = shown.control<NumberField>("rate");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, "0.02");
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(shown.log.phases(), QStringLiteral("W"));
        QCOMPARE(number(shown.log.lastValue("rate")), 0.02);
        QCOMPARE(shown.control<SlimSlider>("rate")->number(), 0.02);
    }

    void choices()
    {
        Shown shown(900);
        SegmentedControl* segments = shown.control<SegmentedControl>("start");
        QVERIFY(segments->isVisible());
        const QList<PlainButton*> buttons = segments->findChildren<PlainButton*>();
        QVERIFY(buttons[1]->isChecked());
        QTest::mouseClick(buttons[0], Qt::LeftButton);
        QCOMPARE(text(shown.log.lastValue("start")), QStringLiteral("k-means++"));
        buttons[0]->setFocus();
        QTest::keyClick(buttons[0], Qt::Key_Right);
        QCOMPARE(text(shown.log.lastValue("start")), QStringLiteral("random"));
        QCOMPARE(buttons[0]->accessibleName(), QStringLiteral("Start: k-means++"));
    }

    void narrowChoicesBecomeACombo()
    {
        Parameters parameters = declared();
        parameters[1].choices = {
            {"a", "a long label"}, {"b", "another long label"}, {"c", "a third long label"}};
        Shown shown(560);
        shown.panel.setParameters(parameters);
        SlimCombo* combo = shown.control<SlimCombo>("start");
        QVERIFY(combo->isVisible());
        QVERIFY(!shown.control<SegmentedControl>("start")->isVisible());
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(text(shown.log.lastValue("start")), QStringLiteral("a"));
    }

    void switchChipsPointAndText()
    {
        Shown shown;
        QTest::mouseClick(shown.control<PlainButton>("standardise"), Qt::LeftButton);
        QCOMPARE(flag(shown.log.lastValue("standardise")), true);
        QTest::mouseClick(shown.row("inputs")->findChildren<PlainButton*>()[2], Qt::LeftButton);
        QCOMPARE(list(shown.log.lastValue("inputs")), QStringList({"x", "y", "xy"}));
        NumberField* y = shown.row("from")->findChildren<NumberField*>()[1];
        y->setFocus();
        y->selectAll();
        QTest::keyClicks(y, "2.5");
        QTest::keyClick(y, Qt::Key_Return);
        QCOMPARE(point(shown.log.lastValue("from")), QPointF(-4, 2.5));
        LineField* query = shown.control<LineField>("query");
        query->setFocus();
        query->selectAll();
        QTest::keyClicks(query, "mat");
        QTest::keyClick(query, Qt::Key_Return);
        QCOMPARE(text(shown.log.lastValue("query")), QStringLiteral("mat"));
        QCOMPARE(shown.log.phases(), QStringLiteral("WWWW"));
    }

    void buttonsAreSpokenAndPressedThroughTheirInterface()
    {
        Shown shown;
        QAccessibleInterface* toggle = spoken(shown.control<PlainButton>("standardise"));
        QCOMPARE(toggle->role(), QAccessible::CheckBox);
        QCOMPARE(toggle->text(QAccessible::Name), QStringLiteral("Standardise"));
        QVERIFY(toggle->state().checkable && !toggle->state().checked);
        toggle->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QCOMPARE(flag(shown.log.lastValue("standardise")), true);
        QVERIFY(toggle->state().checked);
    }

    void doubleClickOnTheNameResets()
    {
        Shown shown;
        QTest::mouseDClick(shown.control<RowLabel>("k"), Qt::LeftButton);
        QVERIFY(shown.log.last().values.contains("k"));
        QVERIFY(std::holds_alternative<std::monostate>(shown.log.lastValue("k")));
        SlimSlider* slider = shown.control<SlimSlider>("rate");
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Delete);
        QVERIFY(shown.log.last().values.contains("rate"));
    }

    void automaticValuesShowWhatTheLabDecided()
    {
        Shown shown;
        QCOMPARE(shown.control<NumberField>("threshold")->text(), QStringLiteral("0.42"));
        Values values = defaults(shown.parameters);
        values["threshold"] = 0.7;
        shown.panel.followValues(values, {{"threshold", 0.42}}, {"threshold"});
        QCOMPARE(shown.control<NumberField>("threshold")->text(), QStringLiteral("0.7"));
    }

    void aDotMarksWhatDiffers()
    {
        Shown shown;
        RowLabel* label = shown.control<RowLabel>("k");
        const QImage plain = label->grab().toImage();
        shown.panel.followValues(defaults(shown.parameters), {}, {"k"});
        QVERIFY(label->grab().toImage() != plain);
        shown.panel.followValues(defaults(shown.parameters), {}, {});
        QCOMPARE(label->grab().toImage(), plain);
    }

    void rowsAndFocusSurviveNewDeclarations()
    {
        Shown shown;
        SlimSlider* slider = shown.control<SlimSlider>("k");
        slider->setFocus();
        sendMouse(*slider, QEvent::MouseButtonPress, {30, 12}, Qt::LeftButton, 1);
        shown.parameters[0].maximum = 20; // the data grew
        shown.parameters.erase(shown.parameters.begin() + 3);
        shown.panel.setParameters(shown.parameters);
        QCOMPARE(shown.control<SlimSlider>("k"), slider);
        QVERIFY(slider->hasFocus() && slider->isDragging());
        QCOMPARE(slider->limits().maximum, 20.0);
        QVERIFY(!shown.row("rate"));
        sendMouse(*slider, QEvent::MouseButtonRelease, {30, 12}, Qt::NoButton, 2);
        QCOMPARE(shown.log.phases(), QStringLiteral("BE"));
    }

    void groupsFold()
    {
        Shown shown;
        const int open = shown.panel.heightForWidth(720);
        QVERIFY(shown.row("seed")->isVisible());
        shown.panel.openGroup("Data", false);
        QVERIFY(!shown.row("seed")->isVisible());
        QVERIFY(shown.row("query")->isVisible());
        QVERIFY(shown.panel.heightForWidth(720) < open);
        for (PlainButton* button : shown.panel.findChildren<PlainButton*>())
            if (button->text() == QLatin1String("Data"))
                QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(shown.row("seed")->isVisible());
    }

    void aTallFoldScrolls()
    {
        Shown shown(560);
        shown.panel.setFoldLimit(40);
        const int limited = shown.panel.heightForWidth(560);
        shown.panel.setFoldLimit(400);
        QVERIFY(shown.panel.heightForWidth(560) > limited);
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<double>("scale");
        for (const int width : {540, 684, 724, 1160})
            QTest::addRow("%d", width) << width << 1.0;
        QTest::newRow("large text") << 684 << 1.4;
    }

    void nothingIsCut()
    {
        QFETCH(int, width);
        QFETCH(double, scale);
        setTextScale(scale);
        Shown shown(width);
        shown.panel.setTheme(Theme::light());
        shown.panel.setFoldLimit(1000);
        shown.panel.resize(width, shown.panel.heightForWidth(width));
        QVERIFY(shown.panel.minimumSizeHint().width() <= width);
        TextFitRecord record;
        shown.panel.grab();
        setTextScale(1);
        QCOMPARE(record.unfitting(), QStringList());
        for (const QLineEdit* field : shown.panel.findChildren<QLineEdit*>()) {
            if (!field->isVisible() || field->text().isEmpty())
                continue;
            const int room = field->width() - field->textMargins().left() - field->textMargins().right() - 4;
            QVERIFY(field->fontMetrics().horizontalAdvance(field->text()) <= room);
        }
        const QList<ParameterRow*> rows = shown.panel.findChildren<ParameterRow*>();
        for (const ParameterRow* a : rows)
            for (const ParameterRow* b : rows)
                if (a != b && a->parentWidget() == b->parentWidget() && a->isVisible() && b->isVisible())
                    QVERIFY(!a->geometry().intersects(b->geometry()));
    }

    void everyControlHasANameAndTabReachesAll()
    {
        Shown shown;
        QSet<QWidget*> reached;
        shown.control<SlimSlider>("k")->setFocus();
        for (int i = 0; i < 60; ++i) {
            QWidget* now = QApplication::focusWidget();
            QVERIFY(now);
            QVERIFY2(!spoken(now)->text(QAccessible::Name).isEmpty(), now->metaObject()->className());
            reached.insert(now);
            QTest::keyClick(now, Qt::Key_Tab);
        }
        for (const char* key : {"k", "rate", "seed"})
            QVERIFY(reached.contains(shown.control<SlimSlider>(key)));
        QVERIFY(reached.contains(shown.control<LineField>("query")));
        QCOMPARE(spoken(shown.control<SlimSlider>("k"))->text(QAccessible::Description),
            QStringLiteral("How many centres."));
    }

    /// A text in a language is edited in its figure; here is one line about it.
    void longTextsStayOneLine()
    {
        const Parameters texts{Parameter::textOf("policy", "Policy", QString()).writtenIn("json").asPrimary(),
            Parameter::textOf("query", "Query", QString()).asPrimary()};
        ParameterPanel panel;
        IntentLog log(&panel);
        panel.resize(720, 300);
        panel.setParameters(texts);
        const int before = panel.heightForWidth(720);
        panel.followValues({{"policy", QStringLiteral("{\n}\n").repeated(40)},
                               {"query", QStringLiteral("cat dog ").repeated(60)}},
            {}, {});
        QVERIFY(present(panel));
        QCOMPARE(panel.heightForWidth(720), before);
        const QList<QLineEdit*> fields = panel.findChildren<QLineEdit*>();
        QCOMPARE(fields.size(), 2);
        QCOMPARE(fields[0]->text(), QStringLiteral("81 lines, edited in the figure"));
        QVERIFY(fields[0]->isReadOnly());
        QVERIFY(
            QFontMetrics(fields[0]->font()).horizontalAdvance(fields[0]->text()) < fields[0]->width() - 12);
        QCOMPARE(fields[1]->cursorPosition(), 0); // read from its beginning
        fields[1]->setFocus();
        fields[1]->selectAll();
        QTest::keyClicks(fields[1], "dog");
        QTest::keyClick(fields[1], Qt::Key_Return);
        QCOMPARE(text(log.lastValue("query")), QStringLiteral("dog"));
    }
};

TANGENT_TEST(ParameterPanelTest)
#include "parameter_panel_test.moc"
