// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/compute.h"
#include "app/lab/data/catalogue.h"
#include "app/lab/link.h"
#include "app/lab/registry.h"
#include "app/lab/settle.h"
#include "app/lab/sweep.h"

#include "tests/support/test_program.h"

#include <cmath>

using namespace tangent;

namespace {

struct Start {
    const Lab* lab = nullptr;
    Settled state;
    Scene scene;
};

Start startAt(const QString& link)
{
    QString complaint;
    const auto request = readLink(link, &complaint);
    Start start;
    start.lab = findLab(request->topic);
    start.state = settle(*start.lab, *request, DataCatalogue::shared());
    Stages stages;
    start.scene = computeScene(*start.lab, start.state, stages);
    return start;
}

Sweep sweepAt(const QString& link, const QString& key)
{
    const Start start = startAt(link);
    const auto plan = planSweep(*start.lab, start.state, start.scene, key, DataCatalogue::shared());
    Stages stages;
    return plan ? runSweep(*plan, stages, false) : Sweep();
}

} // namespace

class SweepTest : public QObject {
    Q_OBJECT

private slots:
    /// The area under the curve of two equal bells is Φ(d/√2) (Green and Swets 1966).
    void areaAgainstSeparation()
    {
        const Sweep sweep = sweepAt("roc-auc?rows=10000", "separation");
        const Sweep::Curve* auc = sweep.curve("auc");
        QVERIFY(auc && sweep.isComplete());
        QCOMPARE(sweep.places.front(), 0.0);
        QCOMPARE(sweep.places.back(), 5.0);
        for (size_t i = 0; i < sweep.places.size(); ++i) {
            const double expected = 0.5 * std::erfc(-sweep.places[i] / 2);
            QVERIFY2(
                std::abs(*auc->values[i] - expected) < 2e-3, qPrintable(QString::number(sweep.places[i])));
        }
    }

    void wholeNumbersStayWhole()
    {
        const Sweep sweep = sweepAt("k-means", "k");
        QCOMPARE(sweep.places, (std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
        QVERIFY(!sweep.curve("silhouette")->values[0]); // undefined for one cluster
        QVERIFY(sweep.curve("silhouette")->values[1].has_value());
        const Figure figure = sweepFigure(sweep, "silhouette");
        const auto& plot = std::get<Plot>(figure.content);
        QCOMPARE(plot.layers.size(), size_t(1));
        QCOMPARE(std::get<Line>(plot.layers[0]).x.front(), 2.0);
    }

    void theTimelineEndsWhereTheRunEnds()
    {
        const Sweep sweep = sweepAt("k-means", "step");
        const Start start = startAt("k-means");
        QCOMPARE(sweep.places.front(), 0.0);
        QCOMPARE(sweep.places.back(), start.scene.timeline->last);
    }

    void ratesAreSpreadByFactors()
    {
        const Sweep sweep = sweepAt("gradient-descent", "learning-rate");
        const size_t middle = sweep.places.size() / 2;
        QVERIFY(sweep.places[middle] < 0.1); // of 1e-4 … 10
        const Figure figure = sweepFigure(sweep, "loss");
        const auto& plot = std::get<Plot>(figure.content);
        QCOMPARE(plot.x.scale, Axis::Scale::Log);
    }

    /// What the sweep says of the present value is what the lab says.
    void thePresentValueIsOnEveryCurve()
    {
        for (const auto& lab : allLabs()) {
            const Start start = startAt(lab->info().id);
            for (const Parameter& parameter : start.state.parameters) {
                if (!parameter.primary || !parameter.shown || !canSweep(parameter))
                    continue;
                const auto plan =
                    planSweep(*start.lab, start.state, start.scene, parameter.key, DataCatalogue::shared());
                QVERIFY(plan.has_value());
                const double present = number(start.scene.decided(start.state.values).value(parameter.key));
                const auto place = std::find(plan->places.begin(), plan->places.end(), present);
                QVERIFY2(place != plan->places.end(), qPrintable(lab->info().id + u' ' + parameter.key));
                Stages stages;
                const Scene again =
                    computeScene(*start.lab, plan->states[size_t(place - plan->places.begin())], stages);
                for (const Readout& readout : start.scene.readouts)
                    QVERIFY2(*again.readout(readout.key) == readout,
                        qPrintable(lab->info().id + u' ' + parameter.key + u' ' + readout.key));
            }
        }
    }

    void whoNoLongerWaitsStopsIt()
    {
        const Start start = startAt("k-means");
        const auto plan = planSweep(*start.lab, start.state, start.scene, "k", DataCatalogue::shared());
        Stages stages;
        std::atomic<bool> stop = false;
        const Sweep sweep =
            runSweep(*plan, stages, stop, [&](const Sweep& grown) { stop = grown.done == 3; });
        QCOMPARE(sweep.done, size_t(3));
        QVERIFY(!sweep.isComplete());
        QCOMPARE(sweep.curve("inertia")->values.size(), size_t(3));
    }

    void theHandleIsTheParameter()
    {
        const Sweep sweep = sweepAt("k-means", "k");
        const Handle handle = sweepHandle(sweep, "inertia", 4);
        QCOMPARE(handle.x.key, QString("k"));
        QCOMPARE(handle.at, QPointF(4, *sweep.curve("inertia")->values[3]));
    }

    void choicesAndTextsAreNotSwept()
    {
        const Start start = startAt("k-means");
        QVERIFY(!planSweep(*start.lab, start.state, start.scene, "start", DataCatalogue::shared()));
        QVERIFY(!planSweep(*start.lab, start.state, start.scene, "nothing", DataCatalogue::shared()));
    }
};

TANGENT_TEST(SweepTest)
#include "sweep_test.moc"
