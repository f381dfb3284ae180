// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/lab_probe.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace tangent::tests {

inline const QString four = QStringLiteral("pca?features=bill-length,bill-depth,flipper-length,body-mass");

/// A user's table, settled and computed with its own catalogue.
inline Probe probeFile(const QByteArray& csv, const QString& query = {})
{
    DataCatalogue catalogue;
    const TablePointer table = catalogue.addFile(QStringLiteral("own.csv"), csv);
    Request request;
    request.topic = QStringLiteral("pca");
    readQuery(query, &request);
    request.values[QStringLiteral("data")] = table ? table->name : QString();
    Probe answer;
    answer.state = settle(*findLab(request.topic), request, catalogue);
    Stages stages;
    answer.scene = computeScene(*findLab(request.topic), answer.state, stages);
    return answer;
}

inline const Handle* handleOf(const Probe& probe, const char* id)
{
    const auto found = std::find_if(probe.scene.handles.begin(), probe.scene.handles.end(),
        [&](const Handle& handle) { return handle.id == QLatin1String(id); });
    return found == probe.scene.handles.end() ? nullptr : &*found;
}

template <class LayerType>
const LayerType* layerOf(const Probe& probe, const char* figure)
{
    const Figure* found = probe.scene.figure(QLatin1String(figure));
    const Plot* plot = found ? std::get_if<Plot>(&found->content) : nullptr;
    if (!plot)
        return nullptr;
    for (const Layer& layer : plot->layers) {
        if (const LayerType* wanted = std::get_if<LayerType>(&layer))
            return wanted;
    }
    return nullptr;
}

/// The numbers of a table without its first column.
inline Eigen::MatrixXd numbersOf(const Probe& probe, const char* key)
{
    const DataTable* table = probe.scene.table(QLatin1String(key));
    if (!table || table->rows.empty())
        return {};
    Eigen::MatrixXd numbers(Eigen::Index(table->rows.size()), table->columns.size() - 1);
    for (Eigen::Index i = 0; i < numbers.rows(); ++i) {
        for (Eigen::Index j = 0; j < numbers.cols(); ++j)
            numbers(i, j) = cellNumber(table->rows[size_t(i)][size_t(j) + 1]);
    }
    return numbers;
}

inline double turnBetween(double one, double other)
{
    const double turn = std::abs(std::remainder(one - other, 180.0));
    return turn;
}

inline double explained(const Probe& probe, int component)
{
    return probe[QStringLiteral("explained-%1").arg(component).toLatin1().constData()];
}

} // namespace tangent::tests
