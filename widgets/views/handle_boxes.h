// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/handle_targets.h"

#include <QRectF>

namespace tangent {

/// The handles with the four corners of every box behind it, each a vertex that writes its two targets.
std::vector<Handle> withCorners(const std::vector<Handle>& handles);

/// Two opposite corners of a box handle, as handles of their own.
std::pair<Handle, Handle> cornersOf(const Handle& box);

/// The rectangle of a box handle in axis units, from corner to corner.
QRectF boxRectangle(const Handle& box, const Values& values);

/// The intent that moves a whole box, its middle to a place in axis units. It keeps its size: at the end of
/// a range it stops.
Intent moveBox(const Handle& box, QPointF place, const Values& values, const Parameters& parameters,
    Intent::Phase phase);

} // namespace tangent
