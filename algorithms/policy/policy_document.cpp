// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/policy/policy_document.h"

#include <algorithm>

namespace tangent::policy {

namespace {

using Kind = JsonValue::Kind;

constexpr size_t mostProblems = 20;
constexpr std::string_view currentVersion = "2012-10-17";
constexpr std::string_view olderVersion = "2008-10-17";

bool isAccount(std::string_view text)
{
    constexpr size_t digits = 12;
    return text.size() == digits
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string quoted(std::string_view text)
{
    constexpr size_t longest = 60;
    return '"' + std::string(text.substr(0, longest)) + (text.size() > longest ? "…\"" : "\"");
}

class Reader {
public:
    Reader(std::string_view text, Source source)
        : text_(text)
        , source_(source)
    {
    }

    PolicyDocument read()
    {
        made_.isSet = !isBlank(text_);
        if (!made_.isSet)
            return std::move(made_);
        JsonDocument json = readJson(text_);
        made_.problems = std::move(json.problems);
        if (json.root && json.root->kind == Kind::Object)
            readDocument(*json.root);
        else if (json.root)
            report(
                json.root->begin, "A policy is an object.", "Begin it with { \"Version\": \"2012-10-17\", …");
        std::stable_sort(
            made_.problems.begin(), made_.problems.end(), [](const Problem& a, const Problem& b) {
                return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
            });
        if (made_.problems.size() > mostProblems)
            made_.problems.resize(mostProblems);
        return std::move(made_);
    }

private:
    void report(size_t byte, std::string sentence, std::string cure)
    {
        made_.problems.push_back({placeAt(text_, byte), std::move(sentence), std::move(cure)});
    }

    void readDocument(const JsonValue& root)
    {
        for (const JsonValue::Member& member : root.members) {
            if (member.key != "Version" && member.key != "Id" && member.key != "Statement")
                report(member.keyBegin, "A policy has no element " + quoted(member.key) + ".",
                    "It has Version, Id and Statement; names know upper and lower case.");
        }
        const JsonValue* version = root.find("Version");
        made_.variables = version && version->text == currentVersion;
        if (version && version->text != currentVersion && version->text != olderVersion)
            report(version->begin,
                "There is no version " + quoted(version->text) + " of the policy language.",
                "Write \"2012-10-17\": it is a version's name, not a date to bring up to date.");
        const JsonValue* statement = root.find("Statement");
        if (!statement) {
            report(root.begin, "The policy has no Statement.", "Add \"Statement\": [ { … } ].");
            return;
        }
        if (statement->kind == Kind::Object)
            readStatement(*statement);
        else if (statement->kind != Kind::List)
            report(statement->begin, "Statement is an object or a list of objects.", "Put { … } there.");
        for (const JsonValue& item : statement->items) {
            if (item.kind == Kind::Object)
                readStatement(item);
            else
                report(item.begin, "A statement is an object.", "Put it in { … }.");
        }
        if (statement->kind == Kind::List && statement->items.empty())
            report(statement->begin, "The list of statements is empty.",
                "Add a statement, or clear the whole text to detach the policy.");
    }

    void readStatement(const JsonValue& json)
    {
        Statement made;
        made.begin = json.begin;
        made.end = json.end;
        made.firstLine = placeAt(text_, json.begin).line;
        made.lastLine = placeAt(text_, json.end - 1).line;
        bool hasEffect = false;
        int actions = 0;
        int resources = 0;
        for (const JsonValue::Member& member : json.members) {
            const std::string& key = member.key;
            const JsonValue& value = member.value;
            if (key == "Sid") {
                readSid(value, &made);
            } else if (key == "Effect") {
                hasEffect = true;
                made.effect = value.text == "Deny" ? Effect::Deny : Effect::Allow;
                if (value.text != "Allow" && value.text != "Deny")
                    report(value.begin, "Effect is neither Allow nor Deny.",
                        "Write \"Allow\" or \"Deny\" exactly so.");
            } else if (key == "Action" || key == "NotAction") {
                ++actions;
                made.notAction = key == "NotAction";
                made.actions = texts(value, key);
                checkActions(value, made.actions);
            } else if (key == "Resource" || key == "NotResource") {
                ++resources;
                made.notResource = key == "NotResource";
                made.resources = texts(value, key);
                checkResources(value, made.resources);
            } else if (key == "Principal" || key == "NotPrincipal") {
                readPrincipals(member, &made);
            } else if (key == "Condition") {
                readConditions(value, &made);
            } else {
                report(member.keyBegin, "A statement has no element " + quoted(key) + ".",
                    "It has Sid, Effect, Principal, Action, Resource, Condition and NotAction, NotResource, "
                    "NotPrincipal.");
            }
        }
        if (!hasEffect)
            report(json.begin, "The statement has no Effect.", "Add \"Effect\": \"Allow\" or \"Deny\".");
        if (actions != 1)
            report(json.begin, "A statement has either Action or NotAction.", "Keep one of them.");
        if (resources != 1)
            report(json.begin, "A statement has either Resource or NotResource.", "Keep one of them.");
        if (source_ == Source::Resource && !made.principals)
            report(json.begin, "A resource policy says whom it speaks of: the Principal is missing.",
                "Add \"Principal\": {\"AWS\": \"arn:aws:iam::…\"}.");
        made_.statements.push_back(std::move(made));
    }

    void readSid(const JsonValue& value, Statement* made)
    {
        made->sid = value.text;
        if (value.kind != Kind::String)
            report(value.begin, "A Sid is a text.", "Put it in quotes.");
        const bool repeated = !made->sid.empty()
            && std::any_of(made_.statements.begin(), made_.statements.end(),
                [&](const Statement& other) { return other.sid == made->sid; });
        if (repeated)
            report(value.begin, "Another statement has the Sid " + quoted(made->sid) + " already.",
                "Give each statement of a policy a Sid of its own.");
    }

    /// A text or a list of texts.
    std::vector<std::string> texts(const JsonValue& value, const std::string& what)
    {
        std::vector<std::string> made;
        bool plain = value.kind == Kind::String || value.kind == Kind::List;
        if (value.kind == Kind::String)
            made.push_back(value.text);
        for (const JsonValue& item : value.items) {
            plain = plain && item.kind == Kind::String;
            made.push_back(item.text);
        }
        if (!plain || made.empty())
            report(value.begin, what + " is a text or a list of texts.", "Put each one in quotes.");
        return made;
    }

    void checkActions(const JsonValue& value, const std::vector<std::string>& actions)
    {
        for (const std::string& action : actions) {
            const size_t colon = action.find(':');
            if (action != "*" && (colon == std::string::npos || colon == 0 || colon + 1 == action.size()))
                report(value.begin, quoted(action) + " is no action.",
                    "Write service and operation with a colon between them: s3:GetObject.");
        }
    }

    void checkResources(const JsonValue& value, const std::vector<std::string>& resources)
    {
        for (const std::string& resource : resources) {
            if (resource != "*" && !resource.starts_with("arn:") && !resource.starts_with("${"))
                report(
                    value.begin, quoted(resource) + " is no ARN.", "Write \"*\" or arn:aws:s3:::bucket/key.");
        }
    }

    void readPrincipals(const JsonValue::Member& member, Statement* made)
    {
        if (source_ != Source::Resource) {
            report(member.keyBegin, "Only a policy on a resource names a principal.",
                "Take " + member.key + " out: this policy speaks of whoever it is attached to.");
            return;
        }
        if (made->principals)
            report(member.keyBegin, "A statement has either Principal or NotPrincipal.", "Keep one of them.");
        Principals found;
        made->notPrincipal = member.key == "NotPrincipal";
        const JsonValue& value = member.value;
        found.everyone = value.text == "*";
        if (value.kind != Kind::Object && !found.everyone)
            report(
                value.begin, member.key + " is \"*\" or an object.", "Write {\"AWS\": \"arn:aws:iam::…\"}.");
        for (const JsonValue::Member& kind : value.members) {
            if (kind.key != "AWS") {
                found.hasOthers = true;
                continue;
            }
            for (std::string& one : texts(kind.value, "AWS")) {
                found.everyone = found.everyone || one == "*";
                const bool isArn = one.starts_with("arn:") && one.find_first_of("*?") == std::string::npos;
                if (one != "*" && !isAccount(one) && !isArn)
                    report(kind.value.begin, quoted(one) + " names no principal.",
                        "Write a whole ARN, twelve digits of an account, or \"*\" alone: part of a name "
                        "cannot be a wildcard.");
                found.aws.push_back(std::move(one));
            }
        }
        made->principals = std::move(found);
    }

    void readConditions(const JsonValue& value, Statement* made)
    {
        if (value.kind != Kind::Object) {
            report(value.begin, "A Condition is an object.",
                "Write {\"StringEquals\": {\"aws:username\": \"ana\"}}.");
            return;
        }
        for (const JsonValue::Member& group : value.members) {
            const auto test = operatorNamed(group.key);
            if (!test) {
                report(group.keyBegin, "There is no condition operator " + quoted(group.key) + ".",
                    "Did you mean " + nearestOperator(group.key) + "?");
                continue;
            }
            if (group.value.kind != Kind::Object)
                report(group.value.begin, "An operator holds an object of keys and values.",
                    "Write {\"" + group.key + "\": {\"aws:username\": \"ana\"}}.");
            for (const JsonValue::Member& key : group.value.members)
                readCondition(group.key, *test, key, made);
        }
    }

    void readCondition(
        const std::string& name, const Operator& test, const JsonValue::Member& key, Statement* made)
    {
        Condition condition{name, test, key.key, {}};
        const bool isList = key.value.kind == Kind::List;
        bool plain = key.value.kind != Kind::Object && key.value.kind != Kind::Null;
        if (!isList)
            condition.values.push_back(key.value.text);
        for (const JsonValue& item : key.value.items) {
            plain = plain && item.isScalar() && item.kind != Kind::Null;
            condition.values.push_back(item.text);
        }
        if (!plain)
            report(key.value.begin, "A condition key is compared with a value or a list of values.",
                "Put texts in quotes.");
        for (const std::string& value : condition.values) {
            if (plain && !isComparable(test, value))
                report(key.value.begin, name + " cannot compare with " + quoted(value) + ".",
                    "Give it " + wantedValue(test) + ".");
        }
        made->conditions.push_back(std::move(condition));
    }

    std::string_view text_;
    Source source_;
    PolicyDocument made_;
};

} // namespace

PolicyDocument readPolicy(std::string_view text, Source source)
{
    return Reader(text, source).read();
}

} // namespace tangent::policy
