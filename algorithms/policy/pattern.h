// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/policy/context.h"

namespace tangent::policy {

/// A text with wildcards: `*` is any run of characters, the empty one too, `?` exactly one. What came
/// from a policy variable is taken literally (IAM User Guide, "Policy variables and tags").
class TANGENT_API Pattern {
public:
    /// The pattern as written. With a context, `${key}` is replaced by the key's value, `${key, 'text'}`
    /// by the text where the key is missing, and `${*}`, `${?}`, `${$}` stand for those characters.
    /// Nothing where a variable cannot be resolved (no such key, no default, or several values).
    static std::optional<Pattern> of(std::string_view text, const Context* variables);

    bool matches(std::string_view text, bool ignoreCase = false) const;
    /// True when the text is this pattern, wildcards being ordinary characters.
    bool equals(std::string_view text, bool ignoreCase = false) const;
    /// Matches the six parts of an ARN between colons one by one; the last holds all that is left.
    bool matchesArn(std::string_view arn) const;

private:
    enum class Piece : char { Character, AnyRun, AnyOne };
    struct Token {
        Piece piece = Piece::Character;
        char character = 0;
        bool isColon = false; ///< parts an ARN: a colon that was written, not one from a variable
    };
    using Tokens = std::vector<Token>;

    static bool matches(const Token* begin, const Token* end, std::string_view text, bool ignoreCase);
    void addText(std::string_view text);

    Tokens tokens_;
};

} // namespace tangent::policy
