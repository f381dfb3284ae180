// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/data/csv_scanner.h"
#include "app/lab/table.h"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tangent {

/// A number whose decimal sign is a comma: `12,5`.
std::optional<double> readCommaNumber(std::string_view text);

/// Gathers one column of a file cell by cell and finds its type as it goes.
///
/// It takes numbers or dates as long as it meets nothing else. When a word turns up late, the cells before
/// are gone: needsRescan() is then true, and after restartAsWords() all cells have to be added again. So a
/// file is read twice at most, whatever stands in it.
class ColumnBuilder {
public:
    /// Words are kept as views into the file; those that were unescaped are copied into `store`.
    ColumnBuilder(bool decimalComma, std::deque<std::string>* store)
        : store_(store)
        , decimalComma_(decimalComma)
    {
    }

    void add(const CsvCell& cell);
    void addMissing();

    bool needsRescan() const;
    void restartAsWords();

    /// Line and text of the cell that made words of a column which had begun with numbers or dates.
    int lateWordLine() const { return lateWordLine_; }
    const std::string& lateWord() const { return lateWord_; }

    int infiniteCells() const { return infinite_; }
    bool usesDecimalComma() const { return kind_ == Kind::Number && withComma_ > 0; }
    bool usesDecimalPoint() const { return kind_ == Kind::Number && withPoint_ > 0; }

    /// The finished column. Words are a Category when they are short and few: at most 40 characters, at
    /// most 1,000 levels, and at most 20 levels or two rows for each; or longer ones with at most 20 levels
    /// and four rows for each. Otherwise they are Text. A column without any
    /// value is Missing. Leaves the builder empty.
    Column finish(const QString& name);

private:
    enum class Kind { Unknown, Number, Date, Words, Mixed };

    bool addNumber(std::string_view text);
    void addWord(const CsvCell& cell);
    Column::Type wordType() const;

    std::deque<std::string>* store_;
    Kind kind_ = Kind::Unknown;
    bool decimalComma_;
    int infinite_ = 0;
    int withComma_ = 0;
    int withPoint_ = 0;
    int lateWordLine_ = 0;
    std::string lateWord_;
    std::vector<double> numbers_;
    std::vector<int> codes_;
    std::vector<std::string_view> words_;
    std::unordered_map<std::string_view, int> known_;
};

/// True for a column of whole numbers that are codes for classes: two to ten distinct values with at
/// least ten rows each on average.
bool looksLikeCodes(const Column& column);

} // namespace tangent
