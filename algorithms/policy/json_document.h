// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tangent::policy {

/// A place in a text: lines from 1, columns in characters from 1.
struct Place {
    int line = 1;
    int column = 1;
};

/// What is wrong with a text, where, and what to do about it.
struct Problem {
    Place at;
    std::string sentence;
    std::string cure;
};

/// A JSON value that knows which bytes of its text it was read from.
struct JsonValue {
    enum class Kind { Null, Boolean, Number, String, List, Object };
    struct Member;

    Kind kind = Kind::Null;
    std::string text;             ///< a string decoded; numbers, true, false and null as written
    std::vector<JsonValue> items; ///< of a list
    std::vector<Member> members;  ///< of an object, in their order, repeated keys included
    size_t begin = 0;             ///< first byte
    size_t end = 0;               ///< behind the last byte

    bool isScalar() const { return kind != Kind::List && kind != Kind::Object; }
    /// The first member of that name; null when there is none or this is no object.
    TANGENT_API const JsonValue* find(std::string_view key) const;
};

struct JsonValue::Member {
    std::string key;
    size_t keyBegin = 0;
    JsonValue value;
};

struct JsonDocument {
    std::optional<JsonValue> root; ///< absent where the text is no JSON
    std::vector<Problem> problems; ///< syntax, size, depth, repeated keys
};

/// Bounds of what is read: a policy of AWS is far smaller (6,144 characters for a managed one).
inline constexpr size_t mostBytes = size_t(64) << 10;
inline constexpr int deepest = 16;

/// Reads UTF-8 JSON (RFC 8259). Never throws: what is wrong stands in `problems`.
TANGENT_API JsonDocument readJson(std::string_view text);

/// Where a byte of a text stands.
TANGENT_API Place placeAt(std::string_view text, size_t byte);

} // namespace tangent::policy
