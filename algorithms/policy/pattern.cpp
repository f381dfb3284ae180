// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/policy/pattern.h"

namespace tangent::policy {

namespace {

constexpr int arnParts = 6;

char folded(char c, bool ignoreCase)
{
    return ignoreCase && c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

std::string_view trimmed(std::string_view text)
{
    const size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// What `${inside}` stands for; nothing when it cannot be resolved.
std::optional<std::string> resolved(std::string_view inside, const Context& context)
{
    if (inside == "*" || inside == "?" || inside == "$")
        return std::string(inside);
    const size_t comma = inside.find(',');
    const Context::Values* values = context.find(trimmed(inside.substr(0, comma)));
    if (values && values->size() == 1)
        return values->front();
    if (values || comma == std::string_view::npos)
        return std::nullopt;
    const std::string_view otherwise = trimmed(inside.substr(comma + 1));
    if (otherwise.size() < 2 || otherwise.front() != '\'' || otherwise.back() != '\'')
        return std::nullopt;
    return std::string(otherwise.substr(1, otherwise.size() - 2));
}

/// One part of an ARN after another; the last takes the rest.
std::vector<std::string_view> partsOf(std::string_view arn)
{
    std::vector<std::string_view> parts;
    while (int(parts.size()) < arnParts - 1) {
        const size_t colon = arn.find(':');
        if (colon == std::string_view::npos)
            break;
        parts.push_back(arn.substr(0, colon));
        arn.remove_prefix(colon + 1);
    }
    parts.push_back(arn);
    return parts;
}

} // namespace

void Pattern::addText(std::string_view text)
{
    for (const char c : text)
        tokens_.push_back({Piece::Character, c, false});
}

std::optional<Pattern> Pattern::of(std::string_view text, const Context* variables)
{
    Pattern made;
    for (size_t i = 0; i < text.size(); ++i) {
        const size_t close =
            variables && text.substr(i, 2) == "${" ? text.find('}', i) : std::string_view::npos;
        if (close != std::string_view::npos) {
            const auto value = resolved(text.substr(i + 2, close - i - 2), *variables);
            if (!value)
                return std::nullopt;
            made.addText(*value);
            i = close;
        } else if (text[i] == '*') {
            made.tokens_.push_back({Piece::AnyRun, '*', false});
        } else if (text[i] == '?') {
            made.tokens_.push_back({Piece::AnyOne, '?', false});
        } else {
            made.tokens_.push_back({Piece::Character, text[i], text[i] == ':'});
        }
    }
    return made;
}

bool Pattern::matches(const Token* begin, const Token* end, std::string_view text, bool ignoreCase)
{
    // Greedy with one way back: the last run takes one character more whenever what follows it fails.
    const Token* token = begin;
    const Token* lastRun = nullptr;
    size_t at = 0;
    size_t runUntil = 0;
    while (at < text.size()) {
        const bool fits = token != end
            && (token->piece == Piece::AnyOne
                || (token->piece == Piece::Character
                    && folded(token->character, ignoreCase) == folded(text[at], ignoreCase)));
        if (token != end && token->piece == Piece::AnyRun) {
            lastRun = token++;
            runUntil = at;
        } else if (fits) {
            ++token;
            ++at;
        } else if (lastRun) {
            token = lastRun + 1;
            at = ++runUntil;
        } else {
            return false;
        }
    }
    while (token != end && token->piece == Piece::AnyRun)
        ++token;
    return token == end;
}

bool Pattern::matches(std::string_view text, bool ignoreCase) const
{
    return matches(tokens_.data(), tokens_.data() + tokens_.size(), text, ignoreCase);
}

bool Pattern::equals(std::string_view text, bool ignoreCase) const
{
    if (text.size() != tokens_.size())
        return false;
    for (size_t i = 0; i < text.size(); ++i) {
        if (folded(tokens_[i].character, ignoreCase) != folded(text[i], ignoreCase))
            return false;
    }
    return true;
}

bool Pattern::matchesArn(std::string_view arn) const
{
    const std::vector<std::string_view> parts = partsOf(arn);
    const Token* begin = tokens_.data();
    const Token* const end = begin + tokens_.size();
    size_t part = 0;
    for (const Token* token = begin;; ++token) {
        const bool parted = token != end && token->isColon && int(part) < arnParts - 1;
        if (token != end && !parted)
            continue;
        if (part >= parts.size() || !matches(begin, token, parts[part], false))
            return false;
        ++part;
        if (token == end)
            return part == parts.size();
        begin = token + 1;
    }
}

} // namespace tangent::policy
