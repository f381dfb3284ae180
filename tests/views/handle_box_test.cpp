// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/plot_scenes.h"
#include "tests/views/view_hands.h"

using namespace tangent;
using namespace tangent::tests;

namespace {

const Rows boxes = {{-6.0, -3.0, -2.0, 1.0}};

Parameter boxRows()
{
    const auto column = [](const QString& key, double end) {
        return RowColumn{key, key, false, -end, end, false};
    };
    return Parameter::rowsOf(
        "boxes", "Boxes", boxes, {column("x1", 9), column("y1", 4), column("x2", 9), column("y2", 4)});
}

Handle boxHandle()
{
    Handle handle = pointHandle("box", cell("boxes", 0, 0), cell("boxes", 0, 1), {-6, -3});
    handle.geometry = Handle::Geometry::Box;
    handle.x2 = cell("boxes", 0, 2);
    handle.y2 = cell("boxes", 0, 3);
    handle.at2 = {-2, 1};
    handle.removable = true;
    return handle;
}

struct BoxStage : Stage {
    BoxStage()
        : Stage(planeFigure({}), {boxHandle()}, {{"boxes", boxes}}, {boxRows()})
    {
    }
    std::vector<double> box() const
    {
        std::vector<double> made;
        const Value held = values.value("boxes");
        for (const Cell& value : rows(held)[0])
            made.push_back(cellNumber(value));
        return made;
    }
};

bool near(const std::vector<double>& one, const std::vector<double>& other, double within = 0.06)
{
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
        [&](double a, double b) { return std::abs(a - b) <= within; });
}

/// From a mark at (−8, 0) to one of three readers.
Handle arrow(const Target& target)
{
    Handle handle = pointHandle("arrow", target, {}, {-8, 0});
    handle.geometry = Handle::Geometry::Connect;
    handle.ends = {{{0, -3}, "Reader 1", QString("a")}, {{0, 0}, "Reader 2", QString("b")},
        {{0, 3}, "Reader 3", QString("c")}};
    return handle;
}

} // namespace

class HandleBoxTest : public QObject {
    Q_OBJECT

private slots:
    void theMiddleMovesTheWhole()
    {
        BoxStage stage;
        stage.drag(stage.pixel(-4, -1), stage.pixel(0, 1));
        QVERIFY(near(stage.box(), {-2, -1, 2, 3}));
        QCOMPARE(stage.intents.front().phase, Intent::Phase::Begin);
        QCOMPARE(stage.intents.back().phase, Intent::Phase::End);
        QCOMPARE(stage.intents.back().cells.size(), size_t(4));
    }

    void theBorderMovesItToo()
    {
        BoxStage stage;
        stage.drag(stage.pixel(-5, 1), stage.pixel(-4, 1));
        QVERIFY(near(stage.box(), {-5, -3, -1, 1}));
    }

    void itKeepsItsSizeAtTheEnds()
    {
        BoxStage stage;
        stage.drag(stage.pixel(-4, -1), stage.pixel(9.5, 4.8));
        QVERIFY(near(stage.box(), {5, 0, 9, 4}, 1e-9));
    }

    void cornersResize_data()
    {
        QTest::addColumn<QPointF>("from");
        QTest::addColumn<QPointF>("to");
        QTest::addColumn<std::vector<double>>("expected");
        QTest::newRow("first") << QPointF(-6, -3) << QPointF(-8, -4) << std::vector<double>{-8, -4, -2, 1};
        QTest::newRow("second") << QPointF(-2, -3) << QPointF(3, -2) << std::vector<double>{-6, -2, 3, 1};
        QTest::newRow("third") << QPointF(-2, 1) << QPointF(1, 2) << std::vector<double>{-6, -3, 1, 2};
        QTest::newRow("fourth") << QPointF(-6, 1) << QPointF(-7, 3) << std::vector<double>{-7, -3, -2, 3};
        QTest::newRow("past the other")
            << QPointF(-2, 1) << QPointF(-8, 1) << std::vector<double>{-6, -3, -8, 1};
    }
    void cornersResize()
    {
        QFETCH(QPointF, from);
        QFETCH(QPointF, to);
        QFETCH(std::vector<double>, expected);
        BoxStage stage;
        stage.drag(stage.pixel(from.x(), from.y()), stage.pixel(to.x(), to.y()));
        QVERIFY(near(stage.box(), expected));
    }

    void escapeTakesTheBoxBack()
    {
        BoxStage stage;
        stage.drag(stage.pixel(-4, -1), stage.pixel(0, 1), 4, false);
        QVERIFY(!near(stage.box(), {-6, -3, -2, 1}));
        QTest::keyClick(&stage.view, Qt::Key_Escape);
        QVERIFY(near(stage.box(), {-6, -3, -2, 1}, 0));
    }

    void keysAndScreenReadersMoveIt()
    {
        BoxStage stage;
        stage.focusByTab(); // the whole box, then its corners
        QTest::keyClick(&stage.view, Qt::Key_Right);
        QVERIFY(stage.box()[0] > -6);
        QVERIFY(std::abs(stage.box()[2] - stage.box()[0] - 4) < 1e-9);
        QTest::keyClick(&stage.view, Qt::Key_Tab);
        const std::vector<double> before = stage.box();
        QTest::keyClick(&stage.view, Qt::Key_Down); // the first corner
        QVERIFY(stage.box()[1] < before[1]);
        QCOMPARE(stage.box()[3], before[3]);
        QAccessibleInterface* plot = spoken(&stage.view);
        QCOMPARE(plot->childCount(), 10); // two ways for the box and each of its corners
        QAccessibleInterface* third = plot->child(6);
        QCOMPARE(third->text(QAccessible::Name), QStringLiteral("box, corner 3, x"));
        third->valueInterface()->setCurrentValue(5.0);
        QCOMPARE(stage.box()[2], 5.0);
    }

    void itsInsideIsFreeGround()
    {
        BoxStage stage;
        stage.drag(stage.pixel(-5, 0), stage.pixel(4, 0)); // neither middle nor border
        QVERIFY(stage.intents.empty());
    }

    void anArrowIsDrawnToAMark()
    {
        Stage stage(planeFigure({}), {arrow(whole("reader"))}, {{"reader", QString()}});
        stage.drag(stage.pixel(-8, 0), stage.pixel(-4, 2)); // to nowhere
        QVERIFY(stage.intents.empty());
        stage.drag(stage.pixel(-8, 0), stage.pixel(0, 3) + QPoint(5, 5));
        QCOMPARE(text(stage.values.value("reader")), QStringLiteral("c"));
        QCOMPARE(stage.intents.front().phase, Intent::Phase::Begin);
        QCOMPARE(stage.intents.back().phase, Intent::Phase::End);
        QCOMPARE(handlePosition(stage.view.handles()[0], stage.values), QPointF(0, 3));
        stage.drag(stage.pixel(0, 3), stage.pixel(0, -3), 12); // by its tip
        QCOMPARE(text(stage.values.value("reader")), QStringLiteral("a"));
    }

    void keysWalkThroughTheEnds()
    {
        Stage stage(planeFigure({}), {arrow(whole("reader"))}, {{"reader", QString()}});
        stage.focusByTab();
        QTest::keyClick(&stage.view, Qt::Key_Right);
        QCOMPARE(text(stage.values.value("reader")), QStringLiteral("a"));
        QTest::keyClick(&stage.view, Qt::Key_Right);
        QCOMPARE(text(stage.values.value("reader")), QStringLiteral("b"));
        QAccessibleInterface* spokenArrow = spoken(&stage.view)->child(0);
        QCOMPARE(spokenArrow->text(QAccessible::Value), QStringLiteral("Reader 2"));
        QCOMPARE(spokenArrow->valueInterface()->maximumValue().toDouble(), 2.0);
        spokenArrow->valueInterface()->setCurrentValue(2);
        QCOMPARE(text(stage.values.value("reader")), QStringLiteral("c"));
    }

    void arrowsWriteCells()
    {
        Stage stage(planeFigure({}), {arrow(cell("links", 0, 1))}, {{"links", Rows{{1.0, QString("b")}}}});
        QCOMPARE(handlePosition(stage.view.handles()[0], stage.values), QPointF(0, 0));
        stage.drag(stage.pixel(0, 0), stage.pixel(0, -3), 12);
        QCOMPARE(cellText(rows(stage.values.value("links"))[0][1]), QStringLiteral("a"));
    }

    void anArrowFollowsTheHandBetweenMarks()
    {
        Stage stage(planeFigure({}), {arrow(whole("reader"))}, {{"reader", QString("b")}});
        stage.drag(stage.pixel(-8, 0), stage.pixel(-4, 3), 3, false);
        const QImage one = stage.view.grab().toImage();
        stage.move(stage.pixel(-4, -3), Qt::LeftButton);
        QVERIFY(stage.view.grab().toImage() != one);
        QVERIFY(stage.intents.empty());
    }
};

TANGENT_TEST(HandleBoxTest)
#include "handle_box_test.moc"
