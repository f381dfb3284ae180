// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/random/random.h"
#include "tests/support/lab_probe.h"
#include "tests/support/test_program.h"
#include "tests/topics/security/iam_policies_states.h"

#include <QSet>

#include <algorithm>

using namespace tangent;
using namespace tangent::tests;

namespace {

const QStringList policyKeys{"identity-policy", "resource-policy", "boundary", "scp", "session-policy"};

Probe at(const QString& query)
{
    return probe("iam-policies?" + query);
}

const Diagram& walkOf(const Probe& found)
{
    return std::get<Diagram>(found.scene.figure("walk")->content);
}

/// The texts of both figures.
std::vector<TextFigure::Block> blocksOf(const Probe& found)
{
    auto blocks = std::get<TextFigure>(found.scene.figure("policies")->content).blocks;
    const auto& limits = std::get<TextFigure>(found.scene.figure("limits")->content).blocks;
    blocks.insert(blocks.end(), limits.begin(), limits.end());
    return blocks;
}

const TableFigure& statementsOf(const Probe& found)
{
    return std::get<TableFigure>(found.scene.figure("statements")->content);
}

TextFigure::Block blockOf(const Probe& found, const QString& key)
{
    for (const TextFigure::Block& block : blocksOf(found)) {
        if (block.target.key == key)
            return block;
    }
    return {};
}

/// The nodes that are lit: the deciding gate, then the answer.
std::vector<Diagram::Node> litOf(const Probe& found)
{
    std::vector<Diagram::Node> lit;
    for (const Diagram::Node& node : walkOf(found).nodes) {
        if (node.current)
            lit.push_back(node);
    }
    return lit;
}

const TableFigure::Line& lineSaying(const Probe& found, const QString& words)
{
    const auto& lines = statementsOf(found).lines;
    return *std::find_if(lines.begin(), lines.end(),
        [&](const TableFigure::Line& line) { return line.items[0].text == words; });
}

/// The state after a mark was put down.
Probe dropped(const Probe& before, const Drop& drop)
{
    Request request(before.state.state);
    for (auto value = drop.values.begin(); value != drop.values.end(); ++value)
        request.values[value.key()] = value.value();
    const Lab& lab = *findLab(QStringLiteral("iam-policies"));
    Probe after;
    after.state = settle(lab, request, DataCatalogue::shared());
    Stages stages;
    after.scene = computeScene(lab, after.state, stages);
    return after;
}

const Drop& onto(const std::vector<Drop>& drops, const QString& place)
{
    return *std::find_if(drops.begin(), drops.end(), [&](const Drop& drop) { return drop.onto == place; });
}

int statementCount(const Probe& found)
{
    int count = 0;
    for (const TextFigure::Block& block : blocksOf(found))
        count += int(block.spans.size());
    return count;
}

bool saysSomewhere(const Probe& found, const QString& words)
{
    return std::any_of(found.scene.diagnostics.begin(), found.scene.diagnostics.end(),
        [&](const Diagnostic& diagnostic) { return diagnostic.sentence.contains(words); });
}

} // namespace

/// Every state of the note decides as documented, and the picture shows who decided.
class IamPoliciesTest : public QObject {
    Q_OBJECT

private slots:
    void states_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("decision");
        QTest::addColumn<QString>("decidedBy");
        QTest::addColumn<QString>("endedAt");
        for (const IamState& state : iamStates())
            QTest::newRow(state.name) << state.query << QString(state.decision) << QString(state.decidedBy)
                                      << QString(state.endedAt);
    }

    void states()
    {
        QFETCH(QString, query);
        QFETCH(QString, decision);
        QFETCH(QString, decidedBy);
        QFETCH(QString, endedAt);
        const Probe found = at(query);
        QVERIFY(found.state.complaints.empty());
        QVERIFY(found.scene.diagnostics.empty());
        QCOMPARE(found.words("decision"), decision);
        QCOMPARE(found.words("decided-by"), decidedBy);
        QCOMPARE(found.words("ended-at"), endedAt);
        QCOMPARE(found["denies"] > 0, decision == QLatin1String("explicit-deny"));
        QVERIFY2(found.scene.narration.size() <= 200, qPrintable(found.scene.narration));
        QCOMPARE(found.scene.table("walk")->rows.size(), size_t(6 * found["requests"]));
    }

    void theDecidingStatementIsLit_data() { states_data(); }

    void theDecidingStatementIsLit()
    {
        QFETCH(QString, query);
        QFETCH(QString, decidedBy);
        const Probe found = at(query);
        QStringList lit;
        for (const TextFigure::Block& block : blocksOf(found)) {
            const QStringList lines = block.text.split(QLatin1Char('\n'));
            for (const TextFigure::Span& span : block.spans) {
                QVERIFY(
                    span.firstLine >= 1 && span.lastLine >= span.firstLine && span.lastLine <= lines.size());
                const QString words =
                    lines.mid(span.firstLine - 1, span.lastLine - span.firstLine + 1).join(' ');
                const QString sid = words.section("\"Sid\": \"", 1).section('"', 0, 0);
                if (span.current)
                    lit << block.id + '/' + sid;
            }
        }
        QCOMPARE(lit, decidedBy.contains('/') ? QStringList(decidedBy) : QStringList());
        QCOMPARE(std::count_if(statementsOf(found).lines.begin(), statementsOf(found).lines.end(),
                     [](const TableFigure::Line& line) { return line.current; }),
            lit.size());
    }

    void theFirstPictureEndsInSilence()
    {
        const Probe found = at({});
        QCOMPARE(walkOf(found).nodes.size(), size_t(8));
        const auto lit = litOf(found);
        QCOMPARE(lit.size(), size_t(2));
        QVERIFY(lit[0].id.endsWith("identity-policy") && lit[0].open);
        QCOMPARE(lit[1].lines, (QStringList{"Denied", "by silence"}));
        QCOMPARE(lineSaying(found, "S3Objects").items[1].text, QString("resource ✗"));
        QCOMPARE(lineSaying(found, "S3TaggedObjects").items[1].text, QString("condition ✗"));
        QCOMPARE(lineSaying(found, "S3Buckets").items[1].text, QString("action ✗"));
        QVERIFY(found.scene.narration.contains("S3Objects"));
    }

    /// The same object asked of two buckets: each lane names its bucket, and only one is allowed.
    void twoBucketsAreToldApart()
    {
        const Probe found = at("second-resource=arn:aws:s3:::sagemaker-my-data%2Ftrain.csv");
        QStringList asked;
        for (const Diagram::Node& node : walkOf(found).nodes) {
            if (node.id.endsWith("request"))
                asked << node.lines[1];
        }
        QCOMPARE(asked, (QStringList{"my-data", QStringLiteral("sagemaker-my-da…")}));
        QCOMPARE(found.words("decision"), QString("implicit-deny"));
    }

    void whatIsMissingIsNamed()
    {
        const QString said = at("preset=pass-role").scene.narration;
        QVERIFY2(said.startsWith("CreateTrainingJob itself is allowed; it also asks for iam:PassRole. "),
            qPrintable(said));
        QCOMPARE(said.count(QLatin1Char(':')), 2); // iam:PassRole and the colon of the verdict
    }

    void threeOutcomesLookDifferent()
    {
        QSet<int> answers;
        QSet<int> gates;
        for (const char* query : {"", "preset=sagemaker-data", "preset=endpoint"}) {
            const auto lit = litOf(at(query));
            QCOMPARE(lit.size(), size_t(2));
            gates.insert(int(*lit[0].role));
            answers.insert(int(*lit[1].role));
        }
        QCOMPARE(answers.size(), 3);
        QCOMPARE(gates.size(), 3);
    }

    void aDenyCarriedAnywhereEndsIt()
    {
        const Probe before = at("preset=sagemaker-data");
        QCOMPARE(before.words("decision"), QString("allow"));
        const auto drops = lineSaying(before, "Deny everything").drops;
        QCOMPARE(int(drops.size()), int(policyKeys.size()));
        for (const Drop& drop : drops) {
            const Probe after = dropped(before, drop);
            QVERIFY(policyKeys.contains(drop.onto) && !drop.label.isEmpty());
            QCOMPARE(after.words("decision"), QString("explicit-deny"));
            QCOMPARE(after.words("decided-by"), drop.onto + "/DenyEverything");
            QCOMPARE(after.words("ended-at"), QString("explicit-deny"));
            const TextFigure::Block block = blockOf(after, drop.onto);
            const Probe back = dropped(after, onto(block.spans.back().drops, "take-out"));
            QCOMPARE(back.words("decision"), QString("allow"));
            QCOMPARE(statementCount(back), statementCount(before));
        }
    }

    void aStatementIsCarriedBetweenPolicies()
    {
        const Probe before = at("preset=boundary");
        for (const QString& key : policyKeys) {
            const TextFigure::Block block = blockOf(before, key);
            for (const TextFigure::Span& span : block.spans) {
                QCOMPARE(int(span.drops.size()), int(policyKeys.size())); // the others, and out
                for (const Drop& drop : span.drops) {
                    const Probe after = dropped(before, drop);
                    QVERIFY(after.scene.diagnostics.empty());
                    const int lost = drop.onto == QLatin1String("take-out") ? 1 : 0;
                    QCOMPARE(statementCount(after), statementCount(before) - lost);
                    QCOMPARE(
                        int(blockOf(after, key).spans.size()), int(blockOf(before, key).spans.size()) - 1);
                }
            }
        }
        // What cut the role as its boundary grants nothing in the identity policy; without it the role may.
        const TextFigure::Block limit = blockOf(before, "boundary");
        const Probe moved = dropped(before, onto(limit.spans[0].drops, "identity-policy"));
        QCOMPARE(moved.words("decision"), QString("allow"));
    }

    void twoEditsMeetTheChallenge()
    {
        const auto met = [](const Probe& found) {
            return found.words("decision") == QLatin1String("allow") && found["wildcards"] == 0
                && found.scene.resolved.value("resource-account")
                != found.scene.resolved.value("principal-account");
        };
        QVERIFY(!met(at({})) && !met(at("preset=two-accounts")));
        const Probe bare = at("identity-policy=&resource-account=444455556666");
        const auto allow = lineSaying(bare, "Allow this").drops;
        const Probe one = dropped(bare, onto(allow, "identity-policy"));
        QVERIFY(!met(one) && !met(dropped(bare, onto(allow, "resource-policy"))));
        QVERIFY(met(dropped(one, onto(lineSaying(one, "Allow this").drops, "resource-policy"))));
    }

    void accountsFollowTheArns()
    {
        const Probe queue = at("resource=arn:aws:sqs:eu-west-1:444455556666:jobs&action=sqs:SendMessage");
        QCOMPARE(text(queue.scene.resolved["resource-account"]), QString("444455556666"));
        QVERIFY(queue.scene.narration.contains("One side") || queue.words("decided-by") == "identity-policy");
        QCOMPARE(text(at({}).scene.resolved["resource-account"]), QString("111122223333"));
        QVERIFY(saysSomewhere(at("principal-account=444455556666"), "another account"));
    }

    void whatCannotBeReadIsSaid_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("line");
        QTest::newRow("no JSON") << iamQuery({{"boundary", "{\n  \"Version\": ,\n}"}}) << "boundary" << 2;
        QTest::newRow("unknown element") << iamQuery({{"scp", "{\n\"Statemnt\": []\n}"}}) << "scp" << 1;
        QTest::newRow("context") << iamQuery({{"context", "[1]"}}) << "context" << 1;
        QTest::newRow("principal") << "principal=ana"
                                   << "principal" << -1;
        QTest::newRow("root") << "principal=arn:aws:iam::111122223333:root"
                              << "principal" << -1;
        QTest::newRow("account") << "principal-account=12"
                                 << "principal-account" << -1;
        QTest::newRow("owner") << "resource-account=me"
                               << "resource-account" << -1;
        QTest::newRow("action") << "action=GetObject"
                                << "action" << -1;
    }

    void whatCannotBeReadIsSaid()
    {
        QFETCH(QString, query);
        QFETCH(QString, key);
        QFETCH(int, line);
        const Probe found = at(query);
        QVERIFY(!found.scene.diagnostics.empty());
        const Diagnostic& said = found.scene.diagnostics.front();
        QCOMPARE(said.key, key);
        QCOMPARE(said.line, line);
        QVERIFY(!said.sentence.isEmpty() && !said.cure.isEmpty());
        for (const char* readout : {"decision", "decided-by", "ended-at", "allows"}) {
            QVERIFY(found.isUndefined(readout));
            QVERIFY(!found.scene.readout(readout)->note.isEmpty());
        }
        QCOMPARE(found.scene.figures.size(), size_t(4));
        if (line > 0)
            QCOMPARE(blockOf(found, key).problems.front().line, line);
    }

    void hintsAreGiven()
    {
        QVERIFY(saysSomewhere(at("action=sagemaker:CreateTrainingJob"), "iam:PassRole"));
        QVERIFY(saysSomewhere(
            at("preset=pass-role&"
                + iamQuery({{"session-policy",
                    iamPolicy("{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}")}})),
            "no session"));
    }

    /// Whatever is typed, there is a scene with all its readouts, and no failure of the machine.
    void anyTextIsSurvived()
    {
        Random random(7);
        const QString start = text(at({}).state.values.value("identity-policy"));
        const Lab& lab = *findLab(QStringLiteral("iam-policies"));
        const QStringList keys =
            policyKeys + QStringList{"context", "principal", "action", "resource", "passed-role"};
        const QString letters = QStringLiteral("{}[]\",:\\ \n*?$Aé0/");
        Stages stages;
        for (int i = 0; i < 300; ++i) {
            Request request;
            request.topic = QStringLiteral("iam-policies");
            for (const QString& key : keys) {
                QString typed = start.mid(qsizetype(random.below(200)), qsizetype(random.below(700)));
                for (int change = 0; change < 5 && !typed.isEmpty(); ++change)
                    typed[qsizetype(random.below(std::uint64_t(typed.size())))] =
                        letters[qsizetype(random.below(std::uint64_t(letters.size())))];
                if (random.uniform() < 0.4)
                    request.values[key] = typed;
            }
            const Scene scene = computeScene(lab, settle(lab, request, DataCatalogue::shared()), stages);
            QCOMPARE(scene.figures.size(), size_t(4));
            QCOMPARE(scene.readouts.size(), size_t(7));
        }
    }
};

TANGENT_TEST(IamPoliciesTest)
#include "iam_policies_test.moc"
