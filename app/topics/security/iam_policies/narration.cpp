// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/security/iam_policies/figures.h"
#include "app/topics/security/iam_policies/words.h"

namespace tangent::iam {

namespace {

using policy::Decision;
using policy::Effect;
using policy::Naming;
using policy::Outcome;
using policy::Source;

constexpr int longestLabel = 34;

QString shortLabel(const Study& study, const policy::Hit& hit)
{
    const QString label = labelOf(study, hit);
    return label.size() > longestLabel ? label.left(longestLabel - 1) + QChar(0x2026) : label;
}

/// The Allow of a silent policy that came nearest, with what it lacks; empty when none meets the action.
QString nearestMiss(const Study& study, Source source)
{
    const auto& matches = study.walk().matches[size_t(source)];
    const auto& statements = study.policyOf(source).statements;
    int best = -1;
    int most = 0;
    for (size_t i = 0; i < matches.size(); ++i) {
        const policy::StatementMatch& match = matches[i];
        const int fits = int(match.resource) + int(match.principal) + int(match.condition);
        if (statements[i].effect == Effect::Allow && match.action && !match.applies() && fits > most) {
            most = fits;
            best = int(i);
        }
    }
    if (best < 0)
        return {};
    return tr(" Nearest: %1, but %2.").arg(shortLabel(study, {source, best}), missOf(matches[size_t(best)]));
}

QString allowed(const Study& study)
{
    const policy::Walk& walk = study.walk();
    if (study.checks.size() > 1)
        return tr(
            "**Allowed**: all %1 requests of this call are allowed, each by a statement of its own walk.")
            .arg(study.checks.size());
    const policy::Hit by{walk.decidedBy, walk.statement};
    const QString name = shortLabel(study, by);
    if (walk.crossAccount)
        return tr("**Allowed**: two accounts, and both sides say yes, last of all %1 in the resource policy.")
            .arg(name);
    if (by.source == Source::Resource && walk.decidedAt == policy::Gate::Resource) {
        const Naming naming = walk.matches[size_t(by.source)][size_t(by.statement)].naming;
        return naming == Naming::Everyone ? tr("**Allowed** at once: %1 of the resource policy names "
                                               "everyone; identity policy and boundary are not even asked.")
                                                .arg(name)
                                          : tr("**Allowed** at once: %1 names this very user or session; "
                                               "identity policy and boundary are not even asked.")
                                                .arg(name);
    }
    if (by.source == Source::Resource)
        return tr("**Allowed** by the resource: %1 names the role, and no limit cuts it. In one account one "
                  "side is enough.")
            .arg(name);
    return tr(
        "**Allowed**: %1 of the identity policy fits who, what, where and if, and no Deny speaks against it.")
        .arg(name);
}

QString denied(const Study& study)
{
    const policy::Walk& walk = study.walk();
    int allows = 0;
    for (int source = 0; source < policy::sourceCount; ++source) {
        const auto& statements = study.policyOf(Source(source)).statements;
        for (size_t i = 0; i < statements.size(); ++i)
            allows +=
                statements[i].effect == Effect::Allow && walk.matches[size_t(source)][i].applies() ? 1 : 0;
    }
    return tr("**Explicitly denied** by %1 in the %2. Allows that fit: %3; no number of them undoes a Deny.")
        .arg(shortLabel(study, {walk.decidedBy, walk.statement}), nameOf(walk.decidedBy))
        .arg(allows);
}

QString silent(const Study& study)
{
    const policy::Walk& walk = study.walk();
    switch (walk.decidedBy) {
    case Source::Organisation:
        return tr(
            "**Cut by the organisation**: its policy allows nothing here, whatever account and bucket say.");
    case Source::Boundary:
        return walk.at(policy::Gate::Identity).outcome == Outcome::Allows
            ? tr("**Cut by the boundary**: the identity policy allows it, the boundary does not. A boundary "
                 "grants nothing, it limits.")
            : tr("**Cut by the boundary**: the resource policy names the role, and a role stays inside its "
                 "boundary.");
    case Source::Session:
        return tr("**Cut by the session policy**: the role may, but this session was given less.");
    case Source::Resource:
        return tr("**One side is not enough**: the identity policy allows, the resource policy of the other "
                  "account is silent.")
            + nearestMiss(study, Source::Resource);
    case Source::Identity:
        break;
    }
    if (walk.crossAccount && study.policyOf(Source::Resource).isSet)
        return tr("**One side is not enough**: across accounts the identity policy must allow, too, and it "
                  "is silent.")
            + nearestMiss(study, Source::Identity);
    if (walk.at(policy::Gate::Resource).outcome == Outcome::Delegates)
        return tr("**Denied by silence**: the resource policy only trusts the account; its identities still "
                  "need an Allow of their own.");
    return tr("**Denied by silence**: nothing forbids it, but no Allow fits, either.")
        + nearestMiss(study, Source::Identity);
}

} // namespace

QString narration(const Study& study)
{
    if (!study.isDecided())
        return tr("**Not decided**: %1. ").arg(study.whyNot)
            + (study.isUnreadable ? tr("AWS would refuse to save it; the mark shows the place.")
                                  : tr("The request must say who asks, for what, and where."));
    QString before;
    if (study.checks.size() > 1 && study.walk().decision != Decision::Allow) {
        const QString main = operationOf(study.action);
        if (study.decidingCheck > 0 && study.check().request.action == "iam:PassRole")
            before =
                tr("%1 itself is %2; it also asks for iam:PassRole. ")
                    .arg(main,
                        study.checks.front().walk.decision == Decision::Allow ? tr("allowed") : tr("denied"));
        else if (study.decidingCheck > 0)
            before = tr("On the second resource: ");
    }
    switch (study.walk().decision) {
    case Decision::Allow:
        return allowed(study);
    case Decision::ExplicitDeny:
        return before + denied(study);
    case Decision::ImplicitDeny:
        break;
    }
    return before + silent(study);
}

} // namespace tangent::iam
