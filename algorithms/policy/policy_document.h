// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/policy/condition.h"

namespace tangent::policy {

/// Where a policy is attached, which decides what it may say.
enum class Source {
    Organisation, ///< service control policy: limits the principals of an account
    Resource,     ///< bucket policy and its like: the only one that names principals
    Identity,     ///< attached to the user or role
    Boundary,     ///< permissions boundary of the user or role
    Session,      ///< passed when a role is assumed
};
inline constexpr int sourceCount = 5;

enum class Effect { Allow, Deny };

/// Who a statement of a resource policy speaks of.
struct Principals {
    bool everyone = false;        ///< "*" or {"AWS": "*"}
    std::vector<std::string> aws; ///< ARNs and account numbers
    bool hasOthers = false;       ///< services, identity providers: no users or roles of AWS
};

struct Statement {
    std::string sid; ///< may be empty
    Effect effect = Effect::Allow;
    std::optional<Principals> principals;
    bool notPrincipal = false;
    std::vector<std::string> actions;
    bool notAction = false;
    std::vector<std::string> resources;
    bool notResource = false;
    std::vector<Condition> conditions; ///< all must hold
    int firstLine = 1;
    int lastLine = 1;
    size_t begin = 0; ///< bytes of the statement in its text
    size_t end = 0;
};

struct PolicyDocument {
    bool isSet = false;     ///< false: the text is blank, no policy is attached
    bool variables = false; ///< version 2012-10-17: `${…}` is replaced
    std::vector<Statement> statements;
    std::vector<Problem> problems; ///< what AWS would refuse to save

    bool isSound() const { return problems.empty(); }
};

/// Reads a policy by the grammar of the IAM JSON policy language (IAM User Guide, "Grammar of the IAM JSON
/// policy language"). Never throws; at most twenty problems are named.
TANGENT_API PolicyDocument readPolicy(std::string_view text, Source source);

} // namespace tangent::policy
