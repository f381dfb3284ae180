// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/table.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace tangent {

/// What a hand changed in a table. Values are written as in files; an empty one is missing.
struct Patch {
    std::map<int, std::map<QString, QString>> changed; ///< row id → column → value
    std::set<int> removed;                             ///< row ids
    /// Values in column order, trailing empty ones left out. The i-th row's id is the table's last id + 1 +
    /// i. Nothing: a row that was taken away again; its id is no other row's.
    std::vector<std::optional<QStringList>> added;

    /// How many of `added` are there.
    int rowsAdded() const;
    bool isEmpty() const { return changed.empty() && removed.empty() && added.empty(); }
    bool operator==(const Patch&) const = default;
};

/// Reads the `patch` of a link as it stands there, still percent-encoded: items parted by `;`, namely
/// `12:COLUMN=VALUE,COLUMN=VALUE` changed, `-12` removed, `+v1,v2` added, `~3` three rows that were added
/// here and are gone. Split first, each piece decoded then; the `+` `:` `=` of the grammar may be encoded
/// too. The last of a repeated cell counts, and a removed row is not changed. Items that are malformed are
/// left out, with one sentence each.
Patch parsePatch(const QString& encoded, QStringList* complaints = nullptr);

/// So many rows can be added in one patch, those that are gone again counted.
inline constexpr size_t mostAddedRows = 100'000;

/// The canonical text of a patch: changed rows by id with their columns by name, removed rows by id, added
/// rows. It is encoded for a link and goes there as it is: it holds only A–Z a–z 0–9 - . _ ~ , ; : % (and a
/// bare `=` behind a column name that holds one itself).
QString toString(const Patch& patch);

/// The table with a patch on it: removed rows are gone, added ones follow the last. What does not fit
/// (no such row or column, a word where a number belongs) is left out, with one sentence each. An empty
/// patch gives back the table itself.
TablePointer applyPatch(const TablePointer& base, const Patch& patch, QStringList* complaints = nullptr);

} // namespace tangent
