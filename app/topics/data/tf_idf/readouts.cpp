// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/data/tf_idf/figures.h"
#include "app/topics/data/tf_idf/words.h"
#include "widgets/scene/number_text.h"

#include <algorithm>

namespace tangent::tfidf {

namespace {

using language::Idf;

Readout readout(const char* key, const QString& label, std::optional<double> value, const QString& formula,
    const QString& line)
{
    Readout made;
    made.key = QLatin1String(key);
    made.label = label;
    if (value)
        made.value = *value;
    made.formula = formula;
    made.line = line;
    return made;
}

QString idfFormula(Idf form)
{
    return form == Idf::Plain     ? QStringLiteral(R"tex(\text{idf}=\ln\frac{N}{\text{df}})tex")
        : form == Idf::Unsmoothed ? QStringLiteral(R"tex(\text{idf}=\ln\frac{N}{\text{df}}+1)tex")
                                  : QStringLiteral(R"tex(\text{idf}=\ln\frac{1+N}{1+\text{df}}+1)tex");
}

QString idfLine(const Shown& shown, int column)
{
    const QString n = QString::number(shown.corpus.documents());
    const QString df = QString::number(shown.corpus.counts.documentFrequency[size_t(column)]);
    const QString idf = shownWeight(shown.corpus.idf[size_t(column)]);
    switch (shown.corpus.weighting.idf) {
    case Idf::Plain:
        return QStringLiteral("ln(%1 / %2) = %3").arg(n, df, idf);
    case Idf::Unsmoothed:
        return QStringLiteral("ln(%1 / %2) + 1 = %3").arg(n, df, idf);
    case Idf::Smoothed:
        break;
    }
    return QStringLiteral("ln((1 + %1) / (1 + %2)) + 1 = %3").arg(n, df, idf);
}

QString whyNoMatch(const Shown& shown)
{
    if (shown.query.empty())
        return tr("the query has no word that counts");
    return shown.knowsQuery ? tr("all scores are 0") : tr("no document has a word of the query");
}

QString scoreLine(const Shown& shown)
{
    if (!shown.best)
        return whyNoMatch(shown);
    QStringList products;
    for (const language::QueryTerm& term : shown.query) {
        if (term.column < 0 || !(shown.contribution(*shown.best, term.column) > 0))
            continue;
        products << QStringLiteral("%1·%2").arg(
            shownWeight(term.weight), shownWeight(shown.corpus.weight(*shown.best, term.column)));
    }
    constexpr qsizetype most = 4;
    if (products.size() > most)
        products = products.mid(0, most) << QStringLiteral("…");
    return QStringLiteral("%1 = %2").arg(
        products.join(QStringLiteral(" + ")), shownWeight(shown.score(*shown.best)));
}

Readout densityReadout(const Corpus& corpus)
{
    const auto density = corpus.counts.density();
    const auto terms = corpus.counts.terms.size();
    Readout made = readout("density", tr("Density"), density,
        QStringLiteral(
            R"tex(\text{density}=\frac{\text{cells that are not 0}}{\text{documents}\times\text{terms}})tex"),
        tr("%1 of %2 × %3 cells")
            .arg(shownCount(qint64(corpus.counts.counts.entries())), shownCount(corpus.documents()),
                shownCount(qint64(terms))));
    made.prominent = true;
    made.decimals = 2;
    if (!density)
        made.note = tr("there are no cells");
    return made;
}

} // namespace

std::vector<Readout> readouts(const Shown& shown)
{
    const Corpus& corpus = shown.corpus;
    Readout best = readout("best-match", tr("Best match"),
        shown.best ? std::optional(double(*shown.best + 1)) : std::nullopt,
        QStringLiteral(R"tex(\arg\max_d\;\sum_t q_t\,w_{t,d})tex"),
        shown.best
            ? tr("document %1 scores %2").arg(*shown.best + 1).arg(shownWeight(shown.score(*shown.best)))
            : whyNoMatch(shown));
    best.prominent = true;
    if (!shown.best)
        best.note = whyNoMatch(shown);
    Readout score = readout("best-score", tr("Best score"), shown.best ? shown.score(*shown.best) : 0,
        QStringLiteral(R"tex(\text{score}(d)=\sum_t q_t\,w_{t,d})tex"), scoreLine(shown));
    score.prominent = true;
    score.decimals = shown.best && shown.score(*shown.best) < 0.005 ? -1 : 2;
    Readout vocabulary = readout("vocabulary", tr("Vocabulary"), double(corpus.counts.terms.size()),
        QStringLiteral(R"tex(V=\text{number of different terms})tex"),
        tr("%1 in %2")
            .arg(counted(qint64(corpus.counts.terms.size()), tr("1 term"), tr("%1 different terms")),
                counted(corpus.documents(), tr("1 document"), tr("%1 documents"))));
    vocabulary.prominent = true;
    vocabulary.unit = tr("terms");
    vocabulary.unitOfOne = tr("term");
    const auto number = [&](const auto& of) {
        return shown.word ? std::optional<double>(of[size_t(*shown.word)]) : std::nullopt;
    };
    const QString none = tr("no term is chosen: point at one");
    Readout frequency =
        readout("document-frequency", tr("Document frequency"), number(corpus.counts.documentFrequency),
            QStringLiteral(R"tex(\text{df}=\text{number of documents with the term})tex"),
            shown.word ? rarityText(shown, *shown.word) : none);
    Readout idf = readout("word-idf", tr("idf of the term"), number(corpus.idf),
        idfFormula(corpus.weighting.idf), shown.word ? idfLine(shown, *shown.word) : none);
    for (Readout* made : {&frequency, &idf}) {
        if (!shown.word)
            made->note = none;
        else
            made->note = quoted(corpus.term(*shown.word));
    }
    return {best, score, vocabulary, densityReadout(corpus),
        readout("documents", tr("Documents"), double(corpus.documents()),
            QStringLiteral(R"tex(N=\text{number of documents})tex"),
            counted(corpus.documents(), tr("1 document"), tr("%1 documents, empty ones included"))),
        frequency, idf};
}

} // namespace tangent::tfidf
