// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/view_hands.h"
#include "tests/views/words_scenes.h"
#include "widgets/views/code_edit.h"
#include "widgets/views/span_bar.h"
#include "widgets/views/text.h"
#include "widgets/views/text_arrangement.h"
#include "widgets/views/text_block.h"
#include "widgets/views/text_sheet.h"
#include "widgets/views/text_view.h"

#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

using namespace tangent;
using namespace tangent::tests;

namespace {

struct Shown {
    explicit Shown(QSize size = {330, 400})
        : log(&view)
    {
        view.setParameters(policyParameters());
        view.resize(size);
        view.followValues(policyValues());
        view.showFigure(figureOf("policies", policies()), {});
        present(view);
    }

    CodeEdit* editor(int block) const { return view.blocks()[size_t(block)]->editor(); }
    void follow(const QString& key, const QString& text)
    {
        Values values = policyValues();
        values[key] = text;
        view.followValues(values);
    }

    TextView view;
    IntentLog log;
};

double sum(const std::vector<double>& all)
{
    double total = 0;
    for (const double one : all)
        total += one;
    return total;
}

} // namespace

class TextViewTest : public QObject {
    Q_OBJECT

private slots:
    void showsAndWritesNothingByItself()
    {
        Shown shown;
        QCOMPARE(shown.editor(0)->toPlainText(), QString(policyText));
        QCOMPARE(shown.editor(1)->toPlainText(), QString());
        QCOMPARE(shown.editor(1)->placeholderText(), QStringLiteral("No policy"));
        shown.editor(0)->setFocus(); // what waited would be written now
        shown.editor(1)->setFocus();
        QVERIFY(shown.log.all.empty());
    }

    void typingIsOneGestureUntilTheFocusLeaves()
    {
        Shown shown;
        shown.editor(1)->setFocus();
        QTest::keyClicks(shown.editor(1), "{");
        QTest::keyClicks(shown.editor(1), "}");
        QVERIFY(shown.log.all.empty()); // the hand has not paused yet
        QTRY_COMPARE(shown.log.phases(), QStringLiteral("B"));
        QCOMPARE(text(shown.log.lastValue("text-1")), QStringLiteral("{}"));
        shown.follow("text-1", "{}");
        QTest::keyClicks(shown.editor(1), "x");
        QTRY_COMPARE(shown.log.phases(), QStringLiteral("BM"));
        QTest::keyClicks(shown.editor(1), "y");
        shown.editor(0)->setFocus();
        QCOMPARE(shown.log.phases(), QStringLiteral("BMME"));
        QCOMPARE(text(shown.log.lastValue("text-1")), QStringLiteral("{}xy"));
    }

    void newScenesLeaveCaretAndLetters()
    {
        Shown shown;
        CodeEdit* editor = shown.editor(0);
        editor->setFocus();
        QTextCursor caret = editor->textCursor();
        caret.setPosition(20);
        editor->setTextCursor(caret);
        QTest::keyClicks(editor, "ab");
        TextFigure next = policies();
        next.blocks.insert(next.blocks.begin(), next.blocks[1]);
        next.blocks[0].target.key = "text-9";
        shown.view.showFigure(figureOf("policies", next), {}); // computed for the text before
        QCOMPARE(shown.editor(1), editor);
        QVERIFY(editor->hasFocus());
        QCOMPARE(editor->textCursor().position(), 22);
        QCOMPARE(editor->toPlainText().mid(20, 2), QStringLiteral("ab"));
        shown.follow("text-0", "other"); // from elsewhere, while letters wait to be written
        QCOMPARE(editor->toPlainText().mid(20, 2), QStringLiteral("ab"));
        QTRY_COMPARE(shown.log.phases(), QStringLiteral("B"));
    }

    void whatComesFromElsewhereKeepsTheCaret()
    {
        Shown shown;
        CodeEdit* editor = shown.editor(0);
        editor->setFocus();
        editor->moveCursor(QTextCursor::End);
        const QString changed = QString(policyText).replace("Allow", "Deny");
        shown.follow("text-0", changed);
        QCOMPARE(editor->toPlainText(), changed);
        QVERIFY(editor->textCursor().atEnd());
        shown.editor(1)->setFocus();
        QVERIFY(shown.log.all.empty());
    }

    void undoneTextStartsAnotherGesture()
    {
        Shown shown;
        shown.editor(1)->setFocus();
        QTest::keyClicks(shown.editor(1), "a");
        QTRY_COMPARE(shown.log.phases(), QStringLiteral("B"));
        shown.follow("text-1", "a");
        shown.follow("text-1", "");
        QCOMPARE(shown.editor(1)->toPlainText(), QString());
        QTest::keyClicks(shown.editor(1), "b");
        QTRY_COMPARE(shown.log.phases(), QStringLiteral("BB"));
    }

    void refusedTextGivesWayWhenItIsLeft()
    {
        Shown shown;
        shown.editor(1)->setFocus();
        QTest::keyClicks(shown.editor(1), "far too long");
        QTRY_COMPARE(shown.log.phases(), QStringLiteral("B"));
        shown.follow("text-1", "");
        QCOMPARE(shown.editor(1)->toPlainText(), QStringLiteral("far too long"));
        shown.editor(0)->setFocus();
        QCOMPARE(shown.editor(1)->toPlainText(), QString());
    }

    void returnKeepsTheIndentation()
    {
        Shown shown;
        CodeEdit* editor = shown.editor(1);
        editor->setFocus();
        QTest::keyClicks(editor, "    a");
        QTest::keyClick(editor, Qt::Key_Return);
        QCOMPARE(editor->toPlainText(), QStringLiteral("    a\n    "));
    }

    void barsStandBesideTheirLines()
    {
        Shown shown({700, 700});
        const auto& bars = shown.editor(0)->bars();
        QCOMPARE(bars.size(), size_t(2));
        const double line = QFontMetricsF(codeFont()).lineSpacing();
        QVERIFY(std::abs(bars[0]->height() - 3 * line) <= 2);
        QVERIFY(std::abs(bars[0]->y() - (codeMargin + 2 * line)) <= 2);
        QCOMPARE(bars[1]->y(), bars[0]->y() + bars[0]->height());
        QVERIFY(bars[0]->toolTip().contains("Statement 1"));
        QCOMPARE(spoken(bars[1])->text(QAccessible::Name), QStringLiteral("Statement 2"));
    }

    void keysAndScreenReadersCarry()
    {
        Shown shown;
        CodeEdit* editor = shown.editor(0);
        editor->setFocus();
        QTextCursor caret(editor->document()->findBlockByNumber(6));
        editor->setTextCursor(caret);
        QCOMPARE(editor->barAtCaret(), editor->bars()[1]);
        QTest::keyClick(editor, Qt::Key_M, Qt::ControlModifier);
        QMenu* menu = editor->bars()[1]->findChild<QMenu*>();
        QVERIFY(menu && menu->isVisible());
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(text(shown.log.lastValue("text-1")), QStringLiteral("{}"));
        QCOMPARE(shown.log.phases(), QStringLiteral("W"));
        QAccessibleActionInterface* actions = spoken(editor->bars()[0])->actionInterface();
        QVERIFY(actions->actionNames().contains("Put onto Policy 2"));
        actions->doAction("Put onto Policy 2");
        QCOMPARE(shown.log.phases(), QStringLiteral("WW"));
    }

    void problemsAreReadable()
    {
        Shown shown({700, 500});
        const int before = shown.view.blocks()[0]->height();
        TextFigure wrong = policies();
        wrong.blocks[0].problems = {{4, 7, "There is no effect of this name."}};
        shown.view.showFigure(figureOf("policies", wrong), {});
        QVERIFY(shown.view.blocks()[0]->height() >= before + 12); // a line for the sentence
        const auto marks = shown.editor(0)->extraSelections();
        QCOMPARE(marks.size(), 1);
        QCOMPARE(marks[0].cursor.blockNumber(), 3);
        QCOMPARE(marks[0].cursor.selectedText(), QStringLiteral("\"Effect\": \"Allow\""));
        QCOMPARE(marks[0].format.underlineStyle(), QTextCharFormat::WaveUnderline);
        QVERIFY(shown.editor(0)->accessibleDescription().contains("no effect"));
    }

    void litLinesAreMarkedAndSeen()
    {
        Shown shown({330, 260});
        TextFigure lit = policies();
        lit.blocks[2].spans[1].current = true;
        shown.editor(1)->setFocus();
        shown.view.showFigure(figureOf("policies", lit), {});
        QCOMPARE(shown.editor(2)->extraSelections().size(), 3);
        const SpanBar* bar = shown.editor(2)->bars()[1];
        QVERIFY(bar->y() >= -2 && bar->y() < shown.editor(2)->height());
    }

    void heightsAreSharedFairly()
    {
        const std::vector<double> natural{400, 30, 400, 30};
        QCOMPARE(shareHeights(natural, 1000, -1), natural);
        const std::vector<double> even = shareHeights(natural, 460, -1);
        QVERIFY(sum(even) <= 460 && sum(even) > 450);
        QCOMPARE(even[1], 30.0); // an empty one stays low
        QCOMPARE(even[0], even[2]);
        const std::vector<double> favoured = shareHeights(natural, 460, 2);
        QVERIFY(sum(favoured) <= 460 && favoured[2] > 1.8 * favoured[0]);
        QVERIFY(sum(shareHeights(natural, 100, 2)) > 100); // then all scroll together
    }

    /// One scroll bar at a time: in a low view the texts scroll together, and none by itself.
    void aLowViewScrollsAsAWhole()
    {
        Shown shown({330, 110});
        for (int block = 0; block < 3; ++block)
            QCOMPARE(shown.editor(block)->verticalScrollBar()->maximum(), 0);
        QVERIFY(shown.view.findChild<QScrollArea*>()->verticalScrollBar()->maximum() > 0);
    }

    void theFocusedTextGetsMoreRoom()
    {
        Shown shown({330, 300});
        shown.editor(0)->setFocus();
        QTRY_VERIFY(shown.editor(0)->height() > 1.3 * shown.editor(2)->height());
        shown.editor(2)->setFocus();
        QTRY_VERIFY(shown.editor(2)->height() > 1.3 * shown.editor(0)->height());
        QVERIFY(shown.editor(1)->height() < 30);
    }

    void jsonHasColours()
    {
        QTextDocument document;
        document.setPlainText("{\"a\": \"b\", \"n\": 1}");
        CodeColours colours(&document);
        colours.setUp("json", Theme::light());
        const auto formats = document.firstBlock().layout()->formats();
        const auto colourAt = [&](int place) {
            for (const QTextLayout::FormatRange& range : formats)
                if (place >= range.start && place < range.start + range.length)
                    return range.format.foreground().color();
            return QColor();
        };
        QVERIFY(colourAt(1).isValid() && colourAt(6).isValid() && colourAt(1) != colourAt(6));
        QCOMPARE(colourAt(1), colourAt(11)); // both are names
        QVERIFY(colourAt(16).isValid() && colourAt(16) != colourAt(6));
        colours.setUp({}, Theme::light());
        QVERIFY(document.firstBlock().layout()->formats().isEmpty());
    }

    void picturesShowTheSame_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("side") << QSize(330, 400);
        QTest::newRow("main") << QSize(700, 400);
    }

    void picturesShowTheSame()
    {
        QFETCH(QSize, size);
        QImage image(size, QImage::Format_RGB32);
        image.fill(Theme::light().surface);
        QPainter painter(&image);
        TextFitRecord record;
        paintTexts(painter, QRectF(image.rect()), policies(), Theme::light());
        QCOMPARE(record.unfitting(), QStringList());
        Shown shown(size);
        QPalette palette = Theme::light().palette();
        shown.view.setPalette(palette);
        QImage live(size, QImage::Format_RGB32);
        live.fill(Theme::light().surface);
        shown.view.render(&live, {}, {}, QWidget::DrawChildren);
        // Caret, focus frame and scroll bars apart, they are one picture.
        int differing = 0;
        for (int y = 0; y < size.height(); ++y)
            for (int x = 0; x < size.width(); ++x)
                differing += image.pixel(x, y) != live.pixel(x, y);
        QVERIFY2(differing < 0.08 * size.width() * size.height(), qPrintable(QString::number(differing)));
        paintTexts(painter, QRectF(0, 0, 330, 120), policies(), Theme::light());
        QVERIFY(record.unfitting().contains("Policy 3"));
    }
};

TANGENT_TEST(TextViewTest)
#include "text_view_test.moc"
