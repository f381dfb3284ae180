// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/algorithms/policy/policy_case.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace tangent;
using namespace tangent::tests;

Q_DECLARE_METATYPE(PolicyCase)

namespace {

const std::string elsewhere = "\"ec2:*\"";
const std::string everything = policyOf(statement("All", "Allow", "\"*\"", "\"*\""));

} // namespace

/// Documented decisions: which policies there are, and what becomes of the request.
class PolicyEvaluationTest : public QObject {
    Q_OBJECT

private slots:
    void documented_data()
    {
        QTest::addColumn<PolicyCase>("asked");
        for (const auto& list : {casesOfOneAccount(), casesOfLimits(), casesOfTwoAccounts()}) {
            for (const PolicyCase& one : list)
                QTest::newRow((one.name + " [" + one.page + ']').c_str()) << one;
        }
    }

    void documented()
    {
        QFETCH(PolicyCase, asked);
        const PolicyAnswer answer = answerTo(asked);
        QCOMPARE(answer.problems, std::string());
        QCOMPARE(answer.decision, asked.decision);
        QCOMPARE(answer.decidedBy, asked.decidedBy);
    }

    void aDenyAddedAnywhereWins_data() { documented_data(); }

    /// Whatever stands in the policies: one more Deny of everything in any of them ends it.
    void aDenyAddedAnywhereWins()
    {
        QFETCH(PolicyCase, asked);
        PolicyCase changed = asked;
        const auto withDeny = [](const std::string& text, const std::string& rest) {
            const std::string no = statement("Everything", "Deny", "\"*\"", "\"*\"", rest);
            if (text.empty())
                return policyOf(no);
            std::string made = text;
            return made.insert(made.rfind(']'), ',' + no);
        };
        for (std::string PolicyCase::*text :
            {&PolicyCase::identity, &PolicyCase::resourcePolicy, &PolicyCase::boundary, &PolicyCase::scp}) {
            changed = asked;
            changed.*text =
                withDeny(asked.*text, text == &PolicyCase::resourcePolicy ? "\"Principal\": \"*\"" : "");
            QCOMPARE(answerTo(changed).decision, std::string("explicit-deny"));
        }
    }

    void anAllowAddedToALimitGrantsNothing_data() { documented_data(); }

    /// Organisation policy, boundary and session policy only take away: without them at least as much is
    /// allowed.
    void anAllowAddedToALimitGrantsNothing()
    {
        QFETCH(PolicyCase, asked);
        if (answerTo(asked).decision != "allow")
            return;
        PolicyCase free = asked;
        free.boundary.clear();
        free.scp.clear();
        free.session.clear();
        QCOMPARE(answerTo(free).decision, std::string("allow"));
    }

    void theWalkSaysWhereItEnds()
    {
        PolicyCase asked{.identity = everything, .boundary = allow(elsewhere)};
        const policy::Walk walk = answerTo(asked).walk;
        using policy::Gate;
        using policy::Outcome;
        QCOMPARE(walk.steps.size(), size_t(policy::gateCount));
        QCOMPARE(walk.at(Gate::ExplicitDeny).outcome, Outcome::Passes);
        QCOMPARE(walk.at(Gate::Organisation).outcome, Outcome::NotSet);
        QCOMPARE(walk.at(Gate::Resource).outcome, Outcome::NotSet);
        QCOMPARE(walk.at(Gate::Identity).outcome, Outcome::Allows);
        QCOMPARE(walk.at(Gate::Boundary).outcome, Outcome::Silent);
        QCOMPARE(walk.at(Gate::Session).outcome, Outcome::NotReached);
        QCOMPARE(walk.decidedAt, Gate::Boundary);
        asked.resourceAccount = accountB;
        asked.boundary.clear();
        const policy::Walk other = answerTo(asked).walk;
        QVERIFY(other.crossAccount);
        QCOMPARE(other.steps.back().gate, Gate::Resource);
        QCOMPARE(other.decidedAt, Gate::Resource);
    }

    /// Passing a role is a request of its own, whatever the policy of the resource says.
    void passingARole()
    {
        using namespace policy;
        PolicySet policies;
        policies[Source::Identity] = readPolicy(allow("\"sagemaker:CreateTrainingJob\""), Source::Identity);
        policies[Source::Resource] =
            readPolicy(allow("\"*\"", "\"*\"", "\"Principal\": " + aws(theUser)), Source::Resource);
        Request job{*principalNamed(theUser), "sagemaker:CreateTrainingJob", "*", accountA, {}};
        job.context = withDerivedKeys({}, job.principal, accountA);
        QCOMPARE(evaluate(policies, job).decision, Decision::Allow);
        const Request pass = passRoleRequest(job, theRole);
        QCOMPARE(pass.action, std::string("iam:PassRole"));
        QCOMPARE(evaluate(policies, pass).decision, Decision::ImplicitDeny);
        QCOMPARE(evaluate(policies, pass).at(Gate::Resource).outcome, Outcome::NotApplicable);
        const auto with = [&](const std::string& service) {
            policies[Source::Identity] =
                readPolicy(allow("\"iam:PassRole\"", '"' + theRole + '"',
                               condition("StringEquals", "iam:PassedToService", '"' + service + '"')),
                    Source::Identity);
            return evaluate(policies, pass).decision;
        };
        QCOMPARE(with("sagemaker.amazonaws.com"), Decision::Allow);
        QCOMPARE(with("lambda.amazonaws.com"), Decision::ImplicitDeny);
    }

    void principalsAreRead()
    {
        using policy::Principal;
        const auto user = policy::principalNamed("arn:aws:iam::111122223333:user/team/ana");
        QVERIFY(user && user->isUser() && user->name == "ana" && user->account == accountA);
        const auto session = policy::principalNamed(theSession);
        QVERIFY(session && session->kind == Principal::Kind::Session && session->name == "notebook");
        for (const char* wrong : {"", "ana", "arn:aws:iam::1:user/ana", "arn:aws:iam::111122223333:user",
                 "arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:group/a",
                 "arn:aws:sts::111122223333:assumed-role/notebook", "arn:aws:iam::111122223333:role/"})
            QVERIFY2(!policy::principalNamed(wrong), wrong);
        QCOMPARE(policy::accountOf("arn:aws:sqs:eu-west-1:444455556666:queue"), accountB);
        QCOMPARE(policy::accountOf("arn:aws:s3:::data/x"), std::string());
    }
};

TANGENT_TEST(PolicyEvaluationTest)
#include "evaluation_test.moc"
