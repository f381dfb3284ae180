// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/view_hands.h"
#include "widgets/views/controls/buttons.h"
#include "widgets/views/figure_layout.h"
#include "widgets/views/matrix_view.h"
#include "widgets/views/text.h"

#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QTimer>

using namespace tangent;
using namespace tangent::tests;

namespace {

Matrix small()
{
    Matrix made;
    made.rowNames = made.columnNames = QStringList{"a", "b"};
    for (int i = 0; i < 4; ++i) {
        Matrix::Item item;
        item.text = QString::number(i);
        item.rowIds = {i};
        item.target.key = "cell";
        item.target.value = double(i);
        made.items.push_back(item);
    }
    return made;
}

Figure figureAt(const QString& key, Figure::Place place, int least = 120)
{
    Figure made;
    made.key = key;
    made.title = "Figure " + key;
    made.place = place;
    made.minimumHeight = least;
    made.content = small();
    return made;
}

using Place = Figure::Place;

Scene usual()
{
    Scene scene;
    scene.figures = {figureAt("main", Place::Main, 180), figureAt("one", Place::Side),
        figureAt("two", Place::Side), figureAt("strip", Place::Strip, 90)};
    scene.figures[0].hint = "drag a centre";
    return scene;
}

FigureArrangement arranged(const Scene& scene, QSizeF size, bool tabs = true)
{
    return FigureArrangement::of(QRectF(QPointF(), size), scene.figures, tabs);
}

const FigureArrangement::Group& groupOf(const FigureArrangement& arrangement, size_t figure)
{
    for (const FigureArrangement::Group& group : arrangement.groups)
        if (std::find(group.figures.begin(), group.figures.end(), figure) != group.figures.end())
            return group;
    return arrangement.groups.front();
}

} // namespace

class FigureLayoutTest : public QObject {
    Q_OBJECT

private slots:
    void aSideFigureSetsItsShare()
    {
        Scene scene = usual();
        scene.figures[2].sideShare = 0.5;
        const FigureArrangement half = arranged(scene, {1000, 700});
        QVERIFY(std::abs(groupOf(half, 1).box.width() - 500) < 1);
        QVERIFY(std::abs(groupOf(half, 2).box.width() - 500) < 1);
        QVERIFY(std::abs(groupOf(half, 0).box.width() - 480) < 1);
        QVERIFY(groupOf(arranged(usual(), {1000, 700}), 1).box.width() < 400);
        FigureLayout layout;
        layout.resize(1000, 700);
        layout.showScene(scene);
        const QList<MatrixView*> views = layout.findChildren<MatrixView*>();
        QVERIFY(std::any_of(views.begin(), views.end(),
            [](const MatrixView* view) { return std::abs(view->width() - 480) < 2; }));
    }

    void placesKeepTheirSides()
    {
        const FigureArrangement made = arranged(usual(), {760, 600});
        QCOMPARE(made.groups.size(), size_t(4));
        const QRectF main = groupOf(made, 0).box;
        const QRectF one = groupOf(made, 1).box;
        const QRectF two = groupOf(made, 2).box;
        const QRectF strip = groupOf(made, 3).box;
        QVERIFY(main.right() < one.left() && qFuzzyCompare(one.left(), two.left()));
        QVERIFY(one.bottom() < two.top() && main.bottom() < strip.top());
        QCOMPARE(strip.width(), 760.0);
        QVERIFY(main.width() > 1.6 * one.width() && one.width() > 0.33 * 760);
        QVERIFY(main.height() > strip.height());
        QVERIFY(qAbs(strip.bottom() - 600) < 0.5);
    }

    void nothingOverlapsAndNeedsAreMet_data()
    {
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("960 x 600") << QSizeF(684, 260);
        QTest::newRow("1280 x 800") << QSizeF(724, 460);
        QTest::newRow("1920 x 1080") << QSizeF(1164, 720);
    }

    void nothingOverlapsAndNeedsAreMet()
    {
        QFETCH(QSizeF, size);
        const Scene scene = usual();
        const FigureArrangement made = arranged(scene, size);
        size_t shown = 0;
        for (size_t a = 0; a < made.groups.size(); ++a) {
            shown += made.groups[a].figures.size();
            for (const size_t figure : made.groups[a].figures)
                QVERIFY(FigureArrangement::bodyBox(made.groups[a].box).height()
                    >= scene.figures[figure].minimumHeight - 0.5);
            for (size_t b = a + 1; b < made.groups.size(); ++b)
                QVERIFY(!made.groups[a].box.intersects(made.groups[b].box));
        }
        QCOMPARE(shown, scene.figures.size());
    }

    void whatDoesNotFitBecomesTabs()
    {
        const FigureArrangement low = arranged(usual(), {684, 380});
        QCOMPARE(groupOf(low, 1).figures, (std::vector<size_t>{1, 2})); // the strip still fits
        const FigureArrangement lower = arranged(usual(), {684, 220});
        QCOMPARE(groupOf(lower, 1).figures, (std::vector<size_t>{1, 2, 3}));
        QCOMPARE(arranged(usual(), {684, 220}, false).groups.size(), size_t(4)); // exports hide nothing
    }

    void aNarrowBoxKeepsTheMainFigure()
    {
        const FigureArrangement low = arranged(usual(), {450, 220});
        QCOMPARE(low.groups.size(), size_t(1));
        QCOMPARE(low.groups[0].figures, (std::vector<size_t>{0, 1, 2, 3}));
        const FigureArrangement tall = arranged(usual(), {450, 500});
        QCOMPARE(tall.groups.size(), size_t(2));
        QCOMPARE(tall.groups[0].figures, std::vector<size_t>{0});
        QVERIFY(tall.groups[0].box.height() > tall.groups[1].box.height());
        QCOMPARE(tall.groups[1].figures, (std::vector<size_t>{1, 2, 3}));
    }

    void aStripDoesNotSqueezeTheMainFigure()
    {
        Scene scene = usual();
        scene.figures[0].minimumHeight = 100; // it would do, and nobody could read it
        const FigureArrangement low = arranged(scene, {900, 260});
        QCOMPARE(groupOf(low, 0).box.height(), 260.0);
        scene.figures[3].minimumHeight = 40; // a bar takes little
        QVERIFY(groupOf(arranged(scene, {900, 260}), 0).box.height() < 200);
    }

    void largerLettersNeedLargerFigures()
    {
        QCOMPARE(arranged(usual(), {900, 480}).groups.size(), size_t(4));
        setTextScale(1.6);
        const size_t groups = arranged(usual(), {900, 480}).groups.size();
        setTextScale(1);
        QVERIFY(groups < 4);
    }

    void weightsShareTheRoom()
    {
        Scene scene = usual();
        scene.figures[1].weight = 3;
        const FigureArrangement made = arranged(scene, {1164, 800});
        QVERIFY(groupOf(made, 1).box.height() > 2 * groupOf(made, 2).box.height());
    }

    void withoutAMainTheSideOnesTakeItsPlace()
    {
        Scene scene;
        scene.figures = {figureAt("a", Place::Side), figureAt("b", Place::Side)};
        const FigureArrangement made = arranged(scene, {700, 400});
        QCOMPARE(made.groups.size(), size_t(2));
        QCOMPARE(made.groups[0].box.width(), made.groups[1].box.width());
    }

    void viewsSurviveScenes()
    {
        FigureLayout layout;
        layout.resize(724, 460);
        layout.showScene(usual());
        FigureView* one = layout.view("one");
        QVERIFY(one && qobject_cast<MatrixView*>(one));
        Scene next = usual();
        next.figures.erase(next.figures.begin() + 2);
        std::swap(next.figures[0], next.figures[1]);
        layout.showScene(next);
        QCOMPARE(layout.view("one"), one);
        QVERIFY(!layout.view("two"));
        next.figures[0].content = TableFigure();
        layout.showScene(next);
        QVERIFY(layout.view("one") != one); // another kind of content needs another view
    }

    void intentsAndMarksPassThrough()
    {
        FigureLayout layout;
        layout.resize(724, 460);
        layout.showScene(usual());
        QVERIFY(present(layout));
        IntentLog log(&layout);
        std::vector<int> hovered;
        connect(
            &layout, &FigureLayout::rowsHovered, this, [&](const std::vector<int>& ids) { hovered = ids; });
        MatrixView* main = qobject_cast<MatrixView*>(layout.view("main"));
        hover(*main, main->itemBox(2).center());
        QCOMPARE(hovered, std::vector<int>{2});
        for (const char* key : {"main", "one", "two", "strip"})
            QCOMPARE(layout.view(key)->markedRows(), QSet<int>{2});
        QTest::mouseClick(main, Qt::LeftButton, {}, main->itemBox(3).center().toPoint());
        QCOMPARE(number(log.lastValue("cell")), 3.0);
        layout.followValues({{"cell", 3.0}});
        QCOMPARE(number(layout.view("strip")->values().value("cell")), 3.0);
    }

    void handlesGoToTheirFigure()
    {
        FigureLayout layout;
        Scene scene = usual();
        Handle handle;
        handle.id = "c1";
        handle.figure = "one";
        scene.handles = {handle};
        layout.showScene(scene);
        QCOMPARE(layout.view("one")->handles().size(), size_t(1));
        QVERIFY(layout.view("main")->handles().empty());
    }

    void tabsSwitch()
    {
        FigureLayout layout;
        layout.resize(684, 220);
        layout.showScene(usual());
        QVERIFY(present(layout));
        QVERIFY(layout.view("one")->isVisible());
        QVERIFY(!layout.view("two")->isVisible() && !layout.view("strip")->isVisible());
        for (PlainButton* tab : layout.findChildren<PlainButton*>())
            if (tab->text() == QLatin1String("Figure two"))
                QTest::mouseClick(tab, Qt::LeftButton);
        QVERIFY(layout.view("two")->isVisible() && !layout.view("one")->isVisible());
        layout.showScene(usual()); // a new scene leaves the reader's tab in front
        QVERIFY(layout.view("two")->isVisible());
        layout.resize(760, 700);
        QVERIFY(layout.view("one")->isVisible() && layout.view("two")->isVisible());
    }

    /// However many figures share a place, their tabs take one line; those without room on it are listed.
    void tabsShareOneLine()
    {
        FigureLayout layout;
        layout.resize(684, 220);
        Scene scene = usual();
        for (const char* key : {"three", "four", "five", "six"})
            scene.figures.push_back(figureAt(key, Place::Side));
        layout.showScene(scene);
        QVERIFY(present(layout));
        const auto shownTabs = [&] {
            QStringList names;
            int y = -1;
            for (const PlainButton* tab : layout.findChildren<PlainButton*>()) {
                if (!tab->isVisible() || tab->look() != PlainButton::Look::Tab)
                    continue;
                names << tab->text();
                y = y < 0 ? tab->y() : y;
                if (tab->y() != y || tab->geometry().right() > layout.width())
                    names << QStringLiteral("off the line: ") + tab->text();
            }
            return names;
        };
        const QStringList first = shownTabs();
        QVERIFY2(first.contains("Figure one") && !first.contains("Figure six"), qPrintable(first.join(';')));
        QVERIFY2(!first.filter("off the line").size(), qPrintable(first.join(';')));
        const QStringList more = first.filter(QRegularExpression("^\\d+ more$"));
        QCOMPARE(more.size(), 1);
        QCOMPARE(first.size() - 1 + more[0].section(' ', 0, 0).toInt(), 7);
        const double top = layout.view("one")->y();
        layout.showFigure("six");
        QVERIFY(layout.view("six")->isVisible() && shownTabs().contains("Figure six"));
        QCOMPARE(double(layout.view("six")->y()), top);
        QVERIFY2(!shownTabs().filter("off the line").size(), qPrintable(shownTabs().join(';')));
    }

    void aListedFigureIsChosenFromTheList()
    {
        FigureLayout layout;
        layout.resize(684, 220);
        Scene scene = usual();
        for (const char* key : {"three", "four", "five", "six"})
            scene.figures.push_back(figureAt(key, Place::Side));
        layout.showScene(scene);
        QVERIFY(present(layout));
        QTimer::singleShot(0, &layout, [&] {
            QMenu* menu = layout.findChild<QMenu*>();
            QVERIFY(menu);
            for (QAction* action : menu->actions())
                if (action->text() == "Figure six")
                    action->trigger();
            menu->close();
        });
        PlainButton* more = nullptr;
        for (PlainButton* tab : layout.findChildren<PlainButton*>())
            more = tab->isVisible() && tab->text().endsWith(" more") ? tab : more;
        QVERIFY(more);
        more->setFocus();
        QTest::mouseClick(more, Qt::LeftButton);
        QVERIFY(layout.view("six")->isVisible());
        QVERIFY(!more->isChecked());
        QCOMPARE(layout.focusWidget(), more); // the keyboard stays where the hand is
    }

    void theKeyboardVisitsFiguresInTheirOrder()
    {
        QWidget window;
        QLineEdit before(&window);
        FigureLayout layout(&window);
        QLineEdit after(&window);
        layout.setGeometry(0, 0, 760, 600);
        after.setGeometry(0, 610, 100, 24);
        layout.showScene(usual());
        QVERIFY(present(window));
        before.setFocus();
        for (const char* key : {"main", "one", "two", "strip"}) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), layout.view(key));
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), &after);
    }

    void titlesFit_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("960 x 600") << QSize(684, 260);
        QTest::newRow("1280 x 800") << QSize(724, 460);
    }

    void titlesFit()
    {
        QFETCH(QSize, size);
        FigureLayout layout;
        layout.resize(size);
        layout.showScene(usual());
        TextFitRecord record;
        layout.grab();
        QCOMPARE(record.unfitting(), QStringList());
    }

    void exportsDrawEverything()
    {
        QImage image(900, 600, QImage::Format_RGB32);
        image.fill(Qt::red);
        QPainter painter(&image);
        TextFitRecord record;
        paintScene(painter, QRectF(image.rect()), usual(), {}, Theme::light());
        QCOMPARE(record.unfitting(), QStringList());
        QCOMPARE(image.pixelColor(899, 599), Theme::light().surface);
        const FigureArrangement made = arranged(usual(), {900, 600}, false);
        for (const FigureArrangement::Group& group : made.groups) {
            const QImage part = image.copy(FigureArrangement::bodyBox(group.box).toRect());
            QImage empty(part.size(), part.format());
            empty.fill(Theme::light().surface);
            QVERIFY(part != empty);
        }
    }
};

TANGENT_TEST(FigureLayoutTest)
#include "figure_layout_test.moc"
