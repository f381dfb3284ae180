// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/row_sample.h"

#include "algorithms/random/random.h"
#include "app/lab/data/columns.h"
#include "app/lab/data/data_text.h"
#include "widgets/scene/number_text.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <mutex>
#include <optional>

namespace tangent {

namespace {

/// A row, by what draws it: a hash of its id and the seed. The least ones make the sample.
struct Ranked {
    quint64 rank = 0;
    int row = 0;
    bool operator<(const Ranked& other) const
    {
        return rank != other.rank ? rank < other.rank : row < other.row;
    }
};

/// Ranks the rows for one seed. So a row that is drawn stays drawn whatever happens to the others.
class Ranking {
public:
    explicit Ranking(quint64 seed)
        : start_(Random(seed).next())
    {
    }
    quint64 operator()(int id) const { return Random(start_ + quint64(id)).next(); }

private:
    quint64 start_;
};

/// The `count` rows of least rank, in the order of their ranks.
std::vector<Ranked> leastRanked(const Table& table, size_t count, const Ranking& rank)
{
    std::vector<Ranked> rows;
    rows.reserve(size_t(table.rowCount()));
    for (const int id : table.rowIds)
        rows.push_back({rank(id), int(rows.size())});
    count = std::min(count, rows.size());
    std::nth_element(rows.begin(), rows.begin() + std::ptrdiff_t(count), rows.end());
    rows.resize(count);
    rows.shrink_to_fit();
    std::sort(rows.begin(), rows.end());
    return rows;
}

using RowList = std::shared_ptr<const std::vector<int>>;

/// What is drawn from a table that others are versions of. Ranking all its rows takes some milliseconds.
struct Draw {
    std::vector<Ranked> ranked; ///< those that are drawn, and some that follow them, by rank
    RowList rows;               ///< those that are drawn, as the table has them
};

std::shared_ptr<const Draw> drawFrom(const TablePointer& table, size_t count, quint64 seed)
{
    struct Known {
        std::weak_ptr<const Table> table;
        size_t count = 0;
        quint64 seed = 0;
        std::shared_ptr<const Draw> draw;
    };
    constexpr size_t most = 4;
    static std::mutex mutex;
    static std::deque<Known> known; // the newest first
    const std::lock_guard lock(mutex);
    for (const Known& one : known) {
        if (one.count == count && one.seed == seed && one.table.lock() == table)
            return one.draw;
    }
    const size_t inReserve = std::max<size_t>(1000, count / 10); // for rows that are removed
    auto draw = std::make_shared<Draw>();
    draw->ranked = leastRanked(*table, count + inReserve, Ranking(seed));
    std::vector<int> rows;
    for (size_t i = 0; i < std::min(count, draw->ranked.size()); ++i)
        rows.push_back(draw->ranked[i].row);
    std::sort(rows.begin(), rows.end());
    draw->rows = std::make_shared<const std::vector<int>>(std::move(rows));
    known.push_front({table, count, seed, draw});
    known.resize(std::min(known.size(), most));
    return draw;
}

/// What a version's sample has other than that of the table it was made from.
struct Difference {
    std::vector<int> without; ///< rows of the base, ascending
    std::vector<int> with;    ///< rows of the base, ascending
    std::vector<int> added;   ///< rows of the version behind those of the base, ascending
};

/// Nothing when more rows are gone than `draw` has in reserve.
std::optional<Difference> differenceOf(
    const Table& table, const std::vector<int>& removed, const Draw& draw, const Ranking& rank)
{
    const size_t count = draw.rows->size();
    const auto isRemoved = [&](size_t i) {
        return std::binary_search(removed.begin(), removed.end(), draw.ranked[i].row);
    };
    Difference made;
    for (const int row : removed) {
        if (std::binary_search(draw.rows->begin(), draw.rows->end(), row))
            made.without.push_back(row);
    }
    size_t end = count; // of the rows by rank that are drawn, but for the removed ones
    for (size_t missing = made.without.size(); missing > 0; ++end) {
        if (end == draw.ranked.size())
            return std::nullopt;
        if (!isRemoved(end)) {
            made.with.push_back(draw.ranked[end].row);
            --missing;
        }
    }
    std::vector<Ranked> added;
    for (int row = table.rowCount() - table.edits->added; row < table.rowCount(); ++row)
        added.push_back({rank(table.rowIds[size_t(row)]), row});
    std::sort(added.begin(), added.end());
    for (const Ranked& one : added) {
        while (end > 0 && isRemoved(end - 1))
            --end;
        if (end == 0 || draw.ranked[end - 1].rank < one.rank)
            break;
        made.added.push_back(one.row);
        --end; // an added row stands before it: it is drawn no longer
        if (end < count)
            made.without.push_back(draw.ranked[end].row);
        else
            made.with.pop_back();
    }
    for (std::vector<int>* rows : {&made.without, &made.with, &made.added})
        std::sort(rows->begin(), rows->end());
    return made;
}

/// The rows to draw from a version of a table, from what is drawn from that table.
std::vector<int> rowsOfVersion(const Table& table, size_t count, quint64 seed)
{
    static const std::vector<int> none;
    const std::vector<int>& removed = table.edits->removed ? *table.edits->removed : none;
    const auto draw = drawFrom(table.edits->base, count, seed);
    const Ranking rank(seed);
    const auto difference =
        draw->rows->size() < count ? std::nullopt : differenceOf(table, removed, *draw, rank);
    std::vector<int> rows;
    if (!difference) {
        for (const Ranked& one : leastRanked(table, count, rank))
            rows.push_back(one.row);
        std::sort(rows.begin(), rows.end());
        return rows;
    }
    std::vector<int> kept;
    kept.reserve(count);
    std::set_difference(draw->rows->begin(), draw->rows->end(), difference->without.begin(),
        difference->without.end(), std::back_inserter(kept));
    rows.reserve(count);
    std::merge(
        kept.begin(), kept.end(), difference->with.begin(), difference->with.end(), std::back_inserter(rows));
    auto gone = removed.begin();
    for (int& row : rows) {
        while (gone != removed.end() && *gone < row)
            ++gone;
        row -= int(gone - removed.begin());
    }
    rows.insert(rows.end(), difference->added.begin(), difference->added.end());
    return rows;
}

} // namespace

TablePointer withRows(const Table& table, const std::shared_ptr<const std::vector<int>>& rows)
{
    auto some = std::make_shared<Table>();
    some->name = table.name;
    some->title = table.title;
    some->label = table.label;
    some->rowIds = Cells<int>::picked(table.rowIds, rows);
    for (const Column& column : table.columns)
        some->columns.push_back(takeRows(column, rows));
    return some;
}

TablePointer sampledRows(const TablePointer& table, int count, quint64 seed)
{
    if (!table || count <= 0 || table->rowCount() <= count)
        return table;
    const bool isVersion = table->edits && !table->edits->base->edits;
    return withRows(*table,
        isVersion ? std::make_shared<const std::vector<int>>(rowsOfVersion(*table, size_t(count), seed))
                  : drawFrom(table, size_t(count), seed)->rows);
}

Parameters rowLimitParameters(int limit)
{
    const QString group = DataText::tr("Data");
    return {Parameter::toggle(QStringLiteral("all-rows"), DataText::tr("All rows"), false)
                .inGroup(group)
                .withHelp(DataText::tr("Work on every row, not on a sample of %1; pictures then take longer.")
                              .arg(shownCount(limit))),
        [&] {
            Parameter seed = Parameter::seedOf(DataText::tr("Sample seed"), 1);
            seed.key = QStringLiteral("sample-seed");
            return seed.inGroup(group).withHelp(
                DataText::tr("Another seed draws another sample of the rows."));
        }()};
}

QString sampleWords(int count, int whole)
{
    return DataText::tr("%1 of %2 rows").arg(shownCount(count), shownCount(whole));
}

} // namespace tangent
