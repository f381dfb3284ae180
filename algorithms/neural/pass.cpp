// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/neural/pass.h"

#include "algorithms/neural/lanes.h"

#include <algorithm>
#include <cmath>

namespace tangent::neural {

namespace {

/// One block of rows of one unit.
struct Block {
    Lanes part[lanesPerBlock];

    static Block at(const double* from)
    {
        Block made;
        for (int p = 0; p < lanesPerBlock; ++p)
            made.part[p] = Lanes::at(from + 4 * p);
        return made;
    }
    void store(double* to) const
    {
        for (int p = 0; p < lanesPerBlock; ++p)
            part[p].store(to + 4 * p);
    }
    void fill(double value)
    {
        for (Lanes& lanes : part)
            lanes = value;
    }
    void add(double factor, const double* values)
    {
        const Lanes times = factor;
        for (int p = 0; p < lanesPerBlock; ++p)
            part[p] = part[p] + times * Lanes::at(values + 4 * p);
    }
    void multiply(const double* values)
    {
        for (int p = 0; p < lanesPerBlock; ++p)
            part[p] = part[p] * Lanes::at(values + 4 * p);
    }
};

void multiplyBlocks(double* values, const double* factors, size_t count)
{
    for (size_t i = 0; i < count; i += 4)
        (Lanes::at(values + i) * Lanes::at(factors + i)).store(values + i);
}

/// Adds Σ over the rows of error · value to four running sums, one for each lane.
void addProduct(double* sums, const Block& error, const double* values)
{
    const Lanes first = error.part[0] * Lanes::at(values) + error.part[1] * Lanes::at(values + 4);
    const Lanes second = error.part[2] * Lanes::at(values + 8) + error.part[3] * Lanes::at(values + 12);
    (Lanes::at(sums) + (first + second)).store(sums);
}

/// The loss of a block, summed over its rows, and if asked for its derivative by the weighted sum of the
/// output, times `share`. The logarithms of a block are one logarithm of a product of factors from 1 to 2.
double blockLoss(Problem problem, const double* sums, const double* targets, const double* counted,
    double share, double* errors)
{
    double total = 0;
    double product = 1;
    for (int group = 0; group < blockRows; group += 4) {
        const Lanes z = Lanes::at(sums + group);
        const Lanes y = Lanes::at(targets + group);
        const Lanes counts = Lanes::at(counted + group);
        Lanes loss;
        Lanes error;
        if (problem == Problem::Regression) {
            error = z - y;
            loss = error * error;
            error = 2.0 * error;
        } else {
            const Lanes small = exponential(z.whereNegative(z, -z));
            error = z.whereNegative(small, 1.0) / (1.0 + small) - y;
            loss = z.whereNegative(0.0, z) - y * z;
            const Lanes factor = 1.0 + counts * small;
            product *= (factor[0] * factor[1]) * (factor[2] * factor[3]);
        }
        total += (loss * counts).sum();
        if (errors)
            (error * counts * share).store(errors + group);
    }
    return total + std::log(product);
}

int rightInBlock(const double* sums, const double* targets, const double* counted)
{
    int right = 0;
    for (int r = 0; r < blockRows; ++r)
        right += counted[r] > 0 && (sums[r] >= 0) == (targets[r] > 0.5) ? 1 : 0;
    return right;
}

} // namespace

DropoutMask DropoutMask::draw(const Architecture& shape, const Samples& samples, double rate, Random& random)
{
    DropoutMask mask;
    mask.factors.resize(size_t(samples.blocks()) * size_t(shape.hiddenUnits()) * blockRows);
    for (double& factor : mask.factors)
        factor = random.uniform() < rate ? 0 : 1 / (1 - rate);
    return mask;
}

Pass::Pass(const Architecture& shape)
    : shape_(shape)
{
    shape.check();
    size_t values = 0;
    size_t weights = 0;
    int widest = 1;
    for (int layer = 1; layer <= shape.layers(); ++layer) {
        before_.push_back(values);
        weights_.push_back(weights);
        values += size_t(shape.units(layer)) * blockRows;
        weights += size_t(shape.units(layer)) * size_t(shape.inputsOf(layer) + 1);
        widest = std::max(widest, shape.units(layer));
    }
    values_.resize(values);
    slopes_.resize(values);
    errors_.resize(values);
    sums_.resize(size_t(widest) * blockRows);
    laneGradient_.resize(4 * weights);
}

void Pass::forward(const double* parameters, const double* inputs, const double* mask, bool withSlopes)
{
    const double* fed = inputs;
    for (int layer = 1; layer <= shape_.layers(); ++layer) {
        const int inputCount = shape_.inputsOf(layer);
        const int units = shape_.units(layer);
        const bool isOutput = layer == shape_.layers();
        const size_t before = before_[size_t(layer - 1)];
        double* sums = isOutput ? valuesOf(layer) : sums_.data();
        for (int unit = 0; unit < units; ++unit) {
            const double* weights =
                parameters + weights_[size_t(layer - 1)] + size_t(unit) * size_t(inputCount + 1);
            Block sum;
            sum.fill(weights[0]);
            for (int i = 0; i < inputCount; ++i)
                sum.add(weights[i + 1], fed + size_t(i) * blockRows);
            sum.store(sums + size_t(unit) * blockRows);
        }
        if (isOutput)
            return;
        const int count = units * blockRows;
        activate(
            shape_.activation, sums, count, valuesOf(layer), withSlopes ? slopes_.data() + before : nullptr);
        if (mask) {
            multiplyBlocks(valuesOf(layer), mask + before, size_t(count));
            multiplyBlocks(slopes_.data() + before, mask + before, size_t(count));
        }
        fed = valuesOf(layer);
    }
}

void Pass::backward(const double* parameters, const double* inputs)
{
    for (int layer = shape_.layers(); layer >= 1; --layer) {
        const int inputCount = shape_.inputsOf(layer);
        const int units = shape_.units(layer);
        const size_t first = weights_[size_t(layer - 1)];
        const size_t stride = size_t(inputCount + 1);
        const double* fed = layer == 1 ? inputs : valuesOf(layer - 1);
        const double* errors = errors_.data() + before_[size_t(layer - 1)];
        for (int unit = 0; unit < units; ++unit) {
            const Block error = Block::at(errors + size_t(unit) * blockRows);
            double* sums = laneGradient_.data() + 4 * (first + size_t(unit) * stride);
            const Lanes rows = (error.part[0] + error.part[1]) + (error.part[2] + error.part[3]);
            (Lanes::at(sums) + rows).store(sums);
            for (int i = 0; i < inputCount; ++i)
                addProduct(sums + 4 * (i + 1), error, fed + size_t(i) * blockRows);
        }
        if (layer == 1)
            return;
        for (int i = 0; i < inputCount; ++i) {
            Block error;
            error.fill(0);
            for (int unit = 0; unit < units; ++unit)
                error.add(parameters[first + size_t(unit) * stride + size_t(i) + 1],
                    errors + size_t(unit) * blockRows);
            const size_t at = before_[size_t(layer - 2)] + size_t(i) * blockRows;
            error.multiply(slopes_.data() + at);
            error.store(errors_.data() + at);
        }
    }
}

Score Pass::score(const Eigen::VectorXd& parameters, const Samples& samples)
{
    Score score;
    for (int block = 0; block < samples.blocks(); ++block) {
        forward(parameters.data(), samples.inputsOf(block), nullptr, false);
        const double* sums = valuesOf(shape_.layers());
        score.loss +=
            blockLoss(shape_.problem, sums, samples.targetsOf(block), samples.countedOf(block), 0, nullptr);
        score.right += rightInBlock(sums, samples.targetsOf(block), samples.countedOf(block));
    }
    score.loss /= std::max(samples.count(), 1);
    return score;
}

double Pass::gradient(const Eigen::VectorXd& parameters, const Samples& samples, const DropoutMask* mask,
    Eigen::VectorXd* gradient)
{
    std::fill(laneGradient_.begin(), laneGradient_.end(), 0.0);
    const double share = 1.0 / std::max(samples.count(), 1);
    const size_t masked = size_t(shape_.hiddenUnits()) * blockRows;
    double loss = 0;
    for (int block = 0; block < samples.blocks(); ++block) {
        const double* factors = mask ? mask->factors.data() + size_t(block) * masked : nullptr;
        forward(parameters.data(), samples.inputsOf(block), factors, true);
        loss += blockLoss(shape_.problem, valuesOf(shape_.layers()), samples.targetsOf(block),
            samples.countedOf(block), share, errors_.data() + before_.back());
        backward(parameters.data(), samples.inputsOf(block));
    }
    gradient->resize(parameters.size());
    for (Eigen::Index i = 0; i < parameters.size(); ++i) {
        const double* sums = laneGradient_.data() + 4 * i;
        (*gradient)(i) = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    }
    return loss / std::max(samples.count(), 1);
}

Eigen::MatrixXd Pass::answers(const Eigen::VectorXd& parameters, const Samples& samples)
{
    const int units = shape_.hiddenUnits() + 1;
    Eigen::MatrixXd all(samples.count(), units);
    for (int block = 0; block < samples.blocks(); ++block) {
        forward(parameters.data(), samples.inputsOf(block), nullptr, false);
        if (shape_.problem == Problem::Classification)
            activate(Activation::Sigmoid, valuesOf(shape_.layers()), blockRows, valuesOf(shape_.layers()),
                nullptr);
        const int first = block * blockRows;
        const int rows = std::min(blockRows, samples.count() - first);
        for (int unit = 0; unit < units; ++unit) {
            for (int r = 0; r < rows; ++r)
                all(first + r, unit) = values_[size_t(unit) * blockRows + size_t(r)];
        }
    }
    return all;
}

} // namespace tangent::neural
