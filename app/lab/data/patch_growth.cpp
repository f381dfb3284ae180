// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/patch_growth.h"

#include "app/lab/data/patch_edit.h"

namespace tangent {

namespace {

/// Longer patches meet the bound on added rows, which the whole reading knows.
constexpr int mostRows = 90'000;

int lastId(const Table& table)
{
    return table.rowIds.empty() ? 0 : table.rowIds.back();
}

} // namespace

std::optional<GrownPatch> grownPatch(
    const TablePointer& base, const QString& before, const TablePointer& made, const QString& asked)
{
    const bool continues = !before.isEmpty() && asked.size() > before.size() + 1
        && asked[before.size()] == QLatin1Char(';') && asked.startsWith(before);
    if (!continues || lastId(*made) < lastId(*base) || made->rowCount() - base->rowCount() > mostRows)
        return std::nullopt;
    QStringList complaints;
    const Patch more = parsePatch(asked.mid(before.size() + 1), &complaints);
    if (!complaints.isEmpty() || !more.changed.empty() || !more.removed.empty())
        return std::nullopt;
    Patch fitting;
    for (const QStringList& row : more.added)
        addRow(&fitting, *made, row);
    if (!(fitting == more)) // something was left out: the whole reading says what
        return std::nullopt;
    return GrownPatch{before + QLatin1Char(';') + toString(fitting), applyPatch(made, fitting, &complaints)};
}

} // namespace tangent
