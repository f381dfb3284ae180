// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/confusion_matrix/shown.h"

#include "app/lab/data_words.h"
#include "app/topics/performance/confusion_matrix/declarations.h"
#include "app/topics/performance/confusion_matrix/words.h"
#include "widgets/scene/figure_parts.h"

#include <cmath>

namespace tangent::confusion {

namespace {

evaluate::Normalise normaliseOf(const QString& token)
{
    using evaluate::Normalise;
    return token == QLatin1String("by-row")   ? Normalise::ByRow
        : token == QLatin1String("by-column") ? Normalise::ByColumn
                                              : Normalise::Counts;
}

/// The cell that the state names, where both its classes occur.
std::optional<CellAt> cellOf(const QString& token, const QStringList& classes)
{
    if (token.isEmpty())
        return std::nullopt;
    for (int a = 0; a < classes.size(); ++a) {
        for (int p = 0; p < classes.size(); ++p) {
            if (cellToken(classes[a], classes[p]) == token)
                return CellAt{a, p};
        }
    }
    return std::nullopt;
}

DataTable matrixTable(const Shown& shown, size_t index, const QString& key)
{
    DataTable table{key, QStringList(QStringLiteral("actual")) + shown.judged.classes, {}};
    const Eigen::MatrixXd values =
        evaluate::normalised(shown.judged.judgements[index]->counts, shown.normalise);
    for (Eigen::Index a = 0; a < values.rows(); ++a) {
        Row row{shown.className(int(a))};
        for (const double value : values.row(a))
            row.emplace_back(value);
        table.rows.push_back(std::move(row));
    }
    return table;
}

const QStringList& classColumnNames()
{
    static const QStringList names{QStringLiteral("class"), QStringLiteral("rows"),
        QStringLiteral("precision"), QStringLiteral("recall"), QStringLiteral("specificity"),
        QStringLiteral("f1")};
    return names;
}

DataTable classesTable(const Shown& shown)
{
    const auto cell = [](const std::optional<double>& share) { return Cell(share.value_or(std::nan(""))); };
    DataTable table{QStringLiteral("classes"), classColumnNames(), {}};
    for (int code = 0; code < shown.judged.classCount(); ++code) {
        const evaluate::ClassScores& one = shown.scores.front().classes[size_t(code)];
        table.rows.push_back({shown.className(code), double(one.truePositives + one.falseNegatives),
            cell(one.precision), cell(one.recall), cell(one.specificity), cell(one.f1)});
    }
    return table;
}

} // namespace

QString Shown::cellName(const CellAt& cell) const
{
    const QString actual = shortName(className(cell.actual));
    const QString predicted = shortName(className(cell.predicted));
    return cell.isRight() ? tr("%1 called %1, rightly").arg(actual)
                          : tr("%1 called %2").arg(actual, predicted);
}

Shown shownOf(const Settled& state, Judged judged)
{
    Shown shown{state, sourceOf(state), std::move(judged)};
    shown.normalise = normaliseOf(state.choice("normalise"));
    shown.pinned = cellOf(state.choice("cell"), shown.judged.classes);
    for (const auto& judgement : shown.judged.judgements)
        shown.scores.push_back(evaluate::confusionScores(judgement->counts));
    return shown;
}

std::vector<DataTable> tables(const Shown& shown)
{
    std::vector<DataTable> all{matrixTable(shown, 0, QStringLiteral("matrix"))};
    if (shown.hasTwo())
        all.push_back(matrixTable(shown, 1, QStringLiteral("matrix-b")));
    all.push_back(classesTable(shown));
    return all;
}

std::vector<DataTable> emptyTables()
{
    return {{QStringLiteral("matrix"), {QStringLiteral("actual")}, {}},
        {QStringLiteral("classes"), classColumnNames(), {}}};
}

std::vector<Diagnostic> diagnostics(const Shown& shown)
{
    std::vector<Diagnostic> all;
    const auto add = [&](Diagnostic::Severity severity, const char* key, const QString& sentence,
                         const QString& cure) {
        all.push_back(diagnosticOf(severity, QLatin1String(key), sentence, cure));
    };
    using enum Diagnostic::Severity;
    if (shown.judged.positiveIsMissing)
        add(Note, "positive",
            tr("No row used has the positive class that was asked for: %1 stands in for it.")
                .arg(shown.positiveName()),
            tr("Choose another class."));
    if (!shown.state.choice("cell").isEmpty() && !shown.pinned)
        add(Note, "cell", tr("No row used has the classes of that cell."), tr("Click another cell."));
    if (shown.judged.columnWasGuessed)
        add(Note, "predicted", tr("No column of predictions was named: %1 is taken.").arg(shown.first().name),
            tr("Choose the columns of true and of predicted classes."));
    if (shown.state.isDecided("threshold") && !shown.hasThreshold())
        add(Note, "threshold",
            usesModel(shown.source) ? tr(
                "With more than two classes a row is called what is likeliest: the threshold does not enter.")
                                    : tr("There are no probabilities here: the threshold does not enter."),
            {});
    for (const auto& judgement : shown.judged.judgements) {
        if (judgement->notConverged > 0)
            add(Warning, "model",
                tr("Logistic regression did not converge in %1 of its folds.").arg(judgement->notConverged),
                tr("Standardise the columns."));
    }
    return all;
}

QString dataLine(const Shown& shown)
{
    if (!shown.judged.rows)
        return tr("%1, typed by hand").arg(rowsText(shown.scores.front().rows));
    const auto& rows = *shown.judged.rows;
    return dataWords(*shown.state.table, qint64(rows.rowIds.size()), rows.leftOut);
}

} // namespace tangent::confusion
