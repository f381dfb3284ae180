// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/neural/samples.h"

#include "algorithms/neural/lanes.h"

#include <algorithm>
#include <stdexcept>

namespace tangent::neural {

Samples::Samples(
    const Eigen::Ref<const Eigen::MatrixXd>& inputs, const Eigen::Ref<const Eigen::VectorXd>& targets)
{
    if (inputs.rows() != targets.size())
        throw std::invalid_argument("Samples: there must be one target for each row of inputs");
    if (!inputs.allFinite() || !targets.allFinite())
        throw std::invalid_argument("Samples: every number must be finite");
    prepare(int(inputs.rows()), int(inputs.cols()));
    for (int row = 0; row < count_; ++row) {
        double* values = x_.data() + valuesBefore(row / blockRows) + row % blockRows;
        for (int i = 0; i < inputs_; ++i)
            values[i * blockRows] = inputs(row, i);
        y_[size_t(row)] = targets(row);
    }
}

int Samples::blocks() const
{
    return (count_ + blockRows - 1) / blockRows;
}

size_t Samples::valuesBefore(int block) const
{
    return size_t(block) * size_t(inputs_) * blockRows;
}

const double* Samples::targetsOf(int block) const
{
    return y_.data() + size_t(block) * blockRows;
}

const double* Samples::countedOf(int block) const
{
    return counted_.data() + size_t(block) * blockRows;
}

void Samples::prepare(int count, int inputs)
{
    count_ = count;
    inputs_ = inputs;
    const size_t rows = size_t(blocks()) * blockRows;
    x_.assign(rows * size_t(inputs), 0);
    y_.assign(rows, 0);
    counted_.assign(rows, 0);
    std::fill_n(counted_.begin(), count, 1.0);
}

void Samples::take(const Samples& from, const int* rows, int count)
{
    prepare(count, from.inputs_);
    for (int row = 0; row < count; ++row) {
        const int source = rows[row];
        double* values = x_.data() + valuesBefore(row / blockRows) + row % blockRows;
        const double* given = from.inputsOf(source / blockRows) + source % blockRows;
        for (int i = 0; i < inputs_; ++i)
            values[i * blockRows] = given[i * blockRows];
        y_[size_t(row)] = from.y_[size_t(source)];
    }
}

} // namespace tangent::neural
