// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/note_library.h"
#include "app/note/note_view.h"
#include "app/note/scrubbing.h"

#include "tests/support/test_program.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>

#include <cmath>

using namespace tangent;

namespace {

const char* const body =
    "The rate is [0.10](drag:rate), so k is [k = 4](drag:k) and nothing [7](drag:unknown).\n"
    "The loss is [0.42](show:loss) after [20](show:step) steps, status [converged](show:status).\n\n"
    "## Try it\n\n"
    "1. Take [nine steps](lab:?step=9).\n"
    "2. From the [start](lab:=?k=2&data=faithful).\n"
    "3. Third, the loss is [0.42](show:loss).\n\n"
    "## Challenge\n\n"
    "Reach [a low loss](goal:loss<=0.1&k=4), see [the other lab](tangent:pca?angle=3) "
    "or [a page](https://example.org/a).\n";

/// A note view in a window of its own, driven by hand and key.
struct Desk {
    NoteView view{std::make_shared<FormulaLibrary>(QStringLiteral(TANGENT_SOURCE_DIR "/resources/formulas"))};
    Scene scene;
    Values values;
    Parameters parameters;
    QList<Intent> intents;

    explicit Desk(const QString& markdown = QString::fromUtf8(body))
    {
        Note note;
        note.title = QStringLiteral("Title");
        note.body = markdown;
        view.resize(380, 700);
        view.setNote(note);
        view.show();
        readout("loss", 0.5);
        readout("step", 20.0);
        readout("status", QStringLiteral("converged"));
        parameters = {Parameter::real("rate", "Rate", 0.1, 0, 1).withStep(0.01),
            Parameter::integer("k", "Clusters", 4, 1, 10)};
        values = {{"rate", 0.1}, {"k", 4.0}};
        follow();
        QObject::connect(&view, &NoteView::scrub, [this](const Intent& intent) {
            intents << intent;
            for (auto it = intent.values.constBegin(); it != intent.values.constEnd(); ++it)
                values[it.key()] = *it;
            follow();
        });
    }
    void readout(const char* key, std::variant<std::monostate, double, QString> value)
    {
        for (Readout& known : scene.readouts) {
            if (known.key == QLatin1String(key)) {
                known.value = value;
                return;
            }
        }
        Readout made;
        made.key = QLatin1String(key);
        made.value = value;
        scene.readouts.push_back(made);
    }
    void follow() { view.followScene(scene, values, parameters); }
    int span(const QString& href, int skip = 0) const
    {
        for (int i = 0; i < int(view.spans().size()); ++i) {
            if (view.spans()[size_t(i)].href == href && skip-- == 0)
                return i;
        }
        return -1;
    }
    QString text(const QString& href, int skip = 0) const { return view.spanText(span(href, skip)); }
    QPoint place(const QString& href) const { return view.spanRect(span(href)).center(); }
    void click(const QString& href) { QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place(href)); }
    void drag(const QString& href, int pixels, int moves)
    {
        const QPoint from = place(href);
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= moves; ++i)
            QTest::mouseMove(view.viewport(), from + QPoint(pixels * i / moves, 0));
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, from + QPoint(pixels, 0));
    }
};

} // namespace

class NoteViewTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void numbersFollowTheScene()
    {
        Desk desk;
        QCOMPARE(desk.text("show:loss"), QStringLiteral("0.5000"));
        QCOMPARE(desk.text("show:loss", 1), QStringLiteral("0.5000"));
        QCOMPARE(desk.text("drag:rate"), QStringLiteral("0.1"));
        QCOMPARE(desk.text("drag:k"), QStringLiteral("k\u00a0=\u00a04"));
        QCOMPARE(desk.text("drag:unknown"), QStringLiteral("7"));
        desk.readout("loss", 1234.5678);
        desk.readout("status", QStringLiteral("diverging"));
        desk.values["k"] = 10.0;
        desk.follow();
        QCOMPARE(desk.text("show:loss"), QStringLiteral("1235"));
        QCOMPARE(desk.text("show:loss", 1), QStringLiteral("1235"));
        QCOMPARE(desk.text("show:status"), QStringLiteral("diverging"));
        QCOMPARE(desk.text("drag:k"), QStringLiteral("k\u00a0=\u00a010"));
        QCOMPARE(desk.text("lab:?step=9"), QStringLiteral("nine steps")); // behind the longer numbers
        desk.readout("loss", std::monostate());
        desk.follow();
        QCOMPARE(desk.text("show:loss"), QStringLiteral("–"));
        desk.readout("loss", 0.25);
        desk.follow();
        QCOMPARE(desk.text("show:loss"), QStringLiteral("0.2500"));
        const QString whole = desk.view.toPlainText();
        QVERIFY(whole.contains(QLatin1String("so k is k = 10 and nothing 7.")));
    }

    void sameNumbersChangeNothing()
    {
        Desk desk;
        QSignalSpy changes(desk.view.document(), &QTextDocument::contentsChange);
        desk.follow();
        QCOMPARE(changes.count(), 0);
        desk.readout("loss", 0.75);
        desk.follow();
        QCOMPARE(changes.count(), 2); // two places
    }

    void labLinks()
    {
        Desk desk;
        QSignalSpy links(&desk.view, &NoteView::labLink);
        desk.click("lab:?step=9");
        desk.click("lab:=?k=2&data=faithful");
        QCOMPARE(links.count(), 2);
        QCOMPARE(links[0], (QVariantList{QStringLiteral("step=9"), false}));
        QCOMPARE(links[1], (QVariantList{QStringLiteral("k=2&data=faithful"), true}));
    }

    void aPressThatLeavesIsNoClick()
    {
        Desk desk;
        QSignalSpy links(&desk.view, &NoteView::labLink);
        QTest::mousePress(desk.view.viewport(), Qt::LeftButton, {}, desk.place("lab:?step=9"));
        QTest::mouseRelease(desk.view.viewport(), Qt::LeftButton, {}, QPoint(5, 5));
        QCOMPARE(links.count(), 0);
    }

    void otherLinks()
    {
        Desk desk;
        QSignalSpy topics(&desk.view, &NoteView::openTopic);
        QSignalSpy challenges(&desk.view, &NoteView::challengeStarted);
        QSignalSpy copied(&desk.view, &NoteView::addressCopied);
        desk.click("tangent:pca?angle=3");
        desk.click("goal:loss<=0.1&k=4");
        QCOMPARE(topics.count(), 1);
        QCOMPARE(topics[0][0].toString(), QStringLiteral("tangent:pca?angle=3"));
        QCOMPARE(challenges.count(), 1);
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        desk.click("https://example.org/a");
        QCOMPARE(copied.count(), 1);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("https://example.org/a"));
        QVERIFY(desk.view.source().isEmpty()); // it went nowhere
    }

    void scrubbingByMouse()
    {
        Desk desk;
        desk.drag("drag:rate", 40, 8);
        QVERIFY(desk.intents.size() >= 3);
        QCOMPARE(desk.intents.first().phase, Intent::Phase::Begin);
        QCOMPARE(desk.intents.last().phase, Intent::Phase::End);
        for (int i = 1; i + 1 < desk.intents.size(); ++i)
            QCOMPARE(desk.intents[i].phase, Intent::Phase::Move);
        // 100 steps over 400 pixels: 10 of them.
        QVERIFY(std::abs(number(desk.intents.last().values["rate"]) - 0.2) < 1e-12);
        QCOMPARE(desk.text("drag:rate"), QStringLiteral("0.2"));
        desk.intents.clear();
        desk.drag("drag:rate", -300, 30);
        QCOMPARE(number(desk.values["rate"]), 0.0); // the end of the range
        desk.intents.clear();
        desk.drag("drag:k", 25, 5); // 12 pixels a step
        QCOMPARE(number(desk.values["k"]), 6.0);
    }

    void aClickOnANumberChangesNothing()
    {
        Desk desk;
        desk.click("drag:rate");
        QVERIFY(desk.intents.isEmpty());
        QCOMPARE(desk.view.focusedSpan(), desk.span("drag:rate"));
        desk.drag("drag:unknown", 50, 5); // no such parameter in this state
        QVERIFY(desk.intents.isEmpty());
    }

    void escapeTakesAScrubBack()
    {
        Desk desk;
        const QPoint from = desk.place("drag:rate");
        QTest::mousePress(desk.view.viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(desk.view.viewport(), from + QPoint(20, 0));
        QTest::keyClick(&desk.view, Qt::Key_Escape);
        QCOMPARE(desk.intents.last().phase, Intent::Phase::End);
        QCOMPARE(number(desk.values["rate"]), 0.1);
        const auto count = desk.intents.size();
        QTest::mouseMove(desk.view.viewport(), from + QPoint(60, 0));
        QTest::mouseRelease(desk.view.viewport(), Qt::LeftButton, {}, from + QPoint(60, 0));
        QCOMPARE(desk.intents.size(), count);
    }

    void arithmetic()
    {
        const Parameter rate = Parameter::real("rate", "Rate", 0.18, 1e-4, 10).onLogScale();
        QCOMPARE(scrubbed(rate, 0.01, 80), 0.1); // five decades over 400 pixels
        QCOMPARE(scrubbed(rate, 0.01, -80), 0.001);
        QCOMPARE(scrubbed(rate, 0.01, 4000), 10.0);
        QCOMPARE(nudged(rate, 0.1, 20), 1.0);
        QVERIFY(nudged(rate, 0.1, 1) > 0.1 && nudged(rate, 0.1, 1) < 0.13);
        const Parameter condition = Parameter::integer("c", "c", 10, 1, 1000).onLogScale();
        QCOMPARE(nudged(condition, 1, 1), 2.0); // not stuck at 1 × 1.12
        QCOMPARE(nudged(condition, 2, -1), 1.0);
        const Parameter share = Parameter::real("s", "s", 0.1, 0, 1).withStep(0.1);
        QVERIFY(nudged(share, 0.1, 2) == 0.3); // and not 0.30000000000000004
        QCOMPARE(scrubbed(share, 0.5, 11.9), 0.5);
        QCOMPARE(scrubbed(share, 0.5, 12), 0.6);
        const Parameter step = Parameter::timeline(3, 6, true);
        QCOMPARE(nudged(step, 3, 1), 3.5);
        QVERIFY(isScrubbable(step));
        QVERIFY(!isScrubbable(Parameter::toggle("t", "t", false)));
    }

    void keyboard()
    {
        Desk desk;
        QSignalSpy links(&desk.view, &NoteView::labLink);
        QSignalSpy readouts(&desk.view, &NoteView::showReadout);
        desk.view.activateWindow();
        desk.view.setFocus();
        QTRY_VERIFY(desk.view.hasFocus());
        QTest::keyClick(&desk.view, Qt::Key_Tab);
        QCOMPARE(desk.view.focusedSpan(), 0);
        QTest::keyClick(&desk.view, Qt::Key_Right);
        QTest::keyClick(&desk.view, Qt::Key_Up);
        QTest::keyClick(&desk.view, Qt::Key_Left);
        QCOMPARE(desk.intents.size(), 3);
        QCOMPARE(desk.intents[0].phase, Intent::Phase::Whole);
        QCOMPARE(number(desk.values["rate"]), 0.11);
        QTest::keyClick(&desk.view, Qt::Key_PageUp);
        QCOMPARE(number(desk.values["rate"]), 0.21);
        const int count = int(desk.view.spans().size());
        for (int i = 1; i < count; ++i) {
            QTest::keyClick(&desk.view, Qt::Key_Tab);
            QCOMPARE(desk.view.focusedSpan(), i);
            if (desk.view.spans()[size_t(i)].href == QLatin1String("lab:?step=9"))
                QTest::keyClick(&desk.view, Qt::Key_Return);
        }
        QCOMPARE(links.count(), 1);
        QCOMPARE(readouts.first().first().toString(), QStringLiteral("loss"));
        QTest::keyClick(&desk.view, Qt::Key_Tab, Qt::ShiftModifier);
        QCOMPARE(desk.view.focusedSpan(), count - 2);
    }

    void hoverShowsTheReadout()
    {
        Desk desk;
        QSignalSpy readouts(&desk.view, &NoteView::showReadout);
        QTest::mouseMove(desk.view.viewport(), desk.place("show:loss"));
        QTest::mouseMove(desk.view.viewport(), desk.place("show:loss") + QPoint(1, 0));
        QTest::mouseMove(desk.view.viewport(), desk.place("drag:rate"));
        QCOMPARE(readouts.count(), 2);
        QCOMPARE(readouts[0][0].toString(), QStringLiteral("loss"));
        QCOMPARE(readouts[1][0].toString(), QString());
        QCOMPARE(desk.view.viewport()->cursor().shape(), Qt::SplitHCursor);
    }

    void themeKeepsNumbersAndPlace()
    {
        Desk desk;
        desk.readout("loss", 0.125);
        desk.follow();
        desk.view.resize(380, 150);
        desk.view.verticalScrollBar()->setValue(60);
        desk.view.setCurrentItem(-1);
        desk.view.setTheme(Theme::darkTheme());
        QCOMPARE(desk.text("show:loss"), QStringLiteral("0.1250"));
        QCOMPARE(desk.view.verticalScrollBar()->value(), 60);
        const QImage image = desk.view.viewport()->grab().toImage();
        QCOMPARE(image.pixelColor(2, 2), Theme::darkTheme().panel);
    }

    void currentItemStandsOut()
    {
        Desk desk;
        const auto colourOf = [&](const QString& words) {
            QTextCursor cursor = desk.view.document()->find(words);
            return cursor.charFormat().foreground().color();
        };
        desk.view.setCurrentItem(1);
        QCOMPARE(colourOf(QStringLiteral("Take")), Theme::light().muted);
        QCOMPARE(colourOf(QStringLiteral("From the")), Theme::light().ink);
        QCOMPARE(colourOf(QStringLiteral("Third")), Theme::light().muted);
        QCOMPARE(colourOf(QStringLiteral("The rate")), Theme::light().ink);
        QCOMPARE(colourOf(QStringLiteral("nine steps")), Theme::light().accent);
        desk.view.setTheme(Theme::darkTheme());
        QCOMPARE(colourOf(QStringLiteral("Take")), Theme::darkTheme().muted);
        desk.view.setCurrentItem(-1);
        QCOMPARE(colourOf(QStringLiteral("Take")), Theme::darkTheme().ink);
    }

    void linesStayReadable()
    {
        Desk desk(QStringLiteral("word ").repeated(100));
        desk.view.resize(1400, 700);
        QTextBlock text = desk.view.document()->firstBlock().next();
        desk.view.document()->documentLayout();
        QVERIFY(text.layout()->lineCount() > 5);
        QVERIFY(text.layout()->lineAt(0).textLength() <= 75);
        desk.view.resize(380, 700);
        QVERIFY(text.layout()->lineAt(0).textLength() <= 60);
    }

    void formulasAreCopiedAsTex()
    {
        const NoteLibrary notes(QStringLiteral(TANGENT_SOURCE_DIR "/notes"));
        for (const QString& topic : notes.topics()) {
            Desk desk(notes.find(topic)->body);
            const NoteText lifted = liftFormulas(notes.find(topic)->body);
            for (const QChar c : desk.view.document()->toRawText())
                QVERIFY2(c.unicode() < firstPlaceholder || c.unicode() >= firstPlaceholder + maximumFormulas,
                    qPrintable(topic));
            desk.view.selectAll();
            desk.view.copy();
            const QString copied = QGuiApplication::clipboard()->text();
            for (const NoteFormula& formula : lifted.formulas) {
                const QString sign = formula.display ? QStringLiteral("$$") : QStringLiteral("$");
                QVERIFY2(copied.contains(sign + formula.tex + sign), qPrintable(topic + formula.tex));
            }
            QVERIFY(!copied.contains(chipPadding) && !copied.contains(wordJoiner));
            QVERIFY(!copied.contains(QChar(QChar::ObjectReplacementCharacter)));
        }
    }

    void codeKeepsItsDollars()
    {
        Desk desk(QStringLiteral("`$x$` costs \\$5\n\n```\necho $HOME $PATH\n```\n"));
        const QString text = desk.view.toPlainText();
        QVERIFY(text.contains(QLatin1String("$x$ costs $5")));
        QVERIFY(text.contains(QLatin1String("echo $HOME $PATH")));
    }

    void tables()
    {
        Desk desk(QStringLiteral(
            "```\ncode\n```\n\n| A | B |\n|---|--:|\n| [1](show:loss) | 2 |\n\nEnd [k = 4](drag:k)\n"));
        QCOMPARE(desk.text("show:loss"), QStringLiteral("0.5000"));
        QCOMPARE(desk.text("drag:k"), QStringLiteral("k\u00a0=\u00a04"));
        const QTextCursor header = desk.view.document()->find(QStringLiteral("A"));
        QCOMPARE(int(header.charFormat().fontWeight()), int(QFont::DemiBold));
        QCOMPARE(header.block().previous().text(), QStringLiteral("code")); // no empty line in the first cell
        QVERIFY(header.block().next().blockFormat().alignment() & Qt::AlignRight);
    }
};

TANGENT_TEST(NoteViewTest)
#include "note_view_test.moc"
