// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/numeric_matrix.h"
#include "tests/support/lab_probe.h"

#include <algorithm>
#include <cmath>

namespace tangent::tests::kmeans {

inline Probe of(const QString& query)
{
    return probe(QStringLiteral("k-means?") + query);
}

inline const Handle* handleOf(const Scene& scene, const QString& id)
{
    const auto found = std::find_if(
        scene.handles.begin(), scene.handles.end(), [&](const Handle& handle) { return handle.id == id; });
    return found == scene.handles.end() ? nullptr : &*found;
}

inline std::vector<double> columnOf(const Scene& scene, const char* table, int column)
{
    std::vector<double> numbers;
    if (const DataTable* found = scene.table(QLatin1String(table))) {
        for (const auto& row : found->rows)
            numbers.push_back(cellNumber(row[size_t(column)]));
    }
    return numbers;
}

inline std::vector<double> clustersOf(const Scene& scene)
{
    return columnOf(scene, "clusters", 1);
}

inline QList<int> sizesOf(const Scene& scene, int k)
{
    QList<int> sizes(k, 0);
    for (const double cluster : clustersOf(scene))
        ++sizes[int(cluster) - 1];
    std::sort(sizes.begin(), sizes.end());
    return sizes;
}

/// The state's rows and centres measured again, without the lab's own helpers.
inline double inertiaByHand(const Probe& found)
{
    const NumericMatrix rows = numericMatrix(*found.state.table, found.state.columns("features"));
    const std::vector<double> clusters = clustersOf(found.scene);
    double sum = 0;
    for (size_t i = 0; i < clusters.size(); ++i) {
        for (Eigen::Index f = 0; f < rows.values.cols(); ++f) {
            const double centre = columnOf(found.scene, "centres", int(f) + 1)[size_t(clusters[i]) - 1];
            sum += std::pow(rows.values(Eigen::Index(i), f) - centre, 2);
        }
    }
    return sum;
}

/// What a hand does: the first touch writes onGrab, every move the cells of the targets.
inline Probe dragged(const Probe& from, const QString& id, QPointF to)
{
    const Handle* handle = handleOf(from.scene, id);
    if (!handle)
        return {};
    Request request(from.state.state);
    for (auto grabbed = handle->onGrab.constBegin(); grabbed != handle->onGrab.constEnd(); ++grabbed) {
        if (std::holds_alternative<std::monostate>(grabbed.value()))
            request.values.remove(grabbed.key());
        else
            request.values[grabbed.key()] = grabbed.value();
    }
    const auto write = [&](const Target& target, const Handle::Map& map, double axis) {
        if (target.key.isEmpty())
            return;
        Rows held = rows(request.values.value(target.key));
        held.at(size_t(target.row)).at(size_t(target.column)) = (axis - map.offset) / map.scale;
        request.values[target.key] = held;
    };
    write(handle->x, handle->mapX, to.x());
    write(handle->y, handle->mapY, to.y());
    Probe answer;
    const Lab* lab = findLab(QStringLiteral("k-means"));
    answer.state = settle(*lab, request, DataCatalogue::shared());
    Stages stages;
    answer.scene = computeScene(*lab, answer.state, stages);
    return answer;
}

} // namespace tangent::tests::kmeans
