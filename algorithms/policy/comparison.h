// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tangent::policy {

/// A decimal number such as `10`, `-2.5`, `1e3`; nothing for anything else, infinities included.
TANGENT_API std::optional<double> numberIn(std::string_view text);

/// Seconds since 1970-01-01T00:00:00Z of a date as the W3C note on date and time writes it (ISO 8601: `2026`,
/// `2026-03`, `2026-03-31`, `2026-03-31T12:00Z`, `…T12:00:00.5+01:00`) or of a whole number of seconds since
/// then. Without a zone it is UTC. Five digits and more are seconds, four are a year.
TANGENT_API std::optional<double> secondsIn(std::string_view text);

/// An IPv4 or IPv6 address and how many of its leading bits count (all of them where no `/n` stands).
struct AddressRange {
    std::array<std::uint8_t, 16> bytes{};
    int bits = 0;     ///< prefix length
    bool six = false; ///< IPv6
    /// True when the other one, taken whole, lies in this range. A v4 address is in no v6 range.
    TANGENT_API bool contains(const AddressRange& other) const;
};

/// `203.0.113.5`, `203.0.113.0/24`, `2001:db8::/32`; nothing for anything else.
TANGENT_API std::optional<AddressRange> addressIn(std::string_view text);

} // namespace tangent::policy
