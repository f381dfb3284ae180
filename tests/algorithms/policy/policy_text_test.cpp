// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/policy/comparison.h"
#include "algorithms/policy/policy_edit.h"
#include "algorithms/random/random.h"
#include "tests/algorithms/policy/policy_case.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace tangent;
using namespace tangent::tests;
using namespace tangent::policy;

namespace {

const std::string two =
    "{\n"
    "  \"Version\": \"2012-10-17\",\n"
    "  \"Statement\": [\n"
    "    {\n"
    "      \"Sid\": \"One\",\n"
    "      \"Effect\": \"Allow\",\n"
    "      \"Action\": \"s3:*\",\n"
    "      \"Resource\": \"*\"\n"
    "    },\n"
    "    { \"Sid\": \"Two\", \"Effect\": \"Deny\", \"Action\": \"ec2:*\", \"Resource\": \"*\" }\n"
    "  ]\n"
    "}";

std::string sids(const PolicyDocument& policy)
{
    std::string made;
    for (const Statement& statement : policy.statements)
        made += statement.sid + ' ';
    return made;
}

} // namespace

/// Policies as texts: where their statements and mistakes stand, and how statements move between them.
class PolicyTextTest : public QObject {
    Q_OBJECT

private slots:
    void statementsKnowTheirLines()
    {
        const PolicyDocument read = readPolicy(two, Source::Identity);
        QVERIFY(read.isSound() && read.variables);
        QCOMPARE(read.statements.size(), size_t(2));
        QCOMPARE(read.statements[0].firstLine, 4);
        QCOMPARE(read.statements[0].lastLine, 9);
        QCOMPARE(read.statements[1].firstLine, 10);
        QCOMPARE(read.statements[1].lastLine, 10);
        QCOMPARE(two[read.statements[1].begin], '{');
        QCOMPARE(two[read.statements[1].end - 1], '}');
    }

    void bracketsInTextsAreNoBrackets()
    {
        const std::string text =
            "{\"Id\": \"a } \\\" ] { \\\\\", \"Statement\": {\"Sid\": \"µ}\", \"Effect\": \"Allow\",\n"
            " \"Action\": \"a:b\", \"Resource\": \"*\"}}";
        const PolicyDocument read = readPolicy(text, Source::Identity);
        QVERIFY(read.isSound());
        QCOMPARE(read.statements[0].firstLine, 1);
        QCOMPARE(read.statements[0].lastLine, 2);
        QCOMPARE(read.statements[0].sid, std::string("µ}"));
        const JsonDocument json = readJson("[1, -2.5e3 ,true,null,\"x\"]");
        QCOMPARE(json.root->items[1].text, std::string("-2.5e3"));
        QCOMPARE(json.root->items[4].begin, size_t(22));
    }

    void mistakesAreNamedByPlace_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<std::string>("said");
        for (const PolicyMistake& one : policyMistakes())
            QTest::newRow(one.name) << one.text << one.line << one.column << one.said;
    }

    void mistakesAreNamedByPlace()
    {
        QFETCH(std::string, text);
        QFETCH(int, line);
        QFETCH(int, column);
        QFETCH(std::string, said);
        const PolicyDocument read = readPolicy(text, Source::Identity);
        QCOMPARE(read.problems.size(), size_t(1));
        const Problem& problem = read.problems.front();
        QVERIFY2(problem.sentence.find(said) != std::string::npos, problem.sentence.c_str());
        QVERIFY(!problem.cure.empty());
        QCOMPARE(problem.at.line, line);
        QCOMPARE(problem.at.column, column);
    }

    void aResourcePolicyNamesItsPrincipal()
    {
        QVERIFY(!readPolicy(allow(), Source::Resource).isSound());
        QVERIFY(readPolicy(grantTo("\"*\""), Source::Resource).isSound());
        QVERIFY(!readPolicy(grantTo("{\"AWS\": \"arn:aws:iam::111122223333:role/note*\"}"), Source::Resource)
                     .isSound());
        QVERIFY(
            readPolicy(grantTo("{\"Service\": \"sagemaker.amazonaws.com\"}"), Source::Resource).isSound());
    }

    void blankIsNoPolicy()
    {
        QVERIFY(!readPolicy("", Source::Boundary).isSet);
        QVERIFY(!readPolicy(" \n\t", Source::Boundary).isSet);
        QVERIFY(readPolicy(" \n\t", Source::Boundary).isSound());
    }

    void brokenTextsAreSurvived()
    {
        Random random(1);
        const std::string alphabet = "{}[]\",:\\ \n0e-tAE*";
        for (int i = 0; i < 3000; ++i) {
            std::string text = two;
            for (int change = 0; change < 1 + int(random.below(6)); ++change)
                text[size_t(random.below(text.size()))] = alphabet[size_t(random.below(alphabet.size()))];
            text.resize(size_t(random.below(text.size() + 1)));
            const PolicyDocument read = readPolicy(text, Source::Resource);
            for (const Problem& problem : read.problems)
                QVERIFY(problem.at.line >= 1 && problem.at.column >= 1 && !problem.sentence.empty());
            for (const Statement& statement : read.statements)
                QVERIFY(statement.begin < statement.end && statement.end <= text.size());
            readContext(text);
        }
    }

    void aStatementIsCarried()
    {
        const PolicyDocument from = readPolicy(two, Source::Identity);
        const std::string first = statementText(two, from, 0);
        QVERIFY(first.find("\n  \"Sid\": \"One\"") != std::string::npos && first.ends_with("\n}"));
        const std::string left = withoutStatement(two, from, 0);
        QCOMPARE(sids(readPolicy(left, Source::Identity)), std::string("Two "));
        QVERIFY(left.find("  \"Statement\": [\n    { \"Sid\": \"Two\"") != std::string::npos);
        const auto empty = withStatement("", first, Source::Boundary, theRole);
        QVERIFY(empty && readPolicy(*empty, Source::Boundary).isSound());
        QVERIFY(empty->find("\n      \"Sid\": \"One\"") != std::string::npos);
        const auto back = withStatement(left, first, Source::Identity, theRole);
        QCOMPARE(sids(readPolicy(*back, Source::Identity)), std::string("Two One "));
        QVERIFY(back->find("\n      \"Sid\": \"One\"") != std::string::npos);
        const std::string last = withoutStatement(two, from, 1);
        QVERIFY(last.find("    }\n  ]") != std::string::npos);
        QCOMPARE(withoutStatement(last, readPolicy(last, Source::Identity), 0), std::string());
    }

    void aPrincipalComesAndGoes()
    {
        const PolicyDocument from = readPolicy(two, Source::Identity);
        for (int i = 0; i < 2; ++i) {
            const auto bucket = withStatement("", statementText(two, from, i), Source::Resource, theRole);
            const PolicyDocument read = readPolicy(*bucket, Source::Resource);
            QVERIFY(read.isSound() && read.statements[0].principals->aws == std::vector{theRole});
            const auto home = withStatement("", statementText(*bucket, read, 0), Source::Identity, theRole);
            QVERIFY(readPolicy(*home, Source::Identity).isSound());
            QVERIFY(home->find("Principal") == std::string::npos);
        }
        const std::string onlyThere = "{\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\", "
                                      "\"NotPrincipal\": {\"AWS\": \"*\"}}";
        QVERIFY(
            readPolicy(*withStatement("", onlyThere, Source::Session, theRole), Source::Session).isSound());
    }

    void aTakenSidGetsANumber()
    {
        const std::string again =
            "{\"Sid\": \"Two\", \"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\"}";
        const auto once = withStatement(two, again, Source::Identity, theRole);
        const auto twice = withStatement(*once, again, Source::Identity, theRole);
        QCOMPARE(sids(readPolicy(*twice, Source::Identity)), std::string("One Two Two2 Two3 "));
        QVERIFY(readPolicy(*twice, Source::Identity).isSound());
    }

    void anEscapedSidStaysWhole()
    {
        const std::string odd =
            "{\"Sid\": \"a \\\"b\\\\\", \"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\"}";
        const auto once = withStatement(two, odd, Source::Identity, theRole);
        const auto twice = withStatement(*once, odd, Source::Identity, theRole);
        QCOMPARE(sids(readPolicy(*twice, Source::Identity)), std::string("One Two a \"b\\ a \"b\\2 "));
        QVERIFY(readPolicy(*twice, Source::Identity).isSound());
    }

    void aSingleStatementBecomesAList()
    {
        const std::string single = "{\n  \"Statement\": {\n    \"Effect\": \"Allow\", \"Action\": \"*\", "
                                   "\"Resource\": \"*\"\n  }\n}";
        const auto made = withStatement(single,
            "{\"Sid\": \"No\", \"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\"}",
            Source::Identity, theRole);
        const PolicyDocument read = readPolicy(*made, Source::Identity);
        QVERIFY(read.isSound());
        QCOMPARE(sids(read), std::string(" No "));
        QVERIFY(!withStatement("{", "{}", Source::Identity, theRole));
    }

    void datesAndAddressesAreRead()
    {
        QCOMPARE(*secondsIn("1970-01-01T00:00:00Z"), 0.0);
        QCOMPARE(*secondsIn("2000-02-29"), 951782400.0);
        QCOMPARE(*secondsIn("2026-03-31T12:00:00.5+02:00"), 1774951200.5);
        QCOMPARE(*secondsIn("1774958400"), 1774958400.0);
        QCOMPARE(*secondsIn("2026"), 1767225600.0);
        for (const char* wrong :
            {"", "yesterday", "2026-13-01", "2026-02-30", "2026-01-01T25:00Z", "2026-1-1", "12:00"})
            QVERIFY2(!secondsIn(wrong), wrong);
        QVERIFY(addressIn("2001:db8::/32")->contains(*addressIn("2001:DB8:ffff::1")));
        QVERIFY(!addressIn("2001:db8::/32")->contains(*addressIn("2001:db9::1")));
        QVERIFY(addressIn("0.0.0.0/0")->contains(*addressIn("255.1.2.3")));
        QVERIFY(!addressIn("::/0")->contains(*addressIn("10.0.0.1")));
        for (const char* wrong :
            {"", "10.0.0", "10.0.0.256", "10.0.0.0/33", "::/129", "1:2:3", "1::2::3", ":::"})
            QVERIFY2(!addressIn(wrong), wrong);
    }
};

TANGENT_TEST(PolicyTextTest)
#include "policy_text_test.moc"
