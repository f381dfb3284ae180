// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/lab_probe.h"

#include <QUrl>

/// What the tests of the ROC lab share.
namespace tangent::tests {

inline Probe roc(const QString& query = {})
{
    return probe(QStringLiteral("roc-auc?") + query);
}

/// A link to a table that is read from text.
inline QString fileLink(const char* name, const char* csv, const QString& rest)
{
    QString complaint;
    const TablePointer table = DataCatalogue::shared().addFile(QLatin1String(name), csv, &complaint);
    return QStringLiteral("source=table&data=%1&%2")
        .arg(table ? QString::fromLatin1(QUrl::toPercentEncoding(table->name)) : complaint, rest);
}

inline const Plot& plotOf(const Probe& found, const char* key)
{
    return std::get<Plot>(found.scene.figure(QLatin1String(key))->content);
}

template <class Layer>
std::vector<Layer> layersOf(const Plot& plot)
{
    std::vector<Layer> all;
    for (const auto& layer : plot.layers) {
        if (const Layer* one = std::get_if<Layer>(&layer))
            all.push_back(*one);
    }
    return all;
}

/// Scores with the class of each row.
struct Scored {
    std::vector<double> scores;
    std::vector<bool> positive;
};

/// A column of breast cancer against its diagnosis, read here and not by the lab.
inline Scored breastCancer(const QString& column)
{
    const TablePointer table = DataCatalogue::shared().load(QStringLiteral("breast-cancer"));
    Scored rows;
    rows.scores = table->find(column)->numbers;
    for (int row = 0; row < table->rowCount(); ++row)
        rows.positive.push_back(
            table->find(QStringLiteral("diagnosis"))->text(row) == QLatin1String("malignant"));
    return rows;
}

} // namespace tangent::tests
