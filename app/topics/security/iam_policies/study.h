// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/policy/evaluation.h"
#include "app/lab/lab.h"

namespace tangent::iam {

/// The policies as texts and as they were read.
struct Papers {
    std::array<QString, policy::sourceCount> texts;
    std::array<std::string, policy::sourceCount> bytes;
    policy::PolicySet policies;
    QString contextText;
    policy::ContextText context;

    const QString& text(policy::Source source) const { return texts[size_t(source)]; }
    bool areSound() const;
};

/// One of the requests that the call makes: the action itself, on a second resource, passing a role.
struct Check {
    policy::Request request;
    policy::Walk walk;
};

/// What the scene is made from.
struct Study {
    std::shared_ptr<const Papers> papers;
    std::optional<policy::Principal> principal; ///< absent: the ARN names none
    QString principalArn;
    QString principalAccount;
    QString resourceAccount;
    QString action;
    QString resource;
    QString passedRole;
    QString secondResource;
    std::vector<Check> checks; ///< empty: it cannot be decided, `whyNot` says why
    size_t decidingCheck = 0;
    QString whyNot;            ///< no full stop
    bool isUnreadable = false; ///< one of the texts is no policy
    std::vector<Diagnostic> diagnostics;

    bool isDecided() const { return !checks.empty(); }
    const Check& check() const { return checks[decidingCheck]; }
    const policy::Walk& walk() const { return check().walk; }
    const policy::PolicyDocument& policyOf(policy::Source source) const { return papers->policies[source]; }
    const policy::Statement& statement(const policy::Hit& hit) const
    {
        return policyOf(hit.source).statements[size_t(hit.statement)];
    }
};

Study studyOf(const Settled& state, Stages& stages);

/// A statement's Sid, or its number from 1.
QString labelOf(const Study& study, const policy::Hit& hit);
/// The policy in which a walk was decided: its key, with the statement behind a slash unless it was silent.
QString decidedBy(const Study& study);

} // namespace tangent::iam
