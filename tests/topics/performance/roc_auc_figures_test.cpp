// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/topics/performance/roc_auc_probe.h"

#include <algorithm>

using namespace tangent;
using namespace tangent::tests;

/// What is drawn, and what can be taken hold of.
class RocAucFiguresTest : public QObject {
    Q_OBJECT

private slots:
    /// A line leads from a negative to a positive and is good exactly where the positive lies higher.
    void pairsAreRankedByTheirEnds()
    {
        const Probe found = roc("separation=1&pairs=40");
        const Segments lines = layersOf<Segments>(plotOf(found, "scores")).front();
        QCOMPARE(lines.from.size(), size_t(40));
        for (size_t i = 0; i < lines.from.size(); ++i)
            QCOMPARE(lines.roles[i], lines.to[i].x() > lines.from[i].x() ? Role::Good : Role::Bad);
        QVERIFY(layersOf<Segments>(plotOf(roc("pairs=0"), "scores")).empty());
        const Segments ties =
            layersOf<Segments>(plotOf(roc(fileLink("tied.csv", "p,label\n1,a\n1,b\n", "score=p")), "scores"))
                .front();
        QCOMPARE(ties.roles.front(), Role::Warning);
    }

    void theTrailLeadsFromUpperRightToThePoint()
    {
        for (const char* query : {"threshold=0.3", "rows=10000&threshold=2", "source=classifier"}) {
            const Probe found = roc(query);
            Line trail;
            for (const Line& line : layersOf<Line>(plotOf(found, "roc"))) {
                if (line.fading)
                    trail = line;
            }
            QCOMPARE(QPointF(trail.x.front(), trail.y.front()), QPointF(1, 1));
            QCOMPARE(QPointF(trail.x.back(), trail.y.back()),
                QPointF(found["false-positive-rate"], found["true-positive-rate"]));
            QVERIFY(std::is_sorted(trail.x.rbegin(), trail.x.rend()));
        }
    }

    void linesOfEqualCostHaveTheirSlope()
    {
        const Probe found = roc("positive-share=0.2&cost-ratio=0.5");
        int dashed = 0;
        for (const Line& line : layersOf<Line>(plotOf(found, "roc"))) {
            if (line.style != Line::Style::Dashed)
                continue;
            ++dashed;
            COMPARE_NEAR((line.y[1] - line.y[0]) / (line.x[1] - line.x[0]), 0.5 * 0.8 / 0.2, 1e-9);
        }
        QCOMPARE(dashed, 2); // through the point, and where it touches
    }

    void countsAreWeightedByTheShare()
    {
        const auto cells =
            std::get<Matrix>(roc("positive-share=0.1").scene.figure(QStringLiteral("counts"))->content).items;
        QCOMPARE(cells[0].text, QStringLiteral("TP 77.4"));
        QCOMPARE(cells[1].text, QStringLiteral("FN 22.6"));
        QCOMPARE(cells[2].text, QStringLiteral("FP 203.4"));
        QCOMPARE(cells[3].text, QStringLiteral("TN 696.6"));
    }

    void oneScoreForAllStillHasARule()
    {
        const Probe found = roc(fileLink("flat.csv", "p,label\n7,a\n7,b\n7,a\n", "score=p"));
        COMPARE_NEAR(found["auc"], 0.5, 0);
        QVERIFY(plotOf(found, "scores").x.minimum < 7 && plotOf(found, "scores").x.maximum > 7);
        QVERIFY(found.scene.narration.contains(QStringLiteral("Everybody")));
    }

    void theFirstPictureCanBeTakenHoldOf()
    {
        const Probe found = roc();
        QStringList labels;
        for (const Handle& handle : found.scene.handles)
            labels << handle.label;
        QCOMPARE(labels, QStringList({"Threshold", "Mean of the positives", "Spread of the positives"}));
        QCOMPARE(found.scene.handles[1].at.x(), 1.5);
        QCOMPARE(found.scene.handles[2].at.x(), 2.5);
        QVERIFY(found.scene.narration.contains("77.4 %") && found.scene.narration.contains("22.6 %"));
        QCOMPARE(roc("source=table").scene.handles.size(), size_t(1));
    }

    void axesStandStillUnderTheHand()
    {
        const Axis first = plotOf(roc(), "scores").x;
        for (const char* query : {"separation=4", "spread-ratio=2", "threshold=-3", "sampled=true"})
            QVERIFY(plotOf(roc(query), "scores").x == first);
        const Axis column = plotOf(roc("source=table"), "scores").x;
        QVERIFY(plotOf(roc("source=table&threshold=1000"), "scores").x == column);
    }
};

TANGENT_TEST(RocAucFiguresTest)
#include "roc_auc_figures_test.moc"
