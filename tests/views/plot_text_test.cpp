// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "widgets/views/label_placer.h"
#include "widgets/views/text.h"
#include "widgets/views/theme.h"

using namespace tangent;

namespace {

/// The pixels that are not white.
QRect inked(const QImage& image)
{
    QRect box;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) != 0xffffffff)
                box |= QRect(x, y, 1, 1);
        }
    }
    return box;
}

QImage paper(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

} // namespace

class PlotTextTest : public QObject {
    Q_OBJECT

private slots:
    void textLiesWhereItShould()
    {
        QImage image = paper(200, 60);
        QPainter painter(&image);
        painter.setFont(uiFont(14));
        const QRectF taken =
            drawText(painter, {0, 0, 200, 60}, Qt::AlignRight | Qt::AlignBottom, "threshold");
        painter.end();
        QCOMPARE(taken.right(), 200.0);
        QCOMPARE(taken.bottom(), 60.0);
        QVERIFY(taken.adjusted(-1, -1, 1, 1).contains(inked(image)));
    }

    void whatDoesNotFitIsNotedAndStillDrawn()
    {
        QImage image = paper(300, 40);
        QPainter painter(&image);
        painter.setFont(uiFont(14));
        drawText(painter, {0, 0, 20, 40}, Qt::AlignLeft, "unheard of"); // nobody listens yet
        TextFitRecord outer;
        drawText(painter, {0, 0, 300, 40}, Qt::AlignLeft, "fits");
        QCOMPARE(outer.unfitting(), QStringList());
        {
            TextFitRecord inner;
            drawText(painter, {0, 0, 20, 40}, Qt::AlignLeft, "much too long");
            drawWrappedText(painter, {0, 0, 60, 10}, Qt::AlignLeft, "three words here");
            drawNumber(painter, {0, 0, 5, 40}, Qt::AlignLeft, "123");
            QCOMPARE(inner.unfitting(), QStringList({"much too long", "three words here", "123"}));
        }
        drawText(painter, {0, 0, 100, 5}, Qt::AlignLeft, "too tall");
        QCOMPARE(outer.unfitting().size(), 4);
        painter.end();
        QVERIFY(inked(image).width() > 60);
    }

    /// A number keeps its width whatever its digits, so that it does not jitter while it changes.
    void digitsStandInEqualCells()
    {
        QImage image = paper(200, 40);
        QPainter painter(&image);
        painter.setFont(uiFont(22));
        QRectF widths[2];
        int i = 0;
        for (const QString& number : {QString("1111.1"), QString("8888.8")}) {
            image.fill(Qt::white);
            drawNumber(painter, {0, 0, 200, 40}, Qt::AlignLeft | Qt::AlignTop, number);
            widths[i++] = inked(image);
        }
        QVERIFY(std::abs(widths[0].right() - widths[1].right()) <= 6); // half a cell: a 1 is narrow
        const QFontMetricsF metrics(painter.font());
        QVERIFY(metrics.horizontalAdvance("1111.1") < metrics.horizontalAdvance("8888.8") - 12);
    }

    void labelsNeitherOverlapNorLeaveTheRoom()
    {
        QImage image = paper(220, 120);
        QPainter painter(&image);
        const QRectF room(10, 10, 200, 100);
        LabelPlacer placer(room);
        placer.block({100, 50, 20, 20});
        for (int i = 0; i < 6; ++i)
            placer.add(QString("label %1").arg(i), uiFont(12), Qt::black,
                placesAround({110, 60}, Qt::AlignRight | Qt::AlignVCenter, 4));
        TextFitRecord record;
        placer.draw(painter, Qt::white);
        painter.end();
        QCOMPARE(record.unfitting(), QStringList());
        QVERIFY(room.contains(inked(image)));
        // The blocked square stays white.
        QVERIFY(inked(image.copy(101, 52, 18, 16)).isEmpty());
    }

    void labelsWithoutRoomAreLeftOutAndNoted()
    {
        QImage image = paper(100, 40);
        QPainter painter(&image);
        LabelPlacer placer({0, 0, 100, 30});
        for (int i = 0; i < 5; ++i)
            placer.add("about sixty px", uiFont(12), Qt::black, placesAround({50, 15}, Qt::AlignCenter, 2));
        placer.add("a label that is much wider than all the room", uiFont(12), Qt::black,
            {{{50, 15}, Qt::AlignCenter}});
        TextFitRecord record;
        placer.draw(painter, Qt::white);
        QVERIFY(record.unfitting().size() >= 4);
        QVERIFY(record.unfitting().contains("a label that is much wider than all the room"));
    }
};

TANGENT_TEST(PlotTextTest)
#include "plot_text_test.moc"
