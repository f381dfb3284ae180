// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/view_hands.h"
#include "widgets/views/controls/number_field.h"

#include <QSignalSpy>

using namespace tangent;
using namespace tangent::tests;

namespace {

struct Shown {
    Shown()
    {
        field.setLimits({0, 10, 0.5, false, false});
        field.setNumber(4);
        field.setParent(&window);
        other.setParent(&window);
        field.setGeometry(0, 0, 80, 26);
        other.setGeometry(0, 30, 80, 26);
        present(window);
        field.setFocus();
        field.selectAll();
    }

    QWidget window;
    NumberField field{nullptr};
    QLineEdit other;
    QSignalSpy committed{&field, &NumberField::committed};
};

} // namespace

class NumberFieldTest : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void returnCommits()
    {
        Shown shown;
        QTest::keyClicks(&shown.field, "2.5");
        QVERIFY(shown.committed.isEmpty());
        QTest::keyClick(&shown.field, Qt::Key_Return);
        QCOMPARE(shown.committed.size(), 1);
        QCOMPARE(shown.committed[0][0].toDouble(), 2.5);
        QTest::keyClick(&shown.field, Qt::Key_Return);
        QCOMPARE(shown.committed.size(), 1); // nothing new to commit
    }

    void leavingCommits()
    {
        Shown shown;
        QTest::keyClicks(&shown.field, "7");
        shown.other.setFocus();
        QCOMPARE(shown.committed.size(), 1);
        QCOMPARE(shown.committed[0][0].toDouble(), 7.0);
    }

    void escapeTakesBack()
    {
        Shown shown;
        QTest::keyClicks(&shown.field, "7");
        QTest::keyClick(&shown.field, Qt::Key_Escape);
        QCOMPARE(shown.field.text(), QStringLiteral("4"));
        shown.other.setFocus();
        QVERIFY(shown.committed.isEmpty());
    }

    void wrongInputIsExplainedAndNeverApplied_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("word");
        QTest::newRow("out of range") << "99"
                                      << "from 0 to 10";
        QTest::newRow("no number") << "many"
                                   << "not a number";
        QTest::newRow("empty") << ""
                               << "not a number";
    }

    void wrongInputIsExplainedAndNeverApplied()
    {
        QFETCH(QString, typed);
        QFETCH(QString, word);
        Shown shown;
        shown.field.setHelp("How far.");
        QTest::keyClick(&shown.field, Qt::Key_Backspace);
        QTest::keyClicks(&shown.field, typed);
        QTest::keyClick(&shown.field, Qt::Key_Return);
        QVERIFY(shown.field.isWrong());
        QVERIFY2(shown.field.toolTip().contains(word), qPrintable(shown.field.toolTip()));
        shown.other.setFocus();
        QVERIFY(shown.committed.isEmpty());
        QCOMPARE(shown.field.text(), QStringLiteral("4"));
        QCOMPARE(shown.field.toolTip(), QStringLiteral("How far."));
    }

    void upAndDownStep()
    {
        Shown shown;
        QTest::keyClick(&shown.field, Qt::Key_Up);
        QCOMPARE(shown.committed.last()[0].toDouble(), 4.5);
        QTest::keyClick(&shown.field, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(shown.committed.last()[0].toDouble(), 0.0);
    }

    void settersNeverEmitAndSpareTyping()
    {
        Shown shown;
        shown.field.setNumber(6);
        QCOMPARE(shown.field.text(), QStringLiteral("6"));
        shown.field.selectAll();
        QTest::keyClicks(&shown.field, "3");
        shown.field.setNumber(8); // the state changed under the typing hand
        QCOMPARE(shown.field.text(), QStringLiteral("3"));
        QTest::keyClick(&shown.field, Qt::Key_Escape);
        QCOMPARE(shown.field.text(), QStringLiteral("8"));
        QVERIFY(shown.committed.isEmpty());
    }

    /// The end of a long number alone would be another number.
    void aLongNumberShowsItsFirstDigits()
    {
        Shown shown;
        const double number = 0.2499999477;
        QTest::keyClicks(&shown.field, "0.2499999477");
        QTest::keyClick(&shown.field, Qt::Key_Return);
        QCOMPARE(shown.committed.last()[0].toDouble(), number);
        shown.field.setHelp("Where it parts.");
        shown.field.setFixedWidth(50);
        shown.other.setFocus();
        QCOMPARE(shown.field.cursorPosition(), 0);
        QCOMPARE(shown.field.toolTip(), QStringLiteral("0.2499999477\nWhere it parts."));
        shown.field.setNumber(0.1234567);
        QCOMPARE(shown.field.cursorPosition(), 0);
        QVERIFY(shown.field.toolTip().startsWith("0.1234567\n"));
        shown.field.setFixedWidth(200);
        QCOMPARE(shown.field.toolTip(), QStringLiteral("Where it parts."));
        shown.field.setNumber(number);
        shown.field.setFocus();
        QTest::keyClick(&shown.field, Qt::Key_Return); // untouched: nothing is rounded to what is shown
        QCOMPARE(shown.field.number(), number);
        QCOMPARE(shown.committed.size(), 1);
    }

    void typingFollowsTheLocale()
    {
        QLocale::setDefault(QLocale(QStringLiteral("de_DE")));
        Shown shown;
        QTest::keyClicks(&shown.field, "2,5");
        QTest::keyClick(&shown.field, Qt::Key_Return);
        QCOMPARE(shown.committed[0][0].toDouble(), 2.5);
        shown.field.setNumber(0.18);
        QCOMPARE(shown.field.text(), QStringLiteral("0,18"));
    }
};

TANGENT_TEST(NumberFieldTest)
#include "number_field_test.moc"
