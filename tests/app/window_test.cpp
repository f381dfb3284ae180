// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/registry.h"
#include "app/note/note_panel.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "app/window/notice.h"
#include "app/window/top_bar.h"
#include "app/window/topics_drawer.h"
#include "app/window/topics_panel.h"
#include "app/window/topics_rail.h"
#include "tests/support/test_program.h"
#include "widgets/views/controls/parameter_row.h"
#include "widgets/views/controls/readout_bar.h"
#include "widgets/views/controls/readout_cell.h"
#include "widgets/views/controls/slim_slider.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>

using namespace tangent;

namespace {

/// The real window on a lab, at a size.
struct Room {
    MainWindow window{DataCatalogue::shared()};

    explicit Room(
        const QSize& size = QSize(1280, 800), const QString& link = QStringLiteral("gradient-descent"))
    {
        window.resize(size);
        window.openAnything(link);
        window.show();
        window.activateWindow();
        settle();
    }
    void settle()
    {
        QTRY_VERIFY_WITH_TIMEOUT(
            !window.lab().isBusy() && !window.lab().scene().figures.empty() && window.isActiveWindow(),
            10000);
    }
    NoteView* note() { return window.note().view(); }
    int span(const QString& href)
    {
        for (int i = 0; i < int(note()->spans().size()); ++i)
            if (note()->spans()[size_t(i)].href == href)
                return i;
        return -1;
    }
    /// Scrolls to a link of the note as the keyboard does, and gives its place.
    QPoint linkPlace(const QString& href)
    {
        note()->focusSpan(span(href));
        return note()->spanRect(span(href)).center();
    }
    void clickLink(const QString& href)
    {
        const QPoint place = linkPlace(href);
        QTest::mouseClick(note()->viewport(), Qt::LeftButton, {}, place);
    }
    QAction* action(const QString& text)
    {
        for (QAction* one : window.actions())
            if (one->text() == text)
                return one;
        return nullptr;
    }
    ParameterRow* row(const QString& key)
    {
        for (ParameterRow* one : window.findChildren<ParameterRow*>())
            if (one->parameter().key == key)
                return one;
        return nullptr;
    }
    QRect inWindow(const QWidget& part) { return {part.mapTo(&window, QPoint()), part.size()}; }
};

} // namespace

/// The window as a hand and a keyboard meet it.
class WindowTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QSettings(QStringLiteral("Tangent"), QStringLiteral("Tangent")).clear();
        Settings().setHintsSeen();
    }

    void partsFillTheWindow_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("wide");
        QTest::newRow("least") << QSize(960, 600) << false;
        QTest::newRow("narrow") << QSize(1199, 800) << false;
        QTest::newRow("wide") << QSize(1200, 800) << true;
        QTest::newRow("full") << QSize(1920, 1080) << true;
    }

    void partsFillTheWindow()
    {
        QFETCH(QSize, size);
        QFETCH(bool, wide);
        Room room(size);
        QCOMPARE(room.window.rail().isVisible(), !wide);
        QCOMPARE(room.window.topics().isVisible(), wide);
        QCOMPARE(room.window.note().isVisible(), wide);
        const QRect lab = room.inWindow(room.window.lab());
        const QRect left =
            room.inWindow(wide ? static_cast<QWidget&>(room.window.topics()) : room.window.rail());
        QCOMPARE(lab.left(), left.right() + 1);
        QCOMPARE(lab.right(), wide ? room.inWindow(room.window.note()).left() - 1 : size.width() - 1);
        QCOMPARE(lab.bottom(), size.height() - 1);
    }

    void theBarsButtonsAreWhole_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {960, 1199, 1200, 1280})
            QTest::addRow("%d", width) << width;
    }

    void theBarsButtonsAreWhole()
    {
        QFETCH(int, width);
        Room room(QSize(width, 700));
        for (QToolButton* button : room.window.findChild<TopBar*>()->findChildren<QToolButton*>()) {
            if (button->isVisible())
                QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        }
    }

    void theNoteIsADrawer()
    {
        {
            Room room(QSize(960, 600));
            room.action(QStringLiteral("Note"))->trigger();
            QVERIFY(room.window.noteDrawer().isOpen());
            QTRY_VERIFY(room.window.noteDrawer().share() > 0 && room.window.note().isVisible());
            QTRY_COMPARE(room.window.noteDrawer().share(), 1.0);
            QCOMPARE(room.inWindow(room.window.note()).right(), 959);
            QVERIFY(room.note()->hasFocus());
            QTest::keyClick(room.note(), Qt::Key_Escape);
            QTRY_VERIFY(!room.window.note().isVisible());
            QVERIFY(room.window.lab().hasFocus());
            room.action(QStringLiteral("Note"))->trigger();
            QTRY_COMPARE(room.window.noteDrawer().share(), 1.0);
        }
        Room again(QSize(960, 600));
        QVERIFY(again.window.note().isVisible()); // as it was left
        QTest::keyClick(&again.window.lab(), Qt::Key_Escape);
        QTRY_VERIFY(!again.window.note().isVisible());
    }

    void motionOffOpensAtOnce()
    {
        Settings().setMotion(false);
        Room room(QSize(960, 600));
        room.action(QStringLiteral("Note"))->trigger();
        QCOMPARE(room.window.noteDrawer().share(), 1.0);
        room.action(QStringLiteral("Motion"))->trigger();
        room.action(QStringLiteral("Note"))->trigger();
        QVERIFY(room.window.noteDrawer().share() > 0.5); // it slides again
    }

    void theRailOpensByHandAndKey()
    {
        Room room(QSize(960, 600));
        TopicsRail& rail = room.window.rail();
        const QRect lab = room.inWindow(room.window.lab());
        QTest::mouseClick(&rail, Qt::LeftButton, {}, QPoint(20, 20));
        QTRY_COMPARE(room.window.topicsDrawer().share(), 1.0);
        QVERIFY(room.window.topics().isVisible() && room.window.topics().hasFocus());
        QCOMPARE(room.inWindow(room.window.lab()), lab); // over the lab, not beside it
        QTest::keyClick(&room.window.topics(), Qt::Key_Escape);
        QTRY_VERIFY(!room.window.topics().isVisible());
        rail.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&rail, Qt::Key_Return);
        QTRY_COMPARE(room.window.topicsDrawer().share(), 1.0);
        QTest::keyClick(&room.window.topics(), Qt::Key_Down);
        QTest::keyClick(&room.window.topics(), Qt::Key_Down);
        const QString before = room.window.experiment().state().topic;
        QTest::keyClick(&room.window.topics(), Qt::Key_Return);
        QVERIFY(room.window.experiment().state().topic != before);
        QTRY_VERIFY(!room.window.topics().isVisible());
    }

    void theRailOpensUnderThePointer()
    {
        Room room(QSize(960, 600));
        QEnterEvent enter(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5));
        QApplication::sendEvent(&room.window.rail(), &enter);
        QTRY_COMPARE(room.window.topicsDrawer().share(), 1.0);
        QVERIFY(!room.window.topics().hasFocus());
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&room.window.rail(), &leave);
        QApplication::sendEvent(&room.window.topics(), &enter); // from the rail onto the topics
        QTest::qWait(TopicsDrawer::leaveMilliseconds + 50);
        QVERIFY(room.window.topicsDrawer().isOpen());
        QApplication::sendEvent(&room.window.topics(), &leave);
        QTRY_VERIFY(!room.window.topics().isVisible());
    }

    void everyChapterHasItsOwnMark()
    {
        QSet<QString> marks;
        for (const Chapter& chapter : chapters())
            marks.insert(TopicsRail::markOf(chapter.id));
        QCOMPARE(size_t(marks.size()), chapters().size());
    }

    void linksFlashWhatTheyChange()
    {
        Room room;
        const FlashOverlay& flashes = room.window.lab().flashes();
        QVERIFY(flashes.places().empty());
        emit room.note()->labLink(QStringLiteral("learning-rate=0.01"), false);
        QTRY_VERIFY(!flashes.places().empty());
        QVERIFY(flashes.isVisible());
        const auto flashed = [&](const QWidget& part) {
            const QRectF box(part.mapTo(&room.window.lab(), QPoint()), part.size());
            return std::find(flashes.places().begin(), flashes.places().end(), box) != flashes.places().end();
        };
        QVERIFY(flashed(*room.row(QStringLiteral("learning-rate"))));
        QVERIFY(!flashed(*room.row(QStringLiteral("function"))));
        for (const ReadoutCell* cell : room.window.findChildren<ReadoutCell*>())
            if (cell->readout().key == QLatin1String("loss"))
                QVERIFY(flashed(*cell));
        QTRY_VERIFY(flashes.places().empty());
        QVERIFY(!flashes.isVisible());
    }

    void handlesFlash()
    {
        Room room;
        emit room.note()->labLink(QStringLiteral("start=2,-1"), false);
        const auto& places = room.window.lab().flashes().places();
        QTRY_VERIFY(!places.empty());
        const auto* figures = room.window.findChild<FigureLayout*>();
        const auto boxes = figures->placesWriting({QStringLiteral("start")});
        QVERIFY(!boxes.empty());
        for (const QRectF& box : boxes)
            QVERIFY(std::find(places.begin(), places.end(), box.translated(figures->pos())) != places.end());
    }

    void handsFlashNothing()
    {
        Room room;
        Intent intent;
        intent.values[QStringLiteral("learning-rate")] = 0.01;
        room.window.experiment().apply(intent);
        room.settle();
        QTest::qWait(50);
        QVERIFY(room.window.lab().flashes().places().empty());
        Settings().setMotion(false);
        Room still;
        emit still.note()->labLink(QStringLiteral("learning-rate=0.01"), false);
        still.settle();
        QTest::qWait(50);
        QVERIFY(still.window.lab().flashes().places().empty());
    }

    void numbersLightTheirReadouts()
    {
        Room room(QSize(1280, 800), QStringLiteral("roc-auc"));
        const auto lit = [&](const char* key) {
            for (const ReadoutCell* cell : room.window.findChildren<ReadoutCell*>())
                if (cell->readout().key == QLatin1String(key))
                    return cell->isLit();
            return false;
        };
        QVERIFY(!lit("auc"));
        const QPoint place = room.linkPlace(QStringLiteral("show:auc"));
        QVERIFY(lit("auc")); // the keyboard is on it
        QVERIFY(!lit("precision"));
        room.note()->focusSpan(-1);
        QVERIFY(!lit("auc"));
        QTest::mouseMove(room.note()->viewport(), place);
        QTRY_VERIFY(lit("auc"));
        QTest::mouseMove(room.note()->viewport(), QPoint(2, 2));
        QTRY_VERIFY(!lit("auc"));
    }

    void readoutsLightTheirNumbers()
    {
        Room room(QSize(1280, 800), QStringLiteral("roc-auc"));
        room.linkPlace(QStringLiteral("show:auc"));
        room.note()->focusSpan(-1);
        const QRect box = room.note()->spanRect(room.span(QStringLiteral("show:auc")));
        const QImage before = room.note()->viewport()->grab(box).toImage();
        emit room.window.findChild<ReadoutBar*>()->pointed(QStringLiteral("auc"));
        QVERIFY(room.note()->viewport()->grab(box).toImage() != before);
        emit room.window.findChild<ReadoutBar*>()->pointed(QString());
        QCOMPARE(room.note()->viewport()->grab(box).toImage(), before);
    }

    void aSolutionIsRecordedApart()
    {
        Room room;
        const QString topic = QStringLiteral("gradient-descent");
        ChallengeCard* card = room.window.note().challenge();
        emit room.note()->challengeStarted();
        room.settle();
        auto* solution = card->findChild<QPushButton*>(QStringLiteral("solution"));
        QVERIFY(!solution->isVisible());
        QTest::mouseClick(card->findChild<QPushButton*>(QStringLiteral("guess-commit")), Qt::LeftButton);
        QVERIFY(solution->isVisible());
        QTest::mouseClick(solution, Qt::LeftButton);
        QTRY_COMPARE(card->model().stage(), ChallengeModel::Stage::Reached);
        QVERIFY2(card->model().verdict().startsWith(QStringLiteral("The solution: Momentum 0.6.")),
            qPrintable(card->model().verdict()));
        QVERIFY(!solution->isVisible());
        QVERIFY(Settings().isSolutionSeen(topic));
        QVERIFY(!Settings().isChallengeReached(topic));
        room.action(QStringLiteral("Back to the first picture"))->trigger();
        emit room.note()->challengeStarted();
        room.settle();
        QTest::mouseClick(card->findChild<QPushButton*>(QStringLiteral("guess-commit")), Qt::LeftButton);
        Intent byHand;
        byHand.values[QStringLiteral("momentum")] = 0.6;
        room.window.experiment().apply(byHand);
        QTRY_COMPARE(card->model().stage(), ChallengeModel::Stage::Reached);
        QVERIFY(Settings().isChallengeReached(topic));
    }

    /// Numbers change while Qt still lays the text out: no line may get lost over it.
    void theWholeNoteIsLaidOut()
    {
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
            Room room(size);
            room.note()->verticalScrollBar()->setValue(room.note()->verticalScrollBar()->maximum());
            QTest::qWait(10);
            const QTextBlock last = room.note()->document()->lastBlock();
            for (QTextBlock block = room.note()->document()->begin(); block.isValid(); block = block.next())
                QVERIFY2(block.layout()->lineCount() > 0, qPrintable(block.text()));
            QVERIFY(last.layout()->position().y() > room.note()->viewport()->height());
        }
    }

    void relatedLabsOpen()
    {
        Room room;
        room.clickLink(QStringLiteral("tangent:k-means"));
        QCOMPARE(room.window.experiment().state().topic, QStringLiteral("k-means"));
        QCOMPARE(room.note()->note().topic, QStringLiteral("k-means"));
    }

    void textScaleIsInTheMenu()
    {
        Room room;
        const QString text = QStringLiteral("Text: large");
        QVERIFY(room.action(text)->isCheckable() && !room.action(text)->isChecked());
        room.action(text)->trigger();
        QVERIFY(textScale() > 1.1);
        QCOMPARE(Settings().textScale(), textScale());
        QVERIFY(room.action(text)->isChecked());
        room.action(QStringLiteral("Text: normal"))->trigger();
        QCOMPARE(textScale(), 1.0);
    }

    void tabWalksTheWholeWindow_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("narrow") << QSize(960, 600);
        QTest::newRow("wide") << QSize(1280, 800);
    }

    /// Bar, topics, figures, readouts, controls, note, and round again; nothing twice.
    void tabWalksTheWholeWindow()
    {
        QFETCH(QSize, size);
        Room room(size);
        const bool wide = size.width() >= 1200;
        auto* search = room.window.findChild<QLineEdit*>();
        search->setFocus(Qt::TabFocusReason);
        QList<QWidget*> walked{search};
        for (int i = 0; i < 200; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QWidget* now = QApplication::focusWidget();
            QVERIFY(now && now->isVisible());
            if (now == search)
                break;
            if (now != walked.last()) {
                QVERIFY2(!walked.contains(now),
                    qPrintable(now->accessibleName() + now->metaObject()->className()));
                walked << now;
            }
        }
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(search));
        const auto first = [&](auto belongs) {
            for (int i = 0; i < walked.size(); ++i)
                if (belongs(walked[i]))
                    return i;
            return -1;
        };
        QWidget* topics = wide ? static_cast<QWidget*>(&room.window.topics()) : &room.window.rail();
        const int atTopics = first([&](QWidget* one) { return one == topics; });
        const int atPlot = first([&](QWidget* one) { return qobject_cast<FigureView*>(one); });
        const int atReadout = first([&](QWidget* one) { return qobject_cast<ReadoutCell*>(one); });
        const int atSlider = first([&](QWidget* one) { return qobject_cast<SlimSlider*>(one); });
        const int atNote = first([&](QWidget* one) { return one == room.note(); });
        QVERIFY2(0 < atTopics && atTopics < atPlot && atPlot < atReadout && atReadout < atSlider,
            qPrintable(QStringLiteral("%1 %2 %3 %4").arg(atTopics).arg(atPlot).arg(atReadout).arg(atSlider)));
        if (wide)
            QVERIFY2(atSlider < atNote, qPrintable(QString::number(atNote)));
        else
            QCOMPARE(atNote, -1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(room.window.lab().hasFocus());
    }

    void escapeReturnsFromTheNote()
    {
        Room room;
        room.linkPlace(QStringLiteral("show:loss"));
        room.note()->setFocus();
        QTest::keyClick(room.note(), Qt::Key_Escape);
        QVERIFY(room.window.lab().hasFocus());
    }

    void theWheelEditsNothing()
    {
        Room room;
        const QString link = room.window.experiment().link();
        for (SlimSlider* slider : room.window.findChildren<SlimSlider*>()) {
            if (!slider->isVisible() || slider->hasFocus())
                continue;
            const QPointF middle = QRectF(slider->rect()).center();
            QWheelEvent turn(middle, slider->mapToGlobal(middle), {}, QPoint(0, 120), Qt::NoButton,
                Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(slider, &turn);
        }
        QCOMPARE(room.window.experiment().link(), link);
    }

    void noticesMoveNothing()
    {
        Room room(QSize(960, 600));
        const QRect lab = room.inWindow(room.window.lab());
        room.action(QStringLiteral("Copy link"))->trigger();
        auto* notice = room.window.findChild<Notice*>();
        QVERIFY(notice->isVisible());
        QCOMPARE(notice->text(), QStringLiteral("Link copied"));
        QVERIFY(lab.contains(room.inWindow(*notice)));
        QCOMPARE(room.inWindow(room.window.lab()), lab);
        room.window.openAnything(
            QStringLiteral("no-such-topic-with-a-rather-long-name-that-nobody-would-type"));
        QVERIFY(lab.contains(room.inWindow(*notice)));
        QVERIFY(notice->height() >= notice->heightForWidth(notice->width()));
    }

    void aDroppedTableIsOpened()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("mine.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a,b\n1,2\n2,3\n8,9\n9,9\n7,8\n");
        file.close();
        Room room(QSize(1280, 800), QStringLiteral("k-means"));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        const QPoint middle = room.window.rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&room.window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(middle), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&room.window, &drop);
        QTRY_VERIFY(room.window.experiment().link().contains(QStringLiteral("data=file:mine.csv@")));
        room.settle();
        QCOMPARE(room.window.experiment().current().table->rowCount(), 5);
    }

    void linksGoThroughTheClipboard()
    {
        Room room(QSize(1280, 800), QStringLiteral("gradient-descent?learning-rate=0.05&step=7"));
        room.action(QStringLiteral("Copy link"))->trigger();
        const QString link = QApplication::clipboard()->text();
        QCOMPARE(link, QStringLiteral("tangent:gradient-descent?learning-rate=0.05&step=7"));
        room.window.openAnything(QStringLiteral("k-means"));
        QApplication::clipboard()->setText(link + QLatin1Char('\n'));
        room.action(QStringLiteral("Open the link or the table on the clipboard"))->trigger();
        QCOMPARE(room.window.experiment().link(), link);
    }
};

TANGENT_TEST(WindowTest)
#include "window_test.moc"
