// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/security/iam_policies/texts.h"

#include "app/lab/lab.h"
#include "app/lab/link_text.h"
#include "app/topics/security/iam_policies/words.h"

namespace tangent::iam {

namespace {

QString query(const std::vector<std::pair<const char*, QString>>& values)
{
    QStringList pairs;
    for (const auto& [key, value] : values)
        pairs << QLatin1String(key) + QLatin1Char('=') + encodeText(value);
    return pairs.join(QLatin1Char('&'));
}

/// A policy around statements whose lines carry no indentation yet.
QString policyOf(const QString& statements)
{
    QString indented = statements.trimmed();
    indented.replace(QLatin1Char('\n'), QStringLiteral("\n    "));
    return QStringLiteral("{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n    %1\n  ]\n}")
        .arg(indented);
}

const QString readAnything = QStringLiteral(R"json(
{
  "Sid": "ReadEverything",
  "Effect": "Allow",
  "Action": "s3:GetObject",
  "Resource": "*"
})json");

const QString bucketNamesRole = QStringLiteral(R"json(
{
  "Sid": "NotebookReads",
  "Effect": "Allow",
  "Principal": {
    "AWS": "arn:aws:iam::111122223333:role/notebook"
  },
  "Action": "s3:GetObject",
  "Resource": "arn:aws:s3:::my-data/*"
})json");

const QString boundaryWithoutS3 = QStringLiteral(R"json(
{
  "Sid": "OnlySageMaker",
  "Effect": "Allow",
  "Action": ["sagemaker:*", "logs:*"],
  "Resource": "*"
})json");

const QString onlyThroughEndpoint = QStringLiteral(R"json(
{
  "Sid": "OnlyThroughEndpoint",
  "Effect": "Deny",
  "Principal": "*",
  "Action": "s3:*",
  "Resource": [
    "arn:aws:s3:::my-data",
    "arn:aws:s3:::my-data/*"
  ],
  "Condition": {
    "StringNotEquals": {
      "aws:SourceVpce": "vpce-1a2b3c4d"
    }
  }
})json");

const QString trainOnly = QStringLiteral(R"json(
{
  "Sid": "StartTraining",
  "Effect": "Allow",
  "Action": "sagemaker:CreateTrainingJob",
  "Resource": "*"
})json");

} // namespace

QString broadPolicy()
{
    return policyOf(QStringLiteral(R"json(
{
  "Sid": "S3Objects",
  "Effect": "Allow",
  "Action": [
    "s3:GetObject",
    "s3:PutObject",
    "s3:DeleteObject"
  ],
  "Resource": [
    "arn:aws:s3:::*SageMaker*",
    "arn:aws:s3:::*Sagemaker*",
    "arn:aws:s3:::*sagemaker*",
    "arn:aws:s3:::*aws-glue*"
  ]
},
{
  "Sid": "S3TaggedObjects",
  "Effect": "Allow",
  "Action": "s3:GetObject",
  "Resource": "arn:aws:s3:::*",
  "Condition": {
    "StringEqualsIgnoreCase": {
      "s3:ExistingObjectTag/SageMaker": "true"
    }
  }
},
{
  "Sid": "S3Buckets",
  "Effect": "Allow",
  "Action": [
    "s3:CreateBucket",
    "s3:ListBucket",
    "s3:ListAllMyBuckets"
  ],
  "Resource": "*"
},
{
  "Sid": "SageMaker",
  "Effect": "Allow",
  "Action": "sagemaker:*",
  "NotResource": [
    "arn:aws:sagemaker:*:*:domain/*",
    "arn:aws:sagemaker:*:*:user-profile/*",
    "arn:aws:sagemaker:*:*:flow-definition/*"
  ]
})json"));
}

std::vector<Preset> presets()
{
    return {
        {QStringLiteral("sagemaker-data"), tr("SageMaker data"),
            query({{"resource", QStringLiteral("arn:aws:s3:::sagemaker-my-data/train.csv")}})},
        {QStringLiteral("two-accounts"), tr("Two accounts"),
            query({{"identity-policy", policyOf(readAnything)},
                {"resource-account", QStringLiteral("444455556666")}})},
        {QStringLiteral("boundary"), tr("Boundary"),
            query({{"identity-policy", policyOf(readAnything)},
                {"resource-policy", policyOf(bucketNamesRole)}, {"boundary", policyOf(boundaryWithoutS3)}})},
        {QStringLiteral("endpoint"), tr("Endpoint only"),
            query({{"identity-policy", policyOf(readAnything)},
                {"resource-policy", policyOf(onlyThroughEndpoint)}})},
        {QStringLiteral("pass-role"), tr("Pass a role"),
            query({{"identity-policy", policyOf(trainOnly)},
                {"principal", QStringLiteral("arn:aws:iam::111122223333:user/ana")},
                {"passed-role", QStringLiteral("arn:aws:iam::111122223333:role/training")},
                {"action", QStringLiteral("sagemaker:CreateTrainingJob")},
                {"resource",
                    QStringLiteral("arn:aws:sagemaker:eu-west-1:111122223333:training-job/churn")}})},
    };
}

} // namespace tangent::iam
