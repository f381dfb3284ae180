// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/note_panel.h"

#include "tests/support/test_program.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>

using namespace tangent;

namespace {

/// The ravine: at most 80 steps, by the momentum alone.
struct Ravine {
    ChallengeModel model;
    Scene scene;
    Values values{
        {"rate", 0.06}, {"momentum", 0.9}, {"method", QStringLiteral("momentum")}, {"start", QPointF(-4, 1)}};
    Parameters parameters{Parameter::real("rate", "Rate", 0.18, 1e-4, 10).onLogScale().asPrimary(),
        Parameter::real("momentum", "Momentum", 0.9, 0, 1).asPrimary(),
        Parameter::choice("method", "Method", "plain", {{"plain", "Plain"}, {"momentum", "With momentum"}})
            .asPrimary(),
        Parameter::real("hidden", "Hidden", 0, 0, 1),
        Parameter::pointOf("start", "Start", QPointF(-4, 1), -5, 5).asPrimary()};

    static QString conditions() { return QStringLiteral("converged-at<=80&rate=0.06"); }

    Ravine()
    {
        QString complaint;
        model.setChallenge(QStringLiteral("gradient-descent"), *parseGoal(conditions(), &complaint));
        Readout readout;
        readout.key = QStringLiteral("converged-at");
        scene.readouts = {readout};
        follow(200);
    }
    bool follow(double convergedAt)
    {
        scene.readouts[0].value = convergedAt;
        return model.follow(scene, values, parameters);
    }
    void guess(const Guess& guess)
    {
        model.begin();
        model.commit(guess);
    }
};

} // namespace

class NoteChallengeTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void guessComesFirst()
    {
        Ravine ravine;
        using Stage = ChallengeModel::Stage;
        QVERIFY(!ravine.follow(70)); // nobody asked
        ravine.model.begin();
        QCOMPARE(ravine.model.stage(), Stage::Guessing);
        QVERIFY(!ravine.follow(70)); // no guess yet
        QVERIFY(ravine.model.commit({QStringLiteral("momentum"), -1, {}, 0.6}));
        QVERIFY(!ravine.model.commit({}));
        QVERIFY(!ravine.follow(81));
        ravine.scene.partial = true;
        QVERIFY(!ravine.follow(70)); // not the whole scene
        ravine.scene.partial = false;
        ravine.values["momentum"] = 0.57;
        QVERIFY(ravine.follow(80));
        QCOMPARE(ravine.model.stage(), Stage::Reached);
        QVERIFY(!ravine.follow(79)); // noticed once
        ravine.model.leave();
        QCOMPARE(ravine.model.stage(), Stage::Resting);
        QVERIFY(ravine.model.verdict().isEmpty());
    }

    void whatIsOffered()
    {
        Ravine ravine;
        QStringList keys;
        for (const Parameter& parameter : ravine.model.controls())
            keys << parameter.key;
        // Not the rate (it must stay), not what is no control of its own, not what is moved in the picture.
        QCOMPARE(keys, (QStringList{"momentum", "method"}));
        QCOMPARE(ravine.model.startQuery(), QStringLiteral("rate=0.06"));
    }

    void verdict_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("direction");
        QTest::addColumn<double>("target");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const char* key, int direction, double target,
                             const char* sentence) {
            QTest::newRow(name) << QString::fromUtf8(key) << direction << target
                                << QString::fromUtf8(sentence);
        };
        row("close", "momentum", -1, 0.6,
            "Reached with Momentum 0.57. Your guess was Momentum, down, to about 0.6: the right control, the "
            "right way, and close.");
        row("not so close", "momentum", -1, 0.1,
            "Reached with Momentum 0.57. Your guess was Momentum, down, to about 0.1: the right control and "
            "the right way.");
        row("wrong way", "momentum", 1, 0.95,
            "Reached with Momentum 0.57. Your guess was Momentum, up, to about 0.95: the right control, the "
            "other way.");
        row("wrong control", "hidden", 1, 0.5,
            "Reached with Momentum 0.57. Your guess was Hidden, up, to about 0.5: another control did it.");
        row("in the picture", "", 0, 0,
            "Reached with Momentum 0.57. Your guess was something in the picture: a control did it.");
    }
    void verdict()
    {
        QFETCH(QString, key);
        QFETCH(int, direction);
        QFETCH(double, target);
        QFETCH(QString, sentence);
        Ravine ravine;
        ravine.guess({key, direction, {}, target});
        ravine.values["momentum"] = 0.57;
        QVERIFY(ravine.follow(75));
        QCOMPARE(ravine.model.verdict(), sentence);
    }

    void choicesAndPictures()
    {
        Ravine ravine;
        ravine.values["method"] = QStringLiteral("plain");
        ravine.follow(200);
        ravine.guess({QStringLiteral("method"), 0, QStringLiteral("momentum"), {}});
        ravine.values["method"] = QStringLiteral("momentum");
        QVERIFY(ravine.follow(75));
        QCOMPARE(ravine.model.verdict(),
            QStringLiteral(
                "Reached with Method With momentum. Your guess was Method, With momentum: right."));
        ravine.guess({});
        ravine.values["start"] = QPointF(0, 0);
        QVERIFY(ravine.follow(1));
        QCOMPARE(ravine.model.verdict(),
            QStringLiteral("Reached with Start. Your guess was something in the picture: right."));
    }

    void strayedParametersAreSaid()
    {
        Ravine ravine;
        ravine.guess({QStringLiteral("momentum"), -1, {}, 0.6});
        QVERIFY(ravine.model.strayed().isEmpty());
        ravine.values["rate"] = 0.1;
        QVERIFY(!ravine.follow(60)); // few steps, but not with this rate
        QCOMPARE(ravine.model.strayed(), (QStringList{"Rate must stay at 0.06; now it is 0.1."}));
        ravine.values["rate"] = 0.06;
        QVERIFY(ravine.follow(60));
        QVERIFY(ravine.model.strayed().isEmpty());
    }

    void panel()
    {
        NotePanel panel(std::make_shared<FormulaLibrary>(QString()));
        panel.resize(380, 700);
        Note note;
        note.topic = QStringLiteral("gradient-descent");
        note.challenge = Ravine::conditions();
        note.challengeText = QStringLiteral("Only the momentum.");
        note.body = QStringLiteral("## Challenge\n\n[arrive](goal:%1)").arg(note.challenge);
        panel.setNote(note);
        panel.show();
        QSignalSpy links(&panel, &NotePanel::labLink);
        QSignalSpy reached(&panel, &NotePanel::reached);
        Ravine ravine;
        const auto follow = [&](double convergedAt) {
            ravine.follow(convergedAt);
            panel.followScene(ravine.scene, ravine.values, ravine.parameters);
        };
        follow(200);
        ChallengeCard* card = panel.challenge();
        QVERIFY(!card->isVisible());
        QTest::mouseClick(panel.view()->viewport(), Qt::LeftButton, {}, panel.view()->spanRect(0).center());
        QVERIFY(card->isVisible());
        QCOMPARE(links.count(), 1);
        QCOMPARE(links[0], (QVariantList{QStringLiteral("rate=0.06"), true}));
        auto* control = card->findChild<QComboBox*>(QStringLiteral("guess-control"));
        auto* way = card->findChild<QComboBox*>(QStringLiteral("guess-way"));
        auto* far = card->findChild<QDoubleSpinBox*>(QStringLiteral("guess-far"));
        QCOMPARE(control->count(), 3);
        control->setCurrentIndex(2);
        QVERIFY(!way->isVisible() && !far->isVisible());
        control->setCurrentIndex(1);
        QCOMPARE(way->count(), 2);
        QVERIFY(way->isVisible() && !far->isVisible());
        control->setCurrentIndex(0);
        QVERIFY(way->isVisible() && far->isVisible());
        way->setCurrentIndex(1);
        far->setValue(0.6);
        panel.activateWindow();
        control->setFocus();
        QTRY_VERIFY(control->hasFocus());
        QTest::mouseClick(card->findChild<QPushButton*>(QStringLiteral("guess-commit")), Qt::LeftButton);
        QCOMPARE(card->model().stage(), ChallengeModel::Stage::Trying);
        QVERIFY(!control->isVisible());
        QCOMPARE(panel.view()->focusedSpan(), -1); // the focus did not run into the note
        ravine.values["momentum"] = 0.57;
        follow(75);
        follow(74);
        QCOMPARE(reached.count(), 1);
        QCOMPARE(reached[0][0].toString(), QStringLiteral("gradient-descent"));
        QTest::keyClick(card, Qt::Key_Escape);
        QVERIFY(!card->isVisible());
    }

    void solutionComesAfterTheGuess()
    {
        Ravine ravine;
        QString complaint;
        const auto goal = parseGoal(Ravine::conditions(), &complaint);
        ravine.model.setChallenge(
            QStringLiteral("gradient-descent"), *goal, QStringLiteral("rate=0.06&momentum=0.6"));
        QVERIFY(!ravine.model.offersSolution());
        ravine.model.begin();
        QVERIFY(!ravine.model.offersSolution());
        QVERIFY(ravine.model.takeSolution().isEmpty()); // no guess yet
        ravine.model.commit({QStringLiteral("momentum"), -1, {}, 0.6});
        QVERIFY(ravine.model.offersSolution());
        QCOMPARE(ravine.model.takeSolution(), QStringLiteral("rate=0.06&momentum=0.6"));
        QVERIFY(ravine.model.tookSolution());
        ravine.values["momentum"] = 0.6;
        QVERIFY(ravine.follow(70));
        QVERIFY(ravine.model.verdict().startsWith(QStringLiteral("The solution: Momentum 0.6.")));
        ravine.model.begin(); // the next try is the reader's own again
        QVERIFY(!ravine.model.tookSolution());
        ravine.model.setChallenge(QStringLiteral("gradient-descent"), *goal);
        ravine.guess({QStringLiteral("momentum"), -1, {}, 0.6});
        QVERIFY(!ravine.model.offersSolution()); // none is known
    }

    void noChallengeNoCard()
    {
        ChallengeCard card;
        card.setNote(Note());
        card.begin();
        QVERIFY(!card.isVisible());
    }
};

TANGENT_TEST(NoteChallengeTest)
#include "note_challenge_test.moc"
