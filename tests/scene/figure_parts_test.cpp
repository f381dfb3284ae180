// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "widgets/scene/figure_parts.h"

#include <cmath>
#include <limits>

using namespace tangent;

/// The pieces that the figures of many labs are made of.
class FigurePartsTest : public QObject {
    Q_OBJECT

private slots:
    void axesHaveLength_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<Axis::Scale>("scale");
        QTest::addColumn<double>("end");
        const double none = std::nan("");
        QTest::newRow("as it is asked for") << -2.0 << 3.0 << Axis::Scale::Linear << 3.0;
        QTest::newRow("short, but long enough") << 0.0 << 1e-9 << Axis::Scale::Linear << 1e-9;
        QTest::newRow("no length") << 4.0 << 4.0 << Axis::Scale::Linear << 5.0;
        QTest::newRow("turned round") << 4.0 << 1.0 << Axis::Scale::Linear << 5.0;
        QTest::newRow("no number") << 4.0 << none << Axis::Scale::Linear << 5.0;
        QTest::newRow("a decade") << 0.01 << 0.01 << Axis::Scale::Log << 0.1;
        QTest::newRow("decades") << 0.01 << 1e3 << Axis::Scale::Log << 1e3;
    }

    void axesHaveLength()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(Axis::Scale, scale);
        QFETCH(double, end);
        const Axis axis = axisOf("loss", low, high, scale);
        QCOMPARE(axis.label, QString("loss"));
        QCOMPARE(axis.minimum, low);
        QCOMPARE(axis.maximum, end);
        QCOMPARE(axis.scale, scale);
    }

    /// Beside so large a number 1 would be lost in rounding.
    void axesHaveLengthFarOut()
    {
        for (const double at : {1e17, -1e17, 1e300})
            QVERIFY(axisOf({}, at, at).maximum > at);
    }

    void roundedUp_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("round");
        QTest::newRow("above") << 130.0 << 150.0;
        QTest::newRow("round already") << 2500.0 << 2500.0;
        QTest::newRow("below one") << 0.0071 << 0.008;
        QTest::newRow("into the next power") << 8.1 << 10.0;
        QTest::newRow("but for rounding") << std::nextafter(2500.0, 3000.0) << 2500.0;
        QTest::newRow("nothing") << 0.0 << 1.0;
        QTest::newRow("negative") << -3.0 << 1.0;
        QTest::newRow("no number") << std::nan("") << 1.0;
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << 1.0;
    }

    void roundedUp()
    {
        QFETCH(double, value);
        QFETCH(double, round);
        QCOMPARE(tangent::roundedUp(value), round);
    }

    /// Whatever the value: not below it, nowhere near twice as much, and its own round number.
    void roundNumbersLieCloseAbove()
    {
        for (double value = 1e-7; value < 1e9; value *= 1.013) {
            const double round = tangent::roundedUp(value);
            QVERIFY2(
                round >= value * (1 - 1e-12) && round < 1.34 * value, qPrintable(QString::number(value)));
            QCOMPARE(tangent::roundedUp(round), round);
        }
    }

    void coarserSteps()
    {
        QCOMPARE(tangent::roundedUp(130, {1.0, 2.0, 5.0}), 200.0);
        QCOMPARE(tangent::roundedUp(501, {1.0, 2.0, 5.0}), 1000.0);
        QCOMPARE(tangent::roundedUp(20, {1.0, 2.0, 5.0}), 20.0);
    }

    void figuresHoldWhatTheyAreGiven()
    {
        TableFigure table;
        table.columns = {"model"};
        const Figure figure =
            figureOf("models", "Models", "click one", Figure::Place::Strip, FigureContent(table), 88);
        QCOMPARE(figure.key, QString("models"));
        QCOMPARE(figure.title, QString("Models"));
        QCOMPARE(figure.hint, QString("click one"));
        QCOMPARE(figure.place, Figure::Place::Strip);
        QCOMPARE(figure.minimumHeight, 88);
        QCOMPARE(std::get<TableFigure>(figure.content), table);
        QCOMPARE(figureOf("models", {}, {}, {}, table).minimumHeight, Figure().minimumHeight);
    }

    void wordsStandOnTheirPlot()
    {
        Plot plot;
        addWords(&plot, 1, 2, "elbow", Role::Good, Qt::AlignCenter, true);
        QCOMPARE(plot.layers.size(), size_t(1));
        QCOMPARE(
            std::get<Words>(plot.layers.front()), wordsAt(1, 2, "elbow", Role::Good, Qt::AlignCenter, true));
    }

    /// A person who sees it must learn why, and what to do about it.
    void errorsSayWhyAndWhatToDo()
    {
        const Unusable why{"features", "No row is complete.", "Choose other columns."};
        const Scene scene = errorScene("plane", "Rows and centres", why);
        QCOMPARE(scene.diagnostics.size(), size_t(1));
        const Diagnostic& error = scene.diagnostics.front();
        QCOMPARE(error.severity, Diagnostic::Severity::Error);
        QCOMPARE(error.key, why.key);
        QCOMPARE(error.sentence, why.sentence);
        QCOMPARE(error.cure, why.cure);
        QCOMPARE(error.row, -1);

        QCOMPARE(scene.figures.size(), size_t(1));
        const Figure& figure = scene.figures.front();
        QCOMPARE(figure.key, QString("plane"));
        QCOMPARE(figure.title, QString("Rows and centres"));
        const Plot& plot = std::get<Plot>(figure.content);
        QVERIFY(plot.x.hidden && plot.y.hidden && !plot.zoomable);
        const Words& words = std::get<Words>(plot.layers.front());
        QCOMPARE(words.text, why.sentence);
        QCOMPARE(words.x, (plot.x.minimum + plot.x.maximum) / 2);
        QCOMPARE(words.y, (plot.y.minimum + plot.y.maximum) / 2);
        QCOMPARE(words.anchor, Qt::Alignment(Qt::AlignCenter));
    }

    void undefinedReadoutsSayWhy()
    {
        const std::vector<Readout> readouts = undefinedReadouts({"inertia", "silhouette"}, "no complete row");
        QCOMPARE(readouts.size(), size_t(2));
        QCOMPARE(readouts.back().key, QString("silhouette"));
        for (const Readout& readout : readouts) {
            QVERIFY(!readout.number());
            QCOMPARE(readout.note, QString("no complete row"));
        }
    }
};

TANGENT_TEST(FigurePartsTest)
#include "figure_parts_test.moc"
