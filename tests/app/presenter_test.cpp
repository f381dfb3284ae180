// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/catalogue.h"
#include "app/lab/registry.h"
#include "app/note/note_library.h"
#include "app/talk/caption_bar.h"
#include "app/talk/curtain.h"
#include "app/talk/prediction_pad.h"
#include "app/talk/presenter.h"
#include "app/talk/presenter_window.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "app/window/top_bar.h"
#include "widgets/views/controls/number_field.h"

#include "tests/support/test_program.h"

#include <QTemporaryDir>

using namespace tangent;

namespace {

const char* const example = "# Stuck\n"
                            "\n"
                            "1. It has [stopped](tangent:k-means), inertia [170](show:inertia).\n"
                            "\n"
                            "   Wait for the room.\n"
                            "2. [What will inertia be?](predict:inertia) Now\n"
                            "   [by hand](lab:?start=by-hand&centres=-6,1;-6,-1;6,1;6,-1).\n"
                            "3. [How will the elbow look?](predict:elbow.curve) With [two](lab:?k=2).\n"
                            "4. Elsewhere: [a split](tangent:gini-split).\n";

/// A window that presents the example, as a clicker and a hand would use it.
class Room {
public:
    Room()
        : window(DataCatalogue::shared())
    {
        QFile file(folder.filePath("talk.md"));
        if (file.open(QIODevice::WriteOnly))
            file.write(example);
        file.close();
        window.setStill();
        window.resize(1400, 900);
        window.show();
        window.openAnything(file.fileName());
        settle();
        window.present();
        settle();
    }

    void settle() { QTRY_VERIFY_WITH_TIMEOUT(!window.lab().isBusy(), 20000); }

    void press(Qt::Key key)
    {
        QTest::keyClick(&window.lab(), key);
        settle();
    }

    template <class Part>
    Part* part()
    {
        return window.findChild<Part*>();
    }

    QString link() { return window.experiment().link(); }

    QTemporaryDir folder;
    MainWindow window;
};

} // namespace

class PresenterTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { Settings().clear(); }

    void theLabFillsTheWindow()
    {
        Room room;
        QVERIFY(room.window.presenter());
        QVERIFY(room.window.isFullScreen());
        QVERIFY(!room.part<TopBar>()->isVisible());
        QCOMPARE(room.window.lab().width(), room.window.centralWidget()->width());
        QCOMPARE(room.part<CaptionBar>()->shownText(), QString("It has stopped, inertia 170.5."));
        QVERIFY(room.part<CaptionBar>()->geometry().top() >= room.window.lab().geometry().bottom());
    }

    void aClickerWalksBothWays()
    {
        Room room;
        room.press(Qt::Key_PageDown); // the question
        room.press(Qt::Key_PageDown); // passed over
        QCOMPARE(room.window.presenter()->index(), 1);
        QVERIFY(room.link().contains("by-hand"));
        room.press(Qt::Key_PageUp);
        QCOMPARE(room.link(), QString("tangent:k-means"));
        room.press(Qt::Key_PageUp); // nothing before it
        QCOMPARE(room.window.presenter()->index(), 0);
    }

    void draggingInBetweenIsFree()
    {
        Room room;
        Intent intent;
        intent.values["restarts"] = 50.0;
        room.window.experiment().apply(intent);
        room.settle();
        room.press(Qt::Key_PageDown);
        room.press(Qt::Key_PageDown);
        QVERIFY(!room.link().contains("restarts"));
    }

    void aNumberIsGuessedBeforeItIsShown()
    {
        Room room;
        room.press(Qt::Key_PageDown);
        QVERIFY(room.window.presenter()->isAsking());
        QCOMPARE(room.part<CaptionBar>()->shownText(), QString("What will inertia be?"));
        QCOMPARE(room.link(), QString("tangent:k-means")); // the truth is not there yet
        auto* field = room.part<CaptionBar>()->findChild<NumberField*>();
        QTest::keyClicks(field, "90");
        QTest::keyClick(field, Qt::Key_Return);
        room.settle();
        QCOMPARE(room.window.presenter()->index(), 1);
        QVERIFY2(room.part<CaptionBar>()->shownText().contains("guessed 90, it is 76.99"),
            qPrintable(room.part<CaptionBar>()->shownText()));
    }

    void aCurveIsDrawnBeforeItIsShown()
    {
        Room room;
        for (int i = 0; i < 3; ++i)
            room.press(Qt::Key_PageDown);
        auto* pad = room.part<PredictionPad>();
        QVERIFY(room.window.presenter()->isAsking());
        QVERIFY(pad);
        QVERIFY(pad->parentWidget()->isVisible());
        QVERIFY(pad->isVisible());
        const QPoint middle = pad->rect().center();
        QTest::mousePress(pad, Qt::LeftButton, {}, middle - QPoint(40, 30));
        QTest::mouseMove(pad, middle);
        QMouseEvent move(
            QEvent::MouseMove, middle, pad->mapToGlobal(middle), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(pad, &move);
        QTest::mouseRelease(pad, Qt::LeftButton, {}, middle);
        room.settle();
        QCOMPARE(room.window.presenter()->index(), 2);
        QVERIFY2(room.part<CaptionBar>()->shownText().contains("off on average"),
            qPrintable(room.part<CaptionBar>()->shownText()));
        const auto& shown = std::get<Plot>(room.window.lab().figureView("elbow")->figure().content);
        const auto& computed = std::get<Plot>(room.window.lab().scene().figure("elbow")->content);
        QCOMPARE(shown.layers.size(), computed.layers.size() + 1);
        room.press(Qt::Key_PageDown);
        QVERIFY(!room.window.lab().figureView("elbow")); // another lab, and no guess in it
    }

    void theRoomGoesBlackAndTheSpotlightIsHeld()
    {
        Room room;
        auto* curtain = room.part<Curtain>();
        room.press(Qt::Key_B);
        QCOMPARE(curtain->mode(), Curtain::Mode::Blank);
        room.press(Qt::Key_B);
        QCOMPARE(curtain->mode(), Curtain::Mode::Open);
        QTest::keyPress(&room.window.lab(), Qt::Key_S);
        QCOMPARE(curtain->mode(), Curtain::Mode::Spotlight);
        QTest::keyRelease(&room.window.lab(), Qt::Key_S);
        QCOMPARE(curtain->mode(), Curtain::Mode::Open);
    }

    void escapeGivesTheWindowBack()
    {
        Room room;
        const double before = textScale();
        room.press(Qt::Key_Escape);
        QTRY_VERIFY(!room.window.presenter());
        QVERIFY(!room.window.isFullScreen());
        QVERIFY(room.part<TopBar>()->isVisible());
        QVERIFY(textScale() < before);
        QVERIFY(!room.part<CaptionBar>());
    }

    void thePresenterSeesWhatComesNext()
    {
        Room room;
        const NoteLibrary notes(TANGENT_SOURCE_DIR "/notes");
        PresenterWindow own(*room.window.presenter(), notes, nullptr, Theme::light());
        QCOMPARE(own.nextText(),
            QString("Next: Asks first: What will inertia be?\nWhat will inertia be? Now by hand."));
        QVERIFY(own.timeText().startsWith("0:0"));
        QTest::keyClick(&own, Qt::Key_PageDown);
        QVERIFY(room.window.presenter()->isAsking());
    }

    void aNoteIsPresentedWithoutAFile()
    {
        MainWindow window(DataCatalogue::shared());
        window.setStill();
        window.show();
        window.openAnything("gradient-descent");
        window.present();
        QVERIFY(window.presenter());
        QCOMPARE(window.presenter()->talk().title, QString("Gradient descent"));
    }
};

TANGENT_TEST(PresenterTest)
#include "presenter_test.moc"
