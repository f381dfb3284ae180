// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/lab_probe.h"

/// What the tests of the confusion matrix share.
namespace tangent::tests {

inline Probe confusion(const QString& query)
{
    return probe(QStringLiteral("confusion-matrix?") + query);
}

/// The numbers of a matrix figure, row by row as written.
inline const Matrix& matrixOf(const Scene& scene, const char* key = "matrix")
{
    static const Matrix none;
    const Figure* figure = scene.figure(QLatin1String(key));
    const Matrix* matrix = figure ? std::get_if<Matrix>(&figure->content) : nullptr;
    return matrix ? *matrix : none;
}

inline QStringList textsOf(const Scene& scene, const char* key = "matrix")
{
    QStringList texts;
    for (const Matrix::Item& item : matrixOf(scene, key).items)
        texts << item.text;
    return texts;
}

inline const Matrix::Item& item(const Scene& scene, int row, int column)
{
    const Matrix& matrix = matrixOf(scene);
    return matrix.items[size_t(row * matrix.columnNames.size() + column)];
}

} // namespace tangent::tests
