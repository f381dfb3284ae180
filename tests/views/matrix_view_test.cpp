// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/view_hands.h"
#include "widgets/views/colour_ramps.h"
#include "widgets/views/item_paint.h"
#include "widgets/views/matrix_paint.h"
#include "widgets/views/matrix_view.h"
#include "widgets/views/text.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>

using namespace tangent;
using namespace tangent::tests;

namespace {

/// Penguins, 5 nearest neighbours: hovering writes "hover", a click pins "cell".
Matrix penguins()
{
    Matrix made;
    made.rowTitle = "actual";
    made.columnTitle = "predicted";
    made.rowNames = made.columnNames = QStringList{"Adelie", "Chinstrap", "Gentoo"};
    made.high = 151;
    made.diagonalIsGood = true;
    const int counts[] = {141, 9, 1, 38, 28, 2, 3, 0, 120};
    for (int i = 0; i < 9; ++i) {
        Matrix::Item item;
        item.value = counts[i];
        item.text = QString::number(counts[i]);
        item.rowIds = {10 * i + 1, 10 * i + 2};
        item.hover.key = "hover";
        item.hover.value = QString::number(i);
        item.target.key = "cell";
        item.target.value = QString::number(i);
        made.items.push_back(item);
    }
    return made;
}

/// A thousand people, ten ill: numbers to drag and type.
Matrix byHand()
{
    Matrix made;
    made.rowTitle = "actual";
    made.columnTitle = "predicted";
    made.rowNames = made.columnNames = QStringList{"1", "2"};
    made.high = 1000;
    for (int i = 0; i < 4; ++i) {
        Matrix::Item item;
        item.value = i == 0 ? 990 : i == 2 ? 10 : 0;
        item.text = QString::number(item.value);
        item.target.key = "counts";
        item.target.row = i / 2;
        item.target.column = i % 2;
        made.items.push_back(item);
    }
    return made;
}

Figure figureOf(const Matrix& matrix)
{
    Figure figure;
    figure.title = "Matrix";
    figure.content = matrix;
    return figure;
}

struct Shown {
    explicit Shown(const Matrix& matrix, QSize size = {460, 380})
        : log(&view)
    {
        view.resize(size);
        Parameter counts = Parameter::rowsOf("counts", "Counts", {}, {{"c", "c", false, 0, 1e6, true}});
        counts.square = true;
        view.setParameters({counts});
        view.followValues({{"counts", Rows{{990.0, 0.0}, {10.0, 0.0}}}});
        view.showFigure(figureOf(matrix), {});
    }

    QPointF middle(int item) const { return view.itemBox(item).center(); }

    MatrixView view;
    IntentLog log;
};

} // namespace

class MatrixViewTest : public QObject {
    Q_OBJECT

private slots:
    void hoverMarksRowsAndFollows()
    {
        Shown shown(penguins());
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
        Shown shown(matrix);
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, shown.middle(3).toPoint());
        QCOMPARE(text(shown.log.lastValue("cell")), QStringLiteral("3"));
        QVERIFY(shown.log.phases().endsWith('W'));
        matrix.items[3].pinned = true;
        shown.view.showFigure(figureOf(matrix), {});
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, shown.middle(3).toPoint());
        QVERIFY(std::holds_alternative<std::monostate>(shown.log.lastValue("cell")));
        QVERIFY(shown.log.last().values.contains("cell"));
    }

    void typingWritesACell()
    {
        Shown shown(byHand());
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
        Shown shown(byHand());
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
        Shown shown(byHand());
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
            Shown shown(byHand());
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
        Shown shown(byHand());
        const QPointF start = shown.middle(3);
        sendMouse(shown.view, QEvent::MouseButtonPress, start, Qt::LeftButton, 1000);
        sendMouse(shown.view, QEvent::MouseMove, start + QPointF(0, 80), Qt::LeftButton, 1100);
        QCOMPARE(cellNumber(shown.log.last().cells[0].value), 0.0);
    }

    void keysWalkAndChange()
    {
        Shown shown(byHand());
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
        Shown shown(penguins());
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
        Shown shown(byHand());
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

    void manyColumnsScroll()
    {
        Matrix matrix;
        for (int row = 0; row < 40; ++row)
            matrix.rowNames << QString("document %1").arg(row);
        for (int column = 0; column < 60; ++column)
            matrix.columnNames << QString("word%1").arg(column);
        matrix.items.assign(2400, Matrix::Item());
        for (Matrix::Item& item : matrix.items)
            item.text = "0.34";
        Shown shown(matrix, {500, 300});
        QVERIFY(present(shown.view));
        QVERIFY(shown.view.itemBox(0).width() >= 27);
        QVERIFY(shown.view.itemBox(0).height() >= 18);
        const QList<QScrollBar*> bars = shown.view.findChildren<QScrollBar*>();
        QVERIFY(bars[0]->isVisible() && bars[1]->isVisible());
        QVERIFY(shown.view.itemBox(2399).right() > 500);
        shown.view.setFocus();
        shown.view.setFocusItem(2399);
        QVERIFY(shown.view.itemBox(2399).right() <= 500);
        QVERIFY(shown.view.itemBox(2399).bottom() <= 300);
        QCOMPARE(shown.view.itemAt(shown.view.itemBox(2399).center()), 2399);
        QCOMPARE(shown.view.itemAt(QPointF(3, 3)), -1); // over the names
    }

    void everythingFits_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("side, small") << QSize(230, 120);
        QTest::newRow("side") << QSize(260, 180);
        QTest::newRow("main at 960") << QSize(440, 240);
        QTest::newRow("main at 1920") << QSize(760, 560);
    }

    void everythingFits()
    {
        QFETCH(QSize, size);
        QImage image(size, QImage::Format_RGB32);
        QPainter painter(&image);
        TextFitRecord record;
        paintMatrix(painter, QRectF(image.rect()), penguins(), Theme::light());
        QCOMPARE(record.unfitting(), QStringList());
    }

    void cutWordsAreRecorded()
    {
        QImage image(60, 40, QImage::Format_RGB32);
        QPainter painter(&image);
        TextFitRecord record;
        paintMatrix(painter, QRectF(image.rect()), penguins(), Theme::light());
        QVERIFY(!record.unfitting().isEmpty());
    }

    void textIsReadableOnEveryCell()
    {
        for (const Theme* theme : {&Theme::light(), &Theme::darkTheme()}) {
            for (const bool good : {false, true}) {
                for (const ColourMap map : {ColourMap::Sequential, ColourMap::Diverging, ColourMap::Grey}) {
                    for (int step = 0; step <= 50; ++step) {
                        Matrix matrix;
                        matrix.diagonalIsGood = good;
                        matrix.map = map;
                        Matrix::Item item;
                        item.value = step / 50.0;
                        for (const int column : {0, 1}) {
                            const QColor fill = cellColour(matrix, 0, column, item, *theme);
                            QVERIFY(contrast(inkOn(fill, *theme), fill) >= 4.5);
                        }
                    }
                }
            }
        }
    }

    void undefinedAndMarkedCellsLookDifferent()
    {
        const auto painted = [](const Matrix& matrix, const QSet<int>& marked) {
            QImage image(300, 260, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintMatrix(painter, QRectF(image.rect()), matrix, Theme::light(), marked);
            return image;
        };
        const QImage plain = painted(penguins(), {});
        Matrix changed = penguins();
        changed.items[7].undefined = true;
        QVERIFY(painted(changed, {}) != plain);
        changed = penguins();
        changed.items[3].glowing = true;
        QVERIFY(painted(changed, {}) != plain);
        QVERIFY(painted(penguins(), {31}) != plain);
        QCOMPARE(painted(penguins(), {999}), plain);
    }

    /// A document-term matrix: names stay readable, what is too wide scrolls, keys follow.
    void manyColumnsScrollWithTurnedNames()
    {
        Matrix many;
        for (int row = 0; row < 12; ++row)
            many.rowNames << QStringLiteral("Document %1").arg(row + 1);
        for (int column = 0; column < 120; ++column)
            many.columnNames << QStringLiteral("certification%1").arg(column);
        for (int i = 0; i < 1440; ++i) {
            Matrix::Item item;
            item.text = QStringLiteral("0.31");
            many.items.push_back(item);
        }
        for (const QSize size : {QSize(330, 400), QSize(700, 400)}) {
            Shown shown(many, size);
            QVERIFY(present(shown.view));
            QVERIFY(shown.view.itemBox(1).left() - shown.view.itemBox(0).left() >= 27);
            TextFitRecord record;
            shown.view.grab();
            QCOMPARE(record.unfitting(), QStringList());
            shown.view.setFocus(Qt::TabFocusReason);
            for (int step = 0; step < 100; ++step)
                QTest::keyClick(&shown.view, Qt::Key_Right);
            QCOMPARE(shown.view.focusItem(), 100);
            QVERIFY(shown.view.itemBox(100).right() <= size.width() && shown.view.itemBox(100).left() > 0);
        }
        QImage image(700, 400, QImage::Format_RGB32);
        QPainter painter(&image);
        TextFitRecord record;
        paintMatrix(painter, QRectF(image.rect()), many, Theme::light());
        QVERIFY(record.unfitting().size() > 60 && !record.unfitting().contains("certification0"));
    }
};

TANGENT_TEST(MatrixViewTest)
#include "matrix_view_test.moc"
