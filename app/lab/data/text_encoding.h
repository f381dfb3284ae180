// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string_view>

namespace tangent {

/// Offset of the first byte that is no valid UTF-8 (RFC 3629) or is zero; npos when all are well.
size_t firstBadByte(std::string_view text);

/// A file's bytes as UTF-8 without a byte order mark. UTF-16 of both orders is recognised by its mark, or
/// without one by its many zero bytes. Text that is damaged or in another encoding comes out with
/// whatever firstBadByte() then finds: nothing is guessed.
QByteArray toUtf8(const QByteArray& bytes);

} // namespace tangent
