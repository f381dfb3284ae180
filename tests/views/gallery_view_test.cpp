// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/view_hands.h"
#include "widgets/views/gallery_view.h"
#include "widgets/views/text.h"

#include <QScrollBar>

using namespace tangent;
using namespace tangent::tests;

namespace {

/// 2 × 2 pictures: black below, white above.
Gallery pictures(int count)
{
    Gallery made;
    made.empty = "No image is in this cell.";
    for (int i = 0; i < count; ++i) {
        Gallery::Item item;
        item.picture.columns = item.picture.rows = 2;
        item.picture.values = {1, 1, 0, 0};
        item.picture.map = ColourMap::Grey;
        item.picture.smooth = false;
        item.caption = QString("8 as %1").arg(i);
        item.rowId = 7 * i;
        item.target.key = "row";
        item.target.value = double(item.rowId);
        made.items.push_back(item);
    }
    return made;
}

Figure figureOf(const Gallery& gallery)
{
    Figure figure;
    figure.content = gallery;
    return figure;
}

} // namespace

class GalleryViewTest : public QObject {
    Q_OBJECT

private slots:
    void picturesWrapAndFit()
    {
        const QRectF box(0, 0, 260, 220);
        const GalleryGeometry geometry = GalleryGeometry::of(box, pictures(9), 40);
        QVERIFY(geometry.columns > 1 && geometry.columns < 9);
        for (int i = 0; i < 9; ++i)
            QVERIFY(box.contains(geometry.cellBox(i)));
        QVERIFY(!geometry.cellBox(0).intersects(geometry.cellBox(1)));
        QVERIFY(!geometry.cellBox(0).intersects(geometry.cellBox(geometry.columns)));
    }

    void manyScroll()
    {
        GalleryView view;
        view.resize(200, 150);
        view.showFigure(figureOf(pictures(60)), {});
        QVERIFY(present(view));
        QVERIFY(view.findChildren<QScrollBar*>()[1]->isVisible());
        view.setFocus();
        view.setFocusItem(59);
        QVERIFY(view.itemBox(59).bottom() <= 150);
    }

    void firstRowLiesAtTheBottom()
    {
        QImage image(120, 140, QImage::Format_RGB32);
        QPainter painter(&image);
        image.fill(Qt::red);
        paintGallery(painter, QRectF(image.rect()), pictures(1), Theme::light());
        const GalleryGeometry geometry =
            GalleryGeometry::of(QRectF(image.rect()).adjusted(4, 4, -4, -4), pictures(1), 10);
        const QRectF box = geometry.pictureBox(0);
        const int above = qGray(image.pixel(int(box.center().x()), int(box.top() + box.height() / 4)));
        const int below = qGray(image.pixel(int(box.center().x()), int(box.bottom() - box.height() / 4)));
        QVERIFY(above > 200 && below < 60); // grey runs from paper to ink: the low values are above
    }

    void clickHoverAndKeys()
    {
        GalleryView view;
        view.resize(300, 260);
        view.showFigure(figureOf(pictures(6)), {});
        QVERIFY(present(view));
        IntentLog log(&view);
        std::vector<int> hovered;
        connect(&view, &FigureView::rowsHovered, this, [&](const std::vector<int>& ids) { hovered = ids; });
        hover(view, view.itemBox(2).center());
        QCOMPARE(hovered, std::vector<int>{14});
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.itemBox(2).center().toPoint());
        QCOMPARE(number(log.lastValue("row")), 14.0);
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.focusItem(), 3);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(number(log.lastValue("row")), 21.0);
        QCOMPARE(spoken(&view)->child(3)->text(QAccessible::Name), QStringLiteral("8 as 3"));
    }

    void anEmptyOneSaysSo()
    {
        const auto painted = [](const Gallery& gallery) {
            QImage image(200, 100, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintGallery(painter, QRectF(image.rect()), gallery, Theme::light());
            return image;
        };
        Gallery silent = pictures(0);
        silent.empty.clear();
        QVERIFY(painted(pictures(0)) != painted(silent));
    }
};

TANGENT_TEST(GalleryViewTest)
#include "gallery_view_test.moc"
