// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/data/tf_idf/figures.h"
#include "app/topics/data/tf_idf/words.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tangent::tfidf {

namespace {

constexpr int mostCells = 12'000;
constexpr int fewestColumns = 40;
constexpr int mostColumns = 250;

/// All columns, or those whose term weighs most in some document, with the query's and the pinned one.
std::vector<int> shownColumns(const Shown& shown)
{
    const Corpus& corpus = shown.corpus;
    std::vector<int> columns(corpus.counts.terms.size());
    std::iota(columns.begin(), columns.end(), 0);
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
    const auto weightier = [&](int a, int b) {
        return highest[size_t(a)] != highest[size_t(b)] ? highest[size_t(a)] > highest[size_t(b)] : a < b;
    };
    std::nth_element(columns.begin(), columns.begin() + std::ptrdiff_t(room), columns.end(), weightier);
    columns.resize(room);
    std::sort(columns.begin(), columns.end());
    return columns;
}

/// "0.48", or with several occurrences "2 × 0.31".
QString productText(double count, double one)
{
    if (count == 0)
        return {};
    return count == 1 ? shownWeight(one) : QStringLiteral("%1×%2").arg(count).arg(shownWeight(one));
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
        matrix_.rowTitle = tr("document");
        matrix_.high = corpus_.top;
        const int documents = corpus_.documents();
        addRow(tr("df"), [&](int column, Matrix::Item* item) {
            item->text = QString::number(corpus_.counts.documentFrequency[size_t(column)]);
        });
        const double rarest = language::inverseDocumentFrequency(corpus_.weighting.idf, documents, 1);
        addRow(tr("idf"), [&](int column, Matrix::Item* item) {
            const double idf = corpus_.idf[size_t(column)];
            item->value = rarest > 0 ? corpus_.top * idf / rarest : 0;
            item->text = shownWeight(idf);
        });
        for (int document = 0; document < documents; ++document) {
            addRow(QString::number(document + 1), [&](int column, Matrix::Item* item) {
                const double count = corpus_.count(document, column);
                item->value = count > 0 ? corpus_.weightOfOne(document, column) : 0;
                item->text = productText(count, item->value);
                item->rowIds = {document + 1};
                item->glowing = count > 0 && document == shown_.document && shown_.queryWeight(column) > 0;
            });
        }
        addRow(tr("query"), [&](int column, Matrix::Item* item) {
            const auto found = std::find_if(shown_.query.begin(), shown_.query.end(),
                [&](const language::QueryTerm& term) { return term.column == column; });
            if (found == shown_.query.end())
                return;
            item->value = std::min(found->weight / found->count, corpus_.top);
            item->text = productText(found->count, found->weight / found->count);
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
    Plot plot;
    plot.x.hidden = true;
    plot.y.hidden = true;
    plot.layers.emplace_back(tangent::Words{0.5, 0.5, sentence, Role::Muted, Qt::AlignCenter, false});
    Figure figure;
    figure.key = QStringLiteral("matrix");
    figure.title = tr("Document–term matrix");
    figure.minimumHeight = 190;
    figure.content = std::move(plot);
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
        ? tr("%1 of %2 terms: the weightiest").arg(matrix.columnNames.size()).arg(all)
        : tr("colour: what one occurrence weighs");
    figure.content = std::move(matrix);
    return figure;
}

} // namespace tangent::tfidf
