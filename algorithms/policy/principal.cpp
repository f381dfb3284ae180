// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/policy/principal.h"

#include <algorithm>

namespace tangent::policy {

namespace {

/// The six parts of an ARN; fewer when it has fewer colons.
std::vector<std::string_view> partsOf(std::string_view arn)
{
    std::vector<std::string_view> parts;
    for (size_t colon = arn.find(':'); colon != std::string_view::npos && parts.size() < 5;
         colon = arn.find(':')) {
        parts.push_back(arn.substr(0, colon));
        arn.remove_prefix(colon + 1);
    }
    parts.push_back(arn);
    return parts;
}

bool isAccount(std::string_view text)
{
    return text.size() == 12
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool namesAccount(const Principals& principals, const std::string& account)
{
    return std::any_of(principals.aws.begin(), principals.aws.end(), [&](const std::string& one) {
        return one == account || (one.ends_with(":root") && accountOf(one) == account);
    });
}

bool namesRoleOf(const Principals& principals, const Principal& principal)
{
    return std::any_of(principals.aws.begin(), principals.aws.end(), [&](const std::string& one) {
        if (one == principal.arn)
            return principal.kind == Principal::Kind::Role;
        const auto named = principalNamed(one);
        return principal.kind == Principal::Kind::Session && named && named->kind == Principal::Kind::Role
            && named->account == principal.account && named->name == principal.name;
    });
}

bool namesItself(const Principals& principals, const Principal& principal)
{
    return std::find(principals.aws.begin(), principals.aws.end(), principal.arn) != principals.aws.end();
}

} // namespace

std::string accountOf(std::string_view arn)
{
    const auto parts = partsOf(arn);
    return parts.size() == 6 && isAccount(parts[4]) ? std::string(parts[4]) : std::string();
}

std::optional<Principal> principalNamed(std::string_view arn)
{
    const auto parts = partsOf(arn);
    if (parts.size() != 6 || parts[0] != "arn" || !isAccount(parts[4]))
        return std::nullopt;
    Principal made;
    made.arn = arn;
    made.account = parts[4];
    const size_t slash = parts[5].find('/');
    if (slash == std::string_view::npos)
        return std::nullopt;
    const std::string_view kind = parts[5].substr(0, slash);
    std::string_view path = parts[5].substr(slash + 1);
    if (parts[2] == "sts" && kind == "assumed-role") {
        const size_t session = path.find('/');
        if (session == std::string_view::npos || session + 1 == path.size())
            return std::nullopt;
        made.kind = Principal::Kind::Session;
        path = path.substr(0, session);
    } else if (parts[2] == "iam" && (kind == "user" || kind == "role")) {
        made.kind = kind == "user" ? Principal::Kind::User : Principal::Kind::Role;
        path = path.substr(path.rfind('/') + 1);
    } else {
        return std::nullopt;
    }
    made.name = path;
    return made.name.empty() ? std::nullopt : std::optional(made);
}

Naming namingOf(const Principals& principals, const Principal& principal)
{
    if (principal.isUser() && namesItself(principals, principal))
        return Naming::User;
    if (principal.kind == Principal::Kind::Session && namesItself(principals, principal))
        return Naming::Session;
    if (principals.everyone)
        return Naming::Everyone;
    if (namesRoleOf(principals, principal))
        return Naming::Role;
    return namesAccount(principals, principal.account) ? Naming::Account : Naming::None;
}

bool isExempt(const Principals& principals, const Principal& principal, Effect effect, bool hasBoundary)
{
    if (principals.everyone)
        return true;
    const bool itself = namesItself(principals, principal);
    if (effect == Effect::Allow)
        return itself || namesRoleOf(principals, principal) || namesAccount(principals, principal.account);
    const bool role = principal.kind != Principal::Kind::Session || namesRoleOf(principals, principal);
    return !hasBoundary && itself && role && namesAccount(principals, principal.account);
}

} // namespace tangent::policy
