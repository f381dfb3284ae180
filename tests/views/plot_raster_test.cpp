// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "widgets/views/line_raster.h"
#include "widgets/views/mark_shapes.h"
#include "widgets/views/polygon_raster.h"

#include <cmath>
#include <random>

using namespace tangent;

namespace {

QImage paper(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

/// How much black there is, in pixels.
double inkOf(const QImage& image)
{
    double sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            sum += 1 - qGray(image.pixel(x, y)) / 255.0;
    }
    return sum;
}

/// The middle of the black.
QPointF middleOf(const QImage& image)
{
    QPointF sum;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            sum += (1 - qGray(image.pixel(x, y)) / 255.0) * QPointF(x + 0.5, y + 0.5);
    }
    return sum / inkOf(image);
}

double areaOf(const std::vector<QPointF>& corners)
{
    double twice = 0;
    for (size_t i = 0; i < corners.size(); ++i) {
        const QPointF& one = corners[i];
        const QPointF& next = corners[(i + 1) % corners.size()];
        twice += one.x() * next.y() - next.x() * one.y();
    }
    return std::abs(twice) / 2;
}

QImage filled(const std::vector<QPointF>& corners, int width, int height, const QRectF& clip)
{
    QImage image = paper(width, height);
    fillPolygon(PixelBuffer::of(image), clip, corners, Qt::black, 1);
    return image;
}

} // namespace

class PlotRasterTest : public QObject {
    Q_OBJECT

private slots:
    /// The ink of a filled polygon is its area, whatever its corners.
    void polygonsCoverTheirArea()
    {
        std::mt19937 chance(7);
        std::uniform_real_distribution<double> place(5, 75);
        for (int trial = 0; trial < 50; ++trial) {
            std::vector<QPointF> corners;
            for (int i = 0; i < 3; ++i)
                corners.emplace_back(place(chance), place(chance));
            const QImage image = filled(corners, 80, 80, {0, 0, 80, 80});
            QVERIFY(std::abs(inkOf(image) - areaOf(corners)) < 1.5 + 0.02 * areaOf(corners));
        }
        // Half a pixel is half grey; inside it is black, outside white.
        const QImage square =
            filled({{10.5, 10}, {20, 10}, {20, 20.25}, {10.5, 20.25}}, 30, 30, {0, 0, 30, 30});
        QVERIFY(std::abs(qGray(square.pixel(10, 15)) - 128) <= 2);
        QVERIFY(std::abs(qGray(square.pixel(15, 20)) - 191) <= 2);
        QCOMPARE(qGray(square.pixel(15, 15)), 0);
        QCOMPARE(qGray(square.pixel(21, 15)), 255);
    }

    void polygonsLookLikeThePainters()
    {
        const std::vector<QPointF> star = {
            {40, 3}, {50, 30}, {77, 32}, {55, 48}, {63, 76}, {40, 60}, {17, 76}, {25, 48}, {3, 32}, {30, 30}};
        const QImage own = filled(star, 80, 80, {0, 0, 80, 80});
        QImage other = paper(80, 80);
        QPainter painter(&other);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::black);
        painter.drawPolygon(star.data(), int(star.size()));
        painter.end();
        for (int y = 0; y < 80; ++y) {
            for (int x = 0; x < 80; ++x)
                QVERIFY(std::abs(qGray(own.pixel(x, y)) - qGray(other.pixel(x, y))) <= 12);
        }
    }

    void polygonsKeepInsideTheirClip()
    {
        const QRectF clip(20, 10, 30, 40);
        const QImage image = filled({{-500, -500}, {900, -300}, {700, 900}, {-300, 700}}, 80, 80, clip);
        QCOMPARE(std::round(inkOf(image)), 1200.0);
        QCOMPARE(qGray(image.pixel(20, 10)), 0);
        QCOMPARE(qGray(image.pixel(49, 49)), 0);
        QCOMPARE(qGray(image.pixel(50, 30)), 255);
        QCOMPARE(qGray(image.pixel(19, 30)), 255);
        // Two neighbours leave no seam.
        QImage both = paper(40, 40);
        const PixelBuffer pixels = PixelBuffer::of(both);
        fillPolygon(pixels, {0, 0, 40, 40}, {{0, 0}, {23.3, 0}, {11.1, 40}, {0, 40}}, Qt::black, 1);
        fillPolygon(pixels, {0, 0, 40, 40}, {{23.3, 0}, {40, 0}, {40, 40}, {11.1, 40}}, Qt::black, 1);
        QVERIFY(inkOf(both) > 1600 - 12);
    }

    /// A line is as long times as wide as it should be, at every angle, and lies where it should.
    void linesHaveTheirWidth()
    {
        for (const double width : {1.0, 1.6, 3.0}) {
            for (int degrees = 0; degrees < 180; degrees += 11) {
                const double angle = degrees * M_PI / 180;
                const QPointF half = 30 * QPointF(std::cos(angle), std::sin(angle));
                const QPointF centre(40.3, 39.6);
                QImage image = paper(80, 80);
                LineRaster raster(PixelBuffer::of(image), {0, 0, 80, 80});
                raster.addLine({centre - half, centre + half}, width, Line::Style::Solid, false);
                raster.flush(Qt::black, 1);
                QVERIFY2(std::abs(inkOf(image) / (60 * width) - 1) < 0.06,
                    qPrintable(QString("%1 at %2: %3").arg(width).arg(degrees).arg(inkOf(image))));
                QVERIFY((middleOf(image) - centre).manhattanLength() < 0.5);
            }
        }
    }

    void paleLinesAreEvenWhereTheyCross()
    {
        QImage image = paper(60, 60);
        LineRaster raster(PixelBuffer::of(image), {0, 0, 60, 60});
        raster.addLine({{5, 30.5}, {55, 30.5}, {30.5, 5}, {30.5, 55}}, 3, Line::Style::Solid, false);
        raster.flush(Qt::black, 0.5);
        for (int y = 0; y < 60; ++y) {
            for (int x = 0; x < 60; ++x)
                QVERIFY(qGray(image.pixel(x, y)) >= 126);
        }
        // The buffer is clean for the next line.
        QImage next = paper(60, 60);
        LineRaster other(PixelBuffer::of(next), {0, 0, 60, 60});
        other.flush(Qt::black, 1);
        QCOMPARE(inkOf(next), 0.0);
    }

    void dashesAndTrails()
    {
        const auto ink = [](Line::Style style, bool fading) {
            QImage image = paper(200, 20);
            LineRaster raster(PixelBuffer::of(image), {0, 0, 200, 20});
            std::vector<QPointF> points;
            for (int x = 10; x <= 190; ++x)
                points.emplace_back(x, 10.5);
            raster.addLine(points, 1, style, fading);
            raster.flush(Qt::black, 1);
            return image;
        };
        const double solid = inkOf(ink(Line::Style::Solid, false));
        QVERIFY(std::abs(inkOf(ink(Line::Style::Dashed, false)) / solid - 5.0 / 9) < 0.12);
        QVERIFY(inkOf(ink(Line::Style::Dotted, false)) < 0.6 * solid);
        const QImage trail = ink(Line::Style::Solid, true);
        QVERIFY(qGray(trail.pixel(15, 10)) > 200); // old
        QVERIFY(qGray(trail.pixel(186, 10)) < 40); // new
    }

    void linesBreakWhereThereIsNoNumber()
    {
        QImage image = paper(60, 20);
        LineRaster raster(PixelBuffer::of(image), {0, 0, 60, 20});
        raster.addLine({{5, 10}, {20, 10}, {30, std::nan("")}, {40, 10}, {55, 10}, {1e18, -1e18}}, 2,
            Line::Style::Solid, false);
        raster.flush(Qt::black, 1);
        QCOMPARE(qGray(image.pixel(30, 10)), 255);
        QVERIFY(qGray(image.pixel(10, 10)) < 140);
        QVERIFY(qGray(image.pixel(50, 9)) < 140);
    }

    /// Of a long noisy line every column keeps its lowest and highest point.
    void reductionKeepsTheExtremes()
    {
        std::mt19937 chance(3);
        std::uniform_real_distribution<double> height(0, 100);
        std::vector<QPointF> points;
        for (int i = 0; i < 20000; ++i)
            points.emplace_back(i / 100.0, height(chance));
        const std::vector<QPointF> kept = reducedToPixels(points, 1);
        QVERIFY(kept.size() <= 4 * 200);
        for (int column = 0; column < 200; column += 17) {
            const auto extremes = [&](const std::vector<QPointF>& line) {
                double low = 1e9, high = -1e9;
                for (const QPointF& point : line) {
                    if (int(point.x()) == column) {
                        low = std::min(low, point.y());
                        high = std::max(high, point.y());
                    }
                }
                return std::pair(low, high);
            };
            QCOMPARE(extremes(kept), extremes(points));
        }
        QCOMPARE(kept.front(), points.front());
        QCOMPARE(kept.back(), points.back());
        // A spiral is no function of x: only what lies together is thinned.
        std::vector<QPointF> spiral;
        for (int i = 0; i < 20000; ++i)
            spiral.emplace_back(50 + 0.002 * i * std::cos(i * 0.001), 50 + 0.002 * i * std::sin(i * 0.001));
        const std::vector<QPointF> fewer = reducedToPixels(spiral, 1);
        QVERIFY(fewer.size() < 4000);
        for (size_t i = 1; i + 1 < fewer.size(); ++i)
            QVERIFY(std::hypot(fewer[i].x() - fewer[i - 1].x(), fewer[i].y() - fewer[i - 1].y()) < 0.5);
    }

    void marksLieWhereTheyShould()
    {
        for (int shape = 0; shape < 10; ++shape) {
            for (const QPointF& at : {QPointF(20, 20), QPointF(20.4, 19.7)}) {
                QImage smooth = paper(40, 40);
                MarkSprite::cached(shape, 8, 0).blit(PixelBuffer::of(smooth), at.x(), at.y(), 0, 256);
                QVERIFY((middleOf(smooth) - at).manhattanLength() < 0.45);
                QImage runs = paper(40, 40);
                MarkSprite::cached(shape, 8, 0).blitRuns(PixelBuffer::of(runs), at.x(), at.y(), 0, 256);
                QVERIFY(std::abs(inkOf(runs) / inkOf(smooth) - 1) < 0.2);
                QVERIFY((middleOf(runs) - at).manhattanLength() < 1.6); // whole pixels
            }
        }
        // About equally heavy: no category looks more important than another.
        const double circle = 16 * M_PI;
        for (int shape = 0; shape < 9; ++shape) {
            QImage image = paper(40, 40);
            MarkSprite::cached(shape, 8, 0).blit(PixelBuffer::of(image), 20, 20, 0, 256);
            QVERIFY2(inkOf(image) > 0.6 * circle && inkOf(image) < 1.35 * circle,
                qPrintable(QString::number(shape)));
        }
    }

    void marksAreCutAtTheBorderOfThePicture()
    {
        QImage image = paper(20, 20);
        const PixelBuffer pixels = PixelBuffer::of(image);
        for (const QPointF& at : {QPointF(0, 0), QPointF(19.9, 19.9), QPointF(-30, 5), QPointF(5, 400)}) {
            MarkSprite::cached(1, 9, 0).blit(pixels, at.x(), at.y(), 0, 256);
            MarkSprite::cached(1, 9, 0).blitRuns(pixels, at.x(), at.y(), 0, 128);
        }
        QCOMPARE(qGray(image.pixel(1, 1)), 0);
        QCOMPARE(qGray(image.pixel(10, 10)), 255);
    }

    void colourOverColour()
    {
        QCOMPARE(laidOver(0xff102030, 0xa0b0c0, 0), QRgb(0xff102030));
        QCOMPARE(laidOver(0xff102030, 0xa0b0c0, 256), QRgb(0xffa0b0c0));
        for (quint32 weight = 0; weight <= 256; weight += 16) {
            std::vector<QRgb> run(37, 0xff102030);
            layOver(run.data(), int(run.size()), 0xa0b0c0, weight);
            std::vector<QRgb> colours(37, 0xffa0b0c0);
            std::vector<QRgb> rows(37, 0xff102030);
            layOver(rows.data(), colours.data(), int(rows.size()), weight);
            const QRgb one = laidOver(0xff102030, 0xa0b0c0, weight);
            for (const QRgb pixel : {run.front(), run.back(), rows.front(), rows.back()}) {
                QVERIFY(std::abs(qRed(pixel) - qRed(one)) <= 1 && std::abs(qBlue(pixel) - qBlue(one)) <= 1);
                QVERIFY(std::abs(qGreen(pixel) - qGreen(one)) <= 1);
                QCOMPARE(qAlpha(pixel), 255);
            }
        }
    }
};

TANGENT_TEST(PlotRasterTest)
#include "plot_raster_test.moc"
