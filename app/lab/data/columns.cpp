// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/columns.h"

#include <QHash>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>

namespace tangent {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

bool codePointLess(const QString& a, const QString& b)
{
    const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (differ.first == a.end() || differ.second == b.end())
        return a.size() < b.size();
    const char16_t x = differ.first->unicode();
    const char16_t y = differ.second->unicode();
    // A surrogate stands for a code point above all that fit one unit, also those from U+E000 up.
    const bool xHigh = QChar::isSurrogate(x);
    const bool yHigh = QChar::isSurrogate(y);
    return xHigh == yHigh ? x < y : yHigh;
}

struct SortableWord {
    std::optional<double> number;
    QString word;

    bool operator<(const SortableWord& other) const
    {
        if (number.has_value() != other.number.has_value())
            return number.has_value();
        if (number && *number != *other.number)
            return *number < *other.number;
        return codePointLess(word, other.word);
    }
};

SortableWord sortable(const QString& word)
{
    const QByteArray bytes = word.toUtf8();
    return {readNumber({bytes.constData(), size_t(bytes.size())}), word};
}

bool equalsFolded(std::string_view text, std::string_view lower)
{
    return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
        [](char a, char b) { return (a >= 'A' && a <= 'Z' ? char(a + 32) : a) == b; });
}

} // namespace

bool levelLess(const QString& a, const QString& b)
{
    return sortable(a) < sortable(b);
}

std::optional<double> readNumber(std::string_view text)
{
    if (!text.empty() && text.front() == '+' && text.size() > 1 && text[1] != '-')
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

bool isMissingWord(std::string_view text)
{
    switch (text.size()) {
    case 0:
        return true;
    case 1:
        return text[0] == '?' || text[0] == '-';
    case 2:
        return equalsFolded(text, "na");
    case 3:
        return equalsFolded(text, "nan");
    case 4:
        return equalsFolded(text, "null");
    default:
        return false;
    }
}

Column numberColumn(const QString& name, std::vector<double> numbers, const QString& unit)
{
    Column column;
    column.name = name;
    column.unit = unit;
    column.numbers = std::move(numbers);
    return column;
}

Column missingColumn(const QString& name, size_t rows)
{
    Column column;
    column.name = name;
    column.type = Column::Type::Missing;
    column.codes = std::vector<int>(rows, -1);
    return column;
}

Column wordColumn(const QString& name, const QStringList& words, Column::Type type)
{
    QHash<QString, int> known;
    QStringList distinct;
    std::vector<int> codes;
    codes.reserve(size_t(words.size()));
    for (const QString& word : words) {
        if (word.isEmpty()) {
            codes.push_back(-1);
            continue;
        }
        const auto found = known.constFind(word);
        codes.push_back(found == known.constEnd() ? int(distinct.size()) : *found);
        if (found == known.constEnd()) {
            known.insert(word, int(distinct.size()));
            distinct << word;
        }
    }
    return codedColumn(name, std::move(codes), distinct, type);
}

Column codedColumn(const QString& name, std::vector<int> codes, const QStringList& words, Column::Type type)
{
    std::vector<SortableWord> sorted;
    sorted.reserve(size_t(words.size()));
    for (const QString& word : words)
        sorted.push_back(sortable(word));
    std::vector<int> order(sorted.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(
        order.begin(), order.end(), [&](int a, int b) { return sorted[size_t(a)] < sorted[size_t(b)]; });

    std::vector<char> used(sorted.size(), 0);
    for (const int code : codes) {
        if (code >= 0)
            used[size_t(code)] = 1;
    }
    Column column;
    column.name = name;
    column.type = type;
    std::vector<int> recoded(sorted.size(), -1);
    for (const int old : order) {
        if (!used[size_t(old)])
            continue;
        if (column.levels.isEmpty() || column.levels.back() != sorted[size_t(old)].word)
            column.levels << sorted[size_t(old)].word;
        recoded[size_t(old)] = int(column.levels.size()) - 1;
    }
    for (int& code : codes)
        code = code < 0 ? -1 : recoded[size_t(code)];
    column.codes = std::move(codes);
    return column;
}

Column asCategory(const Column& column)
{
    if (!column.isNumeric()) {
        Column category = column;
        category.type = Column::Type::Category;
        return category;
    }
    QHash<double, int> known;
    QStringList words;
    const std::vector<double>& numbers = column.numbers;
    std::vector<int> codes(numbers.size(), -1);
    for (size_t row = 0; row < codes.size(); ++row) {
        if (std::isnan(numbers[row]))
            continue;
        const double value = numbers[row] + 0.0; // a negative zero is the same level as zero
        const auto found = known.constFind(value);
        codes[row] = found == known.constEnd() ? int(words.size()) : *found;
        if (found == known.constEnd()) {
            known.insert(value, int(words.size()));
            words << (value == 0 ? QStringLiteral("0") : column.text(int(row)));
        }
    }
    Column category = codedColumn(column.name, std::move(codes), words, Column::Type::Category);
    category.unit = column.unit;
    return category;
}

std::optional<Column> asNumbers(const Column& column)
{
    if (column.isNumeric())
        return column;
    std::vector<double> values;
    for (const QString& level : column.levels) {
        const auto value = sortable(level).number;
        if (!value)
            return std::nullopt;
        values.push_back(*value);
    }
    std::vector<double> numbers;
    numbers.reserve(column.codes.size());
    for (const int code : column.codes)
        numbers.push_back(code < 0 ? missing : values[size_t(code)]);
    return numberColumn(column.name, std::move(numbers), column.unit);
}

TablePointer withColumnAs(const TablePointer& table, const QString& column, Column::Type type)
{
    const int index = table->columnIndex(column);
    if (index < 0)
        return nullptr;
    const Column& old = table->columns[size_t(index)];
    if (old.type == type)
        return table;
    const auto turned = type == Column::Type::Category ? std::optional(asCategory(old)) : asNumbers(old);
    if (!turned || turned->type != type)
        return nullptr;
    auto changed = std::make_shared<Table>(*table);
    changed->columns[size_t(index)] = *turned;
    return changed;
}

Column takeRows(const Column& column, const std::shared_ptr<const std::vector<int>>& rows)
{
    Column taken;
    taken.name = column.name;
    taken.type = column.type;
    taken.unit = column.unit;
    if (column.isNumeric()) {
        taken.numbers = Cells<double>::picked(column.numbers, rows);
        return taken;
    }
    taken.levels = column.levels;
    taken.codes = Cells<int>::picked(column.codes, rows);
    return taken;
}

} // namespace tangent
