// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/experiment/twin.h"
#include "app/lab/compare.h"
#include "app/lab/compute.h"
#include "app/lab/data/catalogue.h"
#include "app/lab/registry.h"

#include "tests/support/test_program.h"

#include <QSignalSpy>

using namespace tangent;

namespace {

struct Pair {
    explicit Pair(const QString& query = {})
    {
        Request request;
        request.topic = QStringLiteral("k-means");
        readQuery(query, &request);
        first.open(*findLab(request.topic), request);
        twin = std::make_unique<Twin>(first, second);
    }

    static void set(Experiment& experiment, const QString& key, const Value& value,
        Intent::Phase phase = Intent::Phase::Whole)
    {
        Intent intent;
        intent.values[key] = value;
        intent.phase = phase;
        experiment.apply(intent);
    }

    Experiment first{DataCatalogue::shared()};
    Experiment second{DataCatalogue::shared()};
    std::unique_ptr<Twin> twin;
};

Scene sceneOf(const Experiment& experiment)
{
    Stages stages;
    return computeScene(experiment.lab(), experiment.current(), stages);
}

} // namespace

class TwinTest : public QObject {
    Q_OBJECT

private slots:
    void beginsAlike()
    {
        const Pair pair("k=3&seed=7");
        QCOMPARE(pair.second.link(), pair.first.link());
    }

    void dataSeedAndStepAreShared_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<double>("value");
        QTest::newRow("step") << "step" << 1.0;
        QTest::newRow("seed") << "seed" << 3.0;
        QTest::newRow("generator") << "data.spread" << 1.25;
    }

    void dataSeedAndStepAreShared()
    {
        QFETCH(QString, key);
        QFETCH(double, value);
        Pair pair;
        Pair::set(pair.first, key, value);
        QCOMPARE(number(pair.second.current().values.value(key)), value);
        Pair::set(pair.second, key, Value());
        QVERIFY(!pair.first.state().values.contains(key));
    }

    void theTableIsShared()
    {
        Pair pair;
        Pair::set(pair.second, "data", QString("penguins"));
        QCOMPARE(pair.first.current().table, pair.second.current().table);
    }

    void allElseIsEachOnesOwn()
    {
        Pair pair;
        Pair::set(pair.second, "restarts", 10.0);
        QCOMPARE(pair.first.current().integer("restarts"), 1);
        QCOMPARE(pair.second.current().integer("restarts"), 10);
    }

    void aDragInOneIsOneStepInTheOther()
    {
        Pair pair;
        const QString before = pair.second.link();
        Pair::set(pair.first, "seed", 5.0, Intent::Phase::Begin);
        Pair::set(pair.first, "seed", 6.0, Intent::Phase::Move);
        Pair::set(pair.first, "seed", 7.0, Intent::Phase::End);
        QVERIFY(pair.second.link() != before);
        pair.second.undo();
        QCOMPARE(pair.second.link(), before);
        QCOMPARE(pair.first.link(), before);
    }

    void anotherTopicPartsThem()
    {
        Pair pair;
        QSignalSpy parted(pair.twin.get(), &Twin::parted);
        Request request;
        request.topic = QStringLiteral("pca");
        pair.first.open(*findLab("pca"), request);
        QCOMPARE(parted.count(), 1);
        QCOMPARE(pair.second.state().topic, QString("k-means"));
    }

    void whatDiffersIsNamed()
    {
        Pair pair;
        Pair::set(pair.second, "restarts", 10.0);
        Pair::set(pair.second, "standardise", true);
        const auto found = differences(
            pair.first.current(), sceneOf(pair.first), pair.second.current(), sceneOf(pair.second));
        QCOMPARE(found.size(), size_t(2));
        QCOMPARE(found[0], (Difference{"restarts", "Restarts", "1", "10"}));
        QCOMPARE(found[1], (Difference{"standardise", "Standardise", "off", "on"}));
    }

    void readoutsSayHowFarTheyLieApart()
    {
        Pair pair;
        Pair::set(pair.second, "restarts", 10.0);
        const Scene first = sceneOf(pair.first);
        const auto compared = comparedWith(sceneOf(pair.second).readouts, first.readouts);
        const auto inertia = std::find_if(
            compared.begin(), compared.end(), [](const Readout& one) { return one.key == "inertia"; });
        QVERIFY(inertia->note.startsWith(QStringLiteral("−93."))); // from about 170.5 to about 77
        const auto same = comparedWith(first.readouts, first.readouts);
        QCOMPARE(same.front().note, QString());
    }
};

TANGENT_TEST(TwinTest)
#include "twin_test.moc"
