// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <span>
#include <string_view>

namespace tangent::language {

/// The English stop words of this program, in lower case and ascending order: articles, pronouns,
/// prepositions, conjunctions, forms of "be", "have" and "do", modal verbs, a few adverbs, and what a
/// tokeniser leaves of short forms ("don", "ll"). A small list put together for this lab; no list is
/// right for every corpus. They are words as written, compared before stemming.
TANGENT_API std::span<const std::string_view> stopWords();

/// True when a lower-case word is one of them.
TANGENT_API bool isStopWord(std::string_view word);

} // namespace tangent::language
