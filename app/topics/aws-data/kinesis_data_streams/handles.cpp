// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/aws-data/kinesis_data_streams/load_axis.h"

namespace tangent::kinesis {

namespace {

Target cellOf(const char* key, int row, int column)
{
    Target target;
    target.key = QLatin1String(key);
    target.row = row;
    target.column = column;
    return target;
}

void addCorners(const Shown& shown, std::vector<Handle>* all)
{
    const Rows& rows = shown.state.rowsOf("rate");
    for (size_t i = 0; i < rows.size(); ++i) {
        Handle corner;
        corner.id = QStringLiteral("rate-%1").arg(i + 1);
        corner.figure = QStringLiteral("rate");
        corner.label = tr("Corner %1 of the rate curve").arg(i + 1);
        corner.geometry = Handle::Geometry::Vertex;
        corner.x = cellOf("rate", int(i), 0);
        corner.y = cellOf("rate", int(i), 1);
        corner.at = QPointF(cellNumber(rows[i][0]), cellNumber(rows[i][1]));
        corner.removable = rows.size() > 1;
        all->push_back(corner);
    }
}

/// The hot key's share, where its shard's load stands on first attempts: linear in the share.
void addHotShare(const Shown& shown, std::vector<Handle>* all)
{
    const double wholeLoad = shown.load(shown.rate());
    if (shown.keyOptions.spread != simulate::Spread::Hot || shown.keyOptions.salt > 1 || !(wholeLoad > 0))
        return;
    for (const simulate::PlacedKey& key : shown.keys->placed()) {
        if (key.key != shown.keys->busiest())
            continue;
        for (const simulate::ShardSecond& shard : shown.now().shards) {
            const simulate::HashRange& range = shown.rangeOf(shard);
            if (!shard.open || !range.contains(key.hash))
                continue;
            const double evenShare = double(shown.keys->countIn(range)) / shown.keyOptions.keys;
            Handle share;
            share.id = QStringLiteral("hot-share");
            share.figure = QStringLiteral("load");
            share.label = tr("Share of the hot key %1").arg(shown.busiestName());
            share.y.key = share.id;
            share.mapY = {wholeLoad * (1 - evenShare), wholeLoad * evenShare};
            share.at = QPointF(simulate::position(key.hash),
                share.mapY.offset + share.mapY.scale * shown.keyOptions.hotShare);
            if (share.mapY.scale > 0)
                all->push_back(share);
        }
    }
}

void addReshards(const Shown& shown, std::vector<Handle>* all)
{
    if (shown.options.mode == simulate::Mode::OnDemand)
        return;
    const Rows& rows = shown.state.rowsOf("reshards");
    for (size_t i = 0; i < rows.size(); ++i) {
        Handle moment;
        moment.id = QStringLiteral("reshard-%1").arg(i + 1);
        moment.figure = QStringLiteral("history");
        moment.label = tr("When to %1 shard %2").arg(cellText(rows[i][2])).arg(cellNumber(rows[i][1]));
        moment.geometry = Handle::Geometry::XRule;
        moment.x = cellOf("reshards", int(i), 0);
        moment.at = QPointF(cellNumber(rows[i][0]), 0.5);
        moment.removable = true;
        all->push_back(moment);
    }
}

} // namespace

std::vector<Handle> handles(const Shown& shown)
{
    std::vector<Handle> all;
    addHotShare(shown, &all);
    addCorners(shown, &all);
    addReshards(shown, &all);
    Handle step;
    step.id = QStringLiteral("step");
    step.figure = QStringLiteral("rate");
    step.label = tr("Shown second");
    step.geometry = Handle::Geometry::XRule;
    step.x.key = step.id;
    step.at = QPointF(shown.second, 0);
    step.role = Role::Muted;
    step.minimum = 0;
    step.maximum = shown.last();
    all.push_back(step);
    return all;
}

} // namespace tangent::kinesis
