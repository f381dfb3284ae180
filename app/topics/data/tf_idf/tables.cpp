// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/data/tf_idf/figures.h"
#include "app/topics/data/tf_idf/words.h"

#include <algorithm>

namespace tangent::tfidf {

namespace {

using Item = TableFigure::Item;

constexpr int mostLines = 60;

/// "cat 0.34 + dog 0.21": what the terms of the query bring, the largest first, as far as there is room.
QString matchesText(const Shown& shown, int document)
{
    constexpr qsizetype mostLetters = 26;
    std::vector<std::pair<double, QString>> parts;
    for (const language::QueryTerm& term : shown.query) {
        const double part = term.column < 0 ? 0 : shown.contribution(document, term.column);
        if (part > 0)
            parts.emplace_back(part, fromText(term.term));
    }
    std::stable_sort(
        parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    QString written;
    for (const auto& [part, term] : parts) {
        const QString next = QStringLiteral("%1 %2").arg(term.left(mostLetters), shownWeight(part));
        if (!written.isEmpty() && written.size() + next.size() > mostLetters)
            return written + QStringLiteral(" + …");
        written += (written.isEmpty() ? QString() : QStringLiteral(" + ")) + next;
    }
    return written.isEmpty() ? QStringLiteral("–") : written;
}

struct Entry {
    int column = 0;
    double count = 0;
    double weight = 0;
};

/// The terms of a document, the weightiest first.
std::vector<Entry> topTerms(const Corpus& corpus, int document)
{
    std::vector<Entry> made;
    for (size_t i = corpus.weights.starts[size_t(document)]; i < corpus.weights.starts[size_t(document) + 1];
         ++i)
        made.push_back({corpus.weights.columns[i], corpus.counts.counts.values[i], corpus.weights.values[i]});
    std::stable_sort(
        made.begin(), made.end(), [](const Entry& a, const Entry& b) { return a.weight > b.weight; });
    return made;
}

Figure tableFigure(
    const char* key, Figure::Place place, const QString& title, const QString& hint, TableFigure table)
{
    Figure figure;
    figure.key = QLatin1String(key);
    figure.title = title;
    figure.hint = hint;
    figure.place = place;
    figure.minimumHeight = 118;
    figure.content = std::move(table);
    return figure;
}

} // namespace

Figure rankingFigure(const Shown& shown)
{
    TableFigure table;
    table.columns = {tr("Document"), tr("score"), tr("through")};
    table.rightAligned = {false, true, false};
    const double full = shown.best ? shown.score(*shown.best) : 1;
    for (size_t place = 0; place < std::min(shown.ranking.order.size(), size_t(mostLines)); ++place) {
        const int document = shown.ranking.order[place];
        TableFigure::Line line;
        line.current = document == shown.document;
        line.rowIds = {document + 1};
        line.target.key = QStringLiteral("document");
        line.target.value = double(document + 1);
        const double score = shown.score(document);
        line.items.push_back({QString::number(document + 1), -1, Role::Ink, shown.best == document, {}});
        line.items.push_back({shownWeight(score), std::clamp(score / full, 0.0, 1.0),
            shown.best == document ? Role::Good : Role::Accent, shown.best == document, {}});
        line.items.push_back(
            {matchesText(shown, document), -1, score > 0 ? Role::Ink : Role::Muted, false, {}});
        table.lines.push_back(std::move(line));
    }
    return tableFigure(
        "ranking", Figure::Place::Strip, tr("Ranking"), tr("score = the sum of its terms"), std::move(table));
}

Figure termsFigure(const Shown& shown)
{
    const Corpus& corpus = shown.corpus;
    TableFigure table;
    table.columns = {tr("Term"), tr("count × idf"), tr("weight")};
    table.rightAligned = {false, true, true};
    std::vector<Entry> entries = topTerms(corpus, shown.document);
    if (entries.size() > size_t(mostLines))
        entries.resize(size_t(mostLines));
    for (const Entry& entry : entries) {
        TableFigure::Line line;
        line.current = shown.isPinned && *shown.word == entry.column;
        line.target = wordTarget(shown, entry.column, true);
        const bool asked = shown.queryWeight(entry.column) > 0;
        line.items.push_back({corpus.term(entry.column), -1, Role::Ink, asked, {}});
        line.items.push_back(
            {QStringLiteral("%1 × %2").arg(entry.count).arg(shownWeight(corpus.idf[size_t(entry.column)])),
                -1, Role::Ink, false, {}});
        line.items.push_back({shownWeight(entry.weight),
            entries.front().weight > 0 ? entry.weight / entries.front().weight : 0,
            asked ? Role::Good : Role::Accent, asked, {}});
        table.lines.push_back(std::move(line));
    }
    if (entries.empty())
        table.lines.push_back(
            {{}, {{tr("no term is left"), -1, Role::Muted, false, {}}, {}, {}}, false, {}, {}, {}});
    return tableFigure("terms", Figure::Place::Strip, tr("Top terms"),
        tr("of document %1").arg(shown.document + 1), std::move(table));
}

std::vector<DataTable> tables(const Shown& shown)
{
    const Corpus& corpus = shown.corpus;
    DataTable weights{QStringLiteral("weights"),
        {QStringLiteral("document"), QStringLiteral("term"), QStringLiteral("count"),
            QStringLiteral("document-frequency"), QStringLiteral("idf"), QStringLiteral("weight")},
        {}};
    constexpr size_t mostRows = 50'000;
    for (int document = 0; document < corpus.documents(); ++document) {
        const size_t to = corpus.weights.starts[size_t(document) + 1];
        for (size_t i = corpus.weights.starts[size_t(document)]; i < to && weights.rows.size() < mostRows;
             ++i) {
            const int column = corpus.weights.columns[i];
            weights.rows.push_back({double(document + 1), corpus.term(column), corpus.counts.counts.values[i],
                double(corpus.counts.documentFrequency[size_t(column)]), corpus.idf[size_t(column)],
                corpus.weights.values[i]});
        }
    }
    DataTable ranking{QStringLiteral("ranking"), {QStringLiteral("document"), QStringLiteral("score")}, {}};
    for (const int document : shown.ranking.order)
        ranking.rows.push_back({double(document + 1), shown.score(document)});
    return {weights, ranking};
}

} // namespace tangent::tfidf
