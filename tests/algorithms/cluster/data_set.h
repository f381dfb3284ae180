// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <QFile>
#include <QStringList>

#include <cmath>
#include <vector>

namespace tangent::tests {

/// Columns of one of the built-in tables. Rows with a missing or non-numeric value in them are left out.
/// Empty when the file is missing.
struct DataSet {
    Eigen::MatrixXd values;
    std::vector<QStringList> rows; // all cells of the rows that stay
};

inline DataSet readDataSet(const QString& name, const QStringList& columns)
{
    QFile file(QStringLiteral(TANGENT_SOURCE_DIR "/resources/datasets/") + name + QStringLiteral(".csv"));
    DataSet set;
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return set;
    const QStringList header = QString::fromUtf8(file.readLine()).trimmed().split(u',');
    std::vector<std::vector<double>> rows;
    while (!file.atEnd()) {
        const QStringList cells = QString::fromUtf8(file.readLine()).trimmed().split(u',');
        std::vector<double> row;
        for (const QString& column : columns) {
            bool numeric = false;
            const double value = cells.value(header.indexOf(column)).toDouble(&numeric);
            if (numeric)
                row.push_back(value);
        }
        if (std::ssize(row) == columns.size()) {
            rows.push_back(row);
            set.rows.push_back(cells);
        }
    }
    set.values.resize(std::ssize(rows), columns.size());
    for (Eigen::Index i = 0; i < set.values.rows(); ++i)
        for (Eigen::Index j = 0; j < set.values.cols(); ++j)
            set.values(i, j) = rows[i][j];
    return set;
}

/// Every column less its mean, divided by its standard deviation (with n).
inline Eigen::MatrixXd standardised(const Eigen::MatrixXd& values)
{
    Eigen::MatrixXd z = values.rowwise() - values.colwise().mean();
    for (Eigen::Index column = 0; column < z.cols(); ++column)
        z.col(column) /= std::sqrt(z.col(column).squaredNorm() / static_cast<double>(z.rows()));
    return z;
}

} // namespace tangent::tests
