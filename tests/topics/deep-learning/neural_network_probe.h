// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/lab_probe.h"

#include <algorithm>

namespace tangent::tests::network {

inline Probe of(const QString& query)
{
    return probe(QStringLiteral("neural-network?") + query);
}

inline const QString reference = QStringLiteral(
    "initial=reference&data=ring-500&hidden=8,8&activation=tanh&learning-rate=0.5&optimiser=plain"
    "&batch-size=0&validation-share=0");

inline const QString noisySpiral =
    QStringLiteral("data=spiral&data.noise=0.3&hidden=8,8,8&optimiser=adam&learning-rate=0.01"
                   "&validation-share=0.5&step=500");

inline std::vector<double> columnOf(const Scene& scene, const char* table, int column)
{
    std::vector<double> numbers;
    for (const auto& row : scene.table(QLatin1String(table))->rows)
        numbers.push_back(cellNumber(row[size_t(column)]));
    return numbers;
}

/// A weight as the tables tell it; input 0 is the bias.
inline double weightOf(const Scene& scene, int layer, int unit, int input)
{
    for (const auto& row : scene.table(QStringLiteral("weights"))->rows) {
        if (int(cellNumber(row[0])) == layer && int(cellNumber(row[1])) == unit
            && int(cellNumber(row[2])) == input)
            return cellNumber(row[3]);
    }
    return std::nan("");
}

template <class Content>
const Content& contentOf(const Scene& scene, const char* figure)
{
    return std::get<Content>(scene.figure(QLatin1String(figure))->content);
}

inline const Diagram::Edge* edgeOf(const Scene& scene, const QString& from, const QString& to)
{
    for (const Diagram::Edge& edge : contentOf<Diagram>(scene, "network").edges) {
        if (edge.from == from && edge.to == to)
            return &edge;
    }
    return nullptr;
}

inline const Diagram::Node* nodeOf(const Scene& scene, const QString& id)
{
    for (const Diagram::Node& node : contentOf<Diagram>(scene, "network").nodes) {
        if (node.id == id)
            return &node;
    }
    return nullptr;
}

inline Probe settled(const Request& request, Stages* stages)
{
    const Lab* lab = findLab(QStringLiteral("neural-network"));
    Probe answer;
    answer.state = settle(*lab, request, DataCatalogue::shared());
    answer.scene = computeScene(*lab, answer.state, *stages);
    return answer;
}

/// What a hand does to a mark: the first touch writes `also`, every move the cell of the target.
inline Request touched(const Probe& from, const Target& target, double value)
{
    Request request(from.state.state);
    for (auto also = target.also.constBegin(); also != target.also.constEnd(); ++also)
        request.values[also.key()] = *also;
    Rows held = rows(request.values.value(target.key));
    held.at(size_t(target.row)).at(size_t(target.column)) = value;
    request.values[target.key] = held;
    return request;
}

} // namespace tangent::tests::network
