// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/draw_scenes.h"
#include "widgets/views/patch_items.h"

#include <cmath>

using namespace tangent;
using namespace tangent::tests;

namespace {

struct Sheet : Stage {
    explicit Sheet(const Figure& figure = sheetFigure(), const std::vector<Handle>& handles = {},
        const Values& values = {})
        : Stage(figure, handles, values)
    {
        view.setDrawing(true);
    }

    QString phases() const
    {
        QString letters;
        for (const Intent& wanted : intents)
            letters += QLatin1Char("WBMEF"[int(wanted.phase)]);
        return letters;
    }
    QStringList items() const
    {
        QStringList all;
        for (const Item& item : itemsOf(values))
            all << item.text;
        return all;
    }
    double pixelsBetween(QPointF one, QPointF other) const
    {
        const QPointF way = view.mapping().toPixel(one) - view.mapping().toPixel(other);
        return std::hypot(way.x(), way.y());
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&view, key, modifiers); }
};

} // namespace

/// What strokes of the pens ask of the table.
class DrawStrokeTest : public QObject {
    Q_OBJECT

private slots:
    void aTouchOfTheBrushStaysUnderItsRing()
    {
        Sheet sheet;
        sheet.view.setPenRadius(40);
        sheet.view.setPenDensity(12);
        sheet.view.setPenClass(1);
        QTest::mouseClick(&sheet.view, Qt::LeftButton, {}, sheet.pixel(0, 0));
        const std::vector<Item> items = itemsOf(sheet.values);
        QCOMPARE(items.size(), size_t(12));
        double farthest = 0;
        for (const Item& item : items) {
            farthest = std::max(farthest, sheet.pixelsBetween(item.at, {0, 0}));
            QCOMPARE(item.word, QString("B"));
        }
        QVERIFY(farthest < 41.5 && farthest > 15); // scattered, and under the ring
        QCOMPARE(sheet.phases(), QString("BE"));   // one step
    }

    void aStrokeTouchesEveryHalfRadius()
    {
        Sheet sheet;
        sheet.view.setPenRadius(20);
        sheet.view.setPenDensity(2);
        const QPoint from = sheet.pixel(-5, 0);
        sheet.drag(from, from + QPoint(105, 0), 7);
        QCOMPARE(itemsOf(sheet.values).size(), size_t(2 * (1 + 10))); // at 0, 10, …, 100 pixels
        QVERIFY(sheet.phases().startsWith("BM") && sheet.phases().endsWith("ME"));
    }

    void theSameStrokesLeaveTheSameRows()
    {
        Sheet one;
        Sheet other;
        for (Sheet* sheet : {&one, &other})
            sheet->drag(sheet->pixel(-5, -2), sheet->pixel(4, 3), sheet == &one ? 6 : 6);
        QVERIFY(!one.items().isEmpty());
        QCOMPARE(one.items(), other.items());
        Drawing later = drawingXY();
        later.lastId = 500;
        Sheet third(sheetFigure(later));
        third.drag(third.pixel(-5, -2), third.pixel(4, 3), 6);
        QVERIFY(third.items() != one.items()); // another table, another scatter
    }

    void thePointIsPutWhereItIs()
    {
        Sheet sheet;
        sheet.key(Qt::Key_P);
        QTest::mouseClick(&sheet.view, Qt::LeftButton, {}, sheet.pixel(3, -2));
        const std::vector<Item> items = itemsOf(sheet.values);
        QCOMPARE(items.size(), size_t(1));
        QVERIFY(sheet.pixelsBetween(items[0].at, {3, -2}) < 1.5);
        QCOMPARE(items[0].word, QString("A"));
        QVERIFY(items[0].text.size() < 20); // few digits: links are short
    }

    void theBrushGoesOnWhileItIsHeldStill()
    {
        Sheet sheet;
        QTest::mousePress(&sheet.view, Qt::LeftButton, {}, sheet.pixel(0, 0));
        const qsizetype first = sheet.items().size();
        for (int i = 0; sheet.items().size() < 5 * first && i < 1000; ++i) {
            QTest::mouseMove(&sheet.view, sheet.pixel(0, 0) + QPoint(i % 2, 0)); // no hand is quite still
            QTest::qWait(1);
        }
        QVERIFY(sheet.items().size() >= 5 * first);
        QTest::mouseRelease(&sheet.view, Qt::LeftButton, {}, sheet.pixel(0, 0));
        QVERIFY(sheet.phases().startsWith("BMMMM") && sheet.phases().endsWith("ME")); // one step
        const qsizetype last = sheet.items().size();
        QTest::qWait(300);
        QCOMPARE(sheet.items().size(), last);
    }

    /// Where they lie follows from their number, whenever the clock struck.
    void stillBrushesLeaveTheSameRows()
    {
        Sheet one;
        Sheet other;
        for (Sheet* sheet : {&one, &other}) {
            QTest::mousePress(&sheet->view, Qt::LeftButton, {}, sheet->pixel(0, 0));
            const qsizetype first = sheet->items().size();
            QTRY_VERIFY(sheet->items().size() >= 4 * first);
            QTest::mouseRelease(&sheet->view, Qt::LeftButton, {}, sheet->pixel(0, 0));
        }
        const qsizetype both = std::min(one.items().size(), other.items().size());
        QCOMPARE(one.items().first(both), other.items().first(both));
        const QStringList all = one.items();
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size()); // and no two on one place
    }

    void aPointIsOneRowHoweverLongItIsHeld()
    {
        Sheet sheet;
        sheet.key(Qt::Key_P);
        QTest::mousePress(&sheet.view, Qt::LeftButton, {}, sheet.pixel(0, 0));
        QTest::qWait(500);
        QCOMPARE(sheet.items().size(), 1);
        QTest::mouseRelease(&sheet.view, Qt::LeftButton, {}, sheet.pixel(0, 0));
    }

    void nothingIsDrawnWhereTheTableIsFull()
    {
        Drawing nearlyFull = drawingXY();
        nearlyFull.room = 5;
        Sheet sheet(sheetFigure(nearlyFull));
        sheet.drag(sheet.pixel(-5, -2), sheet.pixel(4, 3), 6);
        QCOMPARE(sheet.items().size(), 5);
        nearlyFull.room = 0;
        Sheet full(sheetFigure(nearlyFull));
        full.drag(full.pixel(-5, -2), full.pixel(4, 3), 6);
        QVERIFY(full.items().isEmpty() && !full.view.addShape({"two", {{0, 0}, {1, 1}}, {}}));
    }

    void nothingIsDrawnBesideThePlot()
    {
        Sheet sheet;
        QTest::mouseClick(&sheet.view, Qt::LeftButton, {}, QPoint(2, 2));
        QVERIFY(sheet.intents.empty());
    }

    void erasingTakesWhatLiesUnderTheWay()
    {
        Sheet sheet; // rows 100 … 102 at (−8, −4), (−6, 3), (5, 2)
        sheet.key(Qt::Key_E);
        sheet.drag(sheet.pixel(-9, 3), sheet.pixel(6, 2.2), 2); // two long steps: nothing is jumped over
        QCOMPARE(sheet.items(), QStringList({"-101", "-102"}));
        QVERIFY(sheet.phases().startsWith('B') && sheet.phases().endsWith('E'));
    }

    void relabellingWritesTheClass()
    {
        Sheet sheet;
        sheet.key(Qt::Key_R);
        sheet.key(Qt::Key_2);
        QTest::mouseClick(&sheet.view, Qt::LeftButton, {}, sheet.pixel(5, 2));
        QCOMPARE(sheet.items(), QStringList({"102:class=B"}));
    }

    void movingTakesTheRowAlong()
    {
        Sheet sheet;
        sheet.key(Qt::Key_M);
        sheet.drag(sheet.pixel(5, 2) + QPoint(3, 0), sheet.pixel(1, -1) + QPoint(3, 0));
        const QString last = sheet.items().last();
        QVERIFY2(last.startsWith("102:x=") && last.contains(",y="), qPrintable(last));
        const QPointF at(
            last.section('=', 1, 1).section(',', 0, 0).toDouble(), last.section('=', 2).toDouble());
        QVERIFY(sheet.pixelsBetween(at, {1, -1}) < 2); // by its middle, not by the pointer
    }

    void movingNothingDoesNothing()
    {
        Sheet sheet;
        sheet.key(Qt::Key_M);
        sheet.drag(sheet.pixel(0, 0), sheet.pixel(1, 1));
        QVERIFY(sheet.intents.empty());
    }

    void escapeTakesTheStrokeBackThenLeaves()
    {
        Sheet sheet(sheetFigure(), {}, {{"patch", QString("-100")}});
        sheet.drag(sheet.pixel(-5, 0), sheet.pixel(5, 0), 5, false);
        QVERIFY(sheet.items().size() > 1);
        sheet.key(Qt::Key_Escape);
        QCOMPARE(text(sheet.values.value("patch")), QString("-100"));
        QVERIFY(sheet.view.isDrawing());
        sheet.key(Qt::Key_Escape);
        QVERIFY(!sheet.view.isDrawing());
        QTest::mouseClick(&sheet.view, Qt::LeftButton, {}, sheet.pixel(0, 0));
        QCOMPARE(text(sheet.values.value("patch")), QString("-100"));
    }

    void keysDrawToo()
    {
        Sheet sheet;
        sheet.key(Qt::Key_P);
        sheet.key(Qt::Key_Enter); // calls the crosshair to the middle
        QVERIFY(sheet.intents.empty());
        sheet.key(Qt::Key_Right, Qt::ShiftModifier);
        sheet.key(Qt::Key_Up);
        sheet.key(Qt::Key_Return);
        const std::vector<Item> items = itemsOf(sheet.values);
        QCOMPARE(items.size(), size_t(1));
        const QPointF middle = sheet.view.mapping().plot.center();
        const QPointF at = sheet.view.mapping().toPixel(items[0].at);
        QVERIFY(std::abs(at.x() - middle.x() - 40) < 1.5 && std::abs(at.y() - middle.y() + 4) < 1.5);
        QVERIFY(sheet.view.accessibleDescription().contains("Drawing: single points, class A, at"));
    }

    void keysCarryARow()
    {
        Sheet sheet;
        sheet.key(Qt::Key_M);
        sheet.key(Qt::Key_Enter);
        const QPointF row = sheet.view.mapping().toPixel({5, 2});
        const QPointF middle = sheet.view.mapping().plot.center();
        for (int i = 0; i < int(std::lround((row.x() - middle.x()) / 4)); ++i)
            sheet.key(Qt::Key_Right);
        for (int i = 0; i < int(std::lround((middle.y() - row.y()) / 4)); ++i)
            sheet.key(Qt::Key_Up);
        sheet.key(Qt::Key_Enter); // takes it up
        sheet.key(Qt::Key_Down, Qt::ShiftModifier);
        sheet.key(Qt::Key_Enter); // puts it down
        sheet.key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(sheet.phases(), QString("BE"));
        QVERIFY(sheet.items().last().startsWith("102:x="));
    }

    void handlesRestWhileTheBrushIsOut()
    {
        Sheet sheet(
            sheetFigure(), {pointHandle("centre", whole("a"), whole("b"), {0, 0})}, {{"a", 0.0}, {"b", 0.0}});
        sheet.drag(sheet.pixel(0, 0), sheet.pixel(3, 3));
        QCOMPARE(number(sheet.values.value("a")), 0.0);
        sheet.key(Qt::Key_M);
        sheet.drag(sheet.pixel(0, 0), sheet.pixel(3, 3));
        QVERIFY(number(sheet.values.value("a")) > 2);
    }

    void axesStandStillWhileDrawing()
    {
        Sheet sheet;
        const QPoint before = sheet.pixel(5, 2);
        Figure wider = sheetFigure();
        std::get<Plot>(wider.content).x.maximum = 40;
        sheet.view.showFigure(wider, {});
        QCOMPARE(sheet.pixel(5, 2), before);
        sheet.view.setDrawing(false);
        QVERIFY(sheet.pixel(5, 2) != before);
    }

    void aRefusedPlaneIsNotDrawnOn()
    {
        Drawing refused = drawingXY();
        refused.refusal = "No.";
        Sheet sheet(sheetFigure(refused));
        QVERIFY(!sheet.view.isDrawing());
        Sheet open;
        QVERIFY(open.view.isDrawing());
        open.view.showFigure(sheetFigure(refused), {});
        QVERIFY(!open.view.isDrawing());
    }

    void marksAreFreshUntilASceneHasThem()
    {
        Sheet sheet;
        DrawStroke stroke;
        const Plot plot = std::get<Plot>(sheetFigure().content);
        Pen pen;
        pen.density = 5;
        (void)stroke.press(pen, sheet.pixel(0, 0), plot, sheet.view.mapping(), {});
        QCOMPARE(stroke.fresh().size(), size_t(5));
        QCOMPARE(stroke.fresh().front().rowId, 103);
        Plot newer = plot;
        newer.drawing->lastId = 105; // a scene of the middle of the stroke
        stroke.show(newer);
        QCOMPARE(stroke.fresh().size(), size_t(2));
        newer.drawing->lastId = 107;
        stroke.show(newer);
        QVERIFY(stroke.fresh().empty());
    }

    /// The rows of a press between an undo and its scene are numbered by the scene that stands.
    void noMarkOutlivesTheSceneOfItsRow()
    {
        Drawing drawing = drawingXY();
        const auto show = [&](Sheet* sheet, int lastId, const QString& patch) {
            drawing.lastId = lastId;
            drawing.patch = patch;
            sheet->view.showFigure(sheetFigure(drawing), {});
        };
        Sheet sheet;
        sheet.key(Qt::Key_P);
        show(&sheet, 102, {});
        const QImage bare = sheet.view.grab().toImage();
        sheet.values.insert("patch", QString("%2B1;%2B2;%2B3"));
        sheet.view.followValues(sheet.values);
        show(&sheet, 105, "%2B1;%2B2;%2B3");
        sheet.values.remove("patch"); // undone, and its scene is not there yet
        sheet.view.followValues(sheet.values);
        QTest::mouseClick(&sheet.view, Qt::LeftButton, {}, sheet.pixel(3, -2));
        QTest::keyClick(&sheet.view, Qt::Key_M); // no ring
        sheet.move({1, 1});
        QVERIFY(sheet.view.grab().toImage() != bare); // the mark stands for the row
        show(&sheet, 103, patchIn(sheet.values));
        QCOMPARE(sheet.view.grab().toImage(), bare); // whose own points this figure leaves out
    }

    void shapesComeAsOneStep()
    {
        Sheet sheet;
        DrawnShape shape{"Corners", {{0, 0}, {1, 0}, {1, 1}, {0, 1}}, {0, 1, 2, 0}};
        QVERIFY(sheet.view.addShape(shape));
        const std::vector<Item> items = itemsOf(sheet.values);
        QCOMPARE(sheet.phases(), QString("W"));
        QCOMPARE(items.size(), size_t(4));
        QVERIFY(items[0].at.x() < 0 && items[0].at.y() < 0 && items[2].at.x() > 0 && items[2].at.y() > 0);
        QCOMPARE(items[2].word, QString("C")); // a class that was not there
        QCOMPARE(items[3].word, QString("A"));
    }

    void namesOfNewClassesSortLast_data()
    {
        QTest::addColumn<QStringList>("classes");
        QTest::addColumn<QString>("next");
        QTest::newRow("none") << QStringList() << "A";
        QTest::newRow("letters") << QStringList({"A", "B"}) << "C";
        QTest::newRow("numbers") << QStringList({"0", "1", "9"}) << "10";
        QTest::newRow("words") << QStringList({"Adelie", "Gentoo"}) << "Gentoo 2";
        QTest::newRow("again") << QStringList({"Gentoo", "Gentoo 2"}) << "Gentoo 3";
        QTest::newRow("the last letter") << QStringList({"Z"}) << "Z 2";
    }
    void namesOfNewClassesSortLast()
    {
        QFETCH(QStringList, classes);
        QTEST(nextClass(classes), "next");
    }
};

TANGENT_TEST(DrawStrokeTest)
#include "draw_stroke_test.moc"
