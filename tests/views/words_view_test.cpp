// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/view_hands.h"
#include "tests/views/words_scenes.h"
#include "widgets/views/item_paint.h"
#include "widgets/views/table_view.h"
#include "widgets/views/text.h"
#include "widgets/views/words_view.h"

#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>

using namespace tangent;
using namespace tangent::tests;

namespace {

struct Shown {
    explicit Shown(const QStringList& all = mats(), QSize size = {420, 380})
        : log(&view)
    {
        view.resize(size);
        view.setParameters(documentParameters());
        show(all);
        present(view);
    }

    void show(const QStringList& all)
    {
        view.followValues({{"documents", sentences(all)}});
        view.showFigure(figureOf("documents", documents(all)), {});
    }

    QPoint middle(int paragraph, int run) const
    {
        return view.itemBox(view.itemOf(paragraph, run)).center().toPoint();
    }

    QPlainTextEdit* field() const
    {
        QPlainTextEdit* found = view.findChild<QPlainTextEdit*>();
        return found && found->isVisible() ? found : nullptr;
    }

    /// The one cell that the last intent writes.
    QString written() const
    {
        return log.last().cells.size() == 1 ? cellText(log.last().cells[0].value) : QString();
    }

    WordsView view;
    IntentLog log;
};

} // namespace

class WordsViewTest : public QObject {
    Q_OBJECT

private slots:
    void wordsAreItemsWithNames()
    {
        Shown shown;
        QCOMPARE(shown.view.itemCount(), 3 + 6 + 6 + 5 + 1);
        QAccessibleInterface* title = spoken(&shown.view)->child(shown.view.itemOf(0, -1));
        QCOMPARE(title->text(QAccessible::Name), QStringLiteral("Document 1"));
        QCOMPARE(title->text(QAccessible::Value), QStringLiteral("0.30: the cat sat on the mat"));
        QCOMPARE(title->role(), QAccessible::EditableText);
        QAccessibleInterface* word = spoken(&shown.view)->child(shown.view.itemOf(0, 1));
        QCOMPARE(word->text(QAccessible::Name), QStringLiteral("cat: in 2 documents"));
        QCOMPARE(word->text(QAccessible::Value), QStringLiteral("cat"));
    }

    void wordsStayInsideAndApart()
    {
        const QString longWord(90, QLatin1Char('m'));
        Shown shown({"the cat sat on the mat " + longWord + " and on", "a"}, {260, 380});
        for (int item = 0; item + 1 < shown.view.itemCount(); ++item) {
            const QRectF box = shown.view.itemBox(item);
            QVERIFY(box.left() >= 0 && box.right() <= shown.view.width() + 0.5);
        }
        const QRectF cat = shown.view.itemBox(shown.view.itemOf(0, 1));
        const QRectF sat = shown.view.itemBox(shown.view.itemOf(0, 2));
        QVERIFY(cat.right() <= sat.left());
        QVERIFY(shown.view.itemBox(shown.view.itemOf(0, 6)).height() > 1.5 * cat.height()); // over lines
    }

    void pointerFollowsAndMarksRows()
    {
        Shown shown;
        std::vector<int> rows;
        connect(
            &shown.view, &FigureView::rowsHovered, this, [&](const std::vector<int>& ids) { rows = ids; });
        hover(shown.view, shown.middle(1, 1));
        QCOMPARE(text(shown.log.lastValue("word")), QStringLiteral("dog"));
        QCOMPARE(shown.log.phases(), QStringLiteral("F"));
        QCOMPARE(rows, std::vector<int>{2});
        leave(shown.view);
        QVERIFY(!shown.log.lastValue("word").index());
    }

    void aClickWrites()
    {
        Shown shown;
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, shown.middle(0, 0));
        QCOMPARE(text(shown.log.lastValue("chosen")), QStringLiteral("the"));
        QVERIFY(shown.log.last().phase == Intent::Phase::Whole);
    }

    void paragraphsAreTypedInPlace()
    {
        Shown shown;
        QTest::mouseDClick(&shown.view, Qt::LeftButton, {}, shown.middle(1, 1));
        QVERIFY(shown.field());
        QCOMPARE(shown.field()->toPlainText(), QStringLiteral("the dog sat on the log"));
        QTest::keyClicks(shown.field(), "a cat");
        shown.log.all.clear();
        QTest::keyClick(shown.field(), Qt::Key_Return);
        QVERIFY(!shown.field());
        QCOMPARE(shown.log.phases(), QStringLiteral("W"));
        QCOMPARE(shown.log.last().cells[0].row, 1);
        QCOMPARE(shown.written(), QStringLiteral("a cat"));
        QVERIFY(shown.view.hasFocus());
    }

    void escapeGivesUpAndLeavingCommits()
    {
        Shown shown;
        shown.view.typeItem(shown.view.itemOf(0, -1));
        QTest::keyClicks(shown.field(), "x");
        QTest::keyClick(shown.field(), Qt::Key_Escape);
        QVERIFY(!shown.field() && shown.log.all.empty());
        shown.view.typeItem(shown.view.itemOf(0, -1));
        QTest::keyClicks(shown.field(), "y");
        shown.view.setFocus();
        QVERIFY(!shown.field());
        QCOMPARE(shown.written(), QStringLiteral("y"));
        shown.view.typeItem(shown.view.itemOf(0, -1));
        shown.view.setFocus(); // nothing typed, nothing written
        QCOMPARE(shown.log.all.size(), size_t(1));
    }

    void typingOutlivesNewScenes()
    {
        Shown shown;
        shown.view.typeItem(shown.view.itemOf(1, -1));
        QTest::keyClicks(shown.field(), "half a sen");
        QStringList more = mats();
        more[0] += " and more words than before so that all that follows moves further down";
        const int before = shown.field()->y();
        shown.show(more);
        QVERIFY(shown.field());
        QCOMPARE(shown.field()->toPlainText(), QStringLiteral("half a sen"));
        QVERIFY(shown.field()->y() > before); // it stays over its paragraph
        shown.show({mats()[0]});
        QVERIFY(!shown.field()); // its paragraph is gone
    }

    void paragraphsComeAndGo()
    {
        Shown shown;
        const int adding = shown.view.addingItem();
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, shown.view.itemBox(adding).center().toPoint());
        QCOMPARE(rows(shown.log.lastValue("documents")).size(), size_t(4));
        shown.show(mats() + QStringList(QString()));
        QVERIFY(shown.field()); // the new one is typed at once
        QTest::keyClick(shown.field(), Qt::Key_Escape);
        shown.log.all.clear();
        shown.view.activate(shown.view.addingItem());
        QVERIFY(shown.log.all.empty()); // four are the most

        shown.view.setFocusItem(shown.view.itemOf(1, 2));
        QTest::keyClick(&shown.view, Qt::Key_Delete);
        const Rows left = rows(shown.log.lastValue("documents"));
        QCOMPARE(left.size(), size_t(3));
        QCOMPARE(cellText(left[1][0]), mats()[2]);
        shown.log.all.clear();
        shown.show({"one"});
        shown.view.setFocusItem(0);
        QTest::keyClick(&shown.view, Qt::Key_Delete);
        QVERIFY(shown.log.all.empty()); // one is the least
    }

    void theCrossRemoves()
    {
        Shown shown;
        const QRectF title = shown.view.itemBox(shown.view.itemOf(2, -1));
        QTest::mouseClick(
            &shown.view, Qt::LeftButton, {}, QPointF(title.right() - 9, title.center().y()).toPoint());
        QCOMPARE(rows(shown.log.lastValue("documents")).size(), size_t(2));
    }

    void keysWalkAndOpenTheMenu()
    {
        Shown shown;
        shown.view.setFocus(Qt::TabFocusReason);
        shown.view.setFocusItem(shown.view.itemOf(0, 1));
        QTest::keyClick(&shown.view, Qt::Key_Right);
        QCOMPARE(shown.view.focusItem(), shown.view.itemOf(0, 2));
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QCOMPARE(shown.view.focusItem(), shown.view.itemOf(1, -1)); // its title
        shown.view.setFocusItem(shown.view.itemOf(0, 1));
        shown.log.all.clear();
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QMenu* menu = shown.view.findChild<QMenu*>();
        QVERIFY(menu && menu->isVisible());
        QStringList labels;
        for (const QAction* action : menu->actions())
            if (!action->isSeparator())
                labels << action->text();
        QCOMPARE(labels, QStringList({"Document 2", "Document 3"}));
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(shown.written(), QStringLiteral("cats and dogs are friends cat"));
    }

    void screenReadersCarryToo()
    {
        Shown shown;
        QAccessibleInterface* word = spoken(&shown.view)->child(shown.view.itemOf(0, 1));
        const QStringList names = word->actionInterface()->actionNames();
        QVERIFY(names.contains("Put onto Document 2"));
        word->actionInterface()->doAction("Put onto Document 2");
        QCOMPARE(shown.written(), QStringLiteral("the dog sat on the log cat"));
        QAccessibleInterface* title = spoken(&shown.view)->child(0);
        title->setText(QAccessible::Value, "new words");
        QCOMPARE(shown.written(), QStringLiteral("new words"));
    }

    void longOnesScroll()
    {
        QStringList many;
        for (int i = 0; i < 20; ++i)
            many << mats()[0];
        Shown shown(many, {300, 300});
        const int last = shown.view.addingItem();
        QVERIFY(shown.view.itemBox(last).top() > 300);
        shown.view.setFocusItem(last);
        QVERIFY(shown.view.itemBox(last).bottom() <= 300.5);
    }

    void shadesKeepWordsReadable()
    {
        for (const Theme* theme : {&Theme::light(), &Theme::darkTheme()}) {
            for (int shade = 0; shade <= 20; ++shade) {
                const QColor behind = theme->mapped(ColourMap::Sequential, shade / 20.0);
                const QColor ink = inkOn(behind, *theme);
                const double lighter = std::max(luminance(ink), luminance(behind));
                const double darker = std::min(luminance(ink), luminance(behind));
                QVERIFY((lighter + 0.05) / (darker + 0.05) >= 4.4);
            }
        }
    }

    void picturesFit_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("side") << QSize(330, 400);
        QTest::newRow("main") << QSize(700, 400);
    }

    void picturesFit()
    {
        QFETCH(QSize, size);
        QImage image(size, QImage::Format_RGB32);
        image.fill(Theme::light().surface);
        const QImage empty = image;
        QPainter painter(&image);
        TextFitRecord record;
        paintWords(painter, QRectF(image.rect()), documents(), Theme::light());
        QCOMPARE(record.unfitting(), QStringList());
        QVERIFY(image != empty);
        paintWords(painter, QRectF(0, 0, 300, 70), documents(), Theme::light());
        QCOMPARE(record.unfitting(), QStringList({"Document 2", "Document 3"}));
    }

    void tableCellsOfWordsAreTypedInPlace()
    {
        TableFigure table;
        table.columns = QStringList{"", "Text"};
        TableFigure::Line line;
        line.items = {{"1", -1, Role::Ink, true, {}}, {mats()[0], -1, Role::Ink, false, {}}};
        line.items[1].target = documentText(0);
        table.lines = {line};
        TableView view;
        IntentLog log(&view);
        view.resize(360, 180);
        view.setParameters(documentParameters());
        view.followValues({{"documents", sentences(mats())}});
        view.showFigure(figureOf("table", table), {});
        QVERIFY(present(view));
        QCOMPARE(spoken(&view)->child(1)->role(), QAccessible::EditableText);
        view.setFocus();
        view.setFocusItem(1);
        QTest::keyClick(&view, Qt::Key_5);
        QVERIFY(!view.findChild<QLineEdit*>()); // digits open no number field here
        QTest::keyClick(&view, Qt::Key_Return);
        QPlainTextEdit* field = view.findChild<QPlainTextEdit*>();
        QVERIFY(field && field->isVisible());
        QTest::keyClicks(field, "a log");
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(log.phases(), QStringLiteral("W"));
        QCOMPARE(cellText(log.last().cells.at(0).value), QStringLiteral("a log"));
    }

private:
    /// Relative luminance by WCAG 2.1.
    static double luminance(const QColor& colour)
    {
        const auto part = [](double share) {
            return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
    }
};

TANGENT_TEST(WordsViewTest)
#include "words_view_test.moc"
