// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/value.h"

#include <optional>

namespace tangent {

/// A grid as links write it: `WxHxL:` and base64url of the levels, row by row from the top left,
/// ⌈log2 L⌉ bits each, most significant first, no padding.
QString encodeGrid(const Grid& grid);

/// Reverses encodeGrid; sides up to 256, 2 to 256 levels. Nothing when the text is no such grid.
std::optional<Grid> decodeGrid(const QString& text);

} // namespace tangent
