// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/plot_scenes.h"
#include "widgets/views/handle_values.h"

using namespace tangent;
using namespace tangent::tests;

using Phase = Intent::Phase;

namespace {

const Rows centres = {{1.0, 2.0}, {3.0, 4.0}};

Parameter centreRows()
{
    RowColumn x{"x", "x", false, -9, 9, false};
    RowColumn y{"y", "y", false, -4, 4, false};
    return Parameter::rowsOf("centres", "Centres", centres, {x, y});
}

Handle rule(Handle::Geometry geometry, const QString& key)
{
    Handle handle = pointHandle(key, {}, {}, {0, 0});
    handle.geometry = geometry;
    (geometry == Handle::Geometry::YRule ? handle.y : handle.x) = whole(key);
    return handle;
}

double written(const Intent& intent, const QString& key)
{
    return number(intent.values.value(key), std::nan(""));
}

} // namespace

class HandleTest : public QObject {
    Q_OBJECT

private slots:
    void positionFollowsTheValues()
    {
        const Handle centre = pointHandle("c", cell("centres", 1, 0), cell("centres", 1, 1), {7, 7});
        QCOMPARE(handlePosition(centre, {{"centres", centres}}), QPointF(3, 4));
        QCOMPARE(handlePosition(centre, {}), QPointF(7, 7));
        QCOMPARE(handlePosition(centre, {{"centres", Rows()}}), QPointF(7, 7)); // a row that is not there yet

        const Handle start = pointHandle("s", whole("start"), {}, {7, 7});
        QCOMPARE(handlePosition(start, {{"start", QPointF(-4, 1)}}), QPointF(-4, 1));
        QCOMPARE(handlePosition(start, {{"start", Value()}}), QPointF(7, 7)); // left to the lab

        Handle mapped = rule(Handle::Geometry::XRule, "t");
        mapped.mapX = {2, 10};
        QCOMPARE(handlePosition(mapped, {{"t", 3.0}}), QPointF(16, 0));

        Handle angle = rule(Handle::Geometry::Angle, "a");
        angle.centre = {1, 1};
        angle.radius = 2;
        QVERIFY((handlePosition(angle, {{"a", 90.0}}) - QPointF(1, 3)).manhattanLength() < 1e-12);
    }

    void movingWritesCells()
    {
        const Handle centre = pointHandle("c", cell("centres", 1, 0), cell("centres", 1, 1), {});
        const Intent intent =
            moveHandle(centre, {20, -1.5}, {{"centres", centres}}, {centreRows()}, Phase::Move);
        QCOMPARE(intent.cells.size(), size_t(2));
        QCOMPARE(intent.cells[0].row, 1);
        QCOMPARE(intent.cells[0].column, 0);
        QCOMPARE(std::get<double>(intent.cells[0].value), 9.0); // the end of the column's range
        QCOMPARE(intent.cells[1].column, 1);
        QCOMPARE(std::get<double>(intent.cells[1].value), -1.5);
        QVERIFY(intent.values.isEmpty());
    }

    void movingWritesThePatch()
    {
        Target x = cell("patch", 17, -1);
        x.columnName = "length";
        Target y = x;
        y.columnName = "weight";
        const Intent intent = moveHandle(pointHandle("p", x, y, {}), {3, 4}, {}, {}, Phase::Whole);
        QCOMPARE(intent.cells.size(), size_t(2));
        QCOMPARE(intent.cells[0].key, QString("patch"));
        QCOMPARE(intent.cells[0].row, 17);
        QCOMPARE(intent.cells[0].columnName, QString("length"));
        QCOMPARE(std::get<double>(intent.cells[1].value), 4.0);
    }

    void movingWritesPointsWhole()
    {
        Parameter start = Parameter::pointOf("start", "Start", {-4, 1}, -5, 5);
        start.minimumY = -2;
        start.maximumY = 2;
        const Handle handle = pointHandle("s", whole("start"), {}, {});
        Intent intent = moveHandle(handle, {7, -3}, {{"start", QPointF(-4, 1)}}, {start}, Phase::Move);
        QCOMPARE(point(intent.values.value("start")), QPointF(5, -2));
        intent = moveHandle(handle, {1, 1.5}, {{"start", Value()}}, {start}, Phase::Move);
        QCOMPARE(point(intent.values.value("start")), QPointF(1, 1.5));
        // Only one of the coordinates has a target: the other one stays.
        Handle upright = pointHandle("s", {}, whole("start"), {});
        intent = moveHandle(upright, {1, 1.5}, {{"start", QPointF(-4, 1)}}, {start}, Phase::Move);
        QCOMPARE(point(intent.values.value("start")), QPointF(-4, 1.5));
    }

    void numbersAreRounded_data()
    {
        QTest::addColumn<Parameter>("parameter");
        QTest::addColumn<double>("wanted");
        QTest::addColumn<double>("expected");
        const Parameter k = Parameter::integer("v", "k", 4, 1, 10);
        QTest::newRow("whole") << k << 3.6 << 4.0;
        QTest::newRow("above the range") << k << 14.2 << 10.0;
        QTest::newRow("below the range") << k << -3.0 << 1.0;
        Parameter step = Parameter::timeline(0, 9, false);
        step.key = "v";
        QTest::newRow("whole step") << step << 2.3 << 2.0;
        step.halfSteps = true;
        QTest::newRow("half step") << step << 2.3 << 2.5;
        step.endless = true;
        QTest::newRow("endless") << step << 400.0 << 400.0;
        QTest::newRow("real") << Parameter::real("v", "rate", 0.1, 0, 1) << 0.123 << 0.123;
        QTest::newRow("no number") << Parameter::real("v", "rate", 0.1, 0, 1) << std::nan("") << 0.1;
    }
    void numbersAreRounded()
    {
        QFETCH(Parameter, parameter);
        QFETCH(double, wanted);
        QFETCH(double, expected);
        const Handle handle = rule(Handle::Geometry::XRule, "v");
        const Intent intent = moveHandle(handle, {wanted, 0}, {{"v", 0.1}}, {parameter}, Phase::Move);
        QCOMPARE(written(intent, "v"), expected);
    }

    void mapsTurnAxisUnitsIntoParameterUnits()
    {
        Handle handle = rule(Handle::Geometry::YRule, "t");
        handle.mapY = {-2, 10};
        const Intent intent =
            moveHandle(handle, {0, 4}, {}, {Parameter::real("t", "t", 0, -9, 9)}, Phase::Move);
        QCOMPARE(written(intent, "t"), 3.0);
    }

    void snapsCatchTheHandButNotTheKeys()
    {
        Handle handle = rule(Handle::Geometry::Angle, "a");
        handle.radius = 1;
        handle.snaps = {74.5};
        handle.snapDistance = 2;
        const Parameters parameters = {Parameter::real("a", "Angle", 0, -180, 180)};
        const auto at = [&](double degrees, Phase phase) {
            const QPointF place(
                5 * std::cos(qDegreesToRadians(degrees)), 5 * std::sin(qDegreesToRadians(degrees)));
            return written(moveHandle(handle, place, {}, parameters, phase), "a");
        };
        QCOMPARE(at(73.5, Phase::Move), 74.5);
        QVERIFY(std::abs(at(71, Phase::Move) - 71) < 1e-9);
        QVERIFY(std::abs(at(75.5, Phase::Whole) - 75.5) < 1e-9);
        handle.snaps = {-179.5}; // across the seam of the circle
        QCOMPARE(at(179, Phase::End), -179.5);
    }

    void anglesWrap()
    {
        Handle handle = rule(Handle::Geometry::Angle, "a");
        const auto at = [&](double low, double high, QPointF place) {
            return written(
                moveHandle(handle, place, {}, {Parameter::real("a", "Angle", 0, low, high)}, Phase::Move),
                "a");
        };
        QVERIFY(std::abs(at(0, 360, {0, -1}) - 270) < 1e-9);
        QVERIFY(std::abs(at(0, 180, {-1, -1}) - 45) < 1e-9);
        QVERIFY(std::abs(at(-180, 180, {0, -1}) + 90) < 1e-9);
        QVERIFY(std::abs(at(0, 90, {-1, 0.0}) - 90) < 1e-9); // not a circle: the end of the range
    }

    void firstTouchWritesWhatItNeeds()
    {
        Handle handle = pointHandle("c", cell("edits", 0, 2), cell("edits", 0, 3), {});
        const Rows edits = {{3.0, 1.0, 0.5, 0.5}};
        handle.onGrab = {{"edits", edits}};
        for (const Phase phase : {Phase::Begin, Phase::Whole, Phase::Move, Phase::End}) {
            const Intent intent = moveHandle(handle, {1, 2}, {}, {}, phase);
            const bool first = phase == Phase::Begin || phase == Phase::Whole;
            QCOMPARE(intent.values.contains("edits"), first);
            QCOMPARE(intent.cells.size(), size_t(2));
        }
    }

    void draggingIsOneGesture()
    {
        Stage stage(planeFigure(), {pointHandle("c", cell("centres", 1, 0), cell("centres", 1, 1), {})},
            {{"centres", centres}}, {centreRows()});
        const QPoint from = stage.pixel(3, 4);
        const QPoint to = stage.pixel(-5, -2);
        stage.drag(from + QPoint(4, 3), to + QPoint(4, 3)); // caught beside its middle: it does not jump
        QVERIFY(stage.intents.size() >= 3);
        QCOMPARE(stage.intents.front().phase, Phase::Begin);
        QCOMPARE(stage.intents.back().phase, Phase::End);
        for (size_t i = 1; i + 1 < stage.intents.size(); ++i)
            QCOMPARE(stage.intents[i].phase, Phase::Move);
        const QPointF now = handlePosition(stage.view.handles()[0], stage.values);
        const QPointF moved = stage.view.mapping().toPixel(now);
        QVERIFY((moved - QPointF(to)).manhattanLength() < 3);
        // Written by hand, numbers are as short as the pixels are coarse.
        QCOMPARE(now.x(), std::round(now.x() * 100) / 100);
    }

    void clicksChangeNothing()
    {
        Stage stage(planeFigure(), {pointHandle("c", cell("centres", 1, 0), cell("centres", 1, 1), {})},
            {{"centres", centres}}, {centreRows()});
        QTest::mouseClick(&stage.view, Qt::LeftButton, {}, stage.pixel(3, 4));
        QVERIFY(stage.intents.empty());
        QCOMPARE(stage.view.focusedHandle(), 0);
    }

    void escapeTakesTheDragBack()
    {
        Handle handle = pointHandle("c", cell("centres", 1, 0), cell("centres", 1, 1), {});
        handle.onGrab = {{"mode", QString("hand")}};
        Stage stage(
            planeFigure(), {handle}, {{"centres", centres}, {"mode", QString("auto")}}, {centreRows()});
        stage.drag(stage.pixel(3, 4), stage.pixel(-5, -2), 4, false);
        QCOMPARE(text(stage.values.value("mode")), QString("hand"));
        QTest::keyClick(&stage.view, Qt::Key_Escape);
        QCOMPARE(rows(stage.values.value("centres")), centres);
        QCOMPARE(text(stage.values.value("mode")), QString("auto"));
        const size_t sent = stage.intents.size();
        QCOMPARE(stage.intents[sent - 2].phase, Phase::Move);
        QCOMPARE(rows(stage.intents[sent - 2].values.value("centres")), centres);
        QCOMPARE(stage.intents[sent - 1].phase, Phase::End);
        stage.move(stage.pixel(0, 0), Qt::LeftButton);
        QTest::mouseRelease(&stage.view, Qt::LeftButton, {}, stage.pixel(0, 0));
        QCOMPARE(stage.intents.size(), sent);
    }

    void rulesMoveAlongOneAxis()
    {
        Stage stage(planeFigure(), {rule(Handle::Geometry::XRule, "k")}, {{"k", 2.0}},
            {Parameter::integer("k", "Clusters k", 2, 1, 9)});
        stage.drag(stage.pixel(2, -3), stage.pixel(5.3, 4), 40); // caught anywhere on its length
        QCOMPARE(number(stage.values.value("k")), 5.0);
        // Whole numbers are sent when they change, not at every pixel.
        QVERIFY(stage.intents.size() <= 5);
    }

    void keysMoveByTheStep()
    {
        Parameter rate = Parameter::real("rate", "Rate", 0.5, -9, 9).withStep(0.25);
        Stage stage(planeFigure(), {rule(Handle::Geometry::XRule, "rate")}, {{"rate", 0.5}}, {rate});
        stage.focusByTab();
        QTest::keyClick(&stage.view, Qt::Key_Right);
        QCOMPARE(number(stage.values.value("rate")), 0.75);
        QCOMPARE(stage.intents.back().phase, Phase::Whole);
        QTest::keyClick(&stage.view, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(number(stage.values.value("rate")), -1.75);
        QTest::keyClick(&stage.view, Qt::Key_Up); // not the way of this rule
        QCOMPARE(number(stage.values.value("rate")), -1.75);
    }

    void keysWithoutAStepMoveByAHundredth()
    {
        Stage stage(planeFigure(), {pointHandle("p", cell("patch", 3, 0), cell("patch", 3, 1), {0, 0})}, {});
        stage.focusByTab();
        QTest::keyClick(&stage.view, Qt::Key_Right);
        QCOMPARE(std::get<double>(stage.intents.back().cells[0].value), 0.2); // x runs over 20 units
        QCOMPARE(std::get<double>(stage.intents.back().cells[1].value), 0.0);
        QTest::keyClick(&stage.view, Qt::Key_Down);
        QCOMPARE(std::get<double>(stage.intents.back().cells[1].value), -0.1); // y over 10
    }

    void keysGoRightOnAReversedAxis()
    {
        Figure figure = planeFigure();
        std::get<Plot>(figure.content).x.reversed = true;
        Parameter rate = Parameter::real("rate", "Rate", 0.5, -9, 9).withStep(0.25);
        Stage stage(figure, {rule(Handle::Geometry::XRule, "rate")}, {{"rate", 0.5}}, {rate});
        stage.focusByTab();
        const double before = stage.view.handleRectangle(0).center().x();
        QTest::keyClick(&stage.view, Qt::Key_Right);
        QCOMPARE(number(stage.values.value("rate")), 0.25);
        QVERIFY(stage.view.handleRectangle(0).center().x() > before);
    }

    void tabWalksTheHandlesAndLeaves()
    {
        QWidget window;
        PlotView first(&window);
        PlotView second(&window);
        first.setGeometry(0, 0, 300, 300);
        second.setGeometry(300, 0, 300, 300);
        const std::vector<Handle> handles = {
            pointHandle("a", whole("p"), {}, {0, 0}), pointHandle("b", whole("q"), {}, {3, 3})};
        first.showFigure(planeFigure(), handles);
        second.showFigure(planeFigure(), handles);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
        first.clearFocus();
        first.setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(first.hasFocus());
        QCOMPARE(first.focusedHandle(), 0);
        QTest::keyClick(&first, Qt::Key_Tab);
        QCOMPARE(first.focusedHandle(), 1);
        QVERIFY(first.hasFocus());
        QTest::keyClick(&first, Qt::Key_Tab);
        QVERIFY(second.hasFocus());
        QCOMPARE(second.focusedHandle(), 0);
        QTest::keyClick(&second, Qt::Key_Backtab);
        QVERIFY(first.hasFocus());
        QCOMPARE(first.focusedHandle(), 1); // from behind: the last one
        QTest::keyClick(&first, Qt::Key_Backtab);
        QCOMPARE(first.focusedHandle(), 0);
    }

    void handlesOnTopAreCaughtFirst()
    {
        Stage stage(planeFigure(),
            {rule(Handle::Geometry::XRule, "k"), pointHandle("p", whole("p"), {}, {2, 1})},
            {{"k", 2.0}, {"p", QPointF(2, 1)}});
        stage.move(stage.pixel(2, 1));
        QCOMPARE(stage.view.cursor().shape(), Qt::OpenHandCursor);
        stage.move(stage.pixel(2, -2));
        QCOMPARE(stage.view.cursor().shape(), Qt::SizeHorCursor);
        stage.move(stage.pixel(5, -2));
        QCOMPARE(stage.view.cursor().shape(), Qt::ArrowCursor);
        // Ten pixels on either side are enough to catch it.
        stage.move(stage.pixel(2, -2) + QPoint(10, 0));
        QCOMPARE(stage.view.cursor().shape(), Qt::SizeHorCursor);
    }

    void handleTurnsTheWheelOnlyWithTheKeyboard()
    {
        Stage stage(planeFigure(), {rule(Handle::Geometry::XRule, "k")}, {{"k", 2.0}},
            {Parameter::integer("k", "Clusters k", 2, 1, 9)});
        bool accepted = true;
        stage.wheel(stage.pixel(2, 0), 1, {}, &accepted);
        QVERIFY(!accepted);
        QVERIFY(stage.intents.empty());
        stage.focusByTab();
        stage.wheel(stage.pixel(2, 0), 1, {}, &accepted);
        QVERIFY(accepted);
        QCOMPARE(number(stage.values.value("k")), 3.0);
        stage.wheel(stage.pixel(-7, 0), 1, {}, &accepted); // not over the handle
        QVERIFY(!accepted);
    }

    void anglesAreDraggedAtBothEnds()
    {
        Figure figure = planeFigure();
        std::get<Plot>(figure.content).equalAspect = true;
        Handle handle = rule(Handle::Geometry::Angle, "a");
        handle.radius = 4;
        Stage stage(figure, {handle}, {{"a", 0.0}}, {Parameter::real("a", "Angle", 0, -180, 180)});
        stage.drag(stage.pixel(4, 0), stage.pixel(0, 4), 20);
        QVERIFY(std::abs(number(stage.values.value("a")) - 90) < 1);
        stage.drag(stage.pixel(0, -4), stage.pixel(4, 0), 20);
        QVERIFY(std::abs(std::abs(number(stage.values.value("a"))) - 180) < 1);
    }
};

TANGENT_TEST(HandleTest)
#include "handle_test.moc"
