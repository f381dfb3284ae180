// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/security/iam_policies/figures.h"
#include "app/topics/security/iam_policies/texts.h"
#include "app/topics/security/iam_policies/words.h"

namespace tangent {

namespace {

using namespace iam;

constexpr int longestPolicy = 20000;
constexpr int longestName = 2048; // of an ARN

Parameter policyText(const char* key, const QString& label, const QString& value, const QString& help)
{
    Parameter made = Parameter::textOf(QLatin1String(key), label, value)
                         .withHelp(help)
                         .inGroup(tr("Policies"))
                         .writtenIn(QStringLiteral("json"))
                         .shownWhen(false);
    made.maximumRows = longestPolicy;
    return made;
}

Parameter name(const char* key, const QString& label, const QString& value, const QString& help)
{
    Parameter made = Parameter::textOf(QLatin1String(key), label, value).withHelp(help);
    made.maximumRows = longestName;
    return made;
}

class IamPolicies final : public Lab {
public:
    LabInfo info() const override
    {
        return {QStringLiteral("iam-policies"), tr("IAM policies"), QStringLiteral("security"),
            {244, 245, 246, 249}, Speed::Instant, {}};
    }

    Parameters parameters(const DeclarationContext&) const override
    {
        return {
            policyText("identity-policy", tr("Identity policy"), broadPolicy(),
                tr("What is attached to the user or role itself; it grants.")),
            policyText("resource-policy", tr("Resource policy"), QString(),
                tr("What is attached to the resource, such as a bucket policy; it grants, and names whom.")),
            policyText("boundary", tr("Permissions boundary"), QString(),
                tr("The most that the user or role may ever do; it limits and grants nothing.")),
            policyText("scp", tr("Organisation policy"), QString(),
                tr("The most that anyone in the principal's account may do; it limits and grants nothing.")),
            policyText("session-policy", tr("Session policy"), QString(),
                tr("The most that this session of a role may do; it limits and grants nothing.")),
            policyText("context", tr("Request context"), QString(),
                tr("Condition keys that the request carries, as an object of keys and values.")),
            name("principal", tr("Principal"), QStringLiteral("arn:aws:iam::111122223333:role/notebook"),
                tr("Who asks: the ARN of a user, of a role, or of a role's session."))
                .asPrimary(),
            name("passed-role", tr("Passed role"), QString(),
                tr("The ARN of the role that the action hands to a service; iam:PassRole is asked for, too."))
                .inGroup(tr("Request")),
            name("second-resource", tr("Second resource"), QString(),
                tr("A further resource that the same action touches; it must be allowed there as well."))
                .inGroup(tr("Request")),
            name("principal-account", tr("Its account"), QString(),
                tr("The account of whoever asks; by itself the one in the ARN."))
                .automatic()
                .asPrimary(),
            name("action", tr("Action"), QStringLiteral("s3:GetObject"),
                tr("What is asked for: service and operation with a colon between them."))
                .asPrimary(),
            name("resource", tr("Resource"), QStringLiteral("arn:aws:s3:::my-data/train.csv"),
                tr("The ARN of what it is asked of: a bucket for ListBucket, an object for GetObject."))
                .asPrimary(),
            name("resource-account", tr("Its owner"), QString(),
                tr("The account that owns the resource; by itself the one in the ARN, else the principal's."))
                .automatic()
                .asPrimary(),
        };
    }

    std::vector<Preset> presets() const override { return iam::presets(); }

    Scene compute(const Settled& state, Stages& stages, const Progress&) const override
    {
        const Study study = studyOf(state, stages);
        const Carrying carrying = carryingOf(study, stages);
        Scene scene;
        scene.figures = {policiesFigure(study, carrying), statementsFigure(study, carrying),
            limitsFigure(study, carrying), walkFigure(study)};
        scene.readouts = readouts(study);
        scene.narration = narration(study);
        scene.diagnostics = study.diagnostics;
        scene.tables = {walkTable(study)};
        scene.resolved[QStringLiteral("principal-account")] = study.principalAccount;
        scene.resolved[QStringLiteral("resource-account")] = study.resourceAccount;
        return scene;
    }
};

} // namespace

namespace topics {

std::unique_ptr<const Lab> iam_policies()
{
    return std::make_unique<IamPolicies>();
}

} // namespace topics

} // namespace tangent
