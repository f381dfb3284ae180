// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/row_sample.h"

#include "algorithms/random/random.h"
#include "app/lab/data/columns.h"
#include "app/lab/data/data_text.h"

namespace tangent {

TablePointer sampledRows(const TablePointer& table, int count, quint64 seed)
{
    if (!table || count <= 0 || table->rowCount() <= count)
        return table;
    // Selection sampling: Knuth, The Art of Computer Programming 2, section 3.4.2, algorithm S.
    Random random(seed);
    std::vector<int> rows;
    rows.reserve(size_t(count));
    const int total = table->rowCount();
    for (int row = 0; row < total && int(rows.size()) < count; ++row) {
        if (int(random.below(quint64(total - row))) < count - int(rows.size()))
            rows.push_back(row);
    }
    auto sample = std::make_shared<Table>();
    sample->name = table->name;
    sample->title = table->title;
    sample->label = table->label;
    for (const Column& column : table->columns)
        sample->columns.push_back(takeRows(column, rows));
    std::vector<int> ids;
    ids.reserve(rows.size());
    for (const int row : rows)
        ids.push_back(table->rowIds[size_t(row)]);
    sample->rowIds = std::move(ids);
    return sample;
}

Parameters rowLimitParameters(int limit)
{
    const QString group = DataText::tr("Data");
    return {
        Parameter::toggle(QStringLiteral("all-rows"), DataText::tr("All rows"), false)
            .inGroup(group)
            .withHelp(DataText::tr("Work on every row, not on a sample of %L1; pictures then take longer.")
                          .arg(limit)),
        [&] {
            Parameter seed = Parameter::seedOf(DataText::tr("Sample seed"), 1);
            seed.key = QStringLiteral("sample-seed");
            return seed.inGroup(group).withHelp(
                DataText::tr("Another seed draws another sample of the rows."));
        }()};
}

QString sampleWords(int count, int whole)
{
    return DataText::tr("%L1 of %L2 rows").arg(count).arg(whole);
}

} // namespace tangent
