// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/topics/performance/confusion_matrix/judged.h"
#include "widgets/scene/scene.h"

namespace tangent::confusion {

struct CellAt {
    int actual = 0;
    int predicted = 0;

    bool isRight() const { return actual == predicted; }
    bool operator==(const CellAt&) const = default;
};

/// Everything a scene shows, computed once.
struct Shown {
    const Settled& state;
    Source source;
    Judged judged;
    evaluate::Normalise normalise = evaluate::Normalise::Counts;
    std::vector<evaluate::ConfusionScores> scores = {}; ///< of each judgement
    std::optional<CellAt> pinned = {};                  ///< the cell that is pointed at or pinned

    bool isAwaited() const { return judged.judgements.empty(); }
    bool hasTwo() const { return judged.judgements.size() > 1; }
    /// A table of so many classes stands upright beside the matrix.
    bool hasManyClasses() const { return judged.classCount() > 5; }
    /// Two matrices stay beside each other in a small window when what is below them takes little.
    int rowsHeight() const { return hasTwo() ? 88 : 130; }
    bool hasThreshold() const { return !isAwaited() && first().positiveShare.size() > 0; }
    double threshold() const { return state.isDecided("threshold") ? state.real("threshold") : 0.5; }
    const Judgement& first() const { return *judged.judgements.front(); }
    const QString& className(int code) const { return judged.classes[code]; }
    const QString& positiveName() const { return className(judged.positive); }
    const evaluate::ClassScores& positiveScores() const
    {
        return scores.front().classes[size_t(judged.positive)];
    }
    /// "Chinstrap called Adelie"
    QString cellName(const CellAt& cell) const;
};

/// Works out a state whose matrices are there.
Shown shownOf(const Settled& state, Judged judged);

/// The cell outside the diagonal with the most rows, the first on ties; none when all is right.
std::optional<CellAt> largestWrongCell(const evaluate::CountMatrix& counts);

/// One matrix, or the two of two models. Cells without a judgement are awaited.
std::vector<Figure> matrixFigures(const Shown& shown);
/// The rows in the plane of two columns, those of the cell marked; nothing where there are no two columns.
std::optional<Figure> rowsFigure(const Shown& shown, Stages& stages);
/// The pictures of the cell; nothing where the rows are no pictures.
std::optional<Figure> imagesFigure(const Shown& shown);
/// Every class with its precision, recall, specificity and F1, and their means.
Figure classesFigure(const Shown& shown);
/// The positive class against all others: the four sums.
Figure sumsFigure(const Shown& shown);
/// Two classes: how sure the model is of the positive class, row by row, and the threshold.
Figure certaintyFigure(const Shown& shown);

std::vector<Handle> handles(const Shown& shown);
std::vector<Readout> readouts(const Shown& shown);
/// Every readout without a value, and why.
std::vector<Readout> emptyReadouts(const QString& reason);
QString narration(const Shown& shown);
std::vector<Diagnostic> diagnostics(const Shown& shown);
std::vector<DataTable> tables(const Shown& shown);
/// The tables without a row.
std::vector<DataTable> emptyTables();
QString dataLine(const Shown& shown);

} // namespace tangent::confusion
