// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/plot_scenes.h"

#include <QAccessible>

using namespace tangent;
using namespace tangent::tests;

namespace {

Handle centreHandle()
{
    Handle handle = pointHandle("c1", cell("centres", 1, 0), cell("centres", 1, 1), {});
    handle.label = "Centre 2";
    return handle;
}

Handle thresholdHandle()
{
    Handle handle = pointHandle("t", whole("t"), {}, {});
    handle.label = "Threshold";
    handle.geometry = Handle::Geometry::XRule;
    return handle;
}

Parameters declarations()
{
    const RowColumn x{"x", "x", false, -9, 9, false};
    const RowColumn y{"y", "y", false, -4, 4, false};
    return {Parameter::rowsOf("centres", "Centres", {}, {x, y}),
        Parameter::real("t", "Threshold", 0, -3, 3).withStep(0.05),
        Parameter::pointOf("start", "Start", {}, -5, 5)};
}

const Values values = {{"centres", Rows{{1.0, 2.0}, {3.0, 1.0}}}, {"t", 0.5}, {"start", QPointF(2, -1)}};

QAccessibleInterface* named(QAccessibleInterface* parent, const QString& name)
{
    for (int i = 0; i < parent->childCount(); ++i) {
        if (parent->child(i)->text(QAccessible::Name) == name)
            return parent->child(i);
    }
    return nullptr;
}

} // namespace

class PlotAccessibleTest : public QObject {
    Q_OBJECT

private slots:
    void plotsDescribeThemselves()
    {
        Stage stage(planeFigure(), {centreHandle(), thresholdHandle()}, values, declarations());
        QAccessibleInterface* plot = QAccessible::queryAccessibleInterface(&stage.view);
        QVERIFY(plot);
        QCOMPARE(plot->role(), QAccessible::Chart);
        QCOMPARE(plot->text(QAccessible::Name), QString("The plane"));
        QCOMPARE(plot->text(QAccessible::Description),
            QString("The plane; length, mm from −10\u00a0mm to 10\u00a0mm; weight, g from −5\u00a0g to "
                    "5\u00a0g"));
        QCOMPARE(plot->childCount(), 3);
    }

    void handlesAreMovedThroughTheInterface()
    {
        Stage stage(planeFigure(), {centreHandle(), thresholdHandle()}, values, declarations());
        QAccessibleInterface* plot = QAccessible::queryAccessibleInterface(&stage.view);
        QAccessibleInterface* threshold = named(plot, "Threshold");
        QVERIFY(threshold);
        QCOMPARE(threshold->role(), QAccessible::Slider);
        QAccessibleValueInterface* value = threshold->valueInterface();
        QVERIFY(value);
        QCOMPARE(value->currentValue().toDouble(), 0.5);
        QCOMPARE(value->minimumValue().toDouble(), -3.0);
        QCOMPARE(value->maximumValue().toDouble(), 3.0);
        QCOMPARE(value->minimumStepSize().toDouble(), 0.05);
        value->setCurrentValue(1.25);
        QCOMPARE(stage.intents.back().phase, Intent::Phase::Whole);
        QCOMPARE(number(stage.values.value("t")), 1.25);
        QCOMPARE(value->currentValue().toDouble(), 1.25);
        value->setCurrentValue(99);
        QCOMPARE(number(stage.values.value("t")), 3.0);
    }

    void pointsHaveTwoSliders()
    {
        Stage stage(planeFigure(), {centreHandle()}, values, declarations());
        QAccessibleInterface* plot = QAccessible::queryAccessibleInterface(&stage.view);
        QAccessibleInterface* x = named(plot, "Centre 2, x");
        QAccessibleInterface* y = named(plot, "Centre 2, y");
        QVERIFY(x && y);
        QCOMPARE(plot->indexOfChild(y), 1);
        QCOMPARE(x->parent(), plot);
        QCOMPARE(y->valueInterface()->minimumValue().toDouble(), -4.0);
        y->valueInterface()->setCurrentValue(-2.5);
        QCOMPARE(rows(stage.values.value("centres"))[1], Row({3.0, -2.5}));
        x->valueInterface()->setCurrentValue(-1);
        QCOMPARE(rows(stage.values.value("centres"))[1], Row({-1.0, -2.5}));
        QVERIFY(x->rect().contains(stage.view.mapToGlobal(stage.pixel(-1, -2.5))));
        const QPoint middle = x->rect().center();
        QVERIFY(plot->childAt(middle.x(), middle.y()));
    }

    /// The state may be anywhere; what a screen reader is told lies in the picture, or nowhere.
    void aHandleFarOutsideHasNoPlace()
    {
        for (const double far : {1e7, 1e12, -1e300}) {
            Values outside = values;
            outside["centres"] = Rows{{1.0, 2.0}, {far, 1.0}};
            Stage stage(planeFigure(), {centreHandle()}, outside, declarations());
            QAccessibleInterface* plot = QAccessible::queryAccessibleInterface(&stage.view);
            QVERIFY(named(plot, "Centre 2, x"));
            QCOMPARE(named(plot, "Centre 2, x")->rect(), QRect());
        }
    }

    void pointParametersAreWrittenWhole()
    {
        Handle start = pointHandle("s", whole("start"), {}, {});
        start.label = "Start";
        Stage stage(planeFigure(), {start}, values, declarations());
        QAccessibleInterface* y = named(QAccessible::queryAccessibleInterface(&stage.view), "Start, y");
        QVERIFY(y);
        y->valueInterface()->setCurrentValue(4);
        QCOMPARE(point(stage.values.value("start")), QPointF(2, 4));
    }

    void focusIsKnown()
    {
        Stage stage(planeFigure(), {centreHandle(), thresholdHandle()}, values, declarations());
        stage.focusByTab();
        QAccessibleInterface* plot = QAccessible::queryAccessibleInterface(&stage.view);
        QCOMPARE(plot->focusChild(), named(plot, "Centre 2, x"));
        QTest::keyClick(&stage.view, Qt::Key_Tab);
        QCOMPARE(plot->focusChild(), named(plot, "Threshold"));
        QVERIFY(named(plot, "Threshold")->state().focused);
    }

    /// An interface that a screen reader still holds goes silent when its handle is gone.
    void vanishedHandlesAreInvalid()
    {
        Stage stage(planeFigure(), {centreHandle(), thresholdHandle()}, values, declarations());
        QAccessibleInterface* plot = QAccessible::queryAccessibleInterface(&stage.view);
        QAccessibleInterface* threshold = named(plot, "Threshold");
        stage.view.showFigure(planeFigure(), {centreHandle()});
        QVERIFY(!threshold->isValid());
        threshold->valueInterface()->setCurrentValue(2);
        QVERIFY(stage.intents.empty());
        stage.view.showFigure(planeFigure(), {centreHandle(), thresholdHandle()});
        QVERIFY(threshold->isValid());
        QCOMPARE(named(plot, "Threshold"), threshold);
    }
};

TANGENT_TEST(PlotAccessibleTest)
#include "plot_accessible_test.moc"
