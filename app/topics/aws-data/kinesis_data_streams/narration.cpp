// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/aws-data/kinesis_data_streams/stream_run.h"
#include "widgets/scene/number_text.h"

namespace tangent::kinesis {

namespace {

QString rounded(double value)
{
    return shownNumber(value, 0);
}

/// "1,000 records/s" or "68 records/s (1 MB)": what one shard takes in.
QString perShard(const Shown& shown)
{
    const QString records = counted(shown.options.recordsIn(), tr("1 record/s"), tr("%1 records/s"));
    return shown.bytesBind() ? tr("%1 (1 MB)").arg(records) : records;
}

int shardsWithRoom(const Shown& shown)
{
    int count = 0;
    for (const simulate::ShardSecond& shard : shown.now().shards)
        count += shard.open && shown.load(shard.offered) < 1 ? 1 : 0;
    return count;
}

int refusedInTheSecond(const Shown& shown)
{
    int refused = 0;
    for (const simulate::ShardSecond& shard : shown.now().shards)
        refused += shard.rejected();
    return refused;
}

QString lagging(const Shown& shown)
{
    const double age = shown.now().iteratorAge();
    const double before =
        shown.second > 5 ? shown.trace->seconds[size_t(shown.second - 5)].iteratorAge() : age;
    const QString behind = tr("the slowest reader is **%1 s behind**").arg(shownNumber(age, 1));
    if (shown.options.fanOut)
        return age > before ? tr("Even with 2 MB/s each, %1 and falling back.").arg(behind)
                            : tr("With 2 MB/s each, %1 and not losing ground.").arg(behind);
    if (shown.options.readers == 1)
        return age > before
            ? tr("One reader has 2 MB/s and five calls of every shard: %1 and falling back.").arg(behind)
            : tr("One reader has 2 MB/s and five calls of every shard: %1, not losing ground.").arg(behind);
    return (age > before
            ? tr("%1 readers share 2 MB/s and five calls of every shard: %2 and falling back.")
            : tr("%1 readers share 2 MB/s and five calls of every shard: %2, not losing ground."))
        .arg(shown.options.readers)
        .arg(behind);
}

/// Nothing refused now is not nothing lost: what producers gave up before never comes.
QString lost(const Shown& shown)
{
    const auto records = shown.now().givenUp;
    if (records == 0)
        return {};
    return counted(
        records, tr(" Before that 1 record was given up."), tr(" Before that %1 records were given up."));
}

} // namespace

QString narration(const Shown& shown)
{
    if (shown.second == 0)
        return tr(
            "**Nothing sent yet.** %1 keys wait above the ranges of hashes that %2 shards answer for; press "
            "play.")
            .arg(shown.keyOptions.keys)
            .arg(shown.options.shards);
    const double rate = shown.rate();
    const int refused = refusedInTheSecond(shown);
    const int open = shown.now().openShards();
    const double limit = shown.options.recordsIn();
    const double busiest = rate * shown.busiestShare();
    if (refused > 0 && busiest > limit && shown.keyOptions.salt > 1)
        return tr("**Still too hot under one name**: %1 records/s, and a shard takes %2. More salt helps; "
                  "more shards "
                  "do not.")
            .arg(rounded(busiest), perShard(shown));
    if (refused > 0 && busiest > limit)
        return tr(
            "**%1 alone brings %2 records/s**, and a shard takes %3: no number of shards is enough. %4 of %5 "
            "have room.")
            .arg(shown.busiestName(), rounded(busiest), perShard(shown))
            .arg(shardsWithRoom(shown))
            .arg(open);
    if (refused > 0 && rate > limit * open)
        return tr("**Too much for %1**: %2 records/s arrive, each shard takes %3. In this second %4.")
            .arg(counted(open, tr("1 shard"), tr("%1 shards")), rounded(rate), perShard(shown),
                counted(refused, tr("1 attempt was refused"), tr("%1 attempts were refused")));
    if (refused > 0 && shown.now().waiting > 0 && rate <= 0.98 * limit * open
        && shown.now().waiting < shown.trace->seconds[size_t(shown.second - 1)].waiting)
        return shown.now().waiting == 1
            ? tr("**Draining**: 1 refused record still waits to be sent again, and what arrives leaves room "
                 "for it.")
            : tr("**Draining**: %1 refused records still wait to be sent again, and what arrives leaves "
                 "room for them.")
                  .arg(shownNumber(double(shown.now().waiting)));
    if (refused > 0) {
        const simulate::ShardSecond& worst = shown.now().shards[shown.worstShard()];
        return tr(
            "**Uneven**: together the shards could take %1 records/s, yet shard %2 is offered %3 and refuses "
            "%4 of them.")
            .arg(rounded(limit * open))
            .arg(worst.shard + 1)
            .arg(worst.offered)
            .arg(worst.rejected());
    }
    constexpr double secondsOfCalls = 1.5; // what sharing calls alone may cost
    if (shown.now().iteratorAge() > secondsOfCalls && shown.now().iteratorAge() * 5 > shown.options.readers)
        return lagging(shown);
    const QString fullest = counted(open, tr("the only shard"), tr("the fullest of %1 shards"))
        + tr(" is at %1 of its limit").arg(shownPercent(shown.worstLoad()));
    if (shown.now().rejected() > 0)
        return tr("**Room again**: nothing is refused any more, and %1.").arg(fullest) + lost(shown);
    return tr("**Room everywhere**: %1 records/s land by hash, %2, and every reader keeps up.")
        .arg(rounded(rate), fullest);
}

} // namespace tangent::kinesis
