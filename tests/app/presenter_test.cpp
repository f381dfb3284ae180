// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/catalogue.h"
#include "app/lab/registry.h"
#include "app/note/note_library.h"
#include "app/note/note_view.h"
#include "app/talk/caption_bar.h"
#include "app/talk/curtain.h"
#include "app/talk/prediction_pad.h"
#include "app/talk/presenter.h"
#include "app/talk/presenter_window.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "app/window/top_bar.h"
#include "widgets/views/controls/buttons.h"
#include "widgets/views/controls/number_field.h"
#include "widgets/views/controls/parameter_row.h"

#include "tests/support/test_program.h"

#include <QProcess>
#include <QScreen>
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

const char* const twoScreens = R"({"screens": [
  {"name": "desk", "x": 0, "y": 0, "width": 1440, "height": 900, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
  {"name": "room", "x": 1440, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
]})";

/// A maximised window may keep a rim.
bool fills(const QWidget* window, const QScreen* screen)
{
    return screen->geometry().contains(window->geometry())
        && window->width() > screen->geometry().width() - 10 && window->screen() == screen;
}

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

    void aCurveIsGivenByKeys()
    {
        Room room;
        for (int i = 0; i < 3; ++i)
            room.press(Qt::Key_PageDown);
        auto* pad = room.part<PredictionPad>();
        QVERIFY(pad);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(pad));
        QVERIFY2(pad->accessibleName().startsWith("Guess in Elbow: k "), qPrintable(pad->accessibleName()));
        QTest::keyClick(pad, Qt::Key_Return); // a point is no curve
        QVERIFY(room.window.presenter()->isAsking());
        const QString atStart = pad->accessibleName();
        QTest::keyClick(pad, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(pad->accessibleName() != atStart);
        const QString before = pad->accessibleName();
        QTest::keyClick(pad, Qt::Key_Up);
        QVERIFY(pad->accessibleName() != before);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(pad, Qt::Key_Right, Qt::ShiftModifier);
        const QString three = pad->accessibleName();
        QTest::keyClick(pad, Qt::Key_Right);
        QTest::keyClick(pad, Qt::Key_Left); // takes back
        QCOMPARE(pad->accessibleName(), three);
        QTest::keyClick(pad, Qt::Key_Return);
        room.settle();
        QCOMPARE(room.window.presenter()->index(), 2);
        QVERIFY2(room.part<CaptionBar>()->shownText().contains("off on average"),
            qPrintable(room.part<CaptionBar>()->shownText()));
    }

    void aStopKeepsTheControlsThatItMoves()
    {
        Room room;
        const auto shown = [&] {
            QStringList keys;
            for (const ParameterRow* row : room.window.lab().findChildren<ParameterRow*>())
                if (row->isVisible())
                    keys << row->parameter().key;
            return keys;
        };
        QVERIFY(shown().size() <= 2);
        room.press(Qt::Key_PageDown);
        room.press(Qt::Key_PageDown);
        QVERIFY(shown().contains("start"));
        QVERIFY(!shown().contains("seed"));
        for (PlainButton* button : room.window.lab().findChildren<PlainButton*>())
            if (button->text() == "All controls")
                QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(shown().contains("seed"));
        room.press(Qt::Key_Escape);
        QTRY_VERIFY(!room.window.presenter());
        QVERIFY(shown().contains("seed"));
    }

    /// Runs itself again on two screens, where it finds one.
    void aSecondScreenIsThePresentersOwn()
    {
        const QList<QScreen*> screens = QGuiApplication::screens();
        if (screens.size() < 2) {
            QTemporaryDir folder;
            QFile file(folder.filePath("screens.json"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(twoScreens);
            file.close();
            QProcess again;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert("QT_QPA_PLATFORM", "offscreen:configfile=" + file.fileName());
            again.setProcessEnvironment(environment);
            again.setProcessChannelMode(QProcess::MergedChannels);
            again.start(QCoreApplication::applicationFilePath(), {"aSecondScreenIsThePresentersOwn"});
            QVERIFY(again.waitForFinished(60000));
            const QByteArray said = again.readAll();
            QVERIFY2(again.exitStatus() == QProcess::NormalExit && again.exitCode() == 0, said.constData());
            QVERIFY2(!said.contains("SKIP"), said.constData());
            return;
        }
        Room room;
        QPointer<PresenterWindow> own = room.window.presenterWindow();
        QVERIFY(own);
        QVERIFY(own->isVisible());
        QVERIFY(fills(own, screens[0]));
        QVERIFY(room.window.isFullScreen());
        QCOMPARE(room.window.geometry(), screens[1]->geometry());
        QCOMPARE(room.window.screen(), screens[1]);

        // The clicker and the letters work in either window.
        QTest::keyClick(own, Qt::Key_PageDown);
        QTest::keyClick(own, Qt::Key_PageDown);
        room.settle();
        QCOMPARE(room.window.presenter()->index(), 1);
        QTest::keyClick(own->findChild<NoteView*>()->viewport(), Qt::Key_B);
        QCOMPARE(room.part<Curtain>()->mode(), Curtain::Mode::Blank);
        QTest::keyClick(own, Qt::Key_B);

        // A link of the presenter's note moves the lab in the room.
        emit own->findChild<NoteView*>()->labLink("k=2", true);
        room.settle();
        QCOMPARE(room.link(), QString("tangent:k-means?k=2"));

        QTest::keyClick(own, Qt::Key_X);
        QCOMPARE(room.window.geometry(), screens[0]->geometry());
        QVERIFY(fills(own, screens[1]));
        QTest::keyClick(own, Qt::Key_X);
        QCOMPARE(room.window.geometry(), screens[1]->geometry());

        // Pulled out, and plugged in again.
        room.window.showOnScreens({screens[0]});
        QVERIFY(!own);
        QVERIFY(room.window.isFullScreen());
        QCOMPARE(room.window.geometry(), screens[0]->geometry());
        room.press(Qt::Key_PageDown);
        room.window.showOnScreens(screens);
        QVERIFY(room.window.presenterWindow());
        QCOMPARE(room.window.geometry(), screens[1]->geometry());
        QTest::keyClick(room.window.presenterWindow(), Qt::Key_Escape);
        QTRY_VERIFY(!room.window.presenter());
        QVERIFY(!room.window.presenterWindow());
        QVERIFY(!room.window.isFullScreen());
        QCOMPARE(room.window.size(), QSize(1400, 900));
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
        QCOMPARE(own.nextText(), QString("Next: asks first: What will inertia be?\nThen: Now by hand."));
        QCOMPARE(own.nowText(), QString("It has stopped, inertia 170.5."));
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
