// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/data/tf_idf/figures.h"
#include "app/topics/data/tf_idf/words.h"
#include "widgets/scene/figure_parts.h"
#include "widgets/scene/number_text.h"

#include <algorithm>
#include <set>

namespace tangent::tfidf {

namespace {

/// "“cat”, “dog”", at most three.
QString list(const QStringList& terms)
{
    QStringList quotedTerms;
    for (const QString& term : terms.mid(0, 3))
        quotedTerms << quoted(term);
    return quotedTerms.join(QStringLiteral(", ")) + (terms.size() > 3 ? QStringLiteral(", …") : QString());
}

/// A word of a document without a match that differs from a word of the query by its ending alone.
struct MissedByEnding {
    int document = 0;
    QString written;
    QString asked;
};

std::optional<MissedByEnding> missedByEnding(const Shown& shown)
{
    const Corpus& corpus = shown.corpus;
    if (corpus.options.stem)
        return std::nullopt;
    language::TermOptions stemming = corpus.options;
    stemming.stem = true;
    std::vector<language::Token> asked = language::tokens(shown.queryText, stemming);
    constexpr size_t mostAsked = 20;
    asked.resize(std::min(asked.size(), mostAsked));
    constexpr int mostRead = 20;
    for (int document = 0; document < std::min(corpus.documents(), mostRead); ++document) {
        if (shown.score(document) > 0)
            continue;
        const std::string beginning = corpus.texts[size_t(document)].substr(0, 400);
        for (const language::Token& token : language::tokens(beginning, stemming)) {
            for (const language::Token& other : asked) {
                if (!token.stopped && token.term == other.term && token.word != other.word)
                    return MissedByEnding{document, fromText(token.word), fromText(other.word)};
            }
        }
    }
    return std::nullopt;
}

QString pinnedSentence(const Shown& shown)
{
    const Corpus& corpus = shown.corpus;
    const int column = *shown.word;
    const int frequency = corpus.counts.documentFrequency[size_t(column)];
    const QString term = quoted(corpus.term(column));
    const QString idf = shownWeight(corpus.idf[size_t(column)]);
    if (frequency == corpus.documents() && frequency > 1) {
        return corpus.weighting.idf == language::Idf::Plain
            ? tr("**%1 is everywhere**: ln(%2/%2) = 0, so it weighs nothing, however often it stands there.")
                  .arg(term)
                  .arg(frequency)
            : tr("**%1 is everywhere**: its idf is down to 1, the least there is. By this term only "
                 "counts and lengths tell documents apart.")
                  .arg(term);
    }
    if (corpus.documents() == 1)
        return tr(
            "**%1 stands in the only document**: one occurrence counts %2 before the norm. Rarity needs "
            "others to compare with.")
            .arg(term, idf);
    return tr("**%1 stands in %2 of %3 documents**: one occurrence counts %4 before the norm. Put it into "
              "one more and its whole column pales.")
        .arg(term)
        .arg(frequency)
        .arg(corpus.documents())
        .arg(idf);
}

QString noMatch(const Shown& shown)
{
    if (shown.query.empty())
        return shown.corpus.options.shortestGram > 1
            ? tr("**No question**: a term is at least %1 words here, and the query makes none. Type more.")
                  .arg(shown.corpus.options.shortestGram)
            : tr("**No question**: the query has no word that counts. Type one, or drag a word into it.");
    const QStringList unknown = shown.unknownTerms();
    if (!shown.knowsQuery)
        return tr("**No match**: no document has %1. Other words for the same thing do not help: terms are "
                  "compared, not meanings.")
            .arg(unknown.isEmpty() ? tr("these terms") : list(unknown));
    return tr("**Nothing to choose by**: the query's terms stand in every document, and ln(N/df) makes them "
              "weigh 0.");
}

QString matchSentence(const Shown& shown)
{
    const QString score = shownWeight(shown.score(*shown.best));
    const auto& order = shown.ranking.order;
    const bool isTied = order.size() > 1 && shown.score(order[1]) > shown.score(order[0]) * (1 - 1e-9);
    if (isTied)
        return tr("**A tie at %1**: documents %2 and %3 score the same; the earlier one is named.")
            .arg(score)
            .arg(order[0] + 1)
            .arg(order[1] + 1);
    const QString lead = tr("**Document %1 leads with %2**").arg(*shown.best + 1).arg(score);
    const QStringList unknown = shown.unknownTerms();
    if (!unknown.isEmpty())
        return lead + tr(", though no document has %1.").arg(list(unknown));
    if (const auto missed = missedByEnding(shown))
        return lead
            + tr(". Document %1 scores 0: its %2 is another word than %3 until endings are cut.")
                  .arg(missed->document + 1)
                  .arg(quoted(missed->written), quoted(missed->asked));
    if (order.size() > 1 && shown.score(order[1]) > 0)
        return lead
            + tr(", document %1 follows with %2. A score is the sum over shared terms of weight × weight.")
                  .arg(order[1] + 1)
                  .arg(shownWeight(shown.score(order[1])));
    return lead + tr(": it alone shares a term with the query that weighs anything.");
}

Diagnostic note(const char* key, const QString& sentence, const QString& cure,
    Diagnostic::Severity severity = Diagnostic::Severity::Note)
{
    return diagnosticOf(severity, QLatin1String(key), sentence, cure);
}

} // namespace

QString narration(const Shown& shown)
{
    if (!shown.corpus.hasTerms())
        return tr("**Nothing to count**: no document has a term left. Type some words into one.");
    if (shown.isPinned)
        return pinnedSentence(shown);
    return shown.best ? matchSentence(shown) : noMatch(shown);
}

std::vector<Diagnostic> diagnostics(const Shown& shown)
{
    using Severity = Diagnostic::Severity;
    std::vector<Diagnostic> made;
    const Corpus& corpus = shown.corpus;
    if (corpus.cutTexts > 0)
        made.push_back(note("documents",
            counted(corpus.cutTexts, tr("1 document is cut: %2 characters of one are read and %3 of all."),
                tr("%1 documents are cut: %2 characters of one are read and %3 of all."))
                .arg(shownCount(mostCharacters), shownCount(mostCharactersInAll)),
            tr("Shorten them or split them into several."), Severity::Warning));
    if (!corpus.hasTerms())
        made.push_back(note("documents", tr("No document has a term left to count."),
            tr("Type words, keep the stop words, or allow shorter n-grams."), Severity::Warning));
    const QStringList unknown = shown.unknownTerms();
    // Otherwise the narration says it, and nothing moves while a word is typed letter by letter.
    if (!unknown.isEmpty() && corpus.hasTerms() && shown.isPinned)
        made.push_back(
            note("query", tr("No document has %1: it counts nothing in the query.").arg(list(unknown)),
                tr("Use a word of the documents.")));
    if (shown.state.integer("ngram-min") > shown.state.integer("ngram-max"))
        made.push_back(note("ngram-min",
            tr("The shortest n-gram is longer than the longest; both bounds are read the other way round."),
            tr("Lower the shortest or raise the longest.")));
    const QString word = text(shown.state.values.value(QStringLiteral("word")));
    if (!word.isEmpty() && !shown.isPinned)
        made.push_back(note(
            "word", tr("No document has the term %1.").arg(quoted(word)), tr("Click a word or a column.")));
    return made;
}

} // namespace tangent::tfidf
