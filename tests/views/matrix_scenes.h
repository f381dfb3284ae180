// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/view_hands.h"
#include "widgets/scene/figure_parts.h"
#include "widgets/views/matrix_view.h"

/// Matrices that several tests show.
namespace tangent::tests {

/// Penguins, 5 nearest neighbours: hovering writes "hover", a click pins "cell".
inline Matrix penguins()
{
    Matrix made;
    made.rowTitle = "actual";
    made.columnTitle = "predicted";
    made.rowNames = made.columnNames = QStringList{"Adelie", "Chinstrap", "Gentoo"};
    made.high = 151;
    made.diagonalIsGood = true;
    const int counts[] = {141, 9, 1, 38, 28, 2, 3, 0, 120};
    for (int i = 0; i < 9; ++i) {
        Matrix::Item item;
        item.value = counts[i];
        item.text = QString::number(counts[i]);
        item.rowIds = {10 * i + 1, 10 * i + 2};
        item.hover.key = "hover";
        item.hover.value = QString::number(i);
        item.target.key = "cell";
        item.target.value = QString::number(i);
        made.items.push_back(item);
    }
    return made;
}

/// A thousand people, ten ill: numbers to drag and type.
inline Matrix byHand()
{
    Matrix made;
    made.rowTitle = "actual";
    made.columnTitle = "predicted";
    made.rowNames = made.columnNames = QStringList{"1", "2"};
    made.high = 1000;
    for (int i = 0; i < 4; ++i) {
        Matrix::Item item;
        item.value = i == 0 ? 990 : i == 2 ? 10 : 0;
        item.text = QString::number(item.value);
        item.target.key = "counts";
        item.target.row = i / 2;
        item.target.column = i % 2;
        made.items.push_back(item);
    }
    return made;
}

inline Figure matrixFigure(const Matrix& matrix)
{
    return figureOf("matrix", "Matrix", {}, Figure::Place::Main, matrix);
}

/// A matrix on the screen, with what hands on it ask for.
struct ShownMatrix {
    explicit ShownMatrix(const Matrix& matrix, QSize size = {460, 380})
        : log(&view)
    {
        view.resize(size);
        Parameter counts = Parameter::rowsOf("counts", "Counts", {}, {{"c", "c", false, 0, 1e6, true}});
        counts.square = true;
        view.setParameters({counts});
        view.followValues({{"counts", Rows{{990.0, 0.0}, {10.0, 0.0}}}});
        view.showFigure(matrixFigure(matrix), {});
    }

    QPointF middle(int item) const { return view.itemBox(item).center(); }

    MatrixView view;
    IntentLog log;
};

} // namespace tangent::tests
