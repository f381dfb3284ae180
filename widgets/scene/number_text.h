// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tangent {

/// A number for the screen, through the locale: about four significant digits, scientific beyond
/// 10⁶ and below 10⁻⁴, a true minus sign, "∞" and "–" for what is not a number. With `decimals` ≥ 0
/// that many digits after the point. From 10,000 on digits stand in groups.
QString shownNumber(double value, int decimals = -1);

/// A count for the screen, through the locale: all its digits, in groups where there are more than four.
QString shownCount(qint64 count);

/// A shown number without the zeros that end its decimals: 0.1800 → 0.18, 3.000 → 3.
QString withoutTrailingZeros(QString shown);

/// A number for links, files and machines: the shortest text that reads back as the same double.
QString exactNumber(double value);

/// A count with its words: `one` for 1 ("1 row"), else `many` with the number at its %1 ("%1 rows").
QString counted(qint64 count, const QString& one, const QString& many);

/// A share as a percentage: 0.8064 → "80.6 %".
QString shownPercent(double share);

} // namespace tangent
