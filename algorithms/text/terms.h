// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"
#include "algorithms/text/sparse_rows.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tangent::language {

/// Asked now and then by long work; true makes it stop.
using Cancelled = std::function<bool()>;

/// How a text becomes terms: words are cut out, stop words dropped, the rest stemmed, and neighbours among
/// what is left joined to n-grams.
struct TANGENT_API TermOptions {
    bool oneLetterWords = false;
    bool dropStopWords = false;
    bool stem = false;
    int shortestGram = 1; // words a term has at least, 1 ... longestGram
    int longestGram = 1;  // and at most, shortestGram ... 5

    static constexpr int longestOfAll = 5;

    /// Throws std::invalid_argument with the field and its bound.
    void check() const;
};

/// One word of a text and what becomes of it.
struct Token {
    std::size_t from = 0; // bytes
    std::size_t length = 0;
    std::string word; // in lower case
    bool stopped = false;
    std::string term; // the word or its stem; also of a word that is stopped
};

/// The words of one text, in order. Grams do not enter.
TANGENT_API std::vector<Token> tokens(std::string_view text, const TermOptions& options);

/// How often each term stands in each document.
struct TANGENT_API TermCounts {
    std::vector<std::string> terms; // ascending by code point: the columns; words of a gram parted by spaces
    std::vector<int> grams;         // words in each term
    std::vector<int> documentFrequency; // in how many documents each term stands, at least 1
    SparseRows counts;                  // documents x terms
    bool cancelled = false;             // then nothing else holds

    int documents() const { return counts.rows(); }
    /// The column of a term.
    std::optional<int> column(std::string_view term) const;
    /// Cells that are not zero by all cells; none when there is no cell.
    std::optional<double> density() const;
};

/// Counts the terms of documents (UTF-8). Time grows with the length of the texts times the lengths of grams.
TANGENT_API TermCounts countTerms(
    std::span<const std::string_view> documents, const TermOptions& options, const Cancelled& cancelled = {});

} // namespace tangent::language
