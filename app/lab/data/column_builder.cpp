// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/column_builder.h"

#include "app/lab/data/columns.h"
#include "app/lab/data/dates.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

namespace tangent {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// What a text without a finite double still says: infinite, or too small to be told from zero.
enum class Extreme { None, Infinite, Tiny };

Extreme extreme(std::string_view text)
{
    if (!text.empty() && text.front() == '+')
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end != text.data() + text.size() || end == text.data())
        return Extreme::None;
    if (error == std::errc::result_out_of_range)
        return text.find("e-") == text.npos && text.find("E-") == text.npos ? Extreme::Infinite
                                                                            : Extreme::Tiny;
    return error == std::errc() && std::isinf(value) ? Extreme::Infinite : Extreme::None;
}

} // namespace

std::optional<double> readCommaNumber(std::string_view text)
{
    char point[64];
    const size_t comma = text.find(',');
    if (comma == text.npos || text.size() > sizeof point || text.find('.') != text.npos)
        return std::nullopt;
    std::copy(text.begin(), text.end(), point);
    point[comma] = '.';
    return readNumber({point, text.size()});
}

bool ColumnBuilder::addNumber(std::string_view text)
{
    if (const auto value = readNumber(text)) {
        numbers_.push_back(*value);
        withPoint_ += text.find('.') != text.npos;
        return true;
    }
    if (const auto value = decimalComma_ ? readCommaNumber(text) : std::nullopt) {
        numbers_.push_back(*value);
        ++withComma_;
        return true;
    }
    const Extreme kind = extreme(text);
    if (kind == Extreme::None)
        return false;
    numbers_.push_back(kind == Extreme::Tiny ? 0 : missing);
    infinite_ += kind == Extreme::Infinite;
    return true;
}

void ColumnBuilder::addMissing()
{
    if (kind_ == Kind::Words)
        codes_.push_back(-1);
    else if (kind_ != Kind::Mixed)
        numbers_.push_back(missing);
}

void ColumnBuilder::add(const CsvCell& cell)
{
    if (kind_ == Kind::Mixed)
        return;
    if (isMissingWord(cell.text)) {
        addMissing();
        return;
    }
    if (kind_ == Kind::Number && addNumber(cell.text))
        return;
    if (kind_ == Kind::Words) {
        addWord(cell);
        return;
    }
    if (kind_ == Kind::Unknown && addNumber(cell.text)) {
        kind_ = Kind::Number;
        return;
    }
    if (kind_ == Kind::Unknown || kind_ == Kind::Date) {
        if (const auto date = readDate(cell.text)) {
            kind_ = Kind::Date;
            numbers_.push_back(*date);
            return;
        }
    }
    if (kind_ == Kind::Unknown) {
        kind_ = Kind::Words;
        codes_.assign(numbers_.size(), -1);
        std::vector<double>().swap(numbers_);
        addWord(cell);
        return;
    }
    kind_ = Kind::Mixed;
    lateWordLine_ = cell.line;
    lateWord_ = cell.text.substr(0, 100);
    std::vector<double>().swap(numbers_);
}

void ColumnBuilder::addWord(const CsvCell& cell)
{
    const auto found = known_.find(cell.text);
    if (found != known_.end()) {
        codes_.push_back(found->second);
        return;
    }
    std::string_view word = cell.text;
    if (cell.unescaped)
        word = store_->emplace_back(cell.text);
    const int code = int(words_.size());
    known_.emplace(word, code);
    words_.push_back(word);
    codes_.push_back(code);
}

bool ColumnBuilder::needsRescan() const
{
    // Commas beside points: one of them parts thousands, and nobody can tell which.
    return kind_ == Kind::Mixed || (kind_ == Kind::Number && withComma_ > 0 && withPoint_ > 0);
}

void ColumnBuilder::restartAsWords()
{
    kind_ = Kind::Words;
    infinite_ = 0;
    std::vector<double>().swap(numbers_);
}

Column::Type ColumnBuilder::wordType() const
{
    const size_t levels = words_.size();
    const size_t rows = codes_.size();
    const bool isShort =
        std::all_of(words_.begin(), words_.end(), [](std::string_view word) { return word.size() <= 40; });
    const bool few =
        isShort ? levels <= 1000 && (levels <= 20 || 2 * levels <= rows) : levels <= 20 && 4 * levels <= rows;
    return few ? Column::Type::Category : Column::Type::Text;
}

Column ColumnBuilder::finish(const QString& name)
{
    if (kind_ == Kind::Unknown)
        return missingColumn(name, std::exchange(numbers_, {}).size());
    if (kind_ != Kind::Words) {
        numbers_.shrink_to_fit();
        Column column = numberColumn(name, std::move(numbers_));
        column.type = kind_ == Kind::Date ? Column::Type::Date : Column::Type::Number;
        return column;
    }
    QStringList words;
    words.reserve(qsizetype(words_.size()));
    for (const std::string_view word : words_)
        words << QString::fromUtf8(word.data(), qsizetype(word.size()));
    const Column::Type type = wordType();
    std::unordered_map<std::string_view, int>().swap(known_);
    codes_.shrink_to_fit();
    return codedColumn(name, std::move(codes_), words, type);
}

bool looksLikeCodes(const Column& column)
{
    if (column.type != Column::Type::Number)
        return false;
    std::vector<double> distinct;
    size_t present = 0;
    for (const double value : column.numbers) {
        if (std::isnan(value))
            continue;
        ++present;
        if (std::find(distinct.begin(), distinct.end(), value) != distinct.end())
            continue;
        if (value != std::floor(value) || distinct.size() == 10)
            return false;
        distinct.push_back(value);
    }
    return distinct.size() >= 2 && present >= 10 * distinct.size();
}

} // namespace tangent
