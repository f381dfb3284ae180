// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/policy/evaluation.h"

#include <string>
#include <vector>

namespace tangent::tests {

inline const std::string accountA = "111122223333";
inline const std::string accountB = "444455556666";
inline const std::string theRole = "arn:aws:iam::111122223333:role/notebook";
inline const std::string theSession = "arn:aws:sts::111122223333:assumed-role/notebook/monday";
inline const std::string theUser = "arn:aws:iam::111122223333:user/ana";

/// One documented case: what is attached, what is asked, and what AWS decides.
struct PolicyCase {
    std::string name = {};
    std::string page = {};      ///< of the AWS documentation
    std::string decision = {};  ///< allow, explicit-deny, implicit-deny
    std::string decidedBy = {}; ///< SOURCE/SID, or the silent SOURCE
    std::string identity = {};
    std::string resourcePolicy = {};
    std::string boundary = {};
    std::string scp = {};
    std::string session = {};
    std::string context = {};
    std::string principal = theRole;
    std::string action = "s3:GetObject";
    std::string resource = "arn:aws:s3:::data/train.csv";
    std::string resourceAccount = accountA;
};

/// A policy of the current version around statements that are parted by commas.
std::string policyOf(const std::string& statements);
/// One statement; action, resource and what follows them (`"Condition": …`) as JSON.
std::string statement(const std::string& sid, const std::string& effect, const std::string& action,
    const std::string& resource, const std::string& rest = {});
/// A policy of one statement, Sid Grant or Refuse.
std::string allow(const std::string& action = "\"s3:GetObject\"", const std::string& resource = "\"*\"",
    const std::string& rest = {});
std::string deny(
    const std::string& action = "\"*\"", const std::string& resource = "\"*\"", const std::string& rest = {});
/// A resource policy that allows everything of S3 to one principal, given as JSON.
std::string grantTo(const std::string& principal);
/// `{"AWS": "ARN"}`
std::string aws(const std::string& arn);
std::string condition(const std::string& test, const std::string& key, const std::string& value);

struct PolicyAnswer {
    std::string problems;
    std::string decision = {};
    std::string decidedBy = {};
    policy::Walk walk;
};

/// Reads the policies of a case and walks its request through them.
PolicyAnswer answerTo(const PolicyCase& asked);

// The documented cases, in files of their own: moc cannot read raw texts.
std::vector<PolicyCase> casesOfOneAccount();
std::vector<PolicyCase> casesOfLimits();
std::vector<PolicyCase> casesOfTwoAccounts();
std::vector<PolicyCase> casesOfMatching();
std::vector<PolicyCase> casesOfConditions();

/// A text with one mistake, where it stands and a part of what is said of it.
struct PolicyMistake {
    const char* name;
    std::string text;
    int line;
    int column;
    std::string said;
};
std::vector<PolicyMistake> policyMistakes();

} // namespace tangent::tests
