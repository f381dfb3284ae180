// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace tangent::tests {

/// The comma-separated cells of a file in the repository, without lines that start with '#'.
inline std::vector<std::vector<std::string>> csvCells(const std::string& path)
{
    std::ifstream file(std::string(TANGENT_SOURCE_DIR) + "/" + path);
    if (!file)
        throw std::runtime_error("cannot read " + path);
    std::vector<std::vector<std::string>> lines;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#')
            continue;
        std::vector<std::string> cells;
        std::istringstream stream(line);
        for (std::string cell; std::getline(stream, cell, ',');)
            cells.push_back(cell);
        if (line.back() == ',')
            cells.emplace_back();
        lines.push_back(std::move(cells));
    }
    return lines;
}

/// Numeric columns of a built-in data set and one of labels; rows with a missing value are left out.
struct Dataset {
    Eigen::MatrixXd x;      ///< rows x features
    Eigen::VectorXi labels; ///< numbers of the label's values in sorted order
    int classes = 0;
};

/// `features` empty: every column but the last. `label` empty: the last column.
inline Dataset readDataset(
    const std::string& name, std::vector<std::string> features = {}, std::string label = {})
{
    const auto cells = csvCells("resources/datasets/" + name + ".csv");
    const auto& header = cells.front();
    if (features.empty())
        features.assign(header.begin(), header.end() - 1);
    if (label.empty())
        label = header.back();
    const auto columnOf = [&](const std::string& column) {
        const auto found = std::find(header.begin(), header.end(), column);
        if (found == header.end())
            throw std::runtime_error("no column " + column);
        return static_cast<std::size_t>(found - header.begin());
    };
    std::vector<std::vector<double>> rows;
    std::vector<std::string> names;
    for (std::size_t i = 1; i < cells.size(); ++i) {
        std::vector<double> row;
        for (const std::string& feature : features) {
            const std::string& cell = cells[i].at(columnOf(feature));
            if (!cell.empty())
                row.push_back(std::stod(cell));
        }
        if (row.size() < features.size())
            continue;
        rows.push_back(std::move(row));
        names.push_back(cells[i].at(columnOf(label)));
    }
    const std::set<std::string> values(names.begin(), names.end());
    Dataset data;
    data.classes = static_cast<int>(values.size());
    data.x.resize(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(features.size()));
    data.labels.resize(data.x.rows());
    for (Eigen::Index i = 0; i < data.x.rows(); ++i) {
        const auto row = static_cast<std::size_t>(i);
        for (Eigen::Index j = 0; j < data.x.cols(); ++j)
            data.x(i, j) = rows[row][static_cast<std::size_t>(j)];
        data.labels(i) = static_cast<int>(std::distance(values.begin(), values.find(names[row])));
    }
    return data;
}

} // namespace tangent::tests
