// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/matrix_scenes.h"
#include "widgets/views/colour_ramps.h"
#include "widgets/views/item_paint.h"
#include "widgets/views/matrix_geometry.h"
#include "widgets/views/matrix_paint.h"
#include "widgets/views/text.h"

#include <QScrollBar>

using namespace tangent;
using namespace tangent::tests;

/// How a matrix is drawn: what fits, what can be read, what scrolls.
class MatrixPaintTest : public QObject {
    Q_OBJECT

private slots:
    void manyColumnsScroll()
    {
        Matrix matrix;
        for (int row = 0; row < 40; ++row)
            matrix.rowNames << QString("document %1").arg(row);
        for (int column = 0; column < 60; ++column)
            matrix.columnNames << QString("word%1").arg(column);
        matrix.items.assign(2400, Matrix::Item());
        for (Matrix::Item& item : matrix.items)
            item.text = "0.34";
        ShownMatrix shown(matrix, {500, 300});
        QVERIFY(present(shown.view));
        QVERIFY(shown.view.itemBox(0).width() >= 27);
        QVERIFY(shown.view.itemBox(0).height() >= 18);
        const QList<QScrollBar*> bars = shown.view.findChildren<QScrollBar*>();
        QVERIFY(bars[0]->isVisible() && bars[1]->isVisible());
        QVERIFY(shown.view.itemBox(2399).right() > 500);
        shown.view.setFocus();
        shown.view.setFocusItem(2399);
        QVERIFY(shown.view.itemBox(2399).right() <= 500);
        QVERIFY(shown.view.itemBox(2399).bottom() <= 300);
        QCOMPARE(shown.view.itemAt(shown.view.itemBox(2399).center()), 2399);
        QCOMPARE(shown.view.itemAt(QPointF(3, 3)), -1); // over the names
    }

    /// Long names are set smaller before the numbers behind them have to scroll.
    void longNamesLeaveRoomForTheNumbers()
    {
        Matrix matrix;
        matrix.rowNames = QStringList{"nonflavanoid-phenols", "hue"};
        matrix.columnNames = QStringList{"PC1", "PC2", "PC3", "PC4"};
        matrix.items.assign(8, Matrix::Item());
        for (Matrix::Item& item : matrix.items)
            item.text = "−0.43";
        const MatrixGeometry roomy = MatrixGeometry::of(QRectF(0, 0, 400, 200), matrix, {27, 18});
        const MatrixGeometry tight = MatrixGeometry::of(QRectF(0, 0, 262, 200), matrix, {27, 18});
        QVERIFY(tight.content.width() <= tight.window.width() + 0.5);
        QVERIFY(tight.nameFont.pixelSize() < roomy.nameFont.pixelSize());
        QVERIFY(tight.textFits);
    }

    /// Four counts in a room's screen take what there is, and their numbers grow.
    void aSmallTableFillsItsRoom()
    {
        Matrix matrix;
        matrix.rowNames = matrix.columnNames = QStringList{"1", "2"};
        matrix.items.assign(4, Matrix::Item());
        for (Matrix::Item& item : matrix.items)
            item.text = "990";
        const QRectF room(0, 0, 700, 370);
        const MatrixGeometry shown = MatrixGeometry::of(room, matrix, {27, 18});
        QVERIFY(shown.content.width() > 0.85 * room.width() && shown.content.height() > 0.85 * room.height());
        QVERIFY(shown.cellFont.pixelSize() > 28);
    }

    void everythingFits_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("side, small") << QSize(230, 120);
        QTest::newRow("side") << QSize(260, 180);
        QTest::newRow("main at 960") << QSize(440, 240);
        QTest::newRow("main at 1920") << QSize(760, 560);
    }

    void everythingFits()
    {
        QFETCH(QSize, size);
        QImage image(size, QImage::Format_RGB32);
        QPainter painter(&image);
        TextFitRecord record;
        paintMatrix(painter, QRectF(image.rect()), penguins(), Theme::light());
        QCOMPARE(record.unfitting(), QStringList());
    }

    void cutWordsAreRecorded()
    {
        QImage image(60, 40, QImage::Format_RGB32);
        QPainter painter(&image);
        TextFitRecord record;
        paintMatrix(painter, QRectF(image.rect()), penguins(), Theme::light());
        QVERIFY(!record.unfitting().isEmpty());
    }

    void textIsReadableOnEveryCell()
    {
        for (const Theme* theme : {&Theme::light(), &Theme::darkTheme()}) {
            for (const bool good : {false, true}) {
                for (const ColourMap map : {ColourMap::Sequential, ColourMap::Diverging, ColourMap::Grey}) {
                    for (int step = 0; step <= 50; ++step) {
                        Matrix matrix;
                        matrix.diagonalIsGood = good;
                        matrix.map = map;
                        Matrix::Item item;
                        item.value = step / 50.0;
                        for (const int column : {0, 1}) {
                            const QColor fill = cellColour(matrix, 0, column, item, *theme);
                            QVERIFY(contrast(inkOn(fill, *theme), fill) >= 4.5);
                        }
                    }
                }
            }
        }
    }

    void undefinedAndMarkedCellsLookDifferent()
    {
        const auto painted = [](const Matrix& matrix, const QSet<int>& marked) {
            QImage image(300, 260, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintMatrix(painter, QRectF(image.rect()), matrix, Theme::light(), marked);
            return image;
        };
        const QImage plain = painted(penguins(), {});
        Matrix changed = penguins();
        changed.items[7].undefined = true;
        QVERIFY(painted(changed, {}) != plain);
        changed = penguins();
        changed.items[3].glowing = true;
        QVERIFY(painted(changed, {}) != plain);
        QVERIFY(painted(penguins(), {31}) != plain);
        QCOMPARE(painted(penguins(), {999}), plain);
    }

    /// A document-term matrix: names stay readable, what is too wide scrolls, keys follow.
    void manyColumnsScrollWithTurnedNames()
    {
        Matrix many;
        for (int row = 0; row < 12; ++row)
            many.rowNames << QStringLiteral("Document %1").arg(row + 1);
        for (int column = 0; column < 120; ++column)
            many.columnNames << QStringLiteral("certification%1").arg(column);
        for (int i = 0; i < 1440; ++i) {
            Matrix::Item item;
            item.text = QStringLiteral("0.31");
            many.items.push_back(item);
        }
        for (const QSize size : {QSize(330, 400), QSize(700, 400)}) {
            ShownMatrix shown(many, size);
            QVERIFY(present(shown.view));
            QVERIFY(shown.view.itemBox(1).left() - shown.view.itemBox(0).left() >= 27);
            TextFitRecord record;
            shown.view.grab();
            QCOMPARE(record.unfitting(), QStringList());
            shown.view.setFocus(Qt::TabFocusReason);
            for (int step = 0; step < 100; ++step)
                QTest::keyClick(&shown.view, Qt::Key_Right);
            QCOMPARE(shown.view.focusItem(), 100);
            QVERIFY(shown.view.itemBox(100).right() <= size.width() && shown.view.itemBox(100).left() > 0);
        }
        QImage image(700, 400, QImage::Format_RGB32);
        QPainter painter(&image);
        TextFitRecord record;
        paintMatrix(painter, QRectF(image.rect()), many, Theme::light());
        QVERIFY(record.unfitting().size() > 60 && !record.unfitting().contains("certification0"));
    }
};

TANGENT_TEST(MatrixPaintTest)
#include "matrix_paint_test.moc"
