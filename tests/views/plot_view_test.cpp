// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/plot_scenes.h"

#include <QSignalSpy>

using namespace tangent;
using namespace tangent::tests;

namespace {

QImage shown(PlotView& view)
{
    return view.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

Figure withRange(double low, double high)
{
    Figure figure = planeFigure();
    std::get<Plot>(figure.content).x.minimum = low;
    std::get<Plot>(figure.content).x.maximum = high;
    return figure;
}

Handle threshold()
{
    Handle handle = pointHandle("t", whole("t"), {}, {0, 0});
    handle.geometry = Handle::Geometry::XRule;
    return handle;
}

} // namespace

class PlotViewTest : public QObject {
    Q_OBJECT

private slots:
    void pointingAtAMarkTellsItsRow()
    {
        Stage stage(planeFigure(), {}, {});
        stage.move(stage.pixel(-6, 3) + QPoint(5, 4));
        QCOMPARE(stage.hovered.size(), size_t(1));
        QCOMPARE(stage.hovered.back(), std::vector<int>({101}));
        stage.move(stage.pixel(-6, 3) + QPoint(2, 1));
        QCOMPARE(stage.hovered.size(), size_t(1)); // still the same one
        stage.move(stage.pixel(0, 0));
        QCOMPARE(stage.hovered.back(), std::vector<int>());
        stage.move(stage.pixel(-6, 3));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&stage.view, &leave);
        QCOMPARE(stage.hovered.back(), std::vector<int>());
        stage.move(stage.pixel(-6, 3) + QPoint(9, 0)); // more than eight pixels away
        QCOMPARE(stage.hovered.size(), size_t(4));
    }

    void marksWithoutRowsTellNoRows()
    {
        Figure figure = planeFigure({});
        Line line;
        line.x = {0, 5};
        line.y = {0, 2};
        std::get<Plot>(figure.content).layers = {line};
        Stage stage(figure, {}, {});
        stage.move(stage.pixel(0, 0));
        stage.move(stage.pixel(5, 2));
        QVERIFY(stage.hovered.empty());
    }

    void theNearestMarkWins()
    {
        Stage stage(planeFigure({{0, 0}, {0.1, 0}, {0, 0.1}}), {}, {});
        stage.move(stage.pixel(0.1, 0) + QPoint(1, 1));
        QCOMPARE(stage.hovered.back(), std::vector<int>({101}));
    }

    void marksSayTheirValues()
    {
        const Figure figure = planeFigure();
        Stage stage(figure, {}, {});
        const PlotMapping& mapping = stage.view.mapping();
        const auto mark = markAt(std::get<Plot>(figure.content), mapping, mapping.toPixel({5, 2}), 8);
        QVERIFY(mark);
        QCOMPARE(mark->lines, QStringList({"length: 5\u00a0mm", "weight: 2\u00a0g"}));
        const QImage before = shown(stage.view);
        stage.move(stage.pixel(5, 2));
        QVERIFY(shown(stage.view) != before);
    }

    void barsSayTheirRange()
    {
        Figure figure = planeFigure({});
        Bars bars;
        bars.from = {-2};
        bars.to = {2};
        bars.value = {3};
        std::get<Plot>(figure.content).layers.push_back(bars);
        Stage stage(figure, {}, {});
        const PlotMapping& mapping = stage.view.mapping();
        const Plot& plot = std::get<Plot>(figure.content);
        const auto bar = markAt(plot, mapping, mapping.toPixel({1, 1}), 8);
        QVERIFY(bar);
        QCOMPARE(bar->lines, QStringList({"length: −2\u00a0mm to 2\u00a0mm", "weight: 3\u00a0g"}));
        QVERIFY(!markAt(plot, mapping, mapping.toPixel({1, 3.5}), 8));
    }

    void markedRowsStandOut()
    {
        Stage stage(planeFigure(), {}, {});
        const QImage before = shown(stage.view);
        const auto darkAround = [&](const QImage& image, double x, double y) {
            int count = 0;
            const QPoint at = stage.pixel(x, y);
            for (int j = -10; j <= 10; ++j) {
                for (int i = -10; i <= 10; ++i)
                    count += qGray(image.pixel(at + QPoint(i, j))) < 150 ? 1 : 0;
            }
            return count;
        };
        stage.view.markRows({101});
        const QImage after = shown(stage.view);
        QVERIFY(darkAround(after, -6, 3) > 2 * darkAround(before, -6, 3)); // larger, with a ring
        QVERIFY(darkAround(after, 5, 2) < darkAround(before, 5, 2));       // the others are paler
        stage.view.markRows({});
        QCOMPARE(shown(stage.view), before);
        stage.view.markRows({9999}); // a row of another view: nothing changes here
        QCOMPARE(shown(stage.view), before);
    }

    void wheelZoomsOnlyWithControl()
    {
        Stage stage(planeFigure(), {}, {});
        bool accepted = true;
        stage.wheel(stage.pixel(5, 2), 1, {}, &accepted);
        QVERIFY(!accepted);
        QVERIFY(!stage.view.isZoomed());
        const QPoint fixed = stage.pixel(5, 2);
        stage.wheel(fixed, 3, Qt::ControlModifier, &accepted);
        QVERIFY(accepted);
        QVERIFY(stage.view.isZoomed());
        // What is under the pointer stays there, but for a margin that new labels may need.
        QVERIFY((stage.pixel(5, 2) - fixed).manhattanLength() <= 6);
        const Axis& x = stage.view.mapping().xAxis;
        QVERIFY(std::abs((x.maximum - x.minimum) - 20 * std::pow(0.8, 3)) < 1e-9);
        stage.wheel(fixed, -9, Qt::ControlModifier);
        QVERIFY(!stage.view.isZoomed());
        QCOMPARE(stage.view.mapping().xAxis.maximum, 10.0);
    }

    void zoomIsPannedAndReset()
    {
        Stage stage(planeFigure(), {}, {});
        stage.wheel(stage.pixel(0, 0), 4, Qt::ControlModifier);
        const double left = stage.view.mapping().xAxis.minimum;
        const QPoint from = stage.pixel(0.5, 0.5);
        stage.drag(from, from + QPoint(60, 0));
        const Axis& x = stage.view.mapping().xAxis;
        const double perPixel = (x.maximum - x.minimum) / stage.view.mapping().plot.width();
        QVERIFY(std::abs(x.minimum - (left - 60 * perPixel)) < 1e-6);
        stage.drag(from, from + QPoint(6000, 0)); // the paper ends where the axes end
        QCOMPARE(stage.view.mapping().xAxis.minimum, -10.0);
        QTest::mouseDClick(&stage.view, Qt::LeftButton, {}, from);
        QVERIFY(!stage.view.isZoomed());
    }

    void whatIsNotZoomableStays()
    {
        Figure figure = planeFigure();
        std::get<Plot>(figure.content).zoomable = false;
        Stage stage(figure, {}, {});
        bool accepted = true;
        stage.wheel(stage.pixel(0, 0), 4, Qt::ControlModifier, &accepted);
        QVERIFY(!accepted);
        QVERIFY(!stage.view.isZoomed());
    }

    void linkedPlotsShareTheirZoom()
    {
        QWidget window;
        Figure figure = planeFigure();
        std::get<Plot>(figure.content).linkedX = "time";
        PlotView first(&window);
        PlotView second(&window);
        PlotView third(&window);
        for (PlotView* view : {&first, &second, &third})
            view->resize(300, 200);
        first.showFigure(figure, {});
        second.showFigure(figure, {});
        third.showFigure(planeFigure(), {});
        window.show();
        first.setFocus();
        QTest::keyClick(&first, Qt::Key_Plus);
        QVERIFY(first.isZoomed());
        QCOMPARE(second.mapping().xAxis.maximum, first.mapping().xAxis.maximum);
        QCOMPARE(second.mapping().yAxis.maximum, 5.0);
        QVERIFY(!third.isZoomed());
        QTest::keyClick(&first, Qt::Key_0);
        QVERIFY(!second.isZoomed());
    }

    void rangesStandStillWhileAHandDrags()
    {
        Stage stage(
            withRange(-10, 10), {threshold()}, {{"t", 0.0}}, {Parameter::real("t", "Threshold", 0, -50, 50)});
        stage.drag(stage.pixel(0, 0), stage.pixel(3, 0), 3, false);
        stage.view.showFigure(withRange(-30, 30), {threshold()});
        QCOMPARE(stage.view.mapping().xAxis.maximum, 10.0);
        QTest::mouseRelease(&stage.view, Qt::LeftButton, {}, stage.pixel(3, 0));
        QCOMPARE(stage.view.mapping().xAxis.maximum, 30.0);
    }

    /// A new scene in the middle of a drag may bring other handles; the hand keeps its own by its id.
    void dragGoesOnInNewScenes()
    {
        Handle second = threshold();
        second.id = "u";
        second.x = whole("u");
        Stage stage(planeFigure(), {threshold()}, {{"t", 0.0}, {"u", -5.0}},
            {Parameter::real("t", "Threshold", 0, -50, 50), Parameter::real("u", "Other", 0, -50, 50)});
        stage.drag(stage.pixel(0, 0), stage.pixel(3, 0), 3, false);
        stage.view.showFigure(planeFigure(), {second, threshold()});
        stage.move(stage.pixel(6, 0), Qt::LeftButton);
        QTest::mouseRelease(&stage.view, Qt::LeftButton, {}, stage.pixel(6, 0));
        QVERIFY(std::abs(number(stage.values.value("t")) - 6) < 0.1);
        QCOMPARE(number(stage.values.value("u")), -5.0);
    }

    /// A grabbed centre may get a row of its own in the next scene; the hand then writes there.
    void dragFollowsTheTargetsOfItsHandle()
    {
        Handle moved = threshold();
        moved.x = whole("u");
        Stage stage(planeFigure(), {threshold()}, {{"t", 0.0}, {"u", 0.0}},
            {Parameter::real("t", "Threshold", 0, -50, 50), Parameter::real("u", "Other", 0, -50, 50)});
        stage.drag(stage.pixel(0, 0), stage.pixel(3, 0), 3, false);
        stage.view.showFigure(planeFigure(), {moved});
        stage.move(stage.pixel(6, 0), Qt::LeftButton);
        QVERIFY(std::abs(number(stage.values.value("u")) - 6) < 0.1);
        QVERIFY(std::abs(number(stage.values.value("t")) - 3) < 0.1);
    }

    /// The data is painted once for a scene; moving a handle paints only the handle.
    void handlesMoveOverTheSamePicture()
    {
        Stage stage(planeFigure(), {threshold()}, {{"t", 0.0}});
        const QImage before = shown(stage.view);
        stage.view.followValues({{"t", 4.0}});
        const QImage after = shown(stage.view);
        QVERIFY(after != before);
        QVERIFY(after.pixel(stage.pixel(4, -4)) != before.pixel(stage.pixel(4, -4)));
        QCOMPARE(after.pixel(stage.pixel(-8, -4)), before.pixel(stage.pixel(-8, -4)));
        stage.view.followValues({{"t", 0.0}});
        QCOMPARE(shown(stage.view), before);
    }

    /// The values do not hold the table's cells; a point of the table is drawn under the hand all the same.
    void tablePointsFollowTheHand()
    {
        Stage stage(
            planeFigure({}), {pointHandle("p", cell("patch", 3, 0), cell("patch", 3, 1), {0, 0})}, {});
        stage.drag(stage.pixel(0, 0), stage.pixel(-6, 2), 4, false);
        const QImage image = shown(stage.view);
        const QRgb surface = Theme::light().surface.rgb();
        const auto hasRing = [&](double x, double y) {
            const QPoint at = stage.pixel(x, y);
            return image.pixel(at + QPoint(0, 6)) != surface && image.pixel(at - QPoint(6, 0)) != surface;
        };
        QVERIFY(hasRing(-6, 2));
        QVERIFY(!hasRing(0.3, 0.3));
    }

    void onlyItsOwnHandlesAreShown()
    {
        PlotView view;
        Handle own = threshold();
        own.figure = "plane";
        Handle other = threshold();
        other.figure = "elbow";
        view.showFigure(planeFigure(), {own, other, threshold()});
        QCOMPARE(view.handles().size(), size_t(2));
    }

    void darkThemePaintsDark()
    {
        Stage stage(planeFigure(), {}, {});
        stage.view.setTheme(Theme::darkTheme());
        QCOMPARE(QColor(shown(stage.view).pixel(2, 2)), Theme::darkTheme().surface);
    }

    void makeGivesTheRightView()
    {
        const auto view = FigureView::make(Plot());
        QVERIFY(qobject_cast<PlotView*>(view.get()));
    }
};

TANGENT_TEST(PlotViewTest)
#include "plot_view_test.moc"
