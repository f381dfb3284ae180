// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/optimise/update_rule.h"

#include <stdexcept>

namespace tangent::optimise {

namespace {

constexpr double stabiliser = 1e-8; // keeps the adaptive rules from dividing by 0
constexpr double rmsPropDecay = 0.9;
constexpr double adamFirstDecay = 0.9;
constexpr double adamSecondDecay = 0.999;

class PlainRule final : public UpdateRule {
public:
    explicit PlainRule(double learningRate)
        : learningRate_(learningRate)
    {
    }

    Eigen::Vector2d update(const Surface&, const Eigen::Vector2d&, const Eigen::Vector2d& gradient) override
    {
        return -learningRate_ * gradient;
    }

private:
    double learningRate_;
};

class MomentumRule final : public UpdateRule {
public:
    MomentumRule(double learningRate, double momentum)
        : learningRate_(learningRate)
        , momentum_(momentum)
    {
    }

    Eigen::Vector2d update(const Surface&, const Eigen::Vector2d&, const Eigen::Vector2d& gradient) override
    {
        velocity_ = momentum_ * velocity_ + gradient;
        return -learningRate_ * velocity_;
    }

private:
    double learningRate_;
    double momentum_;
    Eigen::Vector2d velocity_ = Eigen::Vector2d::Zero();
};

class NesterovRule final : public UpdateRule {
public:
    NesterovRule(double learningRate, double momentum)
        : learningRate_(learningRate)
        , momentum_(momentum)
    {
    }

    Eigen::Vector2d update(const Surface& surface, const Eigen::Vector2d& at, const Eigen::Vector2d&) override
    {
        const Eigen::Vector2d ahead = at + momentum_ * velocity_;
        velocity_ = momentum_ * velocity_ - learningRate_ * surface.gradient(ahead);
        return velocity_;
    }

private:
    double learningRate_;
    double momentum_;
    Eigen::Vector2d velocity_ = Eigen::Vector2d::Zero();
};

class RmsPropRule final : public UpdateRule {
public:
    explicit RmsPropRule(double learningRate)
        : learningRate_(learningRate)
    {
    }

    Eigen::Vector2d update(const Surface&, const Eigen::Vector2d&, const Eigen::Vector2d& gradient) override
    {
        square_ = rmsPropDecay * square_ + (1 - rmsPropDecay) * gradient.array().square();
        return -learningRate_ * (gradient.array() / (square_.sqrt() + stabiliser)).matrix();
    }

private:
    double learningRate_;
    Eigen::Array2d square_ = Eigen::Array2d::Zero();
};

class AdamRule final : public UpdateRule {
public:
    explicit AdamRule(double learningRate)
        : learningRate_(learningRate)
    {
    }

    Eigen::Vector2d update(const Surface&, const Eigen::Vector2d&, const Eigen::Vector2d& gradient) override
    {
        first_ = adamFirstDecay * first_ + (1 - adamFirstDecay) * gradient.array();
        second_ = adamSecondDecay * second_ + (1 - adamSecondDecay) * gradient.array().square();
        firstPower_ *= adamFirstDecay;
        secondPower_ *= adamSecondDecay;
        // Both averages start at 0; dividing by 1 - decay^t takes that bias away.
        const Eigen::Array2d mean = first_ / (1 - firstPower_);
        const Eigen::Array2d square = second_ / (1 - secondPower_);
        return -learningRate_ * (mean / (square.sqrt() + stabiliser)).matrix();
    }

private:
    double learningRate_;
    Eigen::Array2d first_ = Eigen::Array2d::Zero();
    Eigen::Array2d second_ = Eigen::Array2d::Zero();
    double firstPower_ = 1;
    double secondPower_ = 1;
};

} // namespace

UpdateRule::~UpdateRule() = default;

std::string_view name(Method method)
{
    switch (method) {
    case Method::Plain:
        return "plain";
    case Method::Momentum:
        return "momentum";
    case Method::Nesterov:
        return "nesterov";
    case Method::RmsProp:
        return "rmsprop";
    case Method::Adam:
        return "adam";
    }
    throw std::invalid_argument("Method: not one of the declared values");
}

std::unique_ptr<UpdateRule> updateRule(Method method, double learningRate, double momentum)
{
    switch (method) {
    case Method::Plain:
        return std::make_unique<PlainRule>(learningRate);
    case Method::Momentum:
        return std::make_unique<MomentumRule>(learningRate, momentum);
    case Method::Nesterov:
        return std::make_unique<NesterovRule>(learningRate, momentum);
    case Method::RmsProp:
        return std::make_unique<RmsPropRule>(learningRate);
    case Method::Adam:
        return std::make_unique<AdamRule>(learningRate);
    }
    throw std::invalid_argument("Method: not one of the declared values");
}

} // namespace tangent::optimise
