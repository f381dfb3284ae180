// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/plot_scenes.h"
#include "tests/views/view_hands.h"
#include "widgets/views/row_edits.h"

#include <QContextMenuEvent>
#include <QMenu>

using namespace tangent;
using namespace tangent::tests;

namespace {

const Rows curve = {{-5.0, 1.0, QString("a")}, {0.0, 2.0, QString("b")}, {5.0, 3.0, QString("c")}};

Parameter curveRows()
{
    Parameter rows = Parameter::rowsOf("curve", "Curve", curve,
        {{"second", "Second", false, -10, 10, true}, {"rate", "Rate", false, 0, 4, false},
            {"note", "Note", true}});
    rows.minimumRows = 2;
    rows.maximumRows = 4;
    return rows;
}

Adding adding()
{
    Adding made;
    made.key = "curve";
    made.label = "Add a point of the curve";
    made.row = {0.0, 0.0, QString("new")};
    made.x = 0;
    made.y = 1;
    made.sorted = true;
    return made;
}

Figure plane(const Adding& adding)
{
    Figure figure = planeFigure({});
    std::get<Plot>(figure.content).adding = adding;
    return figure;
}

std::vector<Handle> handles()
{
    std::vector<Handle> made;
    for (int row = 0; row < 3; ++row) {
        Handle handle =
            pointHandle(QString("point-%1").arg(row), cell("curve", row, 0), cell("curve", row, 1), {});
        handle.geometry = Handle::Geometry::Vertex;
        handle.removable = true;
        made.push_back(handle);
    }
    return made;
}

struct CurveStage : Stage {
    CurveStage()
        : Stage(plane(adding()), handles(), {{"curve", curve}}, {curveRows()})
    {
    }
    Rows written() const { return rows(intents.back().values.value("curve")); }
};

void openMenu(QWidget& widget, QPoint at, QContextMenuEvent::Reason reason)
{
    QContextMenuEvent event(reason, at, widget.mapToGlobal(at));
    QCoreApplication::sendEvent(&widget, &event);
}

QAction* entry(QWidget& widget, const QString& text)
{
    for (QMenu* menu : widget.findChildren<QMenu*>())
        for (QAction* action : menu->actions())
            if (action->text().contains(text))
                return action;
    return nullptr;
}

} // namespace

class RowEditsTest : public QObject {
    Q_OBJECT

private slots:
    void aDoubleClickAddsInOrder()
    {
        CurveStage stage;
        QTest::mouseDClick(&stage.view, Qt::LeftButton, {}, stage.pixel(2.8, -3));
        QCOMPARE(stage.intents.size(), size_t(1));
        QCOMPARE(stage.intents[0].phase, Intent::Phase::Whole);
        const Rows made = stage.written();
        QCOMPARE(made.size(), size_t(4));
        QCOMPARE(made[2], (Row{3.0, 0.0, QString("new")})); // whole seconds, no rate below nought
        QCOMPARE(made[3], curve[2]);
        QTest::mouseDClick(&stage.view, Qt::LeftButton, {}, stage.pixel(-8, 3)); // as many as there may be
        QCOMPARE(stage.intents.size(), size_t(1));
    }

    /// Arrows and Delete work on it next.
    void whatWasAddedTakesTheFocus()
    {
        CurveStage stage;
        QTest::mouseDClick(&stage.view, Qt::LeftButton, {}, stage.pixel(2.8, 3));
        const Rows made = stage.written();
        std::vector<Handle> more = handles();
        more.push_back(more.back());
        more.back().id = "point-3";
        more.back().x.row = more.back().y.row = 3;
        for (size_t row = 0; row < made.size(); ++row)
            more[row].at = {cellNumber(made[row][0]), cellNumber(made[row][1])};
        QCOMPARE(stage.view.focusedHandle(), -1);
        stage.view.followValues({{"curve", made}});
        stage.view.showFigure(plane(adding()), handles()); // a scene that was already on its way
        stage.view.showFigure(plane(adding()), more);
        QVERIFY(stage.view.hasFocus());
        QCOMPARE(stage.view.focusedHandle(), 2); // by place: it was put in before the last
        QTest::keyClick(&stage.view, Qt::Key_Delete);
        QCOMPARE(stage.written(), curve);
    }

    void handlesAndMarginsAreNotFreeGround()
    {
        CurveStage stage;
        QTest::mouseDClick(&stage.view, Qt::LeftButton, {}, stage.pixel(0, 2));
        QTest::mouseDClick(&stage.view, Qt::LeftButton, {}, QPoint(2, stage.view.height() - 2));
        QVERIFY(stage.intents.empty());
    }

    void unsortedRowsGoLast()
    {
        Adding last = adding();
        last.sorted = false;
        const auto intent = addedRow(last, {-9, 1}, {}, {curveRows()}); // the values hold none: the default
        QVERIFY(intent);
        QCOMPARE(rows(intent->values["curve"]).back(), (Row{-9.0, 1.0, QString("new")}));
    }

    void theTableGetsARow()
    {
        Adding table;
        table.key = "patch";
        table.row = {0.0, 0.0, QString("a,b;c")};
        table.x = 1;
        table.y = 0;
        const auto first = addedRow(table, {1.5, -2}, {}, {});
        QCOMPARE(text(first->values["patch"]), QStringLiteral("%2B-2,1.5,a%2Cb%3Bc"));
        const auto second = addedRow(table, {1, 2}, {{"patch", QString("-12")}}, {});
        QCOMPARE(text(second->values["patch"]), QStringLiteral("-12;%2B2,1,a%2Cb%3Bc"));
    }

    void keysAddInTheMiddle()
    {
        CurveStage stage;
        stage.focusByTab();
        QTest::keyClick(&stage.view, Qt::Key_Insert);
        QCOMPARE(stage.written().size(), size_t(4));
        QCOMPARE(stage.written()[2], (Row{0.0, 0.0, QString("new")}));
    }

    void theMenuAdds_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("right click") << false;
        QTest::newRow("menu key") << true;
    }
    void theMenuAdds()
    {
        QFETCH(bool, byKey);
        CurveStage stage;
        stage.focusByTab();
        openMenu(stage.view, byKey ? QPoint(0, 0) : stage.pixel(-8, 1),
            byKey ? QContextMenuEvent::Keyboard : QContextMenuEvent::Mouse);
        QAction* add = entry(stage.view, "Add a point of the curve");
        QVERIFY(add && add->isEnabled());
        add->trigger();
        QCOMPARE(
            stage.written()[byKey ? 2 : 0], (Row{byKey ? 0.0 : -8.0, byKey ? 0.0 : 1.0, QString("new")}));
    }

    void screenReadersAdd()
    {
        CurveStage stage;
        QAccessibleInterface* plot = spoken(&stage.view);
        QVERIFY(plot->actionInterface()->actionNames().contains("Add a point of the curve"));
        plot->actionInterface()->doAction("Add a point of the curve");
        QCOMPARE(stage.written().size(), size_t(4));
    }

    void deleteTakesTheRowAway()
    {
        CurveStage stage;
        stage.focusByTab();
        stage.view.focusHandle(1);
        QTest::keyClick(&stage.view, Qt::Key_Delete);
        QCOMPARE(stage.written(), (Rows{curve[0], curve[2]}));
        QTest::keyClick(&stage.view, Qt::Key_Backspace); // two must stay
        QCOMPARE(stage.intents.size(), size_t(1));
    }

    void theMenuTakesAway()
    {
        CurveStage stage;
        openMenu(stage.view, stage.pixel(5, 3), QContextMenuEvent::Mouse);
        QVERIFY(!entry(stage.view, "Add a point"));
        QAction* remove = entry(stage.view, "point-2");
        QVERIFY(remove);
        remove->trigger();
        QCOMPARE(stage.written(), (Rows{curve[0], curve[1]}));
        openMenu(stage.view, stage.pixel(-5, 1), QContextMenuEvent::Mouse);
        QVERIFY(entry(stage.view, "point-0"));
        QVERIFY(!entry(stage.view, "point-0")->isEnabled());
    }

    void rowsOfTheTableGo()
    {
        Target x = cell("patch", 17, -1);
        x.columnName = "length";
        Handle handle = pointHandle("p", x, {}, {});
        QVERIFY(!removedRow(handle, {}, {}));
        handle.removable = true;
        const auto intent = removedRow(handle, {{"patch", QString("3:a%3D1")}}, {});
        QCOMPARE(text(intent->values["patch"]), QStringLiteral("3:a%3D1;-17"));
    }

    void plotsWithoutAddingOfferNothing()
    {
        Stage stage(planeFigure(), {}, {});
        QTest::mouseDClick(&stage.view, Qt::LeftButton, {}, stage.pixel(0, 0));
        openMenu(stage.view, stage.pixel(0, 0), QContextMenuEvent::Mouse);
        QVERIFY(stage.intents.empty());
        QVERIFY(stage.view.findChildren<QMenu*>().isEmpty());
    }
};

TANGENT_TEST(RowEditsTest)
#include "row_edits_test.moc"
