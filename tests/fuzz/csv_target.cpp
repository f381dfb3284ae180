// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/csv.h"
#include "tests/fuzz/target.h"

namespace tangent::fuzz {

namespace {

void checkTable(const Table& table, const CsvOptions& options)
{
    require(table.name.startsWith(QLatin1String("file:")), "a user's table is named as one");
    require(!table.columns.empty(), "a table has columns");
    require(table.columns.size() <= size_t(options.maximumColumns), "no more columns than allowed");
    require(table.rowCount() <= 1 || qint64(table.columns.size()) * table.rowCount() <= options.maximumCells,
        "no more cells than allowed");
    for (const Column& column : table.columns) {
        const size_t held = column.isNumeric() ? column.numbers.size() : column.codes.size();
        require(held == table.rowIds.size(), "a column is as long as the table");
        for (const int code : column.codes)
            require(code >= -1 && code < column.levels.size(), "a code stands for a level");
        for (int row = 0; row < table.rowCount(); ++row)
            require(column.isMissing(row) == column.text(row).isEmpty() || !column.isNumeric(),
                "a number that is there has a text");
    }
    for (size_t i = 1; i < table.rowIds.size(); ++i)
        require(table.rowIds[i - 1] < table.rowIds[i], "row ids ascend");
}

/// The first byte chooses the options, the rest is the file.
void readTable(const QByteArray& bytes)
{
    if (bytes.isEmpty())
        return;
    const int choice = uchar(bytes[0]);
    CsvOptions options;
    options.fileName = QStringLiteral("fuzz.csv");
    const char separators[] = {0, ',', ';', '\t'};
    options.separator = separators[choice & 3];
    options.header = CsvOptions::Header((choice >> 2) % 3);
    options.sampleRows = (choice >> 4) & 3; // 0: all of them
    options.maximumBytes = 1 << 16;
    options.maximumCells = choice & 64 ? 100 : 40'000;
    options.maximumColumns = choice & 128 ? 10 : 16'384;
    const QByteArray file = bytes.mid(1);
    const CsvResult read = readCsv(file, options);
    require((read.table != nullptr) == read.complaint.isEmpty(), "a table or a sentence");
    if (!read.table)
        return;
    checkTable(*read.table, options);
    require(*readCsv(file, options).table == *read.table, "the same bytes are the same table");
}

} // namespace

} // namespace tangent::fuzz

TANGENT_FUZZ_TARGET("csv", tangent::fuzz::readTable)
