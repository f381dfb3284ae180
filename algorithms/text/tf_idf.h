// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/text/terms.h"

namespace tangent::language {

/// How rarity is weighed, for a term that stands in df of N documents. The first is the form of Spärck
/// Jones (Journal of Documentation 28, 1972), the others those of scikit-learn without and with smoothing.
enum class Idf {
    Plain,      // ln(N / df): 0 for a term in every document
    Unsmoothed, // ln(N / df) + 1
    Smoothed,   // ln((1 + N) / (1 + df)) + 1, as if one more document held every term
};

/// What the weights of a document are divided by: the root of their squares, their sum, or nothing. A
/// document without weights stays zero.
enum class Norm { L2, L1, None };

struct Weighting {
    Idf idf = Idf::Smoothed;
    Norm norm = Norm::L2;
};

/// The inverse document frequency of a term, at least 0. Throws std::invalid_argument unless
/// 1 <= documentFrequency <= documents.
TANGENT_API double inverseDocumentFrequency(Idf form, int documents, int documentFrequency);

/// The same for every column.
TANGENT_API std::vector<double> inverseDocumentFrequencies(Idf form, const TermCounts& counts);

/// Count times idf, each row divided by its norm: documents x terms, in the places of the counts.
TANGENT_API SparseRows weights(const TermCounts& counts, Weighting weighting);

/// One term of a query.
struct QueryTerm {
    std::string term;
    int words = 1; // in the term
    int count = 0;
    int column = -1;   // of the documents; -1: no document has it
    double weight = 0; // count times idf over the norm; 0 for an unknown term
};

/// A query weighed as if it were one more document, with the rarities of the documents: it has no say in
/// them. Unknown terms count nothing, in the norm neither. Terms ascend by code point.
TANGENT_API std::vector<QueryTerm> weighQuery(
    std::string_view query, const TermCounts& counts, const TermOptions& options, Weighting weighting);

/// Documents by how well they answer a query.
struct Ranking {
    std::vector<double> scores; // by document: the dot product of its weights and the query's
    std::vector<int> order;     // documents from the highest score to the lowest, the earlier one on ties
};

/// Under the norm L2 the scores are cosines.
TANGENT_API Ranking rank(const std::vector<QueryTerm>& query, const SparseRows& weights);

} // namespace tangent::language
