// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/policy/context.h"
#include "algorithms/policy/json_document.h"
#include "algorithms/policy/policy_edit.h"
#include "tests/fuzz/target.h"

#include <string>

namespace tangent::fuzz {

namespace {

void checkProblems(const std::vector<policy::Problem>& problems, std::string_view text)
{
    const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
    for (const policy::Problem& problem : problems) {
        require(problem.at.line >= 1 && problem.at.line <= lines, "a problem has a line of the text");
        require(problem.at.column >= 1, "a problem has a column");
        require(!problem.sentence.empty(), "a problem is a sentence");
    }
}

/// The first byte chooses where the policy is attached.
void readPolicyText(const QByteArray& bytes)
{
    if (bytes.isEmpty())
        return;
    const auto source = policy::Source(uchar(bytes[0]) % policy::sourceCount);
    const std::string text(bytes.constData() + 1, size_t(bytes.size() - 1));
    checkProblems(policy::readJson(text).problems, text);
    checkProblems(policy::readContext(text).problems, text);
    const policy::PolicyDocument read = policy::readPolicy(text, source);
    checkProblems(read.problems, text);
    for (int i = 0; i < int(read.statements.size()); ++i) {
        const policy::Statement& statement = read.statements[size_t(i)];
        require(
            statement.begin <= statement.end && statement.end <= text.size(), "a statement is of the text");
        const std::string alone = policy::statementText(text, read, i);
        const std::string without = policy::withoutStatement(text, read, i);
        if (!read.isSound())
            continue;
        const auto fewer = policy::readPolicy(without, source);
        require(fewer.statements.size() + 1 == read.statements.size(), "one statement is taken out");
        const auto moved =
            policy::withStatement(without, alone, source, "arn:aws:iam::123456789012:user/ana");
        require(moved.has_value(), "a statement that was taken out can be put back");
        if (moved)
            require(policy::readPolicy(*moved, source).statements.size() == read.statements.size(),
                "one statement is put in");
    }
}

} // namespace

} // namespace tangent::fuzz

TANGENT_FUZZ_TARGET("policy", tangent::fuzz::readPolicyText)
