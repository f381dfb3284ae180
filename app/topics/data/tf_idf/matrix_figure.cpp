// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/data/tf_idf/figures.h"
#include "app/topics/data/tf_idf/words.h"
#include "widgets/scene/figure_parts.h"

#include <algorithm>

namespace tangent::tfidf {

namespace {

constexpr int mostCells = 12'000;
constexpr int fewestColumns = 40;
constexpr int mostColumns = 250;

/// The columns in the order in which their terms first come up; those that no shown word has come last.
std::vector<int> inReadingOrder(const Corpus& corpus)
{
    std::vector<int> order;
    std::vector<bool> taken(corpus.counts.terms.size(), false);
    const auto take = [&](int column) {
        if (!taken[size_t(column)])
            order.push_back(column);
        taken[size_t(column)] = true;
    };
    for (const std::vector<Word>& document : corpus.words) {
        for (const Word& word : document) {
            for (const int column : word.columns)
                take(column);
        }
    }
    for (int column = 0; column < int(taken.size()); ++column)
        take(column);
    return order;
}

/// All columns, or those whose term weighs most in some document, with the query's and the pinned one.
std::vector<int> shownColumns(const Shown& shown)
{
    const Corpus& corpus = shown.corpus;
    std::vector<int> columns = inReadingOrder(corpus);
    const auto room = size_t(std::clamp(mostCells / (corpus.documents() + 3), fewestColumns, mostColumns));
    if (columns.size() <= room)
        return columns;
    std::vector<double> highest(columns.size(), 0);
    for (size_t i = 0; i < corpus.weights.values.size(); ++i) {
        double& most = highest[size_t(corpus.weights.columns[i])];
        most = std::max(most, corpus.weights.values[i]);
    }
    constexpr double always = 1e300;
    for (const language::QueryTerm& term : shown.query) {
        if (term.column >= 0)
            highest[size_t(term.column)] = always;
    }
    if (shown.word)
        highest[size_t(*shown.word)] = always;
    std::vector<int> weightiest = columns;
    std::stable_sort(weightiest.begin(), weightiest.end(),
        [&](int a, int b) { return highest[size_t(a)] > highest[size_t(b)]; });
    std::vector<bool> stays(columns.size(), false);
    for (size_t i = 0; i < room; ++i)
        stays[size_t(weightiest[i])] = true;
    columns.erase(std::remove_if(columns.begin(), columns.end(), [&](int c) { return !stays[size_t(c)]; }),
        columns.end());
    return columns;
}

class Cells {
public:
    explicit Cells(const Shown& shown)
        : shown_(shown)
        , corpus_(shown.corpus)
        , columns_(shownColumns(shown))
    {
        for (const int column : columns_) {
            matrix_.columnNames << corpus_.term(column);
            targets_.push_back(wordTarget(shown, column));
        }
    }

    Matrix made()
    {
        const int documents = corpus_.documents();
        addRow(tr("df"), [&](int column, Matrix::Item* item) {
            item->text = QString::number(corpus_.counts.documentFrequency[size_t(column)]);
        });
        const double rarest = language::inverseDocumentFrequency(corpus_.weighting.idf, documents, 1);
        addRow(tr("idf"), [&](int column, Matrix::Item* item) {
            const double idf = corpus_.idf[size_t(column)];
            item->value = rarest > 0 ? corpus_.shade(corpus_.top * idf / rarest) : 0;
            item->text = shownWeight(idf);
        });
        for (int document = 0; document < documents; ++document) {
            addRow(QString::number(document + 1), [&](int column, Matrix::Item* item) {
                const double count = corpus_.count(document, column);
                item->value = count > 0 ? corpus_.shade(corpus_.weightOfOne(document, column)) : 0;
                item->text = count > 0 ? QString::number(count) : QString();
                item->rowIds = {document + 1};
                item->glowing = count > 0 && document == shown_.document && shown_.queryWeight(column) > 0;
            });
        }
        addRow(tr("query"), [&](int column, Matrix::Item* item) {
            const auto found = std::find_if(shown_.query.begin(), shown_.query.end(),
                [&](const language::QueryTerm& term) { return term.column == column; });
            if (found == shown_.query.end())
                return;
            item->value = corpus_.shade(found->weight / found->count);
            item->text = QString::number(found->count);
        });
        return std::move(matrix_);
    }

private:
    template <class Fill>
    void addRow(const QString& name, const Fill& fill)
    {
        matrix_.rowNames << name;
        for (size_t i = 0; i < columns_.size(); ++i) {
            Matrix::Item item;
            item.target = targets_[i];
            item.hover = targets_[i];
            item.pinned = shown_.isPinned && *shown_.word == columns_[i];
            fill(columns_[i], &item);
            matrix_.items.push_back(std::move(item));
        }
    }

    const Shown& shown_;
    const Corpus& corpus_;
    std::vector<int> columns_;
    std::vector<Target> targets_;
    Matrix matrix_;
};

} // namespace

Figure emptyMatrix(const QString& sentence)
{
    Figure figure = sentenceFigure("matrix", tr("Document–term matrix"), sentence);
    figure.minimumHeight = 190;
    return figure;
}

Figure matrixFigure(const Shown& shown)
{
    Figure figure = emptyMatrix(tr("No term is left to count."));
    if (!shown.corpus.hasTerms())
        return figure;
    Matrix matrix = Cells(shown).made();
    const auto all = qsizetype(shown.corpus.counts.terms.size());
    figure.hint = matrix.columnNames.size() < all
        ? tr("%1 of %2 terms: the weightiest").arg(shownCount(matrix.columnNames.size()), shownCount(all))
        : tr("number: count; colour: weight of one");
    figure.content = std::move(matrix);
    return figure;
}

} // namespace tangent::tfidf
