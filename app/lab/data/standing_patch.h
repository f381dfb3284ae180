// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/data/patch_writer.h"

#include <optional>

namespace tangent {

/// A patch of a table as it stands, and what it makes of the table. Who draws puts items behind it many times
/// a second: each time only those are read, whatever the patch holds by then.
class StandingPatch {
public:
    /// Reads a patch of `base`; what is malformed is left out, with one sentence each.
    StandingPatch(const TablePointer& base, const QString& text, QStringList* complaints);

    /// With what `asked` has behind the canonical text of this one. Nothing where it does not begin with that
    /// text or is malformed: then the whole patch has to be read.
    std::optional<StandingPatch> grownTo(const QString& asked) const;

    const QString& canonical() const { return canonical_; }
    TablePointer table() const { return patch_.isEmpty() ? base_ : writer_.table(); }

private:
    StandingPatch(const StandingPatch& before, const Patch& more);

    TablePointer base_;
    Patch patch_;
    PatchWriter writer_;
    QString canonical_;
};

} // namespace tangent
