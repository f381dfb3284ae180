// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/data/tf_idf/figures.h"
#include "app/topics/data/tf_idf/words.h"
#include "widgets/scene/figure_parts.h"
#include "widgets/scene/number_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tangent::tfidf {

namespace {

using language::Idf;

constexpr int mostNamedTicks = 20;

QString nameOf(Idf form)
{
    return form == Idf::Plain ? tr("plain") : form == Idf::Unsmoothed ? tr("unsmoothed") : tr("smoothed");
}

} // namespace

Target wordTarget(const Shown& shown, int column, bool lets)
{
    Target target;
    target.key = QStringLiteral("word");
    const bool isPinned = shown.isPinned && *shown.word == column;
    target.value = lets && isPinned ? QString() : shown.corpus.term(column);
    return target;
}

QString rarityText(const Shown& shown, int column)
{
    return tr("%1 stands in %2 of %3: idf %4")
        .arg(quoted(shown.corpus.term(column)))
        .arg(shown.corpus.counts.documentFrequency[size_t(column)])
        .arg(counted(shown.corpus.documents(), tr("1 document"), tr("%1 documents")))
        .arg(shownWeight(shown.corpus.idf[size_t(column)]));
}

Figure rarityFigure(const Shown& shown)
{
    const Corpus& corpus = shown.corpus;
    const int documents = corpus.documents();
    Plot plot;
    plot.zoomable = false;
    plot.x.label = tr("documents with the term");
    plot.x.minimum = 0.5;
    plot.x.maximum = documents + 0.5;
    if (documents <= mostNamedTicks) { // halves of documents would be read as something
        plot.x.scale = Axis::Scale::Category;
        plot.x.categories << QString();
        for (int frequency = 1; frequency <= documents; ++frequency)
            plot.x.categories << QString::number(frequency);
    }
    plot.y.label = tr("idf");
    plot.y.maximum = std::ceil((std::log(double(documents)) + 1) * 2 + 0.5) / 2;
    for (const Idf form : {Idf::Plain, Idf::Unsmoothed, Idf::Smoothed}) {
        const bool isChosen = form == corpus.weighting.idf;
        Line line;
        for (int frequency = 1; frequency <= documents; ++frequency) {
            line.x.push_back(frequency);
            line.y.push_back(language::inverseDocumentFrequency(form, documents, frequency));
        }
        line.role = isChosen ? Role::Ink : Role::Muted;
        line.width = isChosen ? 2 : 1;
        line.style = isChosen ? Line::Style::Solid : Line::Style::Dotted;
        line.markers = isChosen && documents <= 30;
        plot.layers.emplace_back(line);
    }
    if (shown.word) {
        const double frequency = corpus.counts.documentFrequency[size_t(*shown.word)];
        const double idf = corpus.idf[size_t(*shown.word)];
        Points dot;
        dot.x = {frequency};
        dot.y = {idf};
        dot.role = Role::Accent;
        dot.size = 11;
        plot.layers.emplace_back(dot);
        const bool isRight = frequency > (documents + 1) / 2.0;
        const QString text = QStringLiteral("%1 %2").arg(quoted(corpus.term(*shown.word)), shownWeight(idf));
        addWords(&plot, frequency, idf, text, Role::Accent,
            (isRight ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignTop, true);
    }
    Figure figure;
    figure.key = QStringLiteral("rarity");
    figure.title = tr("Rarity");
    figure.hint = tr("%1 idf; dotted: the other forms").arg(nameOf(corpus.weighting.idf));
    figure.place = Figure::Place::Side;
    figure.minimumHeight = 118;
    figure.weight = 0.9;
    figure.content = std::move(plot);
    return figure;
}

} // namespace tangent::tfidf
