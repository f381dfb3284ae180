// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/text/tf_idf.h"
#include "app/lab/progress.h"
#include "app/lab/stages.h"
#include "app/lab/state.h"

#include <memory>
#include <optional>

namespace tangent::tfidf {

/// Texts are read up to these bounds; pictures show less.
inline constexpr int mostDocuments = 200;
inline constexpr int mostCharacters = 20'000; ///< of one document
inline constexpr int mostCharactersInAll = 400'000;
inline constexpr int mostWordsShown = 3'000;

/// One word of a document with the terms that it is part of.
struct Word {
    language::Token token;
    int own = -1;             ///< the shortest term that begins with it, or one that it is part of; -1: none
    std::vector<int> columns; ///< all of them
};

/// Everything that follows from the documents and does not depend on the query.
struct Corpus {
    language::TermOptions options;
    language::Weighting weighting;
    std::vector<std::string> texts; ///< UTF-8, cut at the bound
    int cutTexts = 0;
    language::TermCounts counts;
    std::vector<double> idf; ///< by column
    language::SparseRows weights;
    std::vector<std::vector<Word>> words; ///< the beginnings of the documents, as far as they are shown
    std::vector<int> wordsLeftOut;        ///< by document
    double top = 1;                       ///< a round number not below what any occurrence weighs

    int documents() const { return int(texts.size()); }
    bool hasTerms() const { return !counts.terms.empty(); }
    QString term(int column) const;
    double count(int document, int column) const;
    double weight(int document, int column) const;
    /// Weight divided by count: what one occurrence of the term is worth in this document.
    double weightOfOne(int document, int column) const;
    /// How deep the colour of an occurrence of this weight is, above 0 and at most 1. With the forms that add
    /// 1 to every idf the map begins higher: what is common looks pale.
    double shade(double weightOfOne) const;
};

/// Thrown when nobody waits for the result any more.
struct Stopped { };

std::shared_ptr<const Corpus> corpusOf(const Settled& state, Stages& stages, const Progress& progress);

/// What the figures show.
struct Shown {
    const Settled& state;
    const Corpus& corpus;
    std::string queryText;
    std::vector<language::QueryTerm> query;
    language::Ranking ranking;
    std::optional<int> best; ///< the document of the highest score, when that is above 0
    bool knowsQuery = false; ///< some term of the query is in a document
    int document = 0;        ///< whose terms are shown
    std::optional<int> word; ///< the column that is pointed at, pinned, or else the query's rarest
    bool isPinned = false;   ///< ... by hand

    double score(int document) const { return ranking.scores[size_t(document)]; }
    double queryWeight(int column) const;
    double contribution(int document, int column) const;
    /// Terms of the query that no document has; grams only when no single words count.
    QStringList unknownTerms() const;
};

Shown shownOf(const Settled& state, const Corpus& corpus);

/// The Adding, rows and targets write this column of `documents`.
inline constexpr int textColumn = 0;

} // namespace tangent::tfidf
