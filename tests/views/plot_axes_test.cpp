// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "widgets/views/axis_ticks.h"
#include "widgets/views/chart_frame.h"
#include "widgets/views/text.h"

using namespace tangent;

namespace {

Axis axis(double low, double high, Axis::Scale scale = Axis::Scale::Linear, const QStringList& names = {})
{
    Axis made;
    made.minimum = low;
    made.maximum = high;
    made.scale = scale;
    made.categories = names;
    return made;
}

double labelLength(const QString& text)
{
    double longest = 0;
    for (const QString& line : text.split('\n'))
        longest = std::max(longest, 7.0 * double(line.size()));
    return longest;
}

QStringList labels(const Axis& axis, double length, double gap = 10)
{
    QStringList texts;
    for (const Tick& tick : axisTicks(axis, length, gap, labelLength))
        texts << tick.label;
    return texts;
}

FrameRequest request(const Axis& x, const Axis& y, QSizeF size)
{
    return {x, y, std::nullopt, false, size};
}

} // namespace

class PlotAxesTest : public QObject {
    Q_OBJECT

private slots:
    void ticksAreRound_data()
    {
        QTest::addColumn<Axis>("axis");
        QTest::addColumn<double>("length");
        QTest::addColumn<QStringList>("expected");
        using S = Axis::Scale;
        QTest::newRow("steps of two") << axis(0, 10) << 200.0 << QStringList({"0", "2", "4", "6", "8", "10"});
        QTest::newRow("decimals of the step")
            << axis(0, 1) << 250.0 << QStringList({"0", "0.2", "0.4", "0.6", "0.8", "1.0"});
        QTest::newRow("true minus") << axis(-8, 8) << 160.0 << QStringList({"−5", "0", "5"});
        QTest::newRow("beside zero") << axis(1000.1, 1000.3) << 200.0
                                     << QStringList({"1000.1", "1000.2", "1000.3"});
        QTest::newRow("millions") << axis(0, 2e7) << 250.0
                                  << QStringList({"0", "0.5×10⁷", "1.0×10⁷", "1.5×10⁷", "2.0×10⁷"});
        QTest::newRow("millionths") << axis(0, 3e-6) << 250.0
                                    << QStringList({"0", "1×10⁻⁶", "2×10⁻⁶", "3×10⁻⁶"});
        QTest::newRow("decades") << axis(1e-3, 10, S::Log) << 300.0
                                 << QStringList({"0.001", "0.01", "0.1", "1", "10"});
        QTest::newRow("two to eight")
            << axis(2, 8, S::Log) << 400.0 << QStringList({"2", "3", "4", "5", "6", "7", "8"});
        QTest::newRow("a third to forty")
            << axis(0.3, 40, S::Log) << 320.0 << QStringList({"0.5", "1", "2", "5", "10", "20"});
        QTest::newRow("many decades")
            << axis(1e-8, 1e8, S::Log) << 240.0 << QStringList({"10⁻⁶", "0.001", "1", "1000", "10⁶"});
        QTest::newRow("nearly linear")
            << axis(3.1, 3.9, S::Log) << 300.0 << QStringList({"3.2", "3.4", "3.6", "3.8"});
        QTest::newRow("names") << axis(-0.5, 2.5, S::Category, {"ham", "spam", "other"}) << 200.0
                               << QStringList({"ham", "spam", "other"});
        QTest::newRow("names in two lines") << axis(-0.5, 1.5, S::Category, {"short", "rather long name"})
                                            << 180.0 << QStringList({"short", "rather\nlong name"});
        QTest::newRow("numbers thinned") << axis(-0.5, 5.5, S::Category, {"1", "2", "3", "4", "5", "6"})
                                         << 100.0 << QStringList({"1", "3", "5"});
        QTest::newRow("hours") << axis(0, 6 * 3600e3,
            S::Time) << 400.0 << QStringList({"00:00", "01:00", "02:00", "03:00", "04:00", "05:00", "06:00"});
        QTest::newRow("years") << axis(0, 10.1 * 365.25 * 86400e3, S::Time) << 260.0
                               << QStringList({"1970", "1972", "1974", "1976", "1978", "1980"});
    }
    void ticksAreRound()
    {
        QFETCH(Axis, axis);
        QFETCH(double, length);
        QFETCH(QStringList, expected);
        QCOMPARE(labels(axis, length), expected);
    }

    /// Whatever the range, labels keep apart and there are at least two of them.
    void labelsKeepApart()
    {
        for (const Axis::Scale scale : {Axis::Scale::Linear, Axis::Scale::Log}) {
            for (double low = 1e-5; low < 1e5; low *= 3.7) {
                for (const double span : {1.3, 2.0, 7.0, 90.0, 1e4, 1e9}) {
                    const Axis tried = axis(low, low * span, scale);
                    const AxisMapping mapping(tried, 0, 300);
                    const auto ticks = axisTicks(tried, 300, 10, labelLength);
                    QVERIFY2(ticks.size() >= 2, qPrintable(QString("%1 × %2").arg(low).arg(span)));
                    for (size_t i = 1; i < ticks.size(); ++i) {
                        const double apart = mapping.toPixel(ticks[i].at) - mapping.toPixel(ticks[i - 1].at);
                        const double needed =
                            3.5 * double(ticks[i].label.size() + ticks[i - 1].label.size()) + 10;
                        QVERIFY2(apart >= needed - 1e-9,
                            qPrintable(QString("%1 × %2: %3").arg(low).arg(span).arg(ticks[i].label)));
                        QVERIFY(ticks[i].at >= tried.minimum && ticks[i].at <= tried.maximum * (1 + 1e-9));
                    }
                }
            }
        }
    }

    void mappingThereAndBack()
    {
        for (const Axis& tried : {axis(-3, 9), axis(0.01, 500, Axis::Scale::Log)}) {
            const AxisMapping mapping(tried, 40, 540);
            QCOMPARE(mapping.toPixel(tried.minimum), 40.0);
            QVERIFY(std::abs(mapping.toPixel(tried.maximum) - 540) < 1e-9);
            for (const double pixel : {41.0, 200.5, 539.0})
                QVERIFY(std::abs(mapping.toPixel(mapping.toAxis(pixel)) - pixel) < 1e-9);
        }
        Axis falling = axis(0, 1);
        falling.reversed = true;
        QCOMPARE(AxisMapping(falling, 0, 100).toPixel(0), 100.0);
        QVERIFY(std::isnan(AxisMapping(axis(1, 10, Axis::Scale::Log), 0, 100).toPixel(-1)));
        QVERIFY(std::abs(AxisMapping(axis(1, 100, Axis::Scale::Log), 0, 200).toPixel(10) - 100) < 1e-9);
    }

    /// Two moments one second apart, half a century after the epoch, lie a pixel apart on a minute of 60.
    void epochKeepsItsSeconds()
    {
        const double now = 1.7e12;
        const AxisMapping mapping(axis(now, now + 60000, Axis::Scale::Time), 0, 60);
        QCOMPARE(mapping.toPixel(now + 31000) - mapping.toPixel(now + 30000), 1.0);
    }

    void impossibleRangesAreSettled()
    {
        const double nan = std::nan("");
        for (const Axis& tried : {axis(nan, 1), axis(2, 2), axis(0, 0), axis(5, 3),
                 axis(-1, 4, Axis::Scale::Log), axis(0, 0, Axis::Scale::Log), axis(7, 7, Axis::Scale::Log)}) {
            const Axis settled = settledAxis(tried);
            QVERIFY(std::isfinite(settled.minimum) && settled.minimum < settled.maximum);
            QVERIFY(settled.scale != Axis::Scale::Log || settled.minimum > 0);
        }
        const Axis named = settledAxis(axis(0, 1, Axis::Scale::Category, {"a", "b", "c"}));
        QCOMPARE(named.minimum, -0.5);
        QCOMPARE(named.maximum, 2.5);
    }

    void equalAspectWidensTheShorterRange()
    {
        Axis x = axis(-1, 1);
        Axis y = axis(-4, 0);
        equaliseAspect(x, y, {300, 200});
        QCOMPARE(y.minimum, -4.0);
        QCOMPARE(y.maximum, 0.0);
        QCOMPARE(x.minimum, -3.0);
        QCOMPARE(x.maximum, 3.0);
        ChartFrame frame;
        FrameRequest wanted = request(axis(-1, 1), axis(-4, 0), {501, 377});
        wanted.equalAspect = true;
        frame.prepare(wanted, Theme::light());
        const PlotMapping& mapping = frame.mapping();
        const QPointF unit = mapping.toPixel({1, 0}) - mapping.toPixel({0, 1});
        QVERIFY(std::abs(unit.x() - unit.y()) < 0.01 * unit.x());
    }

    /// Rates end at 0 and 1: the plot becomes a square in its room, and no axis goes on beyond them.
    void equalAspectKeepsBoundedAxes()
    {
        for (const QSizeF size : {QSizeF(501, 277), QSizeF(233, 377)}) {
            ChartFrame frame;
            FrameRequest wanted = request(axis(0, 1), axis(0, 1), size);
            wanted.x.label = "rate";
            wanted.equalAspect = true;
            wanted.x.bounded = wanted.y.bounded = true;
            frame.prepare(wanted, Theme::light());
            const PlotMapping& mapping = frame.mapping();
            QCOMPARE(mapping.xAxis.minimum, 0.0);
            QCOMPARE(mapping.xAxis.maximum, 1.0);
            QCOMPARE(mapping.yAxis.minimum, 0.0);
            QCOMPARE(mapping.yAxis.maximum, 1.0);
            QVERIFY(std::abs(mapping.plot.width() - mapping.plot.height()) <= 1);
            QVERIFY(QRectF({}, size).contains(mapping.plot));
            QVERIFY(mapping.plot.width() > 0.6 * std::min(size.width(), size.height()));
            QCOMPARE(frame.unfitting(), QStringList());
        }
    }

    /// The margins hold the labels and depend on nothing but ranges, size and text scale.
    void marginsHoldTheLabels()
    {
        for (const QSizeF size : {QSizeF(900, 600), QSizeF(300, 200)}) {
            ChartFrame frame;
            Axis x = axis(0, 1000);
            x.label = "an axis with a name";
            QVERIFY(frame.prepare(request(x, axis(-1e5, 1e5), size), Theme::light()));
            const QRectF plot = frame.mapping().plot;
            QVERIFY(QRectF({}, size).contains(plot));
            QVERIFY(plot.left() > QFontMetricsF(uiFont(11)).horizontalAdvance("−100000"));
            QVERIFY(!frame.prepare(request(x, axis(-1e5, 1e5), size), Theme::light()));
            QCOMPARE(frame.picture().size(), size.toSize());
            QVERIFY(frame.unfitting().isEmpty());
            // Nothing but labels touches the border: no label is cut.
            const QImage picture = frame.picture();
            for (int y = 0; y < picture.height(); ++y) {
                QCOMPARE(picture.pixel(0, y), Theme::light().surface.rgb());
                QCOMPARE(picture.pixel(picture.width() - 1, y), Theme::light().surface.rgb());
            }
        }
    }

    void framesDrawTheirLabels()
    {
        ChartFrame frame;
        frame.prepare(request(axis(0, 10), axis(0, 10), {400, 300}), Theme::light());
        const QImage with = frame.picture();
        Axis hidden = axis(0, 10);
        hidden.hidden = true;
        ChartFrame empty;
        empty.prepare(request(hidden, hidden, {400, 300}), Theme::light());
        QVERIFY(empty.mapping().plot.width() > 390);
        int dark = 0;
        const QRect below(0, int(frame.mapping().plot.bottom()) + 3, 400, 300);
        for (int y = below.top(); y < with.height(); ++y) {
            for (int x = 0; x < with.width(); ++x)
                dark += qGray(with.pixel(x, y)) < 150 ? 1 : 0;
        }
        QVERIFY(dark > 40); // digits below the plot
        // A grid line stands exactly at its tick.
        const int column = int(std::floor(frame.mapping().x.toPixel(4)));
        const int row = int(frame.mapping().plot.top()) + 7;
        const auto isGrid = [&](int x) { return with.pixel(x, row) != Theme::light().surface.rgb(); };
        QVERIFY(isGrid(column) || isGrid(column - 1) || isGrid(column + 1));
        QVERIFY(!isGrid(column + 6));
    }

    /// Drawn once, a frame is taken as it was, in any plot; in other letters or colours it is another one.
    void aFrameThatComesAgainIsTheSame()
    {
        const FrameRequest wanted = request(axis(0, 10), axis(-3, 250), {400, 300});
        ChartFrame frame;
        frame.prepare(wanted, Theme::light());
        const QImage first = frame.picture();
        const double place = frame.mapping().x.toPixel(4);
        frame.prepare(request(axis(0, 10), axis(-3, 25'000), {400, 300}), Theme::light());
        QVERIFY(frame.picture() != first);
        QVERIFY(frame.mapping().x.toPixel(4) != place); // longer labels leave less room
        QVERIFY(frame.prepare(wanted, Theme::light()));
        QCOMPARE(frame.picture(), first);
        QCOMPARE(frame.mapping().x.toPixel(4), place);
        ChartFrame other;
        other.prepare(wanted, Theme::light());
        QCOMPARE(other.picture(), first);
        QCOMPARE(other.yTicks().size(), frame.yTicks().size());
        other.prepare(wanted, Theme::darkTheme());
        QVERIFY(other.picture() != first);
        setTextScale(1.5);
        other.prepare(wanted, Theme::light());
        setTextScale(1);
        QVERIFY(other.picture() != first);
    }

    void aFrameThatComesAgainLacksTheSameWords()
    {
        Axis wordy = axis(0, 10);
        wordy.label = QStringLiteral("a name that no plot as narrow as this one has room for");
        const FrameRequest narrow = request(wordy, axis(0, 10), {150, 120});
        QStringList lacking[2];
        for (QStringList& words : lacking) {
            ChartFrame frame;
            const TextFitRecord record;
            frame.prepare(narrow, Theme::light());
            frame.picture();
            words = record.unfitting();
        }
        QVERIFY(!lacking[0].isEmpty());
        QCOMPARE(lacking[1], lacking[0]);
    }

    void reversedAxesRunTheOtherWay()
    {
        Axis x = axis(0, 7);
        x.reversed = true;
        ChartFrame frame;
        frame.prepare(request(x, axis(0, 1), {400, 300}), Theme::light());
        QVERIFY(frame.mapping().x.toPixel(0) > frame.mapping().x.toPixel(7));
        const int row = int(frame.mapping().plot.top()) + 7;
        const auto hasGrid = [&](double value) {
            const int column = int(std::floor(frame.mapping().x.toPixel(value)));
            for (int i = column - 1; i <= column + 1; ++i) {
                if (frame.picture().pixel(i, row) != Theme::light().surface.rgb())
                    return true;
            }
            return false;
        };
        QVERIFY(hasGrid(2));
        QVERIFY(!hasGrid(7 - 1.5)); // where 1.5 would stand on an axis that is not reversed
        QVERIFY(hasGrid(6));
        QVERIFY(!hasGrid(0.5));
    }

    void valuesAsText()
    {
        QCOMPARE(axisValueText(axis(0, 1), 0.25), QString("0.250")); // the axis shows thousandths
        QCOMPARE(axisValueText(axis(0, 400), 71.25), QString("71.3"));
        QCOMPARE(axisValueText(axis(0, 1), 1), QString("1"));
        QCOMPARE(axisValueText(axis(1e-3, 10, Axis::Scale::Log), 0.00123), QString("0.001230"));
        Axis weight = axis(0, 1);
        weight.unit = "kg";
        weight.label = "weight";
        QCOMPARE(axisValueText(weight, 3), QString("3\u00a0kg"));
        QCOMPARE(axisTitle(weight), QString("weight, kg"));
        QCOMPARE(axisValueText(axis(0, 1, Axis::Scale::Category, {"a", "b"}), 1.2), QString("b"));
    }
};

TANGENT_TEST(PlotAxesTest)
#include "plot_axes_test.moc"
