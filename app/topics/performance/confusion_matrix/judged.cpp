// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/confusion_matrix/judged.h"

#include "app/topics/performance/confusion_matrix/judged_parts.h"
#include "app/topics/performance/confusion_matrix/words.h"

#include <algorithm>

namespace tangent::confusion {

namespace {

Judged typedCounts(const Settled& state)
{
    const Rows& typed = state.rowsOf("counts");
    const auto size = Eigen::Index(typed.size());
    auto judgement = std::make_shared<Judgement>();
    judgement->name = tr("Counts by hand");
    judgement->counts = evaluate::CountMatrix::Zero(size, size);
    Judged judged;
    for (Eigen::Index a = 0; a < size; ++a) {
        judged.classes << QString::number(a + 1);
        for (Eigen::Index p = 0; p < std::min(size, Eigen::Index(typed[size_t(a)].size())); ++p)
            judgement->counts(a, p) = std::int64_t(cellNumber(typed[size_t(a)][size_t(p)]));
    }
    judged.judgements = {judgement};
    choosePositive(state, &judged);
    return judged;
}

} // namespace

Source sourceOf(const Settled& state)
{
    const QString token = state.choice("source");
    return token == QLatin1String("two-classifiers") ? Source::TwoClassifiers
        : token == QLatin1String("counts")           ? Source::Counts
        : token == QLatin1String("table")            ? Source::Table
                                                     : Source::Classifier;
}

Judged judgedOf(const Settled& state, Stages& stages, const Progress& progress, const BeforeWork& beforeWork)
{
    const Source source = sourceOf(state);
    if (source == Source::Counts)
        return typedCounts(state);
    if (!state.table) {
        Judged judged;
        judged.unusable =
            Unusable{QStringLiteral("data"), tr("There is no table to work on."), tr("Choose a data set.")};
        return judged;
    }
    return source == Source::Table ? judgedByColumns(state, stages)
                                   : judgedByModels(state, stages, progress, beforeWork);
}

} // namespace tangent::confusion
