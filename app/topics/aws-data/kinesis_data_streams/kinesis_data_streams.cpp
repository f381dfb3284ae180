// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/lab.h"
#include "app/topics/aws-data/kinesis_data_streams/stream_run.h"
#include "widgets/scene/figure_parts.h"

namespace tangent {

namespace {

using namespace kinesis;

/// A seed whose busiest key, key-39, shares its shard with about a quarter of all keys.
constexpr int ordinarySeed = 70;
constexpr int mostCorners = 60;
constexpr int mostReshards = 100;
constexpr double fastest = 50'000; ///< records per second

Parameters producerParameters(bool hot, bool even)
{
    Parameter rate =
        Parameter::rowsOf(QStringLiteral("rate"), tr("Rate curve"), {{0.0, 3000.0}},
            {{QStringLiteral("second"), tr("second"), false, 0, double(longestRate), false},
                {QStringLiteral("rate"), tr("records per second"), false, 0, fastest, false}})
            .withHelp(
                tr("Corners of the rate at which records are sent; it is straight between them and level "
                   "after the last."))
            .inGroup(tr("Producers"));
    rate.minimumRows = 1;
    rate.maximumRows = mostCorners;
    return {
        rate,
        Parameter::real(QStringLiteral("record-size"), tr("Record size"), 1, 0.1, 1024)
            .onLogScale()
            .withStep(0.1)
            .withUnit(tr("KB"))
            .usually(0.1, 100)
            .withHelp(tr("Size of one record with its key; 1 KB is 1,024 bytes."))
            .inGroup(tr("Producers")),
        Parameter::integer(QStringLiteral("keys"), tr("Keys"), 1000, 1, 10'000)
            .onLogScale()
            .cheapUpTo(2000)
            .withHelp(tr("How many partition keys there are: key-0, key-1, …"))
            .inGroup(tr("Producers")),
        Parameter::choice(QStringLiteral("distribution"), tr("Key distribution"), QStringLiteral("hot"),
            {{QStringLiteral("even"), tr("even")}, {QStringLiteral("skewed"), tr("skewed (Zipf)")},
                {QStringLiteral("hot"), tr("one hot key")}})
            .withHelp(tr("How the records are spread over the keys."))
            .inGroup(tr("Producers")),
        Parameter::real(QStringLiteral("hot-share"), tr("Hot key’s share"), 0, 0, 1)
            .withStep(0.01)
            .withHelp(tr("The share of all records that carry one key; the rest is even over all keys."))
            .asPrimary(hot)
            .shownWhen(hot)
            .inGroup(tr("Producers")),
        Parameter::integer(QStringLiteral("salt"), tr("Salt of that key"), 1, 1, 64)
            .withHelp(
                tr("From 2 on the busiest key is sent under so many names in turn: key-N-0, key-N-1, …"))
            .asPrimary(!even)
            .shownWhen(!even)
            .inGroup(tr("Producers"))
            .witnessedBy(QStringLiteral("hot-share=0.5")),
    };
}

Parameters streamParameters(bool onDemand)
{
    Parameter shards =
        Parameter::integer(QStringLiteral("shards"), tr("Shards"), 4, 1, 128)
            .cheapUpTo(16)
            .usually(1, 64)
            .withHelp(onDemand
                    ? tr("Equal ranges of hashes at the start; on demand, busy ones are split later.")
                    : tr("Equal ranges of hashes that the stream starts with."))
            .asPrimary()
            .inGroup(tr("Stream"));
    shards.structural = true;
    Parameter mode = Parameter::choice(QStringLiteral("mode"), tr("Capacity"), QStringLiteral("provisioned"),
        {{QStringLiteral("provisioned"), tr("provisioned")}, {QStringLiteral("on-demand"), tr("on demand")}})
                         .withHelp(
                             tr("Who decides about the shards: you, or the stream after 15 busy minutes."))
                         .inGroup(tr("Stream"));
    mode.structural = true;
    Parameter reshards =
        Parameter::rowsOf(QStringLiteral("reshards"), tr("Resharding"), Rows(),
            {{QStringLiteral("second"), tr("second"), false, 0, double(longestRate), true},
                {QStringLiteral("shard"), tr("shard"), false, 1, 4096, true},
                {QStringLiteral("change"), tr("split or merge"), true, 0, 1, false}})
            .withHelp(tr("Shards cut into halves, or merged with the one above, at a second."))
            .shownWhen(!onDemand)
            .inGroup(tr("Stream"));
    reshards.maximumRows = mostReshards;
    return {shards, mode, reshards};
}

Parameters readerParameters()
{
    return {
        Parameter::integer(
            QStringLiteral("readers"), tr("Readers"), 1, 1, simulate::limits::readersWithFanOut)
            .withHelp(tr("Programs that each read every record."))
            .asPrimary()
            .inGroup(tr("Readers")),
        Parameter::toggle(QStringLiteral("fan-out"), tr("Enhanced fan-out"), false)
            .withHelp(tr("Each reader has 2 MB/s of every shard for itself, instead of a part of it."))
            .inGroup(tr("Readers"))
            .witnessedBy(QStringLiteral("readers=5")),
        Parameter::choice(QStringLiteral("retry"), tr("Retries"), QStringLiteral("none"),
            {{QStringLiteral("none"), tr("none")}, {QStringLiteral("fixed"), tr("after 1 s")},
                {QStringLiteral("exponential"), tr("exponential")}})
            .withHelp(tr("What a producer does with a refused record; after 30 attempts it gives up."))
            .asPrimary()
            .inGroup(tr("Producers"))
            .witnessedBy(QStringLiteral("hot-share=0.5")),
        Parameter::seedOf(tr("Seed"), ordinarySeed)
            .withHelp(tr("Decides which key is the busiest."))
            .inGroup(tr("Producers"))
            .witnessedBy(QStringLiteral("hot-share=0.5")),
        Parameter::timeline(endStep, longestRate + afterLastEvent, false)
            .withHelp(tr("The second that is shown.")),
    };
}

Scene sceneOf(const Shown& shown)
{
    Scene scene;
    scene.figures = {loadFigure(shown), rateFigure(shown), historyFigure(shown), waitingStrip(shown),
        ageStrip(shown), shardFigure(shown)};
    scene.handles = handles(shown);
    scene.readouts = readouts(shown);
    scene.narration = narration(shown);
    scene.diagnostics = shown.diagnostics;
    scene.tables = tables(shown);
    std::vector<double> marks;
    for (const simulate::Reshard& reshard : shown.options.reshards)
        marks.push_back(reshard.second);
    scene.timeline = Timeline{double(shown.second), double(shown.last()), false, false, {}, marks};
    scene.resolved[QStringLiteral("step")] = double(shown.second);
    return scene;
}

/// What stands for a run that was stopped: nobody will see it.
Scene stoppedScene()
{
    Scene scene;
    scene.figures = {sentenceFigure("load", tr("Load of each shard"), tr("The run was stopped."))};
    return scene;
}

class KinesisDataStreams final : public Lab {
public:
    LabInfo info() const override
    {
        return {QStringLiteral("kinesis-data-streams"), QStringLiteral("Kinesis Data Streams"),
            QStringLiteral("aws-data"), {128, 129}, Speed::Instant, {}};
    }

    Parameters parameters(const DeclarationContext& context) const override
    {
        const QString spread = context.choice("distribution", "hot");
        Parameters all = producerParameters(spread == QLatin1String("hot"), spread == QLatin1String("even"));
        for (const Parameter& parameter :
            streamParameters(context.choice("mode", "provisioned") == QLatin1String("on-demand")))
            all.push_back(parameter);
        for (const Parameter& parameter : readerParameters())
            all.push_back(parameter);
        return all;
    }

    std::vector<Preset> presets() const override
    {
        return {
            {QStringLiteral("even"), tr("Even keys"), QString()},
            {QStringLiteral("hot"), tr("Hot key"), QStringLiteral("hot-share=0.5")},
            {QStringLiteral("peak"), tr("A peak"),
                QStringLiteral("rate=0,3000;10,3000;12,4800;30,4800;32,3000;90,3000&distribution=even&retry="
                               "exponential&step=30")},
            {QStringLiteral("readers"), tr("Five readers"), QStringLiteral("readers=5")},
            {QStringLiteral("on-demand"), tr("On demand"),
                QStringLiteral("rate=0,5000&distribution=even&mode=on-demand")},
        };
    }

    Scene compute(const Settled& state, Stages& stages, const Progress& progress) const override
    {
        try {
            return sceneOf(shownOf(state, stages, progress));
        } catch (const Stopped&) {
            return stoppedScene();
        }
    }
};

} // namespace

namespace topics {

std::unique_ptr<const Lab> kinesis_data_streams()
{
    return std::make_unique<KinesisDataStreams>();
}

} // namespace topics

} // namespace tangent
