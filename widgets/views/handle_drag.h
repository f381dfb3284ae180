// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/figure_view.h"
#include "widgets/views/plot_mapping.h"

namespace tangent {

/// A handle in the hand: from the press to the release or to Escape. The first move begins the gesture,
/// so that a mere click changes nothing.
class HandleDrag {
public:
    bool isActive() const { return active_; }
    const QString& handleId() const { return handle_.id; }
    /// Where the hand wants the handle, in axis units.
    QPointF place() const { return place_; }

    void press(const Handle& handle, QPointF pixel, const Values& values, const Parameters& parameters,
        const PlotMapping& mapping);
    /// A newer scene may describe the handle anew.
    void refresh(const std::vector<Handle>& handles);
    /// What the hand wants now; nothing if that is what it wanted last time.
    std::optional<Intent> move(
        QPointF pixel, const Values& values, const Parameters& parameters, const PlotMapping& mapping);
    std::optional<Intent> release();
    /// Takes everything back to the values at the press.
    std::vector<Intent> cancel();

private:
    Handle handle_;
    bool active_ = false;
    bool begun_ = false;
    bool mirrored_ = false; ///< an angle held at the far end of its line
    QPointF pressed_;
    QPointF offset_; ///< from the pointer to the middle of the handle
    QPointF place_;  ///< last wanted, in axis units
    Intent original_;
    Intent last_;
    Values also_; ///< what the gesture wrote beside its targets
};

/// Rounded to the decimal place that one pixel can show, so that values written by hand stay short.
QPointF roundedToPixels(QPointF place, const PlotMapping& mapping);

} // namespace tangent
