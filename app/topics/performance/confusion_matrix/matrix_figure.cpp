// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/confusion_matrix/declarations.h"
#include "app/topics/performance/confusion_matrix/shown.h"
#include "app/topics/performance/confusion_matrix/words.h"
#include "widgets/scene/figure_parts.h"

#include <algorithm>
#include <cmath>

namespace tangent::confusion {

namespace {

using evaluate::Normalise;

/// Few mistakes stand beside many right answers: the root keeps their colour from fading to nothing.
double tint(double count)
{
    return std::sqrt(count);
}

QStringList shortNames(const QStringList& classes)
{
    QStringList names;
    for (const QString& name : classes)
        names << shortName(name);
    return names;
}

Matrix frameOf(const QStringList& rows, const QStringList& columns)
{
    Matrix matrix;
    matrix.rowTitle = tr("true class");
    matrix.columnTitle = tr("predicted class");
    matrix.rowNames = rows;
    matrix.columnNames = columns;
    matrix.diagonalIsGood = true;
    return matrix;
}

Target pointingAt(const Shown& shown, const CellAt& cell)
{
    Target target;
    target.key = QStringLiteral("cell");
    target.value = cellToken(shown.className(cell.actual), shown.className(cell.predicted));
    return target;
}

Matrix::Item itemOf(const Shown& shown, const Judgement& judgement, const CellAt& cell, double value)
{
    Matrix::Item item;
    const bool isShare = shown.normalise != Normalise::Counts;
    const double count = double(judgement.counts(cell.actual, cell.predicted));
    constexpr int fewClasses = 5;
    item.undefined = std::isnan(value);
    item.value = item.undefined ? 0 : isShare ? value : tint(count);
    item.text = item.undefined ? QStringLiteral("–")
        : isShare              ? shownNumber(value, shown.judged.classCount() <= fewClasses ? 3 : 2)
                               : shownNumber(count);
    item.rowIds = judgement.rowsOf(cell.actual, cell.predicted);
    item.pinned = shown.pinned == cell;
    if (shown.source == Source::Counts) {
        item.target.key = QStringLiteral("counts");
        item.target.row = cell.actual;
        item.target.column = cell.predicted;
    } else {
        item.target = pointingAt(shown, cell);
        item.hover = item.target;
    }
    return item;
}

QString hintOf(const Shown& shown)
{
    if (shown.normalise == Normalise::ByRow)
        return tr("each row adds up to 1");
    if (shown.normalise == Normalise::ByColumn)
        return tr("each column adds up to 1");
    return shown.source == Source::Counts ? tr("drag or type a number")
                                          : tr("point at a cell, click to pin it");
}

Figure matrixOf(const Shown& shown, size_t index)
{
    const int classes = shown.judged.classCount();
    Matrix matrix = frameOf(shortNames(shown.judged.classes), shortNames(shown.judged.classes));
    Figure figure;
    figure.key = index == 0 ? QStringLiteral("matrix") : QStringLiteral("matrix-b");
    figure.minimumHeight = shown.hasTwo() ? 96 : 150;
    if (shown.isAwaited()) {
        matrix.items.resize(size_t(classes) * size_t(classes));
        for (Matrix::Item& item : matrix.items)
            item.undefined = true;
        figure.title = tr("Being fitted");
        figure.content = std::move(matrix);
        return figure;
    }
    const Judgement& judgement = *shown.judged.judgements[index];
    const Eigen::MatrixXd values = evaluate::normalised(judgement.counts, shown.normalise);
    const auto glowing = largestWrongCell(judgement.counts);
    matrix.high =
        shown.normalise == Normalise::Counts ? std::max(1.0, tint(double(judgement.counts.maxCoeff()))) : 1;
    for (int a = 0; a < classes; ++a) {
        for (int p = 0; p < classes; ++p) {
            const CellAt cell{a, p};
            matrix.items.push_back(itemOf(shown, judgement, cell, values(a, p)));
            matrix.items.back().glowing = glowing == cell;
        }
    }
    const QString letter = !shown.hasTwo() ? QString() : index == 0 ? tr("A: ") : tr("B: ");
    QString name = shortName(judgement.name);
    if (!shown.hasTwo())
        name[0] = name[0].toUpper();
    figure.title = letter + name;
    figure.hint =
        shown.hasTwo() ? tr("accuracy %1").arg(shownShare(shown.scores[index].accuracy)) : hintOf(shown);
    figure.content = std::move(matrix);
    return figure;
}

} // namespace

std::optional<CellAt> largestWrongCell(const evaluate::CountMatrix& counts)
{
    std::optional<CellAt> found;
    std::int64_t most = 0;
    for (int a = 0; a < counts.rows(); ++a) {
        for (int p = 0; p < counts.cols(); ++p) {
            if (a != p && counts(a, p) > most) {
                most = counts(a, p);
                found = CellAt{a, p};
            }
        }
    }
    return found;
}

std::vector<Figure> matrixFigures(const Shown& shown)
{
    std::vector<Figure> figures{matrixOf(shown, 0)};
    if (shown.hasTwo())
        figures.push_back(matrixOf(shown, 1));
    return figures;
}

Figure sumsFigure(const Shown& shown)
{
    const evaluate::ClassScores& sums = shown.positiveScores();
    const QString positive = shortName(shown.positiveName());
    const bool twoClasses = shown.judged.classCount() == 2;
    const QString other =
        twoClasses ? shortName(shown.className(1 - shown.judged.positive)) : tr("not %1").arg(positive);
    Matrix matrix = frameOf({positive, other}, {positive, other});
    const auto add = [&](const QString& sign, std::int64_t count) {
        Matrix::Item item;
        item.value = tint(double(count));
        item.text = QStringLiteral("%1 %2").arg(sign, shownCount(count));
        matrix.items.push_back(item);
        matrix.high = std::max(matrix.high, item.value);
    };
    add(tr("TP"), sums.truePositives);
    add(tr("FN"), sums.falseNegatives);
    add(tr("FP"), sums.falsePositives);
    add(tr("TN"), sums.trueNegatives);
    Figure figure = figureOf("sums",
        twoClasses ? tr("%1 is positive").arg(positive) : tr("%1 against the rest").arg(positive), {},
        Figure::Place::Strip, std::move(matrix), 96);
    figure.weight = 0.8;
    return figure;
}

} // namespace tangent::confusion
