// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/state.h"

#include <optional>

namespace tangent {

class Lab;

/// A state as it was asked for: typed values, encoded texts of a link over them, not yet checked.
struct Request {
    QString topic;
    Values values;
    QMap<QString, QString> encoded; ///< by key, still percent-encoded; beats `values`
    Complaints complaints;          ///< found while reading

    Request() = default;
    explicit Request(const State& state)
        : topic(state.topic)
        , values(state.values)
    {
    }
};

/// What is longer goes into a state file.
inline constexpr int maximumLinkBytes = 64 << 10;

/// Reads `[tangent:]topic?key=value&…`. At most 64 KiB. Nothing (and a sentence) when it is no link.
std::optional<Request> readLink(const QString& link, QString* complaint);

/// Adds the pairs of `key=value&key=value` to a request; the last of a repeated key counts.
void readQuery(const QString& query, Request* request);

/// `tangent:topic?…` of a settled state: defaults left out, lab keys in declared order, then reserved keys.
QString writeLink(const Settled& settled);

} // namespace tangent
