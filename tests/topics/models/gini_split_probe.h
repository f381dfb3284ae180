// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/lab_probe.h"

#include <functional>
#include <map>
#include <set>

namespace tangent::tests::gini {

inline Probe at(const QString& query)
{
    return probe(QStringLiteral("gini-split?") + query);
}

using Counts = std::map<QString, double>;

inline double total(const Counts& counts)
{
    double sum = 0;
    for (const auto& [name, count] : counts)
        sum += count;
    return sum;
}

inline double impurityOf(const Counts& counts, const QString& criterion)
{
    const double rows = total(counts);
    double squares = 0, bits = 0, largest = 0;
    for (const auto& [name, count] : counts) {
        const double share = count / rows;
        squares += share * share;
        bits -= share > 0 ? share * std::log2(share) : 0;
        largest = std::max(largest, share);
    }
    return criterion == "entropy" ? bits : criterion == "error" ? 1 - largest : 1 - squares;
}

/// One column and the label of the rows that have a value everywhere, straight from the table.
struct Sheet {
    QStringList features;
    std::vector<std::vector<double>> values; ///< by feature
    std::vector<QString> labels;
};

inline Sheet sheetOf(const Probe& found, const std::function<bool(const std::vector<double>&)>& keep = {})
{
    const Table& table = *found.state.table;
    Sheet sheet;
    sheet.features = found.state.columns("features");
    sheet.values.resize(size_t(sheet.features.size()));
    const Column& label = *table.find(found.state.column("label"));
    for (int row = 0; row < table.rowCount(); ++row) {
        std::vector<double> line;
        bool complete = !label.isMissing(row);
        for (const QString& feature : std::as_const(sheet.features)) {
            complete = complete && !table.find(feature)->isMissing(row);
            line.push_back(table.find(feature)->numbers[size_t(row)]);
        }
        if (!complete || (keep && !keep(line)))
            continue;
        for (size_t f = 0; f < line.size(); ++f)
            sheet.values[f].push_back(line[f]);
        sheet.labels.push_back(label.text(row));
    }
    return sheet;
}

inline std::vector<double> midpoints(const std::vector<double>& values)
{
    const std::set<double> distinct(values.begin(), values.end());
    std::vector<double> middles;
    for (auto next = distinct.begin(); next != distinct.end() && std::next(next) != distinct.end(); ++next)
        middles.push_back((*next + *std::next(next)) / 2);
    return middles;
}

inline double weightedAt(const Sheet& sheet, size_t feature, double threshold, const QString& criterion)
{
    Counts left, right;
    for (size_t row = 0; row < sheet.labels.size(); ++row)
        ++(sheet.values[feature][row] <= threshold ? left : right)[sheet.labels[row]];
    const double rows = total(left) + total(right);
    double sum = 0;
    for (const Counts& side : {left, right})
        sum += total(side) > 0 ? total(side) / rows * impurityOf(side, criterion) : 0;
    return sum;
}

struct Cut {
    size_t feature = 0;
    double threshold = 0;
    double weighted = 2;
};

/// Every cut of every feature tried; a later one must be clearly better.
inline Cut bestByForce(const Sheet& sheet, const QString& criterion)
{
    Cut best;
    best.weighted = 100;
    for (size_t feature = 0; feature < sheet.values.size(); ++feature) {
        for (const double threshold : midpoints(sheet.values[feature])) {
            const double weighted = weightedAt(sheet, feature, threshold, criterion);
            if (weighted < best.weighted - 1e-12)
                best = {feature, threshold, weighted};
        }
    }
    return best;
}

inline const Diagram& treeOf(const Probe& found)
{
    return std::get<Diagram>(found.scene.figure(QStringLiteral("tree"))->content);
}

inline const Diagram::Node* nodeSaying(const Probe& found, const QString& words)
{
    for (const Diagram::Node& node : treeOf(found).nodes) {
        if (node.lines.contains(words))
            return &node;
    }
    return nullptr;
}

/// The state after a click.
inline Probe clicked(const Probe& before, const Target& target)
{
    Request request(before.state.state);
    request.values[target.key] = target.value;
    const Lab& lab = *findLab(QStringLiteral("gini-split"));
    Probe after;
    after.state = settle(lab, request, DataCatalogue::shared());
    Stages stages;
    after.scene = computeScene(lab, after.state, stages);
    return after;
}

inline const QString inLeftNode = QStringLiteral("splits=root,flipper-length,206.5&node=L");

} // namespace tangent::tests::gini
