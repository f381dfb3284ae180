// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace tangent::tests {

/// A state that the note walks through, and what it must answer.
struct IamState {
    const char* name;
    QString query;
    const char* decision;
    const char* decidedBy;
    const char* endedAt;
};

/// The states of the note, in its order. (In a file of their own: moc cannot read raw texts.)
std::vector<IamState> iamStates();

/// `key=value&…` with the values percent-encoded.
QString iamQuery(const std::vector<std::pair<const char*, QString>>& values);
/// A policy around statements parted by commas.
QString iamPolicy(const char* statements);

} // namespace tangent::tests
