// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/policy/policy_edit.h"

#include <algorithm>

namespace tangent::policy {

namespace {

constexpr std::string_view blanks = " \t";

/// The white space at the start of the line that holds a byte.
std::string_view indentAt(std::string_view text, size_t byte)
{
    const size_t lineStart = text.rfind('\n', byte == 0 ? 0 : byte - 1);
    const size_t begin = lineStart == std::string_view::npos ? 0 : lineStart + 1;
    const size_t end = std::min(text.find_first_not_of(blanks, begin), text.size());
    return text.substr(begin, end - begin);
}

/// Lines behind the first one lose `from` at their start and gain `to`.
std::string reindented(std::string_view text, std::string_view from, std::string_view to)
{
    std::string made;
    bool first = true;
    while (true) {
        const size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (!first) {
            size_t shared = 0;
            while (shared < std::min(from.size(), line.size()) && line[shared] == from[shared])
                ++shared;
            line.remove_prefix(shared);
            made += to;
        }
        made += line;
        if (end == std::string_view::npos)
            return made;
        made += '\n';
        text.remove_prefix(end + 1);
        first = false;
    }
}

/// Takes a member of an object out, with the comma that parted it from a neighbour.
void takeOut(std::string* object, const JsonValue& root, size_t index)
{
    const auto& members = root.members;
    const bool isLast = index + 1 == members.size();
    const size_t begin = isLast && index > 0 ? members[index - 1].value.end : members[index].keyBegin;
    const size_t end = isLast ? members[index].value.end : members[index + 1].keyBegin;
    object->erase(begin, end - begin);
}

/// What to put behind a Sid so that no statement carries the two together; empty where none does.
std::string freeNumber(const std::string& sid, const JsonValue& statements)
{
    const auto isTaken = [&](const std::string& name) {
        const auto carries = [&](const JsonValue& one) {
            const JsonValue* other = one.find("Sid");
            return other && other->text == name;
        };
        return carries(statements) || std::any_of(statements.items.begin(), statements.items.end(), carries);
    };
    std::string suffix;
    for (int number = 2; isTaken(sid + suffix); ++number)
        suffix = std::to_string(number);
    return suffix;
}

/// The statement as its new place wants it.
std::optional<std::string> adapted(
    std::string_view statement, Source source, std::string_view principal, const JsonValue* statements)
{
    std::string made(statement);
    JsonDocument json = readJson(made);
    if (!json.root || json.root->kind != JsonValue::Kind::Object)
        return std::nullopt;
    const JsonValue* sid = json.root->find("Sid");
    if (sid && statements && sid->kind == JsonValue::Kind::String) {
        // The number goes in as it is: what was escaped before it stays escaped.
        made.insert(sid->end - 1, freeNumber(sid->text, *statements));
        json = readJson(made);
    }
    if (!json.root)
        return std::nullopt;
    const auto& members = json.root->members;
    const auto isPrincipal = [](const JsonValue::Member& member) {
        return member.key == "Principal" || member.key == "NotPrincipal";
    };
    const auto found = std::find_if(members.begin(), members.end(), isPrincipal);
    if (source != Source::Resource && found != members.end())
        takeOut(&made, *json.root, size_t(found - members.begin()));
    if (source == Source::Resource && found == members.end() && !members.empty()) {
        const auto effect = std::find_if(members.begin(), members.end(),
            [](const JsonValue::Member& member) { return member.key == "Effect"; });
        const size_t behind = (effect == members.end() ? members.front() : *effect).value.end;
        std::string added = ",";
        if (made.find('\n') == std::string::npos)
            added += ' ';
        else
            added.append("\n").append(indentAt(made, members.back().keyBegin));
        added.append("\"Principal\": {\"AWS\": \"").append(principal).append("\"}");
        made.insert(behind, added);
    }
    return made;
}

} // namespace

std::string statementText(std::string_view text, const PolicyDocument& policy, int statement)
{
    const Statement& found = policy.statements[size_t(statement)];
    return reindented(
        text.substr(found.begin, found.end - found.begin), indentAt(text, found.begin), std::string_view());
}

std::string withoutStatement(std::string_view text, const PolicyDocument& policy, int statement)
{
    const auto& all = policy.statements;
    if (all.size() <= 1)
        return {};
    const size_t index = size_t(statement);
    const bool isLast = index + 1 == all.size();
    const size_t begin = isLast ? all[index - 1].end : all[index].begin;
    const size_t end = isLast ? all[index].end : all[index + 1].begin;
    std::string made(text);
    made.erase(begin, end - begin);
    return made;
}

std::optional<std::string> withStatement(
    std::string_view text, std::string_view statement, Source source, std::string_view principal)
{
    if (isBlank(text)) {
        const auto ready = adapted(statement, source, principal, nullptr);
        if (!ready)
            return std::nullopt;
        return "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n    " + reindented(*ready, {}, "    ")
            + "\n  ]\n}";
    }
    const JsonDocument json = readJson(text);
    const JsonValue* statements = json.root ? json.root->find("Statement") : nullptr;
    if (!statements || statements->isScalar())
        return std::nullopt;
    const auto ready = adapted(statement, source, principal, statements);
    if (!ready)
        return std::nullopt;
    std::string made(text);
    if (statements->kind == JsonValue::Kind::Object) {
        const std::string indent(indentAt(text, statements->begin));
        const std::string inner = indent + "  ";
        const std::string only =
            reindented(text.substr(statements->begin, statements->end - statements->begin), {}, "  ");
        made.replace(statements->begin, statements->end - statements->begin,
            "[\n" + inner + only + ",\n" + inner + reindented(*ready, {}, inner) + "\n" + indent + "]");
    } else if (statements->items.empty()) {
        const std::string indent(indentAt(text, statements->begin));
        const std::string inner = indent + "  ";
        made.replace(statements->begin, statements->end - statements->begin,
            "[\n" + inner + reindented(*ready, {}, inner) + "\n" + indent + "]");
    } else {
        const JsonValue& last = statements->items.back();
        const std::string indent(indentAt(text, last.begin));
        made.insert(last.end, ",\n" + indent + reindented(*ready, {}, indent));
    }
    return made;
}

} // namespace tangent::policy
