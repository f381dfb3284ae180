// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/table.h"

#include <QHash>

#include <map>

namespace tangent {

/// Rows that a patch takes away: of the table itself, and of those that the patch adds.
struct RemovedRows {
    std::shared_ptr<const std::vector<int>> ofBase; ///< row indices, ascending; null: none
    std::vector<char> isAddedKept;                  ///< one for each added row
};

/// What a patch does to one column. It looks at the cells it writes and at no others, so it is as quick in a
/// long column as in a short one; only how often each word occurs is counted, once for a table.
class ColumnEdits {
public:
    /// Of a column that outlives this.
    explicit ColumnEdits(const Column& base);

    /// One row of a missing cell more behind those of the column.
    void addRow();

    /// Writes a cell. False when the text does not fit the column's type.
    bool set(int row, const QString& text);

    /// The column as it is then. Its levels are those that its rows use, in order.
    Column edited(const RemovedRows& gone) const;

private:
    void write(int row, double number, int code);
    int codeOf(const QString& word);
    std::vector<int> inOrder() const;
    std::vector<int> usesWithout(const RemovedRows& gone, const std::map<int, int>& changed) const;

    const Column& base_;
    std::map<int, double> numbers_; ///< row of the base → value
    std::map<int, int> codes_;      ///< row of the base → code; those of new words follow the base's
    std::vector<double> addedNumbers_;
    std::vector<int> addedCodes_;
    QStringList newWords_;
    QHash<QString, int> newCodes_;
};

} // namespace tangent
