// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/text/tokeniser.h"

#include "algorithms/text/unicode_tables.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace tangent::language {

namespace {

/// A character and the bytes it takes.
struct Character {
    std::uint32_t code = 0;
    std::size_t bytes = 1;
};

/// The character at a place where a byte above 127 stands. What is no UTF-8 is the replacement character,
/// one byte long.
Character decode(std::string_view text, std::size_t at)
{
    constexpr Character broken{0xFFFD, 1};
    const auto byteAt = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byteAt(at);
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + bytes > text.size())
        return broken;
    std::uint32_t code = lead & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        const unsigned next = byteAt(at + i);
        if ((next & 0xC0U) != 0x80U)
            return broken;
        code = code << 6U | (next & 0x3FU);
    }
    constexpr std::array<std::uint32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    if (code < least[bytes])
        return broken;
    return {code, bytes};
}

void encode(std::uint32_t code, std::string* out)
{
    const auto tail = [&](unsigned shift) { out->push_back(char(0x80U | (code >> shift & 0x3FU))); };
    if (code < 0x80) {
        out->push_back(char(code));
    } else if (code < 0x800) {
        out->push_back(char(0xC0U | code >> 6U));
        tail(0);
    } else if (code < 0x10000) {
        out->push_back(char(0xE0U | code >> 12U));
        tail(6);
        tail(0);
    } else {
        out->push_back(char(0xF0U | code >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

bool isWordCharacter(std::uint32_t code)
{
    const auto* const after = std::upper_bound(std::begin(wordRanges), std::end(wordRanges), code,
        [](std::uint32_t value, const CharacterRange& range) { return value < range.first; });
    return after != std::begin(wordRanges) && code <= std::prev(after)->last;
}

std::uint32_t lowerCase(std::uint32_t code)
{
    const auto* const after = std::upper_bound(std::begin(caseRuns), std::end(caseRuns), code,
        [](std::uint32_t value, const CaseRun& run) { return value < run.first; });
    // A run may lie within another one whose step is two.
    for (const auto* run = after; run != std::begin(caseRuns) && after - run < 3;) {
        --run;
        if (code <= run->last && (code - run->first) % run->step == 0)
            return std::uint32_t(std::int64_t(code) + run->distance);
    }
    return code;
}

constexpr unsigned char separator = 0;
constexpr unsigned char beyondAscii = 1;

/// For each byte its lower case, or one of the two marks.
constexpr std::array<unsigned char, 256> byteTable = [] {
    std::array<unsigned char, 256> made{};
    for (unsigned code = 0; code < made.size(); ++code) {
        const bool capital = code >= 'A' && code <= 'Z';
        const bool small = (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9') || code == '_';
        made[code] = code >= 0x80 ? beyondAscii
            : capital             ? static_cast<unsigned char>(code + 32)
            : small               ? static_cast<unsigned char>(code)
                                  : separator;
    }
    return made;
}();

} // namespace

Tokeniser::Tokeniser(std::string_view text, bool oneLetterWords)
    : text_(text)
    , leastLetters_(oneLetterWords ? 1 : 2)
{
}

bool Tokeniser::next()
{
    const std::size_t end = text_.size();
    while (at_ < end) {
        word_.clear();
        from_ = at_;
        std::size_t letters = 0;
        while (at_ < end) {
            const unsigned char kind = byteTable[static_cast<unsigned char>(text_[at_])];
            if (kind > beyondAscii) {
                word_.push_back(char(kind));
                ++at_;
            } else if (kind == separator) {
                break;
            } else {
                const Character found = decode(text_, at_);
                if (!isWordCharacter(found.code))
                    break;
                encode(lowerCase(found.code), &word_);
                at_ += found.bytes;
            }
            ++letters;
        }
        if (letters >= leastLetters_)
            return true;
        if (letters == 0) {
            const bool ascii = byteTable[static_cast<unsigned char>(text_[at_])] == separator;
            at_ += ascii ? 1 : decode(text_, at_).bytes;
        }
    }
    return false;
}

} // namespace tangent::language
