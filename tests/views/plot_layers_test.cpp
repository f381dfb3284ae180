// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/plot_scenes.h"
#include "widgets/views/plot_layers.h"
#include "widgets/views/plot_paint.h"
#include "widgets/views/plot_picture.h"
#include "widgets/views/text.h"

#include <QBuffer>
#include <QPdfWriter>

using namespace tangent;
using namespace tangent::tests;

namespace {

const QSize size(400, 300);

/// A plot on 0…10 × 0…10 with these layers.
Plot plotOf(std::vector<Layer> layers)
{
    Plot plot;
    plot.x.maximum = plot.y.maximum = 10;
    plot.layers = std::move(layers);
    return plot;
}

struct Drawn {
    explicit Drawn(const Plot& plot, double ratio = 1, const QSet<int>& marked = {})
    {
        FrameRequest request{plot.x, plot.y, plot.secondY, plot.equalAspect, size, ratio};
        mapping = picture.layOut(request, Theme::light());
        image = picture.compose(plot, marked, {});
        empty = picture.layOut(request, Theme::light()).plot.isEmpty() ? QImage() : emptied(plot, request);
    }

    static QImage emptied(Plot plot, const FrameRequest& request)
    {
        plot.layers.clear();
        PlotPicture none;
        none.layOut(request, Theme::light());
        return none.compose(plot, {}, {});
    }

    QColor at(double x, double y) const
    {
        return image.pixel((mapping.toPixel({x, y}) * image.devicePixelRatio()).toPoint());
    }

    /// Where the picture differs from the empty plot, in logical pixels.
    QRectF touched() const
    {
        QRect box;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixel(x, y) != empty.pixel(x, y))
                    box |= QRect(x, y, 1, 1);
            }
        }
        const double ratio = image.devicePixelRatio();
        return {QPointF(box.topLeft()) / ratio, QSizeF(box.size()) / ratio};
    }

    PlotPicture picture;
    PlotMapping mapping;
    QImage image;
    QImage empty;
};

Bars oneBar(double from, double to, double value)
{
    Bars bars;
    bars.from = {from};
    bars.to = {to};
    bars.value = {value};
    bars.roles = {Role::Class2};
    return bars;
}

Line lineOf(std::vector<double> x, std::vector<double> y, Role role = Role::Class0)
{
    Line line;
    line.x = std::move(x);
    line.y = std::move(y);
    line.role = role;
    line.width = 3;
    return line;
}

const QColor blue = Theme::light().colour(Role::Class0);
const QColor green = Theme::light().colour(Role::Class2);

bool near(const QColor& one, const QColor& other, int tolerance = 3)
{
    return std::abs(one.red() - other.red()) <= tolerance
        && std::abs(one.green() - other.green()) <= tolerance
        && std::abs(one.blue() - other.blue()) <= tolerance;
}

} // namespace

class PlotLayersTest : public QObject {
    Q_OBJECT

private slots:
    void pointsOfManySizes_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("ratio");
        QTest::newRow("smooth") << 1 << 1.0;
        QTest::newRow("runs") << 9000 << 1.0;
        QTest::newRow("two device pixels") << 1 << 2.0;
        QTest::newRow("runs on five quarters") << 9000 << 1.25;
    }
    void pointsOfManySizes()
    {
        QFETCH(int, count);
        QFETCH(double, ratio);
        Points points;
        points.x.assign(size_t(count), 3.3);
        points.y.assign(size_t(count), 6.7);
        points.role = Role::Class0;
        points.size = 9;
        const Drawn drawn(plotOf({points}), ratio);
        QVERIFY(near(drawn.at(3.3, 6.7), blue));
        const QPointF away = drawn.touched().center() - drawn.mapping.toPixel({3.3, 6.7});
        QVERIFY(away.manhattanLength() < 1.5);
        QVERIFY(std::abs(drawn.touched().width() - 9) <= 2.5);
    }

    void pointsOutsideAreNotDrawn()
    {
        Points points;
        points.x = {-1, 5, 12, std::nan(""), 0};
        points.y = {5, -1, 5, 5, 0};
        const Drawn drawn(plotOf({points}));
        // Only the one on the corner, and that one whole.
        const QPointF corner = drawn.mapping.toPixel({0, 0});
        QVERIFY((drawn.touched().center() - corner).manhattanLength() < 2);
        QVERIFY(drawn.touched().width() > 5);
    }

    void markedPointsAreLarger()
    {
        Points points;
        points.x = {2, 8};
        points.y = {5, 5};
        points.rowIds = {4, 9};
        const Drawn plain(plotOf({points}));
        const Drawn marked(plotOf({points}), 1, {9});
        QVERIFY(marked.touched().right() > plain.touched().right() + 2);
        QVERIFY(near(plain.at(2, 5), Theme::light().ink));
        QVERIFY(marked.at(2, 5).lightness() > plain.at(2, 5).lightness() + 60);
    }

    void barsStandOnTheirBase()
    {
        const Drawn drawn(plotOf({oneBar(2, 4, 6)}));
        QVERIFY(near(drawn.at(3, 1), green));
        QVERIFY(near(drawn.at(3, 5.9), green));
        QVERIFY(!near(drawn.at(3, 6.2), green));
        QVERIFY(!near(drawn.at(4.2, 3), green));
        Bars lying = oneBar(2, 4, 6);
        lying.horizontal = true;
        lying.base = {3};
        const Drawn across(plotOf({lying}));
        QVERIFY(near(across.at(5, 3), green));
        QVERIFY(!near(across.at(2.5, 3), green));
        QVERIFY(!near(across.at(5, 4.5), green));
        // On a logarithmic axis zero is the foot of the plot.
        Plot plot = plotOf({oneBar(2, 4, 6)});
        plot.y.scale = Axis::Scale::Log;
        plot.y.minimum = 0.1;
        QVERIFY(near(Drawn(plot).at(3, 0.12), green));
    }

    void fieldsLieOnTheirCells()
    {
        Field field;
        field.columns = 2;
        field.rows = 2;
        field.right = field.top = 10;
        field.values = {0, 1, 2, 3}; // from the bottom left
        field.map = ColourMap::Classes;
        const Theme& theme = Theme::light();
        const Drawn drawn(plotOf({field}));
        QVERIFY(near(drawn.at(2, 2), theme.colour(Role::Class0)));
        QVERIFY(near(drawn.at(8, 2), theme.colour(Role::Class1)));
        QVERIFY(near(drawn.at(2, 8), theme.colour(Role::Class2)));
        QVERIFY(near(drawn.at(8, 8), theme.colour(Role::Class3)));
        QVERIFY(near(drawn.at(4.8, 4.8), theme.colour(Role::Class0))); // no blending between categories

        field.map = ColourMap::Sequential;
        field.values = {0, 1, 0, 1};
        const Drawn smooth(plotOf({field}));
        QVERIFY(near(smooth.at(1, 5), theme.mapped(ColourMap::Sequential, 0)));
        QVERIFY(near(smooth.at(5, 5), theme.mapped(ColourMap::Sequential, 0.5), 6));
        QVERIFY(near(smooth.at(9, 5), theme.mapped(ColourMap::Sequential, 1)));
        field.values[0] = std::nanf("");
        field.smooth = false;
        QVERIFY(near(Drawn(plotOf({field})).at(2.7, 2.7), theme.surface));
        field.values.pop_back(); // incomplete: not drawn rather than misread
        QVERIFY(Drawn(plotOf({field})).touched().isEmpty());
    }

    void fieldsOnALogarithmicAxis()
    {
        Field field;
        field.columns = 2;
        field.rows = 1;
        field.left = 1;
        field.right = 101;
        field.top = 10;
        field.values = {0, 1};
        field.map = ColourMap::Classes;
        Plot plot = plotOf({field});
        plot.x.scale = Axis::Scale::Log;
        plot.x.minimum = 1;
        plot.x.maximum = 100;
        const Drawn drawn(plot);
        QVERIFY(near(drawn.at(48, 5), Theme::light().colour(Role::Class0)));
        QVERIFY(near(drawn.at(54, 5), Theme::light().colour(Role::Class1)));
    }

    void everyLayerKeepsInsideThePlot()
    {
        Area area;
        area.x = {-50, 50};
        area.lower = {-90, -90};
        area.upper = {90, 90};
        Polygons polygons;
        polygons.rings = {{{-50, -50}, {50, -50}, {50, 50}, {-50, 50}}};
        Segments arrows;
        arrows.from = {{5, 5}};
        arrows.to = {{50, 50}};
        arrows.arrows = true;
        Contours contours;
        contours.levels = {{1, {{{-50, 5}, {50, 6}}}}};
        Field field;
        field.columns = field.rows = 1;
        field.left = field.bottom = -20;
        field.right = field.top = 20;
        field.values = {1};
        Rule rule;
        rule.at = 5;
        rule.label = "middle";
        Words words;
        words.x = 9.9;
        words.y = 9.9;
        words.text = "in the corner";
        const std::vector<Layer> layers = {area, polygons, arrows, contours, field, rule, words,
            lineOf({-50, 50}, {0, 10}), oneBar(-50, 50, 90)};
        for (const Layer& layer : layers) {
            const Drawn drawn(plotOf({layer}));
            QVERIFY2(!drawn.touched().isEmpty(), qPrintable(QString("layer %1").arg(layer.index())));
            QVERIFY2(drawn.mapping.plot.adjusted(-2, -2, 2, 2).contains(drawn.touched()),
                qPrintable(QString("layer %1").arg(layer.index())));
        }
    }

    void linesFollowTheSecondAxis()
    {
        Line line = lineOf({0, 10}, {50, 50});
        line.secondAxis = true;
        Plot plot = plotOf({line});
        plot.secondY = Axis();
        plot.secondY->maximum = 100;
        const Drawn drawn(plot);
        QVERIFY(near(drawn.at(4.9, 5), blue));
    }

    void wordsThatFindNoRoomAreNoted()
    {
        Words words;
        words.x = words.y = 5;
        words.text = QString(200, 'w');
        const Plot plot = plotOf({words});
        TextFitRecord record;
        PlotPicture picture;
        picture.layOut({plot.x, plot.y, {}, false, size}, Theme::light());
        picture.compose(plot, {}, {});
        QCOMPARE(record.unfitting(), QStringList(words.text));
        TextFitRecord again; // a picture shown again still lacks them
        picture.compose(plot, {}, {});
        QCOMPARE(again.unfitting(), QStringList(words.text));
    }

    /// The scale of a cloud does not depend on its angles; nearer points lie in front.
    void cloudsTurn()
    {
        Cloud cloud;
        cloud.x = {1, -1};
        cloud.y = {0, 0};
        cloud.z = {0, 0};
        const QRectF plot(0, 0, 200, 200);
        cloud.tilt = 0;
        cloud.turn = 0;
        std::vector<CloudPlace> places = placeCloud(cloud, plot);
        QVERIFY((places[0].at - QPointF(192, 100)).manhattanLength() < 1e-9);
        QVERIFY((places[1].at - QPointF(8, 100)).manhattanLength() < 1e-9);
        cloud.turn = 90;
        places = placeCloud(cloud, plot);
        QVERIFY((places[0].at - QPointF(100, 100)).manhattanLength() < 1e-9);
        QVERIFY(std::abs(places[0].near - places[1].near) > 1.9);
        cloud.z = {1, 1};
        cloud.x = {0, 0};
        QVERIFY(placeCloud(cloud, plot)[0].at.y() < 10); // up is up
        cloud.tilt = 90;
        QVERIFY(std::abs(placeCloud(cloud, plot)[0].near - 1) < 1e-9); // seen from above
    }

    /// On paper there are vectors: no picture unless there is a field.
    void exportsAreVectors()
    {
        Figure figure = planeFigure();
        Field field;
        field.columns = field.rows = 1;
        field.values = {1};
        for (const bool withField : {false, true}) {
            if (withField)
                std::get<Plot>(figure.content).layers.push_back(field);
            QBuffer buffer;
            buffer.open(QIODevice::WriteOnly);
            QPdfWriter writer(&buffer);
            writer.setResolution(96);
            QPainter painter(&writer);
            const Handle handle = pointHandle("p", whole("p"), {}, {1, 1});
            paintFigure(painter, {0, 0, 400, 300}, figure, {handle}, {}, Theme::light());
            painter.end();
            QCOMPARE(buffer.data().contains("/Subtype /Image"), withField);
            QVERIFY(buffer.data().contains("Inter")); // its text is text
        }
    }

    void picturesAreTheViewsPixels()
    {
        const Figure figure = planeFigure();
        QImage image(400, 300, QImage::Format_RGB32);
        image.fill(Theme::light().surface);
        QPainter painter(&image);
        paintFigure(painter, {0, 0, 400, 300}, figure, {}, {}, Theme::light());
        painter.end();
        PlotView view;
        view.resize(400, 300);
        view.showFigure(figure, {});
        QCOMPARE(view.grab().toImage().convertToFormat(QImage::Format_RGB32), image);
    }
};

TANGENT_TEST(PlotLayersTest)
#include "plot_layers_test.moc"
