// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/topics/deep-learning/neural_network_probe.h"

using namespace tangent;
using namespace tangent::tests;
using namespace tangent::tests::network;

namespace {

const QString thirdUnit = QStringLiteral("unit-1-3");
const QString output = QStringLiteral("unit-2-1");

} // namespace

/// neural-network under the hand: links and biases dragged, inputs clicked, epochs reached in any order.
class NeuralNetworkHandTest : public QObject {
    Q_OBJECT

private slots:
    /// A link knows its weight, and its first touch appends the edit of this epoch.
    void aTouchedLinkBecomesAnEdit()
    {
        Stages stages;
        const Probe before = of({});
        const Diagram::Edge* edge = edgeOf(before.scene, thirdUnit, output);
        QVERIFY(edge);
        const double weight = weightOf(before.scene, 2, 1, 3);
        QCOMPARE(*edge->target.number, weight);
        const Probe same = settled(touched(before, edge->target, weight), &stages);
        QCOMPARE(same["loss-training"], before["loss-training"]);
        const Probe after = settled(touched(before, edge->target, -weight), &stages);
        QCOMPARE(weightOf(after.scene, 2, 1, 3), -weight);
        QCOMPARE(weightOf(after.scene, 1, 2, 1), weightOf(before.scene, 1, 2, 1));
        QVERIFY(after["accuracy-validation"] < before["accuracy-validation"] - 0.2);
        QVERIFY(after.scene.narration.contains(QStringLiteral("By hand")));
        QCOMPARE(after.scene.timeline->marks, std::vector<double>{10});
        // A second drag at the same epoch changes the row that is there.
        const Diagram::Edge* again = edgeOf(after.scene, thirdUnit, output);
        QVERIFY(again->target.also.isEmpty());
        QCOMPARE(again->target.row, 0);
        const Probe back = settled(touched(after, again->target, weight), &stages);
        QCOMPARE(back["loss-training"], before["loss-training"]);
        QCOMPARE(rows(back.state.values.value(QStringLiteral("edits"))).size(), size_t(1));
    }

    void everyWeightAndBiasCanBeTaken()
    {
        const Probe found = of(QStringLiteral("hidden=3,2&inputs=x,xy"));
        const Diagram& diagram = contentOf<Diagram>(found.scene, "network");
        QCOMPARE(diagram.edges.size(), size_t(2 * 3 + 3 * 2 + 2));
        QCOMPARE(diagram.nodes.size(), size_t(7 + 3 + 2 + 1));
        QSet<QString> cells;
        Stages stages;
        const auto take = [&](const Target& target) {
            const Probe moved = settled(touched(found, target, 1.5), &stages);
            const Row row = rows(moved.state.values.value(QStringLiteral("edits"))).front();
            const auto whole = [&](size_t column) { return int(cellNumber(row[column])); };
            QCOMPARE(weightOf(moved.scene, whole(1), whole(2), whole(3)), 1.5);
            cells.insert(QStringLiteral("%1,%2,%3").arg(whole(1)).arg(whole(2)).arg(whole(3)));
        };
        for (const Diagram::Edge& edge : diagram.edges)
            take(edge.target);
        for (const Diagram::Node& node : diagram.nodes) {
            if (node.target.key == QLatin1String("edits"))
                take(node.target);
        }
        QCOMPARE(double(cells.size()), found["parameters"]);
    }

    /// Whatever is done to one weight of the first picture, training heals it.
    void trainingHeals_data()
    {
        QTest::addColumn<int>("unit");
        for (int unit = 1; unit <= 4; ++unit)
            QTest::addRow("unit %d", unit) << unit;
    }

    void trainingHeals()
    {
        QFETCH(int, unit);
        const double weight = weightOf(of({}).scene, 2, 1, unit);
        const Probe later = of(QStringLiteral("edits=10,2,1,%1,%2&step=100").arg(unit).arg(-weight));
        QVERIFY(later["accuracy-validation"] >= 0.95);
        const std::vector<double> epochs = columnOf(later.scene, "losses", 0);
        QCOMPARE(std::count(epochs.begin(), epochs.end(), 10.0), 2L); // before and after the hand
        const std::vector<double> losses = columnOf(later.scene, "losses", 1);
        QVERIFY(std::abs(losses[10] - losses[11]) > 1e-3);
    }

    /// A later hand does not change what was before it.
    void theCurveBeforeAnEditStays()
    {
        const std::vector<double> bare = columnOf(of(QStringLiteral("step=30")).scene, "losses", 1);
        const std::vector<double> edited =
            columnOf(of(QStringLiteral("step=30&edits=20,1,1,0,3;12,2,1,1,2;25,2,1,0,1;40,1,1,1,9")).scene,
                "losses", 1);
        QCOMPARE(edited.size(), bare.size() + 3);
        QVERIFY(std::equal(bare.begin(), bare.begin() + 13, edited.begin()));
        QVERIFY(edited[13] != bare[12]);
    }

    void clickingAnInputTogglesIt()
    {
        const Probe found = of({});
        const Target on = nodeOf(found.scene, QStringLiteral("input-xy"))->target;
        QCOMPARE(
            list(on.value), (QStringList{QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("xy")}));
        const Target off = nodeOf(found.scene, QStringLiteral("input-x"))->target;
        QCOMPARE(list(off.value), QStringList{QStringLiteral("y")});
        Request request(found.state.state);
        request.values[off.key] = off.value;
        Stages stages;
        QCOMPARE(settled(request, &stages)["parameters"], 13.0);
    }

    /// Scenes do not depend on what was looked at before.
    void keptRunsChangeNothing()
    {
        Stages shared;
        const Lab* lab = findLab(QStringLiteral("neural-network"));
        for (const char* query : {"", "step=300", "step=0", "step=299", "edits=10,2,1,3,-1",
                 "edits=10,2,1,3,-1&step=40", "edits=10,2,1,3,-2&step=40",
                 "edits=10,2,1,3,-2;20,1,1,0,1&step=40", "step=12", "seed=2", "hidden=3", "hidden=",
                 "dropout=0.3", "l2=0.01", "l1=0.01", "problem=regression", "data=moons", "patch=-1",
                 "inputs=x", "validation-share=0", "initial=reference", "standardise=true", "batch-size=0",
                 "learning-rate=0.2", "optimiser=adam", "activation=relu", "loss-scale=log", "step=300"}) {
            const Probe fresh = of(QLatin1String(query));
            QVERIFY2(computeScene(*lab, fresh.state, shared) == fresh.scene, query);
        }
    }

    /// A cold link far out shows what there is on the way; the end is the same with and without a listener.
    void aLongRunIsShownOnTheWay()
    {
        const Lab* lab = findLab(QStringLiteral("neural-network"));
        const Probe whole = of(QStringLiteral("step=10000"));
        std::vector<Scene> partial;
        std::vector<double> shares;
        const Progress progress(
            nullptr, [&](double share) { shares.push_back(share); },
            [&](Scene scene) { partial.push_back(std::move(scene)); });
        Stages stages;
        const Scene listened = computeScene(*lab, whole.state, stages, progress);
        QVERIFY(listened == whole.scene);
        QVERIFY(partial.size() >= 3);
        QVERIFY(std::is_sorted(shares.begin(), shares.end()));
        QVERIFY(partial.front().timeline->at < 3000);
        QVERIFY(partial.front().narration.contains(QStringLiteral("Training")));
        // A hand may take hold of a weight before training has come to its end: time stops there.
        const Diagram::Edge* edge = edgeOf(partial.front(), thirdUnit, output);
        QCOMPARE(number(edge->target.also.value(QStringLiteral("step"))), partial.front().timeline->at);
        partial.clear();
        computeScene(*lab, whole.state, stages, progress);
        QVERIFY(partial.empty());
    }

    /// What a cancelled run has trained is not lost, and changes nothing.
    void aCancelledRunGoesOn()
    {
        const Lab* lab = findLab(QStringLiteral("neural-network"));
        const Probe whole = of(QStringLiteral("step=3000&edits=5,2,1,1,0"));
        Stages stages;
        std::atomic<bool> stop = false;
        const Progress progress(
            &stop, [&](double) { stop = true; }, [](Scene) {});
        const Scene early = computeScene(*lab, whole.state, stages, progress);
        QVERIFY(early.timeline->at < 3000);
        QVERIFY(computeScene(*lab, whole.state, stages) == whole.scene);
    }

    void theFieldIsTheOutputOfEveryPlace()
    {
        const Probe found = of({});
        const Plot& plot = contentOf<Plot>(found.scene, "field");
        const Field& field = std::get<Field>(plot.layers.front());
        for (const auto& [column, row] : {std::pair(3, 5), std::pair(40, 10), std::pair(59, 59)}) {
            const double x = field.left + (column + 0.5) * (field.right - field.left) / field.columns;
            const double y = field.bottom + (row + 0.5) * (field.top - field.bottom) / field.rows;
            double sum = weightOf(found.scene, 2, 1, 0);
            for (int unit = 1; unit <= 4; ++unit) {
                const double z = weightOf(found.scene, 1, unit, 0) + weightOf(found.scene, 1, unit, 1) * x
                    + weightOf(found.scene, 1, unit, 2) * y;
                sum += weightOf(found.scene, 2, 1, unit) * std::tanh(z);
            }
            COMPARE_NEAR(
                double(field.values[size_t(row * field.columns + column)]), 1 / (1 + std::exp(-sum)), 1e-6);
        }
    }
};

TANGENT_TEST(NeuralNetworkHandTest)
#include "neural_network_hand_test.moc"
