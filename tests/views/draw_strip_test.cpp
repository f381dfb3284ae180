// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/draw_scenes.h"
#include "tests/views/view_hands.h"
#include "widgets/views/class_chip.h"
#include "widgets/views/controls/buttons.h"
#include "widgets/views/draw_button.h"
#include "widgets/views/draw_strip.h"
#include "widgets/views/figure_layout.h"
#include "widgets/views/name_edit.h"

#include <QMenu>

using namespace tangent;
using namespace tangent::tests;

namespace {

/// A layout with a main figure and, beside it, one that can be drawn in.
struct Room {
    explicit Room(const Figure& sheet = sheetFigure(), QSize size = {900, 500})
    {
        layout.resize(size);
        show(sheet);
        layout.show();
        QVERIFY(present(layout));
    }

    void show(Figure sheet)
    {
        Figure main = planeFigure();
        main.key = "main";
        sheet.place = Figure::Place::Side;
        Scene scene;
        scene.figures = {main, sheet};
        layout.showScene(scene);
    }
    PlotView& plot() { return *static_cast<PlotView*>(layout.view("plane")); }
    DrawStrip* strip()
    {
        for (DrawStrip* one : layout.findChildren<DrawStrip*>())
            if (one->isVisible())
                return one;
        return nullptr;
    }
    DrawButton* button()
    {
        for (DrawButton* one : layout.findChildren<DrawButton*>())
            if (one->isVisible())
                return one;
        return nullptr;
    }

    FigureLayout layout;
};

template <class Button>
Button* named(QWidget* where, const QString& text)
{
    for (Button* one : where->findChildren<Button*>())
        if (one->text() == text && one->isVisible())
            return one;
    return nullptr;
}

} // namespace

/// The tools beside a plot that is drawn in.
class DrawStripTest : public QObject {
    Q_OBJECT

private slots:
    void theButtonStandsWhereDrawingIsPossible()
    {
        Room room;
        QVERIFY(room.button() && !room.strip());
        room.show(planeFigure());
        QVERIFY(!room.button());
        Drawing refused = drawingXY();
        refused.refusal = "Choose two columns.";
        room.show(sheetFigure(refused));
        QVERIFY(room.button() && !room.button()->isEnabled());
        QCOMPARE(room.button()->toolTip(), QString("Choose two columns."));
    }

    void thePlotTakesTheLargePlaceWhileItIsDrawnIn()
    {
        Room room;
        const int before = room.plot().width();
        QTest::mouseClick(room.button(), Qt::LeftButton);
        QVERIFY(room.plot().isDrawing() && room.strip());
        QVERIFY(room.plot().width() > before);
        QVERIFY(room.plot().width() > room.layout.view("main")->width());
        QVERIFY(room.strip()->geometry().bottom() <= room.plot().geometry().top());
        QTest::mouseClick(room.button(), Qt::LeftButton);
        QCOMPARE(room.plot().width(), before);
        QVERIFY(!room.strip());
    }

    void toolsAndClassesAreChosen()
    {
        Room room;
        QVERIFY(room.layout.startDrawing());
        QTest::mouseClick(named<PlainButton>(room.strip(), "Erase"), Qt::LeftButton);
        QCOMPARE(room.plot().pen().tool, Pen::Tool::Erase);
        QTest::mouseClick(named<ClassChip>(room.strip(), "B"), Qt::LeftButton);
        QCOMPARE(room.plot().pen().word, QString("B"));
        QTest::mouseClick(named<PlainButton>(room.strip(), "+"), Qt::LeftButton);
        QCOMPARE(room.plot().pen().word, QString("C"));
        QVERIFY(named<ClassChip>(room.strip(), "C")->isChecked());
        QVERIFY(!named<ClassChip>(room.strip(), "B")->isChecked());
        QTest::keyClick(&room.plot(), Qt::Key_1);
        QVERIFY(named<ClassChip>(room.strip(), "A")->isChecked());
    }

    void aNewClassSurvivesTheNextScene()
    {
        Room room;
        QVERIFY(room.layout.startDrawing());
        room.plot().addPenClass();
        Drawing grown = drawingXY();
        grown.lastId = 110;
        room.show(sheetFigure(grown));
        QCOMPARE(room.plot().pen().word, QString("C"));
        QVERIFY(named<ClassChip>(room.strip(), "C"));
    }

    void withoutALabelThereAreNoClasses()
    {
        Drawing plain = drawingXY();
        plain.label.clear();
        plain.classes.clear();
        Room room(sheetFigure(plain));
        QVERIFY(room.layout.startDrawing());
        QVERIFY(!named<PlainButton>(room.strip(), "Relabel") && !named<PlainButton>(room.strip(), "+"));
        QVERIFY(room.strip()->findChildren<ClassChip*>().isEmpty());
        QVERIFY(room.plot().pen().word.isEmpty());
    }

    void escapeOnTheStripLeaves()
    {
        Room room;
        QVERIFY(room.layout.startDrawing());
        auto* chip = named<ClassChip>(room.strip(), "A");
        chip->setFocus();
        QTest::keyClick(chip, Qt::Key_E);
        QCOMPARE(room.plot().pen().tool, Pen::Tool::Erase);
        QTest::keyClick(chip, Qt::Key_Escape);
        QVERIFY(!room.plot().isDrawing());
    }

    void everyToolIsReachedAndNamed()
    {
        Room room;
        QVERIFY(room.layout.startDrawing());
        for (QWidget* control : room.strip()->controls()) {
            QAccessibleInterface* one = spoken(control);
            QVERIFY(one);
            QVERIFY(!one->text(QAccessible::Name).isEmpty());
            QVERIFY(control->focusPolicy() & Qt::TabFocus);
        }
    }

    void aClassGetsAName()
    {
        Room room;
        QVERIFY(room.layout.startDrawing());
        std::vector<QStringList> asked;
        connect(&room.layout, &FigureLayout::classRenamed, this,
            [&](const QString& column, const QString& word, const QString& name) {
                asked.push_back({column, word, name});
            });
        QTest::mouseDClick(named<ClassChip>(room.strip(), "B"), Qt::LeftButton);
        auto* edit = room.strip()->findChild<NameEdit*>();
        QVERIFY(edit->isVisible() && edit->hasFocus());
        QCOMPARE(edit->selectedText(), QString("B"));
        QTest::keyClicks(edit, "Rep 1"); // letters and digits of the pens' keys among them
        QCOMPARE(room.plot().pen().tool, Pen::Tool::Brush);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!edit->isVisible() && room.plot().hasFocus());
        QCOMPARE(asked, (std::vector<QStringList>{{"class", "B", "Rep 1"}}));
        QCOMPARE(room.plot().pen().word, QString("Rep 1"));
        // One that is in no row yet is named here alone, from the plot by its key.
        room.plot().addPenClass();
        QTest::keyClick(&room.plot(), Qt::Key_F2);
        QTest::keyClicks(edit, "none yet");
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(asked.size(), size_t(1));
        QCOMPARE(room.plot().pen().word, QString("none yet"));
        QVERIFY(named<ClassChip>(room.strip(), "none yet")->isChecked());
        QVERIFY(room.plot().isDrawing());
    }

    void aNameThatCannotBeIsRefused()
    {
        Room room;
        QVERIFY(room.layout.startDrawing());
        const auto name = [&](const char* word, Qt::Key end) {
            QTest::keyClick(named<ClassChip>(room.strip(), "A"), Qt::Key_F2);
            auto* edit = room.strip()->findChild<NameEdit*>();
            QTest::keyClicks(edit, QLatin1String(word));
            QTest::keyClick(edit, end);
            return room.plot().penClasses() == QStringList({"A", "B"}) && room.plot().isDrawing();
        };
        QVERIFY(name("sun", Qt::Key_Escape));
        QVERIFY(room.strip()->findChildren<QLabel*>().front()->isHidden());
        QVERIFY(name("B", Qt::Key_Return));
        auto* remark = room.strip()->findChildren<QLabel*>().front();
        QVERIFY(remark->isVisible() && remark->text().contains("B"));
        QVERIFY(room.strip()->rect().contains(remark->geometry()));
        Drawing numbers = drawingXY();
        numbers.takesNumbersOnly = true;
        room.show(sheetFigure(numbers));
        QVERIFY(!room.plot().renamePenClass(0, "sun"));
        QVERIFY(room.plot().renamePenClass(0, "7"));
    }

    void theRemarkStandsUnderTheTools()
    {
        Room room;
        QVERIFY(room.layout.startDrawing());
        const int before = room.strip()->height();
        Drawing full = drawingXY();
        full.room = 0;
        full.remark = "The table is full.";
        room.show(sheetFigure(full));
        auto* remark = room.strip()->findChildren<QLabel*>().front();
        QCOMPARE(remark->text(), full.remark);
        QVERIFY(remark->isVisible() && room.strip()->height() > before);
        QVERIFY(room.strip()->geometry().bottom() < room.plot().geometry().top());
        room.show(sheetFigure());
        QCOMPARE(room.strip()->height(), before);
    }

    void whatHasNoRoomIsBehindTheDots()
    {
        Room room;
        QVERIFY(room.layout.startDrawing());
        DrawStrip* strip = room.strip();
        for (int i = 0; i < 7; ++i)
            room.plot().addPenClass();
        strip->resize(260, strip->heightFor(260));
        auto* dots = named<PlainButton>(strip, "More tools");
        QVERIFY(dots && !named<PlainButton>(strip, "Add…"));
        QTest::mouseClick(dots, Qt::LeftButton);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QStringList words;
        for (QAction* action : menu->actions())
            words << action->text();
        for (ClassChip* chip : strip->findChildren<ClassChip*>())
            QVERIFY(!chip->isHidden() || words.contains("Class " + chip->text()));
        QVERIFY(words.contains("One class more") && words.contains("Start on an empty sheet"));
        const double radius = room.plot().pen().radius;
        menu->actions()[words.indexOf("Larger ring")]->trigger();
        QVERIFY(room.plot().pen().radius > radius);
        menu->close();
    }

    void nothingIsCutInNarrowPlots_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {260, 330, 480, 900})
            QTest::addRow("%d", width) << width;
    }
    void nothingIsCutInNarrowPlots()
    {
        QFETCH(int, width);
        Room room;
        QVERIFY(room.layout.startDrawing());
        for (int i = 0; i < 5; ++i)
            room.plot().addPenClass();
        DrawStrip* strip = room.strip();
        strip->resize(width, strip->heightFor(width));
        QCOMPARE(strip->height(), named<PlainButton>(strip, "Erase")->height() + 4); // one row
        std::vector<QRect> boxes;
        for (QWidget* control : strip->findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
            if (control->isHidden())
                continue;
            const QRect box = control->geometry();
            QVERIFY2(strip->rect().contains(box), control->metaObject()->className());
            for (const QRect& other : boxes)
                QVERIFY(!box.intersects(other));
            boxes.push_back(box);
        }
    }
};

TANGENT_TEST(DrawStripTest)
#include "draw_strip_test.moc"
