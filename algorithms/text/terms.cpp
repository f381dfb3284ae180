// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/text/terms.h"

#include "algorithms/text/numbering.h"
#include "algorithms/text/stemmer.h"
#include "algorithms/text/stop_words.h"
#include "algorithms/text/tokeniser.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace tangent::language {

namespace {

constexpr int dropped = -1;
constexpr int nothing = -1;

/// Terms by number: a gram is a shorter gram and one more word, so that no string is built while counting.
class Grams {
public:
    struct Gram {
        int shorter = nothing;
        int word = 0;
        int length = 1;
        bool counted = false;
    };

    int of(int shorter, int word, int length)
    {
        const std::uint64_t key =
            std::uint64_t(std::uint32_t(shorter)) << 32U | std::uint64_t(std::uint32_t(word));
        std::uint64_t hash = key * 0x9E3779B97F4A7C15ULL;
        hash ^= hash >> 32U;
        const int found = numbers_.findOrAdd(hash, int(grams_.size()), [&](int number) {
            const Gram& gram = grams_[std::size_t(number)];
            return gram.shorter == shorter && gram.word == word;
        });
        if (found == int(grams_.size()))
            grams_.push_back({shorter, word, length, false});
        return found;
    }

    std::vector<Gram>& all() { return grams_; }

private:
    HashNumbers numbers_;
    std::vector<Gram> grams_;
};

/// Reads documents one after the other and counts in each.
class Counter {
public:
    explicit Counter(const TermOptions& options)
        : options_(options)
    {
        if (options_.stem)
            stemmer_.emplace();
    }

    void add(std::string_view document)
    {
        kept_.clear();
        Tokeniser words(document, options_.oneLetterWords);
        while (words.next()) {
            const int term = termOf(words.word());
            if (term != dropped)
                kept_.push_back(term);
        }
        countGrams();
        for (const int gram : touched_) {
            columns_.push_back(gram);
            counts_.push_back(count_[std::size_t(gram)]);
            count_[std::size_t(gram)] = 0;
        }
        touched_.clear();
        starts_.push_back(columns_.size());
    }

    TermCounts result();

private:
    int termOf(std::string_view word)
    {
        const int number = words_.of(word);
        if (number == int(termOfWord_.size())) {
            const bool stopped = options_.dropStopWords && isStopWord(word);
            termOfWord_.push_back(stopped ? dropped : terms_.of(stemmer_ ? stemmer_->stem(word) : word));
        }
        return termOfWord_[std::size_t(number)];
    }

    void countGrams()
    {
        for (std::size_t from = 0; from < kept_.size(); ++from) {
            int gram = singleOf(kept_[from]);
            if (options_.shortestGram == 1)
                countOne(gram);
            const std::size_t longest = std::min(std::size_t(options_.longestGram), kept_.size() - from);
            for (std::size_t length = 2; length <= longest; ++length) {
                gram = grams_.of(gram, kept_[from + length - 1], int(length));
                if (int(length) >= options_.shortestGram)
                    countOne(gram);
            }
        }
    }

    int singleOf(int term)
    {
        if (std::size_t(term) >= single_.size())
            single_.resize(std::size_t(term) + 1, nothing);
        int& gram = single_[std::size_t(term)];
        if (gram == nothing)
            gram = grams_.of(nothing, term, 1);
        return gram;
    }

    void countOne(int gram)
    {
        if (std::size_t(gram) >= count_.size())
            count_.resize(std::max(std::size_t(1024), 2 * std::size_t(gram)), 0);
        if (count_[std::size_t(gram)]++ == 0)
            touched_.push_back(gram);
        grams_.all()[std::size_t(gram)].counted = true;
    }

    std::string textOf(int gram)
    {
        const Grams::Gram& one = grams_.all()[std::size_t(gram)];
        std::string made = one.shorter == nothing ? std::string() : textOf(one.shorter) + ' ';
        return made += terms_.at(one.word);
    }

    const TermOptions options_;
    std::optional<Stemmer> stemmer_;
    StringNumbers words_;         // as they are written, in lower case
    std::vector<int> termOfWord_; // by word
    StringNumbers terms_;         // stems or words
    Grams grams_;
    std::vector<int> single_;  // by term, its gram of one
    std::vector<int> kept_;    // terms of the document at hand
    std::vector<int> count_;   // by gram, in the document at hand
    std::vector<int> touched_; // grams whose count is not zero
    std::vector<std::size_t> starts_{0};
    std::vector<int> columns_; // grams
    std::vector<int> counts_;
};

TermCounts Counter::result()
{
    TermCounts made;
    std::vector<std::pair<std::string, int>> sorted;
    for (int gram = 0; gram < int(grams_.all().size()); ++gram) {
        if (grams_.all()[std::size_t(gram)].counted)
            sorted.emplace_back(textOf(gram), gram);
    }
    std::sort(sorted.begin(), sorted.end());
    std::vector<int> columnOf(grams_.all().size(), 0);
    for (auto& [term, gram] : sorted) {
        columnOf[std::size_t(gram)] = int(made.terms.size());
        made.terms.push_back(std::move(term));
        made.grams.push_back(grams_.all()[std::size_t(gram)].length);
    }
    made.documentFrequency.assign(made.terms.size(), 0);
    for (const int gram : columns_)
        ++made.documentFrequency[std::size_t(columnOf[std::size_t(gram)])];

    // Entries are put in order by way of the columns: no row has to be sorted.
    const std::size_t entries = columns_.size();
    std::vector<std::size_t> next(made.terms.size() + 1, 0);
    for (std::size_t c = 0; c < made.terms.size(); ++c)
        next[c + 1] = next[c] + std::size_t(made.documentFrequency[c]);
    std::vector<std::pair<int, int>> byColumn(entries); // row and count
    for (std::size_t row = 0; row + 1 < starts_.size(); ++row) {
        for (std::size_t i = starts_[row]; i < starts_[row + 1]; ++i)
            byColumn[next[std::size_t(columnOf[std::size_t(columns_[i])])]++] = {int(row), counts_[i]};
    }
    made.counts.starts = starts_;
    made.counts.columns.resize(entries);
    made.counts.values.resize(entries);
    std::vector<std::size_t> place = starts_;
    std::size_t at = 0;
    for (std::size_t c = 0; c < made.terms.size(); ++c) {
        for (int i = 0; i < made.documentFrequency[c]; ++i, ++at) {
            const std::size_t to = place[std::size_t(byColumn[at].first)]++;
            made.counts.columns[to] = int(c);
            made.counts.values[to] = byColumn[at].second;
        }
    }
    return made;
}

} // namespace

void TermOptions::check() const
{
    if (shortestGram < 1 || shortestGram > longestGram)
        throw std::invalid_argument("shortestGram has to lie from 1 to longestGram");
    if (longestGram > longestOfAll)
        throw std::invalid_argument("longestGram has to be at most 5");
}

std::vector<Token> tokens(std::string_view text, const TermOptions& options)
{
    options.check();
    std::vector<Token> made;
    std::optional<Stemmer> stemmer;
    if (options.stem)
        stemmer.emplace();
    Tokeniser words(text, options.oneLetterWords);
    while (words.next()) {
        Token token{words.from(), words.length(), std::string(words.word()), false, {}};
        token.stopped = options.dropStopWords && isStopWord(token.word);
        token.term = stemmer ? std::string(stemmer->stem(token.word)) : token.word;
        made.push_back(std::move(token));
    }
    return made;
}

std::optional<int> TermCounts::column(std::string_view term) const
{
    const auto found = std::lower_bound(terms.begin(), terms.end(), term);
    if (found == terms.end() || *found != term)
        return std::nullopt;
    return int(found - terms.begin());
}

std::optional<double> TermCounts::density() const
{
    const double cells = double(documents()) * double(terms.size());
    return cells > 0 ? std::optional(double(counts.entries()) / cells) : std::nullopt;
}

TermCounts countTerms(
    std::span<const std::string_view> documents, const TermOptions& options, const Cancelled& cancelled)
{
    options.check();
    Counter counter(options);
    for (const std::string_view document : documents) {
        if (cancelled && cancelled()) {
            TermCounts stopped;
            stopped.cancelled = true;
            return stopped;
        }
        counter.add(document);
    }
    return counter.result();
}

} // namespace tangent::language
