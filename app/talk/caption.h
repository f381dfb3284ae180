// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/talk/talk.h"
#include "widgets/scene/scene.h"

namespace tangent {

/// The caption of a stop with the numbers of a scene in it.
QString captionWith(const TalkStop& stop, const Scene& scene);
/// The same as rich text, with the words of the stop's own link strong.
QString captionHtml(const TalkStop& stop, const Scene& scene);

} // namespace tangent
