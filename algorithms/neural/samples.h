// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

#include <vector>

namespace tangent::neural {

/// Rows as the network reads them: blocks of 16 rows, in each of them one input after the other. The last
/// block is filled up with rows of zeros that do not count.
class TANGENT_API Samples {
public:
    Samples() = default;
    /// `inputs` is n × d, `targets` n long: 0 or 1 in classification. Throws std::invalid_argument when the
    /// two differ in length or a number is not finite.
    Samples(
        const Eigen::Ref<const Eigen::MatrixXd>& inputs, const Eigen::Ref<const Eigen::VectorXd>& targets);

    int count() const { return count_; }
    int inputs() const { return inputs_; }
    int blocks() const;

    const double* inputsOf(int block) const { return x_.data() + valuesBefore(block); }
    const double* targetsOf(int block) const;
    /// 1 for a row that counts, 0 for one that fills up the block.
    const double* countedOf(int block) const;

    /// Takes `count` rows of another set, by number.
    void take(const Samples& from, const int* rows, int count);

private:
    size_t valuesBefore(int block) const;
    void prepare(int count, int inputs);

    int count_ = 0;
    int inputs_ = 0;
    std::vector<double> x_;
    std::vector<double> y_;
    std::vector<double> counted_;
};

} // namespace tangent::neural
