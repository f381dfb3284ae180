// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/view_hands.h"
#include "widgets/views/table_view.h"
#include "widgets/views/text.h"

#include <QLineEdit>
#include <QScrollBar>

using namespace tangent;
using namespace tangent::tests;

namespace {

TableFigure features(int lines)
{
    TableFigure made;
    made.columns = QStringList{"Feature", "Best threshold", "Gain"};
    made.rightAligned = {false, true, true};
    const QStringList names{"flipper-length", "bill-length", "body-mass", "bill-depth"};
    for (int i = 0; i < lines; ++i) {
        TableFigure::Line line;
        line.items = {{names[i % 4], -1, Role::Ink, true, {}},
            {QString::number(206.5 - i), -1, Role::Ink, false, {}},
            {"0.333", 0.333, Role::Accent, false, {}}};
        line.rowIds = {i};
        line.target.key = "feature";
        line.target.value = names[i % 4];
        line.current = i == 2;
        made.lines.push_back(line);
    }
    made.lines[1].items[1].target.key = "threshold";
    return made;
}

struct Shown {
    explicit Shown(int lines, QSize size = {360, 180})
        : log(&view)
    {
        Figure figure;
        figure.content = features(lines);
        view.resize(size);
        view.setParameters({Parameter::real("threshold", "Threshold", 195.5, 170, 240).withStep(0.5)});
        view.followValues({{"threshold", 195.5}});
        view.showFigure(figure, {});
    }

    TableView view;
    IntentLog log;
};

} // namespace

class TableViewTest : public QObject {
    Q_OBJECT

private slots:
    void linesAndEditableCellsAreItems()
    {
        Shown shown(4);
        QCOMPARE(shown.view.itemCount(), 5);
        QAccessibleInterface* line = spoken(&shown.view)->child(0);
        QCOMPARE(line->text(QAccessible::Name), QStringLiteral("flipper-length"));
        QCOMPARE(line->text(QAccessible::Value), QStringLiteral("Best threshold 206.5, Gain 0.333"));
        QAccessibleInterface* cell = spoken(&shown.view)->child(2);
        QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("bill-length, Best threshold"));
        QCOMPARE(cell->valueInterface()->currentValue().toDouble(), 195.5);
    }

    void aClickOnALineWrites()
    {
        Shown shown(4);
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, shown.view.itemBox(0).center().toPoint());
        QCOMPARE(text(shown.log.lastValue("feature")), QStringLiteral("flipper-length"));
        QVERIFY(shown.log.last().phase == Intent::Phase::Whole);
    }

    void aCellBeatsItsLine()
    {
        Shown shown(4);
        const QPointF place = shown.view.itemBox(2).center();
        QCOMPARE(shown.view.itemAt(place), 2);
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, place.toPoint());
        QVERIFY(!shown.log.lastValue("feature").index());
        QTest::mouseDClick(&shown.view, Qt::LeftButton, {}, place.toPoint());
        QLineEdit* field = shown.view.findChild<QLineEdit*>();
        QVERIFY(field);
        QCOMPARE(field->text(), QStringLiteral("195.5"));
    }

    void hoverMarksRows()
    {
        Shown shown(4);
        std::vector<int> hovered;
        connect(
            &shown.view, &FigureView::rowsHovered, this, [&](const std::vector<int>& ids) { hovered = ids; });
        hover(shown.view, shown.view.itemBox(3).center());
        QCOMPARE(hovered, std::vector<int>{2});
        leave(shown.view);
        QVERIFY(hovered.empty());
        QVERIFY(shown.log.all.empty());
    }

    void keysWalkFromTheCurrentLine()
    {
        Shown shown(4);
        QVERIFY(present(shown.view));
        shown.view.setFocus(Qt::TabFocusReason);
        QCOMPARE(shown.view.focusItem(), 3); // line 2, after the cell of line 1
        QTest::keyClick(&shown.view, Qt::Key_Up);
        QCOMPARE(shown.view.focusItem(), 1);
        QTest::keyClick(&shown.view, Qt::Key_Right);
        QCOMPARE(shown.view.focusItem(), 2);
        QTest::keyClick(&shown.view, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(number(shown.log.lastValue("threshold")), 196.0);
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QCOMPARE(shown.view.focusItem(), 3);
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(text(shown.log.lastValue("feature")), QStringLiteral("body-mass"));
    }

    void longTablesScroll()
    {
        Shown shown(40);
        QVERIFY(present(shown.view));
        const QScrollBar* bar = shown.view.findChildren<QScrollBar*>()[1];
        QVERIFY(bar->isVisible());
        shown.view.setFocus();
        shown.view.setFocusItem(shown.view.itemCount() - 1);
        QVERIFY(shown.view.itemBox(shown.view.itemCount() - 1).bottom() <= 180.5);
        QVERIFY(bar->value() > 0);
    }

    void everythingFits_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("side at 960") << QSize(230, 120);
        QTest::newRow("side at 1280") << QSize(266, 140);
        QTest::newRow("strip at 1920") << QSize(1160, 140);
    }

    void everythingFits()
    {
        QFETCH(QSize, size);
        QImage image(size, QImage::Format_RGB32);
        QPainter painter(&image);
        TextFitRecord record;
        paintTable(painter, QRectF(image.rect()), features(4), Theme::light());
        QCOMPARE(record.unfitting(), QStringList());
        paintTable(painter, QRectF(0, 0, 300, 60), features(4), Theme::light());
        QCOMPARE(record.unfitting(), QStringList({"body-mass", "bill-depth"})); // no room for two lines
    }
};

TANGENT_TEST(TableViewTest)
#include "table_view_test.moc"
