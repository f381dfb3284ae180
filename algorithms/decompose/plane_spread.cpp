// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/decompose/plane_spread.h"

#include "algorithms/decompose/column_scaling.h"

#include <cmath>
#include <numbers>
#include <stdexcept>

namespace tangent::decompose {

namespace {

constexpr double degreesPerRadian = 180 / std::numbers::pi;

double along(const PlaneSpread& plane, double radians)
{
    const double c = std::cos(radians);
    const double s = std::sin(radians);
    return plane.xx * c * c + 2 * plane.xy * c * s + plane.yy * s * s;
}

} // namespace

double halfTurn(double degrees)
{
    double angle = std::fmod(degrees, 180.0);
    if (angle < 0)
        angle += 180;
    // A tiny negative angle rounds up to 180 itself.
    return angle < 180 ? angle : 0.0;
}

double PlaneSpread::kept(double degrees) const
{
    return total > 0 ? along(*this, degrees / degreesPerRadian) / total : 0;
}

double PlaneSpread::lost(double degrees) const
{
    if (!(total > 0))
        return 0;
    const double across = along(*this, (degrees + 90) / degreesPerRadian);
    return (across + (total - xx - yy)) / total;
}

double PlaneSpread::bestAngle() const
{
    return halfTurn(0.5 * std::atan2(2 * xy, xx - yy) * degreesPerRadian);
}

double PlaneSpread::gap() const
{
    const double difference = std::hypot(xx - yy, 2 * xy);
    const double largest = (xx + yy + difference) / 2;
    return largest > 0 ? difference / largest : 0;
}

std::optional<double> PlaneSpread::regressionSlope() const
{
    if (!(xx > 0))
        return std::nullopt;
    return xy / xx;
}

PlaneSpread planeSpread(
    const Eigen::Ref<const Eigen::MatrixXd>& x, Eigen::Index first, Eigen::Index second, bool standardise)
{
    if (first < 0 || second < 0 || first >= x.cols() || second >= x.cols())
        throw std::invalid_argument("column: 0 to features - 1");
    const ColumnScaling scaling = columnScaling(x, standardise);
    const auto scaled = [&](Eigen::Index j) {
        return ((x.col(j).array() - scaling.mean(j)) / scaling.scale(j)).matrix();
    };
    const double divisor = static_cast<double>(x.rows() - 1);
    const Eigen::VectorXd u = scaled(first);
    const Eigen::VectorXd v = scaled(second);

    PlaneSpread plane;
    plane.meanX = standardise ? 0 : scaling.mean(first);
    plane.meanY = standardise ? 0 : scaling.mean(second);
    plane.xx = u.squaredNorm() / divisor;
    plane.xy = u.dot(v) / divisor;
    plane.yy = v.squaredNorm() / divisor;
    for (Eigen::Index j = 0; j < x.cols(); ++j)
        plane.total += scaled(j).squaredNorm() / divisor;
    return plane;
}

} // namespace tangent::decompose
