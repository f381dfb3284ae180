// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/policy/json_document.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tangent::policy {

namespace {

using Json = nlohmann::json;

/// Builds the tree while the library reads. The library says what comes, not where: so the same bytes
/// are walked a second time, token by token, which is safe because it has accepted each of them before.
class TreeBuilder final : public nlohmann::json_sax<Json> {
public:
    explicit TreeBuilder(std::string_view text)
        : text_(text)
    {
    }

    JsonDocument take() { return std::move(made_); }

    bool null() override { return scalar(JsonValue::Kind::Null); }
    bool boolean(bool) override { return scalar(JsonValue::Kind::Boolean); }
    bool number_integer(number_integer_t) override { return scalar(JsonValue::Kind::Number); }
    bool number_unsigned(number_unsigned_t) override { return scalar(JsonValue::Kind::Number); }
    bool number_float(number_float_t, const string_t&) override { return scalar(JsonValue::Kind::Number); }
    bool string(string_t& decoded) override
    {
        JsonValue value = token(JsonValue::Kind::String);
        value.text = std::move(decoded);
        return add(std::move(value));
    }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(JsonValue::Kind::Object); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(JsonValue::Kind::List); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override
    {
        const JsonValue written = token(JsonValue::Kind::String);
        JsonValue& object = open_.back();
        const bool repeated = std::any_of(object.members.begin(), object.members.end(),
            [&](const JsonValue::Member& member) { return member.key == name; });
        if (repeated)
            report(written.begin, "The element \"" + name + "\" stands here a second time.",
                "Keep one of the two.");
        object.members.push_back({name, written.begin, {}});
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const Json::exception& error) override
    {
        std::string said = error.what();
        const size_t dash = said.find(" - ");
        said = dash == std::string::npos ? "it cannot be read" : said.substr(dash + 3);
        const size_t last = said.find("; last read:");
        if (last != std::string::npos)
            said.resize(last);
        const size_t byte = position > 0 ? std::min(position - 1, text_.size()) : 0;
        report(byte, "This is not JSON: " + said + ".",
            "Look for a missing or a spare comma, quote or bracket just before.");
        made_.root.reset();
        return false;
    }

    void report(size_t byte, std::string sentence, std::string cure)
    {
        made_.problems.push_back({placeAt(text_, byte), std::move(sentence), std::move(cure)});
    }

private:
    size_t skipTo() const
    {
        const size_t found = text_.find_first_not_of(" \t\r\n,:", at_);
        return std::min(found, text_.size());
    }

    size_t endOf(size_t begin, JsonValue::Kind kind) const
    {
        if (kind == JsonValue::Kind::List || kind == JsonValue::Kind::Object)
            return begin + 1;
        if (kind != JsonValue::Kind::String)
            return std::min(text_.find_first_of(" \t\r\n,]}", begin), text_.size());
        size_t end = begin + 1;
        while (end < text_.size() && text_[end] != '"')
            end += text_[end] == '\\' ? 2 : 1;
        return std::min(end + 1, text_.size());
    }

    JsonValue token(JsonValue::Kind kind)
    {
        JsonValue value;
        value.kind = kind;
        value.begin = skipTo();
        value.end = at_ = endOf(value.begin, kind);
        return value;
    }

    bool scalar(JsonValue::Kind kind)
    {
        JsonValue value = token(kind);
        value.text = text_.substr(value.begin, value.end - value.begin);
        return add(std::move(value));
    }

    bool open(JsonValue::Kind kind)
    {
        JsonValue value = token(kind);
        if (int(open_.size()) >= deepest) {
            report(value.begin, "Brackets are nested deeper than " + std::to_string(deepest) + " levels.",
                "No policy needs that: take the inner ones away.");
            made_.root.reset();
            return false;
        }
        open_.push_back(std::move(value));
        return true;
    }

    bool close()
    {
        JsonValue value = std::move(open_.back());
        open_.pop_back();
        value.end = at_ = skipTo() + 1;
        return add(std::move(value));
    }

    bool add(JsonValue value)
    {
        if (open_.empty())
            made_.root = std::move(value);
        else if (open_.back().kind == JsonValue::Kind::List)
            open_.back().items.push_back(std::move(value));
        else
            open_.back().members.back().value = std::move(value);
        return true;
    }

    std::string_view text_;
    size_t at_ = 0;
    std::vector<JsonValue> open_;
    JsonDocument made_;
};

} // namespace

const JsonValue* JsonValue::find(std::string_view key) const
{
    for (const Member& member : members) {
        if (member.key == key)
            return &member.value;
    }
    return nullptr;
}

JsonDocument readJson(std::string_view text)
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    TreeBuilder builder(text);
    if (text.size() > mostBytes) {
        builder.report(0, "The text is longer than " + std::to_string(mostBytes >> 10) + " KiB.",
            "Split it: AWS takes far less.");
    } else if (text.starts_with(byteOrderMark)) {
        builder.report(
            0, "The text begins with a byte order mark.", "Take out the invisible first character.");
    } else {
        Json::sax_parse(text.begin(), text.end(), &builder);
    }
    return builder.take();
}

Place placeAt(std::string_view text, size_t byte)
{
    Place place;
    for (size_t i = 0; i < std::min(byte, text.size()); ++i) {
        if (text[i] == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) {
            ++place.column; // the first byte of a character
        }
    }
    return place;
}

} // namespace tangent::policy
