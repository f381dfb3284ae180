// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/text/stop_words.h"

#include <algorithm>
#include <array>

namespace tangent::language {

namespace {

// clang-format off
constexpr std::array<std::string_view, 186> list{
    "a", "about", "above", "across", "after", "again", "against", "all", "along", "also", "although", "am",
    "among", "an", "and", "another", "any", "are", "aren", "around", "as", "at", "be", "because", "been",
    "before", "behind", "being", "below", "beneath", "beside", "between", "beyond", "both", "but", "by",
    "can", "cannot", "could", "couldn", "d", "did", "didn", "do", "does", "doesn", "doing", "don", "done",
    "down", "during", "each", "either", "every", "few", "for", "from", "had", "hadn", "has", "hasn", "have",
    "haven", "having", "he", "her", "here", "hers", "herself", "him", "himself", "his", "how", "i", "if",
    "in", "inside", "into", "is", "isn", "it", "its", "itself", "just", "ll", "m", "many", "may", "me",
    "might", "mine", "more", "most", "much", "must", "my", "myself", "near", "neither", "no", "nor", "not",
    "of", "off", "on", "once", "only", "onto", "or", "other", "our", "ours", "ourselves", "out", "outside",
    "over", "own", "past", "re", "s", "same", "shall", "she", "should", "shouldn", "since", "so", "some",
    "such", "t", "than", "that", "the", "their", "theirs", "them", "themselves", "then", "there", "these",
    "they", "this", "those", "though", "through", "throughout", "to", "too", "toward", "towards", "under",
    "unless", "until", "up", "upon", "us", "ve", "very", "was", "wasn", "we", "were", "weren", "what",
    "when", "where", "whether", "which", "while", "who", "whom", "whose", "why", "will", "with", "within",
    "without", "won", "would", "wouldn", "yet", "you", "your", "yours", "yourself", "yourselves",
};
// clang-format on

static_assert(std::is_sorted(list.begin(), list.end()));

} // namespace

std::span<const std::string_view> stopWords()
{
    return list;
}

bool isStopWord(std::string_view word)
{
    return std::binary_search(list.begin(), list.end(), word);
}

} // namespace tangent::language
