// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tangent {

/// The name that takes the fewest single-letter edits to reach (Levenshtein distance); the first of
/// equals. Empty when `names` is.
QString nearestName(const QString& wanted, const QStringList& names);

} // namespace tangent
