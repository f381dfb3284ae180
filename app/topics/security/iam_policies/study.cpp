// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/security/iam_policies/study.h"

#include "app/topics/security/iam_policies/words.h"
#include "widgets/scene/figure_parts.h"

#include <algorithm>

namespace tangent::iam {

namespace {

using policy::Decision;
using policy::Source;

constexpr int accountDigits = 12;
constexpr int mostDiagnostics = 3; ///< of one text

/// Operations that hand a role to a service, which then acts as it.
bool passesARole(const QString& action)
{
    static const QStringList known{QStringLiteral("sagemaker:createtrainingjob"),
        QStringLiteral("sagemaker:createmodel"), QStringLiteral("sagemaker:createnotebookinstance"),
        QStringLiteral("sagemaker:createprocessingjob"), QStringLiteral("sagemaker:createtransformjob"),
        QStringLiteral("sagemaker:createhyperparametertuningjob"),
        QStringLiteral("sagemaker:createautomljob"), QStringLiteral("sagemaker:createdomain"),
        QStringLiteral("glue:createjob"), QStringLiteral("glue:createcrawler"),
        QStringLiteral("lambda:createfunction")};
    return known.contains(action.toLower());
}

bool isAccount(const QString& text)
{
    return text.size() == accountDigits
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Diagnostic diagnostic(
    Diagnostic::Severity severity, const char* key, const QString& sentence, const QString& cure)
{
    return diagnosticOf(severity, QLatin1String(key), sentence, cure);
}

void addProblems(
    const QString& key, const QString& title, const std::vector<policy::Problem>& problems, Study* study)
{
    for (int i = 0; i < std::min(int(problems.size()), mostDiagnostics); ++i) {
        const policy::Problem& problem = problems[size_t(i)];
        Diagnostic made = diagnostic(Diagnostic::Severity::Error, "",
            QString::fromStdString(problem.sentence), QString::fromStdString(problem.cure));
        made.key = key;
        made.line = problem.at.line;
        made.column = problem.at.column;
        study->diagnostics.push_back(made);
    }
    if (!problems.empty() && study->whyNot.isEmpty())
        study->whyNot = tr("%1: line %2 cannot be read").arg(title).arg(problems.front().at.line);
    study->isUnreadable = study->isUnreadable || !problems.empty();
}

Papers papersOf(const Settled& state)
{
    Papers made;
    for (int i = 0; i < policy::sourceCount; ++i) {
        const auto source = Source(i);
        made.texts[size_t(i)] = state.choice(keyOf(source).toLatin1().constData());
        made.bytes[size_t(i)] = made.texts[size_t(i)].toStdString();
        made.policies[source] = policy::readPolicy(made.bytes[size_t(i)], source);
    }
    made.contextText = state.choice("context");
    made.context = policy::readContext(made.contextText.toStdString());
    return made;
}

void refuse(const char* key, const QString& sentence, const QString& cure, Study* study)
{
    study->diagnostics.push_back(diagnostic(Diagnostic::Severity::Error, key, sentence, cure));
    if (study->whyNot.isEmpty())
        study->whyNot = sentence.chopped(1);
}

void readWho(const Settled& state, Study* study)
{
    study->principalArn = state.choice("principal").trimmed();
    study->principal = policy::principalNamed(study->principalArn.toStdString());
    const QString inArn = study->principal ? QString::fromStdString(study->principal->account) : QString();
    study->principalAccount =
        state.isDecided("principal-account") ? state.choice("principal-account").trimmed() : inArn;
    if (!study->principal)
        refuse("principal", tr("The principal is no ARN of a user, a role or a role's session."),
            tr("Write arn:aws:iam::111122223333:role/NAME or …:user/NAME."), study);
    else if (!isAccount(study->principalAccount))
        refuse("principal-account", tr("The principal's account is no number of twelve digits."),
            tr("Write 111122223333, for example."), study);
    else if (study->principalAccount != inArn)
        study->diagnostics.push_back(diagnostic(Diagnostic::Severity::Warning, "principal-account",
            tr("The principal's ARN names another account; the account given beside it counts."),
            tr("Change one of the two.")));
    if (study->principal)
        study->principal->account = study->principalAccount.toStdString();
}

void readWhat(const Settled& state, Study* study)
{
    study->action = state.choice("action").trimmed();
    study->resource = state.choice("resource").trimmed();
    if (study->resource.isEmpty())
        study->resource = QStringLiteral("*");
    study->passedRole = state.choice("passed-role").trimmed();
    study->secondResource = state.choice("second-resource").trimmed();
    const QString inArn = QString::fromStdString(policy::accountOf(study->resource.toStdString()));
    study->resourceAccount = state.isDecided("resource-account") ? state.choice("resource-account").trimmed()
        : inArn.isEmpty()                                        ? study->principalAccount
                                                                 : inArn;
    if (study->action.indexOf(QLatin1Char(':')) < 1 || study->action.endsWith(QLatin1Char(':')))
        refuse("action", tr("The action lacks its service or its operation."),
            tr("Write s3:GetObject, for example."), study);
    if (!isAccount(study->resourceAccount) && study->principal)
        refuse("resource-account", tr("The resource's account is no number of twelve digits."),
            tr("Write 444455556666, for example."), study);
}

void addHints(Study* study)
{
    if (study->passedRole.isEmpty() && passesARole(study->action))
        study->diagnostics.push_back(diagnostic(Diagnostic::Severity::Note, "passed-role",
            tr("%1 hands a role to the service, which asks for iam:PassRole, too.").arg(study->action),
            tr("Name the role under “Passed role”.")));
    if (study->principal && study->principal->isUser() && study->policyOf(Source::Session).isSet)
        study->diagnostics.push_back(diagnostic(Diagnostic::Severity::Note, "session-policy",
            tr("A user has no session, so the session policy has no say."),
            tr("Take a role as the principal.")));
    const std::string account = policy::accountOf(study->passedRole.toStdString());
    if (!account.empty() && study->principal && account != study->principal->account)
        study->diagnostics.push_back(diagnostic(Diagnostic::Severity::Warning, "passed-role",
            tr("A role of another account cannot be passed; the lab looks at iam:PassRole alone."),
            tr("Name a role of the principal's account.")));
}

void addChecks(Study* study)
{
    policy::Request request;
    request.principal = *study->principal;
    request.action = study->action.toStdString();
    request.resource = study->resource.toStdString();
    request.resourceAccount = study->resourceAccount.toStdString();
    request.context =
        policy::withDerivedKeys(study->papers->context.context, request.principal, request.resourceAccount);
    study->checks.push_back({request, {}});
    if (!study->secondResource.isEmpty()) {
        policy::Request second = request;
        second.resource = study->secondResource.toStdString();
        study->checks.push_back({second, {}});
    }
    if (!study->passedRole.isEmpty())
        study->checks.push_back({policy::passRoleRequest(request, study->passedRole.toStdString()), {}});
    for (Check& check : study->checks)
        check.walk = policy::evaluate(study->papers->policies, check.request);
    // The call is allowed when all its requests are; a Deny is the strongest answer, then silence.
    const auto first = [&](Decision decision) {
        return std::find_if(study->checks.begin(), study->checks.end(),
            [&](const Check& check) { return check.walk.decision == decision; });
    };
    for (const Decision decision : {Decision::ExplicitDeny, Decision::ImplicitDeny, Decision::Allow}) {
        const auto found = first(decision);
        if (found != study->checks.end()) {
            study->decidingCheck = size_t(found - study->checks.begin());
            return;
        }
    }
}

} // namespace

bool Papers::areSound() const
{
    return context.problems.empty()
        && std::all_of(policies.documents.begin(), policies.documents.end(),
            [](const policy::PolicyDocument& one) { return one.isSound(); });
}

Study studyOf(const Settled& state, Stages& stages)
{
    Study study;
    std::vector<Value> inputs;
    size_t bytes = 4096;
    for (const char* key :
        {"identity-policy", "resource-policy", "boundary", "scp", "session-policy", "context"}) {
        inputs.push_back(state.values.value(QLatin1String(key)));
        bytes += size_t(state.choice(key).size()) * 8;
    }
    study.papers = stages.get<Papers>(
        QStringLiteral("papers"), inputs, nullptr, [&] { return papersOf(state); }, bytes);
    for (int i = 0; i < policy::sourceCount; ++i)
        addProblems(keyOf(Source(i)), titleOf(Source(i)), study.policyOf(Source(i)).problems, &study);
    addProblems(QStringLiteral("context"), tr("Request context"), study.papers->context.problems, &study);
    readWho(state, &study);
    readWhat(state, &study);
    addHints(&study);
    if (study.whyNot.isEmpty())
        addChecks(&study);
    return study;
}

QString labelOf(const Study& study, const policy::Hit& hit)
{
    const std::string& sid = study.statement(hit).sid;
    return sid.empty() ? QString::number(hit.statement + 1) : QString::fromStdString(sid);
}

QString decidedBy(const Study& study)
{
    const policy::Walk& walk = study.walk();
    const QString key = keyOf(walk.decidedBy);
    return walk.statement < 0 ? key
                              : key + QLatin1Char('/') + labelOf(study, {walk.decidedBy, walk.statement});
}

} // namespace tangent::iam
