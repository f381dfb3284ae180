// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/held_out.h"

#include "app/lab/class_column.h"

#include <QCoreApplication>

namespace tangent {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("HeldOut", text);
}

} // namespace

std::shared_ptr<const LabelledRows> labelledRows(
    const Settled& state, Stages& stages, const std::optional<QStringList>& columns)
{
    const QStringList features = columns.value_or(state.columns("features"));
    const QString label = state.column("label");
    const auto make = [&] {
        LabelledRows rows;
        rows.matrix = numericMatrix(*state.table, features, {label});
        rows.labels = classesOfRows(*state.table, label, rows.matrix.rows);
        return rows;
    };
    const size_t bytes = size_t(state.table->rowCount()) * size_t(features.size() + 2) * sizeof(double);
    return stages.get<LabelledRows>(
        QStringLiteral("labelled-rows"), {features, label}, state.table, make, bytes);
}

std::vector<Choice> classifierChoices()
{
    return {{QStringLiteral("logistic"), tr("logistic regression")},
        {QStringLiteral("nearest-neighbours"), tr("nearest neighbours")},
        {QStringLiteral("tree"), tr("tree")}, {QStringLiteral("naive-bayes"), tr("naive Bayes")}};
}

classify::Model classifierOf(const QString& token)
{
    using classify::Model;
    return token == QLatin1String("nearest-neighbours") ? Model::NearestNeighbours
        : token == QLatin1String("tree")                ? Model::Tree
        : token == QLatin1String("naive-bayes")         ? Model::NaiveBayes
                                                        : Model::Logistic;
}

QString classifierName(const QString& token, int neighbours)
{
    switch (classifierOf(token)) {
    case classify::Model::NearestNeighbours:
        return neighbours == 1 ? tr("nearest neighbour") : tr("%1 nearest neighbours").arg(neighbours);
    case classify::Model::Tree:
        return tr("tree");
    case classify::Model::NaiveBayes:
        return tr("naive Bayes");
    case classify::Model::Logistic:
        break;
    }
    return tr("logistic regression");
}

std::shared_ptr<const classify::HeldOutScores> heldOutScores(const Settled& state, const LabelledRows& rows,
    const QString& token, Stages& stages, const Progress& progress, const std::function<void()>& beforeFit)
{
    const classify::Model model = classifierOf(token);
    const bool votes = model == classify::Model::NearestNeighbours;
    const auto make = [&] {
        if (beforeFit)
            beforeFit();
        classify::HeldOutOptions options;
        options.standardise = state.toggle("standardise");
        options.neighbours = state.integer("neighbours");
        options.seed = std::uint64_t(state.real("seed"));
        classify::HeldOutScores scores = classify::heldOutScores(rows.matrix.values, rows.codes(),
            rows.classCount(), model, options, [&] { return progress.cancelled(); });
        if (scores.cancelled)
            throw WorkStopped();
        return scores;
    };
    const Values& values = state.values;
    const size_t bytes = size_t(rows.matrix.values.rows()) * size_t(rows.classCount() + 1) * sizeof(double);
    return stages.get<classify::HeldOutScores>(QStringLiteral("held-out"),
        {token, state.columns("features"), state.column("label"), values[QStringLiteral("standardise")],
            votes ? values[QStringLiteral("neighbours")] : Value(),
            votes ? Value() : values[QStringLiteral("seed")]},
        state.table, make, bytes);
}

} // namespace tangent
