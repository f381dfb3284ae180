// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tangent {

class SlimSlider;

/// Gives sliders a value interface with range and step. Called by every slider; does its work once.
void announceSliders();

/// Tells assistive programs that a slider moved.
void announceSliderValue(SlimSlider& slider);

} // namespace tangent
