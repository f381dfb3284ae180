// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/csv_dialect.h"

#include "app/lab/data/column_builder.h"
#include "app/lab/data/columns.h"
#include "app/lab/data/csv_scanner.h"
#include "app/lab/data/dates.h"

#include <algorithm>
#include <string>
#include <vector>

namespace tangent {

namespace {

constexpr size_t sampleBytes = 64 << 10;
constexpr size_t sampleRows = 50;

using SampleRow = std::vector<std::string>;

std::vector<SampleRow> sample(std::string_view text, char separator)
{
    const bool cut = text.size() > sampleBytes;
    CsvScanner scanner(text.substr(0, sampleBytes), separator);
    std::vector<SampleRow> rows;
    SampleRow row;
    CsvCell cell;
    scanner.skipEmptyLines();
    while (rows.size() < sampleRows && scanner.next(&cell)) {
        row.emplace_back(cell.text);
        if (!cell.endsRow || (cut && scanner.atEnd() && !rows.empty()))
            continue; // the row that the sample's end cuts through tells nothing
        rows.push_back(std::move(row));
        row.clear();
        scanner.skipEmptyLines();
    }
    if (scanner.isUnterminated() && rows.empty()) {
        row.emplace_back();
        rows.push_back(std::move(row));
    }
    return rows;
}

double agreement(const std::vector<SampleRow>& rows)
{
    if (rows.empty() || rows.front().size() < 2)
        return 0;
    const auto same = std::count_if(
        rows.begin(), rows.end(), [&](const SampleRow& row) { return row.size() == rows.front().size(); });
    return double(same) / double(rows.size());
}

/// True when what stands below the first row is numbers or dates, and something does.
bool isNumericBelow(const std::vector<SampleRow>& rows, size_t column, bool decimalComma)
{
    bool any = false;
    for (size_t r = 1; r < rows.size(); ++r) {
        if (column >= rows[r].size() || isMissingWord(rows[r][column]))
            continue;
        if (!isNumberOrDate(rows[r][column], decimalComma))
            return false;
        any = true;
    }
    return any;
}

bool looksLikeHeader(const std::vector<SampleRow>& rows, bool decimalComma)
{
    if (rows.empty())
        return true;
    int words = 0;
    int numbers = 0;
    for (size_t column = 0; column < rows.front().size(); ++column) {
        const std::string& cell = rows.front()[column];
        if (isNumberOrDate(cell, decimalComma))
            ++numbers;
        else if (!isMissingWord(cell) && isNumericBelow(rows, column, decimalComma))
            ++words;
    }
    return numbers == 0 || words > numbers;
}

size_t separatorLine(std::string_view text, char* separator)
{
    if (text.size() < 5 || text.substr(0, 4) != "sep=" || std::string_view(",;\t").find(text[4]) == text.npos)
        return 0;
    const size_t end = text.find_first_of("\r\n");
    if (end != 5)
        return 0;
    *separator = text[4];
    return text.substr(5, 2) == "\r\n" ? 7 : 6;
}

} // namespace

bool isNumberOrDate(std::string_view text, bool decimalComma)
{
    return readNumber(text) || (decimalComma && readCommaNumber(text)) || readDate(text);
}

CsvDialect detectDialect(std::string_view text, char separator)
{
    CsvDialect dialect;
    dialect.separator = separator;
    char named = 0;
    dialect.start = separatorLine(text, &named);
    text.remove_prefix(dialect.start);
    if (dialect.separator == 0)
        dialect.separator = named;
    if (dialect.separator == 0) {
        double best = 0;
        for (const char candidate : {'\t', ';', ','}) {
            const double score = agreement(sample(text, candidate));
            if (score > best) {
                best = score;
                dialect.separator = candidate;
            }
        }
    }
    dialect.hasHeader = looksLikeHeader(sample(text, dialect.separator), dialect.decimalComma());
    return dialect;
}

} // namespace tangent
