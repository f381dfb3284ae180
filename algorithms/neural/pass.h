// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/neural/network.h"
#include "algorithms/neural/samples.h"
#include "algorithms/random/random.h"

#include <vector>

namespace tangent::neural {

/// Which hidden units are left out for which row, and by how much the others speak up for them: 0, or
/// 1 ÷ (1 − rate) (inverted dropout: Srivastava and others 2014, section 10).
struct TANGENT_API DropoutMask {
    std::vector<double> factors; ///< block by block, unit by unit, row by row
    static DropoutMask draw(const Architecture& shape, const Samples& samples, double rate, Random& random);
};

/// How a network does on some rows.
struct Score {
    double loss = 0; ///< mean over the rows: cross-entropy in nats, or squared error; 0 without rows
    int right = 0;   ///< rows on the right side of a chance of ½; meaningless in regression
};

/// Forward and backward passes through networks of one architecture; holds their working space.
class TANGENT_API Pass {
public:
    explicit Pass(const Architecture& shape);

    /// The forward pass alone, without dropout.
    Score score(const Eigen::VectorXd& parameters, const Samples& samples);

    /// Forward and backward: the mean loss, and its derivative by each parameter in `gradient`.
    /// With a mask both are those of the thinned networks. Backpropagation: Rumelhart, Hinton, Williams 1986.
    double gradient(const Eigen::VectorXd& parameters, const Samples& samples, const DropoutMask* mask,
        Eigen::VectorXd* gradient);

    /// What every unit answers to every row, without dropout: n × (hidden units + 1), layer by layer, the
    /// output last: a chance in classification.
    Eigen::MatrixXd answers(const Eigen::VectorXd& parameters, const Samples& samples);

private:
    void forward(const double* parameters, const double* inputs, const double* mask, bool withSlopes);
    void backward(const double* parameters, const double* inputs);
    double* valuesOf(int layer) { return values_.data() + before_[size_t(layer - 1)]; }

    Architecture shape_;
    std::vector<size_t> before_;  ///< numbers of the units before each layer, in the blocks below
    std::vector<size_t> weights_; ///< parameters before each layer
    std::vector<double> values_;
    std::vector<double> slopes_;
    std::vector<double> errors_; ///< derivative of the loss by each weighted sum
    std::vector<double> sums_;   ///< of one layer
    std::vector<double> laneGradient_;
};

} // namespace tangent::neural
