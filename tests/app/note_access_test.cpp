// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/registry.h"
#include "app/note/note_view.h"
#include "tests/support/test_program.h"

#include <QAccessible>
#include <QLocale>
#include <QSignalSpy>
#include <QTextBlock>

using namespace tangent;

namespace {

/// A note with a link of every kind, and a scene behind it.
struct Desk {
    NoteView view{std::make_shared<FormulaLibrary>(QString())};
    Scene scene;
    Values values{{"rate", 0.1}};
    Parameters parameters{Parameter::real("rate", "Learning rate", 0.1, 0, 1).withStep(0.01)};
    QList<Intent> intents;

    explicit Desk(const QStringList& prerequisites = {})
    {
        Note note;
        note.title = QStringLiteral("Title");
        note.prerequisites = prerequisites;
        note.body =
            QStringLiteral("The rate [0.10](drag:rate), dead [7](drag:unknown), loss [0.42](show:loss) "
                           "again [0.42](show:loss), [nine steps](lab:?step=9), "
                           "[try it](goal:loss<=0.1), [the other](tangent:pca).\n");
        view.resize(380, 600);
        view.setNote(note);
        view.show();
        Readout loss;
        loss.key = QStringLiteral("loss");
        loss.label = QStringLiteral("Loss");
        loss.value = 0.5;
        scene.readouts = {loss};
        view.followScene(scene, values, parameters);
        QObject::connect(&view, &NoteView::scrub, [this](const Intent& intent) {
            intents << intent;
            values[QStringLiteral("rate")] = intent.values.value(QStringLiteral("rate"));
            view.followScene(scene, values, parameters);
        });
    }

    QAccessibleInterface* note() { return QAccessible::queryAccessibleInterface(&view); }
    QAccessibleInterface* child(const QString& name, int skip = 0)
    {
        for (int i = 0; i < note()->childCount(); ++i) {
            QAccessibleInterface* one = note()->child(i);
            if (one->text(QAccessible::Name) == name && skip-- == 0)
                return one;
        }
        return nullptr;
    }
};

} // namespace

/// What a screen reader finds in a note, and what it can do there; what the front matter adds to it.
class NoteAccessTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void linksAreChildren()
    {
        Desk desk;
        QCOMPARE(desk.note()->role(), QAccessible::Document);
        QCOMPARE(desk.note()->text(QAccessible::Name), QStringLiteral("Note: Title"));
        QCOMPARE(desk.note()->childCount(), 7);
        for (int i = 0; i < desk.note()->childCount(); ++i) {
            QAccessibleInterface* one = desk.note()->child(i);
            QVERIFY(one->isValid());
            QCOMPARE(one->role(), QAccessible::Link);
            QVERIFY(!one->text(QAccessible::Name).isEmpty());
            QVERIFY(one->rect().isValid());
            QCOMPARE(desk.note()->indexOfChild(one), i);
            QCOMPARE(one->parent(), desk.note());
            const QPoint middle = one->rect().center();
            QCOMPARE(desk.note()->childAt(middle.x(), middle.y()), one);
        }
        QVERIFY(desk.child(QStringLiteral("nine steps")));
        QVERIFY(desk.child(QStringLiteral("the other")));
        QCOMPARE(desk.child(QStringLiteral("Loss"))->text(QAccessible::Value), QStringLiteral("0.5000"));
        QCOMPARE(desk.child(QStringLiteral("Loss"), 1)->text(QAccessible::Value), QStringLiteral("0.5000"));
    }

    void numbersAreSet()
    {
        Desk desk;
        QAccessibleInterface* rate = desk.child(QStringLiteral("Learning rate"));
        QVERIFY(rate);
        QCOMPARE(rate->text(QAccessible::Value), QStringLiteral("0.1"));
        QAccessibleValueInterface* value = rate->valueInterface();
        QVERIFY(value);
        QCOMPARE(value->currentValue().toDouble(), 0.1);
        QCOMPARE(value->minimumValue().toDouble(), 0.0);
        QCOMPARE(value->maximumValue().toDouble(), 1.0);
        value->setCurrentValue(0.25);
        QCOMPARE(desk.values[QStringLiteral("rate")], Value(0.25));
        QCOMPARE(rate->text(QAccessible::Value), QStringLiteral("0.25"));
        value->setCurrentValue(7.0); // out of range
        QCOMPARE(desk.values[QStringLiteral("rate")], Value(1.0));
        value->setCurrentValue(QStringLiteral("much"));
        QCOMPARE(desk.intents.size(), 2);
        rate->actionInterface()->doAction(QAccessibleActionInterface::decreaseAction());
        QCOMPARE(desk.values[QStringLiteral("rate")], Value(0.99));
        QVERIFY(!desk.child(QStringLiteral("7"))->valueInterface()); // it writes nothing in this state
    }

    void linksArePressed()
    {
        Desk desk;
        QSignalSpy labs(&desk.view, &NoteView::labLink);
        QSignalSpy topics(&desk.view, &NoteView::openTopic);
        QSignalSpy challenges(&desk.view, &NoteView::challengeStarted);
        const auto press = [&](const char* name) {
            desk.child(QLatin1String(name))
                ->actionInterface()
                ->doAction(QAccessibleActionInterface::pressAction());
        };
        press("nine steps");
        press("the other");
        press("try it");
        QCOMPARE(labs.value(0), (QVariantList{QStringLiteral("step=9"), false}));
        QCOMPARE(topics.value(0), (QVariantList{QStringLiteral("tangent:pca")}));
        QCOMPARE(challenges.count(), 1);
    }

    void tabReachesEveryLink()
    {
        Desk desk;
        desk.view.activateWindow();
        QTRY_VERIFY(desk.view.isActiveWindow());
        desk.view.clearFocus();
        desk.view.setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(desk.view.hasFocus());
        for (int i = 0; i < desk.note()->childCount(); ++i) {
            QCOMPARE(desk.view.focusedSpan(), i);
            QVERIFY(desk.note()->child(i)->state().focused);
            QCOMPARE(desk.note()->focusChild(), desk.note()->child(i));
            if (i + 1 < desk.note()->childCount())
                QTest::keyClick(&desk.view, Qt::Key_Tab);
        }
    }

    void textIsRead()
    {
        Desk desk;
        QAccessibleTextInterface* text = desk.note()->textInterface();
        QVERIFY(text);
        QVERIFY(text->text(0, text->characterCount()).startsWith(QStringLiteral("Title\nThe rate")));
        text->setSelection(0, 0, 5);
        QCOMPARE(desk.view.textCursor().selectedText(), QStringLiteral("Title"));
    }

    void prerequisitesStandUnderTheTitle()
    {
        const QString known = allLabs().front()->info().id;
        Desk desk({known, QStringLiteral("linear-algebra")});
        const QString line = desk.view.document()->firstBlock().next().text();
        QCOMPARE(
            line, QStringLiteral("Before this: %1, linear algebra").arg(allLabs().front()->info().title));
        QSignalSpy topics(&desk.view, &NoteView::openTopic);
        QCOMPARE(desk.note()->childCount(), 8); // what has no lab yet is no link
        QTest::mouseClick(desk.view.viewport(), Qt::LeftButton, {}, desk.view.spanRect(0).center());
        QCOMPARE(topics.value(0), (QVariantList{QStringLiteral("tangent:") + known}));
    }

    void noPrerequisitesNoLine()
    {
        Desk desk;
        QVERIFY(desk.view.document()->firstBlock().next().text().startsWith(QStringLiteral("The rate")));
    }
};

TANGENT_TEST(NoteAccessTest)
#include "note_access_test.moc"
