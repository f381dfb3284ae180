// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/note/goal.h"

#include <optional>

namespace tangent {

/// What a link in a note does.
struct LiveLink {
    enum class Kind {
        Lab,   ///< `lab:?query` sets these keys, `lab:=?query` sets them from the defaults
        Drag,  ///< `drag:key`: the number is scrubbed in the text
        Show,  ///< `show:key`: the text shows a readout
        Goal,  ///< `goal:conditions`: the challenge
        Topic, ///< `tangent:topic?query`: another lab
        Web,   ///< an address; shown and copied, never opened
    };
    Kind kind = Kind::Lab;
    QString query; ///< Lab: without the question mark
    bool fromDefaults = false;
    QString key;     ///< Drag, Show
    QString address; ///< Topic, Web
    Goal goal;
    bool operator==(const LiveLink&) const = default;
};

/// Reads the target of a link in a note. Nothing, and a sentence, when it is of no known kind or ill formed.
std::optional<LiveLink> parseLiveLink(const QString& href, QString* complaint);

} // namespace tangent
