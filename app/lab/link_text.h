// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/parameter.h"

#include <optional>

namespace tangent {

/// Values as links write them. Numbers have a point, lists are parted by `,` and `;`, and all but
/// A–Z a–z 0–9 - . _ ~ is percent-encoded inside the pieces.
QString encodeValue(const Value& value);

/// Percent-encodes all but A–Z a–z 0–9 - . _ ~ : @ (the last two only where they part nothing).
QString encodeText(const QString& text);
/// Reverses encodeText; a plus sign is a plus sign. Nothing when the bytes are no UTF-8.
std::optional<QString> decodeText(const QString& encoded);

/// Reads the encoded text of one value. On failure returns nothing and writes one sentence that names
/// the key, what was wrong and what is allowed.
std::optional<Value> decodeValue(const Parameter& parameter, const QString& encoded, QString* complaint);

/// The same value moved into the range of its declaration; a sentence when it had to be moved.
Value legalValue(const Parameter& parameter, const Value& value, QString* complaint);

} // namespace tangent
