// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"
#include "widgets/scene/intent.h"
#include "widgets/scene/parameter.h"

namespace tangent {

/// Words that can be typed: a text parameter or a column of text, and no value that a click would write.
bool isTextTarget(const Target& target, const Parameters& parameters);

/// The words that the target stands for now; nothing when the values do not hold them.
std::optional<QString> heldText(const Target& target, const Values& values);

/// The intent that writes them.
Intent writeText(const Target& target, const QString& text, Intent::Phase phase = Intent::Phase::Whole);

/// The intent that appends the row of an adding to its rows parameter; nothing when that is full or the
/// values do not hold it.
std::optional<Intent> writeAdded(const Adding& adding, const Values& values, const Parameters& parameters);

/// The intent that takes the target's row out of its rows parameter; nothing when no row may go.
std::optional<Intent> writeRemoved(const Target& target, const Values& values, const Parameters& parameters);

/// The intent of a drop.
Intent writeDrop(const Drop& drop);

} // namespace tangent
