// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/plot_scenes.h"
#include "widgets/views/plot_handles.h"

using namespace tangent;
using namespace tangent::tests;

/// How handles look: how large they are, and which lies over which.
class HandlePaintTest : public QObject {
    Q_OBJECT

private slots:
    /// In a room marks, lines and letters grow; what is to be taken hold of grows with them.
    void handlesGrowInARoom()
    {
        const PlotMapping mapping = mapPlot(QRectF(0, 0, 400, 300), Axis(), Axis(), {});
        Handle centre = pointHandle("c", whole("c"), {}, {0.5, 0.5});
        Handle vertex = centre;
        vertex.geometry = Handle::Geometry::Vertex;
        Handle numbered = centre;
        numbered.badge = "1";
        Handle rule = pointHandle("t", whole("t"), {}, {0.5, 0});
        rule.geometry = Handle::Geometry::XRule;
        for (const Handle& handle : {centre, vertex, numbered, rule}) {
            const double atTheDesk = handleBox(handle, {}, mapping).width();
            setTextScale(2);
            const double inARoom = handleBox(handle, {}, mapping).width();
            const bool caught = handleAt({centre}, {}, mapping, QPointF(200 + 15, 150)) == 0;
            setTextScale(1);
            QVERIFY2(inARoom > 1.4 * atTheDesk, qPrintable(handle.badge));
            QVERIFY(caught && handleAt({centre}, {}, mapping, QPointF(200 + 15, 150)) < 0);
        }
    }

    /// A small ring on the same place, the start of a centre, does not cover the centre's number.
    void numbersLieOverSmallRings()
    {
        const PlotMapping mapping = mapPlot(QRectF(0, 0, 60, 60), Axis(), Axis(), {});
        Handle numbered = pointHandle("c", whole("c"), {}, {0.5, 0.5});
        numbered.badge = "1";
        Handle small = pointHandle("s", whole("s"), {}, {0.5, 0.5});
        small.geometry = Handle::Geometry::Vertex;
        const auto painted = [&](const std::vector<Handle>& handles) {
            QImage image(60, 60, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintHandles(painter, handles, {}, mapping, Theme::light(), {});
            return image;
        };
        QCOMPARE(painted({numbered, small}), painted({numbered}));
        small.at = {0.55, 0.5};
        QVERIFY(painted({numbered, small}) == painted({small, numbered}));
    }
};

TANGENT_TEST(HandlePaintTest)
#include "handle_paint_test.moc"
