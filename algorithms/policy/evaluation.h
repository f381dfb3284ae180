// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/policy/principal.h"

#include <array>

namespace tangent::policy {

/// All policies that one request meets, by Source.
struct PolicySet {
    std::array<PolicyDocument, sourceCount> documents;

    const PolicyDocument& operator[](Source source) const { return documents[size_t(source)]; }
    PolicyDocument& operator[](Source source) { return documents[size_t(source)]; }
};

/// One action on one resource.
struct Request {
    Principal principal;
    std::string action;          ///< `s3:GetObject`
    std::string resource;        ///< an ARN, or `*` for actions that know no resource
    std::string resourceAccount; ///< twelve digits; the principal's own: one account
    Context context;
    bool meetsResourcePolicy = true; ///< false: what is asked for carries no policy that counts
};

/// The context with what AWS fills in by itself, where it is not given: aws:PrincipalArn (of a session: its
/// role, where that is known), aws:PrincipalAccount, aws:PrincipalType, aws:username (users only),
/// aws:ResourceAccount and aws:SecureTransport (true).
TANGENT_API Context withDerivedKeys(
    Context context, const Principal& principal, std::string_view resourceAccount);

/// Which parts of a statement fit a request; it applies when all do.
struct StatementMatch {
    bool principal = true;
    bool action = false;
    bool resource = false;
    bool condition = false;
    Naming naming = Naming::None; ///< resource policies: how the Principal meets whoever asks

    bool applies() const { return principal && action && resource && condition; }
};

TANGENT_API StatementMatch matchOf(
    const Statement& statement, const PolicyDocument& policy, const Request& request, bool hasBoundary);

enum class Gate { ExplicitDeny, Organisation, Resource, Identity, Boundary, Session };
inline constexpr int gateCount = 6;

enum class Outcome {
    NotReached,    ///< decided before
    Passes,        ///< no Deny applies
    NotSet,        ///< no policy there, and none is needed
    NotApplicable, ///< a policy is there, but has no say over this request
    Allows,        ///< an Allow applies
    Delegates,     ///< a resource policy names the whole account: its identities still need their own Allow
    Granted,       ///< silent, but the resource policy has granted it already
    Silent,        ///< no Allow applies: nothing granted; at a gate that must allow this ends the walk
    Denies         ///< a Deny applies
};

enum class Decision { Allow, ExplicitDeny, ImplicitDeny };

/// A statement of one of the policies.
struct Hit {
    Source source = Source::Identity;
    int statement = 0; ///< index
};

struct Step {
    Gate gate = Gate::ExplicitDeny;
    Outcome outcome = Outcome::NotReached;
    std::vector<Hit> hits; ///< what made the outcome
};

/// What became of one request.
struct Walk {
    Decision decision = Decision::ImplicitDeny;
    Gate decidedAt = Gate::Identity; ///< where the walk ended; Session, when it passed them all
    Source decidedBy = Source::Identity;
    int statement = -1; ///< of that policy; -1: it was silent
    bool crossAccount = false;
    std::vector<Step> steps; ///< all six gates, in the order in which they are passed
    std::array<std::vector<StatementMatch>, sourceCount> matches; ///< of every statement

    TANGENT_API const Step& at(Gate gate) const;
};

/// Walks one request through the policies, which must be sound. Any Deny ends it. Then, within one account:
/// organisation policy, resource policy, identity policy, boundary, session policy; a resource policy that
/// names the user, the session or everyone decides at once, one that names the role is still cut by boundary
/// and session policy. Across accounts both sides must allow: the principal's account first, then the
/// resource policy. IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny
/// access" and "Cross-account policy evaluation logic". Resource control policies, role trust policies and
/// key policies are not modelled.
TANGENT_API Walk evaluate(const PolicySet& policies, const Request& request);

/// The service that an action calls: `sagemaker` of `sagemaker:CreateTrainingJob`.
TANGENT_API std::string serviceOf(std::string_view action);

/// The further request that passing a role makes: iam:PassRole on the role, with iam:PassedToService. The
/// role's own trust policy does not take part (IAM User Guide, "Granting a user permissions to pass a role
/// to an AWS service").
TANGENT_API Request passRoleRequest(const Request& request, std::string_view role);

} // namespace tangent::policy
