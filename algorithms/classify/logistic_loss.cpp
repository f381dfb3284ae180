// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/classify/logistic_loss.h"

#include <algorithm>
#include <cmath>

namespace tangent::classify {

namespace {

constexpr Eigen::Index blockRows = 256;

/// Likelihoods of class 1 from margins, in place; returns the sum of -ln P(label).
template <class Labels>
double binaryLikelihoods(Eigen::Ref<Eigen::MatrixXd> margins, const Labels& labels)
{
    const auto margin = margins.col(0).array();
    const Eigen::ArrayXd small = (-margin.abs()).exp();
    // ln(1 + e) over the block is the logarithm of a product that cannot leave the range of a double:
    // 256 factors of at most 2.
    double product = 1;
    double loss = 0;
    for (Eigen::Index i = 0; i < margins.rows(); ++i) {
        product *= 1 + small(i);
        // The loss has the margin against the label in it, if there is one.
        loss += std::max(0.0, labels(i) == 1 ? -margins(i, 0) : margins(i, 0));
    }
    margins.col(0) = (margin < 0).select(small, 1.0) / (1 + small);
    return loss + std::log(product);
}

/// The same for the softmax.
template <class Labels>
double softmaxLikelihoods(Eigen::Ref<Eigen::MatrixXd> margins, const Labels& labels)
{
    const Eigen::VectorXd largest = margins.rowwise().maxCoeff();
    margins.colwise() -= largest;
    double loss = 0;
    for (Eigen::Index i = 0; i < margins.rows(); ++i)
        loss -= margins(i, labels(i));
    margins = margins.array().exp().matrix();
    const Eigen::ArrayXd totals = margins.rowwise().sum();
    margins.array().colwise() /= totals;
    return loss + totals.log().sum();
}

} // namespace

LogisticLoss::LogisticLoss(const Eigen::Ref<const Eigen::MatrixXd>& x,
    const Eigen::Ref<const Eigen::VectorXi>& y, int classes, double c, const Standardiser& standardiser,
    Eigen::Index stride)
    : x_(x)
    , y_(y)
    , outputs_(classes == 2 ? 1 : classes)
    , stride_(stride)
    , rows_((x.rows() + stride - 1) / stride)
    , c_(c)
    , means_(standardiser.means())
    , factors_(x.cols())
    , penalties_(x.cols() + 1)
    , likelihoods_(rows_, outputs_)
{
    penalties_(0) = 0;
    for (Eigen::Index j = 0; j < x.cols(); ++j) {
        const double deviation = standardiser.deviations()(j);
        factors_(j) = deviation > 0 ? 1 / deviation : 0;
        // w = v / deviation; a constant column is 0 throughout, and any penalty keeps its v at 0.
        penalties_(1 + j) = deviation > 0 ? factors_(j) * factors_(j) : 1;
    }
}

/// Calls work(first row, block), the block with a leading column of ones.
template <class Work>
void LogisticLoss::forEachBlock(const Work& work) const
{
    Eigen::MatrixXd buffer(std::min(blockRows, rows_), x_.cols() + 1);
    buffer.col(0).setOnes();
    using Strided = Eigen::Map<const Eigen::VectorXd, 0, Eigen::InnerStride<>>;
    for (Eigen::Index first = 0; first < rows_; first += blockRows) {
        const Eigen::Index length = std::min(blockRows, rows_ - first);
        for (Eigen::Index j = 0; j < x_.cols(); ++j) {
            const double* column = x_.col(j).data() + first * stride_;
            auto target = buffer.col(1 + j).head(length).array();
            if (stride_ == 1)
                target = (x_.col(j).segment(first, length).array() - means_(j)) * factors_(j);
            else
                target = (Strided(column, length, Eigen::InnerStride<>(stride_)).array() - means_(j))
                    * factors_(j);
        }
        work(first, buffer.topRows(length));
    }
}

void LogisticLoss::addPenalty(const Eigen::VectorXd& point, Eigen::VectorXd& gradient) const
{
    const Eigen::Index size = penalties_.size();
    for (Eigen::Index k = 0; k < outputs_; ++k)
        gradient.segment(k * size, size) += penalties_.cwiseProduct(point.segment(k * size, size));
}

double LogisticLoss::evaluate(const Eigen::VectorXd& point, Eigen::VectorXd& gradient)
{
    const Eigen::Index size = penalties_.size();
    const Eigen::Map<const Eigen::MatrixXd> coefficients(point.data(), size, outputs_);
    double loss = 0;
    gradient.setZero(point.size());
    Eigen::Map<Eigen::MatrixXd> slopes(gradient.data(), size, outputs_);
    Eigen::MatrixXd residuals;
    forEachBlock([&](Eigen::Index first, const auto& block) {
        residuals.noalias() = block * coefficients;
        const auto label = [&](Eigen::Index i) { return y_((first + i) * stride_); };
        loss += outputs_ == 1 ? binaryLikelihoods(residuals, label) : softmaxLikelihoods(residuals, label);
        likelihoods_.middleRows(first, block.rows()) = residuals;
        for (Eigen::Index i = 0; i < block.rows(); ++i) {
            if (outputs_ == 1)
                residuals(i, 0) -= label(i);
            else
                residuals(i, label(i)) -= 1;
        }
        slopes.noalias() += block.transpose() * residuals;
    });
    gradient *= c_;
    addPenalty(point, gradient);
    const double penalty = coefficients.cwiseAbs2().cwiseProduct(penalties_.replicate(1, outputs_)).sum();
    return 0.5 * penalty + c_ * loss;
}

double LogisticLoss::flatCurvature() const
{
    return outputs_ == 1 ? 0 : c_ * static_cast<double>(rows_) / static_cast<double>(outputs_ * outputs_);
}

Eigen::MatrixXd LogisticLoss::hessian() const
{
    const Eigen::Index size = penalties_.size();
    Eigen::MatrixXd result = Eigen::MatrixXd::Zero(parameters(), parameters());
    Eigen::MatrixXd weighted;
    if (outputs_ > 1) {
        forEachBlock([&](Eigen::Index first, const auto& block) {
            const auto likelihoods = likelihoods_.middleRows(first, block.rows()).array();
            for (Eigen::Index k = 1; k < outputs_; ++k) {
                for (Eigen::Index l = 0; l < k; ++l) {
                    weighted = block.array().colwise() * (likelihoods.col(k) * likelihoods.col(l));
                    result.block(k * size, l * size, size, size).noalias() -= weighted.transpose() * block;
                }
            }
        });
        result *= c_;
        for (Eigen::Index k = 1; k < outputs_; ++k)
            for (Eigen::Index l = 0; l < k; ++l)
                result(k * size, l * size) += flatCurvature();
    }
    const std::vector<Eigen::MatrixXd> blocks = hessianBlocks();
    for (Eigen::Index k = 0; k < outputs_; ++k)
        result.block(k * size, k * size, size, size) = blocks[k];
    return result.selfadjointView<Eigen::Lower>();
}

std::vector<Eigen::MatrixXd> LogisticLoss::hessianBlocks() const
{
    const Eigen::Index size = penalties_.size();
    std::vector<Eigen::MatrixXd> blocks(
        static_cast<std::size_t>(outputs_), Eigen::MatrixXd::Zero(size, size));
    Eigen::MatrixXd weighted;
    forEachBlock([&](Eigen::Index first, const auto& block) {
        for (Eigen::Index k = 0; k < outputs_; ++k) {
            const auto own = likelihoods_.col(k).segment(first, block.rows()).array();
            weighted = block.array().colwise() * (own * (1 - own)).max(0.0).sqrt();
            blocks[k].template selfadjointView<Eigen::Lower>().rankUpdate(weighted.transpose());
        }
    });
    for (Eigen::MatrixXd& matrix : blocks) {
        matrix *= c_;
        matrix.diagonal() += penalties_;
        matrix(0, 0) += flatCurvature();
    }
    return blocks;
}

Eigen::VectorXd LogisticLoss::hessianTimes(const Eigen::VectorXd& direction) const
{
    const Eigen::Index size = penalties_.size();
    const Eigen::Map<const Eigen::MatrixXd> directions(direction.data(), size, outputs_);
    Eigen::VectorXd result = Eigen::VectorXd::Zero(direction.size());
    Eigen::Map<Eigen::MatrixXd> products(result.data(), size, outputs_);
    Eigen::MatrixXd changes;
    forEachBlock([&](Eigen::Index first, const auto& block) {
        const auto likelihoods = likelihoods_.middleRows(first, block.rows()).array();
        changes.noalias() = block * directions;
        if (outputs_ == 1) {
            changes.array() *= likelihoods * (1 - likelihoods);
        } else {
            const Eigen::ArrayXd means = (likelihoods * changes.array()).rowwise().sum();
            changes = (likelihoods * (changes.array().colwise() - means)).matrix();
        }
        products.noalias() += block.transpose() * changes;
    });
    result *= c_;
    addPenalty(direction, result);
    products.row(0).array() += flatCurvature() * directions.row(0).sum();
    return result;
}

} // namespace tangent::classify
