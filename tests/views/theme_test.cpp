// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "widgets/views/colour_ramps.h"
#include "widgets/views/theme.h"

using namespace tangent;

namespace {

double apart(QRgb one, QRgb other)
{
    const auto first = toOklab(QColor(one));
    const auto second = toOklab(QColor(other));
    return std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

/// How a reader without red- or green-sensitive cones sees a colour: the plane of Viénot, Brettel and
/// Mollon, "Digital video colourmaps for checking the legibility of displays by dichromats" (1999).
QRgb asDichromat(const QColor& colour, bool withoutRed)
{
    const auto linear = [](double c) { return std::pow(c, 2.2); };
    const double r = linear(colour.redF()), g = linear(colour.greenF()), b = linear(colour.blueF());
    double l = 17.8824 * r + 43.5161 * g + 4.11935 * b;
    double m = 3.45565 * r + 27.1554 * g + 3.86714 * b;
    const double s = 0.0299566 * r + 0.184309 * g + 1.46709 * b;
    if (withoutRed)
        l = 2.02344 * m - 2.52581 * s;
    else
        m = 0.494207 * l + 1.24827 * s;
    const double red = 0.0809444479 * l - 0.130504409 * m + 0.116721066 * s;
    const double green = -0.0102485335 * l + 0.0540193266 * m - 0.113614708 * s;
    const double blue = -0.000365296938 * l - 0.00412161469 * m + 0.693511405 * s;
    const auto channel = [](double c) { return int(255 * std::pow(std::clamp(c, 0.0, 1.0), 1 / 2.2) + 0.5); };
    return qRgb(channel(red), channel(green), channel(blue));
}

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private slots:
    void contrastOfKnownPairs()
    {
        // WCAG 2.1: black on white is 21:1; #767676 is the lightest grey that passes 4.5:1 on white.
        QCOMPARE(std::round(contrast(Qt::black, Qt::white) * 1000), 21000.0);
        QVERIFY(contrast(QColor(0x767676), Qt::white) >= 4.5);
        QVERIFY(contrast(QColor(0x777777), Qt::white) < 4.5);
        QCOMPARE(contrast(Qt::red, Qt::blue), contrast(Qt::blue, Qt::red));
    }

    void textIsReadable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void textIsReadable()
    {
        QFETCH(bool, dark);
        const Theme& theme = dark ? Theme::darkTheme() : Theme::light();
        for (const QColor& background : {theme.surface, theme.panel, theme.field}) {
            for (const QColor& text :
                {theme.ink, theme.muted, theme.accent, theme.good, theme.bad, theme.warning})
                QVERIFY2(contrast(text, background) >= 4.5,
                    qPrintable(text.name() + " on " + background.name()
                        + QString(": %1").arg(contrast(text, background))));
        }
        QVERIFY(contrast(theme.onAccent, theme.accent) >= 4.5);
        QVERIFY(contrast(theme.ink, theme.accentSoft) >= 4.5);
        QVERIFY(contrast(theme.accent, theme.accentSoft) >= 4.5);
        for (int role = 0; role <= int(Role::Class9); ++role)
            QVERIFY(contrast(theme.strong(Role(role)), theme.surface) >= 4.5);
        const QPalette palette = theme.palette();
        for (const auto& [text, background] : {std::pair(QPalette::WindowText, QPalette::Window),
                 std::pair(QPalette::Text, QPalette::Base), std::pair(QPalette::ButtonText, QPalette::Button),
                 std::pair(QPalette::HighlightedText, QPalette::Highlight),
                 std::pair(QPalette::PlaceholderText, QPalette::Base),
                 std::pair(QPalette::ToolTipText, QPalette::ToolTipBase)})
            QVERIFY(contrast(palette.color(text), palette.color(background)) >= 4.5);
    }

    /// The first four categories stay apart for readers without red or green cones, too.
    void categoriesStayApart()
    {
        for (const Theme* theme : {&Theme::light(), &Theme::darkTheme()}) {
            for (int one = 0; one < 10; ++one) {
                for (int other = one + 1; other < 10; ++other) {
                    const QColor first = theme->colour(classRole(one));
                    const QColor second = theme->colour(classRole(other));
                    QVERIFY(apart(first.rgb(), second.rgb()) > 0.07);
                    if (other >= 4)
                        continue;
                    for (const bool withoutRed : {true, false}) {
                        const double left =
                            apart(asDichromat(first, withoutRed), asDichromat(second, withoutRed));
                        QVERIFY2(left > 0.07, qPrintable(QString("%1 %2: %3").arg(one).arg(other).arg(left)));
                    }
                }
            }
        }
        QCOMPARE(classRole(13), Role::Class3);
        QCOMPARE(classRole(-1), Role::Class9);
    }

    /// Equal steps of the value look equally large, and lightness runs one way.
    void rampsAreUniform_data()
    {
        QTest::addColumn<int>("map");
        QTest::addColumn<bool>("dark");
        for (const bool dark : {false, true}) {
            QTest::addRow("sequential %d", dark) << int(ColourMap::Sequential) << dark;
            QTest::addRow("diverging %d", dark) << int(ColourMap::Diverging) << dark;
            QTest::addRow("grey %d", dark) << int(ColourMap::Grey) << dark;
        }
    }
    void rampsAreUniform()
    {
        QFETCH(int, map);
        QFETCH(bool, dark);
        const Theme& theme = dark ? Theme::darkTheme() : Theme::light();
        const QRgb* ramp = theme.ramp(ColourMap(map));
        double least = 1e9;
        double most = 0;
        for (int i = 0; i + 15 < 256; i += 15) {
            if (ColourMap(map) == ColourMap::Diverging && i < 128 && i + 15 > 127)
                continue; // across the middle the path turns back
            const double step = apart(ramp[i], ramp[i + 15]);
            least = std::min(least, step);
            most = std::max(most, step);
        }
        // Fifteen steps along a bent path are a little shorter than along a straight one.
        QVERIFY2(most < 1.2 * least, qPrintable(QString("%1 %2").arg(least).arg(most)));
        if (ColourMap(map) == ColourMap::Diverging)
            return;
        for (int i = 8; i < 256; i += 8) {
            const double rise = toOklab(QColor(ramp[i]))[0] - toOklab(QColor(ramp[i - 8]))[0];
            QVERIFY(dark ? rise > 0 : rise < 0);
        }
    }

    void divergingMapIsNeutralInTheMiddle()
    {
        for (const Theme* theme : {&Theme::light(), &Theme::darkTheme()}) {
            const QColor middle = theme->mapped(ColourMap::Diverging, 0.5);
            QVERIFY(middle.hsvSaturation() < 60);
            QVERIFY(contrast(middle, theme->surface) < 1.4);
        }
    }

    void mappedTakesSharesAndCategories()
    {
        const Theme& theme = Theme::light();
        QCOMPARE(theme.mapped(ColourMap::Sequential, 0).rgb(), theme.ramp(ColourMap::Sequential)[0]);
        QCOMPARE(theme.mapped(ColourMap::Sequential, 7).rgb(), theme.ramp(ColourMap::Sequential)[255]);
        QCOMPARE(theme.mapped(ColourMap::Classes, 2), theme.colour(Role::Class2));
        QCOMPARE(theme.mapped(ColourMap::Classes, 12), theme.colour(Role::Class2));
        QCOMPARE(theme.mapped(ColourMap::Grey, std::nan("")), theme.hairline);
    }

    void fontsFollowTheTextScale()
    {
        setTextScale(1.5);
        QCOMPARE(uiFont(12).pixelSize(), 18);
        setTextScale(9);
        QCOMPARE(textScale(), 2.0);
        setTextScale(1);
        QCOMPARE(uiFont(12, QFont::Bold).weight(), QFont::Bold);
        QCOMPARE(uiFont(12).family(), QStringLiteral("Inter"));
    }
};

TANGENT_TEST(ThemeTest)
#include "theme_test.moc"
