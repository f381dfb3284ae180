// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/handle_targets.h"
#include "widgets/views/plot_mapping.h"

namespace tangent {

/// The end that a Connect handle leads to now, by what the values hold; −1: none.
int connectedEnd(const Handle& handle, const Values& values);

/// The end nearest to a place in axis units; −1: there are none.
int endAt(const Handle& handle, QPointF place);

/// The end nearest to a pixel within the reach of a hand; −1: none.
int endUnder(const Handle& handle, const PlotMapping& mapping, QPointF pixel);

/// The handle as it is drawn while a hand holds its tip at a place.
Handle heldAt(const Handle& handle, QPointF place, const Values& values);

/// The intent that leads it to the end nearest to a place.
Intent connectTo(const Handle& handle, QPointF place, Intent::Phase phase);

} // namespace tangent
