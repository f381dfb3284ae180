// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/matrix_scenes.h"

#include <QLineEdit>

using namespace tangent;
using namespace tangent::tests;

/// Hands, keys and screen readers on the cells of a matrix.
class MatrixViewTest : public QObject {
    Q_OBJECT

private slots:
    void hoverMarksRowsAndFollows()
    {
        ShownMatrix shown(penguins());
        QVERIFY(present(shown.view));
        std::vector<std::vector<int>> hovered;
        connect(&shown.view, &FigureView::rowsHovered, this,
            [&](const std::vector<int>& ids) { hovered.push_back(ids); });
        hover(shown.view, shown.middle(3));
        QCOMPARE(shown.log.phases(), QStringLiteral("F"));
        QCOMPARE(text(shown.log.lastValue("hover")), QStringLiteral("3"));
        hover(shown.view, shown.middle(3) + QPointF(2, 2));
        QCOMPARE(shown.log.all.size(), size_t(1)); // the same cell says nothing new
        hover(shown.view, shown.middle(4));
        QCOMPARE(text(shown.log.lastValue("hover")), QStringLiteral("4"));
        leave(shown.view);
        QVERIFY(std::holds_alternative<std::monostate>(shown.log.lastValue("hover")));
        QVERIFY(shown.log.last().values.contains("hover"));
        QCOMPARE(shown.log.phases(), QStringLiteral("FFF"));
        const std::vector<std::vector<int>> expected{{31, 32}, {41, 42}, {}};
        QCOMPARE(hovered, expected);
    }

    void clickPinsAndUnpins()
    {
        Matrix matrix = penguins();
        ShownMatrix shown(matrix);
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, shown.middle(3).toPoint());
        QCOMPARE(text(shown.log.lastValue("cell")), QStringLiteral("3"));
        QVERIFY(shown.log.phases().endsWith('W'));
        matrix.items[3].pinned = true;
        shown.view.showFigure(matrixFigure(matrix), {});
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, shown.middle(3).toPoint());
        QVERIFY(std::holds_alternative<std::monostate>(shown.log.lastValue("cell")));
        QVERIFY(shown.log.last().values.contains("cell"));
    }

    void typingWritesACell()
    {
        ShownMatrix shown(byHand());
        QVERIFY(present(shown.view));
        shown.view.setFocus();
        shown.view.setFocusItem(3);
        QTest::keyClick(&shown.view, '5');
        QLineEdit* field = shown.view.findChild<QLineEdit*>();
        QVERIFY(field && field->isVisible());
        QTest::keyClick(field, '2');
        QVERIFY(shown.log.all.empty());
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(shown.log.phases(), QStringLiteral("W"));
        QCOMPARE(shown.log.last().cells.size(), size_t(1));
        const CellWrite& write = shown.log.last().cells[0];
        QCOMPARE(write.key, QStringLiteral("counts"));
        QCOMPARE(write.row, 1);
        QCOMPARE(write.column, 1);
        QCOMPARE(cellNumber(write.value), 52.0);
        QVERIFY(!field->isVisible());
        QVERIFY(shown.view.hasFocus());
    }

    void escapeAndNonsenseWriteNothing()
    {
        ShownMatrix shown(byHand());
        QVERIFY(present(shown.view));
        shown.view.setFocus();
        shown.view.setFocusItem(0);
        QTest::keyClick(&shown.view, '7');
        QLineEdit* field = shown.view.findChild<QLineEdit*>();
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
        QTest::keyClick(&shown.view, Qt::Key_F2);
        QCOMPARE(field->text(), QStringLiteral("990"));
        QTest::keyClicks(field, "2000000");
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field->isVisible()); // out of range: it stays and says so
        QVERIFY(field->toolTip().contains("1000000"));
        field->selectAll();
        QTest::keyClicks(field, "1.5");
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field->toolTip().contains("whole"));
        QVERIFY(shown.log.all.empty());
    }

    void draggingIsOneGesture()
    {
        ShownMatrix shown(byHand());
        const QPointF start = shown.middle(3);
        sendMouse(shown.view, QEvent::MouseButtonPress, start, Qt::LeftButton, 1000);
        for (int step = 1; step <= 10; ++step) // 40 pixels up, slowly: ten persons
            sendMouse(shown.view, QEvent::MouseMove, start - QPointF(0, 4 * step), Qt::LeftButton,
                1000 + 100 * step);
        sendMouse(shown.view, QEvent::MouseButtonRelease, start - QPointF(0, 40), Qt::NoButton, 2100);
        QCOMPARE(shown.log.phases(), QStringLiteral("BMMMMMMMMME"));
        QCOMPARE(cellNumber(shown.log.last().cells[0].value), 10.0);
    }

    void fastHandsStride()
    {
        const auto dragged = [](quint64 milliseconds) {
            ShownMatrix shown(byHand());
            const QPointF start = shown.middle(3);
            sendMouse(shown.view, QEvent::MouseButtonPress, start, Qt::LeftButton, 1000);
            for (int step = 1; step <= 5; ++step)
                sendMouse(shown.view, QEvent::MouseMove, start - QPointF(0, 10 * step), Qt::LeftButton,
                    1000 + milliseconds * quint64(step));
            return cellNumber(shown.log.last().cells[0].value);
        };
        QVERIFY(dragged(5) > 5 * dragged(200));
    }

    void aDragNeverLeavesTheRange()
    {
        ShownMatrix shown(byHand());
        const QPointF start = shown.middle(3);
        sendMouse(shown.view, QEvent::MouseButtonPress, start, Qt::LeftButton, 1000);
        sendMouse(shown.view, QEvent::MouseMove, start + QPointF(0, 80), Qt::LeftButton, 1100);
        QCOMPARE(cellNumber(shown.log.last().cells[0].value), 0.0);
    }

    void keysWalkAndChange()
    {
        ShownMatrix shown(byHand());
        QVERIFY(present(shown.view));
        shown.view.setFocus();
        shown.view.setFocusItem(0);
        QTest::keyClick(&shown.view, Qt::Key_Right);
        QCOMPARE(shown.view.focusItem(), 1);
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QCOMPARE(shown.view.focusItem(), 3);
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QCOMPARE(shown.view.focusItem(), 3);
        QTest::keyClick(&shown.view, Qt::Key_Left);
        QCOMPARE(shown.view.focusItem(), 2); // holds 10
        const auto written = [&] { return cellNumber(shown.log.last().cells[0].value); };
        QTest::keyClick(&shown.view, Qt::Key_Plus);
        QCOMPARE(written(), 11.0);
        QTest::keyClick(&shown.view, Qt::Key_Minus);
        QCOMPARE(written(), 9.0);
        QTest::keyClick(&shown.view, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(written(), 11.0);
        QTest::keyClick(&shown.view, Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(written(), 20.0);
        QTest::keyClick(&shown.view, Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(written(), 0.0);
        QCOMPARE(shown.log.phases(), QStringLiteral("WWWWW"));
    }

    void cellsAreSpoken()
    {
        ShownMatrix shown(penguins());
        QAccessibleInterface* view = spoken(&shown.view);
        QCOMPARE(view->childCount(), 9);
        QAccessibleInterface* cell = view->child(3);
        QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("actual Chinstrap, predicted Adelie"));
        QCOMPARE(cell->text(QAccessible::Value), QStringLiteral("38"));
        QCOMPARE(cell->role(), QAccessible::Button);
        QVERIFY(!cell->valueInterface());
        cell->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(text(shown.log.lastValue("cell")), QStringLiteral("3"));
        QCOMPARE(view->indexOfChild(cell), 3);
    }

    void editableCellsHaveAValueInterface()
    {
        ShownMatrix shown(byHand());
        QAccessibleInterface* cell = spoken(&shown.view)->child(2);
        QCOMPARE(cell->role(), QAccessible::SpinBox);
        QAccessibleValueInterface* value = cell->valueInterface();
        QVERIFY(value);
        QCOMPARE(value->currentValue().toDouble(), 10.0);
        QCOMPARE(value->minimumValue().toDouble(), 0.0);
        QCOMPARE(value->maximumValue().toDouble(), 1e6);
        value->setCurrentValue(25);
        QCOMPARE(cellNumber(shown.log.last().cells[0].value), 25.0);
        QCOMPARE(shown.log.last().cells[0].row, 1);
        QCOMPARE(shown.log.last().cells[0].column, 0);
        value->setCurrentValue(-3);
        QCOMPARE(cellNumber(shown.log.last().cells[0].value), 0.0);
    }
};

TANGENT_TEST(MatrixViewTest)
#include "matrix_view_test.moc"
