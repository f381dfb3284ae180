// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/data/tf_idf/figures.h"
#include "app/topics/data/tf_idf/words.h"

#include <algorithm>
#include <map>

namespace tangent::tfidf {

namespace {

using Run = WordsFigure::Run;

const QString queryId = QStringLiteral("query");

QString documentId(int document)
{
    return QStringLiteral("document-%1").arg(document + 1);
}

/// Every place a word can be carried to, with the text it makes there. Each drop holds a whole text, so that
/// large collections do without.
class Places {
public:
    explicit Places(const Shown& shown)
        : shown_(shown)
    {
        constexpr double mostLetters = 1e6;
        double letters = double(shown.queryText.size());
        double words = 0;
        for (const std::string& text : shown.corpus.texts)
            letters += double(text.size());
        for (const auto& document : shown.corpus.words)
            words += double(document.size());
        allowed_ = letters * words <= mostLetters && shown.corpus.cutTexts == 0;
    }

    bool allowed() const { return allowed_; }

    /// Where a word can go; `home` is its document, -1 the query.
    std::vector<Drop> of(const QString& word, int home)
    {
        std::vector<Drop> made;
        if (!allowed_)
            return made;
        const std::vector<Drop>& all = everywhere(word);
        for (int place = -1; place < shown_.corpus.documents(); ++place) {
            if (place != home)
                made.push_back(all[size_t(place + 1)]);
        }
        return made;
    }

private:
    static QString with(const std::string& text, const QString& word)
    {
        const QString before = fromText(text);
        const bool parted = before.isEmpty() || before.back().isSpace();
        return parted ? before + word : before + QLatin1Char(' ') + word;
    }

    const std::vector<Drop>& everywhere(const QString& word)
    {
        std::vector<Drop>& made = made_[word];
        if (!made.empty())
            return made;
        Drop query{queryId, tr("the query"), {}, {}};
        query.values[QStringLiteral("query")] = with(shown_.queryText, word);
        made.push_back(query);
        for (int document = 0; document < shown_.corpus.documents(); ++document) {
            const QString text = with(shown_.corpus.texts[size_t(document)], word);
            made.push_back({documentId(document), documentName(document), {},
                {{QStringLiteral("documents"), document, textColumn, {}, text}}});
        }
        return made;
    }

    const Shown& shown_;
    bool allowed_ = false;
    std::map<QString, std::vector<Drop>> made_;
};

/// What stands between words: marks close up to the word before them, letters that are no words are struck.
void addBetween(const QString& between, std::vector<Run>* runs)
{
    const bool touches = !between.isEmpty() && !between.front().isSpace() && !runs->empty();
    const QStringList pieces = between.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const bool hasLetter =
            std::any_of(pieces[i].begin(), pieces[i].end(), [](QChar c) { return c.isLetterOrNumber(); });
        if (i == 0 && touches && !hasLetter) {
            runs->back().text += pieces[i];
            continue;
        }
        Run run;
        run.text = pieces[i];
        run.role = Role::Muted;
        run.struck = hasLetter;
        run.name = hasLetter ? tr("a word of one letter: not counted") : QString();
        runs->push_back(run);
    }
}

/// The runs of a text; `make` gives the run of each word.
template <class Words, class TokenOf, class Make>
std::vector<Run> runsOf(
    const std::string& text, const Words& words, bool whole, const TokenOf& tokenOf, const Make& make)
{
    std::vector<Run> runs;
    size_t at = 0;
    for (const auto& word : words) {
        const language::Token& token = tokenOf(word);
        addBetween(fromText(std::string_view(text).substr(at, token.from - at)), &runs);
        runs.push_back(make(word, fromText(std::string_view(text).substr(token.from, token.length))));
        at = token.from + token.length;
    }
    if (whole)
        addBetween(fromText(std::string_view(text).substr(at)), &runs);
    return runs;
}

Run plainRun(const language::Token& token, const QString& written)
{
    Run run;
    run.text = written;
    if (token.stopped) {
        run.role = Role::Muted;
        run.struck = true;
        run.name = tr("%1: a stop word, not counted").arg(quoted(written));
    } else if (token.term != token.word) {
        run.note = fromText(token.term);
    }
    return run;
}

Run documentRun(const Shown& shown, int document, const Word& word, const QString& written, Places* places)
{
    const Corpus& corpus = shown.corpus;
    Run run = plainRun(word.token, written);
    run.drops = places->of(written, document);
    if (word.own < 0)
        return run;
    run.shade = corpus.shade(corpus.weightOfOne(document, word.own));
    const auto has = [&](int column) {
        return std::find(word.columns.begin(), word.columns.end(), column) != word.columns.end();
    };
    run.strong = std::any_of(shown.query.begin(), shown.query.end(),
        [&](const language::QueryTerm& term) { return term.column >= 0 && has(term.column); });
    if (shown.isPinned && has(*shown.word)) {
        run.role = Role::Accent;
        run.strong = true;
    }
    run.name = rarityText(shown, word.own);
    run.target = wordTarget(shown, word.own, true);
    run.hover = wordTarget(shown, word.own);
    return run;
}

WordsFigure::Paragraph queryParagraph(const Shown& shown, Places* places)
{
    const Corpus& corpus = shown.corpus;
    WordsFigure::Paragraph made;
    made.id = queryId;
    made.title = tr("Query");
    made.text.key = QStringLiteral("query");
    auto tokens = language::tokens(shown.queryText, corpus.options);
    const bool whole = int(tokens.size()) <= mostWordsShown;
    if (!whole)
        tokens.resize(size_t(mostWordsShown));
    made.runs = runsOf(
        shown.queryText, tokens, whole,
        [](const language::Token& token) -> const language::Token& { return token; },
        [&](const language::Token& token, const QString& written) {
            Run run = plainRun(token, written);
            run.drops = places->of(written, -1);
            if (token.stopped || corpus.options.shortestGram > 1)
                return run;
            const auto column = corpus.counts.column(token.term);
            run.strong = column.has_value();
            if (!column) {
                run.role = Role::Warning;
                run.note = run.note.isEmpty() ? tr("unknown") : tr("%1, unknown").arg(run.note);
                run.name = tr("%1: in no document").arg(quoted(written));
                return run;
            }
            run.name = rarityText(shown, *column);
            run.target = wordTarget(shown, *column, true);
            run.hover = wordTarget(shown, *column);
            if (shown.isPinned && *column == *shown.word)
                run.role = Role::Accent;
            return run;
        });
    return made;
}

WordsFigure::Paragraph documentParagraph(const Shown& shown, int document, Places* places)
{
    const Corpus& corpus = shown.corpus;
    WordsFigure::Paragraph made;
    made.id = documentId(document);
    made.title = documentName(document);
    made.value = shownWeight(shown.score(document));
    const double full = corpus.weighting.norm == language::Norm::L2 ? 1.0
        : shown.best                                                ? shown.score(*shown.best)
                                                                    : 1.0;
    made.bar = std::clamp(shown.score(document) / full, 0.0, 1.0);
    made.current = document == shown.document;
    made.rowIds = {document + 1};
    made.text.key = QStringLiteral("documents");
    made.text.row = document;
    made.text.column = textColumn;
    made.target.key = QStringLiteral("document");
    made.target.value = double(document + 1);
    const int leftOut = corpus.wordsLeftOut[size_t(document)];
    made.runs = runsOf(
        corpus.texts[size_t(document)], corpus.words[size_t(document)], leftOut == 0,
        [](const Word& word) -> const language::Token& { return word.token; },
        [&](const Word& word, const QString& written) {
            return documentRun(shown, document, word, written, places);
        });
    if (leftOut > 0) {
        Run rest;
        rest.text = tr("… and %1 more words").arg(leftOut);
        rest.role = Role::Muted;
        made.runs.push_back(rest);
    }
    return made;
}

} // namespace

Figure documentsFigure(const Shown& shown)
{
    Places places(shown);
    WordsFigure words;
    words.paragraphs.push_back(queryParagraph(shown, &places));
    for (int document = 0; document < shown.corpus.documents(); ++document)
        words.paragraphs.push_back(documentParagraph(shown, document, &places));
    words.adding = Adding{QStringLiteral("documents"), tr("Add a document"), {QString()}, -1, -1, false};
    words.removable = true;
    Figure figure;
    figure.key = QStringLiteral("documents");
    figure.title = tr("Documents");
    figure.hint = places.allowed() ? tr("drag a word into another") : tr("double-click to type");
    figure.place = Figure::Place::Side;
    figure.weight = 1.6;
    figure.minimumHeight = 190;
    figure.sideShare = 0.31; // the matrix needs the room: its columns are the story
    figure.content = std::move(words);
    return figure;
}

} // namespace tangent::tfidf
