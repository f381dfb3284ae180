// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/aws-data/kinesis_data_streams/figure_parts.h"
#include "app/topics/aws-data/kinesis_data_streams/stream_run.h"
#include "widgets/scene/number_text.h"

#include <algorithm>

namespace tangent::kinesis {

namespace {

/// A click that reshards at the shown second.
Target reshardTarget(const Shown& shown, int shard, const char* change)
{
    Target target;
    if (shown.options.mode == simulate::Mode::OnDemand)
        return target;
    Rows rows = shown.state.rowsOf("reshards");
    const double second = std::min(shown.second, longestRate);
    rows.push_back({second, double(shard + 1), QString::fromLatin1(change)});
    target.key = QStringLiteral("reshards");
    target.value = rows;
    return target;
}

} // namespace

Figure shardFigure(const Shown& shown)
{
    TableFigure table;
    table.columns = {tr("shard"), tr("keys"), tr("load"), tr("refused"), QString(), QString()};
    table.rightAligned = {true, true, true, true, false, false};
    const auto& shards = shown.now().shards;
    const size_t worst = shown.worstShard();
    const bool room = shown.state.rowsOf("reshards").size() < 100;
    for (size_t i = 0; i < shards.size(); ++i) {
        const simulate::ShardSecond& shard = shards[i];
        if (!shard.open)
            continue;
        const double load = shown.load(shard.offered);
        const bool hasNext = i + 1 < shards.size() && shards[i + 1].open;
        TableFigure::Line line;
        line.current = i == worst && load > 0;
        TableFigure::Item loadItem{
            shownNumber(load, 2), std::min(1.0, load / 2), load > 1 ? Role::Bad : Role::Class0, load > 1, {}};
        TableFigure::Item split;
        TableFigure::Item merge;
        if (room && shown.options.mode == simulate::Mode::Provisioned) {
            split.text = tr("split");
            split.target = reshardTarget(shown, shard.shard, "split");
            if (hasNext) {
                merge.text = tr("merge");
                merge.target = reshardTarget(shown, shard.shard, "merge");
            }
        }
        line.items = {{QString::number(shard.shard + 1), -1, Role::Ink, true, {}},
            {QString::number(shown.keys->countIn(shown.rangeOf(shard))), -1, Role::Muted, false, {}},
            loadItem,
            {tr("%1/s").arg(shard.rejected()), -1, shard.rejected() > 0 ? Role::Bad : Role::Muted, false, {}},
            split, merge};
        table.lines.push_back(line);
    }
    const QString hint = shown.options.mode == simulate::Mode::OnDemand
        ? tr("split by the stream itself")
        : tr("click to reshard at this second");
    return figureOf("shards", tr("Shards"), hint, Figure::Place::Side, std::move(table), 108);
}

std::vector<DataTable> tables(const Shown& shown)
{
    DataTable shards{QStringLiteral("shards"),
        {QStringLiteral("shard"), QStringLiteral("from"), QStringLiteral("to"), QStringLiteral("keys"),
            QStringLiteral("offered"), QStringLiteral("accepted"), QStringLiteral("rejected"),
            QStringLiteral("load"), QStringLiteral("waiting"), QStringLiteral("unread"),
            QStringLiteral("iterator-age")},
        {}};
    for (const simulate::ShardSecond& shard : shown.now().shards) {
        if (!shard.open)
            continue;
        const simulate::HashRange& range = shown.rangeOf(shard);
        shards.rows.push_back(
            {double(shard.shard + 1), range.from(), range.to(), double(shown.keys->countIn(range)),
                double(shard.offered), double(shard.accepted), double(shard.rejected()),
                shown.load(shard.offered), double(shard.waiting), double(shard.unread), double(shard.age)});
    }
    DataTable timeline{QStringLiteral("timeline"),
        {QStringLiteral("second"), QStringLiteral("produced"), QStringLiteral("attempts"),
            QStringLiteral("accepted"), QStringLiteral("rejected"), QStringLiteral("waiting"),
            QStringLiteral("given-up"), QStringLiteral("shards"), QStringLiteral("iterator-age")},
        {}};
    for (int second = 0; second <= shown.second; ++second) {
        const simulate::StreamSecond& now = shown.trace->seconds[size_t(second)];
        timeline.rows.push_back({double(second), double(now.produced), double(now.attempts),
            double(now.accepted), double(now.rejected()), double(now.waiting), double(now.givenUp),
            double(now.openShards()), now.iteratorAge()});
    }
    return {shards, timeline};
}

} // namespace tangent::kinesis
