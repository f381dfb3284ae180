// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/topics/security/iam_policies_states.h"

#include "app/lab/link_text.h"

namespace tangent::tests {

namespace {

const char* const listOnly =
    R"({"Sid": "List", "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::my-data"},
{"Sid": "Get", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::my-data"})";
const char* const listAndGet =
    R"({"Sid": "List", "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::my-data"},
{"Sid": "Get", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::my-data/*"})";
const char* const readAll =
    R"({"Sid": "ReadEverything", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"})";
const char* const toRole = R"({"Sid": "NotebookReads", "Effect": "Allow", "Action": "s3:GetObject",
"Principal": {"AWS": "arn:aws:iam::111122223333:role/notebook"}, "Resource": "arn:aws:s3:::my-data/*"})";
const char* const toUser = R"({"Sid": "AnaReads", "Effect": "Allow", "Action": "s3:GetObject",
"Principal": {"AWS": "arn:aws:iam::111122223333:user/ana"}, "Resource": "arn:aws:s3:::my-data/*"})";
const char* const onlySageMaker =
    R"({"Sid": "OnlySageMaker", "Effect": "Allow", "Action": "sagemaker:*", "Resource": "*"})";
const char* const endpoint =
    R"({"Sid": "Endpoint", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
"Condition": {"StringEquals": {"aws:SourceVpce": "vpce-1a2b3c4d"}}})";
const char* const endpointIfExists =
    R"({"Sid": "Endpoint", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
"Condition": {"StringEqualsIfExists": {"aws:SourceVpce": "vpce-1a2b3c4d"}}})";
const char* const trainAndPass =
    R"({"Sid": "Train", "Effect": "Allow", "Action": "sagemaker:CreateTrainingJob", "Resource": "*"},
{"Sid": "Pass", "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/training"})";
const char* const passOnly = R"({"Sid": "Pass", "Effect": "Allow", "Action": "iam:PassRole",
"Resource": "arn:aws:iam::111122223333:role/training"})";
const char* const denyAll = R"({"Sid": "DenyEverything", "Effect": "Deny", "Action": "*", "Resource": "*"})";
const char* const allButS3 =
    R"({"Sid": "AllButS3", "Effect": "Allow", "NotAction": "s3:*", "Resource": "*"})";
const char* const allowAnything = R"({"Sid": "All", "Effect": "Allow", "Action": "*", "Resource": "*"})";

const QString otherAccount = QStringLiteral("444455556666");
const QString bucketArn = QStringLiteral("arn:aws:s3:::my-data");
const QString ana = QStringLiteral("arn:aws:iam::111122223333:user/ana");

} // namespace

QString iamQuery(const std::vector<std::pair<const char*, QString>>& values)
{
    QStringList pairs;
    for (const auto& [key, value] : values)
        pairs << QLatin1String(key) + QLatin1Char('=') + encodeText(value);
    return pairs.join(QLatin1Char('&'));
}

QString iamPolicy(const char* statements)
{
    return QStringLiteral("{\"Version\": \"2012-10-17\", \"Statement\": [\n%1\n]}")
        .arg(QString::fromUtf8(statements));
}

std::vector<IamState> iamStates()
{
    const auto query = iamQuery;
    const auto policy = iamPolicy;
    const QString deny = policy(denyAll);
    const QString endpointPreset = QStringLiteral("preset=endpoint&");
    const QString passPreset = QStringLiteral("preset=pass-role&");
    const QString sageMakerPreset = QStringLiteral("preset=sagemaker-data&");
    return {
        {"first picture", {}, "implicit-deny", "identity-policy", "identity-policy"},
        {"sagemaker in the name", query({{"resource", bucketArn + "-sagemaker/train.csv"}}), "allow",
            "identity-policy/S3Objects", "end"},
        {"sagemaker preset", "preset=sagemaker-data", "allow", "identity-policy/S3Objects", "end"},
        {"tagged object", query({{"context", "{\"s3:ExistingObjectTag/SageMaker\": \"TRUE\"}"}}), "allow",
            "identity-policy/S3TaggedObjects", "end"},
        {"lists",
            query({{"identity-policy", policy(listOnly)}, {"action", "s3:ListBucket"},
                {"resource", bucketArn}}),
            "allow", "identity-policy/List", "end"},
        {"but cannot copy", query({{"identity-policy", policy(listOnly)}}), "implicit-deny",
            "identity-policy", "identity-policy"},
        {"until the objects are named", query({{"identity-policy", policy(listAndGet)}}), "allow",
            "identity-policy/Get", "end"},
        {"the bucket alone", query({{"identity-policy", {}}, {"resource-policy", policy(toRole)}}), "allow",
            "resource-policy/NotebookReads", "end"},
        {"the bucket alone, elsewhere",
            query({{"identity-policy", {}}, {"resource-policy", policy(toRole)},
                {"resource-account", otherAccount}}),
            "implicit-deny", "identity-policy", "identity-policy"},
        {"both sides",
            query({{"identity-policy", policy(readAll)}, {"resource-policy", policy(toRole)},
                {"resource-account", otherAccount}}),
            "allow", "resource-policy/NotebookReads", "end"},
        {"the identity alone, elsewhere", "preset=two-accounts", "implicit-deny", "resource-policy",
            "resource-policy"},
        {"boundary preset", "preset=boundary", "implicit-deny", "boundary", "boundary"},
        {"boundary, the bucket names the role",
            query({{"identity-policy", {}}, {"resource-policy", policy(toRole)},
                {"boundary", policy(onlySageMaker)}}),
            "implicit-deny", "boundary", "boundary"},
        {"boundary, the bucket names the user",
            query({{"identity-policy", {}}, {"resource-policy", policy(toUser)},
                {"boundary", policy(onlySageMaker)}, {"principal", ana}}),
            "allow", "resource-policy/AnaReads", "resource-policy"},
        {"no endpoint", "preset=endpoint", "explicit-deny", "resource-policy/OnlyThroughEndpoint",
            "explicit-deny"},
        {"through the endpoint",
            endpointPreset + query({{"context", "{\"aws:SourceVpce\": \"vpce-1a2b3c4d\"}"}}), "allow",
            "identity-policy/ReadEverything", "end"},
        {"another endpoint", endpointPreset + query({{"context", "{\"aws:SourceVpce\": \"vpce-9\"}"}}),
            "explicit-deny", "resource-policy/OnlyThroughEndpoint", "explicit-deny"},
        {"allowed only with the key", query({{"identity-policy", policy(endpoint)}}), "implicit-deny",
            "identity-policy", "identity-policy"},
        {"allowed without the key", query({{"identity-policy", policy(endpointIfExists)}}), "allow",
            "identity-policy/Endpoint", "end"},
        {"IfExists, another value",
            query({{"identity-policy", policy(endpointIfExists)},
                {"context", "{\"aws:SourceVpce\": \"vpce-9\"}"}}),
            "implicit-deny", "identity-policy", "identity-policy"},
        {"PassRole is missing", "preset=pass-role", "implicit-deny", "identity-policy", "identity-policy"},
        {"PassRole is there", passPreset + query({{"identity-policy", policy(trainAndPass)}}), "allow",
            "identity-policy/Train", "end"},
        {"PassRole alone", passPreset + query({{"identity-policy", policy(passOnly)}}), "implicit-deny",
            "identity-policy", "identity-policy"},
        {"a Deny in the boundary",
            sageMakerPreset
                + query({{"boundary", policy((std::string(allowAnything) + ",\n" + denyAll).c_str())}}),
            "explicit-deny", "boundary/DenyEverything", "explicit-deny"},
        {"a Deny of the organisation", sageMakerPreset + query({{"scp", deny}}), "explicit-deny",
            "scp/DenyEverything", "explicit-deny"},
        {"an organisation that is silent", sageMakerPreset + query({{"scp", policy(onlySageMaker)}}),
            "implicit-deny", "scp", "scp"},
        {"a session that is silent", sageMakerPreset + query({{"session-policy", policy(onlySageMaker)}}),
            "implicit-deny", "session-policy", "session-policy"},
        {"NotAction is silent", query({{"identity-policy", policy(allButS3)}}), "implicit-deny",
            "identity-policy", "identity-policy"},
        {"NotAction is no Deny",
            query({{"identity-policy", policy((std::string(allButS3) + ",\n" + readAll).c_str())}}), "allow",
            "identity-policy/ReadEverything", "end"},
        {"both resources allowed",
            sageMakerPreset + query({{"second-resource", "arn:aws:s3:::aws-glue-data/x"}}), "allow",
            "identity-policy/S3Objects", "end"},
        {"the second resource is not", sageMakerPreset + query({{"second-resource", "arn:aws:s3:::other/x"}}),
            "implicit-deny", "identity-policy", "identity-policy"},
    };
}

} // namespace tangent::tests
