// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/policy/policy_document.h"

namespace tangent::policy {

/// The text of one statement, its lines moved to the left margin. `statement` is an index into `policy`,
/// which was read from `text`.
TANGENT_API std::string statementText(std::string_view text, const PolicyDocument& policy, int statement);

/// The policy without one of its statements, everything else as it was written; empty when it was the only
/// one.
TANGENT_API std::string withoutStatement(std::string_view text, const PolicyDocument& policy, int statement);

/// The policy with one statement more, behind the others, at their indentation; a whole policy where the text
/// is blank. A Principal is taken out or put in as the place asks (`principal`: the ARN that is put in), and
/// a Sid that is taken gets a number. Nothing where either text is no JSON with a Statement.
TANGENT_API std::optional<std::string> withStatement(
    std::string_view text, std::string_view statement, Source source, std::string_view principal);

} // namespace tangent::policy
