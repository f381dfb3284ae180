// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "widgets/views/shaped_line.h"
#include "widgets/views/theme.h"

#include <QFontMetricsF>

#include <functional>

using namespace tangent;

namespace {

QImage drawn(double ratio, const std::function<void(QPainter&)>& draw)
{
    QImage image((QSizeF(300, 60) * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(QColor(20, 60, 140));
    draw(painter);
    return image;
}

QFont slanted(QFont font)
{
    font.setItalic(true);
    return font;
}

QFont underlined(QFont font)
{
    font.setUnderline(true);
    return font;
}

} // namespace

class ShapedLineTest : public QObject {
    Q_OBJECT

private slots:
    void lettersAreThoseOfThePainter_data()
    {
        QTest::addColumn<QFont>("font");
        QTest::addColumn<QString>("line");
        const QString words = QStringLiteral("AV, To: 0.75 → 1");
        QTest::newRow("small") << uiFont(10.5) << words;
        QTest::newRow("strong") << uiFont(14, QFont::DemiBold) << words;
        QTest::newRow("slanted") << slanted(uiFont(14)) << words;
        QTest::newRow("underlined") << underlined(uiFont(14)) << words;
        QTest::newRow("another alphabet") << uiFont(13) << QStringLiteral("λ² ≤ ½ → 漢字 ∂f");
        QTest::newRow("spaces at the ends") << uiFont(13) << QStringLiteral("  two  ");
    }

    void lettersAreThoseOfThePainter()
    {
        QFETCH(QFont, font);
        QFETCH(QString, line);
        QCOMPARE(lineAdvance(font, line), QFontMetricsF(font).horizontalAdvance(line));
        for (const double ratio : {1.0, 2.0}) {
            for (const QPointF at : {QPointF(3, 30), QPointF(3.37, 30.61), QPointF(7.999, 29.5)}) {
                const auto shift = [&](QPainter& painter) {
                    painter.setFont(font);
                    painter.translate(11, 2);
                };
                const QImage expected = drawn(ratio, [&](QPainter& painter) {
                    shift(painter);
                    painter.drawText(at, line);
                });
                for (int time = 0; time < 2; ++time) { // shaped, then taken from those that are kept
                    QCOMPARE(drawn(ratio,
                                 [&](QPainter& painter) {
                                     shift(painter);
                                     drawLine(painter, at, line);
                                 }),
                        expected);
                }
            }
        }
    }

    /// The same words in another font are other letters.
    void eachFontHasItsOwn()
    {
        const QString line = QStringLiteral("threshold");
        const auto picture = [&](const QFont& font) {
            return drawn(1, [&](QPainter& painter) {
                painter.setFont(font);
                drawLine(painter, QPointF(5, 40), line);
            });
        };
        const QImage plain = picture(uiFont(20));
        for (const QFont& other : {uiFont(21), uiFont(20, QFont::Bold), slanted(uiFont(20))}) {
            QVERIFY(picture(other) != plain);
            QCOMPARE(lineAdvance(other, line), QFontMetricsF(other).horizontalAdvance(line));
        }
        QCOMPARE(picture(uiFont(20)), plain);
    }
};

TANGENT_TEST(ShapedLineTest)
#include "shaped_line_test.moc"
