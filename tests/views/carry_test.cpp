// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/view_hands.h"
#include "tests/views/words_scenes.h"
#include "widgets/views/carry_layer.h"
#include "widgets/views/code_edit.h"
#include "widgets/views/diagram_view.h"
#include "widgets/views/figure_layout.h"
#include "widgets/views/span_bar.h"
#include "widgets/views/table_view.h"
#include "widgets/views/text_block.h"
#include "widgets/views/text_view.h"
#include "widgets/views/words_view.h"

using namespace tangent;
using namespace tangent::tests;

namespace {

Drop onto(const QString& id, const QString& written)
{
    Drop made;
    made.onto = id;
    made.label = id;
    made.values = {{"carried", written}};
    return made;
}

/// Words, texts, a table and a diagram; marks of the last two can be put onto each other's.
Scene everything()
{
    TableFigure table;
    table.columns = QStringList{"Rule"};
    for (const char* id : {"rule-0", "rule-1"}) {
        TableFigure::Line line;
        line.id = id;
        line.items = {{id, -1, Role::Ink, false, {}}};
        line.drops = {onto("gate", QStringLiteral("line"))};
        table.lines.push_back(line);
    }
    Diagram diagram;
    for (const char* id : {"gate", "door"}) {
        Diagram::Node node;
        node.id = id;
        node.lines = QStringList(id);
        node.at = QPointF(diagram.nodes.empty() ? 0.2 : 0.8, 0.5);
        node.drops = {onto("rule-1", QStringLiteral("node")), onto("document-0", QStringLiteral("words"))};
        diagram.nodes.push_back(node);
    }
    Scene scene;
    scene.figures = {figureOf("words", documents()), figureOf("texts", policies()), figureOf("table", table),
        figureOf("diagram", diagram)};
    for (size_t figure = 1; figure < scene.figures.size(); ++figure)
        scene.figures[figure].place = Figure::Place::Side;
    return scene;
}

struct Shown {
    Shown()
        : log(&layout)
    {
        layout.resize(1100, 900);
        Parameters parameters = documentParameters();
        for (const Parameter& one : policyParameters())
            parameters.push_back(one);
        layout.setParameters(parameters);
        Values values = policyValues();
        values["documents"] = sentences(mats());
        layout.followValues(values);
        layout.showScene(everything());
        present(layout);
    }

    ItemView* view(const char* key) const { return qobject_cast<ItemView*>(layout.view(key)); }
    CarryLayer* layer() const { return layout.findChild<CarryLayer*>(); }

    /// Down, away, over the place.
    static void carry(QWidget* from, QPointF at, QWidget* to, QPointF there)
    {
        sendMouse(*from, QEvent::MouseButtonPress, at, Qt::LeftButton, 1);
        sendMouse(*from, QEvent::MouseMove, at + QPointF(8, 3), Qt::LeftButton, 2);
        sendMouse(*from, QEvent::MouseMove, from->mapFromGlobal(to->mapToGlobal(there)), Qt::LeftButton, 3);
    }

    static void release(QWidget* from, QWidget* to, QPointF there)
    {
        sendMouse(
            *from, QEvent::MouseButtonRelease, from->mapFromGlobal(to->mapToGlobal(there)), Qt::NoButton, 4);
    }

    FigureLayout layout;
    IntentLog log;
};

} // namespace

class CarryTest : public QObject {
    Q_OBJECT

private slots:
    void aWordGoesIntoAnotherDocument()
    {
        Shown shown;
        WordsView* words = qobject_cast<WordsView*>(shown.layout.view("words"));
        const QPointF cat = words->itemBox(words->itemOf(0, 1)).center();
        const QPointF there = words->dropBox("document-1").center();
        Shown::carry(words, cat, words, there);
        QVERIFY(shown.layer()->isCarrying() && shown.layer()->isVisible());
        for (const Intent& wanted : shown.log.all)
            QVERIFY(wanted.phase == Intent::Phase::Follow); // nothing is written on the way
        shown.log.all.clear();
        Shown::release(words, words, there);
        QVERIFY(!shown.layer()->isCarrying() && !shown.layer()->isVisible());
        QCOMPARE(shown.log.phases(), QStringLiteral("W"));
        QCOMPARE(shown.log.last().cells.at(0).row, 1);
        QCOMPARE(cellText(shown.log.last().cells[0].value), QStringLiteral("the dog sat on the log cat"));
        QVERIFY(!QApplication::overrideCursor());
    }

    void nowhereAndEscapeWriteNothing()
    {
        Shown shown;
        WordsView* words = qobject_cast<WordsView*>(shown.layout.view("words"));
        const QPointF cat = words->itemBox(words->itemOf(0, 1)).center();
        const QPointF home = words->dropBox("document-0").center();
        Shown::carry(words, cat, words, home); // its own document is no place for it
        Shown::release(words, words, home);
        const QPointF there = words->dropBox("document-1").center();
        Shown::carry(words, cat, words, there);
        QTest::keyClick(words, Qt::Key_Escape);
        QVERIFY(!shown.layer()->isCarrying());
        Shown::release(words, words, there);
        for (const Intent& wanted : shown.log.all)
            QVERIFY(wanted.phase == Intent::Phase::Follow);
    }

    void placesLightUp()
    {
        Shown shown;
        WordsView* words = qobject_cast<WordsView*>(shown.layout.view("words"));
        const QRectF place = words->dropBox("document-1");
        const QPoint spot = words->mapTo(&shown.layout, (place.bottomRight() - QPointF(12, 8)).toPoint());
        const QColor before = shown.layout.grab().toImage().pixelColor(spot);
        Shown::carry(words, words->itemBox(words->itemOf(0, 1)).center(), words,
            words->dropBox("document-0").center());
        const QColor offered = shown.layout.grab().toImage().pixelColor(spot);
        sendMouse(*words, QEvent::MouseMove, place.topLeft() + QPointF(20, 8), Qt::LeftButton, 5);
        const QColor lit = shown.layout.grab().toImage().pixelColor(spot);
        QVERIFY(before != offered && offered != lit);
        QTest::keyClick(words, Qt::Key_Escape);
        QCOMPARE(shown.layout.grab().toImage().pixelColor(spot), before);
    }

    void aClickOnAWordThatCanBeCarriedIsNoCarrying()
    {
        Shown shown;
        WordsView* words = qobject_cast<WordsView*>(shown.layout.view("words"));
        QTest::mouseClick(words, Qt::LeftButton, {}, words->itemBox(words->itemOf(0, 1)).center().toPoint());
        QVERIFY(!shown.layer()->isCarrying());
    }

    void aStatementGoesIntoAnotherPolicy()
    {
        Shown shown;
        TextView* texts = qobject_cast<TextView*>(shown.layout.view("texts"));
        SpanBar* bar = texts->blocks()[0]->editor()->bars()[0];
        const QPointF there = texts->dropBox("policy-1").center();
        Shown::carry(bar, QPointF(4, 6), texts, there);
        QVERIFY(shown.layer()->isCarrying());
        Shown::release(bar, texts, there);
        QCOMPARE(shown.log.phases(), QStringLiteral("W"));
        QCOMPARE(text(shown.log.lastValue("text-1")), QStringLiteral("{}"));
    }

    void marksGoFromFigureToFigure_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("written");
        QTest::newRow("line onto node") << "table"
                                        << "diagram"
                                        << "gate"
                                        << "line";
        QTest::newRow("node onto line") << "diagram"
                                        << "table"
                                        << "rule-1"
                                        << "node";
        QTest::newRow("node onto words") << "diagram"
                                         << "words"
                                         << "document-0"
                                         << "words";
    }

    void marksGoFromFigureToFigure()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, place);
        QFETCH(QString, written);
        Shown shown;
        ItemView* start = shown.view(qPrintable(from));
        ItemView* end = shown.view(qPrintable(to));
        const QPointF there = end->dropBox(place).center();
        Shown::carry(start, start->itemBox(0).center(), end, there);
        QVERIFY(shown.layer()->isCarrying());
        Shown::release(start, end, there);
        QCOMPARE(text(shown.log.lastValue("carried")), written);
        QVERIFY(shown.log.last().phase == Intent::Phase::Whole);
    }

    void aSceneThatArrivesMeanwhileChangesNothing()
    {
        Shown shown;
        WordsView* words = qobject_cast<WordsView*>(shown.layout.view("words"));
        const QPointF there = words->dropBox("document-1").center();
        Shown::carry(words, words->itemBox(words->itemOf(0, 1)).center(), words, there);
        Scene next = everything();
        next.figures.erase(next.figures.begin() + 2);
        shown.layout.showScene(next);
        QVERIFY(shown.layer()->isCarrying());
        Shown::release(words, words, words->dropBox("document-1").center());
        QCOMPARE(cellText(shown.log.last().cells.at(0).value), QStringLiteral("the dog sat on the log cat"));
    }
};

TANGENT_TEST(CarryTest)
#include "carry_test.moc"
