// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/window_room.h"
#include "widgets/views/controls/readout_bar.h"
#include "widgets/views/controls/readout_cell.h"

#include <QPushButton>
#include <QTextBlock>
#include <QTextLayout>

using namespace tangent;
using namespace tangent::tests;

/// The note and the lab beside each other: what one does shows in the other.
class WindowNoteTest : public QObject {
    Q_OBJECT

private slots:
    void init() { forgetSettings(); }

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

    void escapeReturnsFromTheNote()
    {
        Room room;
        room.linkPlace(QStringLiteral("show:loss"));
        room.note()->setFocus();
        QTest::keyClick(room.note(), Qt::Key_Escape);
        QVERIFY(room.window.lab().hasFocus());
    }
};

TANGENT_TEST(WindowNoteTest)
#include "window_note_test.moc"
