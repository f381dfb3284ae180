// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/registry.h"
#include "app/window/notice.h"
#include "app/window/top_bar.h"
#include "app/window/topics_drawer.h"
#include "app/window/topics_panel.h"
#include "app/window/topics_rail.h"
#include "tests/app/window_room.h"

#include <QApplication>
#include <QToolButton>

using namespace tangent;
using namespace tangent::tests;

/// The parts of the window: where they lie, and how they open and close.
class WindowTest : public QObject {
    Q_OBJECT

private slots:
    void init() { forgetSettings(); }

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
};

TANGENT_TEST(WindowTest)
#include "window_test.moc"
