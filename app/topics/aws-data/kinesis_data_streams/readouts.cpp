// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/aws-data/kinesis_data_streams/stream_run.h"
#include "widgets/scene/number_text.h"

namespace tangent::kinesis {

namespace {

Readout readout(
    const char* key, const QString& label, double value, const QString& formula, const QString& line)
{
    Readout made;
    made.key = QLatin1String(key);
    made.label = label;
    made.value = value;
    made.formula = formula;
    made.line = line;
    return made;
}

Readout throttledShare(const Shown& shown)
{
    const simulate::StreamSecond& now = shown.now();
    Readout made = readout("throttled-share", tr("Throttled share"), 0,
        QStringLiteral(R"tex(\frac{\text{rejected}}{\text{write attempts}})tex"),
        tr("attempts until second %1: %2, refused: %3")
            .arg(shown.second)
            .arg(shownCount(now.attempts), shownCount(now.rejected())));
    made.better = Readout::Better::Down;
    made.prominent = true;
    if (now.attempts == 0) {
        made.value = {};
        made.note = tr("nothing has been sent yet");
    } else {
        made.value = double(now.rejected()) / double(now.attempts);
    }
    return made;
}

Readout worstLoad(const Shown& shown)
{
    const simulate::ShardSecond& worst = shown.now().shards[shown.worstShard()];
    Readout made = readout("worst-shard-load", tr("Worst shard’s load"), shown.worstLoad(),
        QStringLiteral(
            R"tex(\max_s\max\left(\frac{\text{records}_s}{1000},\ \frac{\text{bytes}_s}{1\,\text{MB}}\right))tex"),
        tr("shard %1 is offered %2 of %3 KB in the second: %4 of its limit")
            .arg(worst.shard + 1)
            .arg(counted(worst.offered, tr("1 record"), tr("%1 records")))
            .arg(shownNumber(shown.options.recordKilobytes), shownNumber(shown.worstLoad(), 3)));
    made.better = Readout::Better::Down;
    made.prominent = true;
    return made;
}

Readout shardsNeeded(const Shown& shown)
{
    const simulate::ShardNeeds needs = simulate::shardNeeds(shown.options);
    Readout made = readout("shards-needed", tr("Shards needed"), needs.shards(),
        QStringLiteral(
            R"tex(\left\lceil\max\left(\frac{r}{1000},\ \frac{r\,b}{1\,\text{MB}},\ \frac{m\,r\,b}{2\,\text{MB}}\right)\right\rceil)tex"),
        tr("records in %1, bytes in %2, shared bytes out %3: the largest, rounded up")
            .arg(shownNumber(needs.recordsIn, 2), shownNumber(needs.bytesIn, 2),
                shownNumber(needs.bytesOut, 2)));
    made.note = tr("if all keys were even, at the curve’s peak");
    made.prominent = true;
    return made;
}

Readout iteratorAge(const Shown& shown)
{
    std::int64_t unread = 0;
    for (const simulate::ReaderSecond& reader : shown.now().readers)
        unread = std::max(unread, reader.unread);
    Readout made = readout("iterator-age", tr("Iterator age"), shown.now().iteratorAge(),
        QStringLiteral(R"tex(\max_{\text{shard, reader}}\left(t-t_\text{oldest unread}\right))tex"),
        counted(unread, tr("the reader furthest behind has 1 record to read"),
            tr("the reader furthest behind has %1 records to read")));
    made.unit = tr("s");
    made.better = Readout::Better::Down;
    made.prominent = true;
    return made;
}

std::vector<Readout> balance(const Shown& shown)
{
    const simulate::StreamSecond& now = shown.now();
    const QString formula =
        QStringLiteral(R"tex(\text{produced}=\text{accepted}+\text{waiting}+\text{given up})tex");
    const QString line = tr("%1 = %2 + %3 + %4")
                             .arg(shownCount(now.produced), shownCount(now.accepted), shownCount(now.waiting),
                                 shownCount(now.givenUp));
    return {
        readout("produced", tr("Produced"), double(now.produced), formula, line),
        readout("accepted", tr("Accepted"), double(now.accepted), formula, line),
        readout("waiting", tr("Waiting"), double(now.waiting), formula, line),
        readout("given-up", tr("Given up"), double(now.givenUp), formula, line),
    };
}

} // namespace

std::vector<Readout> readouts(const Shown& shown)
{
    std::vector<Readout> all{
        throttledShare(shown), worstLoad(shown), shardsNeeded(shown), iteratorAge(shown)};
    for (Readout& one : balance(shown))
        all.push_back(std::move(one));
    std::int64_t unread = 0;
    std::int64_t read = 0;
    for (const simulate::ReaderSecond& reader : shown.now().readers) {
        if (reader.unread >= unread) {
            unread = reader.unread;
            read = reader.read;
        }
    }
    all.push_back(readout("unread", tr("Unread, slowest reader"), double(unread),
        QStringLiteral(R"tex(\text{accepted}=\text{read}+\text{unread}+\text{expired})tex"),
        tr("%1 = %2 + %3 + 0").arg(shownCount(shown.now().accepted), shownCount(read), shownCount(unread))));
    all.push_back(readout("shards-open", tr("Open shards"), shown.now().openShards(),
        QStringLiteral(R"tex(\text{start}+\text{splits}-\text{merges})tex"),
        tr("%1 at the start, %2 now").arg(shown.options.shards).arg(shown.now().openShards())));
    Readout key;
    key.key = QStringLiteral("busiest-key");
    key.label = tr("Busiest key");
    key.formula = QStringLiteral(
        R"tex(\text{shard}=\left\lfloor n\,\frac{\text{MD5}(\text{key})}{2^{128}}\right\rfloor)tex");
    key.line =
        tr("it carries %1 of all records under each of its names").arg(shownPercent(shown.busiestShare()));
    if (shown.hasBusiestKey())
        key.value = shown.busiestName();
    else
        key.note = tr("all keys are even");
    all.push_back(key);
    return all;
}

} // namespace tangent::kinesis
