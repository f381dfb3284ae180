// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/chart_frame.h"

#include <deque>

namespace tangent {

/// A frame as it was drawn, by all that it depends on.
struct DrawnFrame {
    FrameRequest request;
    const Theme* theme = nullptr;
    double textScale = 1;
    std::vector<Tick> xTicks;
    std::vector<Tick> yTicks;
    std::vector<Tick> secondTicks;
    PlotMapping mapping;
    double xTitleTop = 0;
    QImage picture;
    QStringList unfitting;
};

/// The frames that were drawn last, of all plots: setting up a chart takes longer than all else in a small
/// plot, and a hand that goes back and forth between two states wants the same ones again.
class DrawnFrames {
public:
    /// Those of this thread.
    static DrawnFrames& shared();

    /// Null when it is not among them.
    const DrawnFrame* find(const FrameRequest& request, const Theme& theme, double textScale) const;
    void keep(DrawnFrame frame);

private:
    std::deque<DrawnFrame> frames_; ///< the newest first
    qsizetype bytes_ = 0;
};

} // namespace tangent
