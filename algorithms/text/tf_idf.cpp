// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/text/tf_idf.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace tangent::language {

namespace {

double lengthOf(std::span<const double> values, Norm norm)
{
    double sum = 0;
    for (const double value : values)
        sum += norm == Norm::L2 ? value * value : value;
    return norm == Norm::L2 ? std::sqrt(sum) : sum;
}

void divideByNorm(std::span<double> values, Norm norm)
{
    if (norm == Norm::None)
        return;
    const double length = lengthOf(values, norm);
    if (!(length > 0))
        return;
    for (double& value : values)
        value /= length;
}

} // namespace

double inverseDocumentFrequency(Idf form, int documents, int documentFrequency)
{
    if (documentFrequency < 1 || documentFrequency > documents)
        throw std::invalid_argument("documentFrequency has to lie from 1 to documents");
    const double n = documents;
    const double df = documentFrequency;
    switch (form) {
    case Idf::Plain:
        return std::log(n / df);
    case Idf::Unsmoothed:
        return std::log(n / df) + 1;
    case Idf::Smoothed:
        break;
    }
    return std::log((1 + n) / (1 + df)) + 1;
}

std::vector<double> inverseDocumentFrequencies(Idf form, const TermCounts& counts)
{
    std::vector<double> made;
    made.reserve(counts.terms.size());
    for (const int frequency : counts.documentFrequency)
        made.push_back(inverseDocumentFrequency(form, counts.documents(), frequency));
    return made;
}

SparseRows weights(const TermCounts& counts, Weighting weighting)
{
    const std::vector<double> idf = inverseDocumentFrequencies(weighting.idf, counts);
    SparseRows made = counts.counts;
    for (std::size_t i = 0; i < made.values.size(); ++i)
        made.values[i] *= idf[std::size_t(made.columns[i])];
    for (std::size_t row = 0; row + 1 < made.starts.size(); ++row)
        divideByNorm(
            {made.values.data() + made.starts[row], made.starts[row + 1] - made.starts[row]}, weighting.norm);
    return made;
}

std::vector<QueryTerm> weighQuery(
    std::string_view query, const TermCounts& counts, const TermOptions& options, Weighting weighting)
{
    const std::array<std::string_view, 1> texts{query};
    const TermCounts own = countTerms(texts, options);
    std::vector<QueryTerm> made;
    std::vector<double> raw;
    for (std::size_t i = 0; i < own.terms.size(); ++i) {
        QueryTerm term{own.terms[i], own.grams[i], int(own.counts.values[i]), -1, 0};
        if (const auto column = counts.column(term.term)) {
            term.column = *column;
            const int frequency = counts.documentFrequency[std::size_t(*column)];
            term.weight = term.count * inverseDocumentFrequency(weighting.idf, counts.documents(), frequency);
        }
        raw.push_back(term.weight);
        made.push_back(std::move(term));
    }
    divideByNorm(raw, weighting.norm);
    for (std::size_t i = 0; i < made.size(); ++i)
        made[i].weight = raw[i];
    return made;
}

Ranking rank(const std::vector<QueryTerm>& query, const SparseRows& weights)
{
    Ranking made;
    made.scores.assign(std::size_t(weights.rows()), 0);
    for (std::size_t row = 0; row < made.scores.size(); ++row) {
        const auto from = weights.columns.begin() + std::ptrdiff_t(weights.starts[row]);
        const auto to = weights.columns.begin() + std::ptrdiff_t(weights.starts[row + 1]);
        auto at = from;
        for (const QueryTerm& term : query) { // its columns ascend, as those of the row
            if (term.column < 0)
                continue;
            at = std::lower_bound(at, to, term.column);
            if (at != to && *at == term.column)
                made.scores[row] += term.weight * weights.values[std::size_t(at - weights.columns.begin())];
        }
    }
    made.order.resize(made.scores.size());
    std::iota(made.order.begin(), made.order.end(), 0);
    std::stable_sort(made.order.begin(), made.order.end(),
        [&](int a, int b) { return made.scores[std::size_t(a)] > made.scores[std::size_t(b)]; });
    return made;
}

} // namespace tangent::language
