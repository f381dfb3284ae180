// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/policy/evaluation.h"

#include "algorithms/policy/pattern.h"

#include <algorithm>

namespace tangent::policy {

namespace {

constexpr Gate withinOneAccount[] = {
    Gate::ExplicitDeny, Gate::Organisation, Gate::Resource, Gate::Identity, Gate::Boundary, Gate::Session};
constexpr Gate acrossAccounts[] = {
    Gate::ExplicitDeny, Gate::Organisation, Gate::Identity, Gate::Boundary, Gate::Session, Gate::Resource};

Source sourceOf(Gate gate)
{
    switch (gate) {
    case Gate::Organisation:
        return Source::Organisation;
    case Gate::Resource:
        return Source::Resource;
    case Gate::Boundary:
        return Source::Boundary;
    case Gate::Session:
        return Source::Session;
    case Gate::ExplicitDeny:
    case Gate::Identity:
        break;
    }
    return Source::Identity;
}

bool anyMatches(const std::vector<std::string>& patterns, const std::string& text, const Context* variables,
    bool ignoreCase)
{
    return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& written) {
        const auto pattern = Pattern::of(written, variables);
        return pattern && pattern->matches(text, ignoreCase);
    });
}

bool resourceMatches(const Statement& statement, const Request& request, const Context* variables)
{
    // A request without a resource is met by "*" alone.
    const bool any = request.resource == "*"
        ? std::find(statement.resources.begin(), statement.resources.end(), "*") != statement.resources.end()
        : anyMatches(statement.resources, request.resource, variables, false);
    return any != statement.notResource;
}

class Walker {
public:
    Walker(const PolicySet& policies, const Request& request)
        : policies_(policies)
        , request_(request)
    {
        made_.crossAccount = request.principal.account != request.resourceAccount;
        const bool hasBoundary = policies[Source::Boundary].isSet;
        for (int source = 0; source < sourceCount; ++source) {
            const PolicyDocument& policy = policies.documents[size_t(source)];
            for (const Statement& statement : policy.statements)
                made_.matches[size_t(source)].push_back(matchOf(statement, policy, request, hasBoundary));
        }
    }

    Walk run()
    {
        const auto& order = made_.crossAccount ? acrossAccounts : withinOneAccount;
        for (const Gate gate : order)
            made_.steps.push_back({gate, Outcome::NotReached, {}});
        for (Step& step : made_.steps) {
            if (passes(&step))
                continue;
            made_.decidedAt = step.gate;
            return std::move(made_);
        }
        made_.decidedAt = made_.steps.back().gate;
        decide(Decision::Allow, grantedBy_);
        return std::move(made_);
    }

private:
    bool hasSay(Source source) const
    {
        if (source == Source::Resource)
            return request_.meetsResourcePolicy;
        return source != Source::Session || !request_.principal.isUser();
    }

    std::vector<Hit> hitsOf(Source source, Effect effect) const
    {
        std::vector<Hit> hits;
        const auto& statements = policies_[source].statements;
        for (size_t i = 0; hasSay(source) && i < statements.size(); ++i) {
            if (statements[i].effect == effect && made_.matches[size_t(source)][i].applies())
                hits.push_back({source, int(i)});
        }
        return hits;
    }

    void decide(Decision decision, const Hit& by)
    {
        made_.decision = decision;
        made_.decidedBy = by.source;
        made_.statement = by.statement;
    }

    /// Whether the walk goes on behind this gate; if not, the decision stands.
    bool passes(Step* step)
    {
        if (step->gate == Gate::ExplicitDeny)
            return passesDeny(step);
        const Source source = sourceOf(step->gate);
        if (!hasSay(source)) {
            step->outcome = policies_[source].isSet ? Outcome::NotApplicable : Outcome::NotSet;
            return true;
        }
        step->hits = hitsOf(source, Effect::Allow);
        if (step->gate == Gate::Resource && !made_.crossAccount)
            return passesOwnResource(step);
        if (!step->hits.empty()) {
            step->outcome = Outcome::Allows;
            const bool grants = step->gate == Gate::Resource || (step->gate == Gate::Identity && !granted_);
            if (grants) {
                granted_ = true;
                grantedBy_ = step->hits.front();
            }
            return true;
        }
        const bool mayBeMissing = step->gate != Gate::Resource && step->gate != Gate::Identity;
        if (mayBeMissing && !policies_[source].isSet) {
            step->outcome = Outcome::NotSet;
            return true;
        }
        step->outcome = step->gate == Gate::Identity && granted_ ? Outcome::Granted : Outcome::Silent;
        if (step->outcome == Outcome::Granted)
            return true;
        decide(Decision::ImplicitDeny, {source, -1});
        return false;
    }

    bool passesDeny(Step* step)
    {
        for (int source = 0; source < sourceCount; ++source) {
            const std::vector<Hit> hits = hitsOf(Source(source), Effect::Deny);
            step->hits.insert(step->hits.end(), hits.begin(), hits.end());
        }
        step->outcome = step->hits.empty() ? Outcome::Passes : Outcome::Denies;
        if (!step->hits.empty())
            decide(Decision::ExplicitDeny, step->hits.front());
        return step->hits.empty();
    }

    /// Within one account the way in which the principal is named decides how far the Allow carries.
    bool passesOwnResource(Step* step)
    {
        Naming strongest = Naming::None;
        for (const Hit& hit : step->hits) {
            const Naming naming = made_.matches[size_t(Source::Resource)][size_t(hit.statement)].naming;
            if (naming > strongest) {
                strongest = naming;
                grantedBy_ = hit;
            }
        }
        step->outcome = strongest == Naming::None
            ? (policies_[Source::Resource].isSet ? Outcome::Silent : Outcome::NotSet)
            : strongest == Naming::Account ? Outcome::Delegates
                                           : Outcome::Allows;
        granted_ = strongest > Naming::Account;
        if (strongest <= Naming::Role)
            return true;
        decide(Decision::Allow, grantedBy_);
        return false;
    }

    const PolicySet& policies_;
    const Request& request_;
    bool granted_ = false;
    Hit grantedBy_;
    Walk made_;
};

} // namespace

const Step& Walk::at(Gate gate) const
{
    return *std::find_if(steps.begin(), steps.end(), [&](const Step& step) { return step.gate == gate; });
}

Context withDerivedKeys(Context context, const Principal& principal, std::string_view resourceAccount)
{
    std::string arn = principal.arn;
    if (principal.kind == Principal::Kind::Session)
        arn = "arn:aws:iam::" + principal.account + ":role/" + principal.name;
    context.fill("aws:PrincipalArn", {arn});
    context.fill("aws:PrincipalAccount", {principal.account});
    context.fill("aws:PrincipalType", {principal.isUser() ? "User" : "AssumedRole"});
    if (principal.isUser())
        context.fill("aws:username", {principal.name});
    context.fill("aws:ResourceAccount", {std::string(resourceAccount)});
    context.fill("aws:SecureTransport", {"true"});
    return context;
}

StatementMatch matchOf(
    const Statement& statement, const PolicyDocument& policy, const Request& request, bool hasBoundary)
{
    StatementMatch match;
    const Context* variables = policy.variables ? &request.context : nullptr;
    if (statement.principals && !statement.notPrincipal) {
        match.naming = namingOf(*statement.principals, request.principal);
        match.principal = match.naming != Naming::None;
    } else if (statement.principals) {
        match.principal = !isExempt(*statement.principals, request.principal, statement.effect, hasBoundary);
        match.naming = match.principal ? Naming::Everyone : Naming::None;
    }
    match.action = anyMatches(statement.actions, request.action, nullptr, true) != statement.notAction;
    match.resource = resourceMatches(statement, request, variables);
    match.condition = std::all_of(statement.conditions.begin(), statement.conditions.end(),
        [&](const Condition& condition) { return holds(condition, request.context, policy.variables); });
    return match;
}

Walk evaluate(const PolicySet& policies, const Request& request)
{
    return Walker(policies, request).run();
}

std::string serviceOf(std::string_view action)
{
    return lowerCase(action.substr(0, action.find(':')));
}

Request passRoleRequest(const Request& request, std::string_view role)
{
    Request made = request;
    made.action = "iam:PassRole";
    made.resource = role;
    made.resourceAccount = request.principal.account;
    made.meetsResourcePolicy = false;
    made.context.set("aws:ResourceAccount", {made.resourceAccount});
    made.context.fill("iam:PassedToService", {serviceOf(request.action) + ".amazonaws.com"});
    return made;
}

} // namespace tangent::policy
