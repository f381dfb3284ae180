// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/data/tf_idf/corpus.h"

#include "app/topics/data/tf_idf/words.h"
#include "widgets/scene/figure_parts.h"

#include <algorithm>
#include <cmath>

namespace tangent::tfidf {

namespace {

language::TermOptions optionsOf(const Settled& state)
{
    language::TermOptions options;
    options.oneLetterWords = state.toggle("one-letter-words");
    options.dropStopWords = state.toggle("stop-words");
    options.stem = state.toggle("stemming");
    // Turned round, the two bounds mean the same.
    const int a = state.integer("ngram-min");
    const int b = state.integer("ngram-max");
    options.shortestGram = std::min(a, b);
    options.longestGram = std::max(a, b);
    return options;
}

language::Weighting weightingOf(const Settled& state)
{
    const QString idf = state.choice("idf");
    const QString norm = state.choice("norm");
    return {idf == QLatin1String("plain")        ? language::Idf::Plain
            : idf == QLatin1String("unsmoothed") ? language::Idf::Unsmoothed
                                                 : language::Idf::Smoothed,
        norm == QLatin1String("l2")       ? language::Norm::L2
            : norm == QLatin1String("l1") ? language::Norm::L1
                                          : language::Norm::None};
}

std::optional<size_t> entryOf(const language::SparseRows& rows, int document, int column)
{
    const auto from = rows.columns.begin() + std::ptrdiff_t(rows.starts[size_t(document)]);
    const auto to = rows.columns.begin() + std::ptrdiff_t(rows.starts[size_t(document) + 1]);
    const auto found = std::lower_bound(from, to, column);
    if (found == to || *found != column)
        return std::nullopt;
    return size_t(found - rows.columns.begin());
}

/// Finds the terms that the words of a document are part of.
void linkWords(const Corpus& corpus, std::vector<Word>* words)
{
    std::vector<Word*> kept;
    for (Word& word : *words) {
        if (!word.token.stopped)
            kept.push_back(&word);
    }
    for (size_t from = 0; from < kept.size(); ++from) {
        std::string term;
        for (int length = 1; length <= corpus.options.longestGram && from + size_t(length) <= kept.size();
             ++length) {
            const size_t last = from + size_t(length) - 1;
            term += (length > 1 ? " " : "") + kept[last]->token.term;
            if (length < corpus.options.shortestGram)
                continue;
            const auto column = corpus.counts.column(term);
            if (!column)
                continue;
            for (size_t at = from; at <= last; ++at) {
                kept[at]->columns.push_back(*column);
                if (kept[at]->own < 0 || (at == from && length == corpus.options.shortestGram))
                    kept[at]->own = *column;
            }
        }
    }
}

void addWords(Corpus* corpus)
{
    const int each = std::max(12, mostWordsShown / std::max(1, corpus->documents()));
    for (int document = 0; document < corpus->documents(); ++document) {
        auto tokens = language::tokens(corpus->texts[size_t(document)], corpus->options);
        const int shown = std::min(each, int(tokens.size()));
        corpus->wordsLeftOut.push_back(int(tokens.size()) - shown);
        std::vector<Word> words;
        for (int i = 0; i < shown; ++i)
            words.push_back({std::move(tokens[size_t(i)]), -1, {}});
        linkWords(*corpus, &words);
        corpus->words.push_back(std::move(words));
    }
}

Corpus makeCorpus(const Settled& state, const Progress& progress)
{
    Corpus made;
    made.options = optionsOf(state);
    made.weighting = weightingOf(state);
    qsizetype left = mostCharactersInAll;
    for (const Row& row : state.rowsOf("documents")) {
        const QString text = row.empty() ? QString() : cellText(row.front());
        const qsizetype room = std::min(qsizetype(mostCharacters), left);
        made.cutTexts += text.size() > room ? 1 : 0;
        made.texts.push_back(text.left(room).toStdString());
        left -= std::min(room, text.size());
    }
    const std::vector<std::string_view> views(made.texts.begin(), made.texts.end());
    made.counts = language::countTerms(views, made.options, [&] { return progress.cancelled(); });
    if (made.counts.cancelled)
        throw Stopped();
    made.idf = language::inverseDocumentFrequencies(made.weighting.idf, made.counts);
    made.weights = language::weights(made.counts, made.weighting);
    double highest = 0;
    for (size_t i = 0; i < made.weights.values.size(); ++i)
        highest = std::max(highest, made.weights.values[i] / made.counts.counts.values[i]);
    made.top = roundedUp(highest);
    addWords(&made);
    return made;
}

std::optional<int> columnOf(const Corpus& corpus, const QString& word)
{
    if (word.isEmpty())
        return std::nullopt;
    const std::string plain = word.toStdString();
    if (const auto column = corpus.counts.column(plain))
        return column;
    const auto tokens = language::tokens(plain, corpus.options); // as it is written in a document
    return tokens.size() == 1 ? corpus.counts.column(tokens.front().term) : std::nullopt;
}

/// What the idf curve speaks of while nothing is pointed at.
std::optional<int> rarestOfQuery(const Shown& shown)
{
    std::optional<int> rarest;
    for (const language::QueryTerm& term : shown.query) {
        if (term.column >= 0
            && (!rarest || shown.corpus.idf[size_t(term.column)] > shown.corpus.idf[size_t(*rarest)]))
            rarest = term.column;
    }
    return rarest;
}

} // namespace

QString Corpus::term(int column) const
{
    return fromText(counts.terms[size_t(column)]);
}

double Corpus::count(int document, int column) const
{
    const auto entry = entryOf(counts.counts, document, column);
    return entry ? counts.counts.values[*entry] : 0;
}

double Corpus::weight(int document, int column) const
{
    const auto entry = entryOf(weights, document, column);
    return entry ? weights.values[*entry] : 0;
}

double Corpus::weightOfOne(int document, int column) const
{
    const auto entry = entryOf(weights, document, column);
    return entry ? weights.values[*entry] / counts.counts.values[*entry] : 0;
}

double Corpus::shade(double weightOfOne) const
{
    constexpr double palest = 0.05;
    const double low = weighting.idf == language::Idf::Plain ? 0 : 0.3 * top;
    return std::clamp((weightOfOne - low) / (top - low), palest, 1.0);
}

std::shared_ptr<const Corpus> corpusOf(const Settled& state, Stages& stages, const Progress& progress)
{
    std::vector<Value> inputs;
    size_t bytes = 4096;
    for (const char* key :
        {"documents", "stemming", "stop-words", "ngram-min", "ngram-max", "idf", "norm", "one-letter-words"})
        inputs.push_back(state.values.value(QLatin1String(key)));
    for (const Row& row : state.rowsOf("documents"))
        bytes += row.empty() ? 0 : size_t(cellText(row.front()).size()) * 20;
    return stages.get<Corpus>(
        QStringLiteral("corpus"), inputs, nullptr, [&] { return makeCorpus(state, progress); }, bytes);
}

double Shown::queryWeight(int column) const
{
    const auto found = std::find_if(
        query.begin(), query.end(), [&](const language::QueryTerm& term) { return term.column == column; });
    return found == query.end() ? 0 : found->weight;
}

double Shown::contribution(int document, int column) const
{
    return queryWeight(column) * corpus.weight(document, column);
}

QStringList Shown::unknownTerms() const
{
    QStringList unknown;
    for (const language::QueryTerm& term : query) {
        if (term.column < 0 && term.words == corpus.options.shortestGram)
            unknown << fromText(term.term);
    }
    return unknown;
}

Shown shownOf(const Settled& state, const Corpus& corpus)
{
    Shown shown{state, corpus, {}, {}, {}, {}, false, 0, {}, false};
    shown.queryText = text(state.values.value(QStringLiteral("query"))).toStdString();
    shown.query = language::weighQuery(shown.queryText, corpus.counts, corpus.options, corpus.weighting);
    shown.knowsQuery = std::any_of(shown.query.begin(), shown.query.end(),
        [](const language::QueryTerm& term) { return term.column >= 0; });
    shown.ranking = language::rank(shown.query, corpus.weights);
    if (!shown.ranking.order.empty() && shown.score(shown.ranking.order.front()) > 0)
        shown.best = shown.ranking.order.front();
    shown.document = state.isDecided("document") ? std::min(state.integer("document"), corpus.documents()) - 1
                                                 : shown.best.value_or(0);
    shown.word = columnOf(corpus, text(state.values.value(QStringLiteral("word"))));
    shown.isPinned = shown.word.has_value();
    if (!shown.word)
        shown.word = rarestOfQuery(shown);
    return shown;
}

} // namespace tangent::tfidf
