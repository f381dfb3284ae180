// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tangent {

/// Makes the program's buttons speak: what a screen reader presses or toggles acts as a click does.
/// (Qt's own interface only toggles, which setters do as well.) Called by every button; works once.
void announceButtons();

} // namespace tangent
