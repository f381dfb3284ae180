// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/security/iam_policies/words.h"

namespace tangent::iam {

using policy::Decision;
using policy::Gate;
using policy::Outcome;
using policy::Source;

QString keyOf(Source source)
{
    switch (source) {
    case Source::Organisation:
        return QStringLiteral("scp");
    case Source::Resource:
        return QStringLiteral("resource-policy");
    case Source::Boundary:
        return QStringLiteral("boundary");
    case Source::Session:
        return QStringLiteral("session-policy");
    case Source::Identity:
        break;
    }
    return QStringLiteral("identity-policy");
}

QString nameOf(Source source)
{
    switch (source) {
    case Source::Organisation:
        return tr("organisation policy");
    case Source::Resource:
        return tr("resource policy");
    case Source::Boundary:
        return tr("permissions boundary");
    case Source::Session:
        return tr("session policy");
    case Source::Identity:
        break;
    }
    return tr("identity policy");
}

QString titleOf(Source source)
{
    switch (source) {
    case Source::Organisation:
        return tr("Organisation (SCP)");
    case Source::Resource:
        return tr("Resource policy");
    case Source::Boundary:
        return tr("Permissions boundary");
    case Source::Session:
        return tr("Session policy");
    case Source::Identity:
        break;
    }
    return tr("Identity policy");
}

QString tokenOf(Gate gate)
{
    switch (gate) {
    case Gate::ExplicitDeny:
        return QStringLiteral("explicit-deny");
    case Gate::Organisation:
        return keyOf(Source::Organisation);
    case Gate::Resource:
        return keyOf(Source::Resource);
    case Gate::Boundary:
        return keyOf(Source::Boundary);
    case Gate::Session:
        return keyOf(Source::Session);
    case Gate::Identity:
        break;
    }
    return keyOf(Source::Identity);
}

QString titleOf(Gate gate)
{
    switch (gate) {
    case Gate::ExplicitDeny:
        return tr("Deny?");
    case Gate::Organisation:
        return tr("Organisation");
    case Gate::Resource:
        return tr("Resource");
    case Gate::Boundary:
        return tr("Boundary");
    case Gate::Session:
        return tr("Session");
    case Gate::Identity:
        break;
    }
    return tr("Identity");
}

QString wordOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::NotReached:
        return tr("not asked");
    case Outcome::Passes:
        return tr("none");
    case Outcome::NotSet:
        return tr("not set");
    case Outcome::NotApplicable:
        return tr("no say");
    case Outcome::Allows:
        return tr("allows");
    case Outcome::Delegates:
        return tr("delegates");
    case Outcome::Granted:
        return tr("not needed");
    case Outcome::Silent:
        return tr("silent");
    case Outcome::Denies:
        break;
    }
    return tr("denies");
}

QString tokenOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::NotReached:
        return QStringLiteral("not-reached");
    case Outcome::Passes:
        return QStringLiteral("passes");
    case Outcome::NotSet:
        return QStringLiteral("not-set");
    case Outcome::NotApplicable:
        return QStringLiteral("not-applicable");
    case Outcome::Allows:
        return QStringLiteral("allows");
    case Outcome::Delegates:
        return QStringLiteral("delegates");
    case Outcome::Granted:
        return QStringLiteral("granted-already");
    case Outcome::Silent:
        return QStringLiteral("silent");
    case Outcome::Denies:
        break;
    }
    return QStringLiteral("denies");
}

QString tokenOf(Decision decision)
{
    switch (decision) {
    case Decision::Allow:
        return QStringLiteral("allow");
    case Decision::ExplicitDeny:
        return QStringLiteral("explicit-deny");
    case Decision::ImplicitDeny:
        break;
    }
    return QStringLiteral("implicit-deny");
}

QString operationOf(const QString& action)
{
    return action.mid(action.indexOf(QLatin1Char(':')) + 1);
}

} // namespace tangent::iam
