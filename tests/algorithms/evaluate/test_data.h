// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/random/random.h"

#include <Eigen/Core>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

/// Data for the tests of algorithms/evaluate and algorithms/classify.
namespace tangent::tests {

inline QByteArray readFile(const QString& path)
{
    QFile file(QStringLiteral(TANGENT_SOURCE_DIR "/") + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}

/// Numeric columns and label codes, labels in sorted order.
struct LabelledTable {
    Eigen::MatrixXd x;
    Eigen::VectorXi y;
    QStringList columns;
    QStringList labels;

    Eigen::VectorXd column(const QString& name) const { return x.col(columns.indexOf(name)); }
};

/// A built-in table; rows with a missing value are left out. Of penguins, the four measurements.
inline LabelledTable builtIn(const QString& name)
{
    QStringList lines =
        QString::fromUtf8(readFile("resources/datasets/" + name + ".csv")).split('\n', Qt::SkipEmptyParts);
    LabelledTable table;
    const QStringList header = lines.takeFirst().trimmed().split(',');
    QString label = header.back();
    table.columns = header.mid(0, header.size() - 1);
    if (name == "penguins") {
        label = "species";
        table.columns = QStringList{"bill-length", "bill-depth", "flipper-length", "body-mass"};
    }
    std::vector<int> wanted;
    for (const QString& column : table.columns)
        wanted.push_back(static_cast<int>(header.indexOf(column)));
    std::vector<QStringList> rows;
    for (const QString& line : lines) {
        const QStringList cells = line.trimmed().split(',');
        if (std::none_of(wanted.begin(), wanted.end(), [&](int i) { return cells[i].isEmpty(); }))
            rows.push_back(cells);
    }
    const auto labelIndex = header.indexOf(label);
    for (const QStringList& cells : rows)
        table.labels << cells[labelIndex];
    table.labels.removeDuplicates();
    table.labels.sort();
    table.x.resize(static_cast<Eigen::Index>(rows.size()), table.columns.size());
    table.y.resize(table.x.rows());
    for (Eigen::Index i = 0; i < table.x.rows(); ++i) {
        for (Eigen::Index j = 0; j < table.x.cols(); ++j)
            table.x(i, j) = rows[i][wanted[j]].toDouble();
        table.y(i) = static_cast<int>(table.labels.indexOf(rows[i][labelIndex]));
    }
    return table;
}

/// A part of a file of reference numbers.
inline QJsonValue reference(const QString& file, const QString& part)
{
    return QJsonDocument::fromJson(readFile("tests/reference/" + file)).object()[part];
}

inline Eigen::VectorXd toVector(const QJsonValue& value)
{
    const QJsonArray array = value.toArray();
    Eigen::VectorXd result(array.size());
    for (qsizetype i = 0; i < array.size(); ++i)
        result(i) = array[i].toDouble();
    return result;
}

inline Eigen::MatrixXd toMatrix(const QJsonValue& value)
{
    const QJsonArray rows = value.toArray();
    Eigen::MatrixXd result(rows.size(), rows.first().toArray().size());
    for (qsizetype i = 0; i < rows.size(); ++i)
        result.row(i) = toVector(rows[i]);
    return result;
}

/// The exact sum of twelve uniform numbers, less 6: mean 0, variance 1, the same doubles in any language.
inline double nextBellValue(Random& random)
{
    std::uint64_t sum = 0;
    for (int j = 0; j < 6; ++j) {
        const std::uint64_t bits = random.next();
        sum += (bits >> 32) + (bits & 0xFFFFFFFFULL);
    }
    return static_cast<double>(sum) * 0x1p-32 - 6;
}

/// n × columns of such values, row by row.
inline Eigen::MatrixXd bellValues(Eigen::Index rows, Eigen::Index columns, std::uint64_t seed)
{
    Random random(seed);
    Eigen::MatrixXd x(rows, columns);
    for (Eigen::Index i = 0; i < rows; ++i)
        for (Eigen::Index j = 0; j < columns; ++j)
            x(i, j) = nextBellValue(random);
    return x;
}

inline bool near(double actual, double expected, double tolerance)
{
    if (std::abs(actual - expected) <= tolerance)
        return true;
    qWarning("got %.17g, expected %.17g", actual, expected);
    return false;
}

} // namespace tangent::tests
