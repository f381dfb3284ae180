// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/plot_scenes.h"
#include "tests/views/view_hands.h"
#include "widgets/views/matrix_view.h"
#include "widgets/views/number_target.h"

using namespace tangent;
using namespace tangent::tests;

namespace {

const Rows before = {{3.0, 7.0}};
const Rows appended = {{3.0, 7.0}, {9.0, 0.5}};

Parameter edits()
{
    return Parameter::rowsOf("edits", "Edits", {},
        {{"step", "Step", false, 0, 100, true}, {"value", "Value", false, -5, 5, false}});
}

/// The edit that a hand would append: the state does not hold its row yet.
Target fresh()
{
    Target target = cell("edits", 1, 1);
    target.also = {{"edits", appended}, {"mode", QString("hand")}};
    target.number = 0.5;
    return target;
}

Figure oneCell(const Target& target)
{
    Matrix matrix;
    matrix.rowNames = {"weight"};
    matrix.columnNames = {"x"};
    matrix.items.resize(1);
    matrix.items[0].text = "a half";
    matrix.items[0].target = target;
    Figure figure;
    figure.content = matrix;
    return figure;
}

struct Shown {
    explicit Shown(const Target& target)
        : log(&view)
    {
        view.resize(300, 200);
        view.setParameters({edits()});
        view.followValues({{"edits", before}});
        view.showFigure(oneCell(target), {});
    }
    QPointF middle() const { return view.itemBox(0).center(); }

    MatrixView view;
    IntentLog log;
};

} // namespace

class TargetAlsoTest : public QObject {
    Q_OBJECT

private slots:
    void aColumnSetsTheStepOfAHand()
    {
        Parameter declared = edits();
        QCOMPARE(limitsOf(cell("edits", 0, 1), {declared}).step, 0.01);
        declared.columns[1].minimum = -100;
        declared.columns[1].maximum = 100;
        QCOMPARE(limitsOf(cell("edits", 0, 1), {declared}).step, 1.0);
        declared.columns[1].step = 0.1;
        QCOMPARE(limitsOf(cell("edits", 0, 1), {declared}).step, 0.1);
    }

    void aNumberStandsBeforeItsRowDoes()
    {
        Shown shown(fresh());
        QCOMPARE(shown.view.itemNumber(0), 0.5);
        Rows held = appended;
        held[1][1] = 2.0;
        shown.view.followValues({{"edits", held}}); // the row is there now
        QCOMPARE(shown.view.itemNumber(0), 2.0);
        const Handle handle = pointHandle("h", {}, fresh(), {4, 4});
        QCOMPARE(handlePosition(handle, {{"edits", before}}), QPointF(4, 0.5));
        QCOMPARE(handlePosition(handle, {{"edits", held}}), QPointF(4, 2));
    }

    void typedNumbersBringTheirRow()
    {
        Shown shown(fresh());
        shown.view.writeItem(0, 1.5);
        QCOMPARE(shown.log.phases(), QStringLiteral("W"));
        QCOMPARE(rows(shown.log.lastValue("edits")), appended);
        QCOMPARE(text(shown.log.lastValue("mode")), QStringLiteral("hand"));
        QCOMPARE(shown.log.last().cells.size(), size_t(1));
        QCOMPARE(cellNumber(shown.log.last().cells[0].value), 1.5);
    }

    void dragsWriteItOnce_data()
    {
        QTest::addColumn<bool>("newScene");
        QTest::newRow("the scene lags behind") << false;
        QTest::newRow("the new scene asks for nothing") << true;
    }
    void dragsWriteItOnce()
    {
        QFETCH(bool, newScene);
        Shown shown(fresh());
        const QPointF start = shown.middle();
        sendMouse(shown.view, QEvent::MouseButtonPress, start, Qt::LeftButton, 1000);
        for (int step = 1; step <= 4; ++step) {
            sendMouse(shown.view, QEvent::MouseMove, start - QPointF(0, 8 * step), Qt::LeftButton,
                1000 + 100 * step);
            if (newScene)
                shown.view.showFigure(oneCell(cell("edits", 1, 1)), {});
        }
        sendMouse(shown.view, QEvent::MouseButtonRelease, start - QPointF(0, 32), Qt::NoButton, 2000);
        QCOMPARE(shown.log.phases(), QStringLiteral("BMMME"));
        QCOMPARE(rows(shown.log.all[0].values.value("edits")), appended);
        for (size_t i = 1; i < shown.log.all.size(); ++i)
            QVERIFY(shown.log.all[i].values.isEmpty());
        QVERIFY(std::abs(cellNumber(shown.log.last().cells[0].value) - 0.58) < 1e-9); // from a half upwards
    }

    void aNewSceneMayAskAgain()
    {
        Shown shown(fresh());
        const QPointF start = shown.middle();
        sendMouse(shown.view, QEvent::MouseButtonPress, start, Qt::LeftButton, 1000);
        sendMouse(shown.view, QEvent::MouseMove, start - QPointF(0, 8), Qt::LeftButton, 1100);
        Target other = fresh();
        other.also = {{"mode", QString("again")}};
        shown.view.showFigure(oneCell(other), {});
        sendMouse(shown.view, QEvent::MouseMove, start - QPointF(0, 16), Qt::LeftButton, 1200);
        QCOMPARE(shown.log.phases(), QStringLiteral("BM"));
        QCOMPARE(text(shown.log.lastValue("mode")), QStringLiteral("again"));
        sendMouse(shown.view, QEvent::MouseMove, start - QPointF(0, 24), Qt::LeftButton, 1300);
        QVERIFY(shown.log.last().values.isEmpty());
    }

    void clicksWriteItBeforeTheirValue()
    {
        Target target;
        target.key = "node";
        target.value = QString("L");
        target.also = {{"node", QString("root")}, {"source", QString("rows")}};
        Shown shown(target);
        shown.view.activate(0);
        QCOMPARE(text(shown.log.lastValue("node")), QStringLiteral("L"));
        QCOMPARE(text(shown.log.lastValue("source")), QStringLiteral("rows"));
        target.row = 2;
        target.column = 1;
        const Intent inCell = writeButton(target);
        QCOMPARE(inCell.cells.size(), size_t(1));
        QCOMPARE(cellText(inCell.cells[0].value), QStringLiteral("L"));
    }

    void handlesWriteItOnce()
    {
        Stage stage(planeFigure(), {pointHandle("h", {}, fresh(), {0, 0})}, {{"edits", before}}, {edits()});
        stage.drag(stage.pixel(0, 0.5), stage.pixel(0, 3));
        QVERIFY(stage.intents.size() > 3);
        QCOMPARE(stage.intents[0].phase, Intent::Phase::Begin);
        QCOMPARE(rows(stage.intents[0].values.value("edits")), appended);
        for (size_t i = 1; i < stage.intents.size(); ++i)
            QVERIFY(stage.intents[i].values.isEmpty());
        QVERIFY(std::abs(cellNumber(rows(stage.values.value("edits"))[1][1]) - 3) < 0.05);
    }

    void escapeTakesItBack()
    {
        Stage stage(planeFigure(), {pointHandle("h", {}, fresh(), {0, 0})}, {{"edits", before}}, {edits()});
        stage.drag(stage.pixel(0, 0.5), stage.pixel(0, 3), 4, false);
        QTest::keyClick(&stage.view, Qt::Key_Escape);
        QCOMPARE(rows(stage.values.value("edits")), before);
    }
};

TANGENT_TEST(TargetAlsoTest)
#include "target_also_test.moc"
