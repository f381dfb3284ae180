// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/column_edits.h"

#include "app/lab/data/cell_value.h"
#include "app/lab/data/columns.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace tangent {

namespace {

template <class T>
CellEdits<T> cellEdits(const std::map<int, T>& changed, const std::vector<T>& added, const RemovedRows& gone)
{
    CellEdits<T> edits;
    edits.changed.assign(changed.begin(), changed.end());
    edits.removed = gone.ofBase;
    for (size_t i = 0; i < added.size(); ++i) {
        if (gone.isAddedKept[i])
            edits.appended.push_back(added[i]);
    }
    return edits;
}

/// Where a word stands among sorted levels; -1 when it is none of them.
int levelOf(const QStringList& levels, const QString& word)
{
    const auto found = std::lower_bound(levels.begin(), levels.end(), word, levelLess);
    return found == levels.end() || *found != word ? -1 : int(found - levels.begin());
}

/// A column that was empty takes the type of what is written into it.
Column withTypeOfWords(const Column& column)
{
    if (column.levels.isEmpty())
        return column;
    if (const auto numbers = asNumbers(column))
        return *numbers;
    Column words = column;
    words.type = Column::Type::Category;
    return words;
}

} // namespace

ColumnEdits::ColumnEdits(const Column& base)
    : base_(base)
{
}

void ColumnEdits::addRow()
{
    if (base_.isNumeric())
        addedNumbers_.push_back(std::numeric_limits<double>::quiet_NaN());
    else
        addedCodes_.push_back(-1);
}

bool ColumnEdits::set(int row, const QString& text)
{
    if (!base_.isNumeric()) {
        write(row, 0, isMissingCell(text) ? -1 : codeOf(text));
        return true;
    }
    const auto value = numericCell(base_, text);
    if (value)
        write(row, *value, 0);
    return value.has_value();
}

void ColumnEdits::write(int row, double number, int code)
{
    const bool isNumeric = base_.isNumeric();
    const auto ofBase = int(isNumeric ? base_.numbers.size() : base_.codes.size());
    if (row < ofBase && isNumeric)
        numbers_[row] = number;
    else if (row < ofBase)
        codes_[row] = code;
    else if (isNumeric)
        addedNumbers_[size_t(row - ofBase)] = number;
    else
        addedCodes_[size_t(row - ofBase)] = code;
}

int ColumnEdits::codeOf(const QString& word)
{
    if (const int level = levelOf(base_.levels, word); level >= 0)
        return level;
    const auto known = newCodes_.constFind(word);
    if (known != newCodes_.constEnd())
        return *known;
    const auto code = int(base_.levels.size() + newWords_.size());
    newWords_ << word;
    newCodes_.insert(word, code);
    return code;
}

/// How often each code occurs in the end; `changed` holds no removed row.
std::vector<int> ColumnEdits::usesWithout(const RemovedRows& gone, const std::map<int, int>& changed) const
{
    std::vector<int> uses = base_.codes.occurrences(size_t(base_.levels.size()));
    uses.resize(size_t(base_.levels.size() + newWords_.size()), 0);
    const auto count = [&](int code, int times) {
        if (code >= 0)
            uses[size_t(code)] += times;
    };
    for (const auto& [row, code] : changed) {
        count(base_.codes[size_t(row)], -1);
        count(code, 1);
    }
    for (const int row : gone.ofBase ? *gone.ofBase : std::vector<int>())
        count(base_.codes[size_t(row)], -1);
    for (size_t i = 0; i < addedCodes_.size(); ++i) {
        if (gone.isAddedKept[i])
            count(addedCodes_[i], 1);
    }
    return uses;
}

/// The codes of all words as the words are sorted. Few are new: each looks for its place.
std::vector<int> ColumnEdits::inOrder() const
{
    const auto ofBase = int(base_.levels.size());
    std::vector<int> added(size_t(newWords_.size()));
    std::iota(added.begin(), added.end(), 0);
    std::sort(
        added.begin(), added.end(), [&](int a, int b) { return levelLess(newWords_[a], newWords_[b]); });
    std::vector<int> order;
    order.reserve(size_t(ofBase) + added.size());
    int old = 0;
    for (const int index : added) {
        const auto place =
            std::lower_bound(base_.levels.begin(), base_.levels.end(), newWords_[index], levelLess);
        for (const auto end = int(place - base_.levels.begin()); old < end; ++old)
            order.push_back(old);
        order.push_back(ofBase + index);
    }
    for (; old < ofBase; ++old)
        order.push_back(old);
    return order;
}

Column ColumnEdits::edited(const RemovedRows& gone) const
{
    const bool isWritten = !numbers_.empty() || !codes_.empty();
    if (!isWritten && !gone.ofBase && gone.isAddedKept.empty())
        return base_;
    Column column;
    column.name = base_.name;
    column.type = base_.type;
    column.unit = base_.unit;
    if (base_.isNumeric()) {
        column.numbers = Cells<double>::edited(base_.numbers, cellEdits(numbers_, addedNumbers_, gone));
        return column;
    }
    std::map<int, int> changed = codes_;
    for (const int row : gone.ofBase ? *gone.ofBase : std::vector<int>())
        changed.erase(row);
    const std::vector<int> uses = usesWithout(gone, changed);
    CellEdits<int> edits = cellEdits(changed, addedCodes_, gone);

    // The levels that are left, and the new words between them.
    const auto ofBase = int(base_.levels.size());
    const bool areAllLeft =
        newWords_.isEmpty() && std::all_of(uses.begin(), uses.end(), [](int times) { return times > 0; });
    if (areAllLeft) {
        column.levels = base_.levels;
        column.codes = Cells<int>::edited(base_.codes, std::move(edits));
        return column;
    }
    const auto word = [&](int code) { return code < ofBase ? base_.levels[code] : newWords_[code - ofBase]; };
    const std::vector<int> order = inOrder();
    std::vector<int> renumbered(order.size(), -1);
    column.levels.reserve(qsizetype(order.size()));
    for (const int code : order) {
        if (uses[size_t(code)] > 0) {
            renumbered[size_t(code)] = int(column.levels.size());
            column.levels << word(code);
        }
    }
    for (auto& [row, code] : edits.changed)
        code = code < 0 ? -1 : renumbered[size_t(code)];
    for (int& code : edits.appended)
        code = code < 0 ? -1 : renumbered[size_t(code)];
    edits.renumbered = std::move(renumbered);
    column.codes = Cells<int>::edited(base_.codes, std::move(edits));
    return base_.type == Column::Type::Missing ? withTypeOfWords(column) : column;
}

} // namespace tangent
