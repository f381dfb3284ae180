// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/algorithms/policy/policy_case.h"

namespace tangent::tests {

using namespace policy;

std::string policyOf(const std::string& statements)
{
    return R"({"Version": "2012-10-17", "Statement": [)" + statements + "]}";
}

std::string statement(const std::string& sid, const std::string& effect, const std::string& action,
    const std::string& resource, const std::string& rest)
{
    return R"({"Sid": ")" + sid + R"(", "Effect": ")" + effect + R"(", "Action": )" + action
        + R"(, "Resource": )" + resource + (rest.empty() ? "" : ", " + rest) + "}";
}

std::string allow(const std::string& action, const std::string& resource, const std::string& rest)
{
    return policyOf(statement("Grant", "Allow", action, resource, rest));
}

std::string deny(const std::string& action, const std::string& resource, const std::string& rest)
{
    return policyOf(statement("Refuse", "Deny", action, resource, rest));
}

std::string grantTo(const std::string& principal)
{
    return allow(R"("s3:*")", R"("*")", R"("Principal": )" + principal);
}

std::string aws(const std::string& arn)
{
    return R"({"AWS": ")" + arn + R"("})";
}

std::string condition(const std::string& test, const std::string& key, const std::string& value)
{
    return R"("Condition": {")" + test + R"(": {")" + key + R"(": )" + value + "}}";
}

PolicyAnswer answerTo(const PolicyCase& asked)
{
    PolicyAnswer answer;
    PolicySet policies;
    const auto read = [&](Source source, const std::string& text) {
        policies[source] = readPolicy(text, source);
        for (const Problem& problem : policies[source].problems)
            answer.problems += problem.sentence + ' ';
    };
    read(Source::Identity, asked.identity);
    read(Source::Resource, asked.resourcePolicy);
    read(Source::Boundary, asked.boundary);
    read(Source::Organisation, asked.scp);
    read(Source::Session, asked.session);
    const ContextText context = readContext(asked.context);
    for (const Problem& problem : context.problems)
        answer.problems += problem.sentence + ' ';
    const auto principal = principalNamed(asked.principal);
    if (!principal) {
        answer.problems += "no principal";
        return answer;
    }
    Request request{*principal, asked.action, asked.resource, asked.resourceAccount, {}};
    request.context = withDerivedKeys(context.context, *principal, asked.resourceAccount);
    answer.walk = evaluate(policies, request);
    const char* const decisions[] = {"allow", "explicit-deny", "implicit-deny"};
    const char* const sources[] = {"scp", "resource", "identity", "boundary", "session"};
    answer.decision = decisions[int(answer.walk.decision)];
    answer.decidedBy = sources[int(answer.walk.decidedBy)];
    if (answer.walk.statement >= 0) {
        const Statement& decided = policies[answer.walk.decidedBy].statements[size_t(answer.walk.statement)];
        answer.decidedBy +=
            '/' + (decided.sid.empty() ? std::to_string(answer.walk.statement + 1) : decided.sid);
    }
    return answer;
}

} // namespace tangent::tests
