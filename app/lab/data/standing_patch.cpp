// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/standing_patch.h"

#include "app/lab/data/patch_edit.h"

namespace tangent {

StandingPatch::StandingPatch(const TablePointer& base, const QString& text, QStringList* complaints)
    : base_(base)
    , writer_(base)
{
    const Patch asked = parsePatch(text, complaints);
    patch_ = minimalPatch(asked, *base);
    canonical_ = toString(patch_);
    writer_.write(patch_);
    if (complaints && patch_ != asked) // what has no place in the table is not in the least patch either
        PatchWriter(base).write(asked, complaints);
}

StandingPatch::StandingPatch(const StandingPatch& before, const Patch& more)
    : base_(before.base_)
    , patch_(before.patch_)
    , writer_(before.writer_)
{
    addItems(&patch_, *base_, more);
    writer_.write(more);
    canonical_ = toString(patch_);
}

std::optional<StandingPatch> StandingPatch::grownTo(const QString& asked) const
{
    const QString& before = canonical_;
    if (before.isEmpty() || asked.size() <= before.size() + 1 || asked[before.size()] != QLatin1Char(';')
        || !asked.startsWith(before))
        return std::nullopt;
    QStringList complaints;
    const Patch more = parsePatch(asked.mid(before.size() + 1), &complaints);
    if (!complaints.isEmpty() || patch_.added.size() + more.added.size() > mostAddedRows)
        return std::nullopt;
    return StandingPatch(*this, more);
}

} // namespace tangent
