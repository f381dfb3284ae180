// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string_view>

namespace tangent {

/// Reads an ISO 8601 date: `yyyy-mm`, `yyyy-mm-dd`, or the latter with `T` or a blank and
/// `hh:mm[:ss[.fff]]`, then `Z`, `±hh:mm` or nothing (taken as UTC). Years 0001 to 9999 of the Gregorian
/// calendar. Returns milliseconds since 1970-01-01 UTC; nothing when it is no such date.
std::optional<double> readDate(std::string_view text);

/// The date as `yyyy-mm-dd`, with `Thh:mm:ss[.fff]` when the time of day is not midnight (UTC).
QString dateText(double milliseconds);

} // namespace tangent
