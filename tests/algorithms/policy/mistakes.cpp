// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/algorithms/policy/policy_case.h"

namespace tangent::tests {

namespace {

/// A policy of one statement that goes on with action and resource.
std::string began(const std::string& statement)
{
    return R"({"Statement": [{)" + statement + R"("Resource": "*"}]})";
}

} // namespace

std::vector<PolicyMistake> policyMistakes()
{
    const std::string allowAB = R"("Effect": "Allow", "Action": "a:b", )";
    return {
        {"a missing comma", "{\n  \"Version\": \"2012-10-17\"\n  \"Statement\": []\n}", 3, 13,
            "unexpected string"},
        {"cut off", "{\n \"Statement\": [", 2, 16, "unexpected end"},
        {"no object", "[]", 1, 1, "is an object"},
        {"no statement", R"({"Version": "2012-10-17"})", 1, 1, "no Statement"},
        {"empty list", "{\n\"Statement\": []}", 2, 14, "empty"},
        {"unknown element", R"({"Statment": 1, "Statement": {)" + allowAB + R"("Resource": "*"}})", 1, 2,
            "no element \"Statment\""},
        {"a version of today",
            R"({"Version": "2026-01-01", "Statement": [{)" + allowAB + R"("Resource": "*"}]})", 1, 13,
            "no version"},
        {"effect",
            began("\n"
                  R"("Effect": "allow", "Action": "a:b", )"),
            2, 11, "neither Allow nor Deny"},
        {"no effect", began(R"("Action": "a:b", )"), 1, 16, "no Effect"},
        {"action without a service", began(R"("Effect": "Allow", "Action": "GetObject", )"), 1, 46,
            "no action"},
        {"action twice over", began(allowAB + R"("NotAction": "a:c", )"), 1, 16,
            "either Action or NotAction"},
        {"resource", R"({"Statement": [{)" + allowAB + R"("Resource": "data"}]})", 1, 65, "no ARN"},
        {"a principal of an identity policy",
            began(R"("Effect": "Allow", "Principal": "*", "Action": "a:b", )"), 1, 36, "names a principal"},
        {"operator",
            began(allowAB
                + "\n"
                  R"("Condition": {"StringEqual": {"a:b": "c"}}, )"),
            2, 15, "no condition operator"},
        {"value of an operator",
            began(allowAB
                + "\n"
                  R"("Condition": {"IpAddress": {"aws:SourceIp": "10.0.0.0/33"}}, )"),
            2, 45, "cannot compare"},
        {"same key twice", began(R"("Effect": "Allow", "Effect": "Deny", "Action": "a:b", )"), 1, 36,
            "a second time"},
        {"same Sid twice",
            policyOf(statement("A", "Allow", R"("a:b")", R"("*")") + ",\n"
                + statement("A", "Deny", R"("a:b")", R"("*")")),
            2, 9, "already"},
        {"nested too deep", std::string(40, '['), 1, 17, "deeper"},
        {"too long", std::string(70000, ' ') + "{}", 1, 1, "longer"},
    };
}

} // namespace tangent::tests
