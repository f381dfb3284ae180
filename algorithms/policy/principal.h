// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/policy/policy_document.h"

namespace tangent::policy {

/// Who asks: `arn:aws:iam::111122223333:user/ana`, `…:role/path/notebook`, or a named session of a role,
/// `arn:aws:sts::111122223333:assumed-role/notebook/ana`. Whoever asks as a role asks as a session of it.
struct Principal {
    enum class Kind { User, Role, Session };
    Kind kind = Kind::User;
    std::string arn;
    std::string account; ///< twelve digits
    std::string name;    ///< of the user or role, without its path

    bool isUser() const { return kind == Kind::User; }
};

/// Nothing when the ARN names no user, role or role session.
TANGENT_API std::optional<Principal> principalNamed(std::string_view arn);

/// The account in an ARN; empty where it names none, as those of S3 do.
TANGENT_API std::string accountOf(std::string_view arn);

/// How a statement's Principal meets whoever asks. The order is that of their strength: within one account
/// the first grants nothing by itself, the second only up to boundary and session policy, the rest
/// whatever the principal's own policies leave unsaid (IAM User Guide, "How AWS enforcement code logic
/// evaluates requests": resource-based policies and implicit denies in other policy types).
enum class Naming { None, Account, Role, Everyone, Session, User };

/// How a list of principals names one. For a session the role's ARN names it, too.
TANGENT_API Naming namingOf(const Principals& principals, const Principal& principal);

/// Whether NotPrincipal leaves this one out of the statement. With Deny the account must be listed beside
/// the user or role, and for a named session the role as well; with a boundary attached nobody is left
/// out (IAM User Guide, "NotPrincipal").
TANGENT_API bool isExempt(
    const Principals& principals, const Principal& principal, Effect effect, bool hasBoundary);

} // namespace tangent::policy
