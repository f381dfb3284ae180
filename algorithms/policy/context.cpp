// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/policy/context.h"

namespace tangent::policy {

std::string lowerCase(std::string_view text)
{
    std::string made(text);
    for (char& c : made) {
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
    }
    return made;
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

const Context::Values* Context::find(std::string_view key) const
{
    const auto found = values_.find(lowerCase(key));
    return found == values_.end() ? nullptr : &found->second;
}

void Context::set(std::string_view key, Values values)
{
    values_.insert_or_assign(lowerCase(key), std::move(values));
}

void Context::fill(std::string_view key, Values values)
{
    values_.try_emplace(lowerCase(key), std::move(values));
}

ContextText readContext(std::string_view text)
{
    ContextText made;
    if (isBlank(text))
        return made;
    JsonDocument json = readJson(text);
    made.problems = std::move(json.problems);
    if (!json.root)
        return made;
    const auto report = [&](size_t byte, std::string sentence, std::string cure) {
        made.problems.push_back({placeAt(text, byte), std::move(sentence), std::move(cure)});
    };
    if (json.root->kind != JsonValue::Kind::Object) {
        report(json.root->begin, "A context is an object of keys and values.",
            "Write {\"aws:SourceIp\": \"203.0.113.5\"}, for example.");
        return made;
    }
    for (const JsonValue::Member& member : json.root->members) {
        Context::Values values;
        bool plain = member.value.kind != JsonValue::Kind::Object;
        if (member.value.isScalar() && member.value.kind != JsonValue::Kind::Null)
            values.push_back(member.value.text);
        for (const JsonValue& item : member.value.items) {
            plain = plain && item.isScalar();
            values.push_back(item.text);
        }
        if (!plain)
            report(member.value.begin,
                "The key \"" + member.key + "\" holds more than a value or a list of values.",
                "Give it a text, a number, true, false, or a list of these.");
        else if (member.value.kind != JsonValue::Kind::Null)
            made.context.set(member.key, std::move(values));
    }
    return made;
}

} // namespace tangent::policy
