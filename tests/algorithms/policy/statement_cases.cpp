// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/algorithms/policy/policy_case.h"

namespace tangent::tests {

namespace {

// Pages of the IAM User Guide.
const std::string actions = "reference_policies_elements_action";
const std::string notAction = "reference_policies_elements_notaction";
const std::string resources = "reference_policies_elements_resource";
const std::string notResource = "reference_policies_elements_notresource";
const std::string operators = "reference_policies_elements_condition_operators";
const std::string sets = "reference_policies_multi-value-conditions";
const std::string variables = "reference_policies_variables";
const std::string conditions = "reference_policies_elements_condition";

/// A case where the identity's one statement either applies and allows, or does not.
PolicyCase says(const std::string& name, const std::string& page, bool applies, const std::string& text)
{
    return {.name = name,
        .page = page,
        .decision = applies ? "allow" : "implicit-deny",
        .decidedBy = applies ? "identity/Grant" : "identity",
        .identity = text};
}

PolicyCase onResource(PolicyCase made, const std::string& action, const std::string& resource)
{
    made.action = action;
    made.resource = resource;
    return made;
}

PolicyCase with(PolicyCase made, const std::string& context)
{
    made.context = context;
    return made;
}

PolicyCase asUser(PolicyCase made)
{
    made.principal = theUser;
    return made;
}

PolicyCase when(const std::string& name, bool applies, const std::string& test, const std::string& key,
    const std::string& value, const std::string& context = {}, const std::string& page = operators)
{
    PolicyCase made =
        says(name, page, applies, allow(R"("s3:GetObject")", R"("*")", condition(test, key, value)));
    made.context = context;
    return made;
}

} // namespace

std::vector<PolicyCase> casesOfMatching()
{
    const std::string bucket = "arn:aws:s3:::data";
    const std::string object = bucket + "/train.csv";
    const auto granted = [](const std::string& action, const std::string& resource) {
        return allow('"' + action + '"', '"' + resource + '"');
    };
    const auto unless = [](const std::string& element, const std::string& value, const std::string& rest) {
        return policyOf(
            R"({"Sid": "Grant", "Effect": "Allow", ")" + element + R"(": ")" + value + R"(", )" + rest + '}');
    };
    return {
        says("actions know no case", actions, true, granted("S3:getobject", "*")),
        says("* in an action", actions, true, granted("s3:Get*", "*")),
        says("? in an action", actions, true, granted("s3:GetObjec?", "*")),
        says("? is one character", actions, false, granted("s3:GetObject?", "*")),
        says("a wildcard of another service", actions, false, granted("ec2:*", "*")),
        says("resources know case", resources, false, granted("s3:GetObject", "arn:aws:s3:::Data/*")),
        says("all objects of the bucket", resources, true, granted("s3:GetObject", bucket + "/*")),
        says("* spans slashes", resources, true, granted("s3:GetObject", "arn:aws:s3:::*.csv")),
        says("an object is not its bucket", resources, false, granted("s3:GetObject", bucket)),
        onResource(
            says("ListBucket is asked of the bucket", resources, true, granted("s3:ListBucket", bucket)),
            "s3:ListBucket", bucket),
        onResource(says("ListBucket is not asked of objects", resources, false,
                       granted("s3:ListBucket", bucket + "/*")),
            "s3:ListBucket", bucket),
        onResource(says("an action without a resource wants *", resources, false,
                       granted("s3:ListAllMyBuckets", "arn:aws:s3:::*")),
            "s3:ListAllMyBuckets", "*"),
        onResource(says("an action without a resource, with *", resources, true,
                       granted("s3:ListAllMyBuckets", "*")),
            "s3:ListAllMyBuckets", "*"),
        says("NotAction allows all other actions", notAction, true,
            unless("NotAction", "iam:*", R"("Resource": "*")")),
        says("NotAction with Allow is no Deny, only silent", notAction, false,
            unless("NotAction", "s3:*", R"("Resource": "*")")),
        says("NotResource leaves its resources out", notResource, false,
            unless("NotResource", "arn:aws:s3:::data/*", R"("Action": "s3:*")")),
        says("NotResource takes all others", notResource, true,
            unless("NotResource", "arn:aws:s3:::other/*", R"("Action": "s3:*")")),
        asUser(onResource(says("a variable is the user's name", variables, true,
                              granted("s3:GetObject", "arn:aws:s3:::data/${aws:username}/*")),
            "s3:GetObject", "arn:aws:s3:::data/ana/x.csv")),
        asUser(onResource(says("a variable is nobody else's name", variables, false,
                              granted("s3:GetObject", "arn:aws:s3:::data/${aws:username}/*")),
            "s3:GetObject", "arn:aws:s3:::data/ben/x.csv")),
        onResource(says("a role has no user name", variables, false,
                       granted("s3:GetObject", "arn:aws:s3:::data/${aws:username}/*")),
            "s3:GetObject", "arn:aws:s3:::data/notebook/x.csv"),
        onResource(says("a variable with a default", variables, true,
                       granted("s3:GetObject", "arn:aws:s3:::data/${aws:PrincipalTag/team, 'shared'}/*")),
            "s3:GetObject", "arn:aws:s3:::data/shared/x.csv"),
        with(onResource(says("a wildcard in a variable's value is a character", variables, false,
                            granted("s3:GetObject", "arn:aws:s3:::data/${aws:PrincipalTag/team}/x")),
                 "s3:GetObject", "arn:aws:s3:::data/any/x"),
            R"({"aws:PrincipalTag/team": "*"})"),
        onResource(says("${*} is an asterisk", variables, false,
                       granted("s3:GetObject", "arn:aws:s3:::data/${*}.csv")),
            "s3:GetObject", "arn:aws:s3:::data/a.csv"),
        asUser(onResource(says("version 2008-10-17 knows no variables", variables, false,
                              R"({"Version": "2008-10-17", "Statement": {"Sid": "Grant", "Effect": "Allow",)"
                              R"( "Action": "s3:*", "Resource": "arn:aws:s3:::data/${aws:username}"}})"),
            "s3:GetObject", "arn:aws:s3:::data/ana")),
    };
}

std::vector<PolicyCase> casesOfConditions()
{
    const std::string vpce = "aws:SourceVpce";
    const std::string one = R"("vpce-1")";
    const std::string from1 = R"({"aws:SourceVpce": "vpce-1"})";
    const std::string from2 = R"({"aws:SourceVpce": "vpce-2"})";
    const std::string tags = "aws:TagKeys";
    const std::string from = R"({"aws:SourceIp": "203.0.113.77"})";
    const std::string march = R"({"aws:CurrentTime": "2026-03-31T12:00:00Z"})";
    const std::string ten = R"({"s3:max-keys": "10"})";
    const std::string arn = R"({"aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:topic"})";
    return {
        when("StringEquals", true, "StringEquals", vpce, one, from1),
        when("StringEquals knows case", false, "StringEquals", vpce, R"("VPCE-1")", from1),
        when("StringEquals takes * as a character", false, "StringEquals", vpce, R"("vpce-*")", from1),
        when("keys know no case", true, "StringEquals", "AWS:sourcevpce", one, from1, conditions),
        when("any of several values", true, "StringEquals", vpce, R"(["vpce-9", "vpce-1"])", from1,
            conditions),
        when("a missing key fulfils nothing", false, "StringEquals", vpce, one),
        when("a missing key fulfils a negated test", true, "StringNotEquals", vpce, one),
        when("StringNotEquals", false, "StringNotEquals", vpce, one, from1),
        when("none of several values", false, "StringNotEquals", vpce, R"(["vpce-9", "vpce-1"])", from1,
            conditions),
        when("IfExists with the key missing", true, "StringEqualsIfExists", vpce, one),
        when("IfExists with another value", false, "StringEqualsIfExists", vpce, one, from2),
        when("a negated IfExists with the key missing", true, "StringNotEqualsIfExists", vpce, one),
        when("StringEqualsIgnoreCase", true, "StringEqualsIgnoreCase", vpce, R"("VPCE-1")", from1),
        when("StringNotEqualsIgnoreCase", false, "StringNotEqualsIgnoreCase", vpce, R"("VPCE-1")", from1),
        when("StringLike", true, "StringLike", vpce, R"("vpce-?")", from1),
        when("StringNotLike", false, "StringNotLike", vpce, R"("vpce-*")", from1),
        when("NumericLessThanEquals", true, "NumericLessThanEquals", "s3:max-keys", R"("10")", ten),
        when("NumericLessThan", false, "NumericLessThan", "s3:max-keys", "10", ten),
        when("NumericEquals compares numbers", true, "NumericEquals", "s3:max-keys", R"("10.0")", ten),
        when("NumericNotEquals", false, "NumericNotEquals", "s3:max-keys", "10", ten),
        when("NumericGreaterThan", true, "NumericGreaterThan", "s3:max-keys", "9.5", ten),
        when("NumericGreaterThanEquals with no key", false, "NumericGreaterThanEquals", "s3:max-keys", "1"),
        when("DateLessThan", true, "DateLessThan", "aws:CurrentTime", R"("2026-04-01T00:00:00Z")", march),
        when("DateGreaterThan across zones", true, "DateGreaterThan", "aws:CurrentTime",
            R"("2026-03-31T13:30:00+02:00")", march),
        when("DateEquals in seconds since 1970", true, "DateEquals", "aws:CurrentTime", R"("1774958400")",
            march),
        when("DateLessThanEquals", false, "DateLessThanEquals", "aws:CurrentTime", R"("2026-03-31")", march),
        when("Bool", true, "Bool", "aws:SecureTransport", R"("true")"),
        when("Bool, otherwise", false, "Bool", "aws:SecureTransport", "false"),
        when("Bool with a missing key", false, "Bool", "aws:MultiFactorAuthPresent", "false"),
        when("BoolIfExists with a missing key", true, "BoolIfExists", "aws:MultiFactorAuthPresent", "false"),
        when("IpAddress", true, "IpAddress", "aws:SourceIp", R"("203.0.113.0/24")", from),
        when("IpAddress, one address", false, "IpAddress", "aws:SourceIp", R"("203.0.113.78")", from),
        when("NotIpAddress", false, "NotIpAddress", "aws:SourceIp", R"(["10.0.0.0/8", "203.0.113.0/24"])",
            from),
        when("IpAddress of version 6", true, "IpAddress", "aws:SourceIp",
            R"(["203.0.113.0/24", "2001:DB8:1234:5678::/64"])",
            R"({"aws:SourceIp": "2001:db8:1234:5678::9"})"),
        when("ArnLike goes part by part", true, "ArnLike", "aws:SourceArn",
            R"("arn:aws:sns:*:111122223333:t*")", arn),
        when("ArnEquals takes wildcards, too", true, "ArnEquals", "aws:SourceArn",
            R"("arn:aws:sns:*:*:topic")", arn),
        when("ArnLike does not span a colon", false, "ArnLike", "aws:SourceArn",
            R"("arn:aws:someservice:*:111122223333:finance/*")",
            R"({"aws:SourceArn": "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/a.txt"})"),
        when("StringLike does", true, "StringLike", "aws:SourceArn",
            R"("arn:aws:someservice:*:111122223333:finance/*")",
            R"({"aws:SourceArn": "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/a.txt"})"),
        when("ArnNotEquals", false, "ArnNotEquals", "aws:SourceArn", R"("arn:aws:sns:*:*:topic")", arn),
        when("Null: the key is missing", true, "Null", "aws:TokenIssueTime", R"("true")"),
        when("Null: the key is there", false, "Null", vpce, R"("true")", from1),
        when("Null false: the key is there", true, "Null", vpce, "false", from1),
        when("BinaryEquals", true, "BinaryEquals", "app:key", R"("QmluYXJ5")", R"({"app:key": "QmluYXJ5"})"),
        when("ForAllValues", true, "ForAllValues:StringEquals", tags, R"(["a", "b"])",
            R"({"aws:TagKeys": ["a", "b"]})", sets),
        when("ForAllValues with one too many", false, "ForAllValues:StringEquals", tags, R"(["a", "b"])",
            R"({"aws:TagKeys": ["a", "c"]})", sets),
        when("ForAllValues with the key missing", true, "ForAllValues:StringEquals", tags, R"(["a"])", {},
            sets),
        when("ForAnyValue", true, "ForAnyValue:StringLike", tags, R"(["c*"])",
            R"({"aws:TagKeys": ["a", "cost"]})", sets),
        when("ForAnyValue with none", false, "ForAnyValue:StringEquals", tags, R"(["z"])",
            R"({"aws:TagKeys": ["a", "b"]})", sets),
        when("ForAnyValue with the key missing", false, "ForAnyValue:StringEquals", tags, R"(["a"])", {},
            sets),
        when("ForAnyValue with an empty list", false, "ForAnyValue:StringEquals", tags, R"(["a"])",
            R"({"aws:TagKeys": []})", sets),
        when("a variable in a condition", false, "StringEquals", "aws:ResourceTag/owner",
            R"("${aws:username}")", R"({"aws:ResourceTag/owner": "notebook"})", variables),
        {.name = "two operators must both hold",
            .page = conditions,
            .decision = "implicit-deny",
            .decidedBy = "identity",
            .identity = allow(R"("s3:GetObject")", R"("*")",
                R"("Condition": {"StringEquals": {"aws:SourceVpce": "vpce-1"}, "Bool": {"aws:SecureTransport": "false"}})"),
            .context = from1},
        {.name = "Deny unless through the endpoint: no endpoint",
            .page = operators,
            .decision = "explicit-deny",
            .decidedBy = "resource/Refuse",
            .identity = allow(),
            .resourcePolicy = deny(
                R"("s3:*")", R"("*")", R"("Principal": "*", )" + condition("StringNotEquals", vpce, one))},
        {.name = "Deny unless through the endpoint: through it",
            .page = operators,
            .decision = "allow",
            .decidedBy = "identity/Grant",
            .identity = allow(),
            .resourcePolicy = deny(
                R"("s3:*")", R"("*")", R"("Principal": "*", )" + condition("StringNotEquals", vpce, one)),
            .context = from1},
    };
}

} // namespace tangent::tests
