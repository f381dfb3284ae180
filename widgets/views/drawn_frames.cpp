// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/drawn_frames.h"

#include <algorithm>

namespace tangent {

namespace {

constexpr qsizetype mostBytes = 16 << 20;

} // namespace

DrawnFrames& DrawnFrames::shared()
{
    static thread_local DrawnFrames frames;
    return frames;
}

const DrawnFrame* DrawnFrames::find(const FrameRequest& request, const Theme& theme, double textScale) const
{
    const auto found = std::find_if(frames_.begin(), frames_.end(), [&](const DrawnFrame& one) {
        return one.theme == &theme && one.textScale == textScale && one.request == request;
    });
    return found == frames_.end() ? nullptr : &*found;
}

void DrawnFrames::keep(DrawnFrame frame)
{
    // The address of any other theme may be another one's tomorrow.
    if (frame.theme != &Theme::light() && frame.theme != &Theme::darkTheme())
        return;
    bytes_ += frame.picture.sizeInBytes();
    frames_.push_front(std::move(frame));
    while (bytes_ > mostBytes) {
        bytes_ -= frames_.back().picture.sizeInBytes();
        frames_.pop_back();
    }
}

} // namespace tangent
