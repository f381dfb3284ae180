// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/lab_probe.h"

#include <algorithm>

/// The TF-IDF lab's answers, taken apart.
namespace tangent::tests {

inline const QString fourTexts =
    QStringLiteral("the%20cat%20sat%20on%20the%20mat;the%20dog%20sat%20on%20the%20log;"
                   "cats%20and%20dogs%20are%20friends;the%20mat%20is%20on%20the%20floor");
inline const QString rainy = QStringLiteral(
    "one%20rainy%20evening%20a%20wet%20grey%20cat%20came%20home%20late%20from%20the%20river%2C%20ate%20a%20"
    "little%20fish%2C%20looked%20round%20every%20corner%20of%20our%20quiet%20old%20house%20and%20slept%20"
    "until%20morning%20beside%20a%20warm%20stove");
inline const QString exam = QStringLiteral("documents=I%20love%20certification%20exams");

inline Probe tfIdf(const QString& query = {})
{
    return probe(QStringLiteral("tf-idf?") + query);
}

inline const WordsFigure& documentsOf(const Probe& shown)
{
    return std::get<WordsFigure>(shown.scene.figure(QStringLiteral("documents"))->content);
}

inline const Matrix& matrixOf(const Probe& shown)
{
    return std::get<Matrix>(shown.scene.figure(QStringLiteral("matrix"))->content);
}

/// The cell of a term in the row of that name.
inline Matrix::Item cell(const Probe& shown, const QString& row, const QString& term)
{
    const Matrix& matrix = matrixOf(shown);
    const auto at =
        matrix.rowNames.indexOf(row) * matrix.columnNames.size() + matrix.columnNames.indexOf(term);
    return matrix.items.at(size_t(at));
}

inline const WordsFigure::Run& runOf(const Probe& shown, int paragraph, const QString& word)
{
    const auto& runs = documentsOf(shown).paragraphs.at(size_t(paragraph)).runs;
    return *std::find_if(
        runs.begin(), runs.end(), [&](const WordsFigure::Run& run) { return run.text == word; });
}

inline double scoreOf(const Probe& shown, int document)
{
    for (const auto& row : shown.scene.table(QStringLiteral("ranking"))->rows) {
        if (cellNumber(row[0]) == document)
            return cellNumber(row[1]);
    }
    return std::nan("");
}

inline double weightOf(const Probe& shown, int document, const QString& term)
{
    for (const auto& row : shown.scene.table(QStringLiteral("weights"))->rows) {
        if (cellNumber(row[0]) == document && cellText(row[1]) == term)
            return cellNumber(row[5]);
    }
    return 0;
}

/// The state after a word was put down.
inline Probe afterDrop(const Probe& before, const Drop& drop)
{
    Request request(before.state.state);
    for (auto value = drop.values.begin(); value != drop.values.end(); ++value)
        request.values[value.key()] = value.value();
    for (const CellWrite& write : drop.cells) {
        Rows held = rows(before.state.values.value(write.key));
        held[size_t(write.row)][size_t(write.column)] = write.value;
        request.values[write.key] = held;
    }
    Probe after;
    after.state = settle(*findLab(QStringLiteral("tf-idf")), request, DataCatalogue::shared());
    Stages stages;
    after.scene = computeScene(*findLab(QStringLiteral("tf-idf")), after.state, stages);
    return after;
}

inline Drop dropOnto(const WordsFigure::Run& run, const QString& place)
{
    return *std::find_if(
        run.drops.begin(), run.drops.end(), [&](const Drop& one) { return one.onto == place; });
}

} // namespace tangent::tests
