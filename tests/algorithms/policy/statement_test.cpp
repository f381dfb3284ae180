// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/algorithms/policy/policy_case.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace tangent;
using namespace tangent::tests;

Q_DECLARE_METATYPE(PolicyCase)

/// Documented cases of one statement: does it apply to this request?
class PolicyStatementTest : public QObject {
    Q_OBJECT

private slots:
    void documented_data()
    {
        QTest::addColumn<PolicyCase>("asked");
        for (const auto& list : {casesOfMatching(), casesOfConditions()}) {
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
};

TANGENT_TEST(PolicyStatementTest)
#include "statement_test.moc"
