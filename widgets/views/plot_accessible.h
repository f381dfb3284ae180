// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/plot_view.h"

namespace tangent {

/// Makes plots known to screen readers: a chart whose children are its handles, one slider for each way
/// that a handle can go, with name, value and range. Safe to call again.
void installPlotAccessibility();

/// The keyboard went to a handle.
void announceHandleFocus(PlotView* view, int index);
/// A handle has another value.
void announceHandleValue(PlotView* view, int index);

} // namespace tangent
